"""What the bot remembers. Functions that read as questions, session first; they give the domain's values.

No function here commits: who opens the session (`with factory.begin() as session:`) ends the transaction.
"""
