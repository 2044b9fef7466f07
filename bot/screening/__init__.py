"""Names in, hits with reasons out.

`Index.build(listings)` makes an index of every loaded listing; `index.screen(query, limit)` answers a question;
`pair_score(one, other, schema)` compares two names. What lies behind them may be rebuilt.
"""
