"""The schema's history, run by store.database.upgrade and downgrade."""
