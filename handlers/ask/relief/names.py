"""Who would come off under an option, page by page, and the same as a table."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from bot.answers.document import Act, Action, Card, Table, Tone, bold, text
from bot.questions.ask import OptionWish
from bot.sanctions.listing import Party
from bot.sanctions.pronoun import pronoun
from bot.sanctions.relief.impact import Impact, Outcome
from bot.sanctions.relief.option import ReliefOption
from bot.sanctions.relief.reached import Reached, by_type, kind_of, reached_by, tally
from bot.sanctions.relief.remains import SHORT, what_is_left
from handlers.ask import words
from handlers.ask.option_lines import standing
from handlers.ask.relief.words import KINDS, file_of, hypothesis_lead, lead, parties, typed, unknown_option, unreckoned
from handlers.attached import cell
from store.snapshot.snapshot import Snapshot

PAGE = 20
COLUMNS = (
    "entity id",
    "name",
    "type",
    "lists",
    "programs",
    "outcome",
    "what remains",
    "linked left bound",
    "still listed elsewhere",
    "option",
    "version",
    "standing",
    "reckoned on",
)


def names_card(
    key: str, wish: OptionWish, snapshot: Snapshot, fits: Callable[[Party], bool] | None = None, whom: str = ""
) -> Card:
    """One page of names: first who would come off, then who would stay listed, grouped by what remains. `fits`: who of
    them is asked about alone, and in words `whom`."""
    option = snapshot.option(key)
    if option is None:
        return unknown_option(key, snapshot)
    if unknown := unreckoned(option, snapshot):
        return Card(headline=text(bold(f"{lead(option)}. {unknown}")), tone=Tone.DRAFT, actions=())
    found = _found(snapshot.impacts[key], wish, snapshot, fits)
    pages, page = _pages(found, wish)
    turns = (*_turn(option, page, pages, wish), *((file_of(option),) if found else ()))
    # a page or a file, asked for by itself, is of the whole option
    return replace(_page(option, found, wish, whom), actions=() if fits else turns)


def page_card(option: ReliefOption, impact: Impact, wish: OptionWish, snapshot: Snapshot) -> Card:
    """The same of what is supposed and stored nowhere, so that no words ask for the next page."""
    return _page(option, _found(impact, wish, snapshot), wish)


def _found(
    impact: Impact, wish: OptionWish, snapshot: Snapshot, fits: Callable[[Party], bool] | None = None
) -> list[Reached]:
    found = (one for one in reached_by(impact, snapshot.register) if _wanted(one, wish))
    return sorted((one for one in found if fits is None or fits(one.party)), key=_group)


def _page(option: ReliefOption, reached: Sequence[Reached], wish: OptionWish, whom: str = "") -> Card:
    pages, page = _pages(reached, wish)
    shown = reached[(page - 1) * PAGE : page * PAGE]
    first = (page - 1) * PAGE + 1
    where = f"{first:,} to {first + len(shown) - 1:,} of {len(reached):,} (page {page} of {pages}), by what remains."
    return Card(
        headline=text(bold(f"{hypothesis_lead(option)}: {whom}{_headline(reached, wish)}")),
        table=grouped(shown, {name for name, n in Counter(one.name for one in reached).items() if n > 1}),
        lines=(text(where),) if shown else (),
        tone=Tone.DRAFT,
    )


def _pages(found: Sequence[Reached], wish: OptionWish) -> tuple[int, int]:
    """How many pages there are, and which is asked for."""
    pages = max(1, -(-len(found) // PAGE))
    return pages, min(wish.page, pages)


def _group(one: Reached) -> tuple[bool, str, tuple[str, ...], str]:
    """Who comes off first; then those of whom the same remains, those under the same programs together, by name."""
    return one.outcome is not Outcome.FREED, remains(one), one.programs, one.name.casefold()


def grouped(shown: Sequence[Reached], namesakes: set[str]) -> Table | None:
    """A row for each thing that remains and what they are under now, with the names of those whom it is true of."""
    rows: dict[tuple[str, str], list[str]] = {}
    for one in shown:
        where = words.listed([words.short_title(key) for key in one.lists])
        under = f"now under {words.listed(list(one.programs)) or 'no program named'} ({where})"
        rows.setdefault((remains(one), under), []).append(called(one, numbered=one.name in namesakes))
    table = tuple((left, under, "; ".join(names)) for (left, under), names in rows.items())
    return Table("Who would come off, by what remains", ("What remains", "Listed", "Who"), table) if table else None


def _wanted(one: Reached, wish: OptionWish) -> bool:
    of_type = wish.schema is None or kind_of(one.party.schema) is wish.schema
    return of_type and (one.outcome is Outcome.PARTLY_RELIEVED or not wish.stays)


def _headline(reached: Sequence[Reached], wish: OptionWish) -> str:
    whole, kinds = tally(reached), by_type(reached)
    partly = typed({kind: count.partly for kind, count in kinds.items()})
    if wish.stays:
        linked = f"; {parties(whole.linked_left)} linked to them would stay bound" if whole.linked_left else ""
        return (
            f"of those it reaches, {parties(whole.partly)} would stay listed{partly}{linked}. Whom it does not reach "
            "stays listed as now."
        )
    if not reached:
        return f"it would reach {f'no {KINDS[wish.schema][1]}' if wish.schema else 'nobody'} on the lists held here."
    freed = typed({kind: count.freed for kind, count in kinds.items()})
    return f"{parties(whole.freed)} would come off{freed}, {parties(whole.partly)} would be partly relieved{partly}."


def remains(one: Reached) -> str:
    return remains_words(one) if one.left.remaining else "Would come off (nothing remains)"


def called(one: Reached, *, numbered: bool) -> str:
    """`Adler (vessel, Russia)`, with who lists it too and how many stay bound. Namesakes are told apart by their
    numbers."""
    said = [f"{words.who(one.party)}{f', {one.entity_id}' if numbered else ''}"]
    if one.elsewhere:
        said.append(f"also on {words.listed([words.short_title(key) for key in one.elsewhere])}")
    if one.linked_left:
        said.append(f"{len(one.linked_left):,} linked to {pronoun(one.party.schema).object} left bound")
    return ", ".join(said)


def remains_words(one: Reached) -> str:
    """`Stays on the SDN list under RUSSIA-EO14024: blocked; dealings with it would be licensed.`"""
    they = pronoun(one.party.schema)
    stays = [
        f"{SHORT.get(rest.list, rest.list)} under {words.listed(list(rest.programs)) or 'no program'}: {rest.words}"
        for rest in one.left.remaining
    ]
    said = f"Would stay on {', and on '.join(stays)}"
    if one.left.authorised:
        said += f"; dealings with {they.object} would be permitted"
    if one.left.probable_sdn:
        said += "; probably on the SDN list too, since its edition here"
    return f"{said}."


def _turn(option: ReliefOption, page: int, pages: int, wish: OptionWish) -> Iterator[Action]:
    what = f"which {KINDS[wish.schema][1]}" if wish.schema else "who"
    does = "stay listed" if wish.stays else "come off"
    for label, other in (("Previous", page - 1), ("Next", page + 1)):
        if 1 <= other <= pages:
            asked = f"{what} would {does} under option {option.key}, page {other}"
            yield Action(Act.ASK, label, asked, f"{label}: page {other} of {pages}")


# ---- as a table ------------------------------------------------------------


def table(option: ReliefOption, snapshot: Snapshot) -> str:
    """The same as CSV: a row for each party. Every row says how the option stands, so that none is taken for law."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    editions = ", ".join(f"{e.list} {e.published}" for e in words.in_order(snapshot.editions))
    for one in reached_by(snapshot.impacts[option.key], snapshot.register):
        beside = (option.key, str(option.version), standing(option), editions)
        writer.writerow([cell(value) for value in (*_cells(one, option, snapshot), *beside)])
    return out.getvalue()


def _cells(one: Reached, option: ReliefOption, snapshot: Snapshot) -> tuple[str, ...]:
    remains = what_is_left(option, snapshot.impacts[option.key], one.party, snapshot.register.editions)
    return (
        one.entity_id,
        one.party.name,
        one.party.schema.value,
        " ".join(one.lists),
        "; ".join(one.programs),
        one.outcome.value,
        " ".join(remains) if one.left.remaining else "nothing on the lists of the option",
        "; ".join(f"{bound} {_published(bound, snapshot)}".strip() for bound in one.linked_left),
        " ".join(one.elsewhere),
    )


def _published(entity_id: str, snapshot: Snapshot) -> str:
    party = snapshot.party(entity_id)
    return party.name if party else ""
