"""What became of one row: the verdict and what it rests on, as the cells that are written beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from bot.batch.parties import Party
from bot.screening.query import Query, Screening, Verdict

COLUMNS = ("verdict", "standing", "matched_name", "entity_id", "score", "lists", "programs", "reasons", "editions")
NOT_CHECKED = "not_checked"
BLANK = ""
_RANK = {"listed": 3, "possible": 2, "no_match": 1, NOT_CHECKED: 0}
_HITS = 5

Screen = Callable[[Query, int], Screening]


@dataclass(frozen=True, slots=True)
class Judged:
    """The result of one row. `verdict` is "" for a blank one."""

    verdict: str
    standing: str = ""
    matched_name: str = ""
    entity_id: str = ""
    score: float | None = None
    lists: tuple[str, ...] = ()
    programs: tuple[str, ...] = ()
    reasons: str = ""

    def cells(self, editions: str) -> list[str | float]:
        """The cells, in the order of COLUMNS; the score as a number."""
        return [
            self.verdict,
            self.standing,
            self.matched_name,
            self.entity_id,
            "" if self.score is None else self.score,
            " ".join(self.lists),
            "; ".join(self.programs),
            self.reasons,
            editions if self.verdict else "",
        ]


def judge(party: Party, screen: Screen) -> Judged:
    """Screen the party of a row. Of several names in one cell the one that says most decides."""
    if party.fault:
        return Judged(NOT_CHECKED, reasons=party.fault)
    if party.is_blank:
        return Judged(BLANK)
    screenings = [screen(query, _HITS) for query in party.queries()]
    verdicts = {id(each): _verdict(each, screen) for each in screenings}
    if party.doubt and not any(_RANK[verdict] > _RANK["no_match"] for verdict in verdicts.values()):
        return Judged(NOT_CHECKED, reasons=party.doubt)
    strongest = max(screenings, key=lambda each: (_RANK[verdicts[id(each)]], _score(each)))
    if not party.names and strongest.verdict is Verdict.NO_MATCH:
        return Judged(BLANK, reasons="There is no name, and no listed party has the identifier.")
    said = _judged(strongest, verdicts[id(strongest)])
    part = strongest.query.name
    more = [f"Found by “{part}” in the cell."] if part not in ("", *party.names[:1]) else []
    return replace(said, reasons=" ".join(filter(None, [*more, said.reasons, *party.notes])))


def _verdict(screening: Screening, screen: Screen) -> str:
    """The verdict; where nothing matched and an identifier cannot be one, the name alone tells."""
    query = screening.query
    if not screening.ask_back or screening.verdict is not Verdict.NO_MATCH or not query.identifiers:
        return screening.verdict.value
    return screen(replace(query, identifiers={}), _HITS).verdict.value


def _score(screening: Screening) -> float:
    return max((hit.score for hit in screening.hits), default=0.0)


def _judged(screening: Screening, verdict: str) -> Judged:
    matches = sorted(screening.matches, key=lambda hit: (not hit.certain, -hit.score))
    if verdict not in ("listed", "possible") or not matches:
        return Judged(verdict, reasons=screening.ask_back)
    hit = matches[0]
    others = len(matches) - 1
    more = [f"And {'at least ' if len(screening.hits) >= _HITS else ''}{others} more of a like name."] if others else []
    return Judged(
        verdict,
        hit.standing.value,
        hit.matched.text,
        hit.entity_id,
        round(hit.score, 4),
        hit.lists,
        hit.programs,
        " ".join(filter(None, [*(reason.says for reason in hit.reasons), screening.ask_back, *more])),
    )


def counted(verdicts: Mapping[str, int]) -> dict[str, int]:
    """How many rows there are of each verdict, for the summary. `screened` are those of which anything can be said."""
    of = {word: verdicts.get(word, 0) for word in ("listed", "possible", "no_match", NOT_CHECKED)}
    blank = verdicts.get(BLANK, 0)
    screened = of["listed"] + of["possible"] + of["no_match"]
    return {"rows": screened + of[NOT_CHECKED] + blank, "screened": screened, **of, "blank": blank}
