"""Listeners, and Slack's side of them."""
