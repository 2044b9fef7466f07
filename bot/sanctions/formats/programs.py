"""Titles, authorities and effects of programs as YAML: `programs.yml`, and the same part of a briefing."""

from __future__ import annotations

from bot.sanctions.formats.marked import Field, read_document
from bot.sanctions.tag import Program


def programs_from(text: str, name: str = "programs.yml") -> dict[str, Program]:
    """The programs of a file by tag. Raises BadInput naming the file, the line and the reason."""
    top = read_document(text, name).mapping(("programs",), required=("programs",))
    return read_programs(top["programs"])


def read_programs(field: Field) -> dict[str, Program]:
    programs = {}
    for tag, one in field.mapping().items():
        facts = one.at(f"program {tag[:60]}").mapping(
            ("title", "authority", "date", "effect", "former"), required=("title",)
        )
        effect = facts["effect"].mapping(("sdn", "non_sdn", "un")) if "effect" in facts else {}
        programs[tag] = Program(
            tag=tag,
            title=facts["title"].text(),
            authority=facts["authority"].optional() if "authority" in facts else "",
            date=facts["date"].day() if "date" in facts else "",
            effect={key: says.text() for key, says in effect.items()},
            former=facts["former"].texts() if "former" in facts else (),
        )
    return programs
