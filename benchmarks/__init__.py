"""What screening costs and how often it is right, measured beside what people use today. `make bench` runs it."""
