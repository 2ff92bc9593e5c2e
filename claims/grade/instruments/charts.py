"""Decision charts as data: which question is asked next, and which judgement a line of answers ends in.

A chart can be walked (to judge), read (to print its rules) and hashed (to notice a change).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from claims.grade.instruments.questions import Answers, Question
from claims.words import Word


@dataclass(frozen=True, slots=True)
class Undecided:
    """An end of a chart for which no rule is known; never replaced by a guess."""

    note: str


@dataclass(frozen=True, slots=True)
class Ask:
    """Ask `question`; each branch is (the answers that take it, the next step).

    An allowed answer that no branch takes (such as "not applicable" where the question does arise) counts
    as unanswered.
    """

    question: str
    branches: tuple[tuple[tuple[Word, ...], Step], ...]

    def after(self, answer: str) -> Step | None:
        """Return the step that `answer` leads to, or None where no branch takes it."""
        return next((step for answers, step in self.branches if answer in answers), None)


Step = Ask | Word | Undecided


def ask(question: str, *branches: tuple[tuple[Word, ...], Step]) -> Ask:
    """Return an `Ask` written as ask(id, (answers, next step), ...)."""
    return Ask(question, branches)


@dataclass(frozen=True, slots=True)
class Walk:
    """Where a chart was left: at an end (a judgement or `Undecided`), or at the question still to be answered."""

    end: Word | Undecided | None
    visited: tuple[str, ...]
    reasons: tuple[str, ...]
    missing: tuple[str, ...]


def walk(chart: Step, answers: Answers, questions: Mapping[str, Question]) -> Walk:
    """Follow `chart` as far as `answers` go."""
    step = chart
    visited: list[str] = []
    reasons: list[str] = []
    while isinstance(step, Ask):
        visited.append(step.question)
        given = answers.get(step.question, "")
        after = step.after(given)
        if after is None:
            return Walk(None, tuple(visited), (*reasons, _open(questions[step.question], given)), (step.question,))
        reasons.append(_said(questions[step.question], given))
        step = after
    return Walk(step, tuple(visited), tuple(reasons), ())


def _said(question: Question, given: str) -> str:
    return f"{question.id} {question.text} {question.label_of(given)}"


def _open(question: Question, given: str) -> str:
    state = f"{question.label_of(given)}, but an answer is needed here" if given else "not answered yet"
    return f"{question.id} {question.text} {state}"


def lines(chart: Step, *, undecided_only: bool = False) -> Iterator[str]:
    """Yield every line of the chart as a sentence: "1.2 yes or probably yes; 1.1 no: some concerns"."""
    for conditions, end in _ends(chart, ()):
        if undecided_only and not isinstance(end, Undecided):
            continue
        outcome = f"undecided, {end.note}" if isinstance(end, Undecided) else end.label
        yield f"{'; '.join(conditions)}: {outcome}"


def _ends(step: Step, conditions: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Word | Undecided]]:
    if not isinstance(step, Ask):
        yield conditions, step
        return
    for answers, after in step.branches:
        condition = f"{step.question} {' or '.join(answer.label for answer in answers)}"
        yield from _ends(after, (*conditions, condition))


def asks(chart: Step) -> Iterator[Ask]:
    """Yield every `Ask` of a chart, each as often as it is reached."""
    if isinstance(chart, Ask):
        yield chart
        for _, after in chart.branches:
            yield from asks(after)
