"""Slack's flow control: a bucket for each method, and one for each channel that is posted to."""

from __future__ import annotations

import math
from dataclasses import dataclass, field


@dataclass
class Bucket:
    left: float
    at: float


@dataclass
class Rates:
    """Buckets of calls by key, filled with time."""

    buckets: dict[str, Bucket] = field(default_factory=dict)

    def wait(self, key: str, burst: float, per_second: float, now: float) -> int:
        """Take one call from the bucket: 0 when there was one, else whole seconds until there is."""
        bucket = self.buckets.setdefault(key, Bucket(burst, now))
        bucket.left = min(burst, bucket.left + max(0.0, now - bucket.at) * per_second)
        bucket.at = now
        if bucket.left >= 1.0:
            bucket.left -= 1.0
            return 0
        return max(1, math.ceil((1.0 - bucket.left) / per_second))
