"""How claims are judged: printed from the very tables that compute the verdicts and ratings."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from claims.documents.vocabularies import BY_NAME, words_of
from claims.figures.checking import EARLIER, RULES, RULESET
from claims.grade.absolute_rules import describe_absolute
from claims.grade.describing import describe_figures, describe_ruleset, describe_wording
from claims.grade.instruments.describe import describe, undecided
from claims.grade.instruments.registry import INSTRUMENTS
from claims.grade.rulesets import RULESETS
from claims.reports.json_ld import BEST, RATINGS, WORST
from claims.views.caching import public_page
from claims.views.citing import page_citation
from claims.views.page import page
from claims.words import Word
from sources.labels import translated

#: The vocabularies that the page prints: anchor, name, and whether its words are shown as marks.
PRINTED: tuple[tuple[str, str, bool], ...] = (
    ("verdicts", "verdict", True),
    ("figure-verdicts", "figure", True),
    ("certainty", "certainty", True),
    ("stances", "stance", True),
    ("risk-of-bias", "risk", True),
    ("indirectness", "indirectness", False),
    ("designs", "design", False),
    ("read", "scope", False),
    ("kinds", "kind", False),
    ("bounds", "bound", False),
    ("statistics", "statistic", False),
    ("domains", "domain", False),
    ("notices", "notice", True),
)


def _vocabularies() -> list[tuple[str, str, list[Word], str]]:
    """Return anchor, title, words (as a list: a template would call the class itself) and the mark's vocabulary."""
    return [
        (anchor, str(BY_NAME[name].title), list(words_of(name)), name if marked else "")
        for anchor, name, marked in PRINTED
    ]


@public_page
def methodology(request: HttpRequest) -> HttpResponse:
    """Print the rules and the words."""
    context = page(
        gettext("Methodology"),
        description=gettext(
            "How figures are checked and certainty is rated, printed from the tables that compute them."
        ),
        path=reverse("methodology"),
        section="methodology",
        vocabularies=_vocabularies(),
        rules=RULES,
        figure_ruleset=RULESET,
        earlier_checks=EARLIER,
        figure_tables=describe_figures(),
        rulesets=[{"ruleset": ruleset, "sections": describe_ruleset(ruleset)} for ruleset in RULESETS.values()],
        wording=describe_wording(),
        absolute=describe_absolute(),
        scale={"best": BEST, "worst": WORST, "ratings": [(str(verdict), RATINGS[verdict]) for verdict in RATINGS]},
        citation=page_citation(
            "Methodology", reverse("methodology"), day=None, edition="; ".join(["rules " + RULESET, *RULESETS])
        ),
        instruments=[{"instrument": item, "undecided": undecided(item)} for item in INSTRUMENTS.values()],
    )
    return render(request, "claims/methodology.html", context)


@public_page
def instrument(request: HttpRequest, name: str) -> HttpResponse:
    """Print one instrument for judging risk of bias: its questions and every rule."""
    if name not in INSTRUMENTS:
        raise Http404(gettext("There is no instrument “%(name)s”.") % {"name": name})
    described: dict[str, Any] = describe(INSTRUMENTS[name])
    title = translated(described["title"])
    context = page(
        title,
        description=gettext("The questions and rules of %(title)s as they are used here.") % {"title": title},
        path=reverse("instrument", args=[name]),
        section="methodology",
        instrument=described,
        successor=INSTRUMENTS.get(described["superseded_by"]),
    )
    return render(request, "claims/instrument.html", context)
