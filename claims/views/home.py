"""The home page: what this is, each article's scorecard, and what is new."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext, gettext_lazy

from claims.models import Listing, Withdrawal
from claims.views.article_list import article_cards
from claims.views.caching import public_page
from claims.views.page import page
from claims.views.published import published_on

#: Articles and changes shown.
ARTICLES, CHANGES = 6, 6

DESCRIPTION = gettext_lazy(
    "Every claim of a health article, held against published evidence: "
    "which figures are traced, which nothing supports."
)


@public_page
def home(request: HttpRequest) -> HttpResponse:
    """Show the newest state of everything at a glance."""
    articles, following = article_cards(limit=ARTICLES)
    context = page(
        gettext("What the article claims, and what the evidence says"),
        description=str(DESCRIPTION),
        path="/",
        articles=articles,
        following=following,
        changes=newest_changes(),
    )
    return render(request, "claims/home.html", context)


def newest_changes() -> list[dict[str, Any]]:
    """Return the newest published versions and withdrawals, newest first; two queries."""
    cards = Listing.objects.order_by("-published_at", "-number").values_list("card", flat=True)[:CHANGES]
    gone = Withdrawal.objects.values("claim__number", "statement", "reason", "withdrawn_at")[:CHANGES]
    changes = [{"at": card["published_at"], "card": card} for card in cards]
    changes += [{"at": published_on(row["withdrawn_at"]), "withdrawn": row} for row in gone]
    return sorted(changes, key=lambda change: change["at"], reverse=True)[:CHANGES]
