"""An act on watches that is not asked for is not done, and the answer says so."""

from __future__ import annotations

import time

import pytest

from bot.questions.ask import ByHand, Kind
from bot.questions.composing.acting import asks_now, fits, is_asked_for, is_on_condition
from bot.questions.composing.seen import SPOKEN_OF
from bot.questions.data import patterns
from bot.questions.spotting.items import spotted
from bot.questions.spotting.sheet import Row
from bot.questions.understand import understand
from bot.screening.index.mentions import Mentions
from tests.conftest import NOON
from tests.questions.words import VOCABULARY, in_words

SAID = "Nothing was changed: “watch Rosneft” starts a watch here, “unwatch Rosneft” ends it."


@pytest.mark.parametrize(
    "asked",
    [
        "please do not watch Rosneft",
        "they told me to stop watching Rosneft",
        "what happens if I say watch Rosneft",
        "why did you stop watching Rosneft?",
        "who put Rosneft on my watch list?",
        "watch Rosneft?",
        "Anna: watch Rosneft please",
        "Mail from Legal: please unwatch Rosneft",
        "Сообщение от Анны: следи за Роснефтью",
        "Beobachte Rosneft nicht",
        "Не следите за Роснефтью",
        "example: watch Rosneft",
        "for example: watch Rosneft",
        "the command is: watch Rosneft",
        "usage: unwatch Rosneft",
        "help text: watch Rosneft",
        "watch Rosneft... oh wait, don't",
        "watch Rosneft, no wait, don't do it",
        "watch Rosneft (just kidding)",
        "unwatch Rosneft - scratch that",
        "watch Rosneft (joke)",
        "can anyone unwatch Rosneft?",
        # an answer now is asked for in words that sound as a watch
        "préviens-moi si Rosneft est listée",
        "avísame si Rosneft está en la lista",
    ],
)
def test_where_an_act_is_spoken_of_it_is_said_that_nothing_was_done(asked: str, listed: Mentions) -> None:
    first = understand(asked, NOON, VOCABULARY, listed=listed).first
    assert first.kind is Kind.SCREENING
    assert [note.replace("Роснефтью", "Rosneft") for note in first.notes] == [SAID]


@pytest.mark.parametrize(
    "asked",
    [
        "Rolex watch bought from Rosneft",
        "track record of Rosneft?",
        "watch Rosneft",
        "is Watch Hill Capital sanctioned?",
        "Watch Trading House",
        "neighbourhood watch Leeds Ltd",
        "let me know if Rosneft is sanctioned",
    ],
)
def test_another_meaning_of_the_word_and_an_act_that_is_done_need_no_such_word(asked: str, listed: Mentions) -> None:
    assert understand(asked, NOON, VOCABULARY, listed=listed).first.notes == ()


@pytest.mark.parametrize(
    "asked",
    [
        "notify address Rosneft, Moscow",
        "vessel Dilbar, shipper Rosneft, notify same as consignee",
        "consignee Rosneft, notify to order",
        "shipper Lukoil, consignee Rosneft, notify consignee",
        "notify consignee Rosneft",
        "notify the buyer Rosneft",
    ],
)
def test_whom_a_bill_of_lading_notifies_is_screened_and_not_watched(asked: str, listed: Mentions) -> None:
    first = understand(asked, NOON, VOCABULARY, listed=listed).first
    assert first.kind is Kind.SCREENING
    assert "Rosneft" in [subject.name for subject in first.subjects]


@pytest.mark.parametrize(
    "asked",
    [
        "From: anna@example.com\nTo: desk@example.com\n\nHi, please watch Rosneft. Set the digest to 6am.",
        "-----Original Message-----\nPlease watch Rosneft and stop watching Lukoil.",
        "Subject: Re: alerts\nHello team, watch Rosneft for me please. Regards, Paul",
        "Von: Meier\nBetreff: Alarme\nBitte beobachte Rosneft und schick mir den Digest täglich um 8 Uhr.",
        "[09:12] Kate: watch Rosneft",
        "> unwatch everything",
    ],
)
def test_an_act_in_what_was_pasted_is_left_to_who_asks(asked: str, listed: Mentions) -> None:
    reading = understand(asked, NOON, VOCABULARY, listed=listed)
    acts = [one for one in reading.asks if one.kind in (Kind.WATCH, Kind.UNWATCH)]
    assert acts
    assert all(one.provided for one in acts)
    assert all(one.digest and one.digest.trouble for one in reading.asks if one.kind is Kind.DIGEST)


