"""What a long test has to say, so that `make endure` finds it among all else that is printed."""

from __future__ import annotations

MARK = "» "


def figure(sentence: str) -> None:
    """One line, for docs/endurance.md."""
    print(f"\n{MARK}{sentence}", flush=True)
