"""Files of names in and out: a table is read, its columns are told apart, every row is screened, the verdicts are
written beside the rows. Knows nothing of Slack or of the store; `screen.py` is the door."""
