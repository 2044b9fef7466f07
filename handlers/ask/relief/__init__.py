"""Questions about relief options."""
