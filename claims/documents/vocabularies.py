"""The table of all vocabularies: by what name each is called, its title, and its words.

Templates, reports, filters and the glossary take them from here. The name is the anchor of the vocabulary in the
glossary, so it never changes; a term's anchor is ``<name>-<value>``.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

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
from claims.words import Word
from sources.bib.notices import NoticeKind, StandingWord


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """One vocabulary with the title under which readers find it."""

    name: str
    title: Promise
    words: type[Word]


#: In the order in which a reader meets them. Left out are enumerations without definitions: their labels are parts of
#: sentences and no terms.
VOCABULARIES: tuple[Vocabulary, ...] = (
    Vocabulary("verdict", gettext_lazy("Verdict of a claim"), Verdict),
    Vocabulary("figure", gettext_lazy("Verdict on a figure"), FigureVerdict),
    Vocabulary("certainty", gettext_lazy("Certainty"), Certainty),
    Vocabulary("stance", gettext_lazy("Stance of a source"), Stance),
    Vocabulary("risk", gettext_lazy("Risk of bias"), RiskOfBias),
    Vocabulary("indirectness", gettext_lazy("Indirectness"), Indirectness),
    Vocabulary("design", gettext_lazy("Study design"), Design),
    Vocabulary("form", gettext_lazy("Form given"), Form),
    Vocabulary("scope", gettext_lazy("What was read"), Scope),
    Vocabulary("kind", gettext_lazy("Kind of claim"), Kind),
    Vocabulary("wording", gettext_lazy("Strength of wording"), WordingStrength),
    Vocabulary("attribution", gettext_lazy("What the article offers as its source"), Attribution),
    Vocabulary("bound", gettext_lazy("How a number limits a figure"), Bound),
    Vocabulary("statistic", gettext_lazy("What a number is"), Statistic),
    Vocabulary("direction", gettext_lazy("Direction of a change"), Direction),
    Vocabulary("domain", gettext_lazy("Reasons for rating certainty down"), Domain),
    Vocabulary("upgrade", gettext_lazy("Reasons for rating certainty up"), Upgrade),
    Vocabulary("target", gettext_lazy("What an interval is held against"), TargetKind),
    Vocabulary("funding", gettext_lazy("Funding"), Funding),
    Vocabulary("notice", gettext_lazy("Notices on sources"), NoticeKind),
    Vocabulary("standing", gettext_lazy("Where a source stands after its notices"), StandingWord),
    Vocabulary("rob2", gettext_lazy("Judgement in RoB 2"), Rob2Judgement),
    Vocabulary("robins-2016", gettext_lazy("Judgement in ROBINS-I of 2016"), RobinsI2016Judgement),
    Vocabulary("robins-v2", gettext_lazy("Judgement in ROBINS-I, version 2"), RobinsIV2Judgement),
    Vocabulary("effect", gettext_lazy("Effect asked about in ROBINS-I, version 2"), Effect),
    Vocabulary("amstar2", gettext_lazy("Rating in AMSTAR 2"), Amstar2Rating),
    Vocabulary("amstar2-item", gettext_lazy("Answer to an item of AMSTAR 2"), Amstar2Answer),
    Vocabulary("answer", gettext_lazy("Answer to a signalling question"), Answer),
    Vocabulary("triage", gettext_lazy("Questions before the domains"), Triage),
    Vocabulary("not-judged", gettext_lazy("No judgement"), NotJudged),
    Vocabulary("anchor", gettext_lazy("Place of a quote in a text"), AnchorState),
    Vocabulary("block", gettext_lazy("Part of a text"), BlockKind),
    Vocabulary("problem", gettext_lazy("Problem that a reader reports"), ProblemKind),
    Vocabulary("report-state", gettext_lazy("What became of a report"), ProblemState),
)
BY_NAME: dict[str, Vocabulary] = {vocabulary.name: vocabulary for vocabulary in VOCABULARIES}


def words_of(name: str) -> type[Word]:
    """Return the words of the vocabulary of this name; raises KeyError for a name that is in no table."""
    return BY_NAME[name].words
