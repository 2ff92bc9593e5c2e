"""From draft to public and back: two people, one current version, versions that count on."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from django.db import connection

from claims.actions import draft_claim, publish_claim, publish_from_bundle, revise_claim, submit_claim, withdraw_claim
from claims.documents.canonical import sha256_of
from claims.models import Claim, ContentVersion, FacetCell, Listing, Publication, Withdrawal
from claims.policies import Refused
from sources.models import Event
from tests.makers import make_claim, make_curator, make_published_claim, publish


def versions(claim: Claim) -> list[tuple[int, bool]]:
    """Return the claim's versions and which is current, oldest first."""
    return list(claim.publications.order_by("version").values_list("version", "is_current"))


def listed() -> list[tuple[str, int]]:
    """Return the statements and versions that lists show."""
    rows = Listing.objects.select_related("publication")
    return [(row.statement, row.publication.version) for row in rows]


def state() -> tuple[object, ...]:
    """Return all that a refused step must leave as it is."""
    tables = (Claim, Publication, Withdrawal, Listing, FacetCell, ContentVersion, Event)
    return tuple(list(table._default_manager.order_by("pk").values()) for table in tables)


@pytest.mark.django_db
def test_the_way_of_a_claim_to_the_public() -> None:
    claim = make_claim(statement="Zinc helps.")
    ada, ben = make_curator("ada"), make_curator("ben")
    counter = ContentVersion.objects.get().number
    known = Event.objects.count()

    submit_claim(claim=claim, user=ada, why="please look")
    publication = publish_claim(claim=claim, user=ben, change_note="First version.")

    claim.refresh_from_db()
    document = publication.document
    assert (claim.status, versions(claim), listed()) == ("published", [(1, True)], [("Zinc helps.", 1)])
    assert document["approval"] == {"basis": "two people", "submitted_by": "ada", "approved_by": "ben"}
    assert (document["id"], document["version"], document["change_note"]) == ("C1", 1, "First version.")
    assert (publication.published_by, publication.change_note) == (ben, "First version.")
    assert publication.sha256 == sha256_of(publication.document_text)
    assert ContentVersion.objects.get().number == counter + 1
    events = Event.objects.order_by("pk")[known:]
    assert [(event.who, event.verb, event.object_name, event.why) for event in events] == [
        (ada, "submit_claim", "C1", "please look"),
        (ben, "publish_claim", "C1v1", "First version."),
    ]
    history = claim.history.order_by("-history_id")[:2]
    assert [(entry.status, entry.history_user, entry.history_change_reason) for entry in history] == [
        ("published", ben, "published version 1"),
        ("submitted", ada, "please look"),
    ]


@pytest.mark.django_db
def test_submitting_changes_nothing_that_is_public() -> None:
    claim = make_published_claim(statement="Zinc helps.")
    revise_claim(claim=claim, statement="Zinc helps a little.", user=make_curator("ada"))
    before = versions(claim), listed(), ContentVersion.objects.get().number

    submit_claim(claim=claim, user=make_curator("ada"))

    assert (versions(claim), listed(), ContentVersion.objects.get().number) == before


@pytest.mark.django_db
def test_the_next_version_takes_over() -> None:
    claim = make_published_claim(statement="Zinc helps.")
    first = claim.publications.get()
    revise_claim(claim=claim, statement="Zinc helps a little.", user=make_curator("ada"))
    second = publish(claim, change_note="Milder.")

    assert versions(claim) == [(1, False), (2, True)]
    assert listed() == [("Zinc helps a little.", 2)]
    first.refresh_from_db()
    assert (first.document["statement"], second.document["statement"]) == ("Zinc helps.", "Zinc helps a little.")


@pytest.mark.django_db
def test_a_bundle_that_brings_a_later_version_says_so_by_itself() -> None:
    claim = make_claim()
    Claim.objects.update(bundle="colds")
    given = {"bundle": "colds", "sha256": "0" * 64}
    assert publish_from_bundle(claim=claim, **given).change_note == ""
    revise_claim(claim=claim, statement="Zinc helps a little.", user=make_curator("ada"))
    second = publish_from_bundle(claim=claim, **given)
    assert (second.version, second.change_note) == (2, "Loaded from the bundle colds.")
    assert second.document["change_note"] == "Loaded from the bundle colds."


