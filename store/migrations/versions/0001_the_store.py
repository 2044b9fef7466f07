"""The store: lists and their history, options, the briefing, watches, questions, events seen."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

BRIEFING = ("sources", "statements", "measures", "program_notes")
TABLES = (
    "questions",
    "seen_events",
    "watches",
    *BRIEFING,
    "option_versions",
    "files",
    "changes",
    "relations",
    "entry_programs",
    "identifiers",
    "names",
    "entries",
    "fetches",
    "editions",
)  # none before those that refer to it


def upgrade() -> None:
    _editions()
    _entries()
    _names()
    _programs()
    _changes()
    _options()
    for name in BRIEFING:
        _briefing(name)
    _slack()
    _questions()


def downgrade() -> None:
    for table in TABLES:
        op.drop_table(table)


def _editions() -> None:
    op.create_table(
        "editions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("list", sa.Text(), nullable=False),
        sa.Column("edition", sa.Text(), nullable=False),
        sa.Column("published", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Text(), nullable=False),
        sa.Column("fetched_at", sa.Text(), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("missing", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("applied_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_editions"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_editions_list_first_day", "editions", ["list", "first_day"])
    op.create_table(
        "fetches",
        sa.Column("list", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("error", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("list", name="pk_fetches"),
    )


def _entries() -> None:
    op.create_table(
        "entries",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("list", sa.Text(), nullable=False),
        sa.Column("entity_id", sa.Text(), nullable=False),
        sa.Column("since_edition_id", sa.Integer(), nullable=False),
        sa.Column("until_edition_id", sa.Integer(), nullable=True),
        sa.Column("schema", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("has_birth_date", sa.Boolean(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["since_edition_id"], ["editions.id"], name="fk_entries_since_edition_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["until_edition_id"], ["editions.id"], name="fk_entries_until_edition_id", ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_entries"),
        sa.UniqueConstraint("entity_id", "list", "since_edition_id", name="uq_entries_entity_id_list_since_edition_id"),
    )
    op.create_index("ix_entries_list_until_edition_id", "entries", ["list", "until_edition_id"])
    op.create_index("ix_entries_since_edition_id", "entries", ["since_edition_id"])
    op.create_index("ix_entries_until_edition_id", "entries", ["until_edition_id"])


def _names() -> None:
    op.create_table(
        "names",
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("weak", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name="fk_names_entry_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("entry_id", "position", name="pk_names"),
    )
    op.create_table(
        "identifiers",
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("counted_as", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name="fk_identifiers_entry_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("entry_id", "position", name="pk_identifiers"),
    )


def _programs() -> None:
    op.create_table(
        "entry_programs",
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("tag", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name="fk_entry_programs_entry_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("entry_id", "position", name="pk_entry_programs"),
    )
    op.create_index("ix_entry_programs_tag", "entry_programs", ["tag"])
    op.create_table(
        "relations",
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("target_key", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["entries.id"], name="fk_relations_entry_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("entry_id", "position", name="pk_relations"),
    )
    op.create_index("ix_relations_target_key", "relations", ["target_key"])


def _changes() -> None:
    op.create_table(
        "changes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("list", sa.Text(), nullable=False),
        sa.Column("entity_id", sa.Text(), nullable=False),
        sa.Column("was", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["edition_id"], ["editions.id"], name="fk_changes_edition_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_changes"),
    )
    op.create_index("ix_changes_edition_id", "changes", ["edition_id"])
    op.create_index("ix_changes_entity_id", "changes", ["entity_id"])
    op.create_table(
        "files",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("edition_id", sa.Integer(), nullable=False),
        sa.Column("list", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["edition_id"], ["editions.id"], name="fk_files_edition_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_files"),
    )
    op.create_index("ix_files_edition_id", "files", ["edition_id"])


def _options() -> None:
    op.create_table(
        "option_versions",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", "version", name="pk_option_versions"),
    )


def _briefing(name: str) -> None:
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("facts", sa.Text(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
        sa.UniqueConstraint("key", name=f"uq_{name}_key"),
    )


def _slack() -> None:
    op.create_table(
        "watches",
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("team", "place", "what", name="pk_watches"),
    )
    op.create_index("ix_watches_what", "watches", ["what"])
    op.create_table(
        "seen_events",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_seen_events"),
    )
    op.create_index("ix_seen_events_at", "seen_events", ["at"])


def _questions() -> None:
    op.create_table(
        "questions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("team", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("thread_ts", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("verdicts", sa.Text(), nullable=False),
        sa.Column("editions", sa.Text(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_questions"),
    )
    op.create_index("ix_questions_at", "questions", ["at"])
    op.create_index("ix_questions_asker", "questions", ["team", "who"])
    op.create_index("ix_questions_thread", "questions", ["team", "place", "thread_ts"])
