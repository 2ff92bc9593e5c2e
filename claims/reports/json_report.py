"""JSON: one object with ``claims`` (the stored documents as they are) and ``about``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from claims.documents.canonical import canonical_json, sha256_of
from claims.reports.record import recorded, recorded_parts
from claims.reports.report import Coverage, Report, about


@recorded_parts
def stream_json(
    title: str, selection: str, link: str, documents: Iterable[str], article: str | None = None
) -> Iterator[str]:
    """Yield the report around stored document texts as they are, each on a line of its own.

    Memory holds a name and a hash for each, not the documents. ``about`` comes last, because its counts are known
    only when every claim has passed; its ``sha256`` are the hashes of the documents' lines without the comma.
    """
    coverage = Coverage()
    hashes: dict[str, str] = {}
    yield '{"schema":"maglyc-report-1",'
    if article is not None:
        yield f'"article":{article},'
    yield '"claims":['
    for place, text in enumerate(documents):
        coverage.add(json.loads(text))
        hashes[coverage.versions[-1]] = sha256_of(text)
        yield f",\n{text}" if place else f"\n{text}"
    said = {**about(title, selection, link, coverage), "sha256": hashes}
    yield f'\n],"about":{canonical_json(said)}}}\n'


@recorded
def write_json(report: Report) -> bytes:
    """Return the report as JSON bytes."""
    article = canonical_json(report.article) if report.article else None
    texts = (canonical_json(document) for document in report.claims)
    return "".join(stream_json(report.title, report.selection, report.link, texts, article)).encode()
