"""FollowTheMoney lines and targets.simple.csv."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from bot.lists.publishers import known_list
from bot.sanctions.listing import Listing, Relation
from bot.sanctions.party import Address, Name, NameKind, Schema


def read(content: bytes) -> dict[str, Listing]:
    known = known_list("ftm:own")
    assert known.reader is not None
    return {listing.entity_id: listing for listing in known.reader(known.key, {"entities": content}).listings}


def lines(*entities: dict[str, Any]) -> bytes:
    return "\n".join(json.dumps(entity, ensure_ascii=False) for entity in entities).encode()


def an_entity(id: str, schema: str = "Company", **properties: list[str]) -> dict[str, Any]:
    return {"id": id, "schema": schema, "properties": properties}


def test_names_are_strong_weak_or_former() -> None:
    names = {
        "name": ["Rosneft", "НК Роснефть"],
        "alias": ["Rosneft Oil", "Rosneft"],
        "weakAlias": ["RN"],
        "previousName": ["Rosneftegaz"],
    }
    (rosneft,) = read(lines(an_entity("NK-1", **names))).values()
    assert rosneft.names == (
        Name("Rosneft"),
        Name("НК Роснефть", NameKind.ALSO),
        Name("Rosneft Oil", NameKind.ALSO),
        Name("Rosneftegaz", NameKind.FORMERLY),
        Name("RN", NameKind.ALSO, weak=True),
    )
    assert (rosneft.list, rosneft.entity_id) == ("ftm:own", "NK-1")


def test_a_corpus_of_bare_entities_is_a_list() -> None:
    """What a harness writes: no caption, no referents, birth dates in ISO, countries as codes."""
    person = {
        "id": "Q1",
        "schema": "Person",
        "datasets": ["us_ofac_sdn"],
        "target": True,
        "properties": {"name": ["Ivan IVANOV"], "birthDate": ["1960-03"], "country": ["ru"]},
    }
    (listing,) = read(lines(person)).values()
    assert [(birth.first, birth.last) for birth in listing.birth_dates] == [("1960-03-01", "1960-03-31")]
    assert listing.countries == ("ru",)


def test_what_others_say_of_a_party_is_added_to_it() -> None:
    found = read(
        lines(
            an_entity("a", name=["ALPHA"], addressEntity=["x"]),
            an_entity("b", "Person", name=["BETA, Boris"]),
            an_entity("c", "PublicBody", name=["MINISTRY"]),
            an_entity("o", "Ownership", owner=["b"], asset=["a"]),
            an_entity("d", "Directorship", director=["b"], organization=["c", "unknown-id"]),
            an_entity(
                "s", "Sanction", entity=["a"], program=["Russia"], programId=["EU-UKR"], startDate=["2022-02-24"]
            ),
            an_entity("p", "Passport", holder=["b"], number=["123"], country=["ru"]),
            an_entity("x", "Address", full=["1 Red Square, Moscow"], country=["ru"]),
            an_entity("v", "Vehicle", name=["a car"]),
        )
    )
    assert sorted(found) == ["a", "b", "c"]
    assert found["a"].relations == (Relation("BETA, Boris", "owned_by"),)
    assert (found["a"].programs, found["a"].listed_on) == (("EU-UKR",), "2022-02-24")
    assert found["a"].addresses == (Address("1 Red Square, Moscow", "", "ru"),)
    assert [relation.target for relation in found["b"].relations] == ["MINISTRY", "unknown-id"]
    assert [(i.type, i.value, i.country) for i in found["b"].identifiers] == [("passport", "123", "ru")]
    assert found["c"].schema is Schema.ORGANIZATION


def test_a_party_that_is_no_target_is_named_but_not_listed() -> None:
    parent = an_entity("a", name=["PARENT"]) | {"target": False}
    owned = an_entity("b", name=["CHILD"]) | {"target": True}
    found = read(lines(parent, owned, an_entity("o", "Ownership", owner=["a"], asset=["b"])))
    assert list(found) == ["b"]
    assert found["b"].relations == (Relation("PARENT", "owned_by"),)


def test_identifiers_come_by_kind_and_once_each() -> None:
    company = an_entity("a", name=["A"], innCode=["7706107510"], taxNumber=["7706107510"], imoNumber=["5055293"])
    ship = an_entity("b", "Vessel", name=["B"], imoNumber=["9220639"], mmsi=["273345870"], flag=["ru"])
    wallet = an_entity("c", "CryptoWallet", name=["C"], publicKey=["1986rYH"], currency=["XBT"])
    found = read(lines(company, ship, wallet))
    assert [(i.type, i.value) for i in found["a"].identifiers] == [("imo_company", "5055293"), ("tax_id", "7706107510")]
    assert [(i.type, i.value) for i in found["b"].identifiers] == [("imo", "9220639"), ("mmsi", "273345870")]
    assert [(i.type, i.value, i.label) for i in found["c"].identifiers] == [("wallet", "1986rYH", "XBT")]
    assert found["b"].craft is not None
    assert found["b"].craft.flag == "ru"


def test_an_address_on_the_web_is_one_that_can_be_opened() -> None:
    (listing,) = read(
        lines(an_entity("a", name=["A"], sourceUrl=["javascript:alert(1)", "https://example.org/a"]))
    ).values()
    assert listing.url == "https://example.org/a"


def test_a_simple_csv_has_lists_in_its_cells_and_two_quotes_for_nothing() -> None:
    found = read(
        b"id,schema,name,aliases,birth_date,countries,addresses,identifiers,sanctions,phones,emails\n"
        b'NK-1,Vessel,ROSALIN,Ceram Sea;Gold Sun,,lr;pa,,IMO9253325,"""""",,\n'
        b'NK-2,Company,Ketee Co Ltd,,,hk,,IMO6319249;7706107510;1027700043502;X1,"Acts; and more.",+7,a@b.ru\n'
        b"NK-3,Security,A BOND,,,,,,,,\n"
    )
    rosalin, ketee = found.values()
    assert [name.text for name in rosalin.names] == ["ROSALIN", "Ceram Sea", "Gold Sun"]
    assert (rosalin.notes, rosalin.countries) == ((), ("lr", "pa"))
    assert [(i.type, i.value) for i in rosalin.identifiers] == [("imo", "9253325")]
    assert [(i.type, i.value) for i in ketee.identifiers] == [
        ("imo_company", "6319249"),
        ("tax_id", "7706107510"),
        ("registration", "1027700043502"),
        ("other", "X1"),
        ("phone", "+7"),
        ("email", "a@b.ru"),
    ]
    assert ketee.notes == ("Acts; and more.",)


def test_the_zala_network_links_people_and_companies(lists_dir: Path) -> None:
    found = read((lists_dir / "opensanctions/yente-fixtures/zala/entities.ftm.json").read_bytes())
    zakharov, cst = found["NK-aU5ybkbRFJucf8YMwsJvDw"], found["NK-abdzbEBkqyT29GyREbiURZ"]
    kinds = {relation.kind for relation in zakharov.relations}
    assert {"director_of"} <= kinds
    assert any(
        relation.target == "JSC Kalashnikov Concern" or relation.kind == "owned_by" for relation in cst.relations
    )
    assert "US-RUSHAR" in cst.programs
