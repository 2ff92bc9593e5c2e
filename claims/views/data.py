"""Where to take the data from."""

from __future__ import annotations

import json

from django.conf import settings
from django.db.models import Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from claims.models import ArticlePublication, FacetCell
from claims.reports.json_ld import data_page
from claims.search.facets import ANY
from claims.views.caching import public_page
from claims.views.page import markup, page

#: Articles offered by name; the others have their downloads on their own pages.
ARTICLES = 50


@public_page
def data(request: HttpRequest) -> HttpResponse:
    """Offer the downloads."""
    rows = ArticlePublication.objects.filter(is_current=True).order_by("article__number")
    cells = FacetCell.objects.filter(topic=ANY, article=ANY, stance=ANY, form=ANY)
    claims = cells.aggregate(total=Sum("claims"))["total"] or 0
    context = page(
        gettext("Data"),
        description=gettext(
            "All published claims with their evidence and ratings as CSV, JSON, Markdown, HTML and PDF."
        ),
        path=reverse("data"),
        section="data",
        claims=claims,
        ld=markup(data_page(site=settings.SITE_URL, claims=claims)),
        articles=[json.loads(text) for text in rows.values_list("document_text", flat=True)[:ARTICLES]],
    )
    return render(request, "claims/data.html", context)
