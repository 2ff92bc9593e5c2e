"""The maps: claims by certainty and verdict, and topics by study design, each drawn and as a table."""

from __future__ import annotations

from collections import defaultdict

from django.db.models import Count, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from claims.grade.vocabulary import Certainty, Design, Verdict
from claims.models import FacetCell, Listing, ListingTerm
from claims.search.facets import ANY
from claims.search.filters import UNRATED
from claims.views.caching import public_page
from claims.views.citing import newest_day, page_citation
from claims.views.drawing_claims import ClaimMap, Dot, claim_map
from claims.views.drawing_matrix import Matrix, matrix
from claims.views.page import page
from claims.views.retracted import Retracted, resting_on_retracted
from claims.views.topics import topic_counts
from sources.bib.notices import StandingWord

#: Claims read for the map, and boxes in one cell; the counts are of all claims, however many there are.
MOST_READ, MOST_IN_CELL = 2000, 48
#: Rows of the drawing, rows of its table, and topics named as lacking trials: those with most claims come first.
MOST_TOPICS, MOST_ROWS, MOST_NAMED = 30, 1000, 100
#: Designs by which one can tell whether something works, in people.
TRIALS = frozenset(
    {Design.META_ANALYSIS, Design.SYSTEMATIC_REVIEW, Design.RCT_PARALLEL, Design.RCT_CROSSOVER},
)

Pair = tuple[str, str]


@public_page
def maps(request: HttpRequest) -> HttpResponse:
    """Show what is known and where nothing is, at a glance."""
    topics = [topic["name"] for topic in topic_counts()]
    counts = claims_by_design()
    retracted = resting_on_retracted()
    outcomes = outcome_matrix(topics[:MOST_TOPICS], counts, retracted)
    whole = outcome_matrix(topics[:MOST_ROWS], counts, retracted)
    untried = [topic for topic in topics if not any((topic, design) in counts for design in TRIALS)]
    context = page(
        gettext("Maps of the evidence"),
        description=gettext(
            "All claims by verdict and certainty, and all topics by the designs of the studies behind them."
        ),
        path=reverse("maps"),
        section="maps",
        evidence=evidence_map(retracted),
        retracted={
            "count": len(retracted.claims),
            "named": retracted.claims[:MOST_NAMED],
            "more": max(0, len(retracted.claims) - MOST_NAMED),
        },
        outcomes=outcomes,
        table=whole.table,
        gaps={"cells": len(whole.cells), "empty": whole.gaps},
        untried={"count": len(untried), "named": untried[:MOST_NAMED], "more": max(0, len(untried) - MOST_NAMED)},
        topics=len(topics),
        citation=page_citation("Maps of the evidence", reverse("maps"), day=newest_day()),
        further=max(0, len(topics) - MOST_TOPICS),
        further_listed=max(0, min(len(topics), MOST_ROWS) - MOST_TOPICS),
        beyond=max(0, len(topics) - MOST_ROWS),
    )
    return render(request, "claims/maps.html", context)


def evidence_map(retracted: Retracted) -> ClaimMap:
    """Return the claims by verdict and certainty; two queries. A value of an older vocabulary has its own row."""
    counts = _claims_by_cell()
    dots: dict[Pair, list[Dot]] = defaultdict(list)
    marked = frozenset(retracted.claims)
    rows = Listing.objects.order_by("number").values_list("verdict", "certainty", "number", "statement")
    for verdict, certainty, number, statement in rows[:MOST_READ]:
        cell = dots[verdict, certainty or UNRATED]
        if len(cell) < MOST_IN_CELL:
            cell.append(Dot(f"C{number}", statement, StandingWord.RETRACTED.symbol if number in marked else ""))
    verdicts = _with_older([*map(str, Verdict)], {verdict for verdict, _ in counts})
    certainties = _with_older([*map(str, Certainty), UNRATED], {certainty for _, certainty in counts})
    return claim_map(verdicts, certainties, counts, dots, retracted.cells)


def claims_by_design() -> dict[Pair, int]:
    """Return how many claims of each topic have evidence of each design, where there are any; one query."""
    terms = ListingTerm.objects.filter(field="topic", listing__terms__field="design").order_by()
    found = terms.values_list("value", "listing__terms__value").annotate(claims=Count("id"))
    return {(topic, design): claims for topic, design, claims in found}


def outcome_matrix(topics: list[str], counts: dict[Pair, int], retracted: Retracted) -> Matrix:
    """Return the drawing of these topics, its table and its gaps."""
    designs = _with_older([*map(str, Design)], {design for _, design in counts})
    return matrix(topics, designs, counts, retracted.designs)


def _claims_by_cell() -> dict[Pair, int]:
    cells = FacetCell.objects.filter(topic=ANY, article=ANY, stance=ANY, form=ANY).order_by()
    found = cells.values_list("verdict", "certainty").annotate(total=Sum("claims"))
    return {(verdict, certainty or UNRATED): total for verdict, certainty, total in found}


def _with_older(values: list[str], found: set[str]) -> list[str]:
    return [*values, *sorted(found - set(values))]
