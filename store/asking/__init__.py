"""What was asked: the audit and its chain, and the events that were seen and taken up."""
