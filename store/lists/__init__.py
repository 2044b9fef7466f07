"""Lists as they are remembered: editions, what is listed in each, what each changed, and what waits to be accepted."""
