"""What an edition changed: compared, told apart from re-keying, and fact by fact in words."""
