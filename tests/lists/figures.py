"""The figures of truth.json, counted from listings alone. TRUTH.md says what each one is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from typing import Any

from bot.sanctions.listing import Listing
from bot.sanctions.party import Identifier, NameKind, Schema

Listings = Collection[Listing]
OFAC_TYPES = {
    Schema.PERSON: "individual",
    Schema.ORGANIZATION: "entity",
    Schema.VESSEL: "vessel",
    Schema.AIRPLANE: "aircraft",
}


def ofac_figures(listings: Listings) -> dict[str, Any]:
    found: dict[str, Any] = {
        "entries": len(listings),
        "by_type": dict(Counter(OFAC_TYPES[listing.schema] for listing in listings)),
        "programs": dict(Counter(tag for listing in listings for tag in listing.programs)),
        "program_count": len({tag for listing in listings for tag in listing.programs}),
        "multi_program_entries": sum(len(listing.programs) > 1 for listing in listings),
        "vessels_with_imo": sum(bool(imo7(listing)) for listing in listings if listing.schema is Schema.VESSEL),
        "entities_with_company_imo": sum(
            any(i.label == "Company Number IMO" for i in listing.identifiers) for listing in listings
        ),
        "individuals_with_dob": sum(bool(one.birth_dates) for one in listings if one.schema is Schema.PERSON),
        "dob_circa": sum(any("circa" in birth.text for birth in one.birth_dates) for one in listings),
        "dob_range": sum(any(" to " in birth.text for birth in one.birth_dates) for one in listings),
        "crypto_currencies": dict(
            Counter(i.label for listing in listings for i in listing.identifiers if i.type == "wallet")
        ),
        "linked_to_top": Counter(target for one in listings for target in {link.target for link in one.relations}),
        "remarks_truncated_unjoined": sum(len(listing.remarks) == 1000 for listing in listings),
        "max_ent_num": max(int(listing.entity_id.removeprefix("ofac-")) for listing in listings),
        **_names(listings),
    }
    for kind, items in KINDS.items():
        counted = [len(tuple(items(listing))) for listing in listings]
        found[f"{kind}_entries"] = sum(number > 0 for number in counted)
        found[f"{kind}_values"] = sum(counted)
    return found


def _names(listings: Listings) -> dict[str, Any]:
    strong = [name for listing in listings for name in listing.strong_names[1:]]
    weak = [[name for name in listing.names if name.weak] for listing in listings]
    return {
        "alias_strong_alt_csv": len(strong),
        "alias_strong_by_kind": dict(Counter(name.kind.value for name in strong)),
        "alias_weak_remarks": sum(map(len, weak)),
        "entries_with_weak": sum(map(bool, weak)),
        "address_rows_nonempty": sum(
            bool(address.street or address.city or address.country) for one in listings for address in one.addresses
        ),
    }


def imo7(listing: Listing) -> set[str]:
    return {
        i.value
        for i in listing.identifiers
        if i.type in ("imo", "imo_company") and i.value.isdigit() and len(i.value) == 7
    }


def _of_type(kind: str) -> Callable[[Listing], Iterable[object]]:
    return lambda listing: [i for i in listing.identifiers if i.type == kind]


def _labelled(*starts: str) -> Callable[[Listing], Iterable[Identifier]]:
    return lambda listing: [i for i in listing.identifiers if i.label.startswith(starts)]


KINDS: dict[str, Callable[[Listing], Iterable[object]]] = {
    "dob": lambda listing: listing.birth_dates,
    "pob": lambda listing: listing.birth_places,
    "nationality": lambda listing: listing.nationalities,
    "citizen": lambda listing: listing.citizenships,
    "gender": lambda listing: listing.genders,
    "passport": _of_type("passport"),
    "tax_id": _of_type("tax_id"),
    "bic": _of_type("bic"),
    "crypto": _of_type("wallet"),
    "mmsi": _of_type("mmsi"),
    "website": _of_type("website"),
    "imo7": imo7,
    "reg": _labelled("Registration Number", "Registration ID"),
    "natid": _labelled("National ID", "Identification Number", "Cedula"),
    "linked": lambda listing: listing.relations,
    "secondary": lambda one: [said for said in one.secondary_sanctions if not said.startswith("Additional Sanctions")],
    "directive": lambda listing: [directive for directive in listing.directives if directive.order == "EO13662"],
}


def un_figures(listings: Listings) -> dict[str, Any]:
    people = [listing for listing in listings if listing.schema is Schema.PERSON]
    return {
        "entries": len(listings),
        "by_type": {"individual": len(people), "entity": len(listings) - len(people)},
        "lists": dict(Counter(tag for listing in listings for tag in listing.programs)),
        "low": sum(name.weak for listing in listings for name in listing.names),
        "former": sum(name.kind is NameKind.FORMERLY for listing in listings for name in listing.names),
        "names_beside_the_primary": sum(len(listing.names) - 1 for listing in listings),
        "with_dob": sum(bool(listing.birth_dates) for listing in people),
        "with_nationality": sum(bool(listing.nationalities) for listing in listings),
        "documents": sum(len(listing.identifiers) for listing in listings),
    }
