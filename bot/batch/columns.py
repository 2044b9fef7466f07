"""How a table is read: which of its columns is which. Where that is not sure nothing is screened: a wrong
column of names gives NO MATCH of everybody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.batch.cells import Cell, Row, is_garbled, is_mostly, kind_of, text_of
from bot.batch.head_rows import head_row
from bot.batch.heads import NAME_PARTS, NAMING, Head, Role, head_of, head_words, may_be_names
from bot.batch.wording import NAME_IT, by_letter, letter, shown
from bot.errors import BadInput

SAMPLE = 1_000  # rows by which the columns are told
_BARE_NAMES = frozenset({"name", "nom", "nombre", "имя", "імя", "names", "namen", "nombres", "noms"})
Texts = Sequence[str]


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody says of a file: the column of a role by its head, its letter or its number; whether there is a
    head; which sheet of a workbook."""

    columns: Mapping[Role, str] = field(default_factory=dict)
    head: bool | None = None
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table is read. `first` is the number of rows above the first of the parties; `heads` are the texts of the
    head, or "column A" where there is none; `roles` the places of the columns that are used, from 0."""

    first: int
    has_head: bool
    heads: tuple[str, ...]
    roles: Mapping[Role, int]

    @property
    def above(self) -> int:
        """How many rows stand above the head, and are left out."""
        return self.first - 1 if self.has_head else 0

    @property
    def width(self) -> int:
        return len(self.heads)

    @property
    def columns(self) -> dict[str, str]:
        """The columns taken, for the summary: by role the head of each; of a name in parts, all of them as "name"."""
        taken = {role.value: self.heads[at] for role, at in self.roles.items()}
        parts = [taken[role] for role in NAME_PARTS if role in self.roles]
        return {"name": " + ".join(parts), **taken} if parts else taken


def layout_of(rows: Sequence[Row], wish: Wish, name: str) -> Layout:
    """How a table is to be read, by its first rows. Raises BadInput, with what was seen, where it is not sure."""
    sample = [[text_of(cell) for cell in row] for row in rows]
    if not any(any(row) for row in sample):
        raise BadInput(f"{name} has no row with anything in it.")
    at = head_row(sample, wish.head, wish.columns.values(), name)
    first = at + 1 if at is not None else next(n for n, row in enumerate(sample) if any(row))
    body = sample[first:]
    heads = _heads(sample[at] if at is not None else (), body)
    roles = _Columns(heads, body, name, at is not None).roles(wish)
    _refuse_formulas(rows[first:], roles, heads, name)
    _refuse_garbled(body, roles, name)
    return Layout(first, at is not None, heads, roles)


def _refuse_formulas(rows: Sequence[Row], roles: Mapping[Role, int], heads: Texts, name: str) -> None:
    for at in [roles[role] for role in NAMING if role in roles]:
        if any(isinstance(cell, Cell) and cell.formula for row in rows for cell in row[at : at + 1]):
            raise BadInput(
                f"The names in column {letter(at)} of {name} (“{heads[at]}”) are formulas. Copy the column, "
                "paste it as values, and save the file again."
            )


def _refuse_garbled(body: Sequence[Texts], roles: Mapping[Role, int], name: str) -> None:
    """Raises BadInput where the letters of many names were lost; of single ones their rows tell."""
    for at in [roles[role] for role in NAMING if role in roles]:
        names = [row[at] for row in body if at < len(row) and row[at]]
        odd = [text for text in names if not text.isascii() or "?" in text]
        lost = [text for text in odd if is_garbled(text)]
        if len(lost) > max(len(odd) * 0.2, len(names) * 0.01):
            raise BadInput(
                f"The letters of the names in {name} were lost before it was saved (“{lost[0][:40]}”): open the file "
                "that it was made of, and save that as “CSV UTF-8” or as an Excel workbook (.xlsx)."
            )


def _heads(head: Texts, body: Sequence[Texts]) -> tuple[str, ...]:
    """The heads, one for each column; without any, as many as most rows have cells."""
    if not head:
        width = Counter(len(row) for row in body if any(row)).most_common(1)[0][0]
        return tuple(f"column {letter(at)}" for at in range(width))
    kept = list(head)
    while kept and not kept[-1] and not any(len(row) >= len(kept) and row[len(kept) - 1] for row in body):
        kept.pop()  # a delimiter at the end of each row
    return tuple(kept)


@dataclass(frozen=True, slots=True)
class _Columns:
    heads: Texts
    body: Sequence[Texts]
    name: str
    has_head: bool

    def roles(self, wish: Wish) -> dict[Role, int]:
        roles = {role: self._meant(said) for role, said in wish.columns.items()}
        told = {at: head for at, cell in enumerate(self.heads) if self.has_head and (head := head_of(cell))}
        told = {at: head for at, head in told.items() if at not in roles.values()}
        if not any(role in roles for role in NAMING):
            roles |= self._names(told) if self.has_head else self._names_by_content()
        for role in Role:
            found = [at for at, head in told.items() if head.role is role]
            if role not in NAMING and role not in roles and len(found) == 1:
                roles[role] = found[0]
        self._refuse_numbers(roles)
        return {role: roles[role] for role in Role if role in roles}

    def _meant(self, said: str) -> int:
        """The column that somebody means by its head, its letter or its number."""
        wanted = said.strip()
        same = [at for at, head in enumerate(self.heads) if head.casefold() == wanted.casefold()]
        if len(same) > 1:
            raise BadInput(
                f"{self.name} has {len(same)} columns called “{wanted}”. Name the one you mean by its letter."
            )
        if same:
            return same[0]
        number = int(wanted) - 1 if wanted.isdecimal() and len(wanted) < 6 else by_letter(wanted)
        if 0 <= number < len(self.heads):
            return number
        raise BadInput(f"{self.name} has no column “{wanted}”. It has: {shown(self.heads)}.")

    def _names(self, told: Mapping[int, Head]) -> dict[Role, int]:
        """The column of names by its head, or those of first and last names."""
        parts: dict[Role, int] = {}
        for role in NAME_PARTS:
            found = [at for at, head in told.items() if head.role is role]
            if len(found) > 1:
                raise self._unsure(found)
            if found:
                parts[role] = found[0]
        names = [at for at, head in told.items() if head.role is Role.NAME]
        names = [at for at in names if self._kinds(at) or not any(map(any, self.body))]
        names = [at for at in names if not told[at].by_party or self._holds_names(at)]
        if parts:
            return self._joined(parts, names)
        if names and all(told[at].by_party for at in names):
            unknown = [at for at, cell in enumerate(self.heads) if at not in told and may_be_names(cell)]
            names += [at for at in unknown if self._holds_names(at)]
        if len(names) == 1:
            return {Role.NAME: names[0]}
        if names:
            raise self._unsure(names)
        if len(self.heads) == 1 and self._holds_names(0):
            return {Role.NAME: 0}
        raise BadInput(
            f"No column of {self.name} is surely that of the names. Its heads: {shown(self.heads)}. {NAME_IT}"
        )

    def _joined(self, parts: dict[Role, int], names: Sequence[int]) -> dict[Role, int]:
        """First and last name; "Name" beside a first name alone is the last one, beside a last name the first."""
        has_first, has_last = Role.FIRST_NAME in parts, Role.LAST_NAME in parts
        if not names and not has_last:
            raise BadInput(
                f"{self.name} has a column of first names and none of last names: {shown(self.heads)}. {NAME_IT}"
            )
        if not names:
            return parts
        if len(names) == 1 and all(self._contains(names[0], at) for at in parts.values()):
            return {Role.NAME: names[0]}
        bare = set(head_words(self.heads[names[0]])) <= _BARE_NAMES
        if len(names) == 1 and bare and has_first != has_last:
            return {**parts, (Role.LAST_NAME if has_first else Role.FIRST_NAME): names[0]}
        raise self._unsure([*parts.values(), *names])

    def _contains(self, whole: int, part: int) -> bool:
        """Whether one column repeats what stands in another: the full name beside its parts."""
        rows = [row for row in self.body if len(row) > max(whole, part) and row[whole] and row[part]]
        repeated = sum(row[part].casefold() in row[whole].casefold() for row in rows)
        return bool(rows) and repeated >= len(rows) * 0.9

    def _names_by_content(self) -> dict[Role, int]:
        """The one column of a table without a head that holds names; with two such nobody knows which."""
        likely = [at for at in range(len(self.heads)) if self._holds_names(at)]
        if len(likely) == 1:
            return {Role.NAME: likely[0]}
        columns = likely or range(len(self.heads))
        seen = ", ".join(f"{letter(at)} (“{self._first(at)}”)" for at in columns[:8])
        what = "Several columns could be" if likely else "No column seems to be"
        raise BadInput(f"{self.name} has no head. {what} that of the names: {seen}. {NAME_IT}")

    def _unsure(self, columns: Sequence[int]) -> BadInput:
        seen = ", ".join(f"“{self.heads[at]}” ({letter(at)})" for at in sorted(columns))
        return BadInput(f"Several columns of {self.name} could be that of the names: {seen}. {NAME_IT}")

    def _refuse_numbers(self, roles: Mapping[Role, int]) -> None:
        """A column that is called “name” and holds numbers is not that of the names."""
        for at in [roles[role] for role in NAMING if role in roles]:
            kinds = self._kinds(at)
            if kinds and is_mostly(kinds, ("number", "date", "address")):
                raise BadInput(
                    f"Column {letter(at)} of {self.name} (“{self.heads[at]}”) holds no names, but “{self._first(at)}” "
                    f"and the like. {NAME_IT}"
                )

    def _kinds(self, at: int) -> list[str]:
        return [kind_of(row[at]) for row in self.body if at < len(row) and row[at]]

    def _holds_names(self, at: int) -> bool:
        kinds = self._kinds(at)
        return bool(kinds) and is_mostly(kinds, ("text",))

    def _first(self, at: int) -> str:
        return next((row[at][:40] for row in self.body if at < len(row) and row[at]), "")
