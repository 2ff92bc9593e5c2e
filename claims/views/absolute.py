"""Absolute effects for the plain-language summary: those of evidence that bears on the claim, the closest first.

Evidence of a retracted source bears on nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claims.grade.vocabulary import Stance
from claims.reports.absolute import absolute_text, details_of

#: More would be a table again; that stands below with all of them.
SHOWN = 3


def absolute_row(effect: dict[str, Any]) -> dict[str, Any]:
    """Return an absolute effect in words."""
    return {"text": absolute_text(effect), "details": details_of(effect), "basis": effect["basis"]}


def absolute_lines(document: dict[str, Any]) -> list[dict[str, Any]]:
    """Return up to `SHOWN` effects on whole groups, direct evidence first, each with its source and its subject."""
    shorts = {source["citekey"]: source["short"] for source in document["sources"]}
    bearing = [item for item in document["evidence"] if item["stance"] != Stance.CONTEXT and not item.get("excluded")]
    lines = [line for item in sorted(bearing, key=_is_indirect) for line in _lines(item, shorts[item["source"]])]
    return lines[:SHOWN]


def _is_indirect(item: dict[str, Any]) -> bool:
    return bool(item["indirectness"])


def _lines(item: dict[str, Any], short: str) -> Iterator[dict[str, Any]]:
    for finding in item["findings"]:
        for effect in finding.get("absolute", []) if not finding["subgroup"] else []:
            yield {**absolute_row(effect), "what": finding["what"], "short": short, "key": finding["key"]}
