"""The articles: a list with scorecards, and each article's text with its claims marked in place."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from claims.models import ArticlePublication, Listing
from claims.reports.json_ld import article_page
from claims.views.article_list import article_cards
from claims.views.caching import public_page
from claims.views.checklist import checklist_of
from claims.views.citing import page_citation
from claims.views.marking import mark_text, spans_in
from claims.views.page import markup, page
from claims.views.scorecard import certainties_of, scorecard_of
from claims.views.showing import choices_for, problem_with, shown_cards


@public_page
def article_list(request: HttpRequest) -> HttpResponse:
    """List the articles with their scorecards."""
    after = request.GET.get("after", "")
    articles, following = article_cards(after=int(after) if after.isdecimal() and len(after) < 10 else 0)
    context = page(
        gettext("Articles"),
        description=gettext(
            "Health articles whose claims were held against published evidence, each with its scorecard."
        ),
        path=reverse("articles"),
        section="articles",
        articles=articles,
        following=following,
    )
    return render(request, "claims/articles.html", context)


@public_page
def article(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an article's text with its claims, its scorecard and what it leaves out."""
    text = ArticlePublication.objects.filter(article__slug=slug, is_current=True).values_list("document_text").first()
    if text is None:
        raise Http404(gettext("There is no article “%(name)s”.") % {"name": slug})
    rows = Listing.objects.filter(terms__field="article", terms__value=slug).order_by("number")
    cards = [with_flag(card) for card in rows.values_list("card", flat=True)]
    return render(request, "claims/article.html", _context(json.loads(text[0]), cards, request.GET.get("show", "")))


def with_flag(card: dict[str, Any]) -> dict[str, Any]:
    """Return the card with ``flag``: whether any of its figures is flagged."""
    return {**card, "flag": any(figure["flagged"] for figure in card["figures"])}


def _context(document: dict[str, Any], cards: list[dict[str, Any]], show: str) -> dict[str, Any]:
    shown = shown_cards(cards, show)
    spans = spans_in(shown, document["slug"], document["text_version"])
    placed = {span.card["id"] for span in spans}
    score = scorecard_of(cards)
    omissions = _omissions(document, {card["id"]: card for card in cards})
    return page(
        gettext("%(title)s: what the evidence says") % {"title": document["title"]},
        description=_description(score),
        path=reverse("article", args=[document["slug"]]),
        section="articles",
        article=document,
        blocks=mark_text(document["text"], spans),
        unplaced=[card for card in shown if card["id"] not in placed],
        choices=choices_for(cards, show),
        problem=problem_with(show),
        score=score,
        certainties=certainties_of(cards),
        sources={source["citekey"]: source for source in document["sources"]},
        omissions=omissions,
        citation=page_citation(
            f"{document['title']}: what the evidence says",
            reverse("article", args=[document["slug"]]),
            day=date.fromisoformat(document["published_at"][:10]),
            edition=f"version {document['version']}",
        ),
        checklist=checklist_of(cards, omissions),
        ld=markup(article_page(document, site=settings.SITE_URL)),
    )


def _description(score: dict[str, Any]) -> str:
    said = gettext(
        "%(claims)d claims held against published evidence; nothing supports %(unsupported)d of %(figures)d figures."
    )
    return said % {**score, "unsupported": len(score["unsupported"])}


def _omissions(document: dict[str, Any], cards: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the omissions with the sources they rest on and those of their claims that are published."""
    sources = {source["citekey"]: source for source in document["sources"]}
    return [
        {
            **omission,
            "number": number,
            "claims": [cards[name] for name in omission["claims"] if name in cards],
            "sources": [sources[citekey] for citekey in omission["sources"] if citekey in sources],
        }
        for number, omission in enumerate(document["omissions"], 1)
    ]
