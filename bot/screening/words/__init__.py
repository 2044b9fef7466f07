"""Words: scripts, sounds, given names, legal forms, countries and identifiers; a name taken apart."""
