"""licenses: the general licenses known to the briefing."""

from __future__ import annotations

import click

from bot.answers.licenses import license_facts
from bot.cli.asking import iso_day
from bot.cli.shell import emit, json_option, parts, terminal
from bot.console import draw
from bot.questions.ask import Subject
from handlers.ask.relief.licenses import Asked
from handlers.ask.relief.licenses import answer as licenses_answer


@click.command()
@click.option("--party", help="Only those that name or reach this party.")
@click.option("--as-of", "as_of", help="ISO date: how they stood on that day, as far as it was seen.")
@click.option("--program", "programs", multiple=True, help="Program tag; may be given again.")
@click.option("--ending", is_flag=True, help="Only those that end within 60 days.")
@json_option
def licenses(party: str | None, as_of: str | None, programs: tuple[str, ...], ending: bool, as_json: bool) -> None:
    """General licenses known to the briefing: never that one is in force today."""
    p = parts()
    subjects = (Subject(party),) if party else ()
    on = iso_day(as_of, "--as-of")
    asked = Asked(subjects=subjects, programs=programs, as_of=on, ending=ending)
    answer = licenses_answer(asked, p.desk)
    if not as_json:
        draw(answer, terminal())
        return
    snapshot = p.desk.snapshot()
    known, linked = snapshot.content.licenses, {n: one.entity_ids for n, one in snapshot.named.by_name.items()}
    day = (on or p.now().date()).isoformat()
    keys = answer.facts["licenses"]
    assert isinstance(keys, list)
    emit(
        {
            "party": party,
            "as_of": day,
            "licenses": [license_facts(known[key], known, linked, day) for key in keys],
            "text": answer.text,
        }
    )
