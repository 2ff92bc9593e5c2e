"""The verbs that make a claim public: submit, publish (by another person), withdraw."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.auth.models import User as Person
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from claims.actions.appraisal import appraise_claim
from claims.actions.content import raise_content_version
from claims.actions.listing import list_claim, unlist_claim
from claims.documents.canonical import canonical_json, sha256_of
from claims.documents.claim_document import build_claim_document
from claims.documents.diff import diff_documents
from claims.models import Claim, Publication, Withdrawal
from claims.policies import Refused, check_can_publish, check_can_submit, check_can_withdraw
from sources.actions import User, leave_event, store, verb

#: Whole sentences, for a verb put into one is not translated with it.
UNSUBMITTED = gettext_lazy("Nothing has changed since %(name)sv%(version)s: there is nothing to submit.")
UNPUBLISHED = gettext_lazy("Nothing has changed since %(name)sv%(version)s: there is nothing to publish.")


@verb
def submit_claim(*, claim: Claim, user: Person, why: str = "") -> Claim:
    """Hand the claim to another curator. Raises `Refused` with every reason where it is not ready."""
    claim.refresh_from_db()
    appraise_claim(claim, user=user)
    check_can_submit(claim)
    _check_changed(claim, _document(claim, now=timezone.now(), approval={}, change_note=""), UNSUBMITTED)
    claim.status = Claim.Status.SUBMITTED
    claim.submitted_by = user
    store(claim, user=user, why=why)
    leave_event(user=user, verb="submit_claim", object_name=claim.name, why=why)
    return claim


def _document(claim: Claim, *, now: datetime, approval: dict[str, Any], change_note: str) -> dict[str, Any]:
    """Return the document of the claim's next version; versions count on after a withdrawal."""
    fresh = Claim.objects.with_everything().get(pk=claim.pk)
    latest = claim.publications.order_by("-version").first()
    version = latest.version + 1 if latest else 1
    return build_claim_document(fresh, version=version, published_at=now, approval=approval, change_note=change_note)


def _check_changed(claim: Claim, document: dict[str, Any], refusal: Promise) -> None:
    """Raise `Refused` with this sentence where the current version says the same."""
    current = claim.publications.filter(is_current=True).first()
    if current and not diff_documents(current.document, document):
        raise Refused(str(refusal) % {"name": claim.name, "version": current.version})


def _freeze(claim: Claim, *, user: User, approval: dict[str, Any], change_note: str) -> Publication:
    """Make the claim's next version; its row in the lists is the caller's to make."""
    now = timezone.now()
    document = _document(claim, now=now, approval=approval, change_note=change_note)
    _check_changed(claim, document, UNPUBLISHED)
    claim.publications.filter(is_current=True).update(is_current=False)
    text = canonical_json(document)
    publication = Publication.objects.create(
        claim=claim,
        version=document["version"],
        document_text=text,
        sha256=sha256_of(text),
        published_at=now,
        change_note=change_note,
        published_by=user,
    )
    claim.status = Claim.Status.PUBLISHED
    store(claim, user=user, why=f"published version {publication.version}")
    leave_event(user=user, verb="publish_claim", object_name=f"{claim.name}v{publication.version}", why=change_note)
    return publication


def _publish(claim: Claim, *, user: User, approval: dict[str, Any], change_note: str) -> Publication:
    publication = _freeze(claim, user=user, approval=approval, change_note=change_note)
    list_claim(publication)
    raise_content_version()
    return publication


@verb
def publish_claim(*, claim: Claim, user: Person, change_note: str = "") -> Publication:
    """Approve and freeze a claim that somebody else submitted. Raises `Refused` with the reasons.

    Every version after the first needs a ``change_note``.
    """
    claim.refresh_from_db()
    check_can_publish(claim, user, change_note=change_note)
    approval = {
        "basis": "two people",
        "submitted_by": claim.submitted_by.get_username() if claim.submitted_by else None,
        "approved_by": user.get_username(),
    }
    return _publish(claim, user=user, approval=approval, change_note=change_note)


@verb
def freeze_from_bundle(*, claim: Claim, bundle: str, sha256: str) -> Publication:
    """Make a version of a claim exactly as a bundle brought it, without its row in the lists (see `publish_bundle`).

    The document says that no second person here approved it.
    """
    claim.refresh_from_db()
    if claim.bundle != bundle or claim.status != Claim.Status.DRAFT:
        raise Refused(
            gettext("%(name)s did not come from the bundle %(bundle)s, or was handled since.")
            % {"name": claim.name, "bundle": bundle}
        )
    appraise_claim(claim, user=None)
    check_can_submit(claim)
    approval = {"basis": "bundle", "bundle": bundle, "bundle_sha256": sha256, "submitted_by": None, "approved_by": None}
    note = f"Loaded from the bundle {bundle}." if claim.publications.exists() else ""
    return _freeze(claim, user=None, approval=approval, change_note=note)


@verb
def publish_from_bundle(*, claim: Claim, bundle: str, sha256: str) -> Publication:
    """Publish one claim exactly as a bundle brought it."""
    publication = freeze_from_bundle(claim=claim, bundle=bundle, sha256=sha256)
    list_claim(publication)
    raise_content_version()
    return publication


@verb
def withdraw_claim(*, claim: Claim, user: Person, reason: str) -> Withdrawal:
    """Take a claim out of the lists; its versions stay readable and say that it was withdrawn, when and why."""
    claim.refresh_from_db()
    check_can_withdraw(claim, reason)
    current = claim.publications.get(is_current=True)
    claim.publications.filter(is_current=True).update(is_current=False)
    withdrawal = Withdrawal.objects.create(
        claim=claim,
        last_version=current.version,
        statement=current.document["statement"],
        reason=reason,
        withdrawn_at=timezone.now(),
    )
    claim.status = Claim.Status.WITHDRAWN
    claim.submitted_by = None
    store(claim, user=user, why=reason)
    unlist_claim(claim)
    raise_content_version()
    leave_event(user=user, verb="withdraw_claim", object_name=claim.name, why=reason)
    return withdrawal
