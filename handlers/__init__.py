"""What people ask. `listeners.register` lists every listener; `ask` knows nothing of Slack."""
