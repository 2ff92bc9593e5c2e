"""The rules of the figure check as a table: verdict, when it is given, and an example.

The order is the order in which they are tried. The methodology page is printed from here. A change of what the check
decides is a new ruleset: `RULES` are those of `RULESET`, which is the one applied now; the earlier ones stay in
`claims.figures.earlier_verdicts` for the documents that were made with them.
"""

from __future__ import annotations

from claims.figures.earlier_verdicts import EARLIER
from claims.figures.quantity import FigureVerdict
from claims.figures.rules import Rule

__all__ = ["EARLIER", "RULES", "RULESET", "Rule"]

RULESET = "figure-check-3"

RULES: tuple[Rule, ...] = (
    Rule(
        FigureVerdict.NOT_CHECKABLE,
        "The figure has no number, or has neither a unit nor a statistic that says what the number is.",
        "“many times better” without a number",
    ),
    Rule(
        FigureVerdict.CONFIRMED,
        "A standing source reports the figure for the same thing: same statistic, same or convertible unit (a risk "
        "ratio of 0.75 is 25 % less; a ratio of odds, hazards or rates is no change of risk), equal within the "
        "rounding of the printed digits, in people, form, dose, comparison and outcome of the claim, for the whole "
        "study and with an effect that can be told from none. Where the groups of a study show the direction, they "
        "decide it; else the sign or the words of the result do. Pooled results speak before single studies; among "
        "evidence of equal rank, no more people stand behind another size than behind this one.",
        "claimed “25 % fewer attacks”, a trial reports −25 % (−38 to −12)",
    ),
    Rule(
        FigureVerdict.DERIVABLE,
        "As confirmed, but the figure follows by arithmetic that is shown: from the arms, from the weight of a "
        "compound, from a larger amount where the claim says “at least”, from the interval where "
        "it states a range, or from the lowest and highest of several studies. Or one side leaves open what the other "
        "states: per how long a dose is, or that a number recorded in support of a fall is its size.",
        "claimed “73 % more were free of cramps”, a trial reports 45 of 100 against 26 of 100",
    ),
    Rule(
        FigureVerdict.BEST_CASE_ONLY,
        "Only the upper end of a reported range or interval, a number said to be the largest, a subgroup, or the "
        "change within one group reaches the figure, and what the study found for all does not; or a study reports the "
        "figure, but evidence of equal rank with more people behind it (where their number is not known: more "
        "sources) reports less.",
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
        "The best direct evidence, or among evidence of equal rank that with more people behind it, reports the same "
        "quantity but more of it (the same statistics).",
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
