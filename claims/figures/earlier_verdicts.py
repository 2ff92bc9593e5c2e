"""Rulesets of the figure check that are no longer applied, kept for the documents that name them."""

from __future__ import annotations

from claims.figures.quantity import FigureVerdict
from claims.figures.rules import FigureRuleset, Rule

_CHECK_1: tuple[Rule, ...] = (
    Rule(
        FigureVerdict.NOT_CHECKABLE,
        "The figure has no number, or has neither a unit nor a statistic that says what the number is.",
        "“many times better” without a number",
    ),
    Rule(
        FigureVerdict.CONFIRMED,
        "A standing source reports the figure for the same thing: same statistic, same or convertible unit (a ratio "
        "of 0.75 is 25 % less), equal within the printed digits, in people, form, dose, comparison and outcome of "
        "the claim, for the whole study and with an effect that can be told from none. Pooled results speak before "
        "single studies.",
        "claimed “25 % fewer attacks”, a trial reports -25 % (-38 to -12)",
    ),
    Rule(
        FigureVerdict.DERIVABLE,
        "As confirmed, but the figure follows by arithmetic that is shown: from the arms, from the weight of a "
        "compound, from a larger amount where the claim says “at least”, from the interval where "
        "it states a range, or from the lowest and highest of several studies.",
        "claimed “73 % more were free of cramps”, a trial reports 45 of 100 against 26 of 100",
    ),
    Rule(
        FigureVerdict.BEST_CASE_ONLY,
        "Only the upper end of a reported range or interval, a subgroup, or the change within one group reaches the "
        "figure; what the study found for all does not.",
        "claimed “40 % less”, a trial reports 20 % (5 to 45)",
    ),
    Rule(
        FigureVerdict.OVERSTATED,
        "The best direct evidence reports the same quantity but less of it, or an effect that cannot be told from "
        "none. Applies to changes, ratios, shares, and counts that are not exact.",
        "claimed “40 % less”, a meta-analysis reports 12 % less (8 to 16)",
    ),
    Rule(
        FigureVerdict.UNDERSTATED,
        "The best direct evidence reports the same quantity but more of it (the same statistics).",
        "claimed “up to 5 % have side effects”, a trial reports 18 %",
    ),
    Rule(
        FigureVerdict.CONTRADICTED,
        "The best direct evidence reports a change the other way or none at all, or another exact count, dose, level "
        "or duration.",
        "claimed “one amino acid”, the compound has two",
    ),
    Rule(
        FigureVerdict.EXTRAPOLATED,
        "Nothing direct decides, and the figure is found in animals or cells, other people, another salt, dose, "
        "comparison, nutrient status, or for a stand-in outcome.",
        "claimed for anxiety, reported for magnesium in blood",
    ),
    Rule(
        FigureVerdict.NOT_IN_SOURCES,
        "Findings were recorded for the figure from studies that stand, or from the source that the article names, "
        "and none of them contains it.",
        "claimed “up to 30 % better absorbed”, the one trial found 3 % in other people",
    ),
    Rule(
        FigureVerdict.UNSOURCED,
        "No standing finding is recorded for the figure; or only values stated by guidelines, experts or narrative "
        "reviews are, they do not contain it, and the article names no source.",
        "claimed “a basic need of 100 mg”, nothing recorded",
    ),
)

#: What `figure-check-2` decides otherwise.
_CHANGED = (
    "A figure that one study reports is no longer confirmed while evidence of equal rank with more people behind it "
    "reports less or more.",
    "Where a finding has two groups, they tell whether its number is a rise or a fall.",
    "The rounding of the printed digits is the tolerance in every unit: 100 % is no longer read as a doubling, and 17 "
    "minutes are as precise as 17 %.",
    "Hazard and rate ratios are no longer read as a change of risk, as odds ratios never were.",
    "A salt of another metal is not taken for one of magnesium.",
    "A share follows from one group alone, 10 of 50 being 20 %.",
    "A verdict rests only on findings that report the claimed quantity; the others were read.",
)


def _with(rules: tuple[Rule, ...], *others: Rule) -> tuple[Rule, ...]:
    """Return the rules with some replaced by others for the same verdicts."""
    by_verdict = {rule.verdict: rule for rule in others}
    return tuple(by_verdict.get(rule.verdict, rule) for rule in rules)


_CHECK_2 = _with(
    _CHECK_1,
    Rule(
        FigureVerdict.CONFIRMED,
        "A standing source reports the figure for the same thing: same statistic, same or convertible unit (a risk "
        "ratio of 0.75 is 25 % less; a ratio of odds, hazards or rates is no change of risk), equal within the "
        "rounding of the printed digits, in people, form, dose, comparison and outcome of the claim, for the whole "
        "study and with an effect that can be told from none. Where the groups of a study show the direction, they "
        "decide it. Pooled results speak before single studies; among evidence of equal rank, no more people stand "
        "behind another size than behind this one.",
        "claimed “25 % fewer attacks”, a trial reports −25 % (−38 to −12)",
    ),
    Rule(
        FigureVerdict.BEST_CASE_ONLY,
        "Only the upper end of a reported range or interval, a subgroup, or the change within one group reaches the "
        "figure, and what the study found for all does not; or a study reports the figure, but evidence of equal rank "
        "with more people behind it (where their number is not known: more sources) reports less.",
        "claimed “40 % less”, a trial reports 20 % (5 to 45)",
    ),
    Rule(
        FigureVerdict.UNDERSTATED,
        "The best direct evidence, or among evidence of equal rank that with more people behind it, reports the same "
        "quantity but more of it (the same statistics).",
        "claimed “up to 5 % have side effects”, a trial reports 18 %",
    ),
)

#: What `figure-check-3` decides otherwise.
_CHANGED_BY_3 = (
    "Where only one of claim and source says per how long a dose is, and the numbers agree if both mean the same time, "
    "the figure is derivable; it was not in sources.",
    "A positive number confirms a claimed fall only if its words, its groups or a ratio show a fall. If they show "
    "nothing, the figure is derivable where the source was recorded as supporting the claim, else not found.",
    "A number that is said to be the largest of several, or the highest of a range whose lowest is not known, is a "
    "best case, unless the claim says “up to”.",
    "A change since the start without any comparison, and one of a case report or series, is the change within one "
    "group.",
    "Weights of compounds are also compared with millimoles and milliequivalents, and with weights of other compounds, "
    "by the element in them; where a name leaves open how much water is in a compound, each listed hydrate is tried.",
    "“300 mg of magnesium” is taken to weigh the element. A weight of a compound confirms no weight that leaves open "
    "what it weighs, and a weight of one metal none of another.",
    "International units of vitamin D, retinol and natural vitamin E are converted. RR, OR, HR, IRR and RD are read as "
    "the measures that they stand for; mm Hg is mmHg, mM is mmol/L, and participants are people.",
    "A one-sided p is doubled.",
)

EARLIER: tuple[FigureRuleset, ...] = (
    FigureRuleset("figure-check-1", _CHECK_1, _CHANGED),
    FigureRuleset("figure-check-2", _CHECK_2, _CHANGED_BY_3),
)
