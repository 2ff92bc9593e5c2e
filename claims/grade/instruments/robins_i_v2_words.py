"""The words of the ROBINS-I V2 draft, and the groups of answers that its charts branch on."""

from __future__ import annotations

from claims.grade.instruments.charts import Ask, Undecided, ask
from claims.grade.instruments.questions import NI, NO, YES, Answer
from claims.words import Word


class RobinsIV2Judgement(Word):
    """The risk of bias of a domain, and of the result."""

    LOW = "low", "low", "+", "As sound as a well-done randomised trial in this respect."
    LOW_EXCEPT_CONFOUNDING = (
        "low_except_confounding",
        "low, except that some confounding may be left",
        "⊕",
        "The best that a study without randomisation can usually reach.",
    )
    MODERATE = "moderate", "moderate", "–", "Sound for a study without randomisation, with some doubt."
    SERIOUS = "serious", "serious", "✗", "There are important problems in this respect."
    CRITICAL = "critical", "critical", "‼", "Too flawed in this respect to tell anything useful about the effect."


LOW, LOW_EXCEPT, MODERATE, SERIOUS, CRITICAL = RobinsIV2Judgement
SEE_CHART = Undecided("see the official chart")
WN, SN = (Answer.WN,), (Answer.SN,)
WY, SY = (Answer.WY,), (Answer.SY,)
OPEN_NO = (*NO, *NI)
OPEN_YES = (*YES, *NI)


def if_no_yes(question: str, no: Word, yes: Word) -> Ask:
    """Return a chart of one question that the known rules settle for yes and no, but not for "no information"."""
    return ask(question, (NO, no), (YES, yes), (NI, SEE_CHART))
