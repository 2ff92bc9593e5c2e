"""A domain of an instrument: its questions, the charts that judge it, and the result with its reasons."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial

from claims.grade.instruments.charts import Ask, Undecided, Walk, walk
from claims.grade.instruments.questions import Answers, Question, always
from claims.words import Word


@dataclass(frozen=True, slots=True)
class Part:
    """One chart of a domain; a domain with several is judged by the worst of them."""

    label: str
    chart: Ask


@dataclass(frozen=True, slots=True)
class DomainSpec:
    """One domain: `then` names charts that settle a level the parts have reached; `prompts` are points to weigh.

    `readings` say where the lines of its charts come from and on which of them other readings differ.
    """

    id: str
    label: str
    questions: tuple[Question, ...]
    parts: tuple[Part, ...]
    then: tuple[tuple[Word, Part], ...] = ()
    prompts: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DomainResult:
    """The judgement of a domain, or None while `missing` questions or an undecided chart stand in the way.

    `path` holds the reasons in order: which answers led to the judgement.
    """

    id: str
    label: str
    judgement: Word | None
    complete: bool
    path: tuple[str, ...]
    missing: tuple[str, ...]
    undecided: str = ""


def domain(
    code: str,
    label: str,
    questions: Iterable[Question],
    *parts: Part,
    then: tuple[tuple[Word, Part], ...] = (),
    prompts: tuple[str, ...] = (),
    readings: tuple[str, ...] = (),
) -> DomainSpec:
    """Return a `DomainSpec` whose conditional questions know from the charts when they are asked."""
    plain = DomainSpec(code, label, tuple(questions), parts, then, prompts, readings)
    return replace(plain, questions=tuple(_aware(plain, question) for question in plain.questions))


def _aware(spec: DomainSpec, question: Question) -> Question:
    return replace(question, asked_when=partial(_reaches, spec, question.id) if question.conditional else always)


def _reaches(spec: DomainSpec, question: str, answers: Answers) -> bool:
    return any(question in walked.visited for _, walked in _walks(spec, answers))


def judge_domain(spec: DomainSpec, answers: Answers) -> DomainResult:
    """Judge one domain by the worst of its parts; a part that is open leaves the domain open."""
    walks = _walks(spec, answers)
    path = tuple(reason for part, walked in walks for reason in _reasons(part, walked, len(walks) > 1))
    missing = tuple(dict.fromkeys(question for _, walked in walks for question in walked.missing))
    undecided = "; ".join(walked.end.note for _, walked in walks if isinstance(walked.end, Undecided))
    judgement = None if missing or undecided else _settled(spec, walks)
    return DomainResult(spec.id, spec.label, judgement, judgement is not None, path, missing, undecided)


def _walks(spec: DomainSpec, answers: Answers) -> list[tuple[Part, Walk]]:
    questions = {question.id: question for question in spec.questions}
    walks = [(part, walk(part.chart, answers, questions)) for part in spec.parts]
    settling = next((part for level, part in spec.then if level == _worst(walks)), None)
    return walks if settling is None else [*walks, (settling, walk(settling.chart, answers, questions))]


def _worst(walks: list[tuple[Part, Walk]]) -> Word | None:
    ends = [walked.end for _, walked in walks]
    words = [end for end in ends if isinstance(end, Word)]
    return worst(words) if len(words) == len(ends) else None


def _settled(spec: DomainSpec, walks: list[tuple[Part, Walk]]) -> Word | None:
    """The settling chart, where one was walked, replaces the worst of the parts."""
    end = walks[-1][1].end
    return end if len(walks) > len(spec.parts) and isinstance(end, Word) else _worst(walks)


def worst(judgements: Iterable[Word]) -> Word:
    """Return the worst of some judgements; an enumeration declares its members from best to worst."""
    found = list(judgements)
    order = list(type(found[0]))
    return max(found, key=order.index)


def _reasons(part: Part, walked: Walk, named: bool) -> tuple[str, ...]:
    if walked.end is None:
        return walked.reasons
    outcome = f"undecided: {walked.end.note}" if isinstance(walked.end, Undecided) else walked.end.label
    return (*walked.reasons, f"{part.label}: {outcome}" if named else f"Therefore: {outcome}")
