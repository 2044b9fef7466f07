"""One Answer of every kind, written by hand with real names, and names that mean harm."""

from __future__ import annotations

from bot.answers.document import Act, Action, Answer, Card, EditionNote, Text, Tone, bold, link, text
from bot.questions.ask import Kind

SOURCES = (
    EditionNote("us_ofac_sdn", "OFAC SDN list", "2023-12-28", "2023-12-28", 1, False),
    EditionNote("us_ofac_cons", "OFAC non-SDN list", "2023-12-28", "2023-12-28", 1, False, ("CONS_ALT.CSV",)),
    EditionNote("un_sc", "UN Security Council list", "2022-03", "2022-03", 600, True),
)
FINE = (text("Rests on the OFAC SDN list and the OFAC non-SDN list, both of 28 December 2023."),)
ROSNEFT = Card(
    headline=text(bold("LISTED, probably blocked: Rosneft Oil Company"), " (OJSC, Russia)."),
    lines=(
        text("OFAC non-SDN list, UKRAINE-EO13662: sectoral directives 2 and 4."),
        text("The full name is equal."),
    ),
    fine=(text("Entry 17022. ", link("OFAC's page", "https://sanctionssearch.ofac.treas.gov/Details.aspx?id=17022")),),
    tone=Tone.LIMITED,
    actions=(
        Action(Act.DETAILS, "Details", "ofac-17022", "Details for Rosneft Oil Company"),
        Action(Act.WATCH, "Watch", "entity:ofac-17022", "Watch Rosneft Oil Company"),
    ),
)
LUKOIL = Card(
    headline=text("LISTED, probably blocked: Lukoil OAO"),
    lines=(text("OFAC non-SDN list, UKRAINE-EO13662: sectoral directive 4."),),
    tone=Tone.LIMITED,
)
SHARE = Action(Act.SHARE, "Share in channel", "is Rosneft sanctioned?")
OPTION_B = Card(
    headline=text("Relief option B: a draft, illustrative, not in force"),
    lines=(
        text("It has 3 terms."),
        text("• suspend the oil price cap, with 30 days' notice of a snap-back"),
        text("• license transactions with banks under RUSSIA-EO14024"),
    ),
    tone=Tone.DRAFT,
    actions=(Action(Act.WATCH, "Watch", "option:B"), Action(Act.ASK, "Compare with A", "compare option A and B")),
)


def _one(kind: Kind, words: str, tone: Tone = Tone.NEUTRAL, *lines: str) -> Answer:
    card = Card(headline=text(words), lines=tuple(text(line) for line in lines), tone=tone)
    return Answer(kind=kind, cards=(card,), fine=FINE)


BY_KIND: dict[Kind, Answer] = {
    Kind.SCREENING: Answer(kind="screening", cards=(ROSNEFT, LUKOIL), fine=FINE, actions=(SHARE,), editions=SOURCES),
    Kind.OPTION: Answer(kind="option", cards=(OPTION_B,), illustrative=True, actions=(SHARE,)),
    Kind.OPTIONS: Answer(kind="options", cards=(OPTION_B, OPTION_B), illustrative=True),
    Kind.COVERAGE: Answer(kind="coverage", cards=(ROSNEFT, OPTION_B), illustrative=True, fine=FINE),
    Kind.COMPARISON: _one(
        Kind.COMPARISON, "Options A and B: drafts, not in force", Tone.DRAFT, "• A delists", "• B licenses"
    ),
    Kind.CHANGES: _one(
        Kind.CHANGES, "2 changes since 1 December 2023", Tone.NEUTRAL, "• designated: AN-26 LLC", "• delisted: X"
    ),
    Kind.PROGRAM: _one(Kind.PROGRAM, "RUSSIA-EO14024: Harmful Foreign Activities of the Russian Federation"),
    Kind.MEASURE: _one(
        Kind.MEASURE, "The oil price cap: 60 USD a barrel", Tone.NEUTRAL, "In effect since 5 December 2022."
    ),
    Kind.BRIEF: _one(Kind.BRIEF, "Not known: nobody has said who drafts the list.", Tone.WARNING),
    Kind.SOURCES: _one(Kind.SOURCES, "3 lists are loaded", Tone.NEUTRAL, "• OFAC SDN list, 1 day old"),
    Kind.WATCH: _one(Kind.WATCH, "Watching Rosneft Oil Company here."),
    Kind.UNWATCH: _one(Kind.UNWATCH, "Not watching Rosneft Oil Company here any more."),
    Kind.WATCHES: _one(Kind.WATCHES, "Nothing is watched here."),
    Kind.DIGEST: _one(Kind.DIGEST, "No digest is set up here."),
    Kind.LINKS: _one(Kind.LINKS, "GAZPROMBANK has 2 linked parties", Tone.NEUTRAL, "• GPB-DI HOLDINGS LIMITED"),
    Kind.HISTORY: _one(Kind.HISTORY, "On 24 February 2022: LISTED, blocked: Sberbank", Tone.LIMITED),
    Kind.PARTIES: _one(Kind.PARTIES, "187 listed vessels under RUSSIA-EO14024.", Tone.NEUTRAL, "• NS CHAMPION"),
    Kind.LICENSE: _one(Kind.LICENSE, "General licenses of Lukoil: not known here.", Tone.WARNING),
    Kind.EXPLAIN: _one(
        Kind.EXPLAIN, "SSI: OFAC's Sectoral Sanctions Identifications list.", Tone.NEUTRAL, "Source: OFAC."
    ),
    Kind.HELP: Answer(
        kind="help",
        cards=(Card(text("Ask me who is sanctioned, and under what.")),),
        actions=(Action(Act.ASK, "Is Rosneft sanctioned?", "is Rosneft sanctioned?"),),
    ),
}

HOSTILE = (
    "<!channel> <!here> <@U123> <#C1|general>",
    "<img src=x onerror=alert(1)>",
    "*bold* _italic_ ~gone~ `code` ```block```",
    "<https://evil.example|Rosneft> & Co",
    "AT&T &amp; Marks &lt;Spencer&gt;",
    ":no_entry: @here @channel @everyone",
    "safe\u202ereversed\u202c \u2066isolated\u2069",
    "line\nforged line\r\n\x00\x07end",
    "x" * 10_000,
    "слово " * 2_000,
    "👩‍👩‍👧‍👦🇷🇺" * 600,
    "中国石油天然气集团公司" * 200,
    "\ud83d lone half",
    "'; DROP TABLE entries; --",
    "",
    " ",
)


def naming(name: str) -> Answer:
    """An answer with one name wherever a name can stand."""
    words: Text = text("LISTED, blocked: ", bold(name))
    card = Card(
        headline=words,
        lines=(text(name), text("• ", name)),
        fine=(text(name, " ", link(name, "https://sanctionssearch.ofac.treas.gov/")), text(link("here", name))),
        tone=Tone.LISTED,
        actions=(
            Action(Act.DETAILS, name, name, f"Details for {name}"),
            Action(Act.OPEN, name, name),
            Action(Act.ASK, name, name),
        ),
    )
    return Answer(kind="screening", cards=(card, card), fine=(text(name),), actions=(Action(Act.SHARE, "Share", name),))
