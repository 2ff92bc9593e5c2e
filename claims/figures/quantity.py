"""The typed quantity: what a claim asserts (`Figure`) and what evidence reports (`Finding`).

A figure is never a bare number: it has a unit, a bound, a statistic, a direction and a comparator, and each
of them can be unknown (``None``), which is not the same as absent.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from claims.words import Word


class Bound(Word):
    """How the stated number limits the quantity."""

    EXACTLY = "exactly", "exactly", "=", "The number itself is asserted."
    ABOUT = "about", "about", "≈", "The number is asserted roughly."
    UP_TO = "up_to", "up to", "≤", "The number is the largest value asserted, not the usual one."
    AT_LEAST = "at_least", "at least", "≥", "The number is the smallest value asserted."
    MORE_THAN = "more_than", "more than", ">", "The quantity is asserted to lie above the number."
    LESS_THAN = "less_than", "less than", "<", "The quantity is asserted to lie below the number."
    RANGE = "range", "range", "–", "Both ends are asserted."


class Statistic(Word):
    """What kind of quantity the number is."""

    RELATIVE_CHANGE = (
        "relative_change",
        "relative change",
        "",
        "A change as a share of the starting or comparison value.",
    )
    ABSOLUTE_CHANGE = "absolute_change", "absolute change", "", "A difference in the unit of the outcome itself."
    LEVEL = "level", "level", "", "A value at one time, such as a concentration."
    DOSE = "dose", "dose", "", "An amount taken, per dose or per day."
    RATIO = "ratio", "ratio", "", "One quantity divided by another, such as an odds ratio."
    PROPORTION = "proportion", "proportion", "", "A share of a group or of a whole."
    COUNT = "count", "count", "", "A number of things or people."
    DURATION = "duration", "duration", "", "A length of time."


class Direction(Word):
    """Which way the asserted change goes."""

    INCREASE = "increase", "increase", "↑", "The quantity rises."
    DECREASE = "decrease", "decrease", "↓", "The quantity falls."
    NONE = "none", "none", "·", "No change is asserted."


class FigureVerdict(Word):
    """What the evidence says about one claimed figure."""

    CONFIRMED = "confirmed", "confirmed", "✓", "A source reports this figure for the same thing."
    DERIVABLE = "derivable", "derivable", "✓", "The figure follows by shown arithmetic from what a source reports."
    EXTRAPOLATED = (
        "extrapolated",
        "extrapolated",
        "↷",
        "The figure is carried over from another form, group, dose or outcome.",
    )
    BEST_CASE_ONLY = (
        "best_case_only",
        "best case only",
        "▲",
        "Only the most favourable study, subgroup or end of an interval reaches the figure.",
    )
    OVERSTATED = "overstated", "overstated", "▲", "Sources report the same quantity, but smaller."
    UNDERSTATED = "understated", "understated", "▼", "Sources report the same quantity, but larger."
    CONTRADICTED = "contradicted", "contradicted", "✗", "Sources report the same quantity with an incompatible value."
    NOT_IN_SOURCES = (
        "not_in_sources",
        "not in sources",
        "∅",
        "Studies on the point were read and none contains the figure.",
    )
    UNSOURCED = "unsourced", "unsourced", "∅", "The article gives no source and none was found that states the figure."
    NOT_CHECKABLE = "not_checkable", "not checkable", "?", "The figure is not a quantity that a source could report."


#: Verdicts under which a figure is traced to a source; every other verdict flags it.
TRACED = frozenset({FigureVerdict.CONFIRMED, FigureVerdict.DERIVABLE})
#: Verdicts under which nothing supports the figure.
UNSUPPORTED = frozenset({FigureVerdict.NOT_IN_SOURCES, FigureVerdict.UNSOURCED})


def is_flagged(verdict: str) -> bool:
    """Tell whether a figure with this verdict is shown as flagged."""
    return verdict not in TRACED


def is_unsupported(verdict: str) -> bool:
    """Tell whether a figure with this verdict has nothing that supports it."""
    return verdict in UNSUPPORTED


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity that a claim or a text asserts.

    ``low`` and ``high`` are in ``unit``; ``None`` is an open end. ``statistic``, ``direction`` and
    ``comparator`` are ``None`` where the text does not tell. ``start``/``end`` are code point positions
    (end exclusive) where the figure was read from a text, otherwise 0.
    """

    text: str
    low: float | None
    high: float | None
    unit: str
    bound: Bound
    statistic: Statistic | None = None
    direction: Direction | None = None
    comparator: str | None = None
    population: str | None = None
    key: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Arm:
    """One group of a study: its size and its result (mean and SD in the finding's unit, or events)."""

    label: str
    n: int | None = None
    mean: float | None = None
    sd: float | None = None
    events: int | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A quantity that one piece of evidence reports, with what is needed to judge whether it bears on a figure.

    ``figure`` is the key of the figure for which a curator recorded the finding, or ``None``.
    ``value`` is the size of the difference or the level; ``low``/``high`` a reported range; ``ci_low``/
    ``ci_high`` the 95 % confidence interval; ``p`` is kept as printed. The fields after ``note`` repeat the
    evidence that the finding belongs to: all are codes of `claims.grade.vocabulary` or plain text. ``is_signed`` tells
    that the value was printed with a plus sign, so that it is a rise and not the size of a fall.
    """

    key: str
    what: str
    figure: str | None = None
    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    ci_low: float | None = None
    ci_high: float | None = None
    p: str | None = None
    arms: tuple[Arm, ...] = ()
    subgroup: bool = False
    statistic: Statistic | None = None
    note: str = ""
    source: str = ""
    stance: str = ""
    design: str = ""
    n: int | None = None
    population: str = ""
    intervention: str = ""
    dose_mg_elemental: float | None = None
    comparator: str = ""
    outcome: str = ""
    indirectness: frozenset[str] = field(default_factory=frozenset)
    risk_of_bias: str = ""
    scope: str = ""
    cluster: str | None = None
    notices: tuple[str, ...] = ()
    is_signed: bool = False
