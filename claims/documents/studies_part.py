"""Which evidence an assessment's suggestions rest on, as a document says it."""

from __future__ import annotations

from typing import Any

from claims.grade.vocabulary import Stance
from claims.models.studies import Studies


def studies_part(studies: Studies) -> dict[str, Any]:
    """Return the citekeys of the sources that the suggestions rest on (context aside), and why these."""
    used = [item.source.citekey for item in studies.used if item.stance != Stance.CONTEXT]
    return {"used": used, "reason": studies.reason}
