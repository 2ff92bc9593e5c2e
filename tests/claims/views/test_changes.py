"""What changed between two versions is told in words."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from claims.views.changes import Change, changes_between

FIGURE = {"key": "third", "text": "a third", "verdict": "confirmed", "reason": "Found.", "flagged": False}
FINDING = {"key": "days", "what": "Days with a cold", "value": 20.0, "problems": []}
EVIDENCE = {"source": "Berg2019", "stance": "supports", "n": 120, "risk_of_bias": "low", "findings": [FINDING]}
SOURCE = {"citekey": "Berg2019", "short": "Berg 2019", "notices": []}
ASSESSMENT = {"outcome": "", "start": "high", "downgrades": {"imprecision": 0}, "steps": []}
DOCUMENT: dict[str, Any] = {
    "id": "C1",
    "version": 1,
    "statement": "Zinc shortens colds.",
    "verdict": "supported",
    "topics": ["zinc"],
    "totals": {"evidence": 1},
    "occurrences": [{"quote": "Zinc shortens colds."}],
    "figures": [FIGURE],
    "evidence": [EVIDENCE],
    "sources": [SOURCE],
    "assessments": [ASSESSMENT],
}


def change(alter: Callable[[dict[str, Any]], Any]) -> list[Change]:
    after = copy.deepcopy(DOCUMENT)
    alter(after)
    return changes_between(DOCUMENT, after)


CASES: list[tuple[str, Callable[[dict[str, Any]], Any], list[Change]]] = [
    ("nothing", lambda d: None, []),
    ("the version number alone", lambda d: d.update(version=2), []),
    ("what follows from other parts", lambda d: d.update(totals={"evidence": 2}), []),
    (
        "the verdict in its words",
        lambda d: d.update(verdict="partly_supported"),
        [Change("The verdict changed.", "supported", "partly supported")],
    ),
    (
        "topics as a list",
        lambda d: d.update(topics=["cold", "zinc"]),
        [Change("The topics changed.", "zinc", "cold, zinc")],
    ),
    (
        "the verdict of a figure in its own words",
        lambda d: d["figures"][0].update(verdict="not_in_sources", flagged=True),
        [Change("The verdict changed (the figure “a third”).", "confirmed", "not in sources")],
    ),
    (
        "new evidence, said once with its source",
        lambda d: (
            d["evidence"].append({**EVIDENCE, "source": "Olsen2020"}),
            d["sources"].append({"citekey": "Olsen2020", "short": "Olsen 2020", "notices": []}),
        ),
        [Change("The evidence from Olsen 2020 was added.")],
    ),
    (
        "evidence that is gone",
        lambda d: (d["evidence"].clear(), d["sources"].clear()),
        [Change("The evidence from Berg 2019 was removed.")],
    ),
    (
        "a detail of the evidence",
        lambda d: d["evidence"][0].update(n=140),
        [Change("The number of participants changed (the evidence from Berg 2019).", "120", "140")],
    ),
    (
        "a finding's value",
        lambda d: d["evidence"][0]["findings"][0].update(value=18.5),
        [Change("The value changed (a finding in the evidence from Berg 2019).", "20", "18.5")],
    ),
    (
        "a step of the assessment",
        lambda d: d["assessments"][0]["downgrades"].update(imprecision=-1),
        [Change("The step for imprecision changed (the assessment).", "0", "-1")],
    ),
    (
        "a notice on a source",
        lambda d: d["sources"][0].update(notices=[{"kind": "retraction"}]),
        [Change("What was announced about Berg 2019 changed.")],
    ),
    (
        "another place in an article",
        lambda d: d["occurrences"].append({"quote": "Zinc works."}),
        [Change("The places where articles make the claim changed.")],
    ),
]


@pytest.mark.parametrize(("description", "alter", "expected"), CASES, ids=[case[0] for case in CASES])
def test_a_change_is_told(description: str, alter: Callable[[dict[str, Any]], Any], expected: list[Change]) -> None:
    assert change(alter) == expected
