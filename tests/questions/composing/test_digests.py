"""When a digest is asked to come, in the words that people use."""

from __future__ import annotations

from datetime import date

import pytest

from bot.questions.ask import DigestWish, Kind
from bot.questions.understand import understand
from tests.conftest import NOON
from tests.questions.words import VOCABULARY


def wish_in(words: str) -> DigestWish | None:
    question = understand(words, NOON, VOCABULARY).first
    assert question.kind is Kind.DIGEST
    return question.digest


@pytest.mark.parametrize(
    ("words", "wish"),
    [
        ("digest at 9", DigestWish("09:00")),
        ("move my digest from 9 to 10", DigestWish("10:00")),
        ("digest from 8am to 7:30 please", DigestWish("07:30")),
        ("digest daily at 08:30 Europe/Berlin", DigestWish("08:30", "Europe/Berlin")),
        ("Bitte den Digest jeden Morgen um 7 Uhr Berliner Zeit", DigestWish("07:00", "Europe/Berlin")),
        ("le digest chaque matin à 8h heure de Paris", DigestWish("08:00", "Europe/Paris")),
        ("дайджест каждый день в 9 по московскому времени", DigestWish("09:00", "Europe/Moscow")),
        ("digest at 18h30 CET", DigestWish("18:30", "Europe/Berlin")),
        ("digest at 7:15 am america/new_york", DigestWish("07:15", "America/New_York")),
        ("send us the digest every day at 12 pm", DigestWish("12:00")),
        ("digest on weekdays at 9", DigestWish("09:00", days=(0, 1, 2, 3, 4))),
        ("weekly digest on Mondays at 9", DigestWish("09:00", days=(0,))),
        ("digest on Mondays and Thursdays at 8", DigestWish("08:00", days=(0, 3))),
        ("digest every Tue, Wed and Fri at 7:30 am", DigestWish("07:30", days=(1, 2, 4))),
        ("send us the digest on Monday at 9", DigestWish("09:00", days=(0,))),
        ("weekly digest", DigestWish("09:00", days=(0,))),
        ("weekly digest on Fridays", DigestWish("09:00", days=(4,))),
        ("дайджест по понедельникам в 8", DigestWish("08:00", days=(0,))),
        ("send the digest at 8 in Moscow", DigestWish("08:00", "Europe/Moscow")),
        ("quiet digest at 5pm UTC", DigestWish("17:00", "UTC", silent=True)),
        ("digest every day", DigestWish("09:00")),
        ("stop the digest", DigestWish(stop=True)),
        ("Move the digest to Friday mornings, Berlin time", DigestWish("09:00", "Europe/Berlin", (4,))),
        ("send digest at quarter past seven", DigestWish("07:15")),
        ("digest at half past seven in the evening", DigestWish("19:30")),
        ("please move the morning digest to a quarter to nine, London", DigestWish("08:45", "Europe/London")),
        ("digest at seven o'clock on Mondays", DigestWish("07:00", days=(0,))),
        ("digest at noon on workdays, Tokyo", DigestWish("12:00", "Asia/Tokyo", (0, 1, 2, 3, 4))),
        ("digest at midnight", DigestWish("00:00")),
        ("digest every evening", DigestWish("18:00")),
        ("digest every evening at 7", DigestWish("19:00")),
        ("digest at 8 not at 7", DigestWish("08:00")),
        ("digest not at 7 but at 8", DigestWish("08:00")),
        ("digest at 8 instead of 7", DigestWish("08:00")),
        ("change the digest time to 10", DigestWish("10:00")),
        ("digest every day except Sundays at 8", DigestWish("08:00", days=(0, 1, 2, 3, 4, 5))),
        ("digest daily but not on weekends", DigestWish("09:00", days=(0, 1, 2, 3, 4))),
        ("digest Mon-Fri 8am except Wednesday", DigestWish("08:00", days=(0, 1, 3, 4))),
        ("digest weekdays except Friday at 9", DigestWish("09:00", days=(0, 1, 2, 3))),
        ("digest on weekdays but not Mondays at 9", DigestWish("09:00", days=(1, 2, 3, 4))),
        ("digest on weekdays at 9, not on Fridays", DigestWish("09:00", days=(0, 1, 2, 3))),
        ("digest on weekdays without Friday at 9", DigestWish("09:00", days=(0, 1, 2, 3))),
        ("digest during the week at 9", DigestWish("09:00", days=(0, 1, 2, 3, 4))),
        ("Digest werktags außer Freitag um 8", DigestWish("08:00", days=(0, 1, 2, 3))),
        ("дайджест по будням кроме пятницы в 8", DigestWish("08:00", days=(0, 1, 2, 3))),
        ("digest on weekends", DigestWish("09:00", days=(5, 6))),
        ("subscribe me to the digest", DigestWish("09:00")),
        ("Verschiebe den Digest auf Freitag 9 Uhr", DigestWish("09:00", days=(4,))),
        ("Digest bitte werktags um halb acht", DigestWish("07:30", days=(0, 1, 2, 3, 4))),
        ("Digest um Viertel nach sieben", DigestWish("07:15")),
        ("Schick die Zusammenfassung jeden Montag um 8", DigestWish("08:00", days=(0,))),
        ("Envoie-moi le résumé chaque lundi à 8h", DigestWish("08:00", days=(0,))),
        ("Envoie le digest tous les jours à midi", DigestWish("12:00")),
        ("Envíame el resumen todos los días a las 8", DigestWish("08:00")),
        ("Pon el digest a las 7 y media", DigestWish("07:30")),
        ("Присылай сводку по будням в полдень", DigestWish("12:00", days=(0, 1, 2, 3, 4))),
        ("Перенеси дайджест на 10", DigestWish("10:00")),
        ("Keinen Digest mehr bitte", DigestWish(stop=True)),
        ("Stell den Digest ab", DigestWish(stop=True)),
        ("Schick mir keinen Digest mehr", DigestWish(stop=True)),
        ("Arrête le digest", DigestWish(stop=True)),
        ("Ne m'envoie plus le digest", DigestWish(stop=True)),
        ("No más digest", DigestWish(stop=True)),
        ("Больше не присылай дайджест", DigestWish(stop=True)),
        ("digest off", DigestWish(stop=True)),
        ("Stop the digest.", DigestWish(stop=True)),
        ("please cancel our daily digest", DigestWish(stop=True)),
        ("can you stop sending us the digest here?", DigestWish(stop=True)),
        ("unsubscribe me from the daily digest", DigestWish(stop=True)),
        ("turn the digest off for this channel", DigestWish(stop=True)),
        ("no more digests please", DigestWish(stop=True)),
        ("don\u2019t send us the digest any more", DigestWish(stop=True)),
    ],
)
def test_the_hour_the_zone_and_the_days_are_read(words: str, wish: DigestWish):
    assert wish_in(words) == wish


