"""Relief options drafted, reviewed, moved on and told of. Knows nothing of Slack's windows."""
