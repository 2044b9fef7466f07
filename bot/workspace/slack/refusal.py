"""How Slack says no."""

from __future__ import annotations

from typing import Any

from bot.errors import BadInput


class Refused(BadInput):
    """A Web API error: its code, further fields of the answer, the HTTP status and headers that go with it."""

    def __init__(self, error: str, *, status: int = 200, headers: dict[str, str] | None = None, **fields: Any) -> None:
        super().__init__(f"Slack refuses: {error}.")
        self.error = error
        self.status = status
        self.headers = headers or {}
        self.fields = fields

    def body(self) -> dict[str, Any]:
        return {"ok": False, "error": self.error, **self.fields}


def invalid(error: str, messages: list[str]) -> Refused:
    """`invalid_blocks` or `invalid_arguments`, with what is wrong and where."""
    return Refused(error, errors=messages, response_metadata={"messages": messages})