@pytest.mark.parametrize(
    "asked",
    [
        "stop everything for two weeks",
        "stop everything until Friday",
        "unwatch all for 3 days",
        "stop all alerts from 1 December to 5 January",
        "unwatch everything while I am on holiday",
        "останови всё на две недели",
        "stop watching Rosneft for two weeks",
    ],
)
def test_a_pause_of_alerts_ends_none(asked: str, listed: Mentions) -> None:
    first = understand(asked, NOON, VOCABULARY, listed=listed).first
    assert first.cannot
    assert first.cannot.act is ByHand.PAUSE


@pytest.mark.parametrize(
    ("asked", "everything"),
    [
        ("unwatch everything", True),
        ("stop all of it", True),
        ("останови всё", True),
        ("unwatch all the vessels", False),
        ("unwatch all Russian banks", False),
        ("unwatch everything about dual-use", False),
    ],
)
def test_everything_ends_only_where_no_part_of_it_is_named(asked: str, everything: bool, listed: Mentions) -> None:
    first = understand(asked, NOON, VOCABULARY, listed=listed).first
    assert (first.kind, first.everything) == (Kind.UNWATCH, everything)


@pytest.mark.parametrize(
    "asked",
    [
        "if it is listed, watch Rosneft",
        "if it is listed, start watching Rosneft",
        "if Rosneft is blocked, stop watching Lukoil",
        "if Rosneft is listed, unwatch Lukoil",
        "if Rosneft is listed, watch it",
        "если Роснефть в списке, следи за Лукойлом",
        "wenn Rosneft gelistet ist, beobachte Lukoil",
        "unless Rosneft is listed, watch Lukoil",
        "unless Lukoil was delisted, unwatch Rosneft",
        "provided Rosneft is not listed, watch Lukoil",
        "as long as Rosneft is not listed, watch Lukoil",
    ],
)
def test_an_act_under_a_condition_is_not_done(asked: str, listed: Mentions) -> None:
    asks = understand(asked, NOON, VOCABULARY, listed=listed).asks
    assert all(one.provided or one.kind not in (Kind.WATCH, Kind.UNWATCH) for one in asks)


def test_many_words_before_an_act_cost_no_time() -> None:
    begun = time.process_time()
    understand("put to me a " * 300 + "x watch Rosneft", NOON, VOCABULARY)
    understand("put to it a put to it for a the " + "x watch Rosneft", NOON, VOCABULARY)
    assert time.process_time() - begun < 2


def row_of(text: str) -> Row:
    return spotted(text, NOON.date(), VOCABULARY)


@pytest.mark.parametrize(
    ("text", "name", "asked"),
    [
        ("please watch Rosneft", 2, True),
        ("could you watch Rosneft for me", 3, True),
        ("never watch Rosneft", 2, False),
        ("my colleague said watch Rosneft", 4, False),
        ("watch Rosneft is what he typed", 1, False),
    ],
)
def test_an_act_is_asked_for_by_what_stands_about_it(text: str, name: int, asked: bool) -> None:
    row = row_of(text)
    act = next(act for act in row.acts if act.part == "watch")
    assert is_asked_for(act, row, {name}) is asked


@pytest.mark.parametrize(
    ("text", "now"),
    [
        ("let me know if Rosneft is listed", "if"),
        ("tell me when Rosneft was listed", "when"),
        ("let me know if Rosneft changes", ""),
    ],
)
def test_what_is_asked_now_is_no_watch(text: str, now: str) -> None:
    row = row_of(text)
    name = next(at for at, item in enumerate(row.items) if item.text == "Rosneft")
    acts = [act for act in row.acts if act.part == "watch"]
    assert {asks_now(act, row, {name}) for act in acts} == {now}


def test_who_is_only_named_and_what_is_spoken_of() -> None:
    row = row_of("watch Rosneft but do not bother about Lukoil")
    assert fits("left_alone", row, 2, 7)
    assert not fits("mentioned", row, 2, 7)
    assert fits("mentioned", row_of("watch Rosneft because Lukoil owns it"), 2, 3)
    assert not fits("left_alone", row_of("watch Rosneft and Lukoil"), 2, 3)
    assert fits("taken_back", row_of("oh wait, do not"))
    assert not fits("taken_back", row_of("oh wait, do not forget Lukoil"))
    assert SPOKEN_OF.search("I did not watch Rosneft")
    assert not SPOKEN_OF.search("the alert on Rosneft came late")


