"""How a text file is encoded is told from its bytes; where that is not sure it is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.batch.encodings import encoding_of
from bot.errors import BadInput

RUSSIAN = "Название;Страна\nПубличное акционерное общество Роснефть;Россия\nСбербанк России;Россия\n"
GERMAN = "Name;Land\nMüller & Söhne GmbH;Deutschland\nGrößte Bäckerei;Österreich\nSociété Générale;France\n"


def of(tmp_path: Path, content: bytes) -> str:
    path = tmp_path / "names.csv"
    path.write_bytes(content)
    return encoding_of(path)


@pytest.mark.parametrize(
    ("text", "written", "told"),
    [
        (RUSSIAN, "utf-8", "utf-8"),
        (RUSSIAN, "utf-8-sig", "utf-8-sig"),
        (RUSSIAN, "utf-16", "utf-16"),
        (GERMAN, "utf-16-le", "utf-16-le"),
        (GERMAN, "utf-16-be", "utf-16-be"),
        (RUSSIAN, "cp1251", "cp1251"),
        (GERMAN, "cp1252", "cp1252"),
        ("name\nRosneft\n", "ascii", "utf-8"),
        ("", "ascii", "utf-8"),
    ],
)
def test_an_encoding_is_told(tmp_path: Path, text: str, written: str, told: str) -> None:
    assert of(tmp_path, text.encode(written)) == told


def test_a_utf_8_file_that_is_odd_only_at_its_far_end_is_no_utf_8(tmp_path: Path) -> None:
    plain = b"name;country\n" + b"Rosneft;Russia\n" * 80_000
    assert of(tmp_path, plain + "Müller;Österreich\n".encode()) == "utf-8"
    assert of(tmp_path, plain + "Müller;Österreich\n".encode("cp1252")) == "cp1252"


def test_a_letter_that_the_end_of_the_file_cuts_is_no_utf_8(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be told"):
        of(tmp_path, "name\nРоснефть".encode()[:-1])


@pytest.mark.parametrize(
    "content",
    [RUSSIAN.encode("koi8-r"), RUSSIAN.encode("cp866"), "名前\nロスネフチ\n".encode("shift-jis")],
    ids=["koi8-r", "cp866", "shift-jis"],
)
def test_letters_that_cannot_be_told_are_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(BadInput, match=r"The letters of names\.csv cannot be told"):
        of(tmp_path, content)


@pytest.mark.parametrize("content", [b"PK\x03\x04\0\0\0\0\x01\x02", b"\0" * 100, bytes(range(256))])
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(BadInput, match="is not a table of text"):
        of(tmp_path, content)
