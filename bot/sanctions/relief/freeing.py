"""What it would take to free a party: every program of every publisher that binds it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.sanctions.effect import effect_in_words, probably_on_sdn
from bot.sanctions.listing import Listing, Party
from bot.sanctions.register import Register, publisher_of, stands_on


@dataclass(frozen=True, slots=True)
class Binding:
    """One listing that binds. `entity_id` is another's number where another publisher lists the same party."""

    publisher: str  # US, UN, EU, UK; "" for anybody else
    list: str
    entity_id: str
    name: str
    programs: tuple[str, ...]
    words: str  # what it does: "blocked", "sectoral directives 2 and 4"
    sure: bool = True  # whether the other publisher's entry is surely of the same party


@dataclass(frozen=True, slots=True)
class Bindings:
    """All of them; and the tag by which the party is probably on the SDN list too, newer than its edition here."""

    found: tuple[Binding, ...]
    probable_sdn: str = ""

    @property
    def publishers(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.publisher for one in self.found if one.publisher))


def bindings_of(party: Party, register: Register, probable_too: Iterable[Listing] = ()) -> Bindings:
    """Everything that would have to be lifted, the party's own listings first; `probable_too` are listings by others
    that are probably of the same party."""
    own = list(party.listings)
    home = {publisher_of(stands_on(one)) for one in own}
    abroad = {
        (stands_on(other), other.entity_id): other
        for one in own
        for other in register.same_party_abroad(one, publisher_of(stands_on(one)))
        if publisher_of(stands_on(other)) not in home
    }
    on_sdn = any(stands_on(one) == "us_ofac_sdn" for one in own)
    sdn, cons = (register.editions.get(key, "") for key in ("us_ofac_sdn", "us_ofac_cons"))
    probable = next((tag for one in own if (tag := probably_on_sdn(one, sdn, cons, on_sdn))), "")
    doubtful = {(stands_on(one), one.entity_id): one for one in probable_too}
    sure = [_binding(one) for at, one in abroad.items() if at not in doubtful]
    unsure = [replace(_binding(one), sure=False) for one in doubtful.values()]
    return Bindings((*map(_binding, own), *sure, *unsure), probable)


def _binding(one: Listing) -> Binding:
    key = stands_on(one)
    return Binding(publisher_of(key), key, one.entity_id, one.name, one.programs, effect_in_words(one))
