"""Who may know of a confidential option. To everybody else it does not exist. Definitions: docs/relief.md."""

from __future__ import annotations

from dataclasses import dataclass

from bot.sanctions.relief.option import ReliefOption


@dataclass(frozen=True, slots=True)
class Audience:
    """To whom something would be said, and where. `place` is a channel's id, or the person's for what that person alone
    sees. `known` is false until Slack has said who they are."""

    place: str
    person: str = ""
    known: bool = False
    is_guest: bool = False
    is_external: bool = False  # of another organisation
    is_shared: bool = False  # the channel is shared with another organisation


@dataclass(frozen=True, slots=True)
class Confidants:
    """The channels and people that the settings name: for options that name none themselves."""

    channels: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()


def may_see(option: ReliefOption, audience: Audience, confidants: Confidants) -> bool:
    """Whether the option exists for this audience.

    A confidential one is answered in the channels that it names to whoever is there, and in person to the people that
    it names; to guests, to people of other organisations and in channels shared with them never. Where it names neither
    channels nor people, those of the settings hold; where those name none either, nobody may.
    """
    if not option.confidential:
        return True
    if not audience.known or audience.is_guest or audience.is_external or audience.is_shared:
        return False
    own = bool(option.channels or option.people)
    if audience.place[:1] in ("C", "G"):
        return audience.place in (option.channels if own else confidants.channels)
    return audience.place == audience.person and audience.person in (option.people if own else confidants.people)
