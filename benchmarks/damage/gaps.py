"""Cases of weeks and months for formats of which one whole edition is known: before it one that lacks the newest
entries, as many as the SDN list gained in such a time. What it held was as it is now: an honest edition differs more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from benchmarks.damage.trial import Case

# Days, what they are called, and the share of entries that came in them.
GAPS = ((56, "eight weeks later (made)", 0.03), (121, "four months later (made)", 0.06))
THE_DAY_AFTER = "the day after"


def made(case: Case) -> Iterator[Case]:
    """Of an edition that follows itself on the next day: the same after weeks and after months."""
    if THE_DAY_AFTER not in case.name or case.before != case.after:
        return
    for days, called, share in GAPS:
        document = case.taken_apart(case.before)
        numbers = [int("".join(re.findall(r"\d", one))[:9] or 0) for one in document.ids()]
        newest = sorted(range(len(numbers)), key=lambda at: numbers[at])[len(numbers) - round(share * len(numbers)) :]
        document.drop({*newest})
        name, day = case.name.replace(THE_DAY_AFTER, called), date.fromisoformat(case.before_day) - timedelta(days=days)
        before = document.files()
        yield replace(case, name=name, before=before, before_day=day.isoformat(), after_day=case.before_day)
