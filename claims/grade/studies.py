"""What the suggestions are computed from: one result of one study, and how much of all information it carries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from claims.grade.rulesets import RANDOMISED
from claims.grade.targets import Scale
from claims.grade.vocabulary import RiskOfBias, Stance

#: The end of a unit whose number is a bound: there are never more events than people.
AT_MOST = " at most"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a rule suggests. ``step`` is ``None`` where it cannot be computed, and ``reason`` then says what is missing.

    For a domain or an upgrade ``step`` is the step itself; for a start it is the level from 1 to 4. ``numbers`` are
    those named in the reason.
    """

    step: int | None
    reason: str
    numbers: Mapping[str, float] = field(default_factory=dict)


def not_computable(missing: str, numbers: Mapping[str, float] | None = None) -> Suggestion:
    """Return the suggestion that says what is missing instead of guessing."""
    return Suggestion(None, f"cannot be computed: {missing}", numbers or {})


@dataclass(frozen=True, slots=True)
class StudyResult:
    """One result of one study for the outcome of a claim; ``None`` and empty text mean not recorded.

    ``n`` participants and ``events`` of all groups together. ``effect`` with its 95 % interval is a difference in the
    unit of the outcome or a ratio (``is_odds_ratio``: of odds); all results given together share outcome, scale and
    direction. ``risk_of_bias``, ``indirectness``, ``stance`` and ``design`` are codes of `claims.grade.vocabulary`.
    Results of one ``cluster`` share participants and count once. ``weight`` is any positive number proportional to the
    information carried.
    Raises `ValueError` for an interval in the wrong order, a negative count or a ratio that is not above zero.
    """

    source: str
    design: str
    n: int | None = None
    events: int | None = None
    effect: float | None = None
    ci_low: float | None = None
    ci_high: float | None = None
    scale: Scale | None = None
    risk_of_bias: str = ""
    indirectness: frozenset[str] = frozenset()
    stance: str = ""
    cluster: str | None = None
    funding: str = ""
    weight: float | None = None
    is_odds_ratio: bool = False

    def __post_init__(self) -> None:
        if self.ci_low is not None and self.ci_high is not None and self.ci_low > self.ci_high:
            raise ValueError(
                f"{self.source}: the interval ends are in the wrong order ({self.ci_low}, {self.ci_high})."
            )
        if any(count is not None and count < 0 for count in (self.n, self.events)):
            raise ValueError(f"{self.source}: participants and events are never negative.")
        numbers = (self.effect, self.ci_low, self.ci_high)
        if self.scale == "ratio" and any(number is not None and number <= 0 for number in numbers):
            raise ValueError(f"{self.source}: a ratio and its interval lie above zero.")

    @property
    def has_interval(self) -> bool:
        """Tell whether effect, both ends of its interval and its scale are known."""
        return None not in (self.effect, self.ci_low, self.ci_high, self.scale)

    @property
    def is_randomised(self) -> bool:
        """Tell whether the design allots by chance."""
        return self.design in RANDOMISED


def independent(results: Iterable[StudyResult]) -> tuple[StudyResult, ...]:
    """Return one result per independent cluster, the largest of each, without those that are context only."""
    chosen: dict[str, StudyResult] = {}
    for position, result in enumerate(results):
        if result.stance == Stance.CONTEXT:
            continue
        key = result.cluster or f"{position}\0{result.source}"
        if key not in chosen or (result.n or 0) > (chosen[key].n or 0):
            chosen[key] = result
    return tuple(chosen.values())


@dataclass(frozen=True, slots=True)
class Share:
    """The share (0 to 1) of all information that comes from some of the results, and by what it was measured."""

    value: float
    part: float
    whole: float
    measure: str

    def describe(self) -> str:
        """Return the share in words: per cent, part, whole and measure."""
        return f"{self.value * 100:.0f} % of the information ({self.part:g} of {self.whole:g} {self.measure})"


def share_of(results: Sequence[StudyResult], belongs: Callable[[StudyResult], bool]) -> Share | None:
    """Return the share of the results that belong, by weight, else by participants.

    Where sizes are missing the share is known only if all or none belong; otherwise ``None``.
    """
    inside = [result for result in results if belongs(result)]
    for name, measure in (("weight", "weight"), ("n", "participants")):
        sizes = [getattr(result, name) for result in results]
        if sizes and all(size is not None and size > 0 for size in sizes):
            part = sum(getattr(result, name) for result in inside)
            return Share(part / sum(sizes), part, sum(sizes), measure)
    if results and len(inside) in (0, len(results)):
        return Share(len(inside) / len(results), len(inside), len(results), "results")
    return None


def without_size(results: Iterable[StudyResult]) -> str:
    """Return the sources whose number of participants is not recorded, for a reason."""
    return ", ".join(result.source for result in results if not result.n)


#: The codes of risk of bias that count as judged.
RATED = frozenset(str(code) for code in RiskOfBias)
