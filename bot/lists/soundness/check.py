"""The door: what speaks against an edition, and the sentence that a held one is told with."""

from __future__ import annotations

import calendar
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain

from bot.lists.ofac.rows import END_MARK
from bot.lists.reading import LeftOut, Role
from bot.lists.soundness import first, step, unvouched
from bot.lists.soundness.curve import FEW_TOLD, TOLD_AT_ONCE, Limit
from bot.lists.soundness.finding import Finding, against, counted, odd
from bot.lists.soundness.kinds import KINDS
from bot.lists.soundness.seen import ByIds
from bot.sanctions.listing import Listing
from bot.sanctions.packed import by_id, ids_of
from bot.sanctions.party import Schema

_HEAD = re.compile(rb'\n[ "]*(\d+)[ "]*(?=[,\r\n])')
TOLD = 5  # findings of one edition; the gravest
# Role of a file of its own -> the kind of fact that it says. The tails of a few remarks are nothing of their own.
SAID_BY = {"alt": "aliases", "add": "addresses"}
ENDS_BARE = (
    8.0  # of the last entries, so many should have a row in a companion: in one without its end mark they are lost
)
ENDS_ODDLY = 3.0  # and of so many it is told
FEW_AMENDED = 0.05  # of the entries: of so many it says something in which kinds of fact they were amended
NOT_FEW = 200  # entries: of a list of so many, 0.5 % is an entry
SOME_ROWS = 5_000  # bytes
ROWLESS = Limit(0.001, 0.0, 0.001, 2)  # entries without a row, in a file that had one of each
CUT = Limit(0.002, 0.0, 0.002, 0)  # rows fewer, in a file that has lost its end mark


def of_a_first(
    key: str, published: str, after: Sequence[Listing], files: Mapping[str, bytes], well_known: Mapping[str, str]
) -> list[Finding]:
    """What speaks against the first edition of a list. `well_known`: the days (ISO) on which parties were noted down as
    listed, by id."""
    silent = _silent(files) if "primary" in files else frozenset()
    found = first.measures(key, after, silent, first.expected(published, well_known))
    return against([*found, *_ends_bare(files, after)])


def of_first_told(key: str, after: Sequence[Listing], roles: Collection[str]) -> list[Finding]:
    """What speaks against the facts of files (by role) that come for the first time, though an edition was there
    before."""
    return against(first.measures_of(key, after, frozenset(SAID_BY[role] for role in roles if role in SAID_BY)))


def of_a_step(
    before: Sequence[Listing],
    after: Sequence[Listing],
    days: int,
    files: Mapping[str, bytes],
    kept: Mapping[str, bytes],
    roles: Sequence[Role],
    of_other_format: bool = False,
    differ: Sequence[str] | None = None,
    by_ids: ByIds | None = None,
) -> list[Finding]:
    """What is found in an edition that follows another, whether it speaks against it or not. `files` by role as they
    came, `kept` those before; `differ` the ids of entries that stand in both and differ, and `by_ids` the two editions
    by id, where they are known."""
    silent = _silent(files) if "primary" in files else frozenset()
    found = step.measures(step.Step(before, after, days, silent, of_other_format, differ, by_ids))
    return [*found, *_cut(files, kept, roles), *_ends_bare(files, after), *_rows_missing(files, kept, roles, after)]


