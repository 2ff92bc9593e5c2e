"""Where a source stands after the notices on it: its word, whether evidence counts, and how it is cited then."""

from __future__ import annotations

from datetime import date
from typing import Any

from claims.reports.record import recorded
from claims.reports.words import marked
from sources.bib.notices import NoticeKind, StandingWord, standing

#: Where a source stands when evidence may not rest on it any more.
INVALID = frozenset({StandingWord.RETRACTED, StandingWord.REPLACED, StandingWord.UNCLEAR})
WITHDRAWING = (NoticeKind.RETRACTION, NoticeKind.RETRACT_AND_REPLACE)
Notices = list[dict[str, Any]]


def standing_of(source: dict[str, Any]) -> str:
    """Return the code of where a source stands by the notices in the document; empty where there are none."""
    return standing_after(source["notices"])


def standing_after(notices: Notices) -> str:
    """Return the code of where a source stands after these notices; empty where there are none.

    Each has at least ``kind`` and an ISO ``date``, as in a document.
    """
    return str(standing(_dated(notices)).word) if notices else ""


@recorded
def with_standing(citation: str, notices: Notices, *, title: str = "") -> str:
    """Return the citation of a source; where evidence may not rest on it any more, its title and its end say so.

    The title begins with "RETRACTED:", as publishers mark it, unless its record does already; the end names the notice.
    """
    found = standing(_dated(notices))
    if not found.invalidates:
        return citation
    newest = max((item for item in notices if item["kind"] in WITHDRAWING), key=lambda item: str(item["date"]))
    where = f"https://doi.org/{newest['doi']}" if newest.get("doi") else newest.get("url")
    said = f"{found.label.capitalize()}, {NoticeKind(newest['kind']).label} of {newest['date']}"
    return f"{_titled(citation, title, found.label)} [{said}{f': {where}' if where else ''}]"


def _titled(citation: str, title: str, label: str) -> str:
    """Return the citation with the standing before the title; unchanged where it is not there or says it itself."""
    plain = title.strip().rstrip(".")
    if not plain or plain.upper().startswith("RETRACTED"):
        return citation
    return citation.replace(plain, f"{label.upper()}: {plain}", 1)


def _dated(notices: Notices) -> list[tuple[NoticeKind, date | None]]:
    return [(NoticeKind(notice["kind"]), date.fromisoformat(notice["date"])) for notice in notices]


def standing_text(source: dict[str, Any], item: dict[str, Any]) -> str:
    """Return it with its symbol, and why the evidence is not counted; empty where nothing was announced."""
    stands = standing_of(source)
    if not stands:
        return ""
    excluded = item.get("excluded")  # documents from before it was kept count all evidence
    return marked("standing", stands) + (f". Not counted. {excluded['reason']}" if excluded else "")
