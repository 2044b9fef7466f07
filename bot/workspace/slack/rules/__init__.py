"""Slack's rules for what is posted and opened. Never more lenient than Slack."""