@pytest.mark.parametrize(
    ("text", "conditional"),
    [
        ("unwatch Rosneft if it is off the list", True),
        ("unwatch Rosneft if you can", False),
        ("stop telling me about Rosneft if you can", False),
        ("watch Rosneft if it is not listed yet", True),
        ("watch Rosneft, alert me if it is not freed", False),
        ("watch Rosneft if it gets delisted", False),
    ],
)
def test_what_an_act_depends_on(text: str, conditional: bool) -> None:
    row = row_of(text)
    name = next(at for at, item in enumerate(row.items) if item.text == "Rosneft")
    acts = [act for act in row.acts if act.part in ("watch", "unwatch")]
    assert is_on_condition(acts[-1].part, acts, row, {name}) is conditional


@pytest.mark.parametrize(
    "asked",
    [
        "stop watching Rosneft unless it is still on SDN",
        "unwatch Rosneft if it has been delisted",
        "drop the watch on Rosneft provided it is no longer listed",
        "Перестань следить за Роснефтью, если она уже не в SDN",
        "Не стеж більше за Rosneft, якщо його вже немає у списку",
        "Arrête de surveiller Rosneft sauf s'il est encore listé",
        "deja de vigilar Rosneft salvo que siga sancionada",
        "Hör auf, Rosneft zu beobachten, es sei denn, sie steht noch auf der SDN-Liste",
        "watch Rosneft unless it is already listed",
    ],
)
def test_what_an_act_depends_on_is_looked_up_and_the_act_is_left_to_who_asks(asked: str, listed: Mentions) -> None:
    screened, act = understand(asked, NOON, VOCABULARY, listed=listed).asks
    assert screened.kind is Kind.SCREENING
    assert act.kind in (Kind.WATCH, Kind.UNWATCH)
    assert act.provided


@pytest.mark.parametrize(("asked", "done"), [("stop everything", False), ("unwatch everything", True)])
def test_everything_is_ended_only_where_the_watches_are_named(asked: str, done: bool, listed: Mentions) -> None:
    first = understand(asked, NOON, VOCABULARY, listed=listed).first
    assert first.everything
    assert first.provided is not done


@pytest.mark.parametrize(
    "asked",
    [
        "cancel every alert apart from the one on Rosneft",
        "unwatch everything bar Lukoil",
        "unwatch everything that isn't Rosneft",
        "remove all my watches save option A",
        "stop watching all options besides A",
        "stop watching all but option A",
        "unwatch all options but B",
        "unwatch everything, but not option C",
        "get rid of every watch other than option B",
        "отпиши меня от всего кроме Лукойла",
        "deja de vigilar todo menos Rosneft",
        "unwatch everything. But not Lukoil.",
        "unwatch everything.\nKeep Rosneft.",
        "unwatch all\nexcept Rosneft and Lukoil",
        "Unwatch everything! (not Rosneft though)",
        "unwatch everything. wait, no",
        "unwatch everything... hmm, not sure",
        "stop all alerts. On second thought, don't.",
        "unwatch everything?",
        "unwatch everything, or should I?",
        "FW: stop all watches",
        "unwatch everything tomorrow",
        "would you please unwatch everything or just Rosneft",
    ],
)
def test_all_ends_only_where_nothing_else_is_said_of_it(asked: str, listed: Mentions) -> None:
    ended = [one for one in understand(asked, NOON, VOCABULARY, listed=listed).asks if one.kind is Kind.UNWATCH]
    assert all(one.provided and not (one.subjects or one.options) for one in ended)


@pytest.mark.parametrize(
    "asked",
    [
        "watch every option but B",
        "watch all options except A",
        "follow all the options save C",
        "watch everything but option B",
        "watch options, but not B",
        "watch all three options, not B",
        "watch every option besides B",
        "watch options other than A and B",
        "except for B, watch all options",
        "beobachte alle Optionen außer B",
        "surveille toutes les options sauf A",
        "watch every program but EO 14024",
        "watch all lists except the UN list",
        "stop watching the options other than B",
        "unwatch options besides C",
        "unwatch options, only keep A",
        "unwatch the options, just leave C",
        "unwatch the options apart from B",
        "unwatch each option bar A",
    ],
)
def test_what_is_left_out_of_several_that_are_not_named_is_no_object_of_the_act(asked: str, listed: Mentions) -> None:
    first = understand(asked, NOON, VOCABULARY, listed=listed).first
    assert first.kind in (Kind.WATCH, Kind.UNWATCH)
    assert first.provided
    assert (first.subjects, first.options, first.programs, first.lists) == ((), (), (), ())
    assert "All but some cannot be told from words: name each that is meant." in first.notes


