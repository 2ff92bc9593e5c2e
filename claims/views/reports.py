"""Reports of a claim, an article or a filtered list, as downloads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
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
    reading_of,
    texts_of,
)
from claims.reports.json_report import stream_json
from claims.reports.report import Report
from claims.search.known import read_filters
from claims.search.listing import sorted_rows
from claims.views.caching import public_page

#: Characters that are sent at once: each block costs the server far more than its bytes.
BLOCK = 64 * 1024


class UnknownValue(ValueError):
    """The address asks for something that does not exist."""


def report_page(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Make the view a public download; what it cannot give, it says in a plain sentence (404 or 400)."""

    @public_page
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            response = view(request, *args, **kwargs)
        except NothingPublished as nothing:
            response = _sentence(nothing, 404)
        except (UnknownValue, TooManyClaims) as problem:
            response = _sentence(problem, 400)
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    return answer


@report_page
def claim_download(request: HttpRequest, number: int, ending: str, version: int | None = None) -> HttpResponseBase:
    """Download the report of one claim, in its current version or in a given one."""
    report = claim_report(number, version=version, site=settings.SITE_URL)
    return _download(request, report, f"C{number}v{report.claims[0]['version']}", ending)


@report_page
def article_download(request: HttpRequest, slug: str, ending: str) -> HttpResponseBase:
    """Download the report of all claims of an article."""
    return _download(request, article_report(slug, site=settings.SITE_URL), slug, ending)


@report_page
def list_download(request: HttpRequest, ending: str) -> HttpResponseBase:
    """Download a filtered list of claims; CSV and JSON are streamed."""
    filters, problems = read_filters(request.GET)
    if problems:
        raise UnknownValue(" ".join(problems))
    rows = sorted_rows(filters)
    selection, link = filters.sentence, f"{settings.SITE_URL}/claims/?{filters.query()}".rstrip("?")
    if ending == "csv":
        texts = stream_csv("Claims", selection, documents_of(rows), reading_of(rows), _table(request))
    elif ending == "json":
        texts = stream_json("Claims", selection, link, texts_of(rows))
    else:
        return _download(request, list_report(rows, selection=selection, link=link), "claims", ending)
    response = StreamingHttpResponse(blocks(texts), content_type=FORMATS[ending].media_type)
    return _named(response, "claims", ending)


def blocks(texts: Iterator[str]) -> Iterator[bytes]:
    """Join small texts into blocks to send."""
    waiting: list[str] = []
    length = 0
    for text in texts:
        waiting.append(text)
        length += len(text)
        if length >= BLOCK:
            yield "".join(waiting).encode()
            waiting, length = [], 0
    yield "".join(waiting).encode()


def _table(request: HttpRequest) -> str:
    table = request.GET.get("table", "figures")
    if table not in TABLES:
        raise UnknownValue(f"There is no table “{table}”; choose from: {', '.join(TABLES)}.")
    return table


def _download(request: HttpRequest, report: Report, name: str, ending: str) -> HttpResponseBase:
    written = write_csv(report, _table(request)) if ending == "csv" else FORMATS[ending].write(report)
    return _named(HttpResponse(written, content_type=FORMATS[ending].media_type), name, ending)


def _named(response: HttpResponseBase, name: str, ending: str) -> HttpResponseBase:
    response["Content-Disposition"] = f'attachment; filename="{name}.{ending}"'
    return response


def _sentence(problem: Exception, status: int) -> HttpResponse:
    return HttpResponse(f"{problem}\n", status=status, content_type="text/plain; charset=utf-8")
