"""A source as a document cites it: CSL metadata, ready citations, what it is and what was announced about it."""

from __future__ import annotations

from typing import Any

from sources.bib.cite import apa, short_name, vancouver
from sources.bib.csl import parse_csl
from sources.models import Notice, Source


def notice_part(notice: Notice) -> dict[str, Any]:
    return {
        "kind": notice.kind,
        "date": notice.date.isoformat(),
        "reason": notice.reason,
        "doi": notice.doi or None,
        "url": notice.url or None,
    }


def source_part(source: Source) -> dict[str, Any]:
    """Return the source with its citations in Vancouver and APA style as plain text."""
    records, _ = parse_csl([source.csl])
    record = records[0]
    return {
        "id": source.name,
        "citekey": source.citekey,
        "csl": source.csl,
        "short": short_name(record),
        "vancouver": str(vancouver(record)),
        "apa": str(apa(record)),
        "design": source.design or None,
        "n": source.n,
        "funding": source.funding or None,
        "summary": source.summary or None,
        "identifier_status": source.identifier_status or None,
        "scope": source.scope or None,
        "warnings": source.warnings,
        "notices": [notice_part(notice) for notice in source.notices.all()],
    }
