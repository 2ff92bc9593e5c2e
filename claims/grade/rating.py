"""From judgements to certainty, with every step on the way.

The sum of Core GRADE (Guyatt 2025): level of the start, plus steps down, plus steps up, held between the ends of the
scale at the end and not in between, so that the order of the judgements never matters.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from claims.grade.judgements import Judgements, Problem, check_judgements, errors_of
from claims.grade.rulesets import certainty_of, get_ruleset
from claims.grade.vocabulary import Certainty

START = "start"


class InvalidJudgements(ValueError):
    """The judgements break their ruleset; ``problems`` says how."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("; ".join(f"{problem.field}: {problem.message}" for problem in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the sum. ``name`` is "start", a domain or an upgrade; ``before`` and ``after`` are running sums.

    The running sum can leave the scale of 1 to 4; the rating brings it back at the end.
    """

    name: str
    label: str
    change: int
    before: int
    after: int
    reason: str


@dataclass(frozen=True, slots=True)
class Rating:
    """A certainty with the steps that lead to it, one for the start and one for every domain and upgrade.

    ``clamped`` tells that the sum lay beyond an end of the scale.
    """

    certainty: Certainty
    steps: tuple[Step, ...]
    ruleset: str
    clamped: bool

    @property
    def total(self) -> int:
        """The sum before it is held between the ends of the scale."""
        return self.steps[-1].after


def rate_certainty(judgements: Judgements) -> Rating:
    """Return the certainty that the judgements amount to; raises `InvalidJudgements` where they break their ruleset."""
    errors = errors_of(check_judgements(judgements))
    if errors:
        raise InvalidJudgements(errors)
    steps = tuple(_steps(judgements))
    low, high = get_ruleset(judgements.ruleset).clamp
    total = steps[-1].after
    held = max(low, min(high, total))
    return Rating(certainty_of(held), steps, judgements.ruleset, held != total)


def _steps(judgements: Judgements) -> Iterator[Step]:
    ruleset = get_ruleset(judgements.ruleset)
    total = ruleset.levels[judgements.start]
    label = f"starts at {Certainty(judgements.start).label}"
    yield Step(START, label, 0, total, total, judgements.start_reason)
    moves = [(name.value, name.label, judgements.downgrades.get(name, 0)) for name in ruleset.lowest]
    moves += [(up.value, up.label, judgements.upgrades.get(up, 0)) for up in ruleset.highest]
    for name, label, change in moves:
        yield Step(name, label, change, total, total + change, judgements.reasons.get(name, ""))
        total += change
