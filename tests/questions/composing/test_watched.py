"""What an order to watch says that a watch cannot do is said, and what would end more than is meant is not done."""

from __future__ import annotations

import pytest

from bot.questions.ask import Kind
from bot.questions.understand import understand
from bot.screening.index.mentions import Mentions
from tests.conftest import NOON
from tests.questions.words import VOCABULARY, in_words


@pytest.mark.parametrize(
    ("asked", "note"),
    [
        ("watch Rosneft and its subsidiaries", "belongs"),
        ("keep an eye on Sberbank, VTB and their subsidiaries", "belongs"),
        ("watch all vessels under PEESA-EO14039", "as a whole"),
        ("beobachte alle Schiffe unter PEESA-EO14039", "as a whole"),
        ("watch the SDN list for Cuban entries", "as a whole"),
        ("alert me if Sberbank is freed", "Every change"),
        ("ping me if Deripaska gets delisted", "Every change"),
        ("notify me only if Rosneft is removed", "Every change"),
        ("tell me when Rosneft is added to the UN list", "Every change"),
        ("watch Rosneft on the UN list", "Every change"),
        ("watch all Iranian banks", "described"),
        ("daily alert for Syrian vessels", "described"),
        ("watch Sberbank until Friday", "no end"),
        ("watch Sberbank for two weeks", "no end"),
    ],
)
def test_a_watch_on_more_or_less_than_was_asked_for_is_said_to_be_one(asked: str, note: str, listed: Mentions) -> None:
    first = understand(asked, NOON, VOCABULARY, listed=listed).first
    assert first.kind is Kind.WATCH
    assert not first.provided
    assert [note in said for said in first.notes] == [True]


@pytest.mark.parametrize(
    "asked",
    [
        "watch Rosneft",
        "watch Rosneft's status",
        "watch the companies Rosneft and Lukoil",
        "watch these companies: Rosneft, Lukoil",
        "watch the SDN list",
        "watch RUSSIA-EO14024",
        "add Rosneft to my watch list",
        "tell me when anything changes on Rosneft",
    ],
)
def test_a_watch_on_what_was_asked_for_needs_no_such_word(asked: str, listed: Mentions) -> None:
    first = understand(asked, NOON, VOCABULARY, listed=listed).first
    assert (first.kind, first.notes) == (Kind.WATCH, ())


@pytest.mark.parametrize(
    "asked",
    [
        "watch everything that Deripaska owns",
        "watch Deripaska's companies",
        "watch Usmanov's yacht",
        "watch the yacht of Usmanov",
        "watch the owner of Rosneft",
        "watch Rosneft's subsidiaries",
        "watch the director of Rosneft",
        "is Rosneft listed? then watch its branches",
    ],
)
def test_a_party_is_not_watched_for_what_it_has(asked: str, listed: Mentions) -> None:
    last = understand(asked, NOON, VOCABULARY, listed=listed).asks[-1]
    assert (last.kind, last.provided) == (Kind.WATCH, True)
    assert ["belongs" in said for said in last.notes] == [True]


@pytest.mark.parametrize("asked", ["unwatch Usmanov's yacht", "stop watching Deripaska's companies"])
def test_the_end_of_a_part_does_not_end_the_whole(asked: str, listed: Mentions) -> None:
    first = understand(asked, NOON, VOCABULARY, listed=listed).first
    assert first.kind is Kind.UNWATCH
    assert first.provided


def test_what_a_party_is_under_is_not_watched_with_it(listed: Mentions) -> None:
    under, beside = (
        understand(asked, NOON, VOCABULARY, listed=listed).first
        for asked in ("watch Rosneft under RUSSIA-EO14024", "watch Rosneft and RUSSIA-EO14024")
    )
    assert (under.programs, beside.programs) == ((), ("RUSSIA-EO14024",))


