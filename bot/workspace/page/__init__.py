"""The page of the workspace: what it asks for, and the files that are served."""
