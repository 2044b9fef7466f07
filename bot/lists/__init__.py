"""Published files in, listings out: one module a format, and LISTS, the register of lists."""