@pytest.mark.parametrize(
    "asked",
    [
        "keep me posted on Rosneft, but don't bother about Lukoil",
        "watch Rosneft and forget about Lukoil",
        "watch Rosneft, never mind Lukoil",
        "watch Rosneft instead of Lukoil",
        "watch Rosneft rather than Lukoil",
        "watch Rosneft but don't watch Lukoil",
        "keep watching Rosneft but leave Lukoil",
        "watch Rosneft because Lukoil owns it",
        "watch Rosneft for our client Lukoil",
        "watch Rosneft though Lukoil is still listed",
        "watch Rosneft like you watch Lukoil",
        "watch Rosneft, which Lukoil owns, and Lukoil's bank",
    ],
)
def test_who_is_left_alone_or_only_named_is_screened_and_not_watched(asked: str, listed: Mentions) -> None:
    asks = understand(asked, NOON, VOCABULARY, listed=listed).asks
    assert [in_words(one) for one in asks] == ["screening: Lukoil", "watch: Rosneft"]
    assert "Lukoil was only screened: say “watch Lukoil” to watch it." in asks[1].notes


@pytest.mark.parametrize(
    "asked",
    [
        "Watch Rosneft but tell me if Lukoil is listed",
        "watch Rosneft, and I also want to know if Lukoil is listed",
        "Surveille Rosneft et dis-moi si Lukoil est sanctionnée",
        "Vigila Rosneft y dime si Lukoil está sancionada",
        "Следи за Rosneft и скажи, в списке ли Lukoil",
        "Стеж за Rosneft і скажи, чи у списку Lukoil",
        "Beobachte Rosneft und gib Bescheid, ob Lukoil gelistet ist",
    ],
)
def test_what_is_asked_behind_an_act_is_answered(asked: str, listed: Mentions) -> None:
    asks = understand(asked, NOON, VOCABULARY, listed=listed).asks
    assert [in_words(one) for one in asks] == ["watch: Rosneft", "screening: Lukoil"]


@pytest.mark.parametrize(
    "asked",
    [
        "replace Rosneft by Lukoil in my watches",
        "please swap Rosneft for Lukoil on our watch list",
        "ersetze Rosneft durch Lukoil in meinen Alarmen",
        "drop Rosneft from my watches and add Lukoil",
        "unwatch Rosneft and add Lukoil",
    ],
)
def test_one_takes_the_place_of_another(asked: str, listed: Mentions) -> None:
    asks = understand(asked, NOON, VOCABULARY, listed=listed).asks
    assert [in_words(one) for one in asks] == ["unwatch: Rosneft", "watch: Lukoil"]


@pytest.mark.parametrize(
    "asked", ["get rid of the Rosneft watch", "delete my watch on Rosneft", "drop the Rosneft alert"]
)
def test_the_end_of_a_watch_by_its_noun_is_one(asked: str, listed: Mentions) -> None:
    assert in_words(understand(asked, NOON, VOCABULARY, listed=listed).first) == "unwatch: Rosneft"


@pytest.mark.parametrize(
    "asked",
    [
        "drop Rosneft and add Lukoil",
        "I'd rather you watched Rosneft than Lukoil",
        "forget about Rosneft",
        "don't bother about Rosneft",
        "I no longer care about Rosneft",
        "Rosneft need not be watched any longer",
        "we can stop with Rosneft",
        "enough of Rosneft",
        "I don't want to hear about Rosneft again",
        "tell me tomorrow if Rosneft is delisted",
        "if Rosneft is delisted ping #compliance",
        "if Rosneft is delisted tell <#C0123>",
        "please notify us if the payment from Rosneft arrives",
    ],
)
def test_who_is_let_go_in_other_words_is_screened_and_nothing_is_changed(asked: str, listed: Mentions) -> None:
    reading = understand(asked, NOON, VOCABULARY, listed=listed)
    assert not {Kind.WATCH, Kind.UNWATCH} & {one.kind for one in reading.asks}
    assert any("Nothing was changed" in note for note in reading.first.notes)


@pytest.mark.parametrize(
    "asked",
    [
        "skip Rosneft, check Lukoil",
        "Ignore the last message, is Rosneft sanctioned?",
        "Drop Trading GmbH",
        "is Leave Holding Ltd listed",
    ],
)
def test_a_question_that_begins_like_that_needs_no_such_word(asked: str, listed: Mentions) -> None:
    first = understand(asked, NOON, VOCABULARY, listed=listed).first
    assert (first.kind, first.notes) == (Kind.SCREENING, ())


