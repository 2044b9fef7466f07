"""screen: what a request asks, and what asks nothing or could be read wrongly."""

from __future__ import annotations

from typing import Any

import pytest

from bot.cli.screening import LONGEST_NAME, query_of, schema_of
from bot.errors import BadInput
from bot.sanctions.party import Schema
from tests.cli.conftest import Run


def test_a_request_is_read_field_by_field() -> None:
    query = query_of(
        {
            "name": "Oleg Deripaska",
            "schema": "Person",
            "birth_date": 1968,
            "country": "RU",
            "identifiers": {"inn": 7706107510, "passport": None},
        }
    )
    assert (query.name, query.schema, query.country) == ("Oleg Deripaska", Schema.PERSON, "RU")
    assert query.identifiers == {"inn": "7706107510", "passport": ""}
    assert query.birth_date


def test_an_identifier_alone_is_a_question() -> None:
    assert query_of({"identifiers": {"imo": "9253325"}}).name == ""


@pytest.mark.parametrize(
    ("request_", "says"),
    [
        ({}, 'a request needs a "name" or "identifiers"'),
        ({"name": "  ", "identifiers": {"inn": " "}}, 'a request needs a "name" or "identifiers"'),
        ({"name": 7706107510}, '"name" must be a string'),
        ({"name": ["Rosneft"]}, '"name" must be a string'),
        ({"name": "Rosneft", "country": 7}, '"country" must be a string'),
        ({"name": "Rosneft", "birth_date": True}, '"birth_date" must be a string'),
        ({"name": "Rosneft", "identifiers": ["7706107510"]}, '"identifiers" must be an object'),
        ({"name": "Rosneft", "schema": "Ship"}, "unknown schema 'Ship'; known: "),
        ({"name": "R" * (LONGEST_NAME + 1)}, "longer than 1,000 characters"),
    ],
)
def test_what_asks_nothing_or_could_be_read_wrongly_is_refused(request_: dict[str, Any], says: str) -> None:
    with pytest.raises(BadInput) as refused:
        query_of(request_)
    assert says in str(refused.value)


def test_without_a_schema_none_is_supposed() -> None:
    assert schema_of({"name": "Rosneft", "schema": None}) is None


def test_without_a_list_no_name_is_without_a_match(sanctions_bot: Run) -> None:
    said = sanctions_bot("screen", "Zorblax Trading", "--json").json
    assert said["verdict"] == "not_checked"
    assert said["ask_back"].startswith("Not checked: ")


def test_whom_to_screen_and_columns_of_what_is_asked_back(sanctions_bot: Run) -> None:
    assert (sanctions_bot("screen").code, "Screen whom?" in sanctions_bot("screen").err) == (2, True)