def to_be_told(
    before: Sequence[Listing],
    after: Sequence[Listing],
    amended: Sequence[str],
    found: Sequence[Finding],
    days: int = 1,
    by_ids: ByIds | None = None,
) -> list[str]:
    """What a publisher may do, and damage does too: a sentence each for whoever loads the edition. `amended`: the ids
    of entries that stand in both and differ; `found`: what `of_a_step` found; `days` lie between the two."""
    if not before:
        return []
    then, now = by_ids or (by_id(before), by_id(after))
    gone = [key for key in then if key not in now]
    came = [key for key in now if key not in then]
    several = (("removed", gone, then), ("added", came, now), ("amended", amended, now))
    most = max(TOLD_AT_ONCE * len(before), FEW_TOLD if len(before) < NOT_FEW else 1)
    told = [_at_once([where[key] for key in ids], len(before), what) for what, ids, where in several if len(ids) > most]
    told_of = most < len(amended) or days > unvouched.LONG_GAP
    pairs = [(then[key], now[key]) for key in amended if key in then] if told_of else []
    if most < len(amended) <= FEW_AMENDED * len(before):
        told.append(_amended_in(pairs))
    if unusual := odd(found):
        told.append(f"More than a next edition has: {'; '.join(one.figures for one in unusual)}.")
    return [*told, *unvouched.sentences([now[key] for key in came], pairs, len(after), len(before), days)]


def _at_once(listings: Sequence[Listing], of: int, what: str) -> str:
    tags = Counter(tag for one in listings for tag in set(one.programs)).most_common(1)
    under = f", {tags[0][1]:,} of them under {tags[0][0]}" if tags else ""
    many = f"{len(listings):,} entries were {what} at once ({len(listings) / of:.1%} of {of:,}){under}"
    return f"{many}: see whether the publisher says so."


def _amended_in(pairs: Sequence[tuple[Listing, Listing]]) -> str:
    """`They were amended in addresses: 6 of 6; aliases: 1 of 6.`"""
    of, kinds = len(pairs), Counter[str]()
    for was, now in pairs:
        titles = [kind.title for kind in KINDS if not kind.same(was, now)]
        kinds.update([*titles, *(["type"] if was.schema is not now.schema else [])] or ["other facts"])
    return f"They were amended in {'; '.join(f'{title}: {many:,} of {of:,}' for title, many in kinds.most_common())}."


def days_between(before: str, after: str) -> int:
    """Between two dates of publication; a month is taken at its far end."""
    return (_last_day(after) - _first_day(before)).days


def of_bad_rows(left_out: Sequence[LeftOut]) -> list[Finding]:
    """Files with more bad rows than small damage has."""
    return against(
        [Finding(f"bad rows in {one.file}", one.rows, one.of, one.most, (one.why,), "rows") for one in left_out]
    )


def held_because(findings: Sequence[Finding], *editions: Sequence[Listing]) -> str:
    """The sentences of a held edition: which guards, with their figures, and entries by name as the first of the
    editions that holds them has it."""
    asked, names = {one for finding in findings[:TOLD] for one in finding.such_as}, dict[str, str]()
    for listing in chain(*editions):
        if listing.entity_id in asked:
            names.setdefault(listing.entity_id, listing.name)
    more = f" and {len(findings) - TOLD} more" if len(findings) > TOLD else ""
    said, named = list[str](), set[str]()
    for finding in findings[:TOLD]:  # the same entries are named once
        fresh = tuple(one for one in finding.such_as if one not in named)
        said.append(replace(finding, such_as=fresh).sentence_with(names))
        named.update(fresh)
    return f"Held by the guards: {'; '.join(said)}{more}."


def _silent(files: Mapping[str, bytes]) -> frozenset[str]:
    return frozenset(SAID_BY[role] for role in ("alt", "add") if role not in files)


def _cut(files: Mapping[str, bytes], kept: Mapping[str, bytes], roles: Sequence[Role]) -> list[Finding]:
    """Files that had an end mark last time and have none now, and end before they ended then or are shorter."""
    found = []
    for role in roles:
        old, new = kept.get(role.key, b""), files.get(role.key, b"")
        if not old or not new or not _is_marked(old) or _is_marked(new):
            continue
        rows, less = old.count(b"\n"), old.count(b"\n") - new.count(b"\n")
        if less > CUT.of(rows, 1) or _last_number(new) < _last_number(old):
            found.append(Finding(f"rows missing at the end of {role.names[0]}", max(1, less), rows, 0, unit="rows"))
    return found


