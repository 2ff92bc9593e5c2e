"""Reports of a claim, an article or a filtered list, as downloads."""

from __future__ import annotations

from collections.abc import Iterator

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest, StreamingHttpResponse
from django.http.response import HttpResponseBase

from claims.reports.csv_report import TABLES, stream_csv, write_csv
from claims.reports.formats import FORMATS
from claims.reports.gathering import (
    NothingPublished,
    TooManyClaims,
    article_report,
    claim_report,
    documents_of,
    list_report,
    texts_of,
)
from claims.reports.json_report import stream_json
from claims.reports.report import Report, count
from claims.search.filters import Filters
from claims.search.listing import sorted_rows
from claims.views.caching import public_page


def _table(request: HttpRequest) -> str:
    table = request.GET.get("table", "figures")
    if table not in TABLES:
        raise Http404(f"There is no table “{table}”; choose from: {', '.join(TABLES)}.")
    return table


def _named(response: HttpResponseBase, name: str, ending: str) -> HttpResponseBase:
    response["Content-Disposition"] = f'attachment; filename="{name}.{ending}"'
    response["X-Robots-Tag"] = "noindex"
    return response


def _download(request: HttpRequest, report: Report, name: str, ending: str) -> HttpResponseBase:
    written = write_csv(report, _table(request)) if ending == "csv" else FORMATS[ending].write(report)
    return _named(HttpResponse(written, content_type=FORMATS[ending].media_type), name, ending)


@public_page
def claim_download(request: HttpRequest, number: int, ending: str, version: int | None = None) -> HttpResponseBase:
    """Download the report of one claim, in its current version or in a given one."""
    try:
        report = claim_report(number, version=version, site=settings.SITE_URL)
    except NothingPublished as nothing:
        raise Http404(str(nothing)) from nothing
    return _download(request, report, f"C{number}v{report.claims[0]['version']}", ending)


@public_page
def article_download(request: HttpRequest, slug: str, ending: str) -> HttpResponseBase:
    """Download the report of all claims of an article."""
    try:
        report = article_report(slug, site=settings.SITE_URL)
    except NothingPublished as nothing:
        raise Http404(str(nothing)) from nothing
    return _download(request, report, slug, ending)


@public_page
def list_download(request: HttpRequest, ending: str) -> HttpResponseBase:
    """Download a filtered list of claims; CSV and JSON are streamed."""
    filters, problems = Filters.read(request.GET)
    if problems:
        return HttpResponseBadRequest(" ".join(problems), content_type="text/plain; charset=utf-8")
    rows = sorted_rows(filters)
    selection, link = filters.sentence, f"{settings.SITE_URL}/claims/?{filters.query()}".rstrip("?")
    if ending in ("csv", "json"):
        lines = _csv(request, rows, selection) if ending == "csv" else _json(rows, selection, link)
        return _named(StreamingHttpResponse(lines, content_type=FORMATS[ending].media_type), "claims", ending)
    try:
        report = list_report(rows, selection=selection, link=link)
    except TooManyClaims as too_many:
        return HttpResponseBadRequest(str(too_many), content_type="text/plain; charset=utf-8")
    return _download(request, report, "claims", ending)


def _csv(request: HttpRequest, rows, selection: str) -> Iterator[bytes]:  # type: ignore[no-untyped-def]
    coverage = count(documents_of(rows))
    return _blocks(stream_csv("Claims", selection, documents_of(rows), coverage, _table(request)))


def _json(rows, selection: str, link: str) -> Iterator[bytes]:  # type: ignore[no-untyped-def]
    return _blocks(stream_json("Claims", selection, link, texts_of(rows)))


def _blocks(texts: Iterator[str], size: int = 64 * 1024) -> Iterator[bytes]:
    """Join small texts into blocks: each chunk costs the server far more than its bytes."""
    waiting: list[str] = []
    length = 0
    for text in texts:
        waiting.append(text)
        length += len(text)
        if length >= size:
            yield "".join(waiting).encode()
            waiting, length = [], 0
    yield "".join(waiting).encode()
