"""What may go wrong on purpose, so that tests see the bot bear it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Faults:
    """Each is used up as it happens, but `delay_seconds` and `drop_acks`, which stay until set back.

    `api_errors` maps a method, or "*", to the errors of its next calls; `server_errors`, `rate_limits` and
    `lost_answers` (of response_urls) count them.
    """

    delay_seconds: float = 0.0
    drop_acks: bool = False
    duplicate_events: int = 0
    retry_after: int = 1
    api_errors: dict[str, list[str]] = field(default_factory=dict)
    rate_limits: dict[str, int] = field(default_factory=dict)
    server_errors: dict[str, int] = field(default_factory=dict)
    lost_answers: dict[str, int] = field(default_factory=dict)

    def fail(self, method: str, error: str) -> None:
        """The next call of `method` ("*": of any) answers this error."""
        self.api_errors.setdefault(method, []).append(error)

    def rate_limit(self, method: str = "*", times: int = 1, retry_after: int = 1) -> None:
        """The next calls answer 429 with Retry-After (seconds)."""
        self.rate_limits[method] = self.rate_limits.get(method, 0) + times
        self.retry_after = retry_after

    def server_error(self, method: str = "*", times: int = 1) -> None:
        """The next calls answer HTTP 500."""
        self.server_errors[method] = self.server_errors.get(method, 0) + times

    def lose_answer(self, method: str = "response_url", times: int = 1) -> None:
        """The next calls are done, and answer HTTP 500 all the same."""
        self.lost_answers[method] = self.lost_answers.get(method, 0) + times

    def take_error(self, method: str) -> str:
        for key in (method, "*"):
            if self.api_errors.get(key):
                return self.api_errors[key].pop(0)
        return ""

    def take(self, counts: dict[str, int], method: str) -> bool:
        for key in (method, "*"):
            if counts.get(key, 0) > 0:
                counts[key] -= 1
                return True
        return False
