"""How absolute effects are computed, as tables for the methodology page."""

from __future__ import annotations

from claims.grade.describing import Section

#: What the evidence reports, what it gives, and after whom.
_RULES: tuple[tuple[str, str, str], ...] = (
    (
        "risk ratio with its interval, and a control risk",
        "control risk × risk ratio, less the control risk",
        "Cochrane Handbook, chapter 15",
    ),
    (
        "odds ratio with its interval, and a control risk",
        "p × OR / (1 − p + p × OR), less the control risk p",
        "Cochrane Handbook, chapter 15",
    ),
    (
        "hazard ratio with its interval, and a control risk",
        "1 − (1 − p) to the power of HR, less the control risk p",
        "Altman & Andersen 1999",
    ),
    ("risk difference with its interval", "the same per 1,000 people", "Cochrane Handbook, chapter 15"),
    (
        "events and sizes of two separate groups, not pooled",
        "difference of the shares, with the score interval",
        "Newcombe 1998, method 10",
    ),
    (
        "means, SDs and sizes of two separate groups",
        "difference of the means in their unit, and Hedges' g beside it",
        "Welch 1947; Hedges 1981",
    ),
    (
        "standardised difference with its interval, and the SDs of the groups",
        "standardised difference × SD",
        "Cochrane Handbook, chapter 15",
    ),
    (
        "any risk difference of a trial or review whose interval leaves out no effect",
        "number needed to treat: 1 / difference, rounded up, with the ends exchanged",
        "Altman 1998",
    ),
)
_NOTE = (
    "A control risk is that of the finding's own control group, or a baseline risk that the source states; it is taken "
    "as fixed, so the interval is that of the ratio alone. Nothing is computed for a crossover trial's groups, for "
    "counts of cases and controls, for risks of animals, or where a number is missing."
)


def describe_absolute() -> tuple[Section, ...]:
    """Return the table of what is computed from what."""
    columns = ("what the evidence reports", "what is computed", "after")
    return (Section("How absolute effects are computed", columns, _RULES, _NOTE),)
