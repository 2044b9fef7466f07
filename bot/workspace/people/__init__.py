"""What people do in the workspace, from Python or a terminal."""
