"""Domain 1 of the ROBINS-I V2 draft: confounding, for the effect of starting a treatment or of keeping to it."""

from __future__ import annotations

from claims.grade.instruments import robins_i_v2_questions as questions
from claims.grade.instruments import robins_i_v2_readings as readings
from claims.grade.instruments.charts import Ask, Step, Undecided, ask
from claims.grade.instruments.domains import Part, domain
from claims.grade.instruments.questions import NI, NO, YES, without
from claims.grade.instruments.robins_i_v2_words import (
    CRITICAL,
    LOW_EXCEPT,
    MODERATE,
    OPEN_NO,
    SERIOUS,
    SN,
    WN,
)

_DIFFER = Undecided("the readings of the official chart differ between moderate and low with a remark on confounding")


def _checked(question: str, no: Step, yes: Step) -> Ask:
    """Return the chart of the last question, whether other checks point to serious confounding."""
    return ask(question, (NO, no), (YES, yes))


# what was controlled for may be a consequence of the treatment
_OVERADJUSTED = _checked("1a.4", ask("1a.2", (YES, SERIOUS), ((*WN, *SN, *NI), CRITICAL)), CRITICAL)
_1A_WEAKLY = _checked("1a.4", MODERATE, SERIOUS)
_1A = ask(
    "1a.1",
    (
        YES,
        ask(
            "1a.3",
            (YES, _OVERADJUSTED),
            (
                OPEN_NO,
                ask(
                    "1a.2",
                    (YES, _checked("1a.4", LOW_EXCEPT, SERIOUS)),
                    (WN, _1A_WEAKLY),
                    ((*SN, *NI), SERIOUS),
                ),
            ),
        ),
    ),
    (
        WN,
        ask(
            "1a.3",
            (YES, _OVERADJUSTED),
            (OPEN_NO, ask("1a.2", ((*YES, *WN), _1A_WEAKLY), ((*SN, *NI), SERIOUS))),
        ),
    ),
    ((*SN, *NI), _checked("1a.4", SERIOUS, CRITICAL)),
)
_1B = ask(
    "1b.1",
    (
        YES,
        ask(
            "1b.2",
            (
                YES,
                ask(
                    "1b.3",
                    (YES, _checked("1b.5", LOW_EXCEPT, SERIOUS)),
                    (WN, _checked("1b.5", _DIFFER, SERIOUS)),
                    ((*SN, *NI), SERIOUS),
                ),
            ),
            (
                WN,
                ask("1b.3", ((*YES, *WN), _checked("1b.5", MODERATE, SERIOUS)), ((*SN, *NI), SERIOUS)),
            ),
            ((*SN, *NI), SERIOUS),
        ),
    ),
    (OPEN_NO, ask("1b.4", (YES, CRITICAL), (OPEN_NO, _checked("1b.5", SERIOUS, CRITICAL)))),
)
CONFOUNDING = domain(
    "1",
    "Confounding",
    without(questions.CONFOUNDING, NI, frozenset({"1a.4", "1b.5"})),
    Part(
        "Confounding",
        ask("1.0", ((questions.Effect.ASSIGNMENT,), _1A), ((questions.Effect.PER_PROTOCOL,), _1B)),
    ),
    readings=readings.CONFOUNDING,
)
