"""RoB 2: risk of bias of one result of a randomised trial (Sterne 2019, BMJ 366:l4898).

Two instruments that differ in domain 2: the effect of being assigned to an intervention, or of adhering to it.
The decision charts are those of 22 August 2019. "Not applicable" to a question that a chart does reach is read as
that chart reads it (domain 2), and counts as unanswered elsewhere.
"""

from __future__ import annotations

from claims.grade.instruments import rob2_questions as questions
from claims.grade.instruments.charts import Ask, ask
from claims.grade.instruments.domains import DomainSpec, Part, domain
from claims.grade.instruments.instrument import Instrument
from claims.grade.instruments.overall import Several, WorstDomain
from claims.grade.instruments.questions import NA, NI, NO, YES
from claims.words import Word


class Rob2Judgement(Word):
    """The risk of bias of a domain, and of the result."""

    LOW = "low", "low", "+", "Nothing here is likely to have biased the result."
    SOME_CONCERNS = "some_concerns", "some concerns", "!", "Something here raises doubt about the result."
    HIGH = "high", "high", "✗", "Something here is likely to have biased the result."


LOW, SOME, HIGH = Rob2Judgement

RANDOMISATION = domain(
    "1",
    "Randomisation",
    questions.RANDOMISATION,
    Part(
        "Randomisation",
        ask(
            "1.2",
            (NO, HIGH),
            (YES, ask("1.1", (NO, SOME), ((*YES, *NI), ask("1.3", ((*NO, *NI), LOW), (YES, SOME))))),
            (NI, ask("1.3", ((*NO, *NI), SOME), (YES, HIGH))),
        ),
    ),
)

_CONTEXT = ask(
    "2.3",
    ((*NO, *NA), LOW),
    (NI, SOME),
    (
        YES,
        ask(
            "2.4",
            ((*NO, *NA), SOME),
            ((*YES, *NI), ask("2.5", ((*YES, *NA), SOME), ((*NO, *NI), HIGH))),
        ),
    ),
)

_NOT_REACHED = (
    "“Not applicable” is meant for questions that are not reached. Where a chart reaches one all the same, it is read "
    "as CoRATES reads it. No official text on this was found."
)
ASSIGNMENT = domain(
    "2",
    "Deviations from what was intended (effect of assignment)",
    questions.ASSIGNMENT,
    Part("Departures", ask("2.1", (NO, ask("2.2", (NO, LOW), ((*YES, *NI), _CONTEXT))), ((*YES, *NI), _CONTEXT))),
    Part("Analysis", ask("2.6", (YES, LOW), ((*NO, *NI), ask("2.7", ((*NO, *NA), SOME), ((*YES, *NI), HIGH))))),
    readings=(
        "2.3 without information ends in some concerns: CoRATES, and a public tool in Python that cites the pages of "
        "the guidance for parallel, crossover and cluster trials.",
        _NOT_REACHED,
    ),
)

_ANALYSED = ask("2.6", ((*YES, *NA), SOME), ((*NO, *NI), HIGH))
_ADHERENCE = ask(
    "2.4",
    ((*NO, *NA), ask("2.5", ((*NO, *NA), LOW), ((*YES, *NI), _ANALYSED))),
    ((*YES, *NI), _ANALYSED),
)
_BALANCE = ask("2.3", ((*YES, *NA), _ADHERENCE), ((*NO, *NI), _ANALYSED))

ADHERING = domain(
    "2",
    "Deviations from what was intended (effect of adhering)",
    questions.ADHERING,
    Part("Adherence", ask("2.1", (NO, ask("2.2", (NO, _ADHERENCE), ((*YES, *NI), _BALANCE))), ((*YES, *NI), _BALANCE))),
    readings=(
        "2.3, 2.4 and 2.5 count only where they apply: the criteria of RoB 2 for this effect say so of each (as "
        "printed in Systematic Reviews 2021;10:171, table 2, doi 10.1186/s13643-021-01722-5). So “not applicable” to "
        "them does not stand against low; CoRATES and eagent by Younthing read it alike.",
        "“Not applicable” to 2.6, where the chart reaches it, is read as CoRATES reads it. No official text on this "
        "was found.",
    ),
)

MISSING_DATA = domain(
    "3",
    "Missing outcome data",
    questions.MISSING_DATA,
    Part(
        "Missing data",
        ask(
            "3.1",
            (YES, LOW),
            (
                (*NO, *NI),
                ask(
                    "3.2",
                    (YES, LOW),
                    ((*NO, *NI), ask("3.3", (NO, LOW), ((*YES, *NI), ask("3.4", (NO, SOME), ((*YES, *NI), HIGH))))),
                ),
            ),
        ),
    ),
)


_SWAYED = ask("4.5", (NO, SOME), ((*YES, *NI), HIGH))


def _knowing(unswayed: Rob2Judgement) -> Ask:
    """Return the chart of those who assess the outcome; `unswayed` is its end where knowledge could not matter."""
    return ask("4.3", (NO, unswayed), ((*YES, *NI), ask("4.4", (NO, unswayed), ((*YES, *NI), _SWAYED))))


MEASUREMENT = domain(
    "4",
    "Measurement of the outcome",
    questions.MEASUREMENT,
    Part(
        "Measurement",
        ask("4.1", (YES, HIGH), ((*NO, *NI), ask("4.2", (YES, HIGH), (NO, _knowing(LOW)), (NI, _knowing(SOME))))),
    ),
)

REPORTING = domain(
    "5",
    "Selection of the reported result",
    questions.REPORTING,
    Part(
        "Reported result",
        ask(
            "5.2",
            (YES, HIGH),
            (NO, ask("5.3", (YES, HIGH), (NI, SOME), (NO, ask("5.1", (YES, LOW), ((*NO, *NI), SOME))))),
            (NI, ask("5.3", (YES, HIGH), ((*NO, *NI), SOME))),
        ),
    ),
)


def _rob2(variant: str, effect: str, deviations: DomainSpec) -> Instrument:
    return Instrument(
        f"rob2-2019-{variant}",
        f"RoB 2, effect of {effect}",
        "Sterne JAC and others, BMJ 2019;366:l4898; decision charts of 22 August 2019",
        "one result of a randomised trial with parallel groups",
        (RANDOMISATION, deviations, MISSING_DATA, MEASUREMENT, REPORTING),
        Rob2Judgement,
        Rob2Judgement,
        WorstDomain(LOW, (Several(SOME, 2, HIGH),)),
        "The decision rules follow the published charts; the questions are in the project's own words.",
    )


ROB2_ASSIGNMENT = _rob2("assignment", "assignment to the intervention", ASSIGNMENT)
ROB2_ADHERING = _rob2("adhering", "adhering to the intervention", ADHERING)
