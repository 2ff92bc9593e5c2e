"""What an appraiser is asked: the answers, the question, and what is said when an answer does not fit.

The questions of every instrument are in the project's own words; only the decision rules are facts of the
published instruments.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from claims.words import Word

Answers = Mapping[str, str]


class Answer(Word):
    """An answer to a signalling question; the weak and strong ones are those of ROBINS-I V2."""

    Y = "Y", "yes", "", "The report says so."
    PY = "PY", "probably yes", "", "Likely so, judging by what is reported."
    PN = "PN", "probably no", "", "Likely not so, judging by what is reported."
    N = "N", "no", "", "The report says it is not so."
    NI = "NI", "no information", "", "Nothing is reported that would tell."
    NA = "NA", "not applicable", "", "The question does not arise here."
    SY = "SY", "strong yes", "", "Yes, to a degree that probably matters for the result."
    WY = "WY", "weak yes", "", "Yes, but hardly to a degree that matters for the result."
    WN = "WN", "weak no", "", "No, but hardly in a way that matters for the result."
    SN = "SN", "strong no", "", "No, in a way that probably matters for the result."


YES = (Answer.Y, Answer.PY)
NO = (Answer.N, Answer.PN)
NI = (Answer.NI,)
NA = (Answer.NA,)


def always(answers: Answers) -> bool:
    """Return True: the question is shown whatever else is answered."""
    return True


@dataclass(frozen=True, slots=True)
class Question:
    """One question: `answers` are all it allows; `asked_when(answers so far)` tells whether a form shows it.

    `conditional` questions are shown only once the answers given lead to them.
    """

    id: str
    text: str
    help: str
    answers: tuple[Word, ...]
    conditional: bool = False
    asked_when: Callable[[Answers], bool] = field(default=always, compare=False, repr=False)

    def label_of(self, answer: str) -> str:
        """Return the words shown for an allowed answer; anything else is shown as it was given."""
        return next((word.label for word in self.answers if word.value == answer), answer)


def without(questions: Iterable[Question], answers: tuple[Answer, ...], codes: frozenset[str]) -> tuple[Question, ...]:
    """Return the questions; those with one of the ids do not allow these answers."""
    return tuple(
        replace(asked, answers=tuple(word for word in asked.answers if word not in answers))
        if asked.id in codes
        else asked
        for asked in questions
    )


class InstrumentError(ValueError):
    """Something asked of an instrument that it does not know; the message names it and what is allowed."""

    def __init__(self, what: str, given: str, allowed: tuple[str, ...]) -> None:
        super().__init__(f"{what} {given!r} is not known; allowed: {', '.join(allowed) or 'none'}")
        self.given = given
        self.allowed = allowed


class UnknownInstrument(InstrumentError):
    """No instrument has this id."""


class UnknownQuestion(InstrumentError):
    """The instrument has no question with this id."""


class UnknownAnswer(InstrumentError):
    """The question does not allow this answer; `question` is its id."""

    def __init__(self, question: str, given: str, allowed: tuple[str, ...]) -> None:
        super().__init__(f"question {question}: answer", given, allowed)
        self.question = question


class ChoiceNotOpen(InstrumentError):
    """The rules leave no such choice of the overall judgement to a person here."""


class UnknownRating(InstrumentError):
    """The instrument gives no such overall judgement, so nobody can have published it."""
