"""The editions in force in memory: the register, the index and its file, for handlers and for jobs alike."""