@pytest.mark.parametrize(
    "words",
    [
        "digest",
        "send me the digest",
        "send the digest now",
        "schick mir den Digest",
        "envoie-moi le résumé",
        "what's the best digest of the week",
        "today's digest",
        "daily digest",
        "show me the digest of last week",
        "digest since the end of October",
        "digest for the end of the month",
        "digest up to the end of 2025",
        "digest since the pause in listings",
        "digest since Treasury's stop in March",
        "digest of what OFAC did off the SDN list",
        "what is in the digest at the end of October",
        "digest of each program",
        "digest every edition since 1 March",
        "digest since the quiet weeks of August",
        "digest of the weekdays before Christmas",
        "show me the weekly digest",
        "show the weekly summary",
        "what's in the digest about Sberbank?",
        "digest on 3 March 2026",
    ],
)
def test_a_digest_that_is_wanted_now_is_no_arrangement(words: str):
    assert wish_in(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "every second Tuesday digest",
        "digest every other Friday at 9",
        "digest once a month",
        "digest twice a day",
        "digest on the first Monday of the month",
        "digest 09:00 and 17:00",
        "digest on Mondays at 9 and Thursdays at 17:00",
        "no digest on Fridays",
        "skip the digest on Mondays",
        "change the digest",
        "can you bring the digest forward by an hour",
        "digest for my team at 9 in #ops",
        "digest in German at 9",
        "send me a digest of EO 14024 every day at 9",
        "do you send a digest every day?",
        "how do I stop the digest?",
        "Присылай дайджест в четверть восьмого",
        "digest hourly",
        "digest every 2 hours",
        "digest every half hour",
        "digest on the 15th",
        "digest on the first of the month",
        "digest on Blursday",
        "digest only about EO 14024",
        "a digest on option A please",
        "not on Mondays, digest every second Tuesday",
    ],
)
def test_what_is_said_of_a_digest_and_not_read_arranges_nothing(words: str):
    wish = wish_in(words)
    assert wish is not None
    assert wish.trouble


