"""options load, list, show, impact, compare, export."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

import handlers.ask
import store.options
from bot.cli.asking import HERE
from bot.cli.relief_json import comparison_json, impact_json
from bot.cli.shell import Parts, emit, json_option, parts, terminal
from bot.console import draw
from bot.errors import BadInput
from bot.part_files import PartFile
from bot.questions.ask import Ask, Kind, OptionWish
from bot.sanctions.files.options import read_options, write_options
from bot.sanctions.relief.option import ReliefOption
from handlers.ask.relief import files as relief_files
from handlers.options.news import compose_news, queue_news
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
    with p.sessions() as session:
        newest = [store.options.option(session, option.key) for option in found]
    bases = [before.version if before else 0 for before in newest]
    told = [compose_news(option, base, WHO, why, p.desk) for option, base in zip(found, bases, strict=True)]
    with writing(p.sessions) as session:
        saved = [
            store.options.save_on(session, option, base, WHO, why, p.now())
            for option, base in zip(found, bases, strict=True)
        ]
        for one, answer in zip(saved, told, strict=True):
            if one.is_new:
                queue_news(session, one.option, answer, p.now())
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
        draw(handlers.ask.answer(Ask(Kind.OPTIONS), p.desk, HERE), terminal())


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
@click.option("--version", type=int, help="That version, as it was made.")
@click.option("--plot", type=click.Path(path_type=Path), help="Write a picture of its reach (PNG); needs matplotlib.")
@json_option
def show_option(key: str, version: int | None, plot: Path | None, as_json: bool) -> None:
    """What an option holds."""
    p = parts()
    option = the_option(key, p)
    made = the_version(option, version, p)
    if plot:
        write(plot, "picture", (made,), p)
    wish = OptionWish(versions=(version,) if version is not None else ())
    answer = handlers.ask.answer(Ask(Kind.OPTION, options=(option.key,), option=wish), p.desk, HERE)
    if as_json:
        emit({**summary(made), "text": answer.text, "versions": versions_of(option, p), **written(plot)})
    else:
        draw(answer, terminal())


@options.command()
@click.argument("key")
@click.option("--csv", "table", type=click.Path(path_type=Path), help="Write everybody whom it would reach (CSV).")
@json_option
def impact(key: str, table: Path | None, as_json: bool) -> None:
    """Whom an option would reach on the lists in force here."""
    p = parts()
    option = the_option(key, p)
    if table:
        write(table, "names", (option,), p)
    if as_json:
        emit({**impact_json(option, p.desk.snapshot()), **written(table)})
    else:
        draw(handlers.ask.answer(Ask(Kind.OPTION, options=(option.key,)), p.desk, HERE), terminal())


@options.command()
@click.argument("one")
@click.argument("other")
@click.option("--plot", type=click.Path(path_type=Path), help="Write a picture of their overlap (PNG).")
@json_option
def compare(one: str, other: str, plot: Path | None, as_json: bool) -> None:
    """How two options differ."""
    p = parts()
    first, second = the_option(one, p), the_option(other, p)
    if first.key == second.key:
        raise BadInput(f"Option {first.key} is compared with itself: name two options.")
    if plot:
        write(plot, "overlap", (first, second), p)
    answer = handlers.ask.answer(Ask(Kind.COMPARISON, options=(first.key, second.key)), p.desk, HERE)
    if as_json:
        emit({**comparison_json(first.key, second.key, p.desk.snapshot()), "text": answer.text, **written(plot)})
    else:
        draw(answer, terminal())


@options.command()
def export() -> None:
    """All options as YAML, as `options load` reads it."""
    click.echo(write_options(list(parts().desk.snapshot().options)), nl=False)


def versions_of(option: ReliefOption, p: Parts) -> list[dict[str, object]]:
    with p.sessions() as session:
        found = store.options.versions(session, option.key)
    return [
        {"version": v.option.version, "status": v.option.status, "who": v.who, "why": v.why, "at": v.at.isoformat()}
        for v in found
    ]


def the_version(option: ReliefOption, version: int | None, p: Parts) -> ReliefOption:
    """The option as one version had it. Raises BadInput where there is no such version."""
    if version is None:
        return option
    with p.sessions() as session:
        found = store.options.option(session, option.key, version)
    if found is None:
        raise BadInput(f"Option {option.key} has no version {version}; it is at version {option.version}.")
    return found


def write(path: Path, kind: str, options: Sequence[ReliefOption], p: Parts) -> None:
    """Write a table or a picture to a file, whole or not at all. The name of a picture ends in .png."""
    if kind != "names" and path.suffix.lower() != ".png":
        raise BadInput(f"{path.name}: a picture is a PNG, so its name has to end in .png.")
    content = relief_files.made(kind, options, p.desk).content
    part = PartFile(path)
    try:
        part.path.write_bytes(content)
        part.keep()
    except OSError as error:
        raise BadInput(f"{path.name} cannot be written: {error.strerror}") from error
    finally:
        part.drop()
    click.echo(f"{path.name}: written.", err=True)


def written(path: Path | None) -> dict[str, str]:
    return {"file": str(path)} if path else {}


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
