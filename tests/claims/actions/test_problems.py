"""What readers report is kept once, counted against floods, and answered with a note that everybody may read."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from claims.actions import report_problem, resolve_problem, revise_claim, take_problem, withdraw_claim
from claims.actions.problem_limit import LIMITS, Limit, TooManyReports, count_report, network_of, sender_in
from claims.actions.problems import new_reference
from claims.models import ContentVersion, Problem, ReportCount
from claims.policies import Refused
from sources.models import Event
from tests.claims.actions.test_publishing import run_at_once
from tests.makers import make_curator, make_problem, make_published_claim, publish

EACH, TOGETHER = LIMITS[0].each, LIMITS[0].together


@pytest.mark.django_db
def test_a_report_is_kept_with_what_the_reader_had_before_them() -> None:
    claim = make_published_claim()
    known = Event.objects.count()

    problem = make_problem(page="/claims/C1/", claim=claim, version=1, citekey="Berg2019", email="eva@example.org")

    kept = Problem.objects.get()
    assert kept == problem
    assert (kept.kind, kept.state, kept.page, kept.claim, kept.version, kept.citekey, kept.email) == (
        "wrong_figure",
        "open",
        "/claims/C1/",
        claim,
        1,
        "Berg2019",
        "eva@example.org",
    )
    (event,) = Event.objects.order_by("pk")[known:]
    assert (event.who, event.verb, event.object_name, event.why) == (
        None,
        "report_problem",
        kept.reference,
        "reported by a reader",
    )


@pytest.mark.django_db
def test_what_lasts_holds_neither_message_nor_address() -> None:
    make_problem(message="Call me on 555-0199.", email="eva@example.org", address="198.51.100.7")

    lasting = [*Problem.history.values(), *Event.objects.values(), *ReportCount.objects.values()]

    assert [row for row in lasting if re.search("555|eva@|198[.]51", str(row))] == []


@pytest.mark.django_db
def test_the_same_report_sent_twice_is_one() -> None:
    first = make_problem(reference="P-2222-2222", address="192.0.2.1")
    again = make_problem(reference="P-2222-2222", address="192.0.2.1")
    other = make_problem(reference="P-2222-2222", address="192.0.2.1", message="And another thing.")

    assert again == first
    assert other.reference not in (first.reference, "")
    assert Problem.objects.count() == 2
    assert set(ReportCount.objects.values_list("count", flat=True)) == {2}


def test_reference_codes_look_alike_and_differ() -> None:
    codes = {new_reference() for _ in range(200)}
    assert len(codes) == 200
    assert all(
        re.fullmatch("P-[2-9B-Z]{4}-[2-9B-Z]{4}", code) and not re.search("[AEIOUSLY01]", code) for code in codes
    )


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("description", "fields"),
    [
        ("no message", {"message": ""}),
        ("a message that is too long", {"message": "x" * 4001}),
        ("an unknown kind", {"kind": "boredom"}),
        ("an address that is none", {"email": "eva"}),
        ("a version of no claim", {"version": 1}),
        ("NUL", {"message": "a\0b"}),
    ],
)
def test_a_bad_report_is_refused_whole(description: str, fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        make_problem(**fields)

    assert (Problem.objects.count(), ReportCount.objects.count(), Event.objects.count()) == (0, 0, 0)


@pytest.mark.django_db
def test_one_sender_is_stopped_and_told_until_when() -> None:
    for number in range(EACH):
        make_problem(message=f"Problem {number}", address="192.0.2.1")
    before = timezone.now()

    with pytest.raises(TooManyReports, match="from your network") as refusal:
        make_problem(message="One more", address="192.0.2.1")

    assert before < refusal.value.retry_at <= before + timedelta(seconds=LIMITS[0].span)
    assert Problem.objects.count() == EACH
    make_problem(message="From somebody else", address="192.0.2.2")


@pytest.mark.django_db
def test_everybody_together_is_stopped() -> None:
    now = timezone.now()
    for number in range(TOGETHER):
        count_report(f"10.0.0.{number}", now=now)

    with pytest.raises(TooManyReports, match="Very many"):
        make_problem(address="192.0.2.1")


@pytest.mark.django_db
def test_the_longest_wait_is_told() -> None:
    """A sender who filled hour after hour is stopped for the day."""
    start = datetime(2026, 11, 22, tzinfo=UTC)
    for number in range(LIMITS[1].each):
        count_report("192.0.2.1", now=start + timedelta(hours=number // EACH))

    with pytest.raises(TooManyReports) as refusal:
        count_report("192.0.2.1", now=start + timedelta(hours=9))

    assert refusal.value.retry_at == start + timedelta(days=1)


@pytest.mark.django_db
def test_closed_windows_are_forgotten() -> None:
    start = datetime(2026, 11, 22, 10, 30, tzinfo=UTC)
    count_report("192.0.2.1", now=start)
    assert sorted(ReportCount.objects.values_list("span", flat=True)) == [3600, 3600, 86400, 86400]

    count_report("192.0.2.2", now=start + timedelta(days=2))

    assert {row.ends_at for row in ReportCount.objects.all()} == {
        datetime(2026, 11, 24, 11, tzinfo=UTC),
        datetime(2026, 11, 25, tzinfo=UTC),
    }


@pytest.mark.parametrize(
    ("now", "end"),
    [
        (datetime(2026, 11, 22, 10, 59, 59, tzinfo=UTC), datetime(2026, 11, 22, 11, tzinfo=UTC)),
        (datetime(2026, 11, 22, 11, tzinfo=UTC), datetime(2026, 11, 22, 12, tzinfo=UTC)),
    ],
)
def test_a_window_closes_on_the_hour(now: datetime, end: datetime) -> None:
    assert Limit(3600, 1, 1).end(now) == end


def test_a_sender_cannot_be_followed_from_window_to_window() -> None:
    hour, next_hour = datetime(2026, 1, 1, 1, tzinfo=UTC), datetime(2026, 1, 1, 2, tzinfo=UTC)
    senders = {sender_in(hour, 3600, "192.0.2.1"), sender_in(next_hour, 3600, "192.0.2.1")}
    senders |= {sender_in(next_hour, 86400, "192.0.2.1"), sender_in(hour, 3600, "192.0.2.2")}
    assert len(senders) == 4


@pytest.mark.parametrize(
    ("description", "address", "network"),
    [
        ("IPv4", "192.0.2.1", "192.0.2.1"),
        ("IPv4 written as IPv6", "::ffff:192.0.2.1", "192.0.2.1"),
        ("all of a subscriber's IPv6", "2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"),
        ("a socket without address", "", ""),
        ("what a proxy calls unknown", "unknown", "unknown"),
    ],
)
def test_a_network_stands_for_one_sender(description: str, address: str, network: str) -> None:
    assert network_of(address) == network


@pytest.mark.django_db(transaction=True)
def test_senders_at_the_same_moment_are_all_counted() -> None:
    most = 8
    barrier = threading.Barrier(most)
    outcomes: list[str] = []

    def run(number: int) -> None:
        try:
            barrier.wait(10)
            report_problem(kind="other", message=f"Problem {number}", address="192.0.2.1")
            outcomes.append("kept")
        except TooManyReports:
            outcomes.append("refused")
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(most)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)

    assert sorted(outcomes) == ["kept"] * EACH + ["refused"] * (most - EACH)
    assert Problem.objects.count() == EACH


@pytest.mark.django_db(transaction=True)
def test_of_several_answers_at_once_one_is_given() -> None:
    problem = make_problem()
    people = [make_curator(name) for name in ("ada", "ben", "cleo")]

    def answerer(person: object) -> Callable[[], object]:
        row, note = Problem.objects.get(pk=problem.pk), f"Answered by {person}."
        return lambda: resolve_problem(problem=row, user=person, outcome="unchanged", note=note)

    results = run_at_once(*map(answerer, people))

    assert sorted(type(result).__name__ for result in results) == ["Problem", "Refused", "Refused"]
    kept = Problem.objects.get()
    (event,) = Event.objects.filter(verb="resolve_problem")
    assert (kept.note, event.who) == (f"Answered by {kept.answered_by}.", kept.answered_by)


@pytest.mark.django_db(transaction=True)
def test_what_is_answered_is_never_taken_at_the_same_moment() -> None:
    problem = make_problem()
    ada, ben = make_curator("ada"), make_curator("ben")
    rows = [Problem.objects.get(pk=problem.pk) for _ in range(4)]

    _, *taken = run_at_once(
        lambda: resolve_problem(problem=rows[0], user=ada, outcome="unchanged", note="The trial does say 33."),
        *[partial(take_problem, problem=row, user=ben) for row in rows[1:]],
    )

    assert {type(result).__name__ for result in taken} <= {"Problem", "Refused"}
    kept = Problem.objects.get()
    assert (kept.state, kept.note, kept.answered_by) == ("unchanged", "The trial does say 33.", ada)


@pytest.mark.django_db
def test_the_way_of_a_report_to_its_answer() -> None:
    ada, ben = make_curator("ada"), make_curator("ben")
    problem = make_problem(email="eva@example.org")
    counter = ContentVersion.objects.get_or_create(id=1, defaults={"changed_at": timezone.now()})[0].number

    take_problem(problem=problem, user=ada)
    assert (problem.state, problem.taken_by) == ("taken", ada)
    take_problem(problem=problem, user=ben)
    assert problem.taken_by == ben
    resolve_problem(problem=problem, user=ben, outcome="unchanged", note="  The trial does say 33.  ")

    kept = Problem.objects.get()
    assert (kept.state, kept.note, kept.answered_by, kept.email) == ("unchanged", "The trial does say 33.", ben, "")
    assert kept.answered_at is not None
    assert ContentVersion.objects.get().number == counter, "nothing public has changed"
    events = Event.objects.filter(object_name=kept.reference).order_by("pk").values_list("who__username", "verb", "why")
    assert list(events) == [
        (None, "report_problem", "reported by a reader"),
        ("ada", "take_problem", ""),
        ("ben", "take_problem", ""),
        ("ben", "resolve_problem", "unchanged: The trial does say 33."),
    ]
    signed = kept.history.order_by("history_id").values_list("history_user__username", "state")
    assert list(signed) == [(None, "open"), ("ada", "taken"), ("ben", "taken"), ("ben", "unchanged")]


@pytest.mark.django_db
def test_a_correction_needs_a_newer_version_and_is_public_at_once() -> None:
    ada = make_curator("ada")
    claim = make_published_claim()
    problem = make_problem(claim=claim, version=1, page="/claims/C1/")
    answer = {"problem": problem, "user": ada, "outcome": "corrected", "note": "The figure is mended."}

    with pytest.raises(Refused, match="Publish the changed claim first: readers still see C1v1"):
        resolve_problem(**answer)
    publish(revise_claim(claim=claim, user=ada, statement="Zinc lozenges shorten a cold by a fifth."))
    before = ContentVersion.objects.get().number
    resolve_problem(**answer)

    problem.refresh_from_db()
    assert (problem.state, problem.answered_version) == ("corrected", 2)
    assert ContentVersion.objects.get().number == before + 1


@pytest.mark.django_db
@pytest.mark.parametrize("about_claim", [True, False])
def test_a_withdrawal_and_a_change_elsewhere_are_corrections_too(about_claim: bool) -> None:
    ada = make_curator("ada")
    claim = make_published_claim()
    about = {"claim": claim, "version": 1} if about_claim else {}
    problem = make_problem(**about)
    withdraw_claim(claim=claim, user=ada, reason="It was wrong.")

    resolve_problem(problem=problem, user=ada, outcome="corrected", note="Withdrawn.")

    assert (problem.state, problem.answered_version) == ("corrected", None)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("description", "outcome", "note", "said"),
    [
        ("no outcome", "", "A note.", "Choose an outcome: corrected, answered without a change, not taken up."),
        ("a state that is no outcome", "taken", "A note.", "Choose an outcome"),
        ("no note", "declined", " ", "Write the public note"),
    ],
)
def test_half_an_answer_is_refused(description: str, outcome: str, note: str, said: str) -> None:
    problem = make_problem(email="eva@example.org")

    with pytest.raises(Refused, match=said):
        resolve_problem(problem=problem, user=make_curator(), outcome=outcome, note=note)

    assert Problem.objects.values_list("state", "email").get() == ("open", "eva@example.org")


@pytest.mark.django_db
def test_an_answer_stands() -> None:
    ada = make_curator("ada")
    problem = make_problem()
    stale = Problem.objects.get()
    resolve_problem(problem=problem, user=ada, outcome="declined", note="Not ours.")

    with pytest.raises(Refused, match="is answered already"):
        resolve_problem(problem=stale, user=ada, outcome="unchanged", note="Again.")
    with pytest.raises(Refused, match="is answered already"):
        take_problem(problem=stale, user=ada)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("description", "changes"),
    [
        ("an answer without a note", {"state": "declined", "answered_at": timezone.now()}),
        ("an answer without a date", {"state": "declined", "note": "No."}),
        (
            "an answer that keeps the address",
            {"state": "declined", "note": "No.", "answered_at": timezone.now(), "email": "eva@example.org"},
        ),
        ("a state that is none", {"state": "lost", "note": "No.", "answered_at": timezone.now()}),
        ("a version of no claim", {"version": 1}),
        ("a source of no claim", {"citekey": "Berg2019"}),
    ],
)
def test_the_database_refuses_a_bad_row(description: str, changes: dict[str, object]) -> None:
    problem = make_problem()
    with pytest.raises(IntegrityError), transaction.atomic():
        Problem.objects.filter(pk=problem.pk).update(**changes)


@pytest.mark.django_db
def test_a_reference_never_changes() -> None:
    problem = make_problem()
    problem.reference = "P-3333-3333"
    with pytest.raises(ValidationError, match="never changes"):
        problem.full_clean()
