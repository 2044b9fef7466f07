"""A link to a party of which the file gives only the number is told by that party's name."""

from __future__ import annotations

from bot.sanctions.listing import Listing, Party, Relation
from bot.sanctions.party import Name, Schema
from bot.sanctions.register import Register
from handlers.ask.links import named


def listing(uid: str, name: str, *relations: Relation) -> Listing:
    return Listing("us_ofac_sdn", uid, Schema.ORGANIZATION, (Name(name),), ("IRGC",), relations=relations)


class Known:
    """A store of listings, as far as names are asked of it."""

    def __init__(self, *listings: Listing) -> None:
        self._register = Register.of(listings)

    def party(self, entity_id: str) -> Party | None:
        found = self._register.by_id.get(entity_id)
        return Party(entity_id, found) if found else None


def test_the_number_of_a_party_on_another_list_is_read_as_its_name() -> None:
    snapshot = Known(listing("ofac-17022", "ROSNEFT OIL COMPANY"))
    assert named(Relation("ofac-17022", label="Owned or Controlled By", target_id="ofac-17022"), snapshot) == (
        "ROSNEFT OIL COMPANY"
    )


def test_a_party_that_is_not_loaded_and_a_link_without_a_number_keep_the_published_words() -> None:
    snapshot = Known(listing("ofac-17022", "ROSNEFT OIL COMPANY"))
    assert named(Relation("ofac-1", target_id="ofac-1"), snapshot) == "ofac-1"
    assert named(Relation("ANOTHER CO"), snapshot) == "ANOTHER CO"
