"""The card of a party that is LISTED: the verdict, who that is, where and under what, then why it matched."""

from __future__ import annotations

from collections.abc import Sequence

import store.lists.spells
from bot.answers.document import Act, Action, Card, Table, Text, Tone, bold, link, text
from bot.answers.identity import fields, identified
from bot.answers.standing_words import SHORT, ended, ends, headline
from bot.lists.starter import STARTER
from bot.questions.ask import Ask
from bot.sanctions.display import readable
from bot.sanctions.effect import STRENGTH, effect_in_words, effect_of
from bot.sanctions.listing import Listing, Party
from bot.sanctions.party import NameKind
from bot.sanctions.standing import NON_SDN, SDN, Standing, later_sdn_of, signs_of
from bot.screening.query import Hit
from handlers.ask import words
from handlers.ask.briefed import license_lines, licenses_in_short, reported_lines
from handlers.ask.elsewhere import elsewhere as elsewhere_of
from handlers.ask.elsewhere import lines_of
from handlers.ask.option_lines import relief_lines
from handlers.ask.sources import named_list
from handlers.desk import Desk
from store.lists.spells import Spell
from store.snapshot.snapshot import Snapshot

OTHERS = 3  # further parties named in a line
RISK = "Secondary sanctions risk"
_MATCHED = {
    NameKind.PRIMARY: "listed",
    NameKind.ALSO: "alias",
    NameKind.FORMERLY: "former name",
    NameKind.NOW: "present name",
}


def listed_card(hits: Sequence[Hit], question: Ask, desk: Desk, snapshot: Snapshot) -> Card:
    hit, *others = hits
    party = snapshot.party(hit.entity_id)
    assert party is not None
    also = elsewhere_of(party, snapshot)
    first, elsewhere = named_list(hits, question, desk, snapshot, also)
    many = len(party.listings) > 1
    relief, options = relief_lines(party, snapshot)
    others = [other for other in others if other.entity_id not in {one.party.entity_id for one in also}]
    listings = [] if many else [listing_line(party.listings[0], party, desk, snapshot)]
    licenses = license_lines(party, None, snapshot, desk.now().date().isoformat())
    reported, *earlier = reported_lines([party.entity_id], None, snapshot) or [()]
    return Card(
        headline=text(bold(f"{first}{elsewhere}{verdict(party, snapshot)}."), namesakes(hit, others)),
        fields=(*fields(party), *since_fields(party, desk, snapshot), *risk_fields(party)),
        table=listings_table(party, snapshot) if many else None,
        lines=(
            *listings,
            *ended_lines(party, desk, snapshot),
            *sdn_lines(party, desk, snapshot),
            *lines_of(also, party),
            *((reported,) if reported else ()),
            evidence_line(hit, party),
            *relief,
            *other_lines(hit, others),
        ),
        more=(*earlier, *licenses),
        instead=licenses_in_short(party, snapshot),
        tone=tone_of(snapshot.standing(party)),
        actions=party_actions(hit, party),
        options=options,
    )


def verdict(party: Party, snapshot: Snapshot) -> str:
    """The verdict and the standing, which no reader may miss, and who."""
    return headline(party.listings, snapshot.as_of, identified(party))


def tone_of(standing: Standing) -> Tone:
    return Tone.LISTED if standing in (Standing.BLOCKED, Standing.PROBABLY_BLOCKED) else Tone.LIMITED


def namesakes(hit: Hit, others: Sequence[Hit]) -> str:
    """That there are more parties of the very same name belongs to the verdict."""
    n = len(of_the_name([hit, *others])) - 1
    more, of = ("", "that") if hit.is_numbered else ("other ", "this")
    parties = words.count(n, f"{more}party", f"{more}parties")
    many = f" {parties} of {of} name {'is' if n == 1 else 'are'} listed." * bool(n)
    return _at_odds(hit, others) + many


def _at_odds(hit: Hit, others: Sequence[Hit]) -> str:
    """That the name and the identifier of a question are not of one party, and whose the identifier is."""
    numbered = next((one for one in (hit, *others) if one.is_numbered), None)
    if numbered is None:
        return ""
    number = numbered.reasons[0].says.removeprefix("Same identifier: ").rstrip(".")
    whose = "the number is its own, the name is not" if hit.is_numbered else f"{number} is of {naming_where(numbered)}"
    return f" The name and the number contradict each other: {whose}."


def of_the_name(hits: Sequence[Hit]) -> list[Hit]:
    """The first, and the others of its very name."""
    others = (hit for hit in hits[1:] if hit.certain and not hit.is_numbered)
    return [*hits[:1], *(hit for hit in others if read(hit) == read(hits[0]))]


# ---- where, and under what -------------------------------------------------


def listing_line(listing: Listing, party: Party, desk: Desk, snapshot: Snapshot) -> Text:
    """The one listing of a party: the list, what it does where the headline does not say, its programs, its page."""
    said = effect_in_words(listing)
    told = said in verdict(party, snapshot) or listing.list == SDN
    tag = later_sdn_of(map(signs_of, party.listings), snapshot.as_of)
    sdn = snapshot.edition(SDN)
    if tag and sdn:
        stale = ", stale" if words.note(desk, sdn).stale else ""
        rest = [f"tagged {tag}, which our SDN edition ({words.day(sdn.published)}{stale}) is too old to show"]
        says = "; ".join(([] if told else [said]) + rest)
    else:
        says = words.tags(listing) if told else f"{said}; {words.tags(listing)}"
    basis = f" Legal basis: {words.stop(words.listed(list(listing.legal_basis)))}" if listing.legal_basis else ""
    line = f"{words.listed_where(listing, snapshot)}: {says}.{basis}"
    return text(line, " ", link("Entry", listing.url)) if listing.url else text(line)


