"""Canonical JSON: equal content has equal bytes, so it has an equal hash."""

from __future__ import annotations

import hashlib
import json
import math
from datetime import UTC, datetime
from typing import Any


def canonical_number(value: float) -> int | float:
    """Return whole floats as integers, so that 30 and 30.0 print alike. Raises ValueError for NaN and infinities."""
    if not math.isfinite(value):
        raise ValueError(f"{value} has no place in a document: numbers must be finite")
    return int(value) if float(value).is_integer() and abs(value) < 2**53 else value


def canonical(value: Any) -> Any:
    """Return the value with tuples as lists, keys as strings and numbers in canonical form."""
    if isinstance(value, dict):
        return {str(key): canonical(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [canonical(item) for item in value]
    if isinstance(value, float):
        return canonical_number(value)
    return value


def canonical_json(value: Any) -> str:
    """Return JSON text with sorted keys, no needless white space and Unicode as it is."""
    return json.dumps(canonical(value), sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def timestamp(moment: datetime) -> str:
    """Return UTC time to the second, e.g. ``2026-11-22T18:00:00Z``."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def sha256_of(text: str) -> str:
    """Return the hexadecimal SHA-256 of the text's UTF-8 bytes."""
    return hashlib.sha256(text.encode()).hexdigest()
