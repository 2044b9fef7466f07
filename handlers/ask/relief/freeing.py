"""What would free X? The terms that it takes: every program and every publisher that binds it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.answers.document import Card, Text, bold, text
from bot.sanctions.listing import Party
from bot.sanctions.pronoun import pronoun
from bot.sanctions.relief.freeing import Binding, Bindings, bindings_of
from bot.sanctions.relief.impact import Outcome, outcome_for
from bot.sanctions.relief.option import ReliefOption
from bot.sanctions.relief.remains import SHORT
from handlers.ask import words
from handlers.ask.elsewhere import elsewhere
from handlers.ask.option_lines import as_listed_for, standing
from store.snapshot.snapshot import Snapshot

DECIDES = {
    "US": "the United States",
    "UN": "the United Nations Security Council",
    "EU": "the Council of the European Union",
    "UK": "the United Kingdom",
}


def freeing_card(party: Party, snapshot: Snapshot) -> Card:
    probable = [listing for one in elsewhere(party, snapshot) if not one.sure for listing in one.party.listings]
    bindings = bindings_of(party, snapshot.register, probable)
    lines = [*(text(f"• {binding_words(one, party)}") for one in bindings.found), *probable_lines(bindings, snapshot)]
    lines += [text(one) for one in terms_it_takes(party, bindings)]
    freeing = freeing_options(party, snapshot)
    lines += [text(one) for one in who_does_it(freeing, bindings, snapshot)]
    linked = snapshot.linked_to(party.entity_id)
    it = pronoun(party.schema).object
    if linked:
        many = words.count(len(linked), "listed party", "listed parties")
        lines.append(text(f"That would not free the {many} linked to {it}: they are listed in their own right."))
    if missing := words.missing_lists(snapshot):
        lines.append(text(f"{missing} Whether {pronoun(party.schema).am} listed there is not known."))
    return Card(
        headline=text(bold(f"To free {words.who(party)}, all of this would have to be lifted:")),
        lines=tuple(lines),
        options=tuple(option.key for option in freeing),
    )


def binding_words(one: Binding, party: Party) -> str:
    """`OFAC SDN list: UKRAINE-EO13662 and RUSSIA-EO14024: blocked.`"""
    named = f" as {one.name}" if one.entity_id != party.entity_id else ""
    named = named if one.sure else f"{named}, probably the same party"
    programs = words.listed(list(one.programs)) or "no program named"
    return f"{words.full_title(one.list)}{named}: {programs}: {one.words}."


def probable_lines(bindings: Bindings, snapshot: Snapshot) -> Iterator[Text]:
    if bindings.probable_sdn:
        sdn = snapshot.edition("us_ofac_sdn")
        edition = f" ({words.day(sdn.published)})" if sdn else ""
        yield text(
            f"• Probably also a listing on the OFAC SDN list under {bindings.probable_sdn}, newer than the edition "
            f"loaded here{edition}: what it holds, the files here cannot tell."
        )


def terms_it_takes(party: Party, bindings: Bindings) -> list[str]:
    """What an option would have to say, one sentence for each publisher."""
    it = pronoun(party.schema).object
    said = []
    for publisher in bindings.publishers:
        found = [one for one in bindings.found if one.publisher == publisher]
        lists = [SHORT.get(one.list, one.list) for one in found]
        tags = list(dict.fromkeys(tag for one in found for tag in one.programs))
        if publisher == "US" and bindings.probable_sdn and "the SDN list" not in lists:
            lists.append("probably the SDN list")
        # Elsewhere a tag names the regime ("Al-Qaida"), and to lift that would be to say something else.
        lift = f", or one that lifts {words.listed(tags)}" if tags and publisher == "US" else ""
        said.append(
            f"That takes, of {DECIDES[publisher]}: a term that delists {it} from {words.listed(lists)}{lift}."
            + (" A license or a suspension leaves the listing." if publisher == bindings.publishers[0] else "")
        )
    return said


def freeing_options(party: Party, snapshot: Snapshot) -> list[ReliefOption]:
    return [
        o
        for o in snapshot.options
        if outcome_for(snapshot.impacts[o.key], as_listed_for(o, party, snapshot).entity_id) is Outcome.FREED
    ]


def who_does_it(freeing: Sequence[ReliefOption], bindings: Bindings, snapshot: Snapshot) -> list[str]:
    """Which options do all of it, some of it, or none."""
    if not snapshot.options:
        return []
    if not freeing:
        return ["No option here does all of that."]
    others = {option.key: [DECIDES[p] for p in bindings.publishers if p != option.jurisdiction] for option in freeing}
    return [
        f"Option {option.key} ({standing(option)}) would do that"
        + (f", but not what {words.listed(others[option.key])} would have to." if others[option.key] else ".")
        for option in freeing
    ]
