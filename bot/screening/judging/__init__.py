"""Judging: how alike two names are, what speaks against, what the evidence says, and the verdict."""
