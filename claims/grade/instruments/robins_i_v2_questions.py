"""The questions of the ROBINS-I V2 draft, in the project's own words; numbers as in the draft, with its two
variants of domain 1 told apart as 1a and 1b. "0" questions are asked by this project to choose between variants."""

from __future__ import annotations

from claims.grade.instruments.questions import NI, NO, YES, Answer, Question
from claims.words import Word

WEAK_OR_STRONG_NO = (*YES, Answer.WN, Answer.SN, *NI)
WEAK_OR_STRONG_YES = (Answer.SY, Answer.WY, *NO, *NI)
PLAIN = (*YES, *NO, *NI)


class Effect(Word):
    """Which effect of an intervention a study is asked about."""

    ASSIGNMENT = "assignment", "of starting it", "", "Whatever people did after they had begun."
    PER_PROTOCOL = "per_protocol", "of keeping to it", "", "As if everyone had kept to what was planned."


def _first(code: str, text: str, hint: str, answers: tuple[Word, ...] = PLAIN) -> Question:
    return Question(code, text, hint, answers)


def _later(code: str, text: str, hint: str, answers: tuple[Word, ...] = PLAIN) -> Question:
    return Question(code, text, hint, answers, conditional=True)


TRIAGE = (
    _first("B1", "Did the authors try to control for confounding?", "By design or analysis.", (*YES, *NO)),
    _later(
        "B2",
        "Is so much confounding to be expected that the result is of no use?",
        "Think of what decides who gets the treatment.",
        (*YES, *NO),
    ),
    _later(
        "B3", "Was the outcome measured in a way that cannot work?", "A method unfit for this outcome.", (*YES, *NO)
    ),
)

CONFOUNDING = (
    _first("1.0", "Which effect is the result about?", "It decides which questions follow.", tuple(Effect)),
    _later(
        "1a.1",
        "Was every important confounder controlled for?",
        "Weak no: what is left is probably small. Strong no: it is probably not.",
        WEAK_OR_STRONG_NO,
    ),
    _later(
        "1a.2",
        "Were these confounders measured well?",
        "Weak no: errors probably leave little confounding. Strong no: they probably leave much.",
        WEAK_OR_STRONG_NO,
    ),
    _later(
        "1a.3",
        "Was anything controlled for that the treatment may have changed?",
        "A variable measured after the treatment began.",
    ),
    _later(
        "1a.4",
        "Do other checks point to serious confounding that is left?",
        "Negative controls, or a reckoning of how strong it would have to be.",
    ),
    _later(
        "1b.1",
        "Can the analysis cope with confounding that changes over time?",
        "Ordinary regression on later variables cannot.",
    ),
    _later(
        "1b.2",
        "Was every important confounder, at the start and later, controlled for?",
        "Weak no: what is left is probably small. Strong no: it is probably not.",
        WEAK_OR_STRONG_NO,
    ),
    _later(
        "1b.3",
        "Were these confounders measured well?",
        "Weak no: errors probably leave little confounding. Strong no: they probably leave much.",
        WEAK_OR_STRONG_NO,
    ),
    _later(
        "1b.4",
        "Was anything controlled for that the treatment may have changed?",
        "A variable measured after the treatment began.",
    ),
    _later(
        "1b.5",
        "Do other checks point to serious confounding that is left?",
        "Negative controls, or a reckoning of how strong it would have to be.",
    ),
)

CLASSIFICATION = (
    _first("2.1", "Could the groups be told apart when follow-up began?", "From what was known on that day."),
    _later("2.2", "Did nearly all outcomes happen after they could be told apart?", "Early outcomes are the trouble."),
    _later(
        "2.3",
        "Does the analysis deal with groups that could not be told apart?",
        "Strong yes: fully. Weak yes: for the most part.",
        WEAK_OR_STRONG_YES,
    ),
    _first(
        "2.4",
        "Could knowing the outcome have changed who counts as treated?",
        "Strong yes: enough to matter. Weak yes: hardly.",
        WEAK_OR_STRONG_YES,
    ),
    _first("2.5", "Are other errors likely in who counts as treated?", "Recall, coding, gaps in dispensing records."),
)

SELECTION = (
    _first(
        "3.1",
        "Were people followed from the start of treatment on?",
        "Weak no: the delay hardly matters. Strong no: it does.",
        WEAK_OR_STRONG_NO,
    ),
    _later("3.2", "Were early outcomes left out of the analysis?", "Whether or not the treatment began at once."),
    _first("3.3", "Did something after the start of treatment decide who was included?", "Beyond early outcomes."),
    _later("3.4", "Is it linked to the treatment?", "Or to a cause of the treatment."),
    _later("3.5", "Is it linked to the outcome?", "Or to a cause of the outcome."),
    _later("3.6", "Did the analysis correct for the selection?", "By a method suited to it."),
    _later("3.7", "Do sensitivity analyses show that the selection matters little?", "Reported, and fit for this."),
    _later("3.8", "Is the selection so bad that the result is of no use?", "It should then not enter a synthesis."),
)

MISSING_DATA = (
    _first("4.1", "Is the treatment known for nearly everyone?", "Few enough missing that they could not matter."),
    _first("4.2", "Is the outcome known for nearly everyone?", "Few enough missing that they could not matter."),
    _first("4.3", "Are the confounders known for nearly everyone?", "Few enough missing that they could not matter."),
    _later("4.4", "Were only people with complete data analysed?", "Others were left out."),
    _later("4.5", "Could being left out depend on the outcome?", "Directly, or through a cause of the outcome."),
    _later(
        "4.6",
        "Do the variables in the model explain that dependence?",
        "Weak no: most of it. Strong no: little of it.",
        WEAK_OR_STRONG_NO,
    ),
    _later("4.7", "Were missing values filled in?", "Imputation of any kind."),
    _later("4.8", "Is it fair to assume that the known data foretell the missing?", "Missing at random."),
    _later(
        "4.9",
        "Was the filling in done properly?",
        "Weak no: hardly harmful. Strong no: harmful. Carrying the last value on is seldom proper.",
        WEAK_OR_STRONG_NO,
    ),
    _later(
        "4.10",
        "Was another proper method for missing data used?",
        "Weak no: hardly harmful. Strong no: harmful. Weighting is one such method.",
        WEAK_OR_STRONG_NO,
    ),
    _later("4.11", "Is there proof that missing data did not bias the result?", "Sensitivity analyses, for instance."),
)

MEASUREMENT = (
    _first("5.1", "Could measuring have differed between the groups?", "Other methods, times or more visits."),
    _later("5.2", "Did those who assessed the outcome know the treatment?", "Participants may be the assessors."),
    _later(
        "5.3",
        "Could that knowledge sway the assessment?",
        "Strong yes: enough to matter. Weak yes: hardly.",
        WEAK_OR_STRONG_YES,
    ),
)

REPORTING = (
    _first("6.1", "Does the result follow a plan made before the data could be seen?", "A dated plan or registration."),
    _later("6.2", "Was it likely picked from several measurements?", "Scales, definitions or times."),
    _later("6.3", "Was it likely picked from several analyses?", "Models, adjustments or cut-offs."),
    _later("6.4", "Was it likely picked from several subgroups?", "Parts of the people studied."),
)
