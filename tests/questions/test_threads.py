"""What a follow-up takes from the ask before it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.questions.ask import Ask, DigestWish, HelpWith, Kind, Subject
from bot.questions.composing.ask import ask_of
from bot.questions.composing.shapes import shapes
from bot.questions.spotting.names import ListedNames
from bot.questions.threads import follow, lean
from bot.questions.understand import understand
from bot.screening.index.mentions import Mentions
from tests.conftest import NOON
from tests.questions.words import VOCABULARY, in_words, seen_in, turns


def ask(text: str, before: Ask | None = None) -> Ask:
    return understand(text, NOON, VOCABULARY, before).last


@pytest.mark.parametrize(
    ("before", "said", "kind"),
    [
        ("is Rosneft sanctioned?", "and Lukoil?", Kind.SCREENING),
        ("is Rosneft sanctioned?", "would option B change that?", Kind.COVERAGE),
        ("is Rosneft sanctioned?", "since when?", Kind.HISTORY),
        ("compare options A and B", "and with C?", Kind.COMPARISON),
        ("what changed last week?", "only the removals", Kind.CHANGES),
    ],
)
def test_a_follow_up_leans_on_the_ask_before(before: str, said: str, kind: Kind) -> None:
    question = ask(said, ask(before))
    assert question.kind is kind
    assert question.understood


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("forget rosneft, lukoil instead", "screening: lukoil"),
        ("leave rosneft, try lukoil", "screening: lukoil"),
        ("ignore rosneft and check lukoil and interpal", "screening: lukoil; interpal"),
        ("drop that one and look up interpal", "screening: interpal"),
        ("forget lukoil and interpal", "screening: lukoil; interpal"),
        ("check the uk", "screening: rosneft [list gb_uksl]"),
        ("check eu", "screening: rosneft [list eu_fsf]"),
    ],
)
def test_who_was_asked_about_and_is_let_go_is_not_told_again(said: str, expected: str, listed: ListedNames) -> None:
    assert in_words(turns("is rosneft listed?", said, listed=listed)) == expected


@pytest.mark.parametrize(
    "said",
    ["the iranian one", "the russian ones", "not the bank", "which of them are banks?", "which ones are vessels"],
)
def test_what_does_not_narrow_several_is_said(said: str) -> None:
    question = turns("check Sberbank, Lukoil and Interpal", said)
    assert [subject.name for subject in question.subjects] == ["Sberbank", "Lukoil", "Interpal"]
    assert question.notes == ("Not narrowed: all that were asked about are told.",)


def test_without_anything_before_it_a_pointer_points_at_nobody() -> None:
    assert not ask("is it sanctioned?").understood


@pytest.mark.parametrize("before", ["what's in option B?", "is Rosneft sanctioned?", "what ends in December?", "help"])
@pytest.mark.parametrize(
    "words",
    [
        "is Lukoil on the SDN list?",
        "was VTB on the SDN list on 1 March 2022?",
        "when was VTB first sanctioned",
        "is it true that Sberbank is blocked?",
        "which vessels are under EO 14024?",
        "how many Iranian vessels are sanctioned?",
        "any new vessels added this month?",
        "what relief options do we have",
        "show me option A",
        "check these:\n- Bank Rossiya\n- Promsvyazbank",
        "IMO 9187629",
        "Novatek",
    ],
)
def test_a_question_that_is_whole_asks_the_same_whatever_was_asked_before(before: str, words: str):
    asked = understand(words, NOON, VOCABULARY)
    again = understand(words, NOON, VOCABULARY, understand(before, NOON, VOCABULARY).last)
    assert [(ask.kind, ask.options, ask.lists, ask.as_of) for ask in again.asks] == [
        (ask.kind, ask.options, ask.lists, ask.as_of) for ask in asked.asks
    ]


def test_the_tables_of_follow_ups_say_kinds_and_what_an_ask_names() -> None:
    told = [row.tells.split() for row in (*shapes("again.txt"), *shapes("leaning.txt"))]
    assert {kind for kind, *_ in told} - set(Kind) == {"same", "relative", "told", "back", "linked"}
    assert {name for _, *taken in told for name in taken} == {"options", "programs", "subjects"}


@pytest.mark.parametrize(
    ("before", "said", "expected"),
    [
        ("which licenses cover Venezuela?", "who owns it?", "license"),
        ("watch Lukoil and Gazprom", "actually stop that", "unwatch: Lukoil; Gazprom"),
        ("watch Lukoil", "drop it", "unwatch: Lukoil"),
        ("watch Lukoil", "remove it", "unwatch: Lukoil"),
        ("is Lukoil listed?", "stop watching", "unwatch: Lukoil"),
        ("под санкциями ли Лукойл?", "больше не следи", "unwatch: Лукойл"),
        ("ist Lukoil sanktioniert?", "nicht mehr beobachten", "unwatch: Lukoil"),
        ("чи є Лукойл у списку?", "перестань стежити", "unwatch: Лукойл"),
        ("which licences name Lukoil?", "watch it", "watch: Lukoil"),
        ("which licences name Lukoil?", "and is it sanctioned?", "screening: Lukoil"),
        ("any licences for Lukoil?", "who is linked to it?", "links: Lukoil"),
        ("which licences name Lukoil?", "is it on the UN list?", "screening: Lukoil [list un_sc]"),
        ("which licences name Lukoil?", "when does it end?", "license: Lukoil"),
        ("which licences name Lukoil?", "and Rosneft?", "license: Rosneft"),
        ("is Sberbank sanctioned?", "subsidiaries?", "links: Sberbank"),
        ("is Sberbank sanctioned?", "owners", "links: Sberbank"),
        ("is Sberbank sanctioned?", "and the shareholders?", "links: Sberbank"),
        ("is Sberbank sanctioned?", "link?", "links: Sberbank"),
        ("is Rosneft sanctioned?", "what if EO 13662 is lifted?", "coverage: Rosneft [program UKRAINE-EO13662]"),
        ("is Rosneft sanctioned?", "if EO 13662 is lifted?", "coverage: Rosneft [program UKRAINE-EO13662]"),
        (
            "is Rosneft sanctioned?",
            "would it be free if EO 13662 ended?",
            "coverage: Rosneft [program UKRAINE-EO13662]",
        ),
        ("is Rosneft sanctioned?", "suppose EO 14024 goes", "coverage: Rosneft [program RUSSIA-EO14024]"),
        ("is Rosneft sanctioned?", "and if EO 14024 stays?", "screening: Rosneft"),
        ("is Rosneft sanctioned?", "what is EO 14024?", "program [program RUSSIA-EO14024]"),
        ("would A free Rosneft?", "and if B comes too?", "coverage: Rosneft [option A, option B]"),
        ("would A free Rosneft?", "and together with C?", "coverage: Rosneft [option A, option C]"),
        ("would A free Rosneft?", "and if B comes?", "coverage: Rosneft [option B]"),
        ("would A free Rosneft?", "and B?", "coverage: Rosneft [option B]"),
        ("is Rosneft sanctioned?", "which option helps?", "coverage: Rosneft"),
        ("is Rosneft sanctioned?", "its address?", "screening: Rosneft"),
        ("is Rosneft sanctioned?", "what's its INN?", "screening: Rosneft"),
        ("is Rosneft sanctioned?", "what other names does it have?", "screening: Rosneft"),
        ("is Rosneft sanctioned?", "can you show me its identifiers?", "screening: Rosneft"),
        ("is Rosneft sanctioned?", "where is it based?", "screening: Rosneft"),
        ("is the Fortuna listed?", "what flag is she", "screening: Fortuna"),
        ("is the Fortuna listed?", "call sign", "screening: Fortuna"),
        ("is Igor Sechin listed?", "where does he live?", "screening: Igor Sechin"),
        ("is Igor Sechin listed?", "date of birth?", "screening: Igor Sechin"),
        ("is Igor Sechin listed?", "дата рождения?", "screening: Igor Sechin"),
        ("is Igor Sechin listed?", "где он живёт?", "screening: Igor Sechin"),
        ("is Rosneft sanctioned?", "country of Gref?", "screening: Gref"),
        ("what's in option B?", "what's asked in return?", "option [option B]"),
        ("would option B free Sberbank?", "what would be left?", "coverage: Sberbank [option B]"),
        ("would option B free Sberbank?", "and what would remain?", "coverage: Sberbank [option B]"),
        ("who is under EO 14024?", "how many are they?", "parties [program RUSSIA-EO14024]"),
        ("what about option C?", "who drafted it?", "option [option C]"),
        ("is VTB or Sberbank blocked?", "his wife", "links: VTB; Sberbank"),
        ("what's in option B?", "is Lukoil in it?", "coverage: Lukoil [option B]"),
        ("compare options A and B", "if so, watch it", "watch [option A, option B]"),
        ("what is CAATSA", "watch it", "watch [program CAATSA - RUSSIA]"),
        ("what is CAATSA", "who is in it?", "program [program CAATSA - RUSSIA]"),
        ("is Igor Sechin blocked?", "is there a licence for it?", "license: Igor Sechin"),
        ("is Igor Sechin blocked?", "would B help him?", "coverage: Igor Sechin [option B]"),
    ],
)
def test_a_follow_up_takes_over_what_the_tables_say(before: str, said: str, expected: str) -> None:
    assert in_words(ask(said, ask(before))) == expected


def test_options_that_come_beside_each_other_are_supposed_together() -> None:
    assert turns("would A free Rosneft?", "and if B comes too?").together
    assert turns("is Rosneft sanctioned?", "what if both A and B come?").together
    assert not turns("would A free Rosneft?", "and B?").together


def test_which_of_the_options_compared_helps_is_asked_of_the_party_before() -> None:
    assert in_words(turns("is Rosneft sanctioned?", "compare A and B", "which of these helps it?")) == (
        "coverage: Rosneft [option A, option B]"
    )


@pytest.mark.parametrize(("said", "key"), [("what about 115D?", "GL 115D"), ("and 8L", "GL 8L"), ("14", "GL 14")])
def test_a_number_behind_a_license_is_of_one(said: str, key: str) -> None:
    vocabulary = replace(VOCABULARY, licenses=("GL 8L", "GL 13S", "GL 14", "GL 115D"))
    asked = understand(said, NOON, vocabulary, understand("what does GL 13S allow?", NOON, vocabulary).last).last
    assert (asked.kind, asked.licenses) == (Kind.LICENSE, (key,))


def test_those_who_are_linked_are_meant_by_them_and_none_of_them_is_watched() -> None:
    freed = turns("who is linked to Rosneft?", "which of them would C free?")
    assert (in_words(freed), freed.linked) == ("coverage: Rosneft [option C]", True)
    assert not turns("who is linked to Rosneft?", "would C free it?").linked
    assert turns("who is linked to Rosneft?", "watch them").provided
    assert not turns("who is linked to Rosneft?", "watch it").provided


def test_those_linked_to_a_party_are_asked_about_behind_it() -> None:
    linked = turns("does A free Rosneft?", "and the people linked to it?")
    assert (in_words(linked), linked.linked) == ("coverage: Rosneft [option A]", True)
    persons = turns("who is linked to Rosneft?", "only persons")
    assert (persons.kind, persons.filter and persons.filter.linked_to) == (Kind.PARTIES, "Rosneft")


@pytest.mark.parametrize("said", ["added in 2022", "designated in 2022", "only those added in 2022"])
def test_a_set_is_narrowed_to_those_of_some_days(said: str) -> None:
    question = turns("which banks are listed under EO 14024?", said)
    assert (question.kind, question.programs, question.unread) == (Kind.PARTIES, ("RUSSIA-EO14024",), ())
    assert question.filter
    assert question.filter.designated
    assert question.filter.called == "banks"


@pytest.mark.parametrize("said", ["and on the UN list?", "is either on the UN list?"])
def test_a_list_behind_an_option_is_asked_of_the_party_and_not_of_the_option(said: str) -> None:
    question = ask(said, ask("would option B free Rosneft?"))
    assert (question.kind, question.options, question.lists) == (Kind.SCREENING, (), ("un_sc",))
    assert [subject.name for subject in question.subjects] == ["Rosneft"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("and now?", "screening: Rosneft"),
        ("but now?", "screening: Rosneft"),
        ("and today?", "screening: Rosneft"),
        ("as of today?", "screening: Rosneft"),
        ("and in 2014?", "history: Rosneft [2014-01-01..2014-12-31, as of 2014-12-31]"),
        ("who joined this year", "help [not understood, try is Rosneft sanctioned?]"),
    ],
)
def test_another_day_is_asked_of_the_same_party_and_today_is_now(said: str, expected: str) -> None:
    assert in_words(turns("was Rosneft listed in 2022?", said)) == expected


@pytest.mark.parametrize(
    ("before", "said", "expected"),
    [
        (["is Rosneft listed? And Lukoil?"], "which of the two is under option A?", "coverage: Rosneft; Lukoil"),
        (["is Rosneft listed? And Lukoil?"], "does B reach either of the two", "coverage: Rosneft; Lukoil"),
        (["is Rosneft listed? And Lukoil?"], "are both on the UN list?", "screening: Rosneft; Lukoil [list un_sc]"),
        (["Rosneft", "and Lukoil?"], "which of the two is blocked?", "screening: Rosneft; Lukoil"),
        (["Rosneft", "and Lukoil?"], "sind die beiden gelistet?", "screening: Rosneft; Lukoil"),
        (["Rosneft", "and Lukoil?"], "watch both", "watch: Rosneft; Lukoil"),
        (["Rosneft", "same for Lukoil and Novatek"], "are all three blocked?", "screening: Rosneft; Lukoil; Novatek"),
        (["check Rosneft and Lukoil", "the second one"], "both under option A?", "coverage: Rosneft; Lukoil"),
        (["Rosneft", "and Lukoil?"], "is it on both the SDN and the UN list?", "screening: Lukoil"),
        (["Rosneft", "and Lukoil?"], "what's in the two options", "options"),
    ],
)
def test_as_many_of_those_before_are_meant_as_are_counted(before: list[str], said: str, expected: str) -> None:
    assert in_words(turns(*before, said)).startswith(expected)


@pytest.mark.parametrize(
    "said",
    [
        "which of the two does more for Rosneft?",
        "which is better for Rosneft",
        "which one helps Rosneft more?",
        "does either free Rosneft?",
        "what do both do for Rosneft",
    ],
)
def test_the_two_are_the_options_that_were_compared_where_a_party_is_named(said: str) -> None:
    assert in_words(turns("compare A and B", said)) == "coverage: Rosneft [option A, option B]"


@pytest.mark.parametrize("said", ["are both Rosneft and Lukoil sanctioned?", "is Rosneft on the UN list?", "Rosneft"])
def test_whether_a_party_is_listed_is_no_question_of_the_options_before(said: str) -> None:
    asked = turns("compare A and B", said)
    assert (asked.kind, asked.options) == (Kind.SCREENING, ())


@pytest.mark.parametrize("said", ["same for UN", "is it on the UN list?", "and on the UN list?"])
def test_a_list_is_asked_of_the_party_whatever_an_option_does(said: str) -> None:
    assert in_words(turns("is Rosneft under B?", said)) == "screening: Rosneft [list un_sc]"


@pytest.mark.parametrize(
    ("surname", "said", "name"),
    [
        ("Ivanov", "Sergei", "Sergei Ivanov"),
        ("Smirnov", "Dmitriy?", "Dmitriy Smirnov"),
        ("Petrov", "Alexander", "Alexander Petrov"),
        ("Rosneft", "Sergei", "Sergei"),
        ("Ivanov", "Lukoil", "Lukoil"),
    ],
)
def test_a_given_name_alone_narrows_the_surname_before_it(
    surname: str, said: str, name: str, listed: ListedNames
) -> None:
    assert [subject.name for subject in turns(surname, said, listed=listed).subjects] == [name]


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("Igor please", "Igor Rotenberg"),
        ("Boris, thanks", "Boris Rotenberg"),
        ("not Arkady, Boris", "Boris Rotenberg"),
        ("Arkady, bitte", "Arkady Rotenberg"),
    ],
)
def test_a_given_name_with_a_courtesy_behind_it_narrows_the_surname(said: str, name: str, listed: ListedNames) -> None:
    assert [subject.name for subject in turns("is Rotenberg sanctioned?", said, listed=listed).subjects] == [name]
    assert in_words(turns("watch Rotenberg", said, listed=listed)) == f"watch: {name}"


@pytest.mark.parametrize(
    ("before", "said"), [("Rotenberg", "thanks Boris"), ("is Gazprom sanctioned?", "Maria please")]
)
def test_a_given_name_behind_thanks_is_of_who_is_thanked(before: str, said: str, listed: ListedNames) -> None:
    assert turns(before, said, listed=listed).kind is Kind.HELP


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("watch it and Rosneft", "watch: Novatek; Rosneft"),
        ("watch it and also Rosneft", "watch: Novatek; Rosneft"),
        ("watch both it and Rosneft", "watch: Novatek; Rosneft"),
        ("watch Rosneft and it", "watch: Rosneft; Novatek"),
        ("следи за ним и за Роснефтью", "watch: Novatek; Роснефтью"),
        ("stop watching it and Rosneft", "unwatch: Novatek; Rosneft"),
        ("does B free it and Rosneft?", "coverage: Novatek; Rosneft [option B]"),
        ("check it and Rosneft on the UN list", "screening: Novatek; Rosneft [list un_sc]"),
        ("are they or Rosneft blocked?", "screening: Novatek; Rosneft"),
        ("watch it", "watch: Novatek"),
        ("is it linked to Rosneft?", "links: Rosneft"),
        ("and Rosneft?", "screening: Rosneft"),
    ],
)
def test_who_was_spoken_of_is_one_of_those_it_is_joined_to(said: str, expected: str) -> None:
    assert in_words(turns("is Novatek sanctioned?", said)) == expected


def test_it_beside_another_ask_is_not_joined_to_its_name() -> None:
    asks = understand("watch it, and check Rosneft", NOON, VOCABULARY, turns("is Novatek sanctioned?")).asks
    assert [in_words(ask) for ask in asks] == ["watch: Novatek", "screening: Rosneft"]


@pytest.mark.parametrize(
    "said",
    ["does it cover Sberbank?", "does it apply to Sberbank?", "is Sberbank named in it?", "is Sberbank covered?"],
)
def test_a_party_is_asked_of_the_license_before(said: str) -> None:
    vocabulary = replace(VOCABULARY, licenses=("GL 8L", "GL 13S"))
    before = understand("what does GL 13S allow?", NOON, vocabulary).last
    asked = understand(said, NOON, vocabulary, before).last
    assert (in_words(asked), asked.licenses) == ("license: Sberbank", ("GL 13S",))
    assert in_words(understand("is Sberbank sanctioned?", NOON, vocabulary, before).last) == "screening: Sberbank"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Borisovich", "screening: Sergei Borisovich Ivanov"),
        ("patronymic is Sergeevich", "screening: Sergei Sergeevich Ivanov"),
        ("Abramovich", "screening: Abramovich"),
        ("and Borisovich?", "screening: Borisovich"),
        ("1953", "screening: Sergei Ivanov"),
        ("and in 2014?", "history: Sergei Ivanov"),
    ],
)
def test_a_patronymic_or_a_year_says_which_of_a_name_is_meant(said: str, expected: str, listed: ListedNames) -> None:
    assert in_words(turns("is Sergei Ivanov sanctioned?", said, listed=listed)).startswith(expected)


@pytest.mark.parametrize(
    ("said", "born"),
    [("1953", "1953"), ("12.05.1970", "1970-05-12"), ("12/05/1970", "1970"), ("he was born in 1970 in Kyiv", "1970")],
)
def test_a_day_long_ago_that_is_all_that_is_said_of_a_person_is_a_birth_date(said: str, born: str) -> None:
    question = turns("is Alexander Petrov sanctioned?", said)
    assert (question.kind, [subject.birth_date for subject in question.subjects]) == (Kind.SCREENING, [born])


def test_a_day_long_ago_is_no_birth_date_of_a_firm() -> None:
    assert not any(subject.birth_date for subject in turns("is Rosneft sanctioned?", "12.05.1970").subjects)


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("what was the status of Rosneft in 2021, 2022 and 2023?", 3),
        ("was Rosneft listed in 2022 and 2023?", 2),
        ("was Rosneft listed in 2014 or in 2015?", 2),
        ("was Rosneft listed between 2014 and 2016?", 1),
    ],
)
def test_every_year_of_a_row_is_asked_about(said: str, days: int) -> None:
    asks = understand(said, NOON, VOCABULARY).asks
    assert [ask.kind for ask in asks] == [Kind.HISTORY] * days
    assert len({ask.as_of for ask in asks}) == days


def test_another_given_name_is_of_the_same_surname(listed: ListedNames) -> None:
    assert turns("Ivanov", "Sergei", "Viktor", listed=listed).subjects[0].name == "Viktor Ivanov"


@pytest.mark.parametrize("said", ["it's in Moscow", "its address is in Tehran", "it is in Kyiv", "he lives in Moscow"])
def test_where_somebody_is_changes_nothing_and_is_said_to_be_unread(said: str) -> None:
    reading = understand(said, NOON, VOCABULARY, turns("Acme Trading GmbH"))
    assert in_words(reading.first) == "screening: Acme Trading GmbH"
    assert reading.unread


def test_what_was_said_of_one_question_is_not_said_of_the_next() -> None:
    assert turns("please do not watch Rosneft").notes
    assert turns("please do not watch Rosneft", "since when?").notes == ()


@pytest.mark.parametrize("between", ["thanks", "ok", "hm, never mind", "what a day"])
def test_small_talk_and_what_was_not_understood_end_no_thread(between: str) -> None:
    assert in_words(turns("is Rosneft listed?", between, "since when?")) == "history: Rosneft"


def test_no_act_goes_on_behind_small_talk() -> None:
    assert in_words(turns("watch Rosneft", "thanks", "and Lukoil?")) == "screening: Lukoil"
    assert turns("digest at 8", "thanks", "why").kind is Kind.HELP


def test_who_is_denied_behind_a_watch_is_not_watched() -> None:
    denied = turns("watch Rosneft", "not Lukoil")
    assert (in_words(denied), denied.provided) == ("watch: Lukoil", True)
    assert not turns("watch Rosneft", "not Lukoil", "stop watching it").provided


@pytest.mark.parametrize(
    ("said", "names"),
    [
        ("and daughters Aishat and Karina?", ["Aishat Kadyrov", "Karina Kadyrov"]),
        ("and his wives Medni and Fatima", ["Medni Kadyrov", "Fatima Kadyrov"]),
        ("his daughter Karina", ["Karina Kadyrov"]),
    ],
)
def test_relatives_who_are_called_by_given_names_have_the_surname(said: str, names: list[str]) -> None:
    assert [subject.name for subject in turns("Ramzan Kadyrov", said).subjects] == names
    assert [subject.name for subject in turns("Ramzan Kadyrov", "and his companies?", said).subjects] == names


@pytest.mark.parametrize(
    ("said", "expected", "done"),
    [
        (("watch Rosneft and Lukoil", "no, not Lukoil"), "unwatch: Lukoil", True),
        (("watch Rosneft", "and Lukoil too", "but not Rosneft"), "unwatch: Rosneft", True),
        (("watch Rosneft", "sorry, wrong channel"), "unwatch: Rosneft", True),
        (("watch Rosneft", "never mind"), "unwatch: Rosneft", True),
        (("watch Rosneft", "oh, don't"), "unwatch: Rosneft", True),
        (("unwatch Rosneft", "not Rosneft"), "watch: Rosneft", False),
        (("unwatch Rosneft", "undo"), "watch: Rosneft", False),
        (("is Rosneft listed?", "watch it because Lukoil owns it"), "watch: Rosneft", True),
        (("is Rosneft listed?", "watch it but not Lukoil"), "watch: Rosneft", True),
        (("watch Rosneft", "not Rosneft, Lukoil"), "watch: Lukoil", False),
        (("is Rosneft listed?", "don't watch it"), "screening: Rosneft", True),
        (("¿Está Rosneft en la lista?", "vigílalo"), "watch: Rosneft", True),
        (("Rosneft est-elle listée ?", "surveille-la"), "watch: Rosneft", True),
        (("watch Rosneft", "no"), "unwatch: Rosneft", False),
        (("unwatch Rosneft", "no"), "watch: Rosneft", False),
        (("watch Rosneft", "not for me, for #desk"), "watch: Rosneft", False),
        (("is Rosneft listed?", "Peter, can you watch it?"), "screening: Rosneft", True),
        (("is Rosneft listed?", "watch it if option B would free it"), "watch: Rosneft", False),
    ],
)
def test_an_act_is_taken_back_by_a_few_words(said: tuple[str, ...], expected: str, done: bool) -> None:
    last = turns(*said)
    assert (in_words(last), last.provided) == (expected, not done)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (("под санкциями ли Роснефть?", "а по варианту C?"), "coverage: Роснефть [option C]"),
        (("чи є Роснефть у списку?", "а у варіанті B?"), "coverage: Роснефть [option B]"),
        (("под санкциями ли Роснефть?", "а вариант B?", "следи за ней"), "watch: Роснефть"),
        (("Что в варианте B, а что в C?",), "comparison [option B, option C]"),
        (("є варіант B, а чи звільнить він Роснефть?",), "coverage: Роснефть [option B]"),
        (("что в варианте а?",), "option [option A]"),
        (("сравни варианты а, б и в",), "comparison [option A, option B, option C]"),
    ],
)
def test_a_small_letter_that_joins_is_no_option(said: tuple[str, ...], expected: str) -> None:
    assert in_words(turns(*said)) == expected


@pytest.mark.parametrize(
    ("before", "said", "expected"),
    [
        ("Timchenko", "is he under UKRAINE-EO13661?", "screening: Timchenko"),
        ("Sechin and Gref", "which of them is under UKRAINE-EO13661", "screening: Sechin; Gref"),
        ("is Rosneft listed? And Lukoil?", "either on UN?", "screening: Rosneft; Lukoil [list un_sc]"),
        (
            "is Rosneft listed? And Lukoil?",
            "welche der beiden ist auf der UN-Liste?",
            "screening: Rosneft; Lukoil [list",
        ),
        ("Роснефть под санкциями? А Лукойл?", "следи за обоими", "watch: Роснефть; Лукойл"),
        ("is Rosneft listed?", "when was the UN list updated?", "sources"),
    ],
)
def test_what_of_a_list_or_a_program_is_asked_of_those_before(before: str, said: str, expected: str) -> None:
    assert in_words(turns(before, said)).startswith(expected)


def test_a_digest_is_arranged_anew_by_a_few_words() -> None:
    wishes = [
        turns("digest at 8 Europe/Berlin on Mondays", said).digest
        for said in ("make it 9", "no, on Fridays", "and Fridays too", "stop it", "same time in New York", "9 instead")
    ]
    assert wishes == [
        DigestWish("09:00", "Europe/Berlin", (0,)),
        DigestWish("08:00", "Europe/Berlin", (4,)),
        DigestWish("08:00", "Europe/Berlin", (0, 4)),
        DigestWish(stop=True),
        DigestWish("08:00", "America/New_York", (0,)),
        DigestWish("09:00", "Europe/Berlin", (0,)),
    ]
    assert turns("digest at 8", "sorry, wrong channel").digest == DigestWish(stop=True)
    assert turns("digest at 8", "why").kind is Kind.HELP


ROSNEFT, LUKOIL = Subject("Rosneft"), Subject("Lukoil")
SCREENED = Ask(Kind.SCREENING, subjects=(LUKOIL,), earlier=(ROSNEFT,))


@pytest.mark.parametrize(
    ("text", "before", "said"),
    [
        ("and Sberbank?", SCREENED, "screening: Sberbank"),
        ("and under option B?", SCREENED, "coverage: Lukoil [option B]"),
        ("and C?", Ask(Kind.OPTION, options=("B",)), "option [option C]"),
        ("compare with C", Ask(Kind.OPTION, options=("B",)), "comparison [option B, option C]"),
        ("the first one", Ask(Kind.SCREENING, subjects=(ROSNEFT, LUKOIL)), "screening: Rosneft"),
    ],
)
def test_a_follow_up_takes_from_the_ask_before_it(text: str, before: Ask, said: str) -> None:
    seen = seen_in(text)
    found = follow(seen, ask_of(seen, NOON.date()), before, NOON.date())
    assert found
    assert in_words(found) == said


@pytest.mark.parametrize(
    "text", ["is Gazprom sanctioned?", "what is in option C?", "how many Russian banks are on SDN?"]
)
def test_what_stands_by_itself_is_no_follow_up(text: str) -> None:
    seen = seen_in(text)
    own = ask_of(seen, NOON.date())
    found = follow(seen, own, SCREENED, NOON.date())
    assert found is None or (own and in_words(found) == in_words(own))


def test_it_is_what_was_asked_about() -> None:
    leaned = lean(Ask(Kind.WATCH), seen_in("watch it"), SCREENED)
    assert leaned.subjects == (LUKOIL,)


@pytest.mark.parametrize("said", ["is that a full block?", "is it a block?", "full blocking?", "is this blocking?"])
def test_what_a_listing_comes_to_is_asked_of_the_party(said: str) -> None:
    assert in_words(turns("is Novatek sanctioned?", said)) == "screening: Novatek"
    assert turns("is Novatek sanctioned?", "what is a full block?").kind is Kind.EXPLAIN


@pytest.mark.parametrize(
    "said",
    [
        "so equity is fine?",
        "so debt is ok?",
        "so that's fine?",
        "thanks, and is 90 day debt ok?",
        "perfect, I'll release the payment",
        "ok, I'll send the money then",
        "great, I'll sign the contract",
        "so we are good?",
        "thanks, so payment is fine",
    ],
)
def test_thanks_that_wonder_whether_it_is_in_order_are_no_small_talk(said: str) -> None:
    asked = turns("is Rosneft sanctioned?", said)
    assert (in_words(asked).split(" [")[0], asked.permission) == ("screening: Rosneft", True)


@pytest.mark.parametrize("said", ["thanks", "perfect", "cool, thanks", "thanks, Igor", "are you ok?"])
def test_thanks_stay_thanks(said: str) -> None:
    assert turns("is Igor Sechin sanctioned?", said).help is HelpWith.CHAT


@pytest.mark.parametrize(
    ("before", "said", "expected"),
    [
        ("is Sergei Ivanov sanctioned?", "no, Viktor", "Viktor Ivanov"),
        ("is Sergei Ivanov sanctioned?", "sorry, Viktor", "Viktor Ivanov"),
        ("is Sergei Ivanov sanctioned?", "not Sergei, Viktor", "Viktor Ivanov"),
        ("is Sergei Ivanov sanctioned?", "Viktor, not Sergei", "Viktor Ivanov"),
    ],
)
def test_a_given_name_that_corrects_another_is_of_its_surname(
    before: str, said: str, expected: str, listed: ListedNames
) -> None:
    assert turns(before, said, listed=listed).subjects[0].name == expected


@pytest.mark.parametrize("said", ["was VTB one of them?", "is VTB one of those?", "was VTB among them?"])
def test_whether_a_party_is_among_those_that_changed_is_of_that_time(said: str) -> None:
    before = turns("what changed between 2022-01-21 and 2022-02-25?")
    asked = turns("what changed between 2022-01-21 and 2022-02-25?", said)
    assert (asked.kind, asked.period, [subject.name for subject in asked.subjects]) == (
        Kind.CHANGES,
        before.period,
        ["VTB"],
    )


@pytest.mark.parametrize("before", ["hi", "thanks", "is Lukoil listed?", "watch Niref", "what would option A free?"])
@pytest.mark.parametrize(
    "names",
    [
        "sberbank and tinkoff",
        "rosneft, lukoyl",
        "alrosa, wagner, kalashnikov",
        "hezbolla and hamas",
        "sberbank / tinkoff / alfa-bank",
        "interpal, kalibr trading llc",
        "sberbank and oleg derpaska",
        "sberbank and john smith",
        "und dynapex und sberbank",
        "тинькофф и сбербанк",
    ],
)
def test_in_a_thread_no_fewer_names_are_read_than_without(before: str, names: str, listed: Mentions) -> None:
    alone = understand(names, NOON, VOCABULARY, None, listed)
    earlier = understand(before, NOON, VOCABULARY, None, listed).last
    now = understand(names, NOON, VOCABULARY, earlier, listed)
    assert [subject.name for subject in now.last.subjects] == [subject.name for subject in alone.last.subjects]
    assert now.unread == alone.unread


def test_a_comma_parts_names_in_small_letters_as_and_does(listed: Mentions) -> None:
    assert in_words(turns("is Iran Air listed?", "and mahan, caspian airlines?", listed=listed)) == (
        "screening: mahan; caspian airlines"
    )


@pytest.mark.parametrize("said", ["only the listed ones", "which of them are blocked?", "which are not listed"])
def test_that_several_were_not_narrowed_is_said(said: str, listed: Mentions) -> None:
    question = turns("Sberbank, Zentrix Ltd, Interpal, Green Tulips GmbH", said, listed=listed)
    assert len(question.subjects) == 4
    assert question.notes == ("Not narrowed: all that were asked about are told.",)


@pytest.mark.parametrize("said", ["are they listed?", "and on the UN list?", "Rosneft?"])
def test_nothing_is_said_of_it_where_nothing_narrows(said: str, listed: Mentions) -> None:
    assert turns("Sberbank, Zentrix Ltd, Interpal", said, listed=listed).notes == ()


@pytest.mark.parametrize(
    ("before", "said", "kind"),
    [
        ("does option C cover Sberbank?", "for how long", Kind.OPTION),
        ("would option B free Rosneft?", "when", Kind.OPTION),
        ("would option B free Rosneft?", "since when is it listed", Kind.HISTORY),
        ("would option A free Usmanov?", "what about his sister", Kind.LINKS),
        ("would option A free Usmanov?", "and his family", Kind.COVERAGE),
        ("is Rosneft sanctioned?", "linked companies?", Kind.PARTIES),
        ("is Rosneft sanctioned?", "linked vessels?", Kind.PARTIES),
        ("vessels linked to Sovcomflot", "and would C help", Kind.COVERAGE),
        ("EO 13662", "is it still in force?", Kind.PROGRAM),
        ("price cap", "and in 2024?", Kind.MEASURE),
    ],
)
def test_a_few_words_are_of_what_was_asked_before(before: str, said: str, kind: Kind) -> None:
    of = understand(before, NOON, VOCABULARY).last
    asked = understand(said, NOON, VOCABULARY, of).last
    assert (asked.kind, asked.options) == (kind, asked.options if of.filter or kind is Kind.LINKS else of.options)
    assert asked.kind is not Kind.PARTIES or (asked.filter and asked.filter.linked_to == "Rosneft")
