"""briefing load, export, history: statements, measures, program titles."""

from __future__ import annotations

from pathlib import Path

import click

import store.briefing
from bot.cli.relief import read
from bot.cli.shell import emit, json_option, parts
from bot.errors import BadInput
from bot.sanctions.files.briefing import read_briefing, write_briefing
from handlers.ask.words import count, day
from store.briefing import StatementVersion
from store.database import writing

WHO = "command line"
WORDS = {
    "statements": ("statement", "statements"),
    "measures": ("measure", "measures"),
    "programs": ("program", "programs"),
    "programs_ended": ("ended program", "ended programs"),
    "licenses": ("license", "licenses"),
    "sources": ("source", "sources"),
}


@click.group()
def briefing() -> None:
    """Statements, measures, program titles, general licenses."""


@briefing.command("load")
@click.argument("path", type=click.Path(path_type=Path))
@json_option
def load_briefing(path: Path, as_json: bool) -> None:
    """Store the statements, measures, program notes and licenses of a YAML file: they are added to what is held, and
    take the place of what has the same id; all or nothing."""
    p = parts()
    text = read(path)
    with writing(p.sessions) as session:
        known = [statement.id for statement in store.briefing.statements(session)]
        found = read_briefing(text, path.name, known)
        store.briefing.save_briefing(session, found, p.now(), WHO)
    counted = {
        "statements": len(found.statements),
        "measures": len(found.measures),
        "programs": len(found.programs),
        "programs_ended": len(found.ended),
        "licenses": len(found.licenses),
        "sources": len(found.sources),
    }
    if as_json:
        emit(counted)
    else:
        said = ", ".join(count(n, WORDS[what][0], WORDS[what][1]) for what, n in counted.items() if n)
        click.echo(f"{path.name}: {said or 'nothing'}.")


@briefing.command("export")
@json_option
def export_briefing(as_json: bool) -> None:
    """All of the briefing as YAML, as `briefing load` reads it."""
    with parts().sessions() as session:
        written = write_briefing(store.briefing.whole_briefing(session))
    emit({"yaml": written}) if as_json else click.echo(written, nl=False)


@briefing.command("history")
@click.argument("statement")
@json_option
def history(statement: str, as_json: bool) -> None:
    """What a statement (its id) says and said, the newest first, with who and when."""
    with parts().sessions() as session:
        found = store.briefing.statement_versions(session, statement)
    if not found:
        raise BadInput(f"There is no statement {statement!r} in the briefing.")
    if as_json:
        emit({"statement": statement, "versions": [version_facts(one) for one in found]})
        return
    for one in found:
        source = one.source.publisher if one.source else "none"
        click.echo(f"Version {one.version}, {day(one.at.date().isoformat())}, by {one.who} (source: {source}):")
        click.echo(f"  {one.statement.says}")


def version_facts(one: StatementVersion) -> dict[str, object]:
    return {
        "version": one.version,
        "at": one.at.isoformat(),
        "who": one.who,
        "says": one.statement.says,
        "topics": list(one.statement.topics),
        "confidence": one.statement.confidence,
        "source": {"publisher": one.source.publisher, "date": one.source.date, "url": one.source.url}
        if one.source
        else None,
    }
