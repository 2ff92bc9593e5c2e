"""What the JSON columns take and refuse, in plain sentences at the field."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError

from tests.makers import make_claim

ARMS = "arms"
CODES = "indirectness"
REASONS = "reasons"
MEMBERS = "Group 1: a group is an object of label, n, mean, sd, events."

REFUSED: list[tuple[str, Any, str]] = [
    (ARMS, "zinc", "The groups of a study are a list."),
    (ARMS, ["zinc"], MEMBERS),
    (ARMS, [{"label": "zinc", "people": 60}], MEMBERS),
    (ARMS, [{"label": None}], MEMBERS),
    (ARMS, [{}, {"n": "60"}], "Group 2: a group counts n in whole people, not '60'."),
    (ARMS, [{"n": 60.5}], "Group 1: a group counts n in whole people, not 60.5."),
    (ARMS, [{"events": -1}], "Group 1: a group counts events in whole people, not -1."),
    (ARMS, [{"n": True}], "Group 1: a group counts n in whole people, not True."),
    (
        ARMS,
        [{"n": 60}, {"n": 0}],
        "Group 2: a group has people: expected n above 0, left out where it is not known.",
    ),
    (ARMS, [{"mean": "5,1"}], "Group 1: a group gives mean as a number, not '5,1'."),
    (ARMS, [{"sd": float("nan")}], "Group 1: a group gives sd as a number, not nan."),
    (ARMS, [{"sd": -0.1}], "Group 1: a group has a standard deviation that is not negative."),
    (CODES, "population", "Give a list of codes, each once."),
    (CODES, ["population", "population"], "Give a list of codes, each once."),
    (REASONS, ["imprecision"], "Give the reasons as texts by domain."),
    (REASONS, {"imprecision": 1}, "Give the reasons as texts by domain."),
]
TAKEN: list[tuple[str, Any]] = [
    (ARMS, []),
    (ARMS, [{}]),
    (ARMS, [{"label": "", "n": 1, "mean": -1, "sd": 0, "events": None}]),
    (ARMS, [{"label": "zinc", "n": 60, "mean": 5.1, "sd": 1.2, "events": 61}]),
    (CODES, ["population", "dose"]),
    (REASONS, {}),
    (REASONS, {"imprecision": "Few people.", "large_effect": ""}),
]


def row_with(field: str) -> Any:
    """Return a stored row that has this column."""
    claim = make_claim()
    evidence = claim.evidence.get()
    return {ARMS: evidence.findings.get(), CODES: evidence, REASONS: claim.assessments.get()}[field]


@pytest.mark.django_db
@pytest.mark.parametrize(("field", "value", "message"), REFUSED)
def test_a_malformed_value_is_refused(field: str, value: Any, message: str) -> None:
    row = row_with(field)
    setattr(row, field, value)
    with pytest.raises(ValidationError) as refusal:
        row.full_clean()
    assert refusal.value.message_dict == {field: [message]}


@pytest.mark.django_db
@pytest.mark.parametrize(("field", "start"), [(CODES, "Unknown code x: choose from "), (REASONS, "Unknown domain x: ")])
def test_what_is_unknown_is_named_with_what_is_known(field: str, start: str) -> None:
    row = row_with(field)
    setattr(row, field, {CODES: ["x"], REASONS: {"x": "Why."}}[field])
    with pytest.raises(ValidationError) as refusal:
        row.full_clean()
    ((name, (message,)),) = refusal.value.message_dict.items()
    assert (name, message[: len(start)]) == (field, start)


@pytest.mark.django_db
@pytest.mark.parametrize(("field", "value"), TAKEN)
def test_a_well_formed_value_is_stored_as_it_is(field: str, value: Any) -> None:
    row = row_with(field)
    setattr(row, field, value)
    row.full_clean()
    row.save()
    row.refresh_from_db()
    assert getattr(row, field) == value
