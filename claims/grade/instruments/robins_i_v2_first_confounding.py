"""Domain 1 of ROBINS-I version 2 as this project first read it; see `robins_i_v2_first`."""

from __future__ import annotations

from claims.grade.instruments import robins_i_v2_questions as questions
from claims.grade.instruments.charts import ask
from claims.grade.instruments.domains import Part, domain
from claims.grade.instruments.questions import NI, YES
from claims.grade.instruments.robins_i_v2_words import (
    CRITICAL,
    LOW,
    LOW_EXCEPT,
    MODERATE,
    OPEN_NO,
    SERIOUS,
    SN,
    WN,
    if_no_yes,
)

_LATE_CONTROL = if_no_yes("1a.4", SERIOUS, CRITICAL)
_1A = ask(
    "1a.1",
    ((*SN, *NI), _LATE_CONTROL),
    (
        (*YES, *WN),
        ask(
            "1a.3",
            (YES, _LATE_CONTROL),
            (
                OPEN_NO,
                ask("1a.2", ((*SN, *NI), SERIOUS), ((*YES, *WN), if_no_yes("1a.4", LOW_EXCEPT, MODERATE))),
            ),
        ),
    ),
)
_NEARLY_CONTROLLED = if_no_yes("1b.5", LOW_EXCEPT, SERIOUS)
_1B = ask(
    "1b.1",
    (OPEN_NO, ask("1b.4", (YES, CRITICAL), (OPEN_NO, if_no_yes("1b.5", SERIOUS, CRITICAL)))),
    (
        YES,
        ask(
            "1b.2",
            ((*SN, *NI), SERIOUS),
            (
                YES,
                ask(
                    "1b.3",
                    ((*SN, *NI), SERIOUS),
                    (YES, if_no_yes("1b.5", LOW, MODERATE)),
                    (WN, _NEARLY_CONTROLLED),
                ),
            ),
            (WN, ask("1b.3", ((*SN, *NI), SERIOUS), ((*YES, *WN), _NEARLY_CONTROLLED))),
        ),
    ),
)
CONFOUNDING = domain(
    "1",
    "Confounding",
    questions.CONFOUNDING,
    Part(
        "Confounding",
        ask("1.0", ((questions.Effect.ASSIGNMENT,), _1A), ((questions.Effect.PER_PROTOCOL,), _1B)),
    ),
)