def test_a_watch_and_what_it_does_are_two_asks(listed: Mentions) -> None:
    asked = "watch option C and also tell me what it does for VTB"
    asks = understand(asked, NOON, VOCABULARY, listed=listed).asks
    assert [in_words(one) for one in asks] == ["watch [option C]", "coverage: VTB [option C]"]


@pytest.mark.parametrize(
    "asked",
    [
        "am I watching Rosneft?",
        "is anybody watching Rosneft?",
        "why are you watching Rosneft?",
        "I already unwatched Rosneft, right?",
        "is Rosneft on our watch list?",
        "¿Estoy vigilando Rosneft?",
        "Слежу ли я за Rosneft?",
    ],
)
def test_whether_a_party_is_watched_is_asked_of_the_watches_and_it_is_screened(asked: str, listed: Mentions) -> None:
    asks = understand(asked, NOON, VOCABULARY, listed=listed).asks
    assert [in_words(one) for one in asks] == ["watches: Rosneft", "screening: Rosneft"]


@pytest.mark.parametrize(
    "asked",
    [
        "is Rosneft listed? I'd like to be told whenever anything changes for it.",
        "if Rosneft comes off SDN let me know",
        "before checking Rosneft, watch it",
        "tomorrow at 9 watch Rosneft",
        "next week please unwatch Rosneft",
    ],
)
def test_an_act_that_was_meant_and_not_done_is_said_to_be_none(asked: str, listed: Mentions) -> None:
    reading = understand(asked, NOON, VOCABULARY, listed=listed)
    assert all(one.kind is Kind.SCREENING for one in reading.asks)
    assert "“watch Rosneft” starts a watch here" in reading.first.notes[-1]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Check Lukoil, and set up an alert for Rosneft", ["screening: Lukoil", "watch: Rosneft"]),
        ("Please check Lukoil. Oh and also start a watch on Rosneft.", ["screening: Lukoil", "watch: Rosneft"]),
        ("¿Sigue sancionada Lukoil? Y además vigila Rosneft", ["screening: Lukoil", "watch: Rosneft"]),
        ("watch Rosneft as well as Lukoil", ["watch: Rosneft; Lukoil"]),
    ],
)
def test_an_act_that_is_asked_for_beside_something_else_is_done(asked: str, expected: list[str], listed: Mentions):
    assert [in_words(one) for one in understand(asked, NOON, VOCABULARY, listed=listed).asks] == expected


@pytest.mark.parametrize(
    "asked",
    [
        "watch Rosneft and stop the digest",
        "watch Rosneft and switch off the daily digest",
        "watch Rosneft, stop the digest here",
        "watch Rosneft and stop the digest on weekends",
        "watch Rosneft but stop sending the digest to this channel",
        "watch Rosneft, and no digest on weekends",
    ],
)
def test_what_is_said_of_a_digest_beside_a_watch_ends_no_watch(asked: str, listed: Mentions) -> None:
    asks = understand(asked, NOON, VOCABULARY, listed=listed).asks
    assert [one.kind for one in asks] == [Kind.WATCH, Kind.DIGEST]


@pytest.mark.parametrize(
    "said",
    [
        "actually don't watch it",
        "on second thought don't",
        "don't watch him after all",
        "не надо за ней следить",
        "don't watch Rosneft",
    ],
)
def test_a_watch_that_is_not_wanted_after_all_is_ended(said: str, listed: Mentions) -> None:
    before = understand("watch Rosneft", NOON, VOCABULARY, listed=listed).last
    assert in_words(understand(said, NOON, VOCABULARY, before, listed).first) == "unwatch: Rosneft"


@pytest.mark.parametrize(
    "asked",
    [
        "не присылай больше ничего про Роснефть",
        "больше не пиши про Роснефть",
        "не надсилай більше нічого про Rosneft",
        "don't send me anything about Rosneft anymore",
        "schick mir nichts mehr über Rosneft",
        "n'envoie plus rien sur Rosneft",
        "no me mandes nada más sobre Rosneft",
    ],
)
def test_nothing_more_that_is_to_be_sent_of_a_party_ends_its_watch(asked: str, listed: Mentions) -> None:
    first = understand(asked, NOON, VOCABULARY, listed=listed).first
    assert (first.kind, [subject.sought in ("Rosneft", "Роснефть") for subject in first.subjects]) == (
        Kind.UNWATCH,
        [True],
    )


