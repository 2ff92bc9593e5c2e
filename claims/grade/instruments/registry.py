"""All instruments by id, and judging by id."""

from __future__ import annotations

from claims.grade.instruments.amstar2 import AMSTAR2
from claims.grade.instruments.instrument import Instrument, InstrumentResult, judge_by
from claims.grade.instruments.questions import Answers, UnknownInstrument
from claims.grade.instruments.rob2 import ROB2_ADHERING, ROB2_ASSIGNMENT
from claims.grade.instruments.robins_i_2016 import ROBINS_I_2016
from claims.grade.instruments.robins_i_v2 import ROBINS_I_V2
from claims.grade.instruments.robins_i_v2_first import ROBINS_I_V2_FIRST

INSTRUMENTS: dict[str, Instrument] = {
    found.id: found
    for found in (ROB2_ASSIGNMENT, ROB2_ADHERING, ROBINS_I_2016, ROBINS_I_V2_FIRST, ROBINS_I_V2, AMSTAR2)
}


def instrument(instrument_id: str) -> Instrument:
    """Return the instrument with this id; raises UnknownInstrument."""
    if instrument_id not in INSTRUMENTS:
        raise UnknownInstrument("instrument", instrument_id, tuple(INSTRUMENTS))
    return INSTRUMENTS[instrument_id]


def judge(instrument_id: str, answers: Answers, *, overall_choice: str | None = None) -> InstrumentResult:
    """Judge `answers` (question id -> answer value; "" is unanswered) by the instrument with this id.

    Raises UnknownInstrument, UnknownQuestion, UnknownAnswer, and ChoiceNotOpen for a choice of the overall
    judgement that the instrument's rule does not leave to a person.
    """
    return judge_by(instrument(instrument_id), answers, overall_choice=overall_choice)
