"""The certainty across outcomes in a claim's document."""

from __future__ import annotations

import pytest

from tests.makers import make_claim, publish

pytestmark = pytest.mark.django_db
LOW = {"outcome": "sleep", "start": "low", "start_reason": "A cohort.", "risk_of_bias": 0}


@pytest.mark.parametrize(
    ("why", "assessments", "certainty"),
    [
        ("nothing was assessed", [], None),
        ("the lowest critical outcome counts", [{}, LOW], "low"),
        ("an outcome that is not critical does not count", [{}, {**LOW, "critical": False}], "moderate"),
        ("without a critical outcome there is none", [{**LOW, "critical": False}], None),
    ],
)
def test_overall_certainty(why: str, assessments: list[dict[str, object]], certainty: str | None) -> None:
    evidence = [{}] if assessments else []
    verdict = "partly_supported" if evidence else "unsupported"

    document = publish(make_claim(assessments=assessments, evidence=evidence, verdict=verdict)).document

    assert document["certainty"] == certainty, why
