"""Many general licenses at once: those that some words fit, those not seen to have ended, those that end soon."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answers.document import Card, Text, bold, text
from bot.answers.licenses import dates as dates_of
from bot.answers.licenses import license_line
from bot.questions.ask import Period
from bot.sanctions.relief.license import SOON, UNKNOWN, InForce, License, day_has_passed, ending_soon, in_force, is_open
from handlers.ask import words
from handlers.ask.briefed import age_of, ask_license
from store.snapshot.snapshot import Snapshot

MOST = 8  # licenses with a line of their own; what is more is named


def ended_of(many: int, still: int) -> str:
    """How many of the `many` licenses found may still be in force: that none is seen to have ended is not that."""
    if still:
        return f"{still} of them not seen to have ended"
    return "it has ended or was replaced" if many == 1 else "all of them have ended or were replaced"


def _under(programs: Sequence[str], places: Sequence[str], snapshot: Snapshot) -> list[License]:
    known = snapshot.content.licenses.values()
    found = [one for one in known if not programs or set(programs) & set(one.programs)]
    return [one for one in found if not places or one.jurisdiction in places]


def ending(programs: Sequence[str], places: Sequence[str], snapshot: Snapshot, today: str, on: str) -> list[License]:
    """Those under these programs and of these places (all, where none is named) that end soon after the day `on`, else
    after today."""
    return ending_soon(_under(programs, places, snapshot), on or today)


def standing(programs: Sequence[str], places: Sequence[str], snapshot: Snapshot, today: str, on: str) -> list[License]:
    """Those under these programs and of these places that are not seen to have ended, or that may have been in force on
    the day `on`."""
    known, found = snapshot.content.licenses, _under(programs, places, snapshot)
    if on:
        return [one for one in found if in_force(one, on, known) is not InForce.NO]
    return [one for one in found if is_open(one)]


def issued_card(places: Sequence[str], period: Period | None, snapshot: Snapshot, today: str) -> tuple[Card, list[str]]:
    """Those that were issued in a period, or the newest; and their keys. That of some the day was not seen is said."""
    known, every = snapshot.content.licenses, _under((), places, snapshot)
    seen = sorted((one for one in every if one.issued != UNKNOWN), key=lambda one: one.issued, reverse=True)
    since, until = (day.isoformat() if day else "" for day in (period.since, period.until)) if period else ("", "")
    found = [one for one in seen if since <= one.issued and (not until or one.issued <= until)]
    found = found if period else found[:MOST]
    many = f"{words.count(len(found), 'license')} known here {'was' if len(found) == 1 else 'were'} issued"
    says = f"{many} {period.words}." if period else f"The newest of {words.count(len(every), 'license')} known here."
    unseen = len(every) - len(seen)
    rest = f" The day of issue was not seen of {unseen}; newer ones may not be known here."
    lines = [text(license_line(one, today, known), f" {dates_of(one)}") for one in found[: 2 * MOST]]
    if len(found) > 2 * MOST:
        lines.append(text(f"And {words.listed([one.key for one in found[2 * MOST :]])}."))
    actions = tuple(ask_license(one) for one in found[:4])
    return Card(headline=text(bold(says), rest), lines=tuple(lines), actions=actions), [one.key for one in found]


def topic_card(topic: Sequence[License], beside: Sequence[str], snapshot: Snapshot, today: str, on: str) -> Card:
    """Those that the words asked about fit, each with its days: which were in force on the day, or are not seen to have
    ended. `beside`: countries asked about that none of them names, which is said first."""
    known, found = snapshot.content.licenses, sorted(topic, key=age_of)
    if on:
        then = {one.key: in_force(one, on, known) for one in found}
        yes, unsure = (sum(how is wanted for how in then.values()) for wanted in (InForce.YES, InForce.NOT_KNOWN))
        was = "none was" if not yes else f"{yes} {'was' if yes == 1 else 'were'}"
        says = f"{was} in force on {words.day(on)}{f'; of {unsure} that is not known' if unsure else ''}"
    else:
        says = ended_of(len(found), sum(is_open(one) for one in found))
    lines = [text(license_line(one, today, known, on), f" {dates_of(one)}") for one in found[: 2 * MOST]]
    many = words.count(len(found), "license")
    fits = f"fit{'s' if len(found) == 1 else ''}"
    whole = f"{many} known here {fits} these words: {says}."
    if beside:
        whole = (
            f"No license for {words.listed(list(beside))} was found here; {len(found)} {fits} the other words: {says}."
        )
    return Card(
        headline=text(bold(whole)),
        lines=tuple(lines),
        actions=tuple(ask_license(one) for one in found[-4:]),
    )


def ending_card(found: Sequence[License], programs: Sequence[str], snapshot: Snapshot, today: str, on: str) -> Card:
    """What ends within `SOON` days, and whose day has passed without a successor."""
    known = snapshot.content.licenses
    ends = f"end{'s' if len(found) == 1 else ''} within {SOON.days} days."
    lines = [license_line(one, today, known) for one in found]
    if passed := [one for one in known.values() if day_has_passed(one, on or today)]:
        lines.append(text(bold("Past their day, and no successor is known here: "), f"{_keys(passed)}."))
    return _card(f"{_many(found, programs)} {ends}", lines, found)


def none_of(places: Sequence[str], topic: Sequence[str], snapshot: Snapshot) -> str:
    """That no license of the places is known, or none for what is asked about, which no title says; "" elsewhere."""
    of, what = words.listed(list(places)), words.listed([f"“{said}”" for said in topic])
    if places and not _under((), places, snapshot):
        return f"No {of} license is known here; that is not to say that there is none."
    return (
        f"No license known here has {what} in its title or scope; that is not to say that there is none."
        if topic
        else ""
    )


def over_card(places: Sequence[str], period: Period | None, snapshot: Snapshot, today: str) -> tuple[Card, list[str]]:
    """Those that have ended, by their own day or by a successor, in a period or ever; and their keys."""
    known, every = snapshot.content.licenses, _under((), places, snapshot)
    since, until = (day.isoformat() if day else "" for day in (period.since, period.until)) if period else ("", "")

    def day_of(one: License) -> str:
        after = known.get(one.replaced_by)
        days = [one.ends, after.issued if after and after.issued != UNKNOWN else ""]
        return min(filter(None, days), default="")

    gone = [one for one in every if not is_open(one) or day_has_passed(one, today)]
    found = [one for one in gone if since <= day_of(one) <= (until or today) and day_of(one)] if period else gone
    found.sort(key=day_of, reverse=True)
    says = f"{words.count(len(found), 'license')} known here ended{f' {period.words}' if period else ''}"
    unsure = sum(day_has_passed(one, today) for one in found)
    rest = f" Of {unsure} of them the day has passed, and whether it was renewed is not known here." if unsure else ""
    unseen = sum(not day_of(one) for one in gone) if period else 0
    rest += f" Of {unseen} more that ended the day is not known." if unseen else ""
    lines = [text(license_line(one, today, known)) for one in found[: 2 * MOST]]
    if len(found) > 2 * MOST:
        lines.append(text(f"And {words.listed([one.key for one in found[2 * MOST :]])}."))
    headline = text(bold(f"{says}, by their day or by a newer one in their place."), rest)
    card = Card(headline=headline, lines=tuple(lines), actions=tuple(ask_license(one) for one in found[:4]))
    return card, [one.key for one in found]


def none_for(countries: Sequence[str]) -> str:
    """That no license known here names the countries; "" for none."""
    of = words.listed(list(countries))
    return f"No license for {of} is known here; that is not to say that there is none." if of else ""


def endless_card(found: Sequence[License], card: Card) -> Card:
    """The same with what of them has no end in the headline."""
    says = f"{words.count(len(found), 'license')} known here {'has' if len(found) == 1 else 'have'} no end date"
    return replace(
        card, headline=text(bold(f"{says} and {'is' if len(found) == 1 else 'are'} not seen to have ended."))
    )


def standing_card(found: Sequence[License], programs: Sequence[str], snapshot: Snapshot, today: str, on: str) -> Card:
    """What is not seen to have ended; of a day, what was surely in force first."""
    known = snapshot.content.licenses
    yes = [one for one in found if on and in_force(one, on, known) is InForce.YES]
    unsure = f"of {len(found) - len(yes)} more that is not known."
    then = f"{_many(yes, programs)} {'was' if len(yes) == 1 else 'were'} in force on {words.day(on)}; {unsure}"
    shown = [*yes, *(one for one in found if one not in yes)]
    lines = [license_line(one, today, known, on) for one in shown[: 3 * MOST]]
    if len(shown) > 3 * MOST:
        lines.append(text(f"And {words.listed([one.key for one in shown[3 * MOST :]])}."))
    return _card(then if on else f"{_many(found, programs)} not seen to have ended.", lines, found)


def _many(found: Sequence[License], programs: Sequence[str]) -> str:
    under = f" under {words.listed(list(programs))}" if programs else ""
    return f"{words.count(len(found), 'license')} known here{under}"


def _card(says: str, lines: Sequence[Text], found: Sequence[License]) -> Card:
    return Card(headline=text(bold(says)), lines=tuple(lines), actions=tuple(ask_license(one) for one in found[:4]))


def _keys(found: Sequence[License]) -> str:
    return words.listed([f"{one.key} ({words.day(one.ends)})" for one in found])
