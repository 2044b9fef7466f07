"""Text that was read in the wrong encoding is told from text of any language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.lists.soundness.text import damaged

REAL = (
    "SÃO JOSÉ DOS CAMPOS",
    "ГАЗПРОМ НЕФТЬ",
    "Товариство з обмеженою відповідальністю «Ромашка»",
    "القاعدة",
    "朝鮮貿易銀行",
    "BANK FÜR HANDEL & CO. KG",
    "https://example.org/a?b=1&c=2",
    "Ängström, Åke (1957–2019)",
    "50% owned",
    "Who? Nobody.",
)


@pytest.mark.parametrize("text", REAL)
def test_names_of_any_script_are_sound(text: str) -> None:
    assert not damaged(text)


@pytest.mark.parametrize("table", ["cp1252", "latin-1", "cp1251"])
def test_utf8_read_in_a_table_of_single_bytes_is_damaged(table: str) -> None:
    for text in ("JOSÉ MARTÍ", "ГАЗПРОМ", "Ängström"):
        assert damaged(text.encode().decode(table, errors="replace"))


@pytest.mark.parametrize(
    "text",
    ["JOS\ufffd MARTI", "JOS?E MARTI", "????", "A &amp; B", "A&#39;S", "%D0%93%D0%90", r"\u0413\u0410", "<b>BANK", "A\x1aB"],  # noqa: E501
)  # fmt: skip
def test_lost_signs_and_markup_are_damage(text: str) -> None:
    assert damaged(text)


@given(st.text(st.characters(categories=("Lu", "Ll", "Zs")), max_size=40))
def test_letters_of_one_alphabet_are_never_damaged_twice_encoded_ones_always(text: str) -> None:
    twice = text.encode().decode("latin-1")
    assert damaged(twice) == (twice != text) or damaged(text)