@pytest.mark.parametrize(
    "words",
    [
        "don't send a digest on weekends",
        "please never post the digest on Fridays",
        "we do not need a digest on Saturdays",
        "don't send the digest at 8",
        "kein Digest am Wochenende",
        "pas de digest le dimanche",
        "не присылай дайджест по выходным",
    ],
)
def test_days_on_which_it_is_not_to_come_are_never_those_on_which_it_comes(words: str):
    wish = wish_in(words)
    assert wish is not None
    assert "weekdays" in wish.trouble


def test_a_digest_is_not_to_be_forgotten():
    assert wish_in("don't forget the digest at 8") == DigestWish("08:00")


@pytest.mark.parametrize(
    "words",
    ["post a digest in #compliance at 8am every day", "send the digest to #risk daily", "digest to @mark on Mondays"],
)
def test_a_digest_for_another_channel_or_somebody_else_is_asked_for_there(words: str):
    wish = wish_in(words)
    assert wish is not None
    assert "channel" in wish.trouble


@pytest.mark.parametrize(
    ("words", "wish"),
    [
        ("every morning at 8, send me what changed", DigestWish("08:00")),
        ("tell me every Friday what changed", DigestWish(days=(4,))),
        ("on Fridays, tell me what changed", DigestWish(days=(4,))),
        ("each weekday morning at 9 send me the changes", DigestWish(days=(0, 1, 2, 3, 4))),
        ("tell me daily what changed", DigestWish()),
        ("weekly on Mondays at 9 please", DigestWish(days=(0,))),
        ("daily at 8 please", DigestWish("08:00")),
        ("Mondays at 10", DigestWish("10:00", days=(0,))),
    ],
)
def test_changes_that_are_to_be_told_again_and_again_are_a_digest(words: str, wish: DigestWish):
    assert wish_in(words) == wish


def test_what_was_in_the_digest_of_last_week_is_of_that_week():
    question = understand("what was in last week's digest?", NOON, VOCABULARY).first
    assert question.period
    assert question.period.until == date(2026, 11, 22)


@pytest.mark.parametrize("words", ["unpause please", "unpause alerts", "unmute"])
def test_an_end_of_a_pause_without_a_digest_is_no_party(words: str):
    question = understand(words, NOON, VOCABULARY).first
    assert question.kind is Kind.HELP
    assert question.cannot


@pytest.mark.parametrize("words", ["digest at 25", "digest at 13 pm", "digest at 9:75", "digest at 9 Mars/Olympus"])
def test_what_is_no_hour_or_zone_changes_nothing_and_says_why(words: str):
    wish = wish_in(words)
    assert wish is not None
    assert wish.trouble


@pytest.mark.parametrize(
    ("words", "until"),  # asked on Monday, 23 November 2026
    [
        ("pause the digest until Thursday", "2026-11-26"),
        ("pause the digest until Monday", "2026-11-30"),
        ("Please pause our daily digest until next Friday.", "2026-11-27"),
        ("pause digest for a week", "2026-11-30"),
        ("snooze the digest for 3 days", "2026-11-26"),
        ("pause the digest for two weeks", "2026-12-07"),
        ("pause the digest for the next month", "2026-12-23"),
        ("no digest until 7 December", "2026-12-07"),
        ("pause the digest till tomorrow", "2026-11-24"),
        ("pause the digest until 2027-01-04", "2027-01-04"),
        ("pause the digest until January", "2027-01-01"),
        ("pause the digest until next week", "2026-11-30"),
        ("приостанови дайджест до понедельника", "2026-11-30"),
        ("приостанови дайджест на неделю", "2026-11-30"),
    ],
)
def test_a_pause_ends_on_the_day_that_is_said(words: str, until: str):
    assert wish_in(words) == DigestWish(until=date.fromisoformat(until))


@pytest.mark.parametrize("words", ["resume the digest", "please unpause our digest", "возобнови дайджест"])
def test_a_pause_is_ended(words: str):
    assert wish_in(words) == DigestWish(resume=True)


