"""What OFAC's remarks say of identifiers, as it writes them."""

from __future__ import annotations

import pytest

from bot.lists.ofac.identifiers import identifier, labelled

WALLET = "12QtD5BFwRsdNsAZY76UVE1xyCGNTojH9h"
LEI = "253400WSS48YWMBUA688"  # Gazprombank's


@pytest.mark.parametrize(
    ("item", "kind", "value", "country"),
    [
        ("Tax ID No. 7706107510 (Russia)", "tax_id", "7706107510", "Russia"),
        ("Passport G737411 (Tunisia) issued 24 Oct 1990 expires 20 Sep 1997", "passport", "G737411", "Tunisia"),
        ("Tax ID No.7706107510 (Russia)", "tax_id", "7706107510", "Russia"),
        ("Tax ID No.: 7706107510", "tax_id", "7706107510", ""),
        ("Passport L 191609 issued 28 Feb 1996 expires 27 Feb 2001", "passport", "L 191609", ""),
        ("Diplomatic Passport 4606 (Russia)", "other", "4606", "Russia"),
        (f"Legal Entity Number {LEI}", "lei", LEI, ""),
        ("Legal Entity Number 12345 (Malta)", "registration", "12345", "Malta"),
        ("Website www.rosneft.com (English)", "website", "www.rosneft.com (English)", ""),
        ("Email:someone@example.org", "email", "someone@example.org", ""),
        (f"Digital Currency Address - XBT {WALLET}", "wallet", WALLET, ""),
        ("Digital Currency Address - XBT194xmqoS", "wallet", "194xmqoS", ""),
        ("Passport", "passport", "", ""),
    ],
)  # fmt: skip
def test_an_item_of_the_remarks_is_read(item: str, kind: str, value: str, country: str) -> None:
    found = identifier(item, vessel=False)
    assert found is not None
    assert (found.type, found.value, found.country) == (kind, value, country)


@pytest.mark.parametrize("item", ["DOB 01 Jan 1960", "Gender Male", "Secondary sanctions risk:", ""])
def test_what_is_no_identifier_is_none(item: str) -> None:
    assert identifier(item, vessel=False) is None


@pytest.mark.parametrize(
    ("item", "vessel", "kind"),
    [
        ("Vessel Registration Identification IMO 7406784", True, "imo"),
        ("Company Number IMO 5985863", False, "imo_company"),
        ("Identification Number IMO 6235071", False, "imo_company"),
        ("Identification Number IMO 9262924", True, "imo"),
        ("Vessel Registration Identification 42", True, "registration"),
    ],
)
def test_the_numbers_of_ships_and_of_their_owners_are_two(item: str, vessel: bool, kind: str) -> None:
    found = identifier(item, vessel)
    assert found is not None
    assert found.type == kind


@pytest.mark.parametrize(
    ("label", "value", "kind"),
    [
        ("Company Number", "IMO 5985863", "imo_company"),
        ("Company Number", "5985863", "registration"),
        ("Digital Currency Address - XBT", "12QtD5", "wallet"),
        ("Passport #", "#G737411", "passport"),
        ("Gender", "Male", None),
    ],
)
def test_a_format_with_fields_gives_what_the_remarks_would(label: str, value: str, kind: str | None) -> None:
    found = labelled(label, value, "", "", vessel=False)
    assert (found.type if found else None) == kind