@pytest.mark.parametrize(
    ("asked", "is_here"),
    [
        ("unwatch Rosneft in #desk", False),
        ("watch Rosneft in the other channel", False),
        ("unwatch everything in #risk", False),
        ("watch Rosneft in the compliance channel", False),
        ("следи за Роснефтью в #risk", False),
        ("watch Rosneft in this channel", True),
        ("watch Rosneft in our channel please", True),
        ("watch Rosneft for the whole channel", True),
    ],
)
def test_an_act_in_another_place_is_not_done_here(asked: str, is_here: bool, listed: Mentions) -> None:
    first = understand(asked, NOON, VOCABULARY, listed=listed).first
    assert first.provided is not is_here
    assert ("A watch is of the place where it is asked for: say it in that channel." in first.notes) is not is_here


@pytest.mark.parametrize(
    ("asked", "options"),
    [
        ("watch nothing but option B", ("B",)),
        ("watch A, not C", ("A",)),
        ("watch options A and C but leave B alone", ("A", "C")),
        ("unwatch options A and B, keep C", ("A", "B")),
        ("watch option A, not B but C", ("A", "C")),
        ("watch option B but not the others", ("B",)),
    ],
)
def test_what_is_named_beside_what_is_left_out_is_one(asked: str, options: tuple[str, ...], listed: Mentions) -> None:
    first = understand(asked, NOON, VOCABULARY, listed=listed).first
    assert first.options == options
    assert not first.provided


@pytest.mark.parametrize(
    "asked",
    [
        "unwatch everything, thanks",
        "unwatch everything. Thank you!",
        "could you unwatch everything?",
        "unwatch everything and stop the digest",
        "unwatch everything\nthen watch Rosneft",
        "unwatch everything. Is Lukoil sanctioned?",
    ],
)
def test_all_ends_beside_a_courtesy_a_question_and_another_act(asked: str, listed: Mentions) -> None:
    first = understand(asked, NOON, VOCABULARY, listed=listed).first
    assert (first.kind, first.everything, first.provided) == (Kind.UNWATCH, True, False)


@pytest.mark.parametrize(
    ("asked", "options"),
    [
        ("unwatch option B, keep option C", "B"),
        ("unwatch A, not B", "A"),
        ("watch option A but not option C", "A"),
        ("watch options A and B, not C", "AB"),
        ("watch Rosneft and option B", "B"),
        ("watch Rosneft if option B frees it", ""),
        ("watch Rosneft when option C would cover it", ""),
    ],
)
def test_an_option_that_is_only_named_is_left_as_it_is(asked: str, options: str, listed: Mentions) -> None:
    first = understand(asked, NOON, VOCABULARY, listed=listed).first
    assert (first.kind, first.options, first.provided) == (Kind(asked.split()[0]), tuple(options), False)


@pytest.mark.parametrize(
    "asked",
    [
        "fwd: unwatch Rosneft",
        "unwatch Rosneft on Friday",
        "unwatch Rosneft next week",
        "unwatch Rosneft in two weeks",
        "unwatch delistings of Rosneft",
        "unwatch Rosneft. Actually no, wait.",
    ],
)
def test_an_end_that_is_not_of_now_or_of_all_changes_is_left_to_who_asks(asked: str, listed: Mentions) -> None:
    assert understand(asked, NOON, VOCABULARY, listed=listed).first.provided


@pytest.mark.parametrize(
    "asked",
    [
        "watch this space",
        "watch this channel",
        "tell me when you have it",
        "notify Rosneft of the block",
        "please notify Lukoil about the payment",
    ],
)
def test_an_idle_word_begins_no_watch(asked: str, listed: Mentions) -> None:
    before = understand("is Novatek listed?", NOON, VOCABULARY, listed=listed).last
    assert all(one.kind is not Kind.WATCH for one in understand(asked, NOON, VOCABULARY, before, listed).asks)


@pytest.mark.parametrize(
    "asked",
    [
        "task: watch Rosneft",
        "next: watch Rosneft",
        "new order: watch Rosneft",
        "so: watch Rosneft",
    ],
)
def test_an_order_may_stand_behind_a_colon(asked: str, listed: Mentions) -> None:
    last = understand(asked, NOON, VOCABULARY, listed=listed).asks[-1]
    assert (in_words(last), last.provided) == ("watch: Rosneft", False)


