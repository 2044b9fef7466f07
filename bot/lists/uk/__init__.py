"""The UK Sanctions List, as XML and as CSV; OFSI's list, which closed in January 2026, is refused."""
