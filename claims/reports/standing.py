"""Where the source of a piece of evidence stands after the notices in the document, and whether it is counted."""

from __future__ import annotations

from datetime import date
from typing import Any

from claims.reports.words import marked
from sources.bib.notices import NoticeKind, standing


def standing_of(source: dict[str, Any]) -> str:
    """Return the code of where a source stands by the notices in the document; empty where there are none."""
    if not source["notices"]:
        return ""
    notices = [(NoticeKind(notice["kind"]), date.fromisoformat(notice["date"])) for notice in source["notices"]]
    return str(standing(notices).word)


def standing_text(source: dict[str, Any], item: dict[str, Any]) -> str:
    """Return it with its symbol, and why the evidence is not counted; empty where nothing was announced."""
    stands = standing_of(source)
    if not stands:
        return ""
    excluded = item.get("excluded")  # documents from before it was kept count all evidence
    return marked("standing", stands) + (f". Not counted. {excluded['reason']}" if excluded else "")
