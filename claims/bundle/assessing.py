"""Whether the assessments of a bundle obey their rulesets and lead to the certainty that the bundle states."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from claims.bundle.content import Bundle, Values
from claims.bundle.problems import Problem
from claims.bundle.tables import ASSESSMENTS
from claims.grade.information_size import INPUTS, read_information_size
from claims.grade.judgements import Judgements, check_judgements, errors_of
from claims.grade.rating import rate_certainty
from claims.grade.targets import parse_target
from claims.grade.vocabulary import Certainty, Domain, Upgrade


def reasons_of(values: Values) -> dict[str, str]:
    """Return the reasons of an assessment's row by domain, without the empty ones."""
    names = [member.value for member in (*Domain, *Upgrade)]
    return {name: values[f"{name}_reason"] for name in names if values[f"{name}_reason"]}


def judgements_of(values: Values) -> Judgements:
    """Return the row as the GRADE rules see it."""
    return Judgements(
        ruleset=values["ruleset"],
        start=Certainty(values["start"]),
        start_reason=values["start_reason"],
        downgrades={domain: values[domain.value] for domain in Domain},
        upgrades={upgrade: values[upgrade.value] for upgrade in Upgrade},
        reasons=reasons_of(values),
    )


def assessment_problems(bundle: Bundle) -> Iterator[Problem]:
    """Yield where the rules refuse a set of judgements or give another certainty."""
    for row in [row for row in bundle.rows(ASSESSMENTS.name) if not row.bad]:
        for field, message in _problems(row.values):
            yield Problem(ASSESSMENTS.path, row.place, field, message)


def _problems(values: dict[str, Any]) -> Iterator[tuple[str, str]]:
    yield from _imprecision_problems(values)
    judgements = judgements_of(values)
    if errors := errors_of(check_judgements(judgements)):
        yield from ((error.field, error.message) for error in errors)
        return
    certainty = str(rate_certainty(judgements).certainty)
    if certainty != values["certainty"]:
        yield "certainty", f"expected {certainty}, which these steps lead to, found {values['certainty']}"


def _imprecision_problems(values: dict[str, Any]) -> Iterator[tuple[str, str]]:
    try:
        parse_target(values["target"])
    except ValueError as error:
        yield "target", str(error)
    given = {name: values[f"ois_{name}"] for name in INPUTS}
    try:
        read_information_size(**given)
    except ValueError as error:
        field = next(name for name in INPUTS if given[name] not in (None, ""))
        yield f"ois_{field}", str(error)
