"""The topics that claims are filed under, with counts by verdict."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.db.models import Sum
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from claims.grade.vocabulary import Verdict
from claims.models import FacetCell
from claims.search.facets import ANY
from claims.search.filters import Filters
from claims.search.listing import find_claims
from claims.views.caching import public_page
from claims.views.citing import newest_day, page_citation
from claims.views.former import former_claims
from claims.views.page import page


@public_page
def topic_list(request: HttpRequest) -> HttpResponse:
    """List all topics of published claims."""
    context = page(
        gettext("Topics"),
        description=gettext("The topics that claims are filed under, each with its claims by verdict."),
        path=reverse("topics"),
        section="topics",
        topics=topic_counts(),
    )
    return render(request, "claims/topics.html", context)


def topic_counts() -> list[dict[str, Any]]:
    """Return each topic with its claims by verdict and those with a flagged figure, most claims first; one query."""
    cells = FacetCell.objects.filter(article=ANY, stance=ANY, form=ANY).exclude(topic=ANY)
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    flagged: dict[str, int] = defaultdict(int)
    rows = cells.values_list("topic", "verdict", "flagged").annotate(total=Sum("claims")).order_by()
    for topic, verdict, is_flagged, total in rows:
        counts[topic][verdict] += total
        flagged[topic] += total if is_flagged else 0
    topics = [
        {
            "name": topic,
            "claims": sum(verdicts.values()),
            "verdicts": [(str(verdict), verdicts[verdict]) for verdict in Verdict if verdicts.get(verdict)],
            "flagged": flagged[topic],
        }
        for topic, verdicts in counts.items()
    ]
    return sorted(topics, key=lambda topic: (-topic["claims"], topic["name"]))


@public_page
def topic(request: HttpRequest, tag: str) -> HttpResponse:
    """List the claims of one topic; where none is left, those that were withdrawn or filed elsewhere."""
    filters, _ = Filters.read({"topic": tag, "after": request.GET.get("after", "")})
    found = find_claims(filters)
    former = [] if found.total else former_claims("topic", tag)
    if not found.total and not former:
        raise Http404(gettext("No published claim is filed under “%(name)s”.") % {"name": tag})
    path = reverse("topic", args=[tag])
    context = page(
        gettext("Topic: %(name)s") % {"name": tag},
        description=ngettext(
            "%(claims)d claim on %(topic)s, with its verdict, certainty and figure check.",
            "%(claims)d claims on %(topic)s, each with its verdict, certainty and figure check.",
            found.total,
        )
        % {"claims": found.total, "topic": tag},
        path=path,
        section="topics",
        tag=tag,
        found=found,
        former=former,
        query=filters.query(),
        citation=page_citation(f"Topic: {tag}", path, day=newest_day()),
    )
    return render(request, "claims/topic.html", context)
