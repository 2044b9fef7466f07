"""An ask: one thing asked, once it is understood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from bot.sanctions.party import Schema

T = TypeVar("T")


class Kind(StrEnum):
    SCREENING = "screening"
    OPTION = "option"
    OPTIONS = "options"
    COVERAGE = "coverage"  # a party and relief together
    COMPARISON = "comparison"
    CHANGES = "changes"
    PROGRAM = "program"
    MEASURE = "measure"
    BRIEF = "brief"
    SOURCES = "sources"
    WATCH = "watch"
    UNWATCH = "unwatch"
    WATCHES = "watches"
    DIGEST = "digest"
    LINKS = "links"
    HISTORY = "history"
    PARTIES = "parties"  # which or how many of a described set
    LICENSE = "license"
    EXPLAIN = "explain"  # a word of the trade, a score, what the bot keeps and cannot know
    HELP = "help"


@dataclass(frozen=True, slots=True)
class Subject:
    """A party that the question names. `name` is in the question's own words, without possessive, quotes and what the
    other fields say ("born 1956"). Identifiers by type."""

    name: str
    schema: Schema | None = None
    birth_date: str = ""
    country: str = ""
    identifiers: Mapping[str, str] = field(default_factory=dict)
    spelt: str = ""  # the name in the nominative, where it was typed with another ending
    entry: str = ""  # the id of the listed party, where somebody picked it
    role: str = field(default="", compare=False, repr=False)  # the label that it stood behind: "buyer"
    within: str = field(default="", compare=False)  # it and the words about it, where it may be a part of a name

    @property
    def sought(self) -> str:
        """The name to look for."""
        return self.spelt or self.name

    @property
    def borrows(self) -> bool:
        """Whether a given name alone was typed (`within`), and the surname is that of a relative: "his wife Asma"."""
        return bool(self.within) and self.name.startswith(f"{self.within} ")


@dataclass(frozen=True, slots=True)
class Pick:
    """Which of several are meant: by places from 1, -1 the last; `but`: all but these; `rest`: those not spoken of
    last; `many`: how many that are, where it is said; `figured`: by figures ("1", "number two")."""

    places: tuple[int, ...] = ()
    but: bool = False
    rest: bool = False
    many: int = 0
    figured: bool = field(default=False, compare=False)

    def of(self, every: Sequence[T]) -> tuple[T, ...]:
        """Those of them that are meant; none where not as many are there."""
        places = self.places or ((1,) if self.rest else ())
        meant = {place - 1 if place > 0 else len(every) + place for place in places}
        if not meant <= set(range(len(every))):
            return ()
        chosen = tuple(each for at, each in enumerate(every) if (at in meant) != (self.but or self.rest))
        return chosen if self.many in (0, len(chosen)) else ()


@dataclass(frozen=True, slots=True)
class Period:
    """Days, inclusive. An open end is None. `words` are the question's own ("since March 1")."""

    since: date | None = None
    until: date | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What questions can name that is not a party: read from the store once per edition or edit."""

    options: tuple[str, ...] = ()  # keys: A, B, C
    programs: tuple[str, ...] = ()  # official tags
    measures: Mapping[str, str] = field(default_factory=dict)  # id -> title
    licenses: tuple[str, ...] = ()  # keys of general licenses

    def __hash__(self) -> int:
        """Of little of it, for what is worked out of it is looked up by it in every message."""
        return hash((self.options, len(self.measures)))


@dataclass(frozen=True, slots=True)
class Filter:
    """A described set of parties, as far as it was read. `words`: looked for in names, where no list says what was
    asked (`called`: "banks"); `flag`, `country` as typed, one of each group; `together`: under each program, on each
    list; `linked_to`, `group` and `named` are names: who is linked to it, who is of it, it alone; `designated` and
    `born`: the days of either; `craft`: words of the type that a list gives a ship ("crude", "tanker"); `but`: the
    sets that are taken out of it; `unmet`: conditions that nothing read, so that it is wider than was asked for."""

    called: str = ""
    schema: Schema | None = None
    country: tuple[tuple[str, ...], ...] = ()
    flag: tuple[tuple[str, ...], ...] = ()
    words: tuple[str, ...] = ()
    craft: tuple[str, ...] = ()
    linked_to: str = ""
    group: str = ""
    named: str = ""
    place: str = ""  # words of an address: "Limassol"
    initial: str = ""  # letters that a name begins with
    designated: Period | None = None
    born: Period | None = None
    together: bool = False
    standing: str = ""  # "blocked", or no more than "restricted"
    every: bool = False  # whether all of such a kind are listed
    unlisted: bool = False  # who of them is not
    but: tuple[Ask, ...] = ()
    unmet: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DigestWish:
    """When a digest is asked for. `hour` as "08:30", `zone` as Europe/Berlin, "" for the asker's; `days` 0 (Monday) to
    6, none for every day; `until`: the day from which it comes again, `resume` now; `asked`: when it comes, and to
    whom, is only asked; `trouble`: what cannot be understood."""

    hour: str = "09:00"
    zone: str = ""
    days: tuple[int, ...] = ()
    silent: bool = False
    stop: bool = False
    until: date | None = None
    resume: bool = False
    asked: bool = False
    trouble: str = ""


class Facet(StrEnum):
    """One thing about an option that is asked for by itself."""

    FORCE = "force"  # whether it holds
    AUTHOR = "author"  # who drafted or approved it
    LASTS = "lasts"  # how long it would hold
    WHEN = "when"  # from when
    CHANCE = "chance"  # how likely it is
    REPLY = "reply"  # what somebody says of it
    RETURNED = "returned"  # what is asked in return
    LAW = "law"  # whether Congress must agree
    ELSEWHERE = "elsewhere"  # what it changes of the law of others


@dataclass(frozen=True, slots=True)
class OptionWish:
    """What of an option is asked for. `names`: who is in it, `page` from 1, of one `schema`; `stays`: only who would
    stay listed; `versions`: the numbers named; `versioned`: how it changed; `came`: what of it came about; `facet`."""

    names: bool = False
    page: int = 1
    schema: Schema | None = None
    stays: bool = False
    versions: tuple[int, ...] = ()
    versioned: bool = False
    came: bool = False
    facet: Facet | None = None


class Aspect(StrEnum):
    """Which side of its kind an ask is about."""

    NONE = ""
    EVER = "ever"
    SINCE = "since"  # since when, when, how long
    LEFT = "left"  # whether and when it was taken off; of a program, whether it ended
    OWNER = "owner"
    RISK = "risk"  # of secondary sanctions
    STILL = "still"  # of somebody who was listed once
    BLOCKS = "blocks"  # of a program
    WHY = "why"  # beside whatever else is asked


class HelpWith(StrEnum):
    """What an ask of the kind help comes to, one line each but the first."""

    MENU = "menu"  # what can be asked
    CHAT = "chat"  # hello, thanks
    SORRY = "sorry"  # a complaint
    WHOM = "whom"  # an act of checking and nothing else: whose name?
    NAME = "name"  # a party is asked about, and nobody vouches for any word as its name
    NEAREST = "nearest"  # not understood: `Ask.nearest` is what can be answered


class ByHand(StrEnum):
    """What an act that no words do would come to; the value is its part in the lexicons."""

    FILE = "filing"  # export, print, mail
    DRAFT = "drafting"  # a relief option
    LIST = "delist"  # put on or take off a list: its publisher's alone
    PAUSE = "pause"  # alerts, for a while
    LATER = "remind"  # what is to be told or done later
    MOVE = "cannot"  # approve, publish, put in force: of an option


@dataclass(frozen=True, slots=True)
class Cannot:
    """An act that no words do: as it was said, and what it would come to."""

    said: str
    act: ByHand


@dataclass(frozen=True)
class Ask:
    """One thing asked, understood: all that it names and wishes. `text`: the message, cleaned; `read`: its part."""

    kind: Kind
    text: str = ""
    read: str = ""
    subjects: tuple[Subject, ...] = ()
    options: tuple[str, ...] = ()  # capitals; an unknown Z stays
    programs: tuple[str, ...] = ()  # official tags
    lists: tuple[str, ...] = ()  # list keys
    other_list: str = ""  # a list that is named, as it was, and that no reader knows: "BIS Entity List"
    measures: tuple[str, ...] = ()  # measure ids
    licenses: tuple[str, ...] = ()  # keys of general licenses; one that nobody knows stays
    countries: tuple[str, ...] = ()  # of licenses, or that programs are named for
    search: str = ""  # the words to look for in statements and titles, where nothing that is named answers
    aspect: Aspect = Aspect.NONE
    why: bool = False  # the reasons are asked for, beside whatever else is
    period: Period | None = None
    as_of: date | None = None
    # permission: "can we pay X?" gets the listing and that licences are not evaluated, never yes or no
    permission: bool = False
    help: HelpWith = HelpWith.MENU  # of HELP
    nearest: str = ""  # of HELP: what the bot can do that is nearest, as a question to press
    # of BRIEF: the parties in it that the index knows; of acts: those only named; of HELP: who may be listed
    beside: tuple[Subject, ...] = ()
    read_as: tuple[str, ...] = ()  # the names that the index found in a text which says no more than that
    unread: tuple[str, ...] = ()  # spans that nothing read, in the text's own words
    notes: tuple[str, ...] = ()  # how something was read that can be read otherwise, as sentences
    filter: Filter | None = None
    digest: DigestWish | None = None
    option: OptionWish = OptionWish()
    without: tuple[Subject, ...] = ()  # those of the subjects that an option is supposed to leave out
    together: bool = False  # the options are supposed to come together
    linked: bool = False  # asked of the parties linked to the subjects: "Deripaska's companies"
    off: bool = False  # the parties, or those linked to them, are supposed to come off the lists
    frees: bool = False  # what it would take to free the party
    moved: tuple[str, ...] = ()  # of changes: "added", "removed", "amended"; none for all
    terms: tuple[str, ...] = ()  # words of the trade, by their keys
    places: tuple[str, ...] = ()  # whose level of a measure, whose licenses: US, EU, UK
    topic: tuple[str, ...] = ()  # of licenses: the words for what they are for that nothing else reads
    issued: bool = False  # of licenses: the new ones, of a period or the newest
    cannot: Cannot | None = None  # an act that no words do
    everything: bool = False  # of acts: all that there is
    ending: bool = False  # of licenses: which end
    endless: bool = False  # of licenses: which have no end
    over: bool = False  # ... which have ended
    provided: bool = False  # an act that is to be done only if what was asked before is so: "if so, watch it"
    relative: str = ""  # of links: "daughter", where a relative without a name is asked about
    officer: bool = False  # of links: who holds an office of the party, whoever that is, is asked about
    pick: Pick | None = None  # the candidates of the answer before that are meant
    earlier: tuple[Subject, ...] = field(default=(), compare=False)  # of the asks before in a thread: "watch both"
    after: Ask | None = field(default=None, compare=False)  # of HELP: the ask before in a thread, still spoken of

    @property
    def understood(self) -> bool:
        return self.help not in (HelpWith.NAME, HelpWith.NEAREST)

    @property
    def supposes(self) -> bool:
        """Whether it is supposed that programs end, so that no party is needed."""
        return self.kind is Kind.COVERAGE and bool(self.programs)


def changed(question: Ask, **fields: Any) -> Ask:
    """Like dataclasses.replace, which goes through the fields one by one, and an ask has many."""
    new = object.__new__(Ask)
    new.__dict__.update(question.__dict__, **fields)
    return new


def carried_over(before: Ask) -> Ask:
    """An ask before, without what was said of it alone; a relative or officer of whom nothing is told is of the one who
    was asked about: "and X?" asks of X."""
    told = {"kind": Kind.SCREENING, "relative": "", "officer": False} if before.relative or before.officer else {}
    return changed(before, notes=(), unread=(), provided=False, **told)


@dataclass(frozen=True, slots=True)
class Reading:
    """A message, understood: its asks in order, and the spans that nothing read. Never without an ask."""

    asks: tuple[Ask, ...]
    unread: tuple[str, ...] = ()

    @property
    def first(self) -> Ask:
        return self.asks[0]

    @property
    def last(self) -> Ask:
        """What a follow-up leans on."""
        return self.asks[-1]
