"""Whether a finding states the largest result instead of the usual one, as its words tell."""

from __future__ import annotations

import re

from claims.figures.quantity import Finding, Statistic
from claims.figures.roles import finding_role

_LARGEST = (
    r"\b(?:maximum|maximal|max\.?|largest|greatest|highest|biggest|best|strongest|peak|top)\s+(?:[\w-]+\s+){0,2}?"
)
_RESULT = re.compile(
    _LARGEST + r"(?:falls?|drops?|reductions?|decreases?|declines?|increases?|rises?|gains?|changes?|differences?|"
    r"improvements?|effects?|responses?|responders?|benefits?|results?|rates?|shares?|proportions?|percentages?)\b"
    r"|\b(?:up to|at most|as much as|no more than)\s+(?:about\s+)?\d|\bat (?:the|its) (?:best|most)\b",
    re.IGNORECASE,
)
#: A highest dose names a group of a study where an effect is reported; where a dose is, it is a maximum.
_DOSE = re.compile(_LARGEST + r"(?:doses?|intakes?|amounts?)\b|\bupper (?:intake )?(?:level|limit)\b", re.IGNORECASE)


def is_maximum(finding: Finding) -> bool:
    """Tell whether the one number of a finding is said to be the largest of several."""
    if finding.low is not None or finding.value is None:
        return False
    words = _DOSE if finding_role(finding) is Statistic.DOSE else _RESULT
    return words.search(finding.what) is not None
