"""YAML whose every value knows its line, so that a bad file is refused naming where and why.

Files come from users. Nothing is constructed beyond text and plain numbers, aliases are refused (they are what
YAML bombs are made of), and size and depth are limited. All errors are BadInput.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date

import yaml

from bot.errors import BadInput

MOST_CHARACTERS = 400_000  # a few seconds of reading at worst; the starter files have 150,000 together
DEEPEST = 20
LONGEST_TEXT = 4_000
# Characters that reorder what is read after them.
_BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_TAG = "tag:yaml.org,2002:"


class _Loader(yaml.SafeLoader):
    """Composes nodes with their marks; refuses aliases and deep nesting while it does."""

    depth = 0

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        if self.check_event(yaml.AliasEvent):
            raise self._refusal("aliases (*name) are not allowed")
        self.depth += 1
        try:
            if self.depth > DEEPEST:
                raise self._refusal(f"it is nested deeper than {DEEPEST} levels")
            return super().compose_node(parent, index)
        finally:
            self.depth -= 1

    def _refusal(self, reason: str) -> yaml.MarkedYAMLError:
        event = self.peek_event()  # type: ignore[no-untyped-call]
        return yaml.MarkedYAMLError(problem=reason, problem_mark=event.start_mark)


@dataclass(frozen=True, slots=True)
class Field:
    """One value of a file. `where` says what it belongs to ("option B, term 2"), `label` what it is."""

    node: yaml.Node
    file: str
    where: str = ""
    label: str = "the file"

    @property
    def line(self) -> int:
        """Counted from 1."""
        return int(self.node.start_mark.line) + 1

    def bad(self, reason: str) -> BadInput:
        place = f"{self.file}, line {self.line}" + (f", {self.where}" if self.where else "")
        return BadInput(f"{place}: {reason}")

    def at(self, where: str) -> Field:
        """The same value, said to belong to `where`."""
        return replace(self, where=where)

    @property
    def is_null(self) -> bool:
        return bool(self.node.tag == f"{_TAG}null")

    def is_text(self, word: str) -> bool:
        """Whether it is this very word."""
        return (
            isinstance(self.node, yaml.ScalarNode) and bool(self.node.tag == f"{_TAG}str") and self.node.value == word
        )

    def mapping(self, known: Collection[str] | None = None, required: Collection[str] = ()) -> dict[str, Field]:
        """The values by key. Refuses other shapes, repeated keys, keys not `known`, and absent `required` ones."""
        if not isinstance(self.node, yaml.MappingNode) or self.node.tag != f"{_TAG}map":
            raise self.bad(f"{self.label} must be a mapping (key: value).")
        found: dict[str, Field] = {}
        last: Field | None = None
        for key_node, value in self.node.value:
            key_field = Field(key_node, self.file, self.where, "a key")
            key = key_field.text()
            if known is not None and last is not None and self._is_unquoted_comma(value, key, known, key_field):
                _append(last.node, key_node)
                continue
            if known is not None and key not in known:
                raise key_field.bad(f"the key {_short(key)} is not known; known are {', '.join(known)}.")
            if key in found:
                raise key_field.bad(f"the key {_short(key)} stands twice.")
            found[key] = Field(value, self.file, self.where, key)
            last = found[key] if _is_plain_text(value) else None
        for key in required:
            if key not in found:
                raise self.bad(f"{key} is missing.")
        return found

    def _is_unquoted_comma(self, value: yaml.Node, key: str, known: Collection[str], at: Field) -> bool:
        """Whether a "key" is the rest of the text before it, cut at a comma: `{says: one, two}`.

        YAML reads `two` as a key without a value. A briefing's sentences hold commas, so such a rest is joined
        again; where it could be a key that was left empty, the file is refused.
        """
        assert isinstance(self.node, yaml.MappingNode)
        if not (self.node.flow_style and isinstance(value, yaml.ScalarNode) and value.value == "" and not value.style):
            return False
        if key in known:
            raise at.bad(f"{key} has no value; where it belongs to the text before it, put that text in quotes.")
        return True

    def items(self) -> list[Field]:
        if not isinstance(self.node, yaml.SequenceNode) or self.node.tag != f"{_TAG}seq":
            raise self.bad(f"{self.label} must be a list.")
        return [Field(one, self.file, self.where, f"an item of {self.label}") for one in self.node.value]

    def texts(self) -> tuple[str, ...]:
        """A list of texts, none of them twice."""
        found: dict[str, None] = {}
        for item in self.items():
            text = item.text()
            if text in found:
                raise item.bad(f"{_short(text)} stands twice in {self.label}.")
            found[text] = None
        return tuple(found)

    def text(self) -> str:
        """Text that is not blank. What YAML reads as a number, a date or yes/no has to be quoted."""
        value = self._scalar()
        if self.node.tag != f"{_TAG}str":
            raise self.bad(f"{self.label} must be text; {_short(value)} is read as something else: put it in quotes.")
        return self._readable(value)

    def optional(self) -> str:
        """Text, or "" for null."""
        return "" if self.is_null else self.text()

    def one_of(self, allowed: Collection[str]) -> str:
        text = self.text()
        if text not in allowed:
            raise self.bad(f"{self.label} {_short(text)} is not known; it is one of {', '.join(allowed)}.")
        return text

    def day(self) -> str:
        """An ISO date, quoted or not; "" for null."""
        if self.is_null:
            return ""
        value = self._scalar()
        try:
            right = re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII) and date.fromisoformat(value)
        except ValueError:
            right = None
        if not right:
            raise self.bad(f"{self.label} must be a date such as 2025-03-03, not {_short(value)}.")
        return value

    def whole(self) -> int:
        """A whole number from 1."""
        value = self._scalar()
        if self.node.tag != f"{_TAG}int" or not re.fullmatch(r"[1-9]\d{0,8}", value, re.ASCII):
            raise self.bad(f"{self.label} must be a whole number from 1, not {_short(value)}.")
        return int(value)

    def flag(self) -> bool:
        value = self._scalar()
        if self.node.tag != f"{_TAG}bool" or value.lower() not in ("true", "false"):
            raise self.bad(f"{self.label} must be true or false, not {_short(value)}.")
        return value.lower() == "true"

    def value(self) -> str | int | float:
        """Text or a plain decimal number."""
        value = self._scalar()
        if self.node.tag == f"{_TAG}str":
            return self._readable(value)
        if re.fullmatch(r"-?(0|[1-9]\d{0,14})", value, re.ASCII):
            return int(value)
        if re.fullmatch(r"-?\d{1,15}\.\d{1,15}(e[+-]?\d{1,2})?", value, re.ASCII):
            return float(value)
        raise self.bad(f"{self.label} must be text or a plain number; {_short(value)} is neither: put it in quotes.")

    def values(self) -> dict[str, str | int | float]:
        return {key: field.value() for key, field in self.mapping().items()}

    def _scalar(self) -> str:
        if not isinstance(self.node, yaml.ScalarNode):
            raise self.bad(f"{self.label} must be a single value.")
        return str(self.node.value)

    def _readable(self, value: str) -> str:
        try:
            check_words(value, self.label)
        except BadInput as error:
            raise self.bad(str(error)) from error
        return value


def check_words(value: str, label: str) -> None:
    """Whether words can be stored and shown. Raises BadInput, which calls them `label`."""
    if not value.strip():
        raise BadInput(f"{label} is empty.")
    if len(value) > LONGEST_TEXT:
        raise BadInput(f"{label} is longer than {LONGEST_TEXT:,} characters.")
    for mark in value:
        if (unicodedata.category(mark) in ("Cc", "Cs") and mark not in "\n\t") or mark in _BIDI:
            raise BadInput(f"{label} holds the character U+{ord(mark):04X}, which cannot be shown.")


def read_document(text: str, name: str) -> Field:
    """The one document of a YAML text. Raises BadInput naming the file, the line and the reason."""
    if len(text) > MOST_CHARACTERS:
        raise BadInput(f"{name}: it is longer than {MOST_CHARACTERS:,} characters.")
    try:
        loader = _Loader(text)
        try:
            node = loader.get_single_node()
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = f", line {mark.line + 1}" if mark else ""
        raise BadInput(f"{name}{line}: {error.problem or 'it is not YAML'}.") from error
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        # The library lets Python's own errors out for an escape beyond Unicode and for endless version numbers.
        raise BadInput(f"{name}: it is not YAML, or holds characters that YAML does not allow.") from error
    if node is None:
        raise BadInput(f"{name}: it is empty.")
    return Field(node, name)


def _is_plain_text(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.style and node.tag == f"{_TAG}str"


def _append(node: yaml.Node, rest: yaml.Node) -> None:
    """Join to a text what an unquoted comma cut from it, with the space that stood there, if one did."""
    space = "" if rest.start_mark.index - node.end_mark.index == 1 else " "
    node.value = f"{node.value},{space}{rest.value}"
    node.end_mark = rest.end_mark


def _short(text: str) -> str:
    return repr(text if len(text) <= 60 else f"{text[:60]}...")
