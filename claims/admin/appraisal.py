"""Appraising evidence by an instrument: a form that judges while it is filled in, and the appraisals of a claim."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from claims.actions import record_appraisal
from claims.admin.appraisal_choice import Row, offers_for, row_of
from claims.admin.appraisal_form import AppraisalForm, answers_in, initial_from
from claims.admin.appraisal_judgement import judgement_of
from claims.grade.instruments.instrument import Instrument
from claims.grade.instruments.questions import InstrumentError
from claims.grade.instruments.registry import INSTRUMENTS
from claims.models import Appraisal, Claim, Evidence
from claims.policies import Refused
from sources.labels import translated

REFUSALS = (ValidationError, IntegrityError, Refused)


class ClaimAppraisals(admin.ModelAdmin):  # type: ignore[type-arg]
    """The pages for appraisals below a claim; who may change the claim may appraise its evidence."""

    def get_urls(self) -> list[Any]:
        form = "<int:pk>/appraisals/<int:evidence_pk>/<slug:name>/"
        pages = [
            ("<int:pk>/appraisals/", self.appraisals_view, "claims_claim_appraisals"),
            (form, self.appraise_view, "claims_claim_appraise"),
            (f"{form}judge/", self.judge_view, "claims_claim_judge"),
        ]
        own = [path(address, self.admin_site.admin_view(view), name=name) for address, view, name in pages]
        return [*own, *super().get_urls()]

    def _evidence(self, request: HttpRequest, pk: int, evidence_pk: int, name: str) -> tuple[Evidence, Instrument]:
        if name not in INSTRUMENTS:
            raise Http404(gettext("There is no instrument “%(name)s”.") % {"name": name})
        rows = Evidence.objects.select_related("claim", "source").prefetch_related("appraisals__recorded_by")
        evidence = get_object_or_404(rows, pk=evidence_pk, claim_id=pk)
        if not self.has_change_permission(request, evidence.claim):
            raise PermissionDenied
        return evidence, INSTRUMENTS[name]

    @method_decorator(require_safe)
    def appraisals_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """List the evidence of a claim with its appraisals, current and superseded, and what can be appraised."""
        claim = get_object_or_404(Claim, pk=pk)
        if not self.has_view_or_change_permission(request, claim):
            raise PermissionDenied
        rows = claim.evidence.select_related("source").prefetch_related("appraisals__recorded_by")
        evidence = [{"row": row, "offers": list(offers_for(row)), "appraisals": appraisals_of(row)} for row in rows]
        context = self._context(request, gettext("Appraisals of %(name)s") % {"name": claim.name}, claim)
        may_appraise = self.has_change_permission(request, claim)
        return TemplateResponse(
            request, "admin/claims/appraisal/list.html", {**context, "evidence": evidence, "may_appraise": may_appraise}
        )

    @method_decorator(csrf_protect)
    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def appraise_view(self, request: HttpRequest, pk: int, evidence_pk: int, name: str) -> HttpResponse:
        """Show the form of an instrument; “Show judgements” stores nothing, “Record appraisal” keeps it."""
        evidence, instrument = self._evidence(request, pk, evidence_pk, name)
        if request.method != "POST":
            initial = initial_from(_started(request, evidence, name), evidence)
            return self._show(request, evidence, AppraisalForm(instrument=instrument, initial=initial))
        form = AppraisalForm(request.POST, instrument=instrument)
        if "_judge" not in request.POST and form.is_valid() and self._record(request, evidence, form):
            return HttpResponseRedirect(reverse("admin:claims_claim_appraisals", args=[pk]))
        return self._show(request, evidence, form)

    def _record(self, request: HttpRequest, evidence: Evidence, form: AppraisalForm) -> bool:
        before = evidence.claim.status
        try:
            kept = record_appraisal(evidence=evidence, user=request.user, **form.columns())
        except REFUSALS as refusal:
            form.refuse(refusal)
            return False
        row = row_of(kept, evidence)
        text = gettext("The appraisal of %(citekey)s by %(title)s, is recorded: %(overall)s. %(reason)s") % {
            "citekey": evidence.source.citekey,
            "title": row.title,
            "overall": row.overall,
            "reason": row.reason,
        }
        self.message_user(request, text, messages.SUCCESS)
        now = Claim.objects.values_list("status", flat=True).get(pk=evidence.claim_id)
        if before != now:
            text = gettext("%(name)s is a draft now: submit it, so that readers come to see the appraisal.") % {
                "name": evidence.claim.name
            }
            self.message_user(request, text, messages.WARNING)
        return True

    @method_decorator(csrf_protect)
    @method_decorator(require_POST)
    def judge_view(self, request: HttpRequest, pk: int, evidence_pk: int, name: str) -> HttpResponse:
        """Judge the answers that were sent and return the judgements as JSON; nothing is stored."""
        _, instrument = self._evidence(request, pk, evidence_pk, name)
        sent = request.POST
        asked = Appraisal(
            instrument=instrument.id,
            answers=answers_in(instrument, sent),
            critical=sent.getlist("critical"),
            overall_choice=sent.get("overall_choice", ""),
        )
        try:
            return JsonResponse(judgement_of(asked))
        except InstrumentError as error:
            return JsonResponse({"error": str(error)}, status=400)

    def _show(self, request: HttpRequest, evidence: Evidence, form: AppraisalForm) -> HttpResponse:
        judgement = judgement_of(form.appraisal())
        title = gettext("Appraise %(citekey)s with %(title)s") % {
            "citekey": evidence.source.citekey,
            "title": translated(form.instrument.title),
        }
        context = {
            **self._context(request, title, evidence.claim),
            "evidence": evidence,
            "instrument": form.instrument,
            "offers": list(offers_for(evidence)),
            "form": form,
            "judgement": judgement,
            "sections": form.sections(judgement),
            "appraisals": appraisals_of(evidence),
        }
        return TemplateResponse(request, "admin/claims/appraisal/form.html", context)

    def _context(self, request: HttpRequest, title: str, claim: Claim) -> dict[str, Any]:
        return {**self.admin_site.each_context(request), "title": title, "claim": claim, "opts": self.opts}


def appraisals_of(evidence: Evidence) -> list[Row]:
    """Return the appraisals of the evidence, current ones first, then the superseded, newest first."""
    found = sorted(evidence.appraisals.all(), key=lambda item: (item.superseded_at is not None, -item.pk))
    return [row_of(item, evidence) for item in found]


def _started(request: HttpRequest, evidence: Evidence, name: str) -> Appraisal | None:
    """Return the appraisal to go on from, which the link names."""
    start = request.GET.get("from", "")
    recorded = evidence.appraisals.all()
    return next((item for item in recorded if str(item.pk) == start and item.instrument == name), None)
