"""The project's own files (relief options, briefing, program titles): text in, domain out. Nothing is read here."""
