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
    ],
)
def test_what_is_said_of_a_digest_and_not_read_arranges_nothing(words: str):
    wish = wish_in(words)
    assert wish is not None
    assert wish.trouble


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
    ],
)
def test_the_days_that_are_left_out_are(words: str, days: tuple[int, ...]):
    wish = wish_in(words)
    assert wish
    assert wish.days == days
