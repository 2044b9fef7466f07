"""What speaks for or against a hit beside the name."""

from __future__ import annotations

import pytest

from bot.sanctions.party import Schema
from bot.screening.judging.evidence import COUNTRY_AGREES, on_country, on_type


@pytest.mark.parametrize(
    ("asked", "listed"),
    [("North Korea", ["Democratic People's Republic of Korea"]), ("Russia", ["Russian Federation"])],
)
def test_a_country_by_another_name_agrees(asked: str, listed: list[str]) -> None:
    finding = on_country(asked, listed)
    assert finding is not None
    assert (finding.reason.says, finding.against) == (COUNTRY_AGREES, False)
    assert finding.change > 0


@pytest.mark.parametrize("tells", [True, False])
def test_another_country_rules_out_certainty_only_where_the_name_does_not_tell(tells: bool) -> None:
    finding = on_country("Ukraine", ["Democratic People's Republic of Korea"], tells=tells)
    assert finding is not None
    assert finding.change < 0
    assert finding.against is tells
    assert finding.reason.says.startswith("Country differs: asked Ukraine, listed ")


@pytest.mark.parametrize(("asked", "listed"), [("", ["Iran"]), ("Iran", []), ("Iran", [""])])
def test_a_country_that_one_side_lacks_says_nothing(asked: str, listed: list[str]) -> None:
    assert on_country(asked, listed) is None


def test_another_type_speaks_against_and_one_that_may_be_the_same_does_not() -> None:
    other = on_type(Schema.PERSON, Schema.VESSEL)
    assert other is not None
    assert other.against
    assert on_type(None, Schema.VESSEL) is None
