"""Every term of every vocabulary on one page, printed from the vocabularies themselves, each with its own address."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy

from claims.extraction.anchoring import AnchorState
from claims.extraction.blocks import BlockKind
from claims.figures.given_forms import Form
from claims.figures.quantity import Bound, Direction, FigureVerdict, Statistic
from claims.grade.funding import Funding
from claims.grade.instruments.amstar2 import Amstar2Rating
from claims.grade.instruments.amstar2_items import Amstar2Answer
from claims.grade.instruments.describe import NotJudged
from claims.grade.instruments.instrument import Triage
from claims.grade.instruments.questions import Answer
from claims.grade.instruments.rob2 import Rob2Judgement
from claims.grade.instruments.robins_i_2016 import RobinsI2016Judgement
from claims.grade.instruments.robins_i_v2_questions import Effect
from claims.grade.instruments.robins_i_v2_words import RobinsIV2Judgement
from claims.grade.targets import TargetKind
from claims.grade.vocabulary import (
    Attribution,
    Certainty,
    Design,
    Domain,
    Indirectness,
    Kind,
    RiskOfBias,
    Scope,
    Stance,
    Upgrade,
    Verdict,
    WordingStrength,
)
from claims.models.problem_words import ProblemKind, ProblemState
from claims.views.caching import public_page
from claims.views.checklist import Told
from claims.views.page import page
from claims.words import Word
from sources.bib.notices import NoticeKind, StandingWord

#: Anchor, title and words, in the order in which a reader meets them. A term's anchor is ``<anchor>-<value>``.
#: Left out are enumerations without definitions: their labels are parts of sentences and no terms.
GLOSSARY: tuple[tuple[str, Any, type[Word]], ...] = (
    ("verdict", gettext_lazy("Verdict of a claim"), Verdict),
    ("figure", gettext_lazy("Verdict on a figure"), FigureVerdict),
    ("certainty", gettext_lazy("Certainty"), Certainty),
    ("stance", gettext_lazy("Stance of a source"), Stance),
    ("risk", gettext_lazy("Risk of bias"), RiskOfBias),
    ("indirectness", gettext_lazy("Indirectness"), Indirectness),
    ("design", gettext_lazy("Study design"), Design),
    ("form", gettext_lazy("Form given"), Form),
    ("scope", gettext_lazy("What was read"), Scope),
    ("kind", gettext_lazy("Kind of claim"), Kind),
    ("wording", gettext_lazy("Strength of wording"), WordingStrength),
    ("attribution", gettext_lazy("What the article offers as its source"), Attribution),
    ("told", gettext_lazy("Checklist for readers"), Told),
    ("bound", gettext_lazy("How a number limits a figure"), Bound),
    ("statistic", gettext_lazy("What a number is"), Statistic),
    ("direction", gettext_lazy("Direction of a change"), Direction),
    ("domain", gettext_lazy("Reasons for rating certainty down"), Domain),
    ("upgrade", gettext_lazy("Reasons for rating certainty up"), Upgrade),
    ("target", gettext_lazy("What an interval is held against"), TargetKind),
    ("funding", gettext_lazy("Funding"), Funding),
    ("notice", gettext_lazy("Notices on sources"), NoticeKind),
    ("standing", gettext_lazy("Where a source stands after its notices"), StandingWord),
    ("rob2", gettext_lazy("Judgement in RoB 2"), Rob2Judgement),
    ("robins-2016", gettext_lazy("Judgement in ROBINS-I of 2016"), RobinsI2016Judgement),
    ("robins-v2", gettext_lazy("Judgement in ROBINS-I, version 2"), RobinsIV2Judgement),
    ("effect", gettext_lazy("Effect asked about in ROBINS-I, version 2"), Effect),
    ("amstar2", gettext_lazy("Rating in AMSTAR 2"), Amstar2Rating),
    ("amstar2-item", gettext_lazy("Answer to an item of AMSTAR 2"), Amstar2Answer),
    ("answer", gettext_lazy("Answer to a signalling question"), Answer),
    ("triage", gettext_lazy("Questions before the domains"), Triage),
    ("not-judged", gettext_lazy("No judgement"), NotJudged),
    ("anchor", gettext_lazy("Place of a quote in a text"), AnchorState),
    ("block", gettext_lazy("Part of a text"), BlockKind),
    ("problem", gettext_lazy("Problem that a reader reports"), ProblemKind),
    ("report-state", gettext_lazy("What became of a report"), ProblemState),
)


@public_page
def glossary(request: HttpRequest) -> HttpResponse:
    """Print every term with its sign and what it means."""
    context = page(
        gettext("Glossary"),
        description=gettext(
            "Every term used here for verdicts, figures, certainty, evidence and sources, with its meaning."
        ),
        path=reverse("glossary"),
        section="methodology",
        # as a list: a template would call the class itself
        glossary=[(anchor, str(title), _about(words), list(words)) for anchor, title, words in GLOSSARY],
    )
    return render(request, "claims/glossary.html", context)


def _about(words: type[Word]) -> str:
    """Return what the vocabulary as a whole says: the first line of its description."""
    return (words.__doc__ or "").strip().split("\n")[0]
