"""The tables. Rows stay inside the store: its functions give the domain's values.

`facts` columns hold a domain value whole, as canonical JSON (store.plain); the columns and tables beside them are
what queries need. An entry lives over a span of editions: from `since_edition_id` until, and not in,
`until_edition_id`, which is NULL while it is in the current edition. So history is kept, and a new edition writes
only what it changed.
"""
