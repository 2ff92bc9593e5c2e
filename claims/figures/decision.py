"""What a figure check decided, and of which quantities more or less can be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.figures.matching import Bearing
from claims.figures.quantity import Bound, Figure, FigureVerdict, Statistic
from claims.figures.relations import FOUND
from claims.figures.roles import CHANGES, figure_role

__all__ = ["FOUND", "SIZED", "Decision", "is_sized"]

#: Statistics of which more or less can be told; of the others, another number contradicts.
SIZED = CHANGES | {Statistic.RATIO, Statistic.PROPORTION}


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict, the sentence that opens its reasons, and the bearings it rests on (``is_joint``: on all together)."""

    verdict: FigureVerdict
    lead: str
    bearings: tuple[Bearing, ...] = ()
    is_joint: bool = False


def is_sized(figure: Figure, group: Sequence[Bearing]) -> bool:
    """Tell whether more or less can be told of the claimed quantity, so that another number is not just another."""
    role = figure_role(figure) or next(bearing.amount.statistic for bearing in group if bearing.amount)
    return role in SIZED or (role is Statistic.COUNT and figure.bound not in {Bound.EXACTLY, Bound.RANGE})
