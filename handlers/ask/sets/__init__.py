"""Sets of parties: "vessels flagged Panama", "who is on SDN and also on the UN list"."""
