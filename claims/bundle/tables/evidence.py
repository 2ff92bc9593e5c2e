"""Evidence with its findings, the groups behind them, and appraisals by instruments."""

from __future__ import annotations

from claims.bundle.columns import Column, Reference, Table
from claims.bundle.tables.shorthand import (
    CLAIM,
    SOURCE,
    TO_CLAIM,
    TO_EVIDENCE,
    TO_SOURCE,
    number,
    slug,
    text,
    values_of,
    whole,
    word,
)
from claims.figures.quantity import Statistic
from claims.grade.instruments.amstar2 import AMSTAR2
from claims.grade.instruments.registry import INSTRUMENTS
from claims.grade.vocabulary import Design, Indirectness, RiskOfBias, Scope, Stance

INSTRUMENT = Column("instrument", "The instrument.", required=True, words=tuple(INSTRUMENTS))
RESULT = text("result", "Which outcome or result; empty where the source has one.", 200)
ITEMS = tuple(question.id for question in AMSTAR2.questions())
APPRAISAL = ("claim", "source", "instrument", "result")

EVIDENCE = Table(
    "evidence",
    "What each source says about a claim.",
    (
        CLAIM,
        SOURCE,
        word("stance", "How it bears on the claim.", Stance),
        word("design", "How it came to its result.", Design),
        whole("n", "Participants."),
        text("population", "Who was studied.", 300),
        text("intervention", "What was given.", 300),
        number("dose_mg_elemental", "Milligrams of the element a day, where that is clear.", least=0),
        text("comparator", "Compared with what.", 200),
        text("outcome", "What was measured.", 300),
        text("duration", "For how long.", 120),
        Column("indirectness", "In what it differs from the claim.", kind="codes", words=values_of(Indirectness)),
        word("risk_of_bias", "Risk of bias.", RiskOfBias),
        text("risk_of_bias_reason", "Why."),
        text("locator", "Page, table or section that was read.", 200),
        word("scope", "What was read of the source.", Scope),
        slug("cluster", "Joins reports that share participants.", required=False),
        text("note", "Note."),
    ),
    ("claim", "source"),
    (TO_CLAIM, TO_SOURCE),
)

FINDINGS = Table(
    "findings",
    "The quantities that evidence reports.",
    (
        CLAIM,
        SOURCE,
        slug("key", "Names one result of one source."),
        text("what", "What was measured, in whom, against what.", required=True),
        slug("figure", "Key of the claim's figure that it bears on.", required=False),
        number("value", "Size of the difference, or the level."),
        number("low", "Low end of a reported range."),
        number("high", "High end of a reported range."),
        text("unit", "Unit.", 60),
        word("statistic", "What kind of quantity it is.", Statistic, required=False),
        number("ci_low", "Low end of the 95 % confidence interval."),
        number("ci_high", "High end of the 95 % confidence interval."),
        text("p", "p, as printed.", 120),
        Column("subgroup", "Whether it is about a part of the participants.", kind="boolean", required=True),
        text("note", "Note."),
    ),
    ("claim", "source", "key"),
    (TO_EVIDENCE, Reference(("claim", "figure"), "figures", ("claim", "key"), optional=True)),
)

ARMS = Table(
    "arms",
    "The groups of a finding, with their own results in the finding's unit.",
    (
        CLAIM,
        SOURCE,
        slug("finding", "Key of the finding."),
        whole("arm", "Place among the finding's groups, from 1.", required=True, least=1),
        text("label", "Name of the group."),
        whole("n", "People in it."),
        number("mean", "Mean."),
        number("sd", "Standard deviation.", least=0),
        whole("events", "Events."),
    ),
    ("claim", "source", "finding", "arm"),
    (Reference(("claim", "source", "finding"), "findings", ("claim", "source", "key")),),
    ("arm",),
)

APPRAISALS = Table(
    "appraisals",
    "Results of sources judged by an instrument (RoB 2, ROBINS-I, AMSTAR 2).",
    (
        CLAIM,
        SOURCE,
        INSTRUMENT,
        RESULT,
        Column("critical", "Items held critical (AMSTAR 2); empty for the standard ones.", kind="codes", words=ITEMS),
        text("overall_choice", "Overall judgement that a person chose where the instrument leaves it.", 40),
        text("choice_reason", "Why."),
        text("published_rating", "What others printed for the same work.", 40),
    ),
    ("claim", "source", "instrument", "result"),
    (TO_EVIDENCE,),
    ("instrument", "result"),
)

ANSWERS = Table(
    "answers",
    "The answers to the questions of an instrument.",
    (
        CLAIM,
        SOURCE,
        INSTRUMENT,
        RESULT,
        text("question", "The question's number in the instrument.", 40, required=True),
        text("answer", "The answer's code.", 40, required=True),
    ),
    ("claim", "source", "instrument", "result", "question"),
    (Reference(APPRAISAL, "appraisals", APPRAISAL),),
    ("question",),
)
