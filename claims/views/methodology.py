"""How claims are judged: printed from the very tables that compute the verdicts and ratings."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from claims.figures.checking import RULES, RULESET
from claims.figures.quantity import Bound, FigureVerdict, Statistic
from claims.grade.absolute_rules import describe_absolute
from claims.grade.describing import describe_ruleset, describe_wording
from claims.grade.instruments.describe import describe, undecided
from claims.grade.instruments.registry import INSTRUMENTS
from claims.grade.rulesets import RULESETS
from claims.grade.vocabulary import Certainty, Design, Domain, Indirectness, Kind, RiskOfBias, Scope, Stance, Verdict
from claims.views.caching import public_page
from claims.views.page import page
from claims.words import Word
from sources.bib.notices import NoticeKind
from sources.labels import translated

#: The vocabularies in the order in which a reader meets them: anchor, title, words, the mark's vocabulary or "".
VOCABULARIES: tuple[tuple[str, Any, type[Word], str], ...] = (
    ("verdicts", gettext_lazy("Verdict of a claim"), Verdict, "verdict"),
    ("figure-verdicts", gettext_lazy("Verdict on a figure"), FigureVerdict, "figure"),
    ("certainty", gettext_lazy("Certainty"), Certainty, "certainty"),
    ("stances", gettext_lazy("Stance of a source"), Stance, "stance"),
    ("risk-of-bias", gettext_lazy("Risk of bias"), RiskOfBias, "risk"),
    ("indirectness", gettext_lazy("Indirectness"), Indirectness, ""),
    ("designs", gettext_lazy("Study design"), Design, ""),
    ("read", gettext_lazy("What was read"), Scope, ""),
    ("kinds", gettext_lazy("Kind of claim"), Kind, ""),
    ("bounds", gettext_lazy("How a number limits a figure"), Bound, ""),
    ("statistics", gettext_lazy("What a number is"), Statistic, ""),
    ("domains", gettext_lazy("Reasons for rating down"), Domain, ""),
    ("notices", gettext_lazy("Notices on sources"), NoticeKind, "notice"),
)


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
        # as a list: a template would call the class itself
        vocabularies=[(anchor, str(title), list(words), marked) for anchor, title, words, marked in VOCABULARIES],
        rules=RULES,
        figure_ruleset=RULESET,
        rulesets=[{"ruleset": ruleset, "sections": describe_ruleset(ruleset)} for ruleset in RULESETS.values()],
        wording=describe_wording(),
        absolute=describe_absolute(),
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
