"""The questions of RoB 2, in the project's own words; their numbers are those of the published instrument."""

from __future__ import annotations

from claims.grade.instruments.questions import NA, NI, NO, YES, Question


def _asked(code: str, text: str, hint: str) -> Question:
    return Question(code, text, hint, (*YES, *NO, *NI))


def _asked_if(code: str, text: str, hint: str) -> Question:
    return Question(code, text, hint, (*YES, *NO, *NI, *NA), conditional=True)


_BLINDING = (
    _asked(
        "2.1",
        "Did participants know which group they were in?",
        "Look for a placebo that could not be told apart, and whether it held.",
    ),
    _asked("2.2", "Did those who treated them know the group?", "Anyone who gave care or delivered the intervention."),
)

RANDOMISATION = (
    _asked(
        "1.1",
        "Was chance alone used to form the groups?",
        "Computer, random table, drawing lots: yes. Turns, dates, judgement: no.",
    ),
    _asked(
        "1.2",
        "Was the next allotment hidden until the person was in?",
        "Central service, sealed numbered containers: yes. An open list: no.",
    ),
    _asked(
        "1.3",
        "Do differences at the start point to faulty randomisation?",
        "More or larger differences, or other group sizes, than chance explains.",
    ),
)

ASSIGNMENT = (
    *_BLINDING,
    _asked_if(
        "2.3",
        "Did being in the trial lead to departures from the plan?",
        "Only departures that would not happen in ordinary care.",
    ),
    _asked_if(
        "2.4", "Could those departures have changed the outcome?", "Think of their number and their likely effect."
    ),
    _asked_if("2.5", "Were they alike in all groups?", "Departures that differ between groups bias the comparison."),
    _asked(
        "2.6",
        "Was everyone analysed in the group they were allotted to?",
        "Intention to treat: yes. As treated, per protocol: no.",
    ),
    _asked_if(
        "2.7",
        "Could analysing people elsewhere have changed the result much?",
        "Think of how many were moved or left out.",
    ),
)

ADHERING = (
    *_BLINDING,
    _asked_if("2.3", "Were other treatments used equally in the groups?", "Only those that matter for the outcome."),
    _asked_if(
        "2.4",
        "Did faults in delivery possibly change the outcome?",
        "Not applicable where this kind of departure is not of interest.",
    ),
    _asked_if(
        "2.5",
        "Did people leave their treatment so that the outcome may differ?",
        "Not applicable where this kind of departure is not of interest.",
    ),
    _asked_if(
        "2.6",
        "Did the analysis deal properly with these departures?",
        "A method meant for the effect of adhering, with its assumptions met.",
    ),
)

MISSING_DATA = (
    _asked(
        "3.1", "Is the outcome known for nearly everyone randomised?", "Few enough missing that they could not matter."
    ),
    _asked_if(
        "3.2",
        "Is there proof that missing data did not bias the result?",
        "Sensitivity analyses, or a method that corrects for it; filling in alone is not proof.",
    ),
    _asked_if(
        "3.3",
        "Could being missing depend on the outcome itself?",
        "For instance people who left because they felt worse.",
    ),
    _asked_if("3.4", "Is it likely that it did?", "Unequal losses, reasons that differ, reasons tied to health."),
)

MEASUREMENT = (
    _asked(
        "4.1", "Was the way of measuring unsuitable?", "It misses likely effects, or does not measure what it should."
    ),
    _asked(
        "4.2",
        "Could measuring have differed between the groups?",
        "Other methods, thresholds, times or more visits in one group.",
    ),
    _asked_if(
        "4.3",
        "Did those who assessed the outcome know the group?",
        "Where participants report themselves, they are the assessors.",
    ),
    _asked_if(
        "4.4",
        "Could that knowledge sway the assessment?",
        "Hardly for death or a laboratory value; easily for pain or sleep.",
    ),
    _asked_if("4.5", "Is it likely that it did?", "Strong hopes for, or beliefs about, one of the treatments."),
)

REPORTING = (
    _asked(
        "5.1",
        "Was the analysis fixed before the data could be seen?",
        "A dated plan or registration with enough detail, and the result follows it.",
    ),
    _asked(
        "5.2",
        "Was the result likely picked from several measurements?",
        "Several scales, definitions or times were possible and the pick favours the finding.",
    ),
    _asked(
        "5.3",
        "Was the result likely picked from several analyses?",
        "Several models, adjustments or cut-offs were possible and the pick favours the finding.",
    ),
)
