"""What the rules suggest for start, domains and upgrades, each with its numbers; the choice stays a curator's.

Sources of the rules: see the module of each ruleset's thresholds (`claims.grade.rulesets`), `consistency` and
`precision`. Risk of bias follows Handbook 5.1 table 12.2.d in shares of information (Core GRADE 4).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from claims.grade.consistency import Interval, common_effect, interval_of, suggest_inconsistency
from claims.grade.funding import Funding, read_funding
from claims.grade.precision import suggest_imprecision
from claims.grade.rulesets import LEVELS, RANDOMISED, Needs, Ruleset, Thresholds, certainty_of, get_ruleset
from claims.grade.studies import (
    RATED,
    Share,
    StudyResult,
    Suggestion,
    independent,
    not_computable,
    share_of,
    without_size,
)
from claims.grade.targets import ImprecisionTarget
from claims.grade.upgrading import suggest_upgrades
from claims.grade.vocabulary import Certainty, Design, Domain, Indirectness, RiskOfBias

__all__ = ["Interval", "StudyResult", "Suggestion", "suggest_domains", "suggest_start", "suggest_upgrades"]

_REVIEWS = frozenset({Design.META_ANALYSIS, Design.SYSTEMATIC_REVIEW})
_LABORATORY = frozenset({Design.ANIMAL, Design.IN_VITRO})
_NOTHING = "no result bears on the question."


def suggest_start(
    designs: Collection[Design],
    ruleset_id: str,
    *,
    robins_i_used: bool = False,
    reviews_hold_randomised: bool | None = None,
) -> Suggestion:
    """Return the level (1 to 4) at which a body of evidence of these designs starts, which is that of its best design.

    ``reviews_hold_randomised`` tells whether reviews among them pool randomised trials; ``None`` where it is not known.
    Raises `UnknownRuleset`, and `ValueError` for a word that is no design.
    """
    ruleset = get_ruleset(ruleset_id)
    counts = Counter(Design(design) for design in designs)
    if not counts:
        return not_computable("there is no evidence to start from.")
    levels = {design: _level(ruleset, design, robins_i_used, reviews_hold_randomised) for design in counts}
    known = [level for level in levels.values() if level is not None]
    numbers = {str(design): float(count) for design, count in counts.items()}
    best = max(known, default=0)
    if best < LEVELS[Certainty.HIGH] and (open_designs := _open_designs(ruleset, levels, bool(known))):
        return not_computable(open_designs, numbers)
    deciding = [design for design, level in levels.items() if level == best]
    names = ", ".join(f"{counts[design]} × {design.label}" for design in deciding)
    among = f"by the best design among {counts.total()}" if counts.total() > 1 else "by its one piece of evidence"
    reason = f"Starts {certainty_of(best).label}, {among}: {names}."
    return Suggestion(best, f"{reason} {_start_reason(ruleset, deciding[0], levels)}", numbers)


def _level(ruleset: Ruleset, design: Design, robins_i_used: bool, holds_randomised: bool | None) -> int | None:
    start = ruleset.start[design]
    if start.level is not None:
        return ruleset.levels[start.level]
    if start.needs == Needs.ROBINS_I:
        return ruleset.levels[Certainty.HIGH] if robins_i_used else None
    if design in _REVIEWS and holds_randomised is not None:
        return _level(ruleset, Design.RCT_PARALLEL if holds_randomised else Design.COHORT, robins_i_used, None)
    return None


def _open_designs(ruleset: Ruleset, levels: Mapping[Design, int | None], others_known: bool) -> str:
    """Return what is missing to tell the start; nothing where studies stand beside mere guidelines and overviews."""
    open_ = [design for design, level in levels.items() if level is None]
    if any(ruleset.start[design].needs == Needs.ROBINS_I for design in open_):
        return "without random allocation evidence needs an assessment with ROBINS-I, and none is recorded."
    if any(design in _REVIEWS for design in open_):
        return "it is not recorded whether the review rests on randomised trials."
    if open_ and not others_known:
        return f"{open_[0].label} is no study of its own; its start is that of the studies behind it."
    return ""


def _start_reason(ruleset: Ruleset, design: Design, levels: Mapping[Design, int | None]) -> str:
    ignored = [design.label for design, level in levels.items() if level is None]
    left_out = f" Not counted: {', '.join(ignored)}." if ignored else ""
    return ruleset.start[design].reason + left_out


def suggest_domains(
    results: Sequence[StudyResult],
    target: ImprecisionTarget | None = None,
    *,
    ruleset_id: str = "core-grade-2025",
    pooled: Interval | None = None,
    information_size: int | None = None,
) -> Mapping[Domain, Suggestion]:
    """Return the suggestion for each domain from results of one outcome; raises `UnknownRuleset`.

    ``pooled`` is the pooled result where there is one; ``information_size`` is in participants (see
    `claims.grade.information_size`). Results whose stance is context are left out, results of one cluster count once.
    """
    ruleset = get_ruleset(ruleset_id)
    limits = ruleset.thresholds
    return {
        Domain.RISK_OF_BIAS: _risk_of_bias(results, ruleset),
        Domain.INCONSISTENCY: suggest_inconsistency(results, target),
        Domain.INDIRECTNESS: _indirectness(results, limits),
        Domain.IMPRECISION: suggest_imprecision(
            results, target, pooled=pooled, information_size=information_size, limits=limits
        ),
        Domain.PUBLICATION_BIAS: _publication_bias(results, limits),
    }


def _risk_of_bias(results: Sequence[StudyResult], ruleset: Ruleset) -> Suggestion:
    studies = independent(results)
    if not studies:
        return not_computable(_NOTHING)
    unrated = ", ".join(study.source for study in studies if study.risk_of_bias not in RATED)
    if unrated:
        return not_computable(f"risk of bias is not recorded for {unrated}.")
    high = share_of(studies, lambda study: study.risk_of_bias == RiskOfBias.HIGH)
    low = share_of(studies, lambda study: study.risk_of_bias == RiskOfBias.LOW)
    if high is None or low is None:
        return not_computable(f"the number of participants is not recorded for {without_size(studies)}.")
    limits = ruleset.thresholds
    step = -2 if high.value > limits.most else -1 if high.value >= limits.substantial or low.value <= limits.most else 0
    numbers = {"high_share": high.value, "low_share": low.value}
    reason = f"High risk of bias: {high.describe()}; low risk: {low.describe()}."
    return Suggestion(step, reason + _without_high(studies, numbers) + _counted_in_start(studies, ruleset), numbers)


def _without_high(studies: Sequence[StudyResult], numbers: dict[str, float]) -> str:
    """Say how the mean effect moves without the results at high risk, and add both to the numbers."""
    pairs = [(study, interval) for study in studies if (interval := interval_of(study))]
    kept = [interval for study, interval in pairs if study.risk_of_bias != RiskOfBias.HIGH]
    if len(pairs) < len(studies) or not kept or len(kept) == len(pairs) or len({one.scale for _, one in pairs}) > 1:
        return ""
    numbers["effect_all"] = common_effect([interval for _, interval in pairs])
    numbers["effect_without_high"] = common_effect(kept)
    moved = f"{numbers['effect_all']:.3g} to {numbers['effect_without_high']:.3g}"
    return f" Without them the weighted mean effect moves from {moved}."


def _counted_in_start(studies: Sequence[StudyResult], ruleset: Ruleset) -> str:
    if ruleset.confounding_in_risk_of_bias or all(study.design in RANDOMISED | _REVIEWS for study in studies):
        return ""
    return " The lack of random allocation is already in the starting level; only other flaws count here."


def _indirectness(results: Sequence[StudyResult], limits: Thresholds) -> Suggestion:
    studies = independent(results)
    if not studies:
        return not_computable(_NOTHING)
    some = share_of(studies, lambda study: len(_codes(study)) >= 1)
    several = share_of(studies, lambda study: len(_codes(study)) >= 2)
    if some is None or several is None:
        return not_computable(f"the number of participants is not recorded for {without_size(studies)}.")
    step = -2 if several.value > limits.most else -1 if some.value > limits.most else 0
    numbers = {"indirect_share": some.value, "twice_indirect_share": several.value}
    return Suggestion(step, _indirect_reason(studies, some, several), numbers)


def _codes(study: StudyResult) -> frozenset[str]:
    """Return the codes that count: for laboratory work the species is already in the starting level."""
    return study.indirectness - {Indirectness.SPECIES} if study.design in _LABORATORY else study.indirectness


def _indirect_reason(studies: Sequence[StudyResult], some: Share, several: Share) -> str:
    counts = Counter(code for study in studies for code in sorted(_codes(study)))
    names = ", ".join(f"{Indirectness(code).label} ({count} of {len(studies)})" for code, count in counts.most_common())
    in_start = any(study.design in _LABORATORY for study in studies)
    note = " That laboratory work is not done in people is already in the starting level." if in_start else ""
    if not counts:
        return f"No result differs from what the claim is about.{note}"
    return f"Indirect in some respect: {some.describe()}; in two or more: {several.describe()}. Results: {names}.{note}"


def _publication_bias(results: Sequence[StudyResult], limits: Thresholds) -> Suggestion:
    studies = independent(results)
    if not studies:
        return not_computable(_NOTHING)
    answers = [_small_and_paid(study, limits) for study in studies]
    numbers = {"results": float(len(studies)), "small_and_industry": float(answers.count(True))}
    if all(answers):
        results_come = f"All {len(studies)} results come" if len(studies) > 1 else "The one result comes"
        reason = f"{results_come} from industry-funded work with fewer than {limits.small_study} people."
        return Suggestion(-1, reason, numbers)
    if False in answers:
        reason = "Not only small industry-funded studies; unpublished trials and funnel plots need a person."
        return Suggestion(0, reason, numbers)
    unknown = ", ".join(study.source for study, answer in zip(studies, answers, strict=True) if answer is None)
    return not_computable(f"funding or size is not recorded for {unknown}.", numbers)


def _small_and_paid(study: StudyResult, limits: Thresholds) -> bool | None:
    """Tell whether a study is both small and paid by industry; ``None`` where that cannot be told."""
    funding = read_funding(study.funding)
    small = study.n < limits.small_study if study.n else None
    if funding == Funding.INDEPENDENT or small is False:
        return False
    return True if funding == Funding.INDUSTRY and small else None
