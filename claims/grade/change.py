"""What would change a rating: what is missing to the next level, and what would lower it, in sentences.

Each change says what the rating would be if it alone came true, so that a reader sees which one matters.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from claims.grade.judgements import Judgements, check_judgements, errors_of
from claims.grade.lifting import what_lifts
from claims.grade.rating import Rating, rate_certainty
from claims.grade.rulesets import LEVELS, Ruleset, certainty_of, get_ruleset
from claims.grade.studies import StudyResult
from claims.grade.vocabulary import Certainty, Domain, Upgrade

Way = Literal["raise", "lower"]
#: The name of the change that sums up the distance to the next level.
NEXT_LEVEL = "next_level"
START = "start"


@dataclass(frozen=True, slots=True)
class Change:
    """Something that would raise or lower the rating. ``name`` is "next_level", "start", a domain or an upgrade.

    ``certainty`` is the rating if this change alone came true; ``numbers`` are those named in the sentence.
    """

    way: Way
    name: str
    certainty: Certainty
    sentence: str
    numbers: Mapping[str, float] = field(default_factory=dict)


_LOWERED_BY: Mapping[Domain, str] = {
    Domain.RISK_OF_BIAS: "Flaws found in the studies, such as results left out or groups that knew what they took",
    Domain.INCONSISTENCY: "A new study that finds the opposite",
    Domain.INDIRECTNESS: "Learning that form, dose, people or outcome differ more from the claim than recorded",
    Domain.IMPRECISION: "A wider interval, for instance after a study is withdrawn",
    Domain.PUBLICATION_BIAS: "Finding studies that were done and never published",
}
_RATED_UP_BY: Mapping[Upgrade, str] = {
    Upgrade.LARGE_EFFECT: "A {word} effect: a ratio above {ratio:g} or below {inverse:g}, seen consistently",
    Upgrade.DOSE_RESPONSE: "More of the effect with more of the dose",
    Upgrade.PLAUSIBLE_CONFOUNDING: "Showing that the confounding left over would have hidden the effect",
}


def what_would_change(
    judgements: Judgements, results: Sequence[StudyResult] = (), *, information_size: int | None = None
) -> tuple[Change, ...]:
    """Return what would raise the rating, then what would lower it.

    ``results`` make the sentences exact (participants still missing, codes of indirectness); ``information_size`` is
    in participants. Raises `InvalidJudgements` where the judgements break their ruleset.
    """
    rating = rate_certainty(judgements)
    ruleset = get_ruleset(judgements.ruleset)
    raising: tuple[Change, ...] = ()
    if rating.certainty != Certainty.HIGH:
        raising = (_next_level(rating), *_raising(judgements, ruleset, results, information_size))
    lowering = () if rating.certainty == Certainty.VERY_LOW else tuple(_lowering(judgements, ruleset))
    return raising + lowering


def _next_level(rating: Rating) -> Change:
    aim = LEVELS[rating.certainty] + 1
    needed = aim - rating.total
    target = certainty_of(aim)
    steps = "one step" if needed == 1 else f"{needed} steps"
    gained = "regained" if any(step.change < 0 for step in rating.steps) else "gained"
    below = f" The steps add up to {rating.total}, below the end of the scale." if rating.clamped else ""
    sentence = f"To reach {target.label} certainty {steps} must be {gained}.{below}"
    return Change("raise", NEXT_LEVEL, target, sentence, {"steps": float(needed)})


def _raising(
    judgements: Judgements, ruleset: Ruleset, results: Sequence[StudyResult], information_size: int | None
) -> Iterator[Change]:
    for domain in ruleset.lowest:
        if judgements.downgrades.get(domain, 0):
            mended = replace(judgements, downgrades={**judgements.downgrades, domain: 0})
            sentence, numbers = what_lifts(domain, judgements, results, information_size)
            yield _change("raise", domain, judgements, mended, sentence, numbers)
    higher = replace(judgements, start=Certainty.HIGH, upgrades={})
    if judgements.start != Certainty.HIGH and rate_certainty(higher).total > rate_certainty(judgements).total:
        yield _change("raise", START, judgements, higher, "A randomised trial, which starts high", {})
    for upgrade, most in ruleset.highest.items():
        step = judgements.upgrades.get(upgrade, 0) + 1
        up = _with_upgrade(judgements, upgrade, step)
        if step <= most and not _has_problems(up):
            yield _change("raise", upgrade, judgements, up, _rated_up_by(upgrade, step, ruleset), {})


def _rated_up_by(upgrade: Upgrade, step: int, ruleset: Ruleset) -> str:
    """Return what would rate up by this many steps; only a large effect takes more than one."""
    limits = ruleset.thresholds
    word, ratio = ("large", limits.large_ratio) if step == 1 else ("very large", limits.very_large_ratio)
    return _RATED_UP_BY[upgrade].format(word=word, ratio=ratio, inverse=1 / ratio)


def _with_upgrade(judgements: Judgements, upgrade: Upgrade, step: int) -> Judgements:
    reasons = {**judgements.reasons, str(upgrade): judgements.reasons.get(upgrade) or _RATED_UP_BY[upgrade]}
    return replace(judgements, upgrades={**judgements.upgrades, upgrade: step}, reasons=reasons)


def _has_problems(judgements: Judgements) -> bool:
    problems = check_judgements(judgements)
    return bool(errors_of(problems)) or any(problem.code == "up-with-down" for problem in problems)


def _lowering(judgements: Judgements, ruleset: Ruleset) -> Iterator[Change]:
    for domain, lowest in ruleset.lowest.items():
        step = judgements.downgrades.get(domain, 0) - 1
        if step >= lowest:
            reasons = {**judgements.reasons, str(domain): judgements.reasons.get(domain) or _LOWERED_BY[domain]}
            lower = replace(judgements, downgrades={**judgements.downgrades, domain: step}, reasons=reasons)
            if not errors_of(check_judgements(lower)):
                yield _change("lower", domain, judgements, lower, _LOWERED_BY[domain], {})
    for upgrade, step in judgements.upgrades.items():
        if step:
            without = replace(judgements, upgrades={**judgements.upgrades, upgrade: 0})
            sentence = f"Doubt about the reason for rating up ({Upgrade(upgrade).label})"
            yield _change("lower", upgrade, judgements, without, sentence, {})


def _change(
    way: Way, name: str, before: Judgements, after: Judgements, sentence: str, numbers: Mapping[str, float]
) -> Change:
    old, new = rate_certainty(before).certainty, rate_certainty(after).certainty
    alone = (
        f"alone it would leave the rating {new.label}" if old == new else f"alone it would make the rating {new.label}"
    )
    return Change(way, str(name), new, f"{sentence}; {alone}.", numbers)
