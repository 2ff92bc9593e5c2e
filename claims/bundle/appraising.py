"""Whether the appraisals of a bundle are ones that their instruments know."""

from __future__ import annotations

from collections.abc import Iterator

from claims.bundle.content import Bundle, Values
from claims.bundle.problems import Problem
from claims.bundle.tables import ANSWERS, APPRAISALS
from claims.grade.instruments.instrument import published_word
from claims.grade.instruments.questions import InstrumentError
from claims.grade.instruments.registry import instrument, judge


def answers_of(bundle: Bundle) -> dict[tuple[str, ...], dict[str, str]]:
    """Return the answers of each appraisal by question, by the appraisal's key."""
    answers: dict[tuple[str, ...], dict[str, str]] = {}
    for values in bundle.values(ANSWERS.name):
        answers.setdefault(APPRAISALS.key_of(values), {})[values["question"]] = values["answer"]
    return answers


def appraisal_problems(bundle: Bundle) -> Iterator[Problem]:
    """Yield answers, overall judgements and published ratings that the instrument does not know or leave open."""
    answers = answers_of(bundle)
    for row in bundle.rows(APPRAISALS.name):
        if row.bad:
            continue
        if row.values["overall_choice"] and not row.values["choice_reason"]:
            yield Problem(APPRAISALS.path, row.place, "choice_reason", "expected the reason for the judgement chosen")
        if message := _refusal(row.values, answers.get(APPRAISALS.key_of(row.values), {})):
            yield Problem(APPRAISALS.path, row.place, "", message)


def _refusal(values: Values, answers: dict[str, str]) -> str:
    try:
        published_word(instrument(values["instrument"]), values["published_rating"])
        judge(values["instrument"], answers, overall_choice=values["overall_choice"] or None)
    except InstrumentError as error:
        return str(error)
    return ""
