"""What is said, shared by answers, alerts, digests and JSON. Values and words; blocks and console draw them."""
