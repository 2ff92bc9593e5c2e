"""What was changed after it was published, what was withdrawn, what publishers announced: when, what and why."""

from __future__ import annotations

import json
from typing import Any

from django.db.models import F, OuterRef, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from claims.models import Problem, Publication, Withdrawal
from claims.models.problem_words import ProblemKind, ProblemState
from claims.views.caching import public_page
from claims.views.changes import changes_between
from claims.views.notices import announced
from claims.views.page import page
from sources.labels import label

#: Changed claims on one page; withdrawals, notices and readers' reports shown above them.
PAGE, WITHDRAWALS, NOTICES, REPORTS = 20, 200, 50, 50


@public_page
def corrections(request: HttpRequest) -> HttpResponse:
    """Show withdrawn claims, then changed claims a page at a time, newest first."""
    after = request.GET.get("after", "")
    before_id = int(after) if after.isdecimal() and len(after) < 18 else None
    changed, following = changed_claims(before_id)
    context = page(
        gettext("Corrections"),
        description=gettext("Published claims that were changed or withdrawn, with the date, what changed and why."),
        path=reverse("corrections"),
        section="corrections",
        withdrawn=[] if before_id else withdrawn_claims(),
        notices=[] if before_id else announced(most=NOTICES),
        reports=[] if before_id else corrected_reports(),
        changed=changed,
        following=following,
        is_first=before_id is None,
    )
    return render(request, "claims/corrections.html", context)


def withdrawn_claims() -> list[dict[str, Any]]:
    """Return the newest withdrawals; one query."""
    rows = Withdrawal.objects.annotate(number=F("claim__number"))
    columns = rows.values("number", "statement", "reason", "withdrawn_at", "last_version")
    return [dict(row) for row in columns[:WITHDRAWALS]]


def corrected_reports() -> list[dict[str, Any]]:
    """Return the newest curators' notes on readers' reports that led to a change; one query."""
    rows = Problem.objects.filter(state=ProblemState.CORRECTED).order_by("-answered_at", "-id")
    columns = rows.annotate(number=F("claim__number")).values(
        "number", "page", "kind", "note", "answered_at", "answered_version"
    )
    return [{**row, "kind_label": label(ProblemKind(row["kind"]))} for row in columns[:REPORTS]]


def changed_claims(before_id: int | None) -> tuple[list[dict[str, Any]], int | None]:
    """Return newer versions of claims, newest first, each with what changed against the one before; one query."""
    previous = Publication.objects.filter(claim=OuterRef("claim"), version=OuterRef("version") - 1)
    rows = Publication.objects.filter(version__gt=1).order_by("-id")
    if before_id:
        rows = rows.filter(id__lt=before_id)
    columns = rows.annotate(previous_text=Subquery(previous.values("document_text")[:1]))
    found = list(columns.values("id", "document_text", "previous_text", "change_note", "published_at")[: PAGE + 1])
    return [_changed(dict(row)) for row in found[:PAGE]], found[PAGE - 1]["id"] if len(found) > PAGE else None


def _changed(row: dict[str, Any]) -> dict[str, Any]:
    document, previous = json.loads(row["document_text"]), json.loads(row["previous_text"])
    return {
        "id": document["id"],
        "number": int(document["id"][1:]),
        "version": document["version"],
        "previous": previous["version"],
        "statement": document["statement"],
        "note": row["change_note"],
        "approval": document["approval"],
        "at": row["published_at"],
        "changes": changes_between(previous, document),
    }
