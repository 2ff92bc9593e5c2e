"""Fetch the published documents that a report is made of. Only publications are read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

from claims.documents.canonical import timestamp
from claims.models import ArticlePublication, Listing, Publication, Withdrawal
from claims.reports.report import Coverage, Report
from claims.reports.words import day

#: Most claims of a list that are set in Markdown, HTML or PDF; CSV and JSON are streamed and know no limit.
MAX_SET = 1000


class NothingPublished(LookupError):
    """There is no published claim, version or article of this name."""


class TooManyClaims(ValueError):
    """The list is too long for a format that is set as a whole."""


def claim_report(number: int, *, version: int | None = None, site: str) -> Report:
    """Return the report of one claim in its current version, or in a given one. Raises NothingPublished."""
    publications = list(Publication.objects.filter(claim__number=number))
    current = next((item for item in publications if item.is_current), None)
    chosen = current if version is None else next((item for item in publications if item.version == version), None)
    if chosen is None:
        raise NothingPublished(_why_nothing(number, version))
    document = chosen.document
    name = f"{document['id']}v{document['version']}"
    return Report(
        title=f"Claim {document['id']}, version {document['version']}",
        selection=f"One claim, {name}.{_standing(number, chosen, current)}",
        link=f"{site}/claims/{document['id']}/" + (f"v{version}/" if version else ""),
        claims=(document,),
    )


def _standing(number: int, chosen: Publication, current: Publication | None) -> str:
    if current is None:
        return f" {_withdrawn(number)}"
    return "" if chosen.is_current else f" It was followed by C{number}v{current.version}."


def _withdrawn(number: int) -> str:
    withdrawal = Withdrawal.objects.filter(claim__number=number).first()
    if withdrawal is None:
        return ""
    return f"Claim C{number} was withdrawn on {day(withdrawal.withdrawn_at.isoformat())}: {withdrawal.reason}"


def _why_nothing(number: int, version: int | None) -> str:
    if version is not None:
        return f"There is no published version {version} of claim C{number}."
    return _withdrawn(number) or f"There is no published claim C{number}."


def rows_of_article(slug: str) -> QuerySet[Listing]:
    """Return the listed claims that the article makes, in its order."""
    return Listing.objects.filter(terms__field="article", terms__value=slug).order_by("number")


def article_report(slug: str, *, site: str) -> Report:
    """Return the report of all published claims of an article. Raises NothingPublished."""
    publication = ArticlePublication.objects.filter(article__slug=slug, is_current=True).first()
    if publication is None:
        raise NothingPublished(f"There is no published article “{slug}”.")
    article = publication.document
    return Report(
        title=f"Claims of “{article['title']}”",
        selection=f"All published claims of article {article['id']} ({slug}), version {article['version']}.",
        link=f"{site}/articles/{slug}/",
        claims=tuple(documents_of(rows_of_article(slug))),
        article=article,
    )


def texts_of(rows: QuerySet[Listing]) -> Iterator[str]:
    """Yield the stored document texts of listed claims, in memory independent of their number."""
    yield from rows.values_list("publication__document_text", flat=True).iterator(chunk_size=50)


def documents_of(rows: QuerySet[Listing]) -> Iterator[dict[str, Any]]:
    """Yield the documents of listed claims."""
    for text in texts_of(rows):
        yield json.loads(text)


def reading_of(rows: QuerySet[Listing]) -> Coverage:
    """Count listed claims, how far their sources were read, and the newest publication, without the documents."""
    coverage = Coverage()
    for checked, published_at in rows.values_list("card__checked", "published_at").iterator(chunk_size=2000):
        coverage.claims += 1
        coverage.checked[checked] += 1
        coverage.as_of = max(coverage.as_of, timestamp(published_at))
    return coverage


def list_report(rows: QuerySet[Listing], *, selection: str, link: str) -> Report:
    """Return the report of a list of claims. Raises TooManyClaims beyond `MAX_SET`."""
    documents = tuple(documents_of(rows[: MAX_SET + 1]))
    if len(documents) > MAX_SET:
        raise TooManyClaims(f"More than {MAX_SET} claims: narrow the list down, or take CSV or JSON.")
    return Report(title="Claims", selection=selection, link=link, claims=documents)
