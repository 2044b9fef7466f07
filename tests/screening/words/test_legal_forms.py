"""Legal forms, and words of them that are misspelt."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from bot.screening.query import Query, Verdict
from bot.screening.screen import Index
from bot.screening.words.legal_forms import _LONG_WORDS, _begun_alike, forms_in, mended, no_forms
from tests.builders import a_listing
from tests.screening.made_up_words import LETTERS


@st.composite
def misspelt(draw: st.DrawFn) -> tuple[str, str]:
    """A long word of a legal form, and the same with one slip anywhere in it."""
    word = draw(st.sampled_from(_LONG_WORDS))
    at, letter = draw(st.integers(0, len(word) - 1)), draw(st.sampled_from(LETTERS))
    rest = word[at + 1 :]
    swapped = word[:at] + rest[:1] + word[at] + rest[1:]
    return word, draw(
        st.sampled_from([word[:at] + rest, word[:at] + letter + rest, word[:at] + letter + word[at:], swapped])
    )


@settings(deadline=None, max_examples=500)
@given(misspelt())
def test_a_word_with_one_slip_is_looked_for_among_those_that_it_may_be(pair: tuple[str, str]) -> None:
    word, slipped = pair
    assert OSA.distance(word, slipped) <= 1
    assert word in _begun_alike(len(slipped), slipped[0], slipped[1])


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("rosneft oil compnay", "rosneft oil company"),
        ("biestra soc anonima", "biestra sociedad anonima"),
        ("akc drustvo kronshtadt", "akcionarsko drustvo kronshtadt"),
        ("soc anonyme sogetel", "societe anonyme sogetel"),
        ("jiont stock company rosneft", "joint stock company rosneft"),
        ("rosneft cmpny", "rosneft company"),
        ("rosneft l l c", "rosneft llc"),
        ("j s co moscow industrial bank", "jsco moscow industrial bank"),
        ("pjs co samaraneftegeofizika", "pjsco samaraneftegeofizika"),
        ("federal state unitary enterp bazalt", "federal state unitary enterprise bazalt"),
        ("stork", "stork"),
    ],
)
def test_misspelt_and_spaced_forms_are_put_right_and_no_name_is(typed: str, read: str) -> None:
    assert " ".join(mended(typed.split())) == read


def test_where_no_word_begins_a_form_there_is_none() -> None:
    for text in ("mahan air", "rosneft pjsc", "joint stock company shvabe"):
        assert no_forms(text.split()) <= (not forms_in(text.split()))
    assert no_forms(["mahan", "air"])


@pytest.mark.parametrize(
    ("listed", "typed"),
    [
        ("NEXIGN JOINT STOCK COMPANY", "NEXIGN JSCo"),
        ("PUBLIC JOINT STOCK COMPANY SAMARANEFTEGEOFIZIKA", "P.J.S.Co. Samaraneftegeofizika"),
        ("JOINT STOCK COMPANY MOSCOW INDUSTRIAL BANK", "J. S. Co. Moscow Industrial Bank"),
        ("LIMITED LIABILITY COMPANY FORTAP", "LLCo FORTAP"),
        ("LIMITED LIABILITY COMPANY GARANTIYA", "L.L.Co. Garantiya"),
        ("URMIA PETROCHEMICAL COMPANY", "Urmia Petrochemical Cie"),
        ("ORBIT INTERNATIONAL FZE", "Orbit International Free Zone Est."),
        # written out, in words that resemble those of another form
        ("MEAMAR SARL", "Meamar Société à responsabilité limitée"),
        ("OCCIDENTAL DE PAPELES LTDA.", "Occidental de Papeles Limitada."),
        ("PLM TRANSPORTE, C.A.", "PLM Transporte, Compañía Anónima"),
        ("DELTA PRIMA SRL", "Delta Prima societa a responsabilita limitata"),
    ],
)
def test_a_form_may_be_written_in_another_way(listed: str, typed: str) -> None:
    assert Index.build([a_listing(listed)]).screen(Query(typed)).verdict is Verdict.LISTED


@pytest.mark.parametrize(
    "asked",
    [
        "Kestrelby Gida Sanayi ve Ticaret Anonim Sirketi",
        "Morrowfen Tekstil Sanayi ve Ticaret Anonim Şirketi",
        "Hollunder Societa per Azioni",
        "Brackenlund Spolka z ograniczona odpowiedzialnoscia",
        "Ostervell Sociedad de Responsabilidad Limitada",
    ],
)
def test_a_legal_form_written_out_means_no_other_firm_of_that_form(asked: str) -> None:
    firms = (
        "SOM PETROL TICARET ANONIM SIRKETI",
        "DELTA PRIMA SOCIETA PER AZIONI",
        "ALFA SPOLKA Z OGRANICZONA ODPOWIEDZIALNOSCIA",
    )
    index = Index.build([a_listing(entity_id=f"T-{at}", name=name) for at, name in enumerate(firms)])
    assert index.screen(Query(asked)).verdict is Verdict.NO_MATCH
    assert index.screen(Query("Som Petrol Ticaret A.S.")).verdict is not Verdict.NO_MATCH
