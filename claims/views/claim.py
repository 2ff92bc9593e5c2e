"""The page of a claim: as it stands now, and every version that ever was."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext

from claims.grade.vocabulary import Verdict
from claims.reports.json_ld import claim_review
from claims.views.caching import public_page
from claims.views.changes import changes_between
from claims.views.evidence_table import evidence_rows, figure_rows, references
from claims.views.facts import facts_of, stances_of
from claims.views.lights import lights_of
from claims.views.page import markup, page
from claims.views.published import Document, History, cited_now, documents_of, history_of
from claims.views.sheet import sheet_of
from claims.views.steps import assessment_rows, override_rows
from claims.views.summary import summary_of
from claims.views.taking import taking_of
from claims.views.timeline import timeline_of
from sources.labels import label


@public_page
def claim(request: HttpRequest, number: int) -> HttpResponse:
    """Show the newest version of a claim; a withdrawn claim says when and why."""
    history = history_of(number)
    document = documents_of(number, [history.latest])[history.latest]
    context = _context(document, history, path=reverse("claim", args=[number]))
    if not history.is_withdrawn:
        context["ld"] = markup(claim_review(document, site=settings.SITE_URL))
    return render(request, "claims/claim.html", context)


@public_page
def claim_version(request: HttpRequest, number: int, version: int) -> HttpResponse:
    """Show one version for ever, with what has changed since."""
    history = history_of(number)
    if all(row["version"] != version for row in history.versions):
        raise Http404(
            gettext("There is no version %(version)d of C%(number)d.") % {"version": version, "number": number}
        )
    documents = documents_of(number, [version, history.latest])
    path = reverse("claim-version", args=[number, version])
    context = _context(documents[version], history, path=path, is_version=True)
    changes = changes_between(documents[version], documents[history.latest])
    return render(request, "claims/claim.html", {**context, "changes": changes})


def _context(document: Document, history: History, *, path: str, is_version: bool = False) -> dict[str, Any]:
    cited = cited_now(document)
    evidence, assessments = evidence_rows(document, cited), assessment_rows(document)
    cited_sources, summary = references(document, cited), summary_of(document)
    sheet = sheet_of(
        document,
        summary=summary,
        notes=len(cited.notices) + is_version + history.is_withdrawn,
        evidence=evidence,
        references=cited_sources,
        assessments=assessments,
    )
    return page(
        f"{document['statement']} ({document['id']})",
        description=f"{capfirst(label(Verdict(document['verdict'])))}. {document['verdict_reason']}",
        path=path,
        section="claims",
        claim=document,
        history=history,
        notices=cited.notices,
        facts=facts_of(document, notices=len(cited.notices)),
        summary=summary,
        figures=figure_rows(document),
        evidence=evidence,
        stances=stances_of(document),
        lights=lights_of(document, cited.standings),
        timeline=timeline_of(document, cited.standings),
        assessments=assessments,
        overrides=override_rows(document),
        references=cited_sources,
        sheet=sheet,
        is_version=is_version,
        taking=taking_of(document, sha256=history.sha256_of(document["version"])),
    )
