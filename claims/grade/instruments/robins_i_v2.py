"""ROBINS-I version 2, the draft of 20 November 2025 (riskofbias.info), with its charts as they were read anew.

Six domains; questions before them can stop the appraisal at critical. Where the lines come from, and which readings
of the official charts differ, is in `robins_i_v2_readings`. A line on which they leave no answer ends in `Undecided`
and the domain stays open: no judgement is guessed.
"""

from __future__ import annotations

from dataclasses import replace

from claims.grade.instruments import robins_i_v2_questions as questions
from claims.grade.instruments import robins_i_v2_readings as readings
from claims.grade.instruments.charts import Ask, Step, ask
from claims.grade.instruments.domains import Part, domain
from claims.grade.instruments.instrument import Instrument
from claims.grade.instruments.overall import Several, WorstDomain
from claims.grade.instruments.questions import NI, NO, YES, without
from claims.grade.instruments.robins_i_v2_confounding import CONFOUNDING
from claims.grade.instruments.robins_i_v2_first import MEASUREMENT, REPORTING, TRIAGE
from claims.grade.instruments.robins_i_v2_first import SELECTION as FIRST_SELECTION
from claims.grade.instruments.robins_i_v2_words import (
    CRITICAL,
    LOW,
    LOW_EXCEPT,
    MODERATE,
    OPEN_NO,
    OPEN_YES,
    SERIOUS,
    SN,
    SY,
    WN,
    WY,
    RobinsIV2Judgement,
)
from claims.words import Word


def _errors(without_errors: Word, with_errors: Word) -> Ask:
    return ask("2.5", (NO, without_errors), (OPEN_YES, with_errors))


_CLEAR = ask(
    "2.4",
    (NO, _errors(LOW, MODERATE)),
    ((*WY, *NI), _errors(MODERATE, SERIOUS)),
    (SY, _errors(SERIOUS, CRITICAL)),
)
_PARTLY_AVOIDED = ask(
    "2.4",
    (NO, _errors(MODERATE, SERIOUS)),
    ((*WY, *NI), _errors(SERIOUS, CRITICAL)),
    (SY, CRITICAL),
)
_NOT_AVOIDED = ask("2.4", (NO, _errors(SERIOUS, CRITICAL)), ((*SY, *WY, *NI), CRITICAL))
_AVOIDED = ask("2.3", (SY, _CLEAR), ((*WY, *NI), _PARTLY_AVOIDED), (NO, _NOT_AVOIDED))
CLASSIFICATION = domain(
    "2",
    "Classification of interventions",
    questions.CLASSIFICATION,
    Part("Classification", ask("2.1", (YES, _CLEAR), (OPEN_NO, ask("2.2", (YES, _CLEAR), (OPEN_NO, _AVOIDED))))),
    readings=readings.CLASSIFICATION,
)

_SEVERE = ask("3.8", (OPEN_NO, SERIOUS), (YES, CRITICAL))
SELECTION = domain(
    "3",
    "Selection of participants",
    questions.SELECTION,
    *FIRST_SELECTION.parts,
    then=(
        (
            SERIOUS,
            Part("Correction", ask("3.6", (YES, MODERATE), (OPEN_NO, ask("3.7", (YES, MODERATE), (OPEN_NO, _SEVERE))))),
        ),
    ),
    readings=readings.SELECTION,
)


def _proven(no: Word, yes: Word) -> Ask:
    """Return the chart of the last question, whether there is proof that the result is not biased."""
    return ask("4.11", (NO, no), (YES, yes))


_ALMOST = ((*WN, *NI), _proven(SERIOUS, MODERATE))
_FLAWED = (SN, _proven(CRITICAL, SERIOUS))
_LEFT_OUT = ask("4.5", (NO, LOW), (OPEN_YES, ask("4.6", (YES, _proven(MODERATE, LOW)), _ALMOST, _FLAWED)))
_FILLED_IN = ask("4.8", (YES, ask("4.9", (YES, LOW), _ALMOST, _FLAWED)), (OPEN_NO, SERIOUS))
_OTHERWISE = ask("4.10", (YES, LOW), _ALMOST, _FLAWED)
_INCOMPLETE = ask("4.4", (OPEN_YES, _LEFT_OUT), (NO, ask("4.7", (YES, _FILLED_IN), (OPEN_NO, _OTHERWISE))))


def _complete(question: str, after: Step) -> Ask:
    return ask(question, (YES, after), (OPEN_NO, _INCOMPLETE))


MISSING_DATA = domain(
    "4",
    "Missing data",
    without(questions.MISSING_DATA, NI, frozenset({"4.11"})),
    Part("Missing data", _complete("4.1", _complete("4.2", _complete("4.3", LOW)))),
    readings=readings.MISSING_DATA,
)

ROBINS_I_V2 = Instrument(
    "robins-i-v2-draft-2025-11-20",
    "ROBINS-I version 2 (draft of 20 November 2025)",
    "Sterne JAC and others, ROBINS-I V2 for follow-up studies, draft of 20 November 2025, riskofbias.info",
    "a result of a follow-up study that compares interventions without randomisation",
    (
        CONFOUNDING,
        CLASSIFICATION,
        SELECTION,
        MISSING_DATA,
        replace(MEASUREMENT, readings=readings.MEASUREMENT),
        replace(REPORTING, readings=readings.REPORTING),
    ),
    RobinsIV2Judgement,
    RobinsIV2Judgement,
    WorstDomain(LOW_EXCEPT, (Several(MODERATE, 2, SERIOUS), Several(SERIOUS, 2, CRITICAL))),
    "A draft: its charts may change. Lines marked undecided are not known for certain and judge nothing.",
    TRIAGE,
    origin=f"{readings.METHOD} {readings.OVERALL}",
)
