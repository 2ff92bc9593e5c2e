"""Report a problem, and see what became of it. These pages answer one reader: no cache keeps them, no robot lists them.

They alone of the site's public pages set a cookie, the token by which Django tells that a form came from here.
"""

from __future__ import annotations

import math
from typing import Any

from django.conf import settings
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods, require_safe

from claims.actions import report_problem
from claims.actions.problem_limit import TooManyReports
from claims.actions.problems import new_reference
from claims.forms.problem import ProblemForm, opened
from claims.models import Claim, Problem
from claims.models.problem_words import ProblemKind
from claims.views.page import page
from claims.views.problem_subject import Subject, subject_of
from sources.labels import definition

HEADERS = {"Cache-Control": "no-store", "X-Robots-Tag": "noindex"}


@require_http_methods(["GET", "HEAD", "POST"])
@csrf_protect
def problem_form(request: HttpRequest) -> HttpResponse:
    """Show the form for the page it was opened from; keep what is sent, or say what keeps it from being kept."""
    if request.method != "POST":
        return _shown(request, ProblemForm(), subject_of(request.GET))
    form, subject = ProblemForm(request.POST), subject_of(request.POST)
    if not form.is_valid():
        return _shown(request, form, subject, status=400)
    try:
        kept = _report(request, form, subject)
    except TooManyReports as refusal:
        return _too_many(request, form, subject, refusal)
    return HttpResponseRedirect(reverse("problem", args=[kept.reference]), headers=HEADERS)


@require_safe
def problem(request: HttpRequest, reference: str) -> HttpResponse:
    """Thank for a report and tell what became of it; nothing that was typed is shown."""
    columns = ("reference", "kind", "state", "note", "reported_at", "answered_at", "answered_version", "version")
    row = Problem.objects.filter(reference=reference).annotate(number=F("claim__number"))
    found = row.only(*columns).first()
    if found is None:
        raise Http404(_("There is no report with the code %(code)s.") % {"code": reference})
    context = page(
        _("Your report %(code)s") % {"code": reference},
        description=_("What became of a problem that a reader reported."),
        path=reverse("problem", args=[reference]),
        problem=found,
    )
    return HttpResponse(render_to_string("claims/problem_sent.html", context, request), headers=HEADERS)


def _report(request: HttpRequest, form: ProblemForm, subject: Subject) -> Problem:
    given = form.cleaned_data
    return report_problem(
        kind=given["kind"],
        message=given["message"],
        link=given["link"],
        email=given["email"],
        reference=form.reference,
        address=sender_of(request),
        page=subject.page,
        claim=Claim.objects.get(pk=subject.claim_pk) if subject.claim_pk else None,
        version=subject.version,
        citekey=subject.citekey,
    )


def sender_of(request: HttpRequest) -> str:
    """Return the reader's network address: the last one that a trusted proxy names, else the one that connected."""
    if settings.SECURE_PROXY_SSL_HEADER and (named := request.headers.get("X-Forwarded-For", "")):
        return named.rpartition(",")[2].strip()
    return str(request.META.get("REMOTE_ADDR", ""))


def _too_many(request: HttpRequest, form: ProblemForm, subject: Subject, refusal: TooManyReports) -> HttpResponse:
    seconds = max(1, math.ceil((refusal.retry_at - timezone.now()).total_seconds()))
    response = _shown(request, form, subject, status=429, refusal=refusal, minutes=math.ceil(seconds / 60))
    response.headers["Retry-After"] = str(seconds)
    return response


def _shown(
    request: HttpRequest, form: ProblemForm, subject: Subject, *, status: int = 200, **said: Any
) -> HttpResponse:
    context = page(
        _("Report a problem"),
        description=_("Say what is wrong with a page: a figure, a source, missing evidence, or something hard to use."),
        path=reverse("report-problem"),
        form=form,
        subject=subject,
        opened=form.next_mark or opened(new_reference()),
        kinds=list(zip(form["kind"], [definition(word) for word in ProblemKind], strict=True)),
        **said,
    )
    text = render_to_string("claims/problem_form.html", context, request)
    return HttpResponse(text, status=status, headers=HEADERS)
