"""Slack's side of the workspace: its state, its methods, its events, its rules."""