def submit_as_ada(claim: Claim) -> object:
    return submit_claim(claim=claim, user=make_curator("ada"))


def publish_as_ben(claim: Claim) -> object:
    return publish_claim(claim=claim, user=make_curator("ben"), change_note="Looked at again.")


def publish_as_ada(claim: Claim) -> object:
    return publish_claim(claim=claim, user=make_curator("ada"), change_note="Looked at again.")


def withdraw_as_ben(claim: Claim) -> object:
    return withdraw_claim(claim=claim, user=make_curator("ben"), reason="It was wrong.")


def withdraw_silently(claim: Claim) -> object:
    return withdraw_claim(claim=claim, user=make_curator("ben"), reason=" ")


def submitted() -> Claim:
    return submit_claim(claim=make_claim(), user=make_curator("ada"))


def withdrawn() -> Claim:
    claim = make_published_claim()
    withdraw_as_ben(claim)
    return claim


def incomplete() -> Claim:
    return make_claim(verdict="")


REFUSALS: list[tuple[str, Callable[[], Claim], Callable[[Claim], object], str]] = [
    ("submit what is incomplete", incomplete, submit_as_ada, "Choose a verdict for the claim."),
    ("submit twice", submitted, submit_as_ada, "C1 is submitted already and waits for another curator."),
    (
        "submit what is published as it is",
        make_published_claim,
        submit_as_ada,
        "Nothing has changed since C1v1: there is nothing to submit.",
    ),
    (
        "publish a draft",
        make_claim,
        publish_as_ben,
        "Submit C1 first: only what was submitted for review can be published.",
    ),
    (
        "publish what is published",
        make_published_claim,
        publish_as_ben,
        "Submit C1 first: only what was submitted for review can be published.",
    ),
    (
        "publish what one submitted",
        submitted,
        publish_as_ada,
        "Ask another curator to publish it: nobody publishes what they submitted themselves.",
    ),
    ("withdraw a draft", make_claim, withdraw_as_ben, "C1 has no current publication to withdraw."),
    ("withdraw twice", withdrawn, withdraw_as_ben, "C1 has no current publication to withdraw."),
    (
        "withdraw without a reason",
        make_published_claim,
        withdraw_silently,
        "Give the reason for the withdrawal: readers of the claim's page will see it.",
    ),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("make", "step", "reason"), [row[1:] for row in REFUSALS], ids=[row[0] for row in REFUSALS])
def test_a_refused_step_leaves_everything_as_it_was(
    make: Callable[[], Claim], step: Callable[[Claim], object], reason: str
) -> None:
    claim = make()
    make_curator("ben")
    before = state()
    with pytest.raises(Refused) as refusal:
        step(claim)
    assert refusal.value.reasons == (reason,)
    assert state() == before


@pytest.mark.django_db
def test_what_was_changed_back_before_publishing_is_not_published() -> None:
    claim = make_published_claim(statement="Zinc helps.")
    revise_claim(claim=claim, statement="Zinc helps a little.", user=make_curator("ada"))
    submit_as_ada(claim)
    Claim.objects.update(statement="Zinc helps.")
    with pytest.raises(Refused) as refusal:
        publish_as_ben(claim)
    assert refusal.value.reasons == ("Nothing has changed since C1v1: there is nothing to publish.",)


@pytest.mark.django_db
def test_what_changed_after_submitting_is_not_published_through_a_stale_row() -> None:
    claim = make_claim()
    submit_as_ada(claim)
    stale = Claim.objects.get()
    revise_claim(claim=claim, statement="Zinc cures everything.", user=make_curator("cleo"))
    assert stale.status == "submitted"
    with pytest.raises(Refused):
        publish_as_ben(stale)
    assert Publication.objects.count() == 0


@pytest.mark.django_db
def test_a_withdrawal_says_what_when_and_why_and_keeps_the_versions() -> None:
    claim = make_published_claim(statement="Zinc helps.")
    counter = ContentVersion.objects.get().number
    known = Event.objects.count()

    withdrawal = withdraw_claim(claim=claim, user=make_curator("ben"), reason="It was wrong.")

    assert (withdrawal.last_version, withdrawal.statement, withdrawal.reason) == (1, "Zinc helps.", "It was wrong.")
    assert (versions(claim), listed(), FacetCell.objects.count()) == ([(1, False)], [], 0)
    assert ContentVersion.objects.get().number == counter + 1
    (event,) = Event.objects.order_by("pk")[known:]
    assert (event.who, event.verb, event.object_name, event.why) == (
        make_curator("ben"),
        "withdraw_claim",
        "C1",
        "It was wrong.",
    )
    claim.refresh_from_db()
    assert (claim.status, claim.submitted_by) == ("withdrawn", None)


