"""options load, list, show, impact, compare, export."""

from __future__ import annotations

from pathlib import Path

import click

import handlers.ask
import store.options
from bot.cli.asking import HERE
from bot.cli.shell import Parts, emit, json_option, parts, terminal
from bot.console import draw
from bot.errors import BadInput
from bot.questions.question import Kind, Question
from bot.sanctions.formats.options import read_options, write_options
from bot.sanctions.relief import ReliefOption, impact_facts
from store.database import writing

WHO = "command line"


@click.group()
def options() -> None:
    """Relief options: drafted, not law."""


@options.command("load")
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--why", default="loaded from a file", show_default=True, help="Why this version is made.")
@json_option
def load_options(path: Path, why: str, as_json: bool) -> None:
    """Store the options of a YAML file; each that differs becomes a new version. All or nothing."""
    p = parts()
    found = read_options(read(path), path.name)
    with writing(p.sessions) as session:
        saved = [store.options.save_option(session, option, WHO, why, p.now()) for option in found]
    rows = [{"option": s.option.key, "version": s.option.version, "new": s.is_new} for s in saved]
    if as_json:
        emit({"options": rows})
        return
    for s in saved:
        click.echo(f"Option {s.option.key}: {'now' if s.is_new else 'unchanged,'} version {s.option.version}.")


@options.command("list")
@json_option
def list_options(as_json: bool) -> None:
    """Every option with its status."""
    p = parts()
    if as_json:
        emit({"options": [summary(o) for o in p.desk.snapshot().options]})
    else:
        draw(handlers.ask.answer(Question(Kind.OPTIONS), p.desk, HERE), terminal())


def summary(option: ReliefOption) -> dict[str, object]:
    return {
        "key": option.key,
        "title": option.title,
        "status": option.status,
        "illustrative": option.illustrative,
        "version": option.version,
        "in_force": option.in_force,
        "summary": option.summary,
    }


@options.command("show")
@click.argument("key")
@json_option
def show_option(key: str, as_json: bool) -> None:
    """What an option holds."""
    p = parts()
    option = the_option(key, p)
    answer = handlers.ask.answer(Question(Kind.OPTION, options=(option.key,)), p.desk, HERE)
    emit({**summary(option), "text": answer.text}) if as_json else draw(answer, terminal())


@options.command()
@click.argument("key")
@json_option
def impact(key: str, as_json: bool) -> None:
    """Whom an option would reach on the lists in force here."""
    p = parts()
    option = the_option(key, p)
    if as_json:
        emit(impact_facts(p.desk.snapshot().impacts[option.key]))
    else:
        draw(handlers.ask.answer(Question(Kind.OPTION, options=(option.key,)), p.desk, HERE), terminal())


@options.command()
@click.argument("one")
@click.argument("other")
@json_option
def compare(one: str, other: str, as_json: bool) -> None:
    """How two options differ."""
    p = parts()
    keys = (the_option(one, p).key, the_option(other, p).key)
    answer = handlers.ask.answer(Question(Kind.COMPARISON, options=keys), p.desk, HERE)
    if not as_json:
        draw(answer, terminal())
        return
    first, second = (p.desk.snapshot().impacts[key] for key in keys)
    emit(
        {
            "options": list(keys),
            "only": {
                keys[0]: sorted(first.covered - second.covered),
                keys[1]: sorted(second.covered - first.covered),
            },
            "both": sorted(first.covered & second.covered),
            "measures": {keys[0]: list(first.measures), keys[1]: list(second.measures)},
            "text": answer.text,
        }
    )


@options.command()
def export() -> None:
    """All options as YAML, as `options load` reads it."""
    click.echo(write_options(list(parts().desk.snapshot().options)), nl=False)


def the_option(key: str, p: Parts) -> ReliefOption:
    found = p.desk.snapshot().option(key.upper())
    if found is None:
        known = ", ".join(o.key for o in p.desk.snapshot().options)
        raise BadInput(f"There is no option {key.upper()}; there are: {known or 'none'}.")
    return found


def read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadInput(f"{path.name} cannot be read: {error}") from error
