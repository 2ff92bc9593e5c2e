"""Figures and findings for the tests, with every field that does not matter filled in."""

from __future__ import annotations

from dataclasses import replace

from claims.figures.quantity import Bound, Direction, Figure, Finding, Statistic

#: A claim of 40 % less soreness than on placebo.
LESS_SORE = Figure(
    "40 %", 40, 40, "%", Bound.EXACTLY, Statistic.RELATIVE_CHANGE, Direction.DECREASE, "placebo", None, "less-sore"
)
#: A claim of a daily dose.
DAILY_DOSE = Figure("300 mg a day", 300, 300, "mg/day", Bound.EXACTLY, Statistic.DOSE, key="daily-dose")

#: A randomised trial that reports a fall of 40 % against placebo, for all who took part.
FALL = Finding(
    "trial-fall", "Soreness, tablet versus placebo", "less-sore", value=-40, unit="%", ci_low=-55, ci_high=-25,
    statistic=Statistic.RELATIVE_CHANGE, source="Trial2020", stance="supports", design="rct-parallel", n=120,
    comparator="placebo", outcome="soreness", scope="full-text",
)  # fmt: skip
#: A source that states a daily dose.
DOSE = Finding(
    "trial-dose", "Daily dose that lowered soreness", "daily-dose", value=300, unit="mg/day", source="Dose2019",
    stance="supports", design="rct-parallel", intervention="magnesium oxide", scope="full-text",
)  # fmt: skip


def fall(**changes: object) -> Finding:
    """Return the trial's fall in soreness with some fields changed."""
    return replace(FALL, **changes)  # type: ignore[arg-type]


def dose(**changes: object) -> Finding:
    """Return the dose finding with some fields changed."""
    return replace(DOSE, **changes)  # type: ignore[arg-type]


def claimed(**changes: object) -> Figure:
    """Return the claim of less soreness with some fields changed."""
    return replace(LESS_SORE, **changes)  # type: ignore[arg-type]
