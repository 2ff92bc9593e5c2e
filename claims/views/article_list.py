"""Articles in a list, each with its scorecard, in a number of queries that does not depend on how many there are."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

from django.db.models import Sum

from claims.models import ArticlePublication, FacetCell, ListingTerm
from claims.search.facets import ANY
from claims.views.scorecard import flagged_in, scorecard

#: Articles on one page, and flagged figures read for all of them together.
PAGE, MOST_FIGURES = 20, 400


def article_cards(*, after: int = 0, limit: int = PAGE) -> tuple[list[dict[str, Any]], int | None]:
    """Return articles by number with their scorecards, and the cursor of the next page where there is one."""
    rows = ArticlePublication.objects.filter(is_current=True, article__number__gt=after).order_by("article__number")
    found = list(rows.values_list("article__number", "document_text")[: limit + 1])
    documents = [json.loads(text) for _, text in found[:limit]]
    slugs = [document["slug"] for document in documents]
    verdicts, figures, flagged = _verdicts(slugs), _figures(slugs), _flagged(slugs)
    cards = [
        {**_brief(document), "score": scorecard(verdicts[slug], figures=figures.get(slug, 0), flagged=flagged[slug])}
        for slug, document in zip(slugs, documents, strict=True)
    ]
    return cards, found[limit - 1][0] if len(found) > limit else None


def _brief(document: dict[str, Any]) -> dict[str, Any]:
    brief = {name: document[name] for name in ("id", "slug", "title", "publisher", "url", "published_at")}
    return {**brief, "omissions": len(document["omissions"])}


def _verdicts(slugs: list[str]) -> dict[str, dict[str, int]]:
    cells = FacetCell.objects.filter(article__in=slugs, topic=ANY, stance=ANY, form=ANY)
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    for slug, verdict, total in cells.values_list("article", "verdict").annotate(total=Sum("claims")).order_by():
        counts[slug][verdict] = total
    return counts


def _terms(slugs: list[str]) -> Any:
    return ListingTerm.objects.filter(field="article", value__in=slugs)


def _figures(slugs: list[str]) -> dict[str, int]:
    return dict(_terms(slugs).values_list("value").annotate(total=Sum("listing__figures")).order_by())


def _flagged(slugs: list[str]) -> dict[str, list[dict[str, Any]]]:
    """Return the flagged figures by article, those that nothing supports first."""
    rows = _terms(slugs).filter(listing__flagged__gt=0).order_by("-listing__unsupported", "listing__number")
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for slug, card in rows.values_list("value", "listing__card")[:MOST_FIGURES]:
        found[slug] += flagged_in(card)
    return found