@pytest.mark.parametrize(
    "words",
    [
        "pause the digest",
        "pause the digest until 2025-01-01",
        "mute the digest for now",
        "pause the digest until the new guy is back",
    ],
)
def test_a_pause_without_an_end_changes_nothing_and_says_what_to_say(words: str):
    wish = wish_in(words)
    assert wish is not None
    assert "until when" in wish.trouble


@pytest.mark.parametrize(
    "words",
    [
        "when does the digest come?",
        "who gets the digest?",
        "Do I still get the digest?",
        "why am I getting the digest?",
        "when will I get my digest",
        "Кому приходит дайджест?",
        "когда придёт дайджест",
        "коли надходить дайджест?",
        "wann kommt der Digest?",
        "quand arrive le résumé ?",
        "¿cuándo llega el resumen?",
        "is the digest on?",
        "is there a digest here?",
        "do I have a digest?",
        "how do digests work?",
        "help me with digests",
        "digest help",
        "есть ли тут дайджест?",
    ],
)
def test_when_a_digest_comes_and_to_whom_is_asked(words: str):
    assert wish_in(words) == DigestWish(asked=True)


@pytest.mark.parametrize(
    "words",
    [
        "I don't need the digest any more",
        "we no longer want the daily digest",
        "I'm not interested in the digest any more",
        "ich brauche den Digest nicht mehr",
        "je ne veux plus du résumé",
        "ya no quiero el resumen",
        "мне больше не нужен дайджест",
        "мені більше не потрібен дайджест",
    ],
)
def test_a_digest_that_is_not_wanted_any_more_is_ended(words: str):
    assert wish_in(words) == DigestWish(stop=True)


@pytest.mark.parametrize("words", ["I don't want a digest", "anything but the digest", "don't show me a digest"])
def test_a_digest_that_is_declined_is_neither_shown_nor_ended(words: str):
    wish = wish_in(words)
    assert wish
    assert wish.trouble


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("Дайджест по понедельникам в 9, и без выходных", (0,)),
        ("Дайджест в 9, но не по выходным", (0, 1, 2, 3, 4)),
        ("дайджест о 8, окрім вихідних", (0, 1, 2, 3, 4)),
        ("digest à 9h, pas le week-end", (0, 1, 2, 3, 4)),
        ("without weekends, digest at 8", (0, 1, 2, 3, 4)),
        ("no weekends, digest at 8", (0, 1, 2, 3, 4)),
        ("digest at 8, don't send it on Sundays", (0, 1, 2, 3, 4, 5)),
        ("digest at 8 but never on Sundays", (0, 1, 2, 3, 4, 5)),
    ],
)
def test_the_days_that_are_left_out_are(words: str, days: tuple[int, ...]):
    wish = wish_in(words)
    assert wish
    assert wish.days == days


@pytest.mark.parametrize(
    "words",
    [
        "digest at 8 PST",
        "digest at 7 IST",
        "digest at 9 UTC+4",
        "digest at 9 GMT-5",
        "digest at 9 Lausanne",
        "digest at 9 Beijing",
        "digest at 9 Saint Petersburg",
        "digest at 9 Eastern European Time",
        "digest at 9 Central Africa Time",
        "digest at 9 по Астане",
        "digest at 9 heure de Genève",
        "digest at 9 with vessels only",
        "digest at 9 starting tomorrow",
        "digest at 9 from Monday",
        "digest at 9 until New Year",
        "digest only if something changed",
        "digest without persons",
    ],
)
def test_a_zone_or_a_wish_that_is_none_here_arranges_nothing(words: str):
    wish = wish_in(words)
    assert wish
    assert wish.trouble


