"""The history of a claim and its parts: who, when, why, before and after; nothing to revert by."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from claims.actions import revise_claim, revise_evidence, unlink_evidence
from claims.admin.claim_history import claim_parts
from sources.admin.history import compare, entries_of, readable
from tests.makers import make_claim, make_curator

pytestmark = pytest.mark.django_db


def told(claim: Any) -> list[tuple[str, str, str, str]]:
    return [(entry.who, entry.what, entry.action, entry.why) for entry in entries_of(claim_parts(claim))]


def test_every_part_tells_who_and_why(ada: Client) -> None:
    claim = make_claim()
    assert {what for _, what, _, _ in told(claim)} == {
        "Claim", "Topic", "Occurrence", "Figure “up to 33%”", "Evidence from Berg2019",
        "Finding “finding-1” of Berg2019", "Assessment of the claim",
    }  # fmt: skip
    revise_claim(claim=claim, user=make_curator("ben"), why="read again", topics=["iron"])
    assert told(claim)[:2] == [
        ("ben", "Topic", "added", ""),
        ("ben", "Topic", "removed", ""),
    ]


def test_before_and_after_stand_field_by_field(ada: Client) -> None:
    claim = make_claim()
    evidence = claim.evidence.get()
    revise_evidence(
        evidence=evidence, user=make_curator("ben"), why="full text", scope="full-text", indirectness=["dose"]
    )
    entry = next(entry for entry in entries_of(claim_parts(claim)) if entry.what == "Evidence from Berg2019")
    assert (entry.who, entry.why, entry.action) == ("ben", "full text", "changed")
    assert [(change.field, change.before, change.after) for change in entry.changes] == [
        ("Indirectness", [("–", True)], [("dose", True)]),
        ("What was read", [("abstract only", True)], [("full text", True)]),
    ]


def test_removed_evidence_is_still_told(ada: Client) -> None:
    claim = make_claim()
    unlink_evidence(evidence=claim.evidence.get(), user=make_curator("ben"), why="wrong source")
    assert [entry for entry in told(claim) if entry[2] == "removed"] == [
        ("ben", "Evidence from Berg2019", "removed", "wrong source"),
        ("ben", "Finding “finding-1” of Berg2019", "removed", "wrong source"),
    ]


def test_the_page_shows_events_and_changes_and_saves_nothing(ada: Client) -> None:
    claim = make_claim()
    revise_claim(claim=claim, user=make_curator("ben"), why="plainer", statement="Zinc lozenges shorten a cold.")
    url = f"/admin/claims/claim/{claim.pk}/history/"
    page = " ".join(ada.get(url).content.decode().split())
    assert "<b>ben</b>: revise claim, because: plainer" in page
    assert "<del>cold by up to 33%.</del>" in page
    assert "<ins>cold.</ins>" in page
    before = claim.history.count()
    ada.post(url, {"statement": "reverted"})
    assert claim.history.count() == before
    assert ada.get("/admin/claims/claim/999999999/history/").status_code == 404


@pytest.mark.parametrize("item_count", [1, 3])
def test_the_page_needs_the_same_queries(ada: Client, item_count: int, django_assert_num_queries: Any) -> None:
    claim = make_claim(figures=[{}] * item_count, evidence=[{"findings": [{}] * item_count}] * item_count)
    with django_assert_num_queries(23):
        ada.get(f"/admin/claims/claim/{claim.pk}/history/")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, "–"),
        ([], "–"),
        (False, "no"),
        (0, "0"),
        (2.50, "2.5"),
        (["dose", "form"], "dose / form"),
        ([{"label": "zinc", "n": 60, "sd": None}], "label: zinc; n: 60; sd: –"),
    ],
)
def test_values_read_as_text(value: object, expected: str) -> None:
    assert readable(value) == expected


def test_texts_are_compared_word_by_word() -> None:
    assert compare("up to 40 % less", "up to 4 % less") == (
        [("up to", False), ("40", True), ("% less", False)],
        [("up to", False), ("4", True), ("% less", False)],
    )
