"""The Bolt app, and the two ways to serve it: Socket Mode and signed HTTP, with the same listeners."""
