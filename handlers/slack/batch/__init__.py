"""Files of names dropped in Slack, and long lists pasted: fetched, screened with one message that tells how far it is,
and sent back."""