def _ends_bare(files: Mapping[str, bytes], after: Sequence[Listing]) -> Iterator[Finding]:
    """Companions without an end mark that hold no row of the last entries, though many of their types have one: cut at
    the end of a line. With its mark a file is whole: the last entries may be of those that have none."""
    for role, title in SAID_BY.items():
        content = files.get(role, b"")
        if "primary" not in files or not content or _is_marked(content):
            continue
        having = _numbers(content)
        last, of, bearers = max(having, default=0), Counter[Schema](), Counter[Schema]()
        lacking: list[Listing] = []
        for one in after:
            number = _number(one.entity_id.rpartition("-")[2].encode())
            if number > last:
                lacking.append(one)
            else:
                of[one.schema] += 1
                bearers[one.schema] += number in having
        expected = sum(bearers[one.schema] / of[one.schema] for one in lacking if of[one.schema])
        if expected >= ENDS_ODDLY:
            ids, guard = (
                tuple(one.entity_id for one in lacking),
                f"the last entries without {title} in a file that is cut",
            )
            most = 0 if expected >= ENDS_BARE else len(after)
            yield Finding(guard, len(ids), len(after), most, ids[:3], usual=0)


def _rows_missing(
    files: Mapping[str, bytes], kept: Mapping[str, bytes], roles: Sequence[Role], after: Sequence[Listing]
) -> Iterator[Finding]:
    """Companions that had a row of every entry last time, if only to say that there is nothing to say, and have not
    now: OFAC's addresses."""
    if not files.get("primary") or not kept.get("primary"):
        return
    for role in (one for one in roles if files.get(one.key) and kept.get(one.key) and one.key != "primary"):
        if not _may_have_each(kept["primary"], kept[role.key]):
            continue
        if _ids(after) <= _heads(files[role.key]):
            continue
        entries = _numbers(files["primary"])
        gone = sorted(entries - _numbers(files[role.key]))
        if gone and _numbers(kept["primary"]) <= _numbers(kept[role.key]):
            yield from counted(f"entries without a row in {role.names[0]}", map(str, gone), len(entries), ROWLESS)


def _may_have_each(primary: bytes, companion: bytes) -> bool:
    """Whether each of the first entries has a row: what is quickly told of a companion that has none of many."""
    rows, first = b"\n" + companion, _numbers(companion[: 10 * SOME_ROWS])
    left = _numbers(primary[:SOME_ROWS]) - first
    return all(re.search(rb"\n[ \"]*%d[ \"]*," % number, rows) for number in left)


def _numbers(content: bytes) -> set[int]:
    """The numbers that rows begin with."""
    return {*map(int, _heads(content))} - {0}


def _ids(listings: Sequence[Listing]) -> set[bytes]:
    """The numbers in the ids of entries: quicker to be had than those of a file."""
    together = "\n".join(ids_of(listings))
    before_the_number = together.partition("\n")[0].rpartition("-")[0]
    return {*together.replace(f"{before_the_number}-", "").encode().split(b"\n")}


def _heads(content: bytes) -> set[bytes]:
    """The same as they are written."""
    return {*_HEAD.findall(b"\n" + content)}


def _is_marked(content: bytes) -> bool:
    return content.rstrip(b"\r\n ").endswith(END_MARK.encode())


def _last_number(content: bytes) -> int:
    """The number that the last row begins with; 0 where it begins with none."""
    return _number(content.rstrip(b"\r\n \x1a").rsplit(b"\n", 1)[-1])


def _number(line: bytes) -> int:
    number = line.split(b",", 1)[0].strip(b' "')
    return int(number) if number.isdigit() else 0


def _first_day(published: str) -> date:
    return date.fromisoformat(published if len(published) > 7 else f"{published}-01")


def _last_day(published: str) -> date:
    first_day = _first_day(published)
    last = calendar.monthrange(first_day.year, first_day.month)[1]
    return first_day if len(published) > 7 else first_day.replace(day=last)
