"""Persons are "they", everything else is "it"."""

from __future__ import annotations

from dataclasses import dataclass

from bot.sanctions.party import Schema


@dataclass(frozen=True, slots=True)
class Pronoun:
    """How a sentence speaks of a party that it has named: `they are`, `its listing`."""

    subject: str
    object: str
    its: str
    plural: bool

    @property
    def am(self) -> str:
        """`it is`, `they are`."""
        return f"{self.subject} {'are' if self.plural else 'is'}"

    def does(self, one: str, many: str) -> str:
        """`it stays`, `they stay`."""
        return f"{self.subject} {many if self.plural else one}"


_THEY = Pronoun("they", "them", "their", plural=True)
_IT = Pronoun("it", "it", "its", plural=False)


def pronoun(schema: Schema) -> Pronoun:
    return _THEY if schema is Schema.PERSON else _IT
