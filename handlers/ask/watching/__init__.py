"""Acts on watches and digests, asked for in words or by a button."""