@pytest.mark.django_db
def test_withdrawing_takes_what_is_public_and_keeps_a_newer_draft() -> None:
    claim = make_published_claim(statement="Zinc helps.")
    revise_claim(claim=claim, statement="Zinc may help.", user=make_curator("ada"))
    submit_as_ada(claim)

    withdrawal = withdraw_claim(claim=claim, user=make_curator("ben"), reason="It was wrong.")

    claim.refresh_from_db()
    assert withdrawal.statement == "Zinc helps."
    assert (claim.statement, claim.status) == ("Zinc may help.", "withdrawn")
    with pytest.raises(Refused):
        publish_as_ben(claim)


@pytest.mark.django_db
@pytest.mark.parametrize("statement", ["Zinc helps.", "Zinc may help."])
def test_a_withdrawn_claim_comes_back_as_the_next_version(statement: str) -> None:
    claim = make_published_claim(statement="Zinc helps.")
    withdraw_as_ben(claim)
    if statement != claim.statement:
        revise_claim(claim=claim, statement=statement, user=make_curator("ada"))

    publication = publish(claim)

    assert publication.version == 2
    assert (versions(claim), listed()) == ([(1, False), (2, True)], [(statement, 2)])
    withdraw_as_ben(claim)
    assert [row.last_version for row in claim.withdrawals.order_by("id")] == [1, 2]
    assert publish(claim).version == 3


def run_at_once(*works: Callable[[], object]) -> list[object]:
    """Run each in a thread of its own, started together; return what each returned or raised."""
    barrier = threading.Barrier(len(works))
    results: list[object] = [None] * len(works)

    def run(place: int, work: Callable[[], object]) -> None:
        try:
            barrier.wait(timeout=30)
            results[place] = work()
        except Exception as error:
            results[place] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=item) for item in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


@pytest.mark.django_db(transaction=True)
def test_of_two_publishers_at_once_one_publishes() -> None:
    claim = make_claim()
    submit_as_ada(claim)
    people = [make_curator(name) for name in ("ben", "cleo", "dora")]

    def publisher(person: object) -> Callable[[], object]:
        row = Claim.objects.get(pk=claim.pk)
        return lambda: publish_claim(claim=row, user=person)

    results = run_at_once(*map(publisher, people))

    assert sorted(type(result).__name__ for result in results) == ["Publication", "Refused", "Refused"]
    assert (versions(claim), len(listed())) == ([(1, True)], 1)


@pytest.mark.django_db(transaction=True)
def test_a_change_and_a_publication_at_once_do_not_mix() -> None:
    claim = make_claim(statement="Zinc helps.")
    submit_as_ada(claim)
    ben, cleo = make_curator("ben"), make_curator("cleo")
    rows = [Claim.objects.get(pk=claim.pk) for _ in range(2)]

    result, changed = run_at_once(
        lambda: publish_claim(claim=rows[0], user=ben),
        lambda: revise_claim(claim=rows[1], statement="Zinc cures everything.", user=cleo),
    )

    claim.refresh_from_db()
    assert isinstance(changed, Claim)
    assert (claim.statement, claim.status) == ("Zinc cures everything.", "draft")
    published = [row.document["statement"] for row in claim.publications.all()]
    assert published == (["Zinc helps."] if isinstance(result, Publication) else [])


@pytest.mark.django_db(transaction=True)
def test_claims_drafted_at_once_have_numbers_of_their_own() -> None:
    def drafter(number: int) -> Callable[[], object]:
        given = {"kind": "efficacy", "wording_strength": "absolute", "statement": "Zinc helps."}
        return lambda: draft_claim(key=f"claim-{number}", user=None, **given)

    results = run_at_once(*map(drafter, range(4)))

    assert [type(result) for result in results] == [Claim] * 4
    assert sorted(Claim.objects.values_list("number", flat=True)) == [1, 2, 3, 4]
