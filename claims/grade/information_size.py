"""How many participants a question needs before its answer is precise enough: the optimal information size.

It is the sample size of one adequately powered trial (GRADE guidelines 6, Guyatt 2011).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist

#: What an information size is worked out from, by name.
INPUTS = ("control_risk", "relative_reduction", "sd", "difference", "unit", "alpha", "power")
#: What is usual where nothing else is given (guidelines 6).
USUAL_ALPHA, USUAL_POWER = 0.05, 0.8
#: An information size beyond this comes from a mistake in what was given.
MOST_PARTICIPANTS = 10**9


@dataclass(frozen=True, slots=True)
class InformationSize:
    """What an optimal information size is worked out from, and its result.

    Either ``control_risk`` (0 to 1) with ``relative_reduction`` (0.25 for a quarter), or ``sd`` with ``difference``,
    both in ``unit``. ``alpha`` (two-sided) and ``power`` lie between 0 and 1. Raises `ValueError` for anything else.
    """

    control_risk: float | None = None
    relative_reduction: float | None = None
    sd: float | None = None
    difference: float | None = None
    unit: str = ""
    alpha: float = USUAL_ALPHA
    power: float = USUAL_POWER

    def __post_init__(self) -> None:
        binary = (self.control_risk is not None, self.relative_reduction is not None)
        continuous = (self.sd is not None, self.difference is not None)
        if (binary, continuous) not in (((True, True), (False, False)), ((False, False), (True, True))):
            raise ValueError(
                "An optimal information size needs a control risk with a relative reduction, or a standard deviation"
                " with a difference, and not both."
            )
        try:
            size = self.participants
        except OverflowError:
            size = MOST_PARTICIPANTS + 1
        if not 2 <= size <= MOST_PARTICIPANTS:
            raise ValueError("What was given for the optimal information size leads to no sensible number of people.")

    @property
    def participants(self) -> int:
        """The optimal information size in participants of both groups together."""
        if self.sd is not None and self.difference is not None:
            return optimal_information_size_continuous(self.difference, self.sd, self.alpha, self.power)
        risk, reduction = self.control_risk or 0.0, self.relative_reduction or 0.0
        return optimal_information_size_binary(risk, reduction, self.alpha, self.power)

    def describe(self) -> str:
        """Return the size with what it was worked out from, as a sentence."""
        if self.sd is not None and self.difference is not None:
            unit = f" {self.unit}" if self.unit else ""
            given = f"a difference of {self.difference:g}{unit} with a standard deviation of {self.sd:g}{unit}"
        else:
            given = f"a risk of {self.control_risk:g} without treatment and a relative reduction of"
            given += f" {self.relative_reduction:g}"
        return (
            f"The optimal information size is {self.participants} participants: enough to show {given},"
            f" at alpha {self.alpha:g} and power {self.power:g}."
        )


def read_information_size(
    *,
    control_risk: float | None = None,
    relative_reduction: float | None = None,
    sd: float | None = None,
    difference: float | None = None,
    unit: str = "",
    alpha: float | None = None,
    power: float | None = None,
) -> InformationSize | None:
    """Return the information size for stored values, ``None`` where nothing was given.

    Alpha and power are the usual 0.05 and 0.8 where they are not given. Raises `ValueError` naming what is missing.
    """
    if not unit and all(one is None for one in (control_risk, relative_reduction, sd, difference, alpha, power)):
        return None
    return InformationSize(
        control_risk,
        relative_reduction,
        sd,
        difference,
        unit,
        USUAL_ALPHA if alpha is None else alpha,
        USUAL_POWER if power is None else power,
    )


def optimal_information_size_continuous(
    delta: float, sd: float, alpha: float = USUAL_ALPHA, power: float = USUAL_POWER
) -> int:
    """Return the participants of two equal groups together that show a difference ``delta``, in the unit of ``sd``.

    Per group 2 (z(1-alpha/2) + z(power))² (sd/delta)², rounded up (Julious 2004, Stat Med 23:1921, eq. 8; normal
    approximation). Raises `ValueError` for a zero difference, a standard deviation not above zero, or an alpha or
    power outside 0 to 1.
    """
    if delta == 0 or not math.isfinite(delta) or not (math.isfinite(sd) and sd > 0):
        raise ValueError("An information size needs a difference other than zero and a standard deviation above zero.")
    return 2 * math.ceil(2 * _z_sum(alpha, power) ** 2 * (sd / delta) ** 2)


def optimal_information_size_binary(
    p_control: float, relative_reduction: float, alpha: float = USUAL_ALPHA, power: float = USUAL_POWER
) -> int:
    """Return the participants of two equal groups together that show a relative risk reduction (0.25 for a quarter).

    Per group (z(1-alpha/2) √(2 p̄ q̄) + z(power) √(p1 q1 + p2 q2))² / (p1 - p2)², rounded up (Fleiss 1981,
    Statistical methods for rates and proportions, eq. 3.14, without continuity correction). A negative reduction is a
    rise. Raises `ValueError` for risks outside 0 to 1 or no difference.
    """
    treated = _treated_risk(p_control, relative_reduction)
    mean = (p_control + treated) / 2
    z_alpha, z_power = _z(alpha, power)
    root = z_alpha * math.sqrt(2 * mean * (1 - mean)) + z_power * math.sqrt(
        p_control * (1 - p_control) + treated * (1 - treated)
    )
    return 2 * math.ceil((root / (p_control - treated)) ** 2)


def expected_events(participants: int, p_control: float, relative_reduction: float) -> int:
    """Return the events expected among that many participants of two equal groups, rounded up."""
    return math.ceil(participants / 2 * (p_control + _treated_risk(p_control, relative_reduction)))


def _treated_risk(p_control: float, relative_reduction: float) -> float:
    treated = p_control * (1 - relative_reduction)
    if not (0 < p_control < 1 and 0 <= treated <= 1 and treated != p_control):
        raise ValueError("An information size needs a control risk between 0 and 1 and a reduction that changes it.")
    return treated


def _z(alpha: float, power: float) -> tuple[float, float]:
    if not (0 < alpha < 1 and 0 < power < 1):
        raise ValueError("Alpha and power lie between 0 and 1.")
    normal = NormalDist()
    return normal.inv_cdf(1 - alpha / 2), normal.inv_cdf(power)


def _z_sum(alpha: float, power: float) -> float:
    return sum(_z(alpha, power))