@pytest.mark.parametrize(
    ("asked", "done"),
    [
        ("put Perarin on the watchlist, take Somia off", ["watch Perarin", "unwatch Somia"]),
        ("pop Somia on watch and remove Perarin", ["watch Somia", "unwatch Perarin"]),
        ("take Rosneft off my watchlist and add Kamaz", ["unwatch Rosneft", "watch Kamaz"]),
        ("add Rosneft to the watchlist and take a look at Kamaz", ["watch Rosneft", "screening Kamaz"]),
        ("take Rosneft off my watchlist and put Kamaz through screening", ["unwatch Rosneft", "screening Kamaz"]),
        ("am I watching Mahan Air", ["watches Mahan Air", "screening Mahan Air"]),
        # no mark, or a comma alone, stands between them
        ("watch Alrosa, unwatch Rosneft", ["watch Alrosa", "unwatch Rosneft"]),
        ("watch Alrosa unwatch Rosneft", ["watch Alrosa", "unwatch Rosneft"]),
        ("follow Lukoil, mute Rosbank", ["watch Lukoil", "unwatch Rosbank"]),
        ("stop watching Rosneft, watch Alrosa instead", ["unwatch Rosneft", "watch Alrosa"]),
        ("unwatch Sberbank, watch VTB Bank, watch Rosneft", ["unwatch Sberbank", "watch VTB Bank"]),
        ("please watch Alrosa, please unwatch Rosneft", ["watch Alrosa", "unwatch Rosneft"]),
        ("beobachte Rosneft nicht mehr, beobachte Alrosa", ["unwatch Rosneft", "watch Alrosa"]),
        ("surveille Alrosa, ne surveille plus Rosneft", ["watch Alrosa", "unwatch Rosneft"]),
        ("mute Rosneft (keep Alrosa), watch Rosbank", ["screening Alrosa", "unwatch Rosneft", "watch Rosbank"]),
        # who is let go before the act is not acted on, and who is named behind another act neither
        ("don't watch Rosneft, watch Alrosa", ["screening Rosneft", "watch Alrosa"]),
        ("not Rosneft - watch Alrosa", ["screening Rosneft", "watch Alrosa"]),
        ("I watch Alrosa, unwatch Rosneft", ["screening Alrosa", "unwatch Rosneft"]),
        ("remove Rosneft from the watchlist, add Alrosa", ["unwatch Rosneft", "watch Alrosa"]),
        ("end the watch on Rosneft, begin one on Alrosa", ["screening Alrosa", "unwatch Rosneft"]),
        ("I'd like us to watch Alrosa from now on", ["watch Alrosa"]),
        ("watch program SDGT and Alrosa", ["watch Alrosa"]),
    ],
)
def test_each_of_two_acts_is_done(asked: str, done: list[str], listed: Mentions) -> None:
    asks = understand(asked, NOON, VOCABULARY, listed=listed).asks
    assert [f"{one.kind} {one.subjects[0].name}" for one in asks] == done


@pytest.mark.parametrize(
    ("asked", "read", "unread"),
    [
        ("watch Rosneft and show me option A", ["watch: Rosneft", "option [option A]"], ()),
        ("watch Rosneft, is Lukoil listed?", ["screening: Lukoil", "watch: Rosneft"], ()),
        ("watch Rosneft, what changed this month?", ["watch: Rosneft"], ("what changed this month",)),
        ("unwatch Rosneft, how fresh are your lists?", ["unwatch: Rosneft"], ("how fresh are your lists",)),
        ("watch Rosneft, could you", ["watch: Rosneft"], ()),
        ("watch Rosneft, Lukoil and Novatek", ["watch: Rosneft; Lukoil; Novatek"], ()),
    ],
)
def test_what_is_asked_behind_an_act_is_no_part_of_it_and_is_answered_or_said_to_be_unread(
    asked: str, read: list[str], unread: tuple[str, ...], listed: Mentions
) -> None:
    reading = understand(asked, NOON, VOCABULARY, listed=listed)
    assert [in_words(one).split(" [20")[0] for one in reading.asks] == read
    assert reading.unread == unread
