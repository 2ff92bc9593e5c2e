"""The queue of reports: found, read, taken and answered by buttons, never edited."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from claims.actions import resolve_problem, revise_claim, take_problem
from claims.models import Problem
from tests.claims.admin.pages import messages_of
from tests.claims.views.reading import plain
from tests.makers import make_curator, make_problem, make_published_claim, publish

pytestmark = pytest.mark.django_db

LIST = "/admin/claims/problem/"


def url_of(problem: Problem, step: str = "change") -> str:
    return f"{LIST}{problem.pk}/{step}/"


def rows(client: Client, query: str = "") -> list[str]:
    """Return the codes of the reports that the list shows, in order."""
    return re.findall(r'field-reference"><a [^>]*>([^<]*)<', client.get(f"{LIST}{query}").content.decode())


def make_queue() -> dict[str, Problem]:
    """Make a report in each state: two that wait, one taken by Ada, two that are answered."""
    ada = make_curator("ada")
    claim = make_published_claim()
    queue = {
        "older": make_problem(kind="other", message="Older"),
        "newer": make_problem(claim=claim, version=1, citekey="Berg2019", message="Newer"),
        "taken": make_problem(kind="accessibility"),
        "first": make_problem(),
        "last": make_problem(),
    }
    take_problem(problem=queue["taken"], user=ada)
    for name in ("first", "last"):
        resolve_problem(problem=queue[name], user=ada, outcome="declined", note="Not ours.")
    return queue


@pytest.mark.parametrize(
    ("description", "query", "expected"),
    [
        ("waiting ones first, the oldest on top", "", ["older", "newer", "taken", "last", "first"]),
        ("waiting", "?todo=waiting", ["older", "newer", "taken"]),
        ("taken by me", "?todo=mine", ["taken"]),
        ("answered", "?todo=answered", ["last", "first"]),
        ("by kind", "?kind__exact=accessibility", ["taken"]),
        ("by claim", "?claim=1", ["newer"]),
        ("about no claim", "?claim=none&todo=waiting", ["older", "taken"]),
        ("by a claim's name", "?q=C1", ["newer"]),
        ("by words of the message", "?q=Older", ["older"]),
        ("a claim that is no number", "?claim=x", ["older", "newer", "taken", "last", "first"]),
    ],
)
def test_the_queue_is_ordered_and_filtered(ada: Client, description: str, query: str, expected: list[str]) -> None:
    queue = make_queue()
    assert rows(ada, query) == [queue[name].reference for name in expected]


def test_a_report_is_found_by_its_code(ada: Client) -> None:
    queue = make_queue()
    assert rows(ada, f"?q={queue['first'].reference}") == [queue["first"].reference]


@pytest.mark.parametrize("item_count", [1, 3])
def test_the_queue_needs_the_same_queries_for_any_number(
    ada: Client, item_count: int, django_assert_num_queries: Any
) -> None:
    for _ in range(item_count):
        claim = make_published_claim()
        take_problem(problem=make_problem(claim=claim, version=1), user=make_curator())
    with django_assert_num_queries(7):
        ada.get(LIST)


def test_the_page_shows_everything_and_links_the_claim_here_and_there(ada: Client) -> None:
    claim = make_published_claim()
    problem = make_problem(
        claim=claim,
        version=1,
        citekey="Berg2019",
        page="/claims/C1/",
        link="https://doi.org/10.1000/182",
        email="eva@example.org",
        message="First <b>line</b>\nSecond line",
    )
    page = ada.get(url_of(problem)).content.decode()
    for piece in (
        f'<a href="/admin/claims/claim/{claim.pk}/change/">C1</a>',
        '<a href="/claims/C1/v1/">version 1, as the reader saw it</a> Berg2019',
        '<a href="/claims/C1/">/claims/C1/</a>',
        '<a href="https://doi.org/10.1000/182" rel="noreferrer">',
        f'<a href="mailto:eva@example.org?subject=Your%20report%20{problem.reference}">',
        "First &lt;b&gt;line&lt;/b&gt;\nSecond line",
        f'href="/problems/{problem.reference}/"',
    ):
        assert piece in page
    assert 'name="_save"' not in page


def test_a_report_about_no_claim_opens(ada: Client) -> None:
    assert "not known" in ada.get(url_of(make_problem(page=""))).content.decode()


def test_a_curator_takes_and_answers(ada: Client) -> None:
    problem = make_problem(email="eva@example.org")

    said = ada.post(url_of(problem, "take"), follow=True)
    assert messages_of(said) == [f"You look at {problem.name} now; other curators see that."]
    asked = plain(ada.get(url_of(problem, "resolve")).content.decode())
    assert "The reader would like an answer at eva@example.org" in asked
    said = ada.post(url_of(problem, "resolve"), {"outcome": "unchanged", "note": "It does say 33."}, follow=True)

    assert messages_of(said) == [
        f"{problem.name} is answered: answered without a change. The reader's e-mail address is erased."
    ]
    kept = Problem.objects.get()
    assert (kept.state, kept.note, kept.taken_by.username, kept.answered_by.username, kept.email) == (
        "unchanged",
        "It does say 33.",
        "ada",
        "ada",
        "",
    )
    page = said.content.decode()
    assert "eva@example.org" not in page
    assert "none kept" in page
    assert url_of(problem, "resolve") not in page


def test_declining_has_its_outcome_chosen(ada: Client) -> None:
    problem = make_problem()
    page = ada.get(url_of(problem)).content.decode()
    assert f'href="{url_of(problem, "resolve")}?outcome=declined"' in page
    asked = ada.get(url_of(problem, "resolve"), {"outcome": "declined"}).content.decode()
    assert re.findall(r'value="(\w+)" required checked', asked) == ["declined"]


def test_a_refusal_keeps_what_was_typed(ada: Client) -> None:
    claim = make_published_claim()
    problem = make_problem(claim=claim, version=1)

    refused = ada.post(url_of(problem, "resolve"), {"outcome": "corrected", "note": "Mended."}).content.decode()

    assert "Publish the changed claim first: readers still see C1v1, which was reported." in refused
    assert re.findall(r'value="(\w+)" required checked', refused) == ["corrected"]
    assert ">Mended.</textarea>" in refused
    publish(revise_claim(claim=claim, user=make_curator(), statement="Zinc helps."))
    ada.post(url_of(problem, "resolve"), {"outcome": "corrected", "note": "Mended."})
    assert Problem.objects.get().state == "corrected"


def test_an_answered_report_is_neither_taken_nor_answered_again(ada: Client) -> None:
    problem = make_problem()
    resolve_problem(problem=problem, user=make_curator(), outcome="declined", note="Not ours.")
    assert messages_of(ada.post(url_of(problem, "take"), follow=True)) == [f"{problem.name} is answered already."]
    again = ada.post(url_of(problem, "resolve"), {"outcome": "unchanged", "note": "x"})
    assert f"{problem.name} is answered already." in again.content.decode()
    assert Problem.objects.get().note == "Not ours."


def test_a_report_that_is_gone_is_said(ada: Client) -> None:
    for step in ("take", "resolve"):
        assert "doesn’t exist" in messages_of(ada.post(f"{LIST}999/{step}/", follow=True))[0]


def test_only_who_may_resolve_does(reader: Client) -> None:
    problem = make_problem()
    assert reader.get(url_of(problem)).status_code == 403
    User.objects.get(username="reader").user_permissions.add(Permission.objects.get(codename="view_problem"))
    page = reader.get(url_of(problem)).content.decode()
    assert "Answer…" not in page
    for step in ("take", "resolve"):
        assert reader.post(url_of(problem, step), {"outcome": "declined", "note": "x"}).status_code == 403
    assert Problem.objects.get().state == "open"


def test_taking_is_posted(ada: Client) -> None:
    assert ada.get(url_of(make_problem(), "take")).status_code == 405


def test_buttons_are_safe_against_other_sites() -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_curator())
    problem = make_problem()
    for step in ("take", "resolve"):
        assert client.post(url_of(problem, step), {"outcome": "declined", "note": "x"}).status_code == 403
    assert Problem.objects.get().state == "open"


def test_the_history_tells_who_did_what(ada: Client) -> None:
    problem = make_problem(message="A secret", email="eva@example.org")
    ada.post(url_of(problem, "take"))
    ada.post(url_of(problem, "resolve"), {"outcome": "declined", "note": "Not ours."})
    page = plain(ada.get(url_of(problem, "history")).content.decode())
    for words in ("report problem", "take problem", "ada : resolve problem, because: declined: Not ours."):
        assert words in page
    assert not re.search("A secret|eva@", page)


@pytest.mark.parametrize(("waiting", "said"), [(1, "1 report from a reader waits"), (2, "2 reports from readers wait")])
def test_the_start_page_counts_what_waits(ada: Client, waiting: int, said: str) -> None:
    for _ in range(waiting):
        make_problem()
    resolve_problem(problem=make_problem(), user=make_curator(), outcome="declined", note="Not ours.")
    assert said in plain(ada.get("/admin/").content.decode())


def test_the_start_page_is_quiet_without_reports_and_without_the_right(ada: Client, reader: Client) -> None:
    assert "todo=waiting" not in ada.get("/admin/").content.decode()
    make_problem()
    assert "todo=waiting" in ada.get("/admin/").content.decode()
    assert "todo=waiting" not in reader.get("/admin/").content.decode()
