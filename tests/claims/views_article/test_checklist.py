"""The checklist for readers: each rule by a case, and how the page shows the answers."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from claims.views.checklist import checklist_of
from tests.claims.views.reading import shown
from tests.makers import SLUG, make_omission, make_published_article, make_published_claim


def card(name: str = "C1", **fields: Any) -> dict[str, Any]:
    """Return a card with what the rules look at."""
    given = {"statement": "Zinc works.", "kind": "efficacy", "verdict": "supported", "figures": [], "occurrences": []}
    return {"id": name, **given, **fields}


def figure(statistic: str, *, flagged: bool = False) -> dict[str, Any]:
    """Return a figure of a card."""
    return {"statistic": statistic, "flagged": flagged}


def omission(statement: str, *claims: str, key: str = "left-out") -> dict[str, Any]:
    """Return an omission as the article page has it."""
    return {"key": key, "statement": statement, "claims": [card(name) for name in claims]}


ABSOLUTE, RELATIVE = figure("absolute_change"), figure("relative_change")

#: What is tested, question, cards, omissions, answer, claims it rests on.
CASES: list[tuple[str, str, list[Any], list[Any], str, list[str]]] = [
    ("no claim that it works", "benefit", [card(kind="safety")], [], "untold", []),
    ("claims without a figure", "benefit", [card()], [], "no", ["C1"]),
    ("a relative figure alone", "benefit", [card(figures=[RELATIVE])], [], "no", ["C1"]),
    ("an absolute figure", "benefit", [card(figures=[RELATIVE, ABSOLUTE])], [], "yes", ["C1"]),
    ("a level", "benefit", [card(figures=[figure("level")])], [], "yes", ["C1"]),
    ("a share of people", "benefit", [card(figures=[figure("proportion")])], [], "yes", ["C1"]),
    ("a dose says nothing about the benefit", "benefit", [card(figures=[figure("dose")])], [], "no", ["C1"]),
    ("flagged figures alone", "benefit", [card(figures=[figure("level", flagged=True)])], [], "partly", ["C1"]),
    ("a figure of a dosage claim", "benefit", [card(kind="dosage", figures=[ABSOLUTE])], [], "untold", []),
    ("a card from before numbers had a sort", "benefit", [card(figures=[{"flagged": True}])], [], "untold", ["C1"]),
    ("no claim at all", "harms", [], [], "untold", []),
    ("no claim on safety", "harms", [card()], [], "no", []),
    ("a supported claim on safety", "harms", [card("C2", kind="safety")], [], "yes", ["C2"]),
    ("nothing supports it", "harms", [card("C2", kind="safety", verdict="unsupported")], [], "partly", ["C2"]),
    ("an omission bears on it", "harms", [card("C2", kind="safety")], [omission("Copper.", "C2")], "partly", ["C2"]),
    ("an omission on another claim", "harms", [card("C2", kind="safety")], [omission("It.", "C9")], "yes", ["C2"]),
    ("no comparison", "alternatives", [card()], [], "no", []),
    ("a comparison", "alternatives", [card(kind="comparison", verdict="partly_supported")], [], "yes", ["C1"]),
    (
        "another kind that compares",
        "alternatives",
        [card("C2", statement="It beats more than tea.")],
        [],
        "yes",
        ["C2"],
    ),
    (
        "a share compares no alternatives",
        "alternatives",
        [card(kind="prevalence", statement="More than half.")],
        [],
        "no",
        [],
    ),
    ("the passage compares", "alternatives", [card(occurrences=[{"quote": "unlike tea"}])], [], "yes", ["C1"]),
    ("a bound is no comparison", "alternatives", [card(statement="It takes more than 3 days.")], [], "no", []),
    ("half a word compares nothing", "alternatives", [card(statement="Thank zinc.")], [], "no", []),
    ("nobody speaks of cost", "cost", [card()], [], "untold", []),
    ("a claim on cost", "cost", [card(statement="It costs little.")], [], "yes", ["C1"]),
    ("a sum", "cost", [card(statement="It costs 30 dollars.")], [], "yes", ["C1"]),
    ("the passage speaks of the price", "cost", [card(occurrences=[{"quote": "at a low Price"}])], [], "yes", ["C1"]),
    ("the end of a word", "cost", [card(statement="The broadcost effect.")], [], "untold", []),
    ("the beginning of a word", "cost", [card(statement="Sleep is costly to lose.")], [], "untold", []),
    ("fundamental is no fund", "funding", [card(statement="It plays a fundamental role.")], [], "untold", []),
    ("interests of people", "funding", [card(statement="Its colour interests children.")], [], "untold", []),
    ("the omission speaks of funding", "funding", [card()], [omission("The seller funded it.")], "no", []),
    ("its key speaks of interests", "funding", [card()], [omission("Sellers.", key="interests-behind")], "no", []),
    ("a claim on limits", "limits", [card(statement="Data are limited.")], [], "yes", ["C1"]),
    ("and more left out", "limits", [card(statement="Data are limited.")], [omission("Few trials.")], "partly", ["C1"]),
    ("people of limited means", "limits", [card(statement="For people of limited means.")], [], "untold", []),
    ("another sentence", "limits", [card(statement="Trials agree. Supply is limited.")], [], "untold", []),
    ("not known", "limits", [card(statement="Whether it works is not known.")], [], "yes", ["C1"]),
    ("an upper limit is no limit of the evidence", "limits", [card(statement="The limit is 40 mg.")], [], "untold", []),
]


@pytest.mark.parametrize(
    ("description", "key", "cards", "omissions", "told", "claims"),
    CASES,
    ids=[f"{case[1]}: {case[0]}" for case in CASES],
)
def test_an_answer_follows_from_claims_and_omissions(
    description: str, key: str, cards: list[Any], omissions: list[Any], told: str, claims: list[str]
) -> None:
    [answer] = [answer for answer in checklist_of(cards, omissions) if answer.key == key]

    assert (answer.told.value, [found["id"] for found in answer.claims]) == (told, claims)


def test_every_question_is_answered_in_order() -> None:
    keys = ["benefit", "harms", "cost", "alternatives", "funding", "limits"]

    assert [answer.key for answer in checklist_of([], [])] == keys


def test_the_reason_counts_what_was_found() -> None:
    cards = [card("C2", kind="safety"), card("C3", kind="safety", verdict="unsupported")]
    [harms] = [item for item in checklist_of(cards, [omission("It.", "C3")]) if item.key == "harms"]

    assert harms.reason == "Claims that speak of harm or safety: 2; at least partly supported: 1; left out: 1."


@pytest.mark.django_db
def test_the_page_shows_answer_reason_and_rule(client: Client) -> None:
    claim = make_published_claim(figures=[{"statistic": "absolute_change", "unit": "days"}])
    make_omission(claims=[claim], statement="The maker paid for the trial and funded its authors.")
    make_published_article()

    text = shown(client, f"/articles/{SLUG}/")

    assert "Does it say how large the benefit is in absolute terms? ◐ Partly Claims that it works: 1;" in text
    assert "Does it say who paid for the evidence, and who gains? ✗ No Claims that speak of money" in text
    assert "Rests on the claims of the kind “safety” and the omissions that bear on them." in text
