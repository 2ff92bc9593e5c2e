"""An assessment step by step: where the evidence starts, and what each domain takes or gives, with the reason."""

from __future__ import annotations

from typing import Any

from claims.grade.rulesets import RULESETS
from claims.grade.vocabulary import Domain, Upgrade

#: Where no step is taken for a domain, its definition says what was looked for.
DEFINITIONS = {str(word): word.definition for words in (Domain, Upgrade) for word in words}


def assessment_rows(document: dict[str, Any]) -> list[dict[str, Any]]:
    """Return each assessment with the title of its ruleset and its steps as signed numbers."""
    return [
        {
            **assessment,
            "title": RULESETS[assessment["ruleset"]].title if assessment["ruleset"] in RULESETS else "",
            "steps": [step_row(step) for step in assessment["steps"]],
        }
        for assessment in document["assessments"]
    ]


def step_row(step: dict[str, Any]) -> dict[str, Any]:
    """Return a step with its change as a signed number and its definition."""
    change = int(step["change"])
    signed = f"{change:+d}".replace("-", "−") if change else "0"
    return {**step, "signed": signed, "moves": bool(change), "definition": DEFINITIONS.get(step["name"], "")}