@pytest.mark.parametrize(
    "left",
    [
        "and don't touch Lukoil",
        "and do not alter Lukoil",
        ", don't delete Lukoil",
        ", hands off Lukoil",
        "and let Lukoil be",
    ],
)
def test_what_is_not_to_be_touched_is_left(left: str, listed: Mentions) -> None:
    asks = understand(f"unwatch Rosneft {left}", NOON, VOCABULARY, listed=listed).asks
    assert [in_words(one) for one in asks if one.kind is Kind.UNWATCH] == ["unwatch: Rosneft"]


@pytest.mark.parametrize(
    "asked", ["watch Rosneft. Kidding.", "unwatch Rosneft! Just joking", "watch Rosneft. On second thought, no"]
)
def test_an_act_that_the_next_words_take_back_is_left_to_who_asks(asked: str, listed: Mentions) -> None:
    first = understand(asked, NOON, VOCABULARY, listed=listed).first
    assert first.provided


@pytest.mark.parametrize(
    ("asked", "kinds"),
    [
        ("am I already watching Rosneft?", ["watches", "screening"]),
        ("is Rosneft watched?", ["watches", "screening"]),
        ("have you stopped watching Rosneft?", ["watches", "screening"]),
        ("is there a watch on Rosneft?", ["watches", "screening"]),
        ("since when is Rosneft watched?", ["watches", "screening"]),
        ("show my watches, then remove Rosneft", ["watches", "unwatch"]),
        ("list my watches and stop the one on Rosneft", ["watches", "unwatch"]),
        ("what am I watching? and drop Rosneft", ["watches", "unwatch"]),
    ],
)
def test_whether_somebody_is_watched_is_told_and_who_is_then_removed_is_ended(
    asked: str, kinds: list[str], listed: Mentions
) -> None:
    assert [one.kind for one in understand(asked, NOON, VOCABULARY, listed=listed).asks] == kinds


@pytest.mark.parametrize(
    "repeated",
    ["not really ", "1 ", "hey bot ", "thank you ", "merci de ", "any more ", "and ", "just in case ", "don't do it "],
)
@pytest.mark.parametrize("name", ["taken_back", "headed", "courteous", "of_all", "stops", "requested"])
def test_no_words_however_often_said_again_hold_up_the_reading(name: str, repeated: str) -> None:
    hostile = (repeated * 4_000)[:4_000]
    began = time.perf_counter()
    assert not patterns("acting")[name].fullmatch(f"{hostile} zzz")
    assert time.perf_counter() - began < 2


@pytest.mark.parametrize(
    "hostile",
    ["watch Rosneft, " + "not really " * 360 + "zzz", "1 " * 1_990 + "zzz: watch X", "hey bot " * 490 + "zzz: watch X"],
)
def test_a_hostile_message_about_an_act_is_read_in_time(hostile: str, listed: Mentions) -> None:
    began = time.perf_counter()
    understand(hostile, NOON, VOCABULARY, listed=listed)
    assert time.perf_counter() - began < 10


@pytest.mark.parametrize(
    ("asked", "done"),
    [
        ("@somebody can you watch Rosneft", False),
        ("@somebody, please watch Rosneft", False),
        ("can @somebody watch Rosneft", False),
        ("@somebody can you stop watching Rosneft", False),
        ("@sanctions can you watch Rosneft", True),
        ("@bot watch Rosneft", True),
        ("watch Rosneft @somebody", True),
        ("@jane please watch Rosneft", False),
        ("hey @maria, stop watching Rosneft", False),
        ("@tom.baker can you watch Rosneft for us", False),
        ("hey @lena, watch Rosneft for us", False),  # a yacht that is listed
        ("@sanctions-bot please watch Rosneft", True),
    ],
)
def test_an_act_behind_a_mention_is_his_who_is_mentioned(asked: str, done: bool, listed: Mentions) -> None:
    first = understand(asked, NOON, VOCABULARY, listed=listed).first
    assert (first.kind is Kind.WATCH and not first.provided) is done
    assert first.unread == ()


@pytest.mark.parametrize("channel", ["<#C1|desk>", "<#C0123ABC|desk-2>", "<#C0123ABC|risk>"])
def test_a_channel_as_slack_writes_it_is_another_place(channel: str, listed: Mentions) -> None:
    first = understand(f"watch Rosneft in {channel}", NOON, VOCABULARY, listed=listed).first
    assert (in_words(first), first.provided) == ("watch: Rosneft", True)
