"""OFAC's lists, one module a format."""
