"""Full-text search over statements: which may answer a question. Ranking them is sanctions.statements'."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sqlalchemy import text
from sqlalchemy.orm import Session

from bot.sanctions.briefing.glossary import bare
from bot.sanctions.briefing.statement import Statement
from store.dialect import is_postgresql, storable
from store.tables.briefing import StatementWordsRow

MOST_WORDS = 200
_SQLITE = (
    "SELECT w.key FROM statement_search AS s JOIN statement_words AS w ON w.id = s.rowid "
    "WHERE statement_search MATCH :words ORDER BY s.rank, w.id LIMIT :most"
)
_POSTGRESQL = (
    "SELECT key FROM statement_words, to_tsquery('english', :words) AS asked "
    "WHERE to_tsvector('english', words) @@ asked ORDER BY ts_rank(to_tsvector('english', words), asked) DESC, id "
    "LIMIT :most"
)


def index_statement(row: StatementWordsRow, statement: Statement) -> None:
    """Make the row say what the statement says now."""
    row.words = storable(bare(" ".join((*statement.topics, statement.says))))


def find_statements(session: Session, words: Iterable[str], most: int = 50) -> list[str]:
    """The ids of the statements that have any of the words in any form, those with the rarest first."""
    bare_words = [word for word in dict.fromkeys(words) if re.fullmatch(r"[^\W_]{1,60}", word)][:MOST_WORDS]
    if not bare_words:
        return []
    if is_postgresql(session):
        asked, query = " | ".join(f"'{word}'" for word in bare_words), _POSTGRESQL
    else:
        asked, query = " OR ".join(f'"{word}"' for word in bare_words), _SQLITE
    return list(session.scalars(text(query), {"words": asked, "most": most}))
