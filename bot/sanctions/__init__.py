"""The domain: frozen dataclasses and pure functions. No Slack, no SQL, no network, no clock."""
