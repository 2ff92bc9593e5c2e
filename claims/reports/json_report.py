"""JSON: one object with ``claims`` (the stored documents as they are) and ``about``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from claims.documents.canonical import canonical_json
from claims.reports.report import Coverage, Report, about


def stream_json(
    title: str, selection: str, link: str, documents: Iterable[str], article: str | None = None
) -> Iterator[str]:
    """Yield the report around stored document texts, in memory independent of their number.

    ``about`` comes last, because its counts are known only when every claim has passed.
    """
    coverage = Coverage()
    yield '{"schema":"maglyc-report-1",'
    if article is not None:
        yield f'"article":{article},'
    yield '"claims":['
    for place, text in enumerate(documents):
        coverage.add(json.loads(text))
        yield f",\n{text}" if place else f"\n{text}"
    yield f'\n],"about":{canonical_json(about(title, selection, link, coverage))}}}\n'


def write_json(report: Report) -> bytes:
    """Return the report as JSON bytes."""
    article = canonical_json(report.article) if report.article else None
    texts = (canonical_json(document) for document in report.claims)
    return "".join(stream_json(report.title, report.selection, report.link, texts, article)).encode()
