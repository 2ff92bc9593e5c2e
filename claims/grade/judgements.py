"""One set of GRADE judgements about one outcome, and what is wrong with it under its ruleset."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from claims.grade.information_size import InformationSize
from claims.grade.rulesets import NON_RANDOMISED, RANDOMISED, Needs, Ruleset, UnknownRuleset, get_ruleset
from claims.grade.targets import ImprecisionTarget
from claims.grade.vocabulary import Certainty, Design, Domain, Upgrade

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Judgements:
    """A curator's judgements: where the evidence starts, and the steps down and up, each with its reason.

    ``downgrades`` hold 0 or negative whole numbers, ``upgrades`` 0 or positive ones; a domain that is not named was
    not judged and counts as 0. ``reasons`` are keyed by the value of the domain or upgrade. ``target`` is what
    imprecision was judged against, ``information`` what its optimal information size is worked out from, ``None``
    where nobody said.
    """

    ruleset: str
    start: Certainty
    downgrades: Mapping[Domain, int] = field(default_factory=dict)
    upgrades: Mapping[Upgrade, int] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)
    start_reason: str = ""
    target: ImprecisionTarget | None = None
    information: InformationSize | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one field of a set of judgements: an error forbids a rating, a warning asks to look again."""

    code: str
    field: str
    message: str
    severity: Severity = "error"


def check_judgements(
    judgements: Judgements, *, designs: Collection[Design] = (), robins_i_used: bool = False
) -> tuple[Problem, ...]:
    """Return every problem, in the order of the form: ruleset, start, domains, upgrades, combinations.

    ``designs`` are the designs of the evidence behind the judgements, where known: only with them can it be told
    whether the starting level fits, whether ROBINS-I is needed and whether rating up is open at all.
    """
    try:
        ruleset = get_ruleset(judgements.ruleset)
    except UnknownRuleset as error:
        return (Problem("unknown-ruleset", "ruleset", str(error)),)
    return (
        *_start_problems(judgements, ruleset, designs, robins_i_used),
        *_step_problems(judgements, ruleset),
        *_up_problems(judgements, ruleset, designs),
    )


def errors_of(problems: Collection[Problem]) -> tuple[Problem, ...]:
    """Return those problems that forbid a rating."""
    return tuple(problem for problem in problems if problem.severity == "error")


def _start_problems(
    judgements: Judgements, ruleset: Ruleset, designs: Collection[Design], robins_i_used: bool
) -> Iterator[Problem]:
    if judgements.start not in ruleset.levels:
        message = f"{judgements.start!r} is no level of certainty; choose one of {_names(ruleset.levels)}."
        yield Problem("bad-start", "start", message)
        return
    if not judgements.start_reason.strip():
        yield Problem("start-without-reason", "start_reason", "Say why the evidence starts at this level.", "warning")
    if not designs:
        return
    starts = [ruleset.start[Design(design)] for design in designs]
    high_by_chance = any(design in RANDOMISED for design in designs)
    if judgements.start == Certainty.HIGH and not high_by_chance and not robins_i_used:
        if any(start.needs == Needs.ROBINS_I for start in starts):
            message = "Evidence without random allocation starts high only when it was assessed with ROBINS-I."
            yield Problem("robins-i-needed", "start", message)
        elif not any(start.needs == Needs.INCLUDED_STUDIES for start in starts):
            message = f"None of the designs ({_names(designs)}) starts high; choose a lower start or say why."
            yield Problem("start-above-design", "start", message, "warning")


def _step_problems(judgements: Judgements, ruleset: Ruleset) -> Iterator[Problem]:
    ranges: dict[str, tuple[int, int]] = {domain: (step, 0) for domain, step in ruleset.lowest.items()}
    yield from _range_problems("downgrades", judgements.downgrades, ranges, judgements.reasons)
    for domain in ruleset.lowest:
        if domain not in judgements.downgrades:
            message = f"{domain.label} was not judged; it counts as no step."
            yield Problem("not-judged", f"downgrades.{domain}", message, "warning")
    ranges = {upgrade: (0, step) for upgrade, step in ruleset.highest.items()}
    yield from _range_problems("upgrades", judgements.upgrades, ranges, judgements.reasons)


def _range_problems(
    group: str,
    steps: Mapping[Domain, int] | Mapping[Upgrade, int],
    ranges: Mapping[str, tuple[int, int]],
    reasons: Mapping[str, str],
) -> Iterator[Problem]:
    for name, step in steps.items():
        place = f"{group}.{name}"
        if name not in ranges:
            yield Problem("unknown-field", place, f"{name!r} is none of {_names(ranges)}.")
            continue
        low, high = ranges[name]
        if isinstance(step, bool) or not isinstance(step, int):
            yield Problem("not-a-step", place, f"A step is a whole number from {low} to {high}, not {step!r}.")
        elif not low <= step <= high:
            message = f"{_label(name)} may move certainty by {low} to {high}, not by {step:+d}."
            yield Problem("out-of-range", place, message)
        elif step and not reasons.get(name, "").strip():
            yield Problem("missing-reason", f"reasons.{name}", f"{_label(name)} is rated {step:+d} without a reason.")


def _up_problems(judgements: Judgements, ruleset: Ruleset, designs: Collection[Design]) -> Iterator[Problem]:
    ups = [name for name, step in judgements.upgrades.items() if step]
    downs = [name for name, step in judgements.downgrades.items() if step]
    if not ups:
        return
    if _is_randomised(judgements, ruleset, designs):
        message = "Rating up is for evidence without random allocation; randomised trials already start high."
        yield Problem("up-on-randomised", "upgrades", message)
    if downs and ruleset.up_needs_no_down:
        message = f"Rated up, yet down for {_names(downs)}: normally only evidence with nothing rated down is rated up."
        yield Problem("up-with-down", "upgrades", message, "warning")
    if ruleset.confounding_in_risk_of_bias and Upgrade.PLAUSIBLE_CONFOUNDING in ups and Domain.RISK_OF_BIAS in downs:
        message = "Confounding was already judged in risk of bias and cannot rate certainty up a second time."
        yield Problem("confounding-twice", f"upgrades.{Upgrade.PLAUSIBLE_CONFOUNDING}", message)


def _is_randomised(judgements: Judgements, ruleset: Ruleset, designs: Collection[Design]) -> bool:
    if designs and all(design in RANDOMISED for design in designs):
        return True  # wherever somebody lets them start
    if judgements.start != Certainty.HIGH:
        return False
    if ruleset.start_high_is_randomised:
        return True
    return any(design in RANDOMISED for design in designs) and not any(design in NON_RANDOMISED for design in designs)


_LABELS = {str(word): word.label for words in (Domain, Upgrade, Design, Certainty) for word in words}


def _label(name: str) -> str:
    return _LABELS[name].capitalize()


def _names(names: Collection[str]) -> str:
    return ", ".join(_LABELS.get(name, name) for name in names)
