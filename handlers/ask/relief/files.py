"""What is sent as a file: the parties that an option reaches as a table, and pictures with their words."""

from __future__ import annotations

from collections.abc import Sequence

from bot.errors import BadInput
from bot.pictures import Chart, alt_text, draw_png, overlap_chart, reach_chart
from bot.pictures.relief import Drawn
from bot.sanctions.relief.impact import Impact, evaluate
from bot.sanctions.relief.option import ReliefOption
from bot.sanctions.relief.reached import reached_by
from handlers.ask import words
from handlers.ask.option_lines import standing, standings
from handlers.ask.relief.names import table
from handlers.ask.relief.words import lead, one_line
from handlers.attached import Attachment
from handlers.desk import Desk
from store.snapshot.snapshot import Snapshot


def attachment(what: str, desk: Desk) -> Attachment:
    """The file that a button names: "names:B", "picture:B", "overlap:A,B". Raises BadInput where there is none, and
    PicturesMissing where pictures cannot be drawn."""
    kind, _, keys = what.partition(":")
    snapshot = desk.snapshot()
    return made(kind, [the_option(key, snapshot) for key in keys.split(",")], desk)


def made(kind: str, options: Sequence[ReliefOption], desk: Desk) -> Attachment:
    """A file of one of the kinds "names", "picture" and "overlap", of options as they are given."""
    snapshot = desk.snapshot()
    if kind == "names":
        return names_file(options[0], snapshot)
    if kind == "picture":
        return picture(reach_of(options[0], desk, snapshot), options)
    if kind == "overlap" and len(options) > 1:
        return picture(overlap_of(options, desk, snapshot), options)
    raise BadInput("This button is from an older version and cannot be used any more. Ask again for a new one.")


def the_option(key: str, snapshot: Snapshot) -> ReliefOption:
    found = snapshot.option(key)
    if found is None:
        raise BadInput(f"There is no option {key[:20]} here.")
    return found


def names_file(option: ReliefOption, snapshot: Snapshot) -> Attachment:
    says = f"{lead(option)}, version {option.version}: everybody whom it would reach on the lists loaded here."
    return Attachment(f"{_named([option])}.csv", table(option, snapshot).encode(), says, (option.key,))


def picture(chart: Chart, options: Sequence[ReliefOption]) -> Attachment:
    keys = tuple(option.key for option in options)
    says = f"{chart.standing} {chart.title}"
    return Attachment(f"{_named(options)}.png", draw_png(chart), says, keys, alt_text(chart))


def reach_of(option: ReliefOption, desk: Desk, snapshot: Snapshot) -> Chart:
    return reach_chart(_drawn(option, snapshot), _stands(option, snapshot), _foot(desk, snapshot))


def _stands(option: ReliefOption, snapshot: Snapshot) -> str:
    """How it stands now; an old version stands as the option does, and is said to be old."""
    known = snapshot.option(option.key) or option
    old = f" Version {option.version}, superseded." if known.version != option.version else ""
    return f"{standings([known])}{old}"


def overlap_of(options: Sequence[ReliefOption], desk: Desk, snapshot: Snapshot) -> Chart:
    return overlap_chart([_drawn(one, snapshot) for one in options], standings(options), _foot(desk, snapshot))


def _drawn(option: ReliefOption, snapshot: Snapshot) -> Drawn:
    reached = reached_by(impact_of(option, snapshot), snapshot.register)
    return Drawn(option.key, one_line(option.title), option.version, reached)


def impact_of(option: ReliefOption, snapshot: Snapshot) -> Impact:
    """What it would do: as known for the version of now, worked out for any other."""
    known = snapshot.option(option.key)
    return snapshot.impacts[option.key] if known == option else evaluate(option, snapshot.register)


def _foot(desk: Desk, snapshot: Snapshot) -> str:
    return f"Reckoned on: {words.dated(words.edition_notes(desk, snapshot))}. {words.missing_lists(snapshot)}".strip()


def _named(options: Sequence[ReliefOption]) -> str:
    """`option-B-v1-draft-illustrative-not-in-force`: a file says how it stands when it is passed on, too."""
    keys = "-".join(option.key for option in options)
    said = "-".join(dict.fromkeys(standing(option).replace(", ", "-").replace(" ", "-") for option in options))
    version = f"-v{options[0].version}" if len(options) == 1 else ""
    return f"option-{keys}{version}-{said}"
