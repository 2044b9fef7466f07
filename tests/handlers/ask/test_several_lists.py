"""One name on the lists of several publishers: whose each listing is can be read."""

from __future__ import annotations

from pathlib import Path

from bot.lists.files import EditionFiles
from bot.questions.ask import Ask, Kind, Subject
from handlers.ask import answer
from handlers.desk import Desk
from jobs.loading import load
from tests.conftest import NOON
from tests.databases import a_database
from tests.lists.files import UN_XML, sdn_file, sdn_row


def test_the_lists_of_others_of_the_name_are_named(tmp_path: Path) -> None:
    sessions = a_database(tmp_path)
    sdn = sdn_file(sdn_row(12_838, "BADEGE, Eric", "DRCONGO", kind="individual"))
    assert load(sessions, "us_ofac_sdn", EditionFiles({"primary": sdn}, "2026-11-20"), None, NOON).status == "applied"
    assert load(sessions, "un_sc", EditionFiles({"consolidated": UN_XML}), None, NOON).status == "applied"
    asked = Ask(Kind.SCREENING, text="Eric Badege", subjects=(Subject("Eric Badege"),))
    said = answer(asked, Desk(sessions, lambda: NOON)).text
    assert said.startswith("LISTED, blocked: Eric Badege")
    assert "other party of this name" not in said
    assert "The same party on other lists: UN (blocked)." in said
    assert "SDN 20 Nov 2026" in said
    assert "UN 27 Feb 2026" in said
