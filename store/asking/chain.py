"""The chain of the audit: each row is sealed to the one before it, so that none can be changed or taken away unnoticed.

A row's *digest* is over what it says and a salt of its own; its *link* is over the link before, its place in the order
and its digest. What a person asked can be forgotten: text and salt go, digest and link stay, and the chain holds. Rows
whose time is over are taken from its beginning; where it then begins is kept in the head.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from dataclasses import dataclass
from datetime import UTC

from sqlalchemy import select
from sqlalchemy.orm import Session

from store.dialect import hold
from store.tables.asking import AuditHeadRow, QuestionRow

BEGINNING = "0" * 64
FORGOTTEN = "forgotten"  # the kind of a row whose words were deleted,
FORGETTING = "questions deleted"  # and of the row that says so


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the record is whole. `rows` are kept, `forgotten` of them without their words; `purged` were taken when
    their time was over. `head` is the link of the last row: noted elsewhere, it proves later that nothing up to it was
    changed. `faults` are sentences, none where all is well."""

    rows: int
    forgotten: int
    purged: int
    head: str
    faults: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        return not self.faults


def seal(session: Session, row: QuestionRow) -> None:
    """Put a row at the end of the chain. In one transaction at a time; the row is written with it."""
    hold(session, "audit")
    head = _head(session)
    row.seq, row.salt = head.seq + 1, secrets.token_hex(16)
    row.digest = digest(row)
    row.link = link(head.link, row.seq, row.digest)
    head.seq, head.link = row.seq, row.link
    session.add(row)
    session.flush()


def forget(row: QuestionRow) -> None:
    """Delete what a row says and who said it; its place in the chain stays."""
    row.who = row.place = row.team = row.thread_ts = row.text = row.salt = row.editions = ""
    row.kind, row.verdicts, row.question, row.options = FORGOTTEN, "[]", "{}", "[]"


def begin_after(session: Session, row: QuestionRow) -> None:
    """Rows up to this one are about to be deleted: the chain begins after it."""
    head = _head(session)
    head.start_seq, head.start_link = row.seq, row.link
    session.flush()


def verify(session: Session, noted: str = "") -> Verdict:
    """Read the whole record and check every link. `noted` is a head that was noted before: it must still be in it."""
    head = _head(session)
    faults: list[str] = []
    seq, before, rows, forgotten = head.start_seq, head.start_link, 0, 0
    seen, emptied, said = {before}, set[int](), set[int]()
    for row in session.scalars(select(QuestionRow).order_by(QuestionRow.seq).execution_options(yield_per=500)):
        rows += 1
        if row.seq != seq + 1:
            first, last = seq + 1, row.seq - 1
            faults.append(f"Row {first:,} is missing." if first == last else f"Rows {first:,} to {last:,} are missing.")
        elif row.link != link(before, row.seq, row.digest):
            faults.append(f"Row {row.seq:,} does not follow the one before it: one of them was changed.")
        if row.kind == FORGOTTEN:
            forgotten += 1
            emptied.add(row.seq)
        elif row.digest != digest(row):
            faults.append(f"Row {row.seq:,} was changed.")
        elif row.kind == FORGETTING:
            said.update(json.loads(row.question)["forgotten"])
        seq, before = row.seq, row.link
        seen.add(before)
    faults += [f"Row {one:,} was emptied without a record of it." for one in sorted(emptied - said)]
    if (seq, before) != (head.seq, head.link):
        faults.append(f"The record ends at row {seq:,}; row {head.seq:,} was written last.")
    if noted and noted not in seen:
        faults.append("The head that was noted is not in the record: it was changed, or that part of it was purged.")
    return Verdict(rows, forgotten, head.start_seq, head.link, tuple(faults))


def digest(row: QuestionRow) -> str:
    """Over what a row says: SHA-256 of its salt and its cells."""
    cells = [
        row.at.astimezone(UTC).isoformat(timespec="microseconds"),
        row.team,
        row.place,
        row.thread_ts,
        row.who,
        row.text,
        row.kind,
        row.verdicts,
        row.editions,
        row.question,
        row.options,
    ]
    return hashlib.sha256(f"{row.salt}\n{json.dumps(cells)}".encode()).hexdigest()


def link(before: str, seq: int, digest: str) -> str:
    return hashlib.sha256(f"{before}\n{seq}\n{digest}".encode()).hexdigest()


def _head(session: Session) -> AuditHeadRow:
    head = session.get(AuditHeadRow, 1)
    if head is None:
        head = AuditHeadRow(id=1, seq=0, link=BEGINNING, start_seq=0, start_link=BEGINNING)
        session.add(head)
    return head
