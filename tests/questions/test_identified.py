"""More of who a party is, told behind a question about it."""

from __future__ import annotations

import pytest

from bot.questions.ask import Ask, Kind, Subject
from bot.questions.identified import narrows, told_more, with_surname
from bot.screening.index.mentions import Mentions
from tests.conftest import NOON
from tests.questions.words import in_words, seen_in, turns

ROTENBERG = Ask(Kind.SCREENING, subjects=(Subject("Rotenberg"),))
IVANOV = Ask(Kind.SCREENING, subjects=(Subject("Sergei Ivanov"),))


@pytest.mark.parametrize("said", ["Igor, please", "Igor", "not Arkady, Boris"])
def test_a_given_name_says_which_of_a_surname_is_meant(said: str, listed: Mentions) -> None:
    seen = seen_in(said, listed)
    given = seen.parties[-1].subject
    assert narrows(given, seen, ROTENBERG, listed)
    assert with_surname(given, seen, ROTENBERG, listed).name == f"{given.name} Rotenberg"


def test_of_several_parties_or_of_a_firm_a_given_name_says_nothing(listed: Mentions) -> None:
    seen = seen_in("Igor", listed)
    given = seen.parties[-1].subject
    both = Ask(Kind.SCREENING, subjects=(Subject("Rotenberg"), Subject("Kovalchuk")))
    assert not narrows(given, seen, both, listed)
    assert not narrows(given, seen, Ask(Kind.SCREENING, subjects=(Subject("Rosneft"),)), listed)


@pytest.mark.parametrize(
    ("said", "born"), [("1953", "1953"), ("31.01.1953", "1953-01-31"), ("12/05/1953", "1953"), ("born 1953", "1953")]
)
def test_a_day_long_ago_behind_a_person_is_a_birth_date(said: str, born: str) -> None:
    assert [subject.birth_date for subject in told_more(seen_in(said), IVANOV, NOON.date())] == [born]


@pytest.mark.parametrize("said", ["2024", "24.02.2022", "and why?"])
def test_a_day_of_late_or_none_tells_no_more(said: str) -> None:
    assert told_more(seen_in(said), IVANOV, NOON.date()) == ()


@pytest.mark.parametrize(
    ("before", "said", "who"),
    [
        ("is cartes listed?", "horacio", "horacio cartes"),
        ("is cartes listed?", "Horacio?", "Horacio cartes"),
        ("is cartes listed?", "it's horacio", "horacio cartes"),
        ("is cartes listed?", "i meant horacio", "horacio cartes"),
        ("is cartes listed?", "first name horacio", "horacio cartes"),
        ("is cartes listed?", "and horacio?", "horacio cartes"),
        ("is cartes listed?", "name is horacio manuel", "horacio manuel cartes"),
        ("is shoigu listed", "ksenia", "ksenia shoigu"),
        ("is timchenko listed?", "xenia", "xenia timchenko"),
        ("is dodik listed?", "milorad", "milorad dodik"),
        ("is shor listed?", "ilan", "ilan shor"),
        ("is gupta listed?", "atul", "atul gupta"),
        ("is assad listed?", "maher", "maher assad"),
        ("is wang listed?", "mingming", "mingming wang"),
        ("is kadyrov listed", "medni", "medni kadyrov"),
        ("is maduro listed", "cilia", "cilia maduro"),
        ("is gonzalez penuelas listed", "ignacio", "ignacio gonzalez penuelas"),
        ("is saleh listed?", "ahmed ali", "ahmed ali saleh"),
        ("is rotenberg listed", "lilia one", "lilia rotenberg"),
    ],
)
def test_what_a_listed_name_holds_beside_the_name_before_says_which_is_meant(
    before: str, said: str, who: str, listed: Mentions
) -> None:
    assert in_words(turns(before, said, listed=listed)) == f"screening: {who}"


@pytest.mark.parametrize("said", ["sberbank", "zorblax", "and rosneft?", "maersk"])
def test_who_has_no_such_name_is_another(said: str, listed: Mentions) -> None:
    question = turns("is shoigu listed?", said, listed=listed)
    assert [subject.name for subject in question.subjects] == [said.removeprefix("and ").strip("?")]


def test_an_unknown_word_alone_may_be_a_given_name_of_the_surname_before(listed: Mentions) -> None:
    question = turns("is makhluf listed?", "ehab", listed=listed)
    assert [(subject.name, subject.within) for subject in question.subjects] == [("ehab", "ehab makhluf")]


@pytest.mark.parametrize(
    "said", ["from Culiacan", "he's from Medellin", "its in Zug", "in culiacan", "located in London"]
)
def test_where_the_party_before_is_is_no_party(said: str, listed: Mentions) -> None:
    question = turns("is Juan Garcia sanctioned?", said, listed=listed)
    assert [subject.name for subject in question.subjects] == ["Juan Garcia"]
    assert question.unread == (said,)


@pytest.mark.parametrize(
    "said",
    [
        "address: Calle 12, Medellin",
        "tel +7 495 1234567",
        "email deripaska@mail.ru",
        "everything except sdn",
        "not on sdn, the UN one",
        "not the russian one",
        "Sergei, please look",
        "Olga, could you please check",
    ],
)
def test_what_no_list_is_looked_through_for_is_no_party_and_is_said_to_be_unread(said: str, listed: Mentions) -> None:
    question = turns("is Juan Garcia sanctioned?", said, listed=listed)
    assert ([subject.name for subject in question.subjects], question.lists) == (["Juan Garcia"], ())
    assert question.unread == (said,)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("email from deripaska", "deripaska"),
        ("phone rosneft", "rosneft"),
        ("Oleg Deripaska, can you check please", "Oleg Deripaska"),
        ("case 12: Igor Sechin", "Igor Sechin"),
    ],
)
def test_a_party_behind_what_looks_like_a_label_is_screened(said: str, name: str, listed: Mentions) -> None:
    question = turns("is Juan Garcia sanctioned?", said, listed=listed)
    assert [subject.name for subject in question.subjects] == [name]


@pytest.mark.parametrize(
    ("said", "country"),
    [
        ("no, the swiss one", "Switzerland"),
        ("no, I meant the Cypriot one", "Cyprus"),
        ("not the russian one, the one in luxembourg", "luxembourg"),
        ("not the russian but the german one", "Germany"),
    ],
)
def test_of_two_countries_the_one_that_is_not_denied_is_told(said: str, country: str) -> None:
    assert [subject.country for subject in turns("is Gazprombank listed?", said).subjects] == [country]


@pytest.mark.parametrize("said", ["and from Gazprombank?", "in Sberbank"])
def test_a_listed_firm_is_no_place(said: str, listed: Mentions) -> None:
    question = turns("is Rosneft sanctioned?", said, listed=listed)
    assert [subject.name for subject in question.subjects] == [said.rpartition(" ")[2].strip("?")]
