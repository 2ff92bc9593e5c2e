"""A list of figures as JSON and as an aligned table."""

from __future__ import annotations

import json
from collections.abc import Iterable

from claims.figures.quantity import Figure
from claims.figures.reading import JSON_KEYS, figure_json


def figures_json(figures: Iterable[Figure]) -> str:
    """Return a JSON array with one object per figure (the keys of `JSON_KEYS`), one figure to a line."""
    rows = [json.dumps(figure_json(figure), ensure_ascii=False, allow_nan=False) for figure in figures]
    return "[\n  " + ",\n  ".join(rows) + "\n]" if rows else "[]"


def figures_table(figures: Iterable[Figure]) -> str:
    """Return a table with one line per figure, columns aligned; an open or unknown value is a dash."""
    rows = [JSON_KEYS, *(tuple(_cell(value) for value in figure_json(figure).values()) for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(JSON_KEYS))]
    return "\n".join("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)


def _cell(value: object) -> str:
    return "–" if value is None or value == "" else " ".join(str(value).split())
