"""The change log of a claim: each version with who, when and why, and what it changed against the one before."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from claims.models import Problem, Withdrawal
from claims.models.problem_words import ProblemState
from claims.views.caching import public_page
from claims.views.changes import changes_between, kept_between
from claims.views.page import page
from claims.views.published import Document, documents_of, history_of

#: Versions on one page.
PAGE = 20


@public_page
def change_log(request: HttpRequest, number: int) -> HttpResponse:
    """Show the versions of a claim a page at a time, newest first."""
    history = history_of(number)
    given = request.GET.get("before", "")
    before = int(given) if given.isdecimal() and len(given) < 9 else history.latest + 1
    versions = [row["version"] for row in history.versions if row["version"] < before]
    if not versions:
        raise Http404(
            _("C%(number)d has no versions before version %(before)d.") % {"number": number, "before": before}
        )
    shown, following = versions[:PAGE], versions[PAGE : PAGE + 1]
    documents = documents_of(number, [*shown, *following])
    context = page(
        _("Change log of C%(number)d") % {"number": number},
        description=_("What changed from version to version of C%(number)d: who, when, why, word by word.")
        % {"number": number},
        path=reverse("change-log", args=[number]),
        section="claims",
        number=number,
        statement=documents[shown[0]]["statement"],
        entries=_entries(shown, documents, _withdrawn(number), _corrected(number)),
        following=shown[-1] if following else None,
        is_first=before > history.latest,
    )
    return render(request, "claims/change_log.html", context)


def _withdrawn(number: int) -> dict[int, dict[str, Any]]:
    """Return when and why the claim was withdrawn, by the version that was the last one then; one query."""
    rows = Withdrawal.objects.filter(claim__number=number).values("last_version", "reason", "withdrawn_at")
    return {row["last_version"]: dict(row) for row in rows}


def _corrected(number: int) -> dict[int, list[str]]:
    """Return curators' notes on readers' reports that led to a version, by version; one query."""
    rows = Problem.objects.filter(claim__number=number, state=ProblemState.CORRECTED).order_by("answered_at", "id")
    notes: dict[int, list[str]] = {}
    for version, note in rows.values_list("answered_version", "note"):
        if version is not None:
            notes.setdefault(version, []).append(note)
    return notes


def _entries(
    shown: list[int],
    documents: dict[int, Document],
    withdrawn: dict[int, dict[str, Any]],
    corrected: dict[int, list[str]],
) -> list[dict[str, Any]]:
    """Return an entry for each version shown, compared with the one before where there is one."""
    entries = []
    for version in shown:
        document, previous = documents[version], documents.get(version - 1)
        entries.append(
            {
                "version": version,
                "at": document["published_at"],
                "note": document["change_note"],
                "approval": document["approval"],
                "withdrawal": withdrawn.get(version),
                "reports": corrected.get(version, []),
                "changes": changes_between(previous, document) if previous else [],
                "kept": kept_between(previous, document) if previous else [],
                "previous": version - 1,
            }
        )
    return entries
