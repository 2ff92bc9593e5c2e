"""ROBINS-I version 2 as this project first read it; kept so that appraisals made under this id stay readable.

It follows one implementation, which reads a weak no to 1a.1 like a yes and has no rule for some lines; those end in
`Undecided`. `robins_i_v2` reads the charts of the same draft anew and shares the domains in which nothing changed.
"""

from __future__ import annotations

from claims.grade.instruments import robins_i_v2_questions as questions
from claims.grade.instruments.charts import Ask, Step, ask
from claims.grade.instruments.domains import Part, domain
from claims.grade.instruments.instrument import Instrument, Triage
from claims.grade.instruments.overall import WorstDomain
from claims.grade.instruments.questions import NI, NO, YES
from claims.grade.instruments.robins_i_v2_first_confounding import CONFOUNDING
from claims.grade.instruments.robins_i_v2_words import (
    CRITICAL,
    LOW,
    LOW_EXCEPT,
    MODERATE,
    OPEN_NO,
    OPEN_YES,
    SEE_CHART,
    SERIOUS,
    SN,
    SY,
    WN,
    WY,
    RobinsIV2Judgement,
    if_no_yes,
)
from claims.words import Word


def _errors(without: Word, having: Word) -> Ask:
    return ask("2.5", (NO, without), (OPEN_YES, having))


_TOLD_APART = ask(
    "2.4",
    (NO, _errors(LOW, MODERATE)),
    ((*WY, *NI), _errors(MODERATE, SERIOUS)),
    (SY, _errors(SERIOUS, CRITICAL)),
)
_DEALT_WITH = ask(
    "2.4",
    (NO, _errors(MODERATE, SERIOUS)),
    ((*WY, *NI), SEE_CHART),
    (SY, _errors(SERIOUS, CRITICAL)),
)
_NOT_DEALT_WITH = ask("2.4", (NO, _errors(SERIOUS, CRITICAL)), ((*SY, *WY, *NI), CRITICAL))
CLASSIFICATION = domain(
    "2",
    "Classification of interventions",
    questions.CLASSIFICATION,
    Part(
        "Classification",
        ask(
            "2.1",
            (YES, _TOLD_APART),
            (
                OPEN_NO,
                ask(
                    "2.2",
                    (YES, _TOLD_APART),
                    (OPEN_NO, ask("2.3", ((*SY, *WY, *NI), _DEALT_WITH), (NO, _NOT_DEALT_WITH))),
                ),
            ),
        ),
    ),
)

SELECTION = domain(
    "3",
    "Selection of participants",
    questions.SELECTION,
    Part(
        "Start of follow-up",
        ask("3.1", (SN, SERIOUS), ((*WN, *NI), MODERATE), (YES, ask("3.2", (YES, MODERATE), (OPEN_NO, LOW)))),
    ),
    Part(
        "Later selection",
        ask(
            "3.3",
            (NO, LOW),
            (NI, MODERATE),
            (
                YES,
                ask("3.4", (NO, LOW), (NI, MODERATE), (YES, ask("3.5", (YES, SERIOUS), (OPEN_NO, MODERATE)))),
            ),
        ),
    ),
    then=(
        (
            SERIOUS,
            Part(
                "Correction",
                ask(
                    "3.6",
                    (YES, MODERATE),
                    (OPEN_NO, ask("3.7", (YES, MODERATE), (OPEN_NO, if_no_yes("3.8", SERIOUS, CRITICAL)))),
                ),
            ),
        ),
    ),
)

_UNPROVEN = if_no_yes("4.11", SERIOUS, MODERATE)
_UNPROVEN_AND_FLAWED = if_no_yes("4.11", CRITICAL, SERIOUS)
_PROPER = (((*WN, *NI), _UNPROVEN), (SN, _UNPROVEN_AND_FLAWED))
_INCOMPLETE = ask(
    "4.4",
    (
        OPEN_YES,
        ask(
            "4.5",
            (NO, LOW),
            (OPEN_YES, ask("4.6", ((*YES, *WN, *NI), _UNPROVEN), (SN, _UNPROVEN_AND_FLAWED))),
        ),
    ),
    (
        NO,
        ask(
            "4.7",
            (YES, ask("4.8", (OPEN_NO, _UNPROVEN), (YES, ask("4.9", (YES, LOW), *_PROPER)))),
            (OPEN_NO, ask("4.10", (YES, LOW), *_PROPER)),
        ),
    ),
)


def _complete(question: str, after: Step) -> Ask:
    return ask(question, (YES, after), (OPEN_NO, _INCOMPLETE))


MISSING_DATA = domain(
    "4",
    "Missing data",
    questions.MISSING_DATA,
    Part("Missing data", _complete("4.1", _complete("4.2", _complete("4.3", LOW)))),
)

MEASUREMENT = domain(
    "5",
    "Measurement of the outcome",
    questions.MEASUREMENT,
    Part(
        "Measurement",
        ask(
            "5.1",
            (YES, SERIOUS),
            (
                NO,
                ask("5.2", (NO, LOW), (OPEN_YES, ask("5.3", (NO, LOW), ((*WY, *NI), MODERATE), (SY, SERIOUS)))),
            ),
            (
                NI,
                ask("5.2", (NO, MODERATE), (OPEN_YES, ask("5.3", ((*NO, *WY, *NI), MODERATE), (SY, SERIOUS)))),
            ),
        ),
    ),
)

_PICKED = ("6.2", "6.3", "6.4")


def _picked(asked: int = 0, yes: int = 0, unknown: int = 0) -> Step:
    """Return the chart that counts how often 6.2 to 6.4 are answered yes or "no information"."""
    if asked < len(_PICKED):
        branches = (
            (YES, _picked(asked + 1, yes + 1, unknown)),
            (NO, _picked(asked + 1, yes, unknown)),
            (NI, _picked(asked + 1, yes, unknown + 1)),
        )
        return ask(_PICKED[asked], *branches)
    if yes > 1:
        return CRITICAL
    if yes == 1 or unknown == len(_PICKED):
        return SERIOUS
    return MODERATE if unknown else LOW


REPORTING = domain(
    "6",
    "Selection of the reported result",
    questions.REPORTING,
    Part("Reported result", ask("6.1", (YES, LOW), (OPEN_NO, _picked()))),
)

_USABLE = ask("B3", (YES, Triage.STOP), (NO, Triage.GO_ON))
TRIAGE = domain(
    "B",
    "Before the domains",
    questions.TRIAGE,
    Part("Worth judging", ask("B1", (YES, _USABLE), (NO, ask("B2", (YES, Triage.STOP), (NO, _USABLE))))),
)

ROBINS_I_V2_FIRST = Instrument(
    "robins-i-v2-draft-2025",
    "ROBINS-I version 2 (first reading of the draft)",
    "ROBINS-I V2 draft of 20 November 2025, sites.google.com/site/riskofbiastool",
    "a result of a follow-up study that compares interventions without randomisation",
    (CONFOUNDING, CLASSIFICATION, SELECTION, MISSING_DATA, MEASUREMENT, REPORTING),
    RobinsIV2Judgement,
    RobinsIV2Judgement,
    WorstDomain(LOW_EXCEPT),
    "Superseded: it follows one implementation, which other readings of the official charts contradict. Appraisals "
    "made with it stay as they are; new ones use the charts as they were read anew.",
    TRIAGE,
    superseded_by="robins-i-v2-draft-2025-11-20",
)
