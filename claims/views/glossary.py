"""Every term of every vocabulary on one page, printed from the vocabularies themselves, each with its own address."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

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
GLOSSARY: tuple[tuple[str, str, type[Word]], ...] = (
    ("verdict", "Verdict of a claim", Verdict),
    ("figure", "Verdict on a figure", FigureVerdict),
    ("certainty", "Certainty", Certainty),
    ("stance", "Stance of a source", Stance),
    ("risk", "Risk of bias", RiskOfBias),
    ("indirectness", "Indirectness", Indirectness),
    ("design", "Study design", Design),
    ("form", "Form given", Form),
    ("scope", "What was read", Scope),
    ("kind", "Kind of claim", Kind),
    ("wording", "Strength of wording", WordingStrength),
    ("attribution", "What the article offers as its source", Attribution),
    ("told", "Checklist for readers", Told),
    ("bound", "How a number limits a figure", Bound),
    ("statistic", "What a number is", Statistic),
    ("direction", "Direction of a change", Direction),
    ("domain", "Reasons for rating certainty down", Domain),
    ("upgrade", "Reasons for rating certainty up", Upgrade),
    ("target", "What an interval is held against", TargetKind),
    ("funding", "Funding", Funding),
    ("notice", "Notices on sources", NoticeKind),
    ("standing", "Where a source stands after its notices", StandingWord),
    ("rob2", "Judgement in RoB 2", Rob2Judgement),
    ("robins-2016", "Judgement in ROBINS-I of 2016", RobinsI2016Judgement),
    ("robins-v2", "Judgement in ROBINS-I, version 2", RobinsIV2Judgement),
    ("effect", "Effect asked about in ROBINS-I, version 2", Effect),
    ("amstar2", "Rating in AMSTAR 2", Amstar2Rating),
    ("amstar2-item", "Answer to an item of AMSTAR 2", Amstar2Answer),
    ("answer", "Answer to a signalling question", Answer),
    ("triage", "Questions before the domains", Triage),
    ("not-judged", "No judgement", NotJudged),
    ("anchor", "Place of a quote in a text", AnchorState),
    ("block", "Part of a text", BlockKind),
    ("problem", "Problem that a reader reports", ProblemKind),
    ("report-state", "What became of a report", ProblemState),
)


@public_page
def glossary(request: HttpRequest) -> HttpResponse:
    """Print every term with its sign and what it means."""
    context = page(
        "Glossary",
        description="Every term used here for verdicts, figures, certainty, evidence and sources, with its meaning.",
        path=reverse("glossary"),
        section="methodology",
        # as a list: a template would call the class itself
        glossary=[(anchor, title, _about(words), list(words)) for anchor, title, words in GLOSSARY],
    )
    return render(request, "claims/glossary.html", context)


def _about(words: type[Word]) -> str:
    """Return what the vocabulary as a whole says: the first line of its description."""
    return (words.__doc__ or "").strip().split("\n")[0]
