"""Is an edition sound? It is held against the edition before, kind of fact by kind of fact (docs/guards.md)."""