def listings_table(party: Party, snapshot: Snapshot) -> Table:
    """All listings of a party that has several: list and edition, what it does, programs."""
    rows = tuple(
        (words.listed_where(one, snapshot), effect_in_words(one), words.tags(one)) for one in strongest_first(party)
    )
    return Table(f"Listings of {readable(party.name, party.schema)}", ("List", "Effect", "Programs"), rows)


def strongest_first(party: Party) -> list[Listing]:
    return sorted(party.listings, key=lambda one: STRENGTH.index(effect_of(one)))


def ended_lines(party: Party, desk: Desk, snapshot: Snapshot) -> list[Text]:
    """Programs that have ended since the edition in which the party stands under them."""
    found = ended(party.listings, snapshot.as_of)
    if not found:
        return []
    if snapshot.standing(party) is not Standing.WAS_LISTED:
        return [text(f"Beside: {ends(found)}; it counts no more.")]
    sdn = snapshot.edition(SDN)
    dated = f" (SDN {words.day(sdn.published)}{', stale' if words.note(desk, sdn).stale else ''})" if sdn else ""
    acts = words.listed([one.by for one in found if one.by])
    return [text(f"Our edition{dated} is older than that and cannot tell which.{f' Ended by {acts}.' if acts else ''}")]


def sdn_lines(party: Party, desk: Desk, snapshot: Snapshot) -> list[Text]:
    """When the non-SDN list is newer than our SDN list, which lacks the party."""
    sdn, cons = snapshot.edition(SDN), snapshot.edition(NON_SDN)
    if sdn is None or cons is None or SDN in party.lists or NON_SDN not in party.lists:
        return []
    if snapshot.standing(party) is Standing.PROBABLY_BLOCKED or sdn.first_day >= cons.first_day:
        return []
    return [text(f"Our SDN edition is of {words.day(sdn.published)}: a later SDN listing would not show here.")]


# ---- facts beside the verdict ----------------------------------------------


def since_fields(party: Party, desk: Desk, snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    """Since which edition each listing is held here: a first edition is no designation, and noted facts are of none."""
    with desk.sessions() as session:
        spells = store.lists.spells.spells_of(session, {party.entity_id}, snapshot.version)
    now = [
        spell for spell in spells if spell.gone is None and spell.first.list != STARTER
    ]  # noted facts have no editions
    return tuple((f"In our {words.short_title(one.first.list)} editions since", since(one)) for one in now)


def since(spell: Spell) -> str:
    first = words.day(spell.first.published)
    if spell.listing.listed_on:
        return f"{words.day(spell.listing.listed_on)}, by the list"
    return (
        f"{first}; not in that of {words.day(spell.before.published)}"
        if spell.before
        else f"{first} or before (our oldest edition)"
    )


def risk_fields(party: Party) -> tuple[tuple[str, str], ...]:
    """The secondary sanctions risk that an entry states: for those who are no US persons and deal with it."""
    risks = dict.fromkeys(_risk(one) for listing in party.listings for one in listing.secondary_sanctions)
    if not risks and "IFSR" in party.programs:
        risks = {"Iranian Financial Sanctions Regulations (IFSR)": None}
    return ((RISK, "; ".join(risks)),) if risks else ()


def _risk(published: str) -> str:
    short = published.removeprefix("See ").rstrip(".").replace("Executive Order", "EO")
    short = short.removeprefix("Additional Sanctions Information - ")
    return short[:1].upper() + short[1:]


def evidence_line(hit: Hit, party: Party) -> Text:
    """Why: what is the same and what not; that a name alone matched is said, for then the facts must be compared."""
    said = " ".join(reason.says for reason in hit.reasons)
    if any(reason.kind in ("identifier", "other_number") for reason in hit.reasons):
        return text(said)
    alias = (
        "" if hit.matched.text == party.name else f" ({_MATCHED[hit.matched.kind]} {words.quoted(hit.matched.text)})"
    )
    return text(f"By name alone{alias}: {said[:1].lower()}{said[1:]}")


def other_lines(hit: Hit, others: Sequence[Hit]) -> list[Text]:
    """Further parties that fit: those of the very same name by name, those of a similar one counted."""
    certain = [h for h in others if h.certain and not h.is_numbered]
    same = of_the_name([hit, *others])[1:]
    beside = [h for h in certain if h not in same]
    close = len(others) - sum(h.certain for h in others)
    lines = []
    if beside:
        lines.append(text("Listed too, and read there: ", words.some([naming(h) for h in beside], OTHERS), "."))
    if same:
        lines.append(text("Also of this name: ", words.some([naming_where(h) for h in same], OTHERS), "."))
    if close:
        lines.append(text(f"{words.count(close, 'similar name is', 'similar names are')} listed too."))
    return lines


def read(hit: Hit) -> str:
    """The part of the question that the hit was read in; "" for the whole."""
    return next((reason.says for reason in hit.reasons if reason.kind == "read"), "")


def naming(hit: Hit) -> str:
    return f"{readable(hit.name, hit.schema)} ({SHORT[hit.standing]})"


def naming_where(hit: Hit) -> str:
    """With the lists: of one name on four lists a reader must see whose each is."""
    lists = words.listed([words.short_title(key) for key in hit.lists])
    return f"{readable(hit.name, hit.schema)} ({lists}: {SHORT[hit.standing]})"


def party_actions(hit: Hit, party: Party) -> tuple[Action, ...]:
    name = readable(party.name, party.schema)
    return (
        Action(Act.DETAILS, "Details", hit.entity_id, f"Details for {name}"),
        Action(Act.WATCH, "Watch", f"entity:{hit.entity_id}", f"Watch {name}"),
    )
