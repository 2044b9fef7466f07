"""The briefing: sourced statements and measures that are not listings, and how they are searched."""
