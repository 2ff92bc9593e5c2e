"""Fetch the published documents that a report is made of. Only publications are read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

from claims.models import ArticlePublication, Listing, Publication
from claims.reports.report import Report

#: Most claims of a list that are set in Markdown, HTML or PDF; CSV and JSON are streamed and know no limit.
MAX_SET = 1000


class NothingPublished(LookupError):
    """There is no published claim, version or article of this name."""


class TooManyClaims(ValueError):
    """The list is too long for a format that is set as a whole."""


def claim_report(number: int, *, version: int | None = None, site: str) -> Report:
    """Return the report of one claim in its current version, or in a given one. Raises NothingPublished."""
    found = Publication.objects.filter(claim__number=number)
    found = found.filter(is_current=True) if version is None else found.filter(version=version)
    publication = found.first()
    if publication is None:
        wanted = f"C{number}" if version is None else f"C{number} version {version}"
        raise NothingPublished(f"There is no published {wanted}.")
    document = publication.document
    name = f"{document['id']}v{document['version']}"
    return Report(
        title=f"{name}: {document['statement']}",
        selection=f"One claim, {name}.",
        link=f"{site}/claims/{document['id']}/",
        claims=(document,),
    )


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
    yield from rows.values_list("publication__document_text", flat=True).iterator(chunk_size=500)


def documents_of(rows: QuerySet[Listing]) -> Iterator[dict[str, Any]]:
    """Yield the documents of listed claims."""
    for text in texts_of(rows):
        yield json.loads(text)


def list_report(rows: QuerySet[Listing], *, selection: str, link: str) -> Report:
    """Return the report of a list of claims. Raises TooManyClaims beyond `MAX_SET`."""
    documents = tuple(documents_of(rows[: MAX_SET + 1]))
    if len(documents) > MAX_SET:
        raise TooManyClaims(f"More than {MAX_SET} claims: narrow the list down, or take CSV or JSON.")
    return Report(title="Claims", selection=selection, link=link, claims=documents)
