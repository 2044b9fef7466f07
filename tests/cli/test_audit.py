"""The audit on the command line."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import store.questions
from store.questions import Asked
from tests.cli.conftest import Run
from tests.conftest import NOON
from tests.databases import a_database


def test_the_audit_says_who_asked_what_and_which_options_they_saw(sanctions_bot: Run, tmp_path: Path):
    with a_database(tmp_path).begin() as session:
        for days, options in ((0, ("B",)), (1, ())):
            asked = Asked("T1", "C1", "U1", "what's in option B?", "option", options=options)
            store.questions.record(session, asked, NOON + timedelta(days=days))
    found = sanctions_bot("audit", "--json").json["questions"]
    assert [(one["who"], one["place"], one["options"]) for one in found] == [("U1", "C1", ["B"]), ("U1", "C1", [])]
    assert len(sanctions_bot("audit", "--since", "2026-11-24", "--json").json["questions"]) == 1
    assert len(sanctions_bot("audit", "--option", "b", "--json").json["questions"]) == 1
    assert "options shown: B" in sanctions_bot("audit").out
    assert sanctions_bot("audit", "--since", "soon").code == 2


def test_a_setting_that_names_nobody_is_refused(sanctions_bot: Run):
    for variable, value in (
        ("SANCTIONS_BOT_EDITORS", "maria"),
        ("SANCTIONS_BOT_CONFIDENTIAL_CHANNELS", "#legal"),
        ("SANCTIONS_BOT_CONFIDENTIAL_PEOPLE", "C0LEGAL"),
    ):
        ran = sanctions_bot("ask", "options", **{variable: value})
        assert ran.code == 2
        assert variable in ran.err