@pytest.mark.parametrize(
    ("words", "wish"),
    [
        ("digest at 8 MSK", DigestWish("08:00", "Europe/Moscow")),
        ("digest at 9 Central European Time", DigestWish("09:00", "Europe/Berlin")),
        ("digest at 9 Eastern time", DigestWish("09:00", "America/New_York")),
        ("digest at 9 Zurich time", DigestWish("09:00", "Europe/Zurich")),
        ("digest at 9 sharp", DigestWish("09:00")),
        ("digest every weekday at 9 in this channel", DigestWish("09:00", days=(0, 1, 2, 3, 4))),
        ("digest Mon-Fri 8", DigestWish("08:00", days=(0, 1, 2, 3, 4))),
    ],
)
def test_a_zone_that_is_known_is_taken(words: str, wish: DigestWish):
    assert wish_in(words) == wish


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("start the digest again on 1 December", date(2026, 12, 1)),
        ("resume the digest on Friday", date(2026, 11, 27)),
        ("restart the digest next Monday", date(2026, 11, 30)),
        ("turn the digest back on on Wednesday", date(2026, 11, 25)),
        ("resume the digest tomorrow", date(2026, 11, 24)),
    ],
)
def test_one_that_is_to_come_again_from_a_day_on_comes_as_before(words: str, day: date):
    assert wish_in(words) == DigestWish(until=day)


def told(*said: str) -> DigestWish | None:
    before = None
    for words in said:
        before = understand(words, NOON, VOCABULARY, before).last
    assert before
    return before.digest


@pytest.mark.parametrize(
    ("before", "said", "wish"),
    [
        ("pause the digest until 20 December", "make that 23 December", DigestWish(until=date(2026, 12, 23))),
        ("pause the digest until 20 December", "no, until 10 December", DigestWish(until=date(2026, 12, 10))),
        ("pause the digest until 20 December", "23 December, sorry", DigestWish(until=date(2026, 12, 23))),
        ("digest on Mondays at 8", "not Mondays, Fridays", DigestWish("08:00", days=(4,))),
        ("digest on Mondays at 8", "Tuesdays, not Mondays", DigestWish("08:00", days=(1,))),
        ("digest on Mondays at 8", "and Thursdays", DigestWish("08:00", days=(0, 3))),
    ],
)
def test_what_is_corrected_of_it_is_of_that(before: str, said: str, wish: DigestWish):
    assert told(before, said) == wish


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("pause the digest until 20 December", "at 10"),
        ("pause the digest until 20 December", "on Mondays"),
        ("digest at 9 Moscow", "also on Sundays at noon"),
    ],
)
def test_what_it_cannot_be_besides_changes_nothing(before: str, said: str):
    wish = told(before, said)
    assert wish
    assert wish.trouble


@pytest.mark.parametrize(
    "words",
    [
        "digest on Mondays except Mondays",
        "digest every day except weekdays",
        "digest daily but not on weekdays or Sundays",
    ],
)
def test_days_of_which_none_stays_arrange_nothing(words: str) -> None:
    wish = wish_in(words)
    assert wish
    assert wish.trouble


@pytest.mark.parametrize(
    ("before", "then", "wish"),
    [
        ("digest on weekdays at 9", "not on Fridays", DigestWish("09:00", days=(0, 1, 2, 3))),
        ("pause the digest until Monday", "cancel that", DigestWish(resume=True)),
        ("pause the digest until Monday", "undo", DigestWish(resume=True)),
        ("pause the digest until Monday", "no, don't", DigestWish(resume=True)),
        ("pause the digest until Monday", "forget it", DigestWish(resume=True)),
        ("pause the digest until Monday", "stop the digest", DigestWish(stop=True)),
        ("digest at 9", "cancel that", DigestWish(stop=True)),
    ],
)
def test_what_is_said_of_the_one_before_is_of_what_was_arranged(before: str, then: str, wish: DigestWish) -> None:
    first = understand(before, NOON, VOCABULARY).first
    assert understand(then, NOON, VOCABULARY, first).first.digest == wish


@pytest.mark.parametrize("before", ["pause the digest", "digest on Mondays except Mondays", "resume the digest"])
def test_where_nothing_can_be_taken_back_nothing_is_ended(before: str) -> None:
    wish = understand("cancel that", NOON, VOCABULARY, understand(before, NOON, VOCABULARY).first).first.digest
    assert wish
    assert wish.trouble


@pytest.mark.parametrize(
    "words",
    [
        "I like the digest at 9",
        "the digest at 9 is too early",
        "the digest came at 9 today, why?",
        "digest at 9 was wrong",
        "yesterday's digest at 9 had nothing",
        "thanks for the digest at 9",
        "don't stop the digest",
        "can you stop the digest if I ask?",
        "email me the digest at 9",
    ],
)
def test_who_speaks_of_the_digest_arranges_nothing(words: str):
    wish = wish_in(words)
    assert wish is not None
    assert wish.trouble
