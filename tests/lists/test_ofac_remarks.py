"""OFAC's remarks, item by item, as they stand in the files."""

from __future__ import annotations

import pytest

from bot.lists.dates import birth_date
from bot.lists.ofac import remarks as ofac_remarks
from bot.sanctions.listing import Directive, Relation
from bot.sanctions.party import Identifier, Name, NameKind


@pytest.mark.parametrize(
    ("text", "first", "last", "circa"),
    [
        ("12 Mar 1960", "1960-03-12", "1960-03-12", False),
        ("1960", "1960-01-01", "1960-12-31", False),
        ("circa 1960", "1960-01-01", "1960-12-31", True),
        ("Mar 1960", "1960-03-01", "1960-03-31", False),
        ("Feb 1960", "1960-02-01", "1960-02-29", False),
        ("1960 to 1962", "1960-01-01", "1962-12-31", False),
        ("01 Jan 1960 to 31 Dec 1962", "1960-01-01", "1962-12-31", False),
        ("circa 1960-1962", "1960-01-01", "1962-12-31", True),
        ("circa 1976 to 1978", "1976-01-01", "1978-12-31", True),
        ("1960-03-12", "1960-03-12", "1960-03-12", False),
        ("1977 to 1978 (from false passport)", "1977-01-01", "1978-12-31", False),
        ("1978 to 1977", "", "", False),
        ("31 Feb 1960", "", "", False),
        ("24/06/1402 (Hijri Calendar)", "", "", False),
    ],
)
def test_a_birth_date_spans_the_days_that_its_words_can_mean(text: str, first: str, last: str, circa: bool) -> None:
    found = birth_date(text)
    assert (found.text, found.first, found.last, found.circa) == (text, first, last, circa)


def test_every_birth_date_of_the_real_lists_is_understood(edition: object) -> None:
    assert callable(edition)
    for place in ("ofac_sdn/2023-12-28", "ofac_cons/2025-12", "un/2026-02-27"):
        lost = [birth.text for one in edition(place).listings for birth in one.birth_dates if not birth.first]
        assert lost == []


def test_quoted_aliases_are_weak_whatever_is_in_the_quotes() -> None:
    found = ofac_remarks.read("a.k.a. 'O'NEILL, J.'; f.k.a. 'ANA I'; n.k.a. 'NEW NAME'.")
    assert found.weak_names == [
        Name("O'NEILL, J.", NameKind.ALSO, weak=True),
        Name("ANA I", NameKind.FORMERLY, weak=True),
        Name("NEW NAME", NameKind.NOW, weak=True),
    ]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("Tax ID No. 7706107510 (Russia)", Identifier("tax_id", "7706107510", "Russia", "Tax ID No.")),
        (
            "Passport A764712 (Kenya) expires 27 Mar 2013",
            Identifier("passport", "A764712", "Kenya", "Passport", "expires 27 Mar 2013"),
        ),
        (
            "Folio Mercantil No. 22839 (Jalisco) (Mexico)",
            Identifier("registration", "22839 (Jalisco)", "Mexico", "Folio Mercantil No."),
        ),
        ("SWIFT/BIC SABRRUMM", Identifier("bic", "SABRRUMM", label="SWIFT/BIC")),
        ("Digital Currency Address - XBT 1986rYH", Identifier("wallet", "1986rYH", label="XBT")),
        ("Digital Currency Address - XBT194xmrZA", Identifier("wallet", "194xmrZA", label="XBT")),
        (
            "Government Gazette Number 09804148 (Russia)",
            Identifier("other", "09804148", "Russia", "Government Gazette Number"),
        ),
        ("BIK (RU) 044525700", Identifier("other", "044525700", "", "BIK (RU)")),
        ("Email:adelb@shabakah.net.sa", Identifier("email", "adelb@shabakah.net.sa", label="Email")),
        (
            "Legal Entity Number 253400V1H6ART1UQ0N98 (Russia)",
            Identifier("lei", "253400V1H6ART1UQ0N98", "Russia", "Legal Entity Number"),
        ),
        ("NIT # 800018928-0 (Colombia)", Identifier("other", "800018928-0", "Colombia", "NIT")),
    ],
)
def test_an_identifier_keeps_its_value_country_and_note_apart(item: str, expected: Identifier) -> None:
    assert ofac_remarks.read(f"{item}.").identifiers == [expected]


def test_a_ship_and_its_owner_have_imo_numbers_of_two_kinds() -> None:
    ship = ofac_remarks.read("Vessel Registration Identification IMO 9220639; MMSI 273345870.", vessel=True)
    owner = ofac_remarks.read("Company Number IMO 5055293; Identification Number IMO 5342883.")
    assert [(i.type, i.value) for i in ship.identifiers] == [("imo", "9220639"), ("mmsi", "273345870")]
    assert [(i.type, i.value) for i in owner.identifiers] == [("imo_company", "5055293"), ("imo_company", "5342883")]


def test_directives_secondary_sanctions_and_links_are_facts_and_the_rest_is_kept_as_notes() -> None:
    found = ofac_remarks.read(
        "Executive Order 13662 Directive Determination - Subject to Directive 1; "
        "alt. Executive Order 13662 Directive Determination - Subject to Directive 4; "
        "Executive Order 14024 Directive Information Subject to Directive 1a - As of the effective date; "
        "Secondary sanctions risk: See Section 11 of Executive Order 14024.; "
        "Additional Sanctions Information - Subject to Secondary Sanctions; (Linked To: GAZPROM); "
        "Target Type State-Owned Enterprise; Linked To: BLUE ENERGY TRADE LTD. CO."
    )
    assert found.directives == [Directive("EO13662", "1"), Directive("EO13662", "4"), Directive("EO14024", "1a")]
    assert found.secondary_sanctions == [
        "See Section 11 of Executive Order 14024.",
        "Additional Sanctions Information - Subject to Secondary Sanctions",
    ]
    assert found.relations == [Relation("GAZPROM"), Relation("BLUE ENERGY TRADE LTD. CO")]  # the last dot is lost
    assert found.notes == [
        "Executive Order 14024 Directive Information Subject to Directive 1a - As of the effective date",
        "Target Type State-Owned Enterprise",
    ]


def test_two_values_with_no_space_between_them_are_two() -> None:
    """As in the remarks of ofac-42496."""
    found = ofac_remarks.read("Digital Currency Address - XBT 18yW;alt. Digital Currency Address - XBT 12jV.")
    assert [i.value for i in found.identifiers] == ["18yW", "12jV"]


def test_no_item_of_the_remarks_is_lost() -> None:
    remarks = "DOB 1946; something new; POB Egypt; Frobnication Number 12."
    found = ofac_remarks.read(remarks)
    assert found.notes == ["something new", "Frobnication Number 12"]


def test_directive_2_of_eo_14024_is_known_by_its_listing_date_alone() -> None:
    """As Sberbank's remarks have it: Directive 3 is said in words, Directive 2 by its dates."""
    found = ofac_remarks.read(
        "Executive Order 14024 Directive Information Subject to Directive 3 - All transactions in new debt; "
        "Listing Date (EO 14024 Directive 2): 24 Feb 2022; Effective Date (EO 14024 Directive 2): 26 Mar 2022; "
        "Listing Date (EO 14024 Directive 3): 24 Feb 2022."
    )
    assert found.directives == [Directive("EO14024", "3"), Directive("EO14024", "2")]
    assert len(found.notes) == 4
