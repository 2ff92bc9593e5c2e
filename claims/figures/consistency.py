"""Do the numbers that a source reports fit each other?

Every check allows for the rounding of what is printed and for the methods that it cannot see; what is left
is told with the numbers and what was expected. A problem is a question to the source, not a verdict on it.
"""

from __future__ import annotations

from claims.figures.arm_checks import arm_problems
from claims.figures.count_checks import count_problems
from claims.figures.effect_checks import effect_problems
from claims.figures.interval_checks import interval_problems
from claims.figures.problems import CHECKS, Problem
from claims.figures.quantity import Finding

__all__ = ["CHECKS", "Problem", "check_consistency"]


def check_consistency(finding: Finding) -> tuple[Problem, ...]:
    """Return the problems within one finding, in the order of the checks; an empty tuple if all fits.

    What is missing or cannot be read strictly (a p in words, an arm without a size) is not checked.
    """
    return (*interval_problems(finding), *count_problems(finding), *effect_problems(finding), *arm_problems(finding))
