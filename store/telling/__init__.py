"""Telling: who watches what, what waits to be sent, and which places take no messages."""
