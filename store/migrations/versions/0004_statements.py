"""Versions of statements, and a search over their words: FTS5 on SQLite, tsvector on PostgreSQL."""

from __future__ import annotations

import json
import unicodedata

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

BY = "before versions were kept"
NEW = "INSERT INTO statement_search(rowid, words) VALUES (new.id, new.words)"
OLD = "INSERT INTO statement_search(statement_search, rowid, words) VALUES ('delete', old.id, old.words)"
TRIGGERS = {
    "statement_search_added": f"AFTER INSERT ON statement_words BEGIN {NEW}; END",
    "statement_search_gone": f"AFTER DELETE ON statement_words BEGIN {OLD}; END",
    "statement_search_changed": f"AFTER UPDATE ON statement_words BEGIN {OLD}; {NEW}; END",
}


def upgrade() -> None:
    op.create_table(
        "statement_versions",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", "version", name="pk_statement_versions"),
    )
    op.create_table(
        "statement_words",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_statement_words"),
        sa.UniqueConstraint("key", name="uq_statement_words_key"),
    )
    if _is_sqlite():
        op.execute(
            "CREATE VIRTUAL TABLE statement_search USING fts5(words, content='statement_words', content_rowid='id', "
            "tokenize='porter unicode61 remove_diacritics 2')"
        )
        for name, does in TRIGGERS.items():
            op.execute(f"CREATE TRIGGER {name} {does}")
    else:
        op.execute("CREATE INDEX statement_search ON statement_words USING gin (to_tsvector('english', words))")
    _carry_over()


def downgrade() -> None:
    if _is_sqlite():
        for name in TRIGGERS:
            op.execute(f"DROP TRIGGER {name}")
        op.execute("DROP TABLE statement_search")
    op.drop_table("statement_words")
    op.drop_table("statement_versions")


def _is_sqlite() -> bool:
    return op.get_bind().dialect.name == "sqlite"


def _carry_over() -> None:
    """The statements there are become searchable, and their first versions."""
    bind = op.get_bind()
    sources = {row.key: row.facts for row in bind.execute(sa.text("SELECT key, facts FROM sources"))}
    for key, facts, at in bind.execute(sa.text("SELECT key, facts, updated_at FROM statements ORDER BY id")).all():
        statement = json.loads(facts)
        source = sources.get(statement.get("source", ""), "")
        bind.execute(
            sa.text("INSERT INTO statement_versions VALUES (:key, 1, :facts, :source, :who, :at)"),
            {"key": key, "facts": facts, "source": source, "who": BY, "at": at},
        )
        words = _bare(" ".join((*statement["topics"], statement["says"])))
        bind.execute(
            sa.text("INSERT INTO statement_words (key, words) VALUES (:key, :words)"), {"key": key, "words": words}
        )


def _bare(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not "\u0300" <= c <= "\u036f")
