"""What the rules suggest for rating up, and the conditions of a ruleset under which nothing is rated up.

Guidelines 9 (Guyatt 2011): only evidence without random allocation, normally with nothing rated down.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from claims.grade.consistency import interval_of
from claims.grade.judgements import Judgements, check_judgements
from claims.grade.rulesets import Thresholds, get_ruleset
from claims.grade.studies import StudyResult, Suggestion, independent, not_computable
from claims.grade.vocabulary import Upgrade


def suggest_upgrades(
    results: Sequence[StudyResult], *, ruleset_id: str = "core-grade-2025", judgements: Judgements | None = None
) -> Mapping[Upgrade, Suggestion]:
    """Return the suggestion for each reason to rate up; only a large effect can be computed (guidelines 9).

    Where the ``judgements`` made so far keep the ruleset's conditions for rating up from being met, none is suggested.
    """
    limits = get_ruleset(ruleset_id).thresholds
    person = not_computable("this needs a person who has read the studies.")
    large = _large_effect(results, limits)
    return {
        Upgrade.LARGE_EFFECT: _if_open(Upgrade.LARGE_EFFECT, large, judgements) if judgements else large,
        Upgrade.DOSE_RESPONSE: person,
        Upgrade.PLAUSIBLE_CONFOUNDING: person,
    }


def _if_open(upgrade: Upgrade, suggestion: Suggestion, judgements: Judgements) -> Suggestion:
    """Return the suggestion, or no step with the condition for rating up that is not met."""
    if not suggestion.step:
        return suggestion
    reasons = {**judgements.reasons, str(upgrade): suggestion.reason}
    rated_up = replace(judgements, upgrades={upgrade: suggestion.step}, reasons=reasons)
    against = [problem.message for problem in check_judgements(rated_up) if problem.code.startswith("up-")]
    return Suggestion(0, " ".join([suggestion.reason, *against]), suggestion.numbers) if against else suggestion


#: Davies 1998 (BMJ 316:989): the odds ratio always lies farther from 1, the more so the commoner the event.
_ODDS = "An odds ratio overstates the risk ratio that these bounds are for, the more so the commoner the event."


def _large_effect(results: Sequence[StudyResult], limits: Thresholds) -> Suggestion:
    studies = [study for study in independent(results) if not study.is_randomised]
    if results and not studies:
        return not_computable("no result without random allocation bears on the question.")
    ratios = [interval for study in studies if (interval := interval_of(study)) and interval.scale == "ratio"]
    if not studies or len(ratios) < len(studies):
        return not_computable("it needs a ratio with its interval from every result without random allocation.")
    effects = [max(one.effect, 1 / one.effect) for one in ratios]
    same_side = len({one.effect > 1 for one in ratios}) == 1 and not any(one.low <= 1 <= one.high for one in ratios)
    smallest = min(effects)
    step = 2 if smallest > limits.very_large_ratio else 1 if smallest > limits.large_ratio else 0
    numbers = {"smallest_ratio": smallest}
    if step and any(study.is_odds_ratio for study in studies):
        said = f"the smallest ratio, as distance from 1, is {smallest:.3g}, but odds ratios are among them."
        return not_computable(f"{said} {_ODDS}", numbers)
    if not same_side:
        return Suggestion(0, "The ratios do not all lie clearly on one side of no effect.", numbers)
    bounds = f"{limits.large_ratio:g} is large, {limits.very_large_ratio:g} very large"
    return Suggestion(step, f"The smallest ratio, as distance from 1, is {smallest:.3g} ({bounds}).", numbers)
