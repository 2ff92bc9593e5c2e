"""Submit, publish, withdraw: as buttons on the claim's page and as actions on the list."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.contrib import admin, messages
from django.contrib.admin import helpers
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods, require_POST

from claims.actions import publish_claim, submit_claim, withdraw_claim
from claims.models import Claim, Publication
from claims.policies import Refused
from sources.admin.verbs import sentences_of

#: What the page before a step asks for: title, label, what it is for, and whether it must be given.
QUESTIONS = {
    "publish": (
        gettext_lazy("Publish"),
        gettext_lazy("Change note"),
        gettext_lazy("What is new in this version and why, for readers of its page. Only a first version needs none."),
        False,
    ),
    "withdraw": (
        gettext_lazy("Withdraw"),
        gettext_lazy("Reason"),
        gettext_lazy(
            "Readers of the claim's page will see it. The versions stay readable and say that it was withdrawn."
        ),
        True,
    ),
}


def _submit(claim: Claim, user: Any, note: str) -> str:
    submit_claim(claim=claim, user=user, why=note)
    return gettext("%(name)s is submitted: another curator can publish it now.") % {"name": claim.name}


def _publish(claim: Claim, user: Any, note: str) -> str:
    publication = publish_claim(claim=claim, user=user, change_note=note)
    return gettext("%(publication)s is public now.") % {"publication": publication}


def _withdraw(claim: Claim, user: Any, note: str) -> str:
    withdrawal = withdraw_claim(claim=claim, user=user, reason=note)
    return gettext("%(name)s is withdrawn; version %(last_version)s stays readable and says so.") % {
        "name": claim.name,
        "last_version": withdrawal.last_version,
    }


STEPS: dict[str, Callable[[Claim, Any, str], str]] = {"submit": _submit, "publish": _publish, "withdraw": _withdraw}


class ClaimWorkflow(admin.ModelAdmin):  # type: ignore[type-arg]
    """The three steps, each held to its own permission."""

    actions = ["submit_selected", "publish_selected", "withdraw_selected"]

    def may(self, request: HttpRequest, step: str) -> bool:
        """Tell whether this person may take the step at all."""
        return request.user.has_perm(f"claims.{step}_claim")

    def has_submit_permission(self, request: HttpRequest) -> bool:
        return self.may(request, "submit")

    def has_publish_permission(self, request: HttpRequest) -> bool:
        return self.may(request, "publish")

    def has_withdraw_permission(self, request: HttpRequest) -> bool:
        return self.may(request, "withdraw")

    def get_urls(self) -> list[Any]:
        own = [
            path(
                f"<int:pk>/{step}/",
                self.admin_site.admin_view(self.step_view),
                {"step": step},
                name=f"claims_claim_{step}",
            )
            for step in STEPS
        ]
        return own + super().get_urls()

    def take(self, request: HttpRequest, step: str, claims: Iterable[Claim], note: str) -> list[Claim]:
        """Take the step with each claim and say what came of it; return those that it was refused for."""
        refused = []
        for claim in claims:
            try:
                self.message_user(request, STEPS[step](claim, request.user, note), messages.SUCCESS)
            except (Refused, ValidationError) as refusal:
                refused.append(claim)
                self.refuse(request, step, claim, sentences_of(refusal))
        return refused

    def refuse(self, request: HttpRequest, step: str, claim: Claim, reasons: list[str]) -> None:
        """Say why a step was not taken and what to do."""
        said = {
            "submit": gettext("{} was not submitted. {}"),
            "publish": gettext("{} was not published. {}"),
            "withdraw": gettext("{} was not withdrawn. {}"),
        }[step]
        url = reverse("admin:claims_claim_change", args=[claim.pk])
        link = format_html('<a href="{}">{}</a>', url, claim.name)
        self.message_user(request, format_html(said, link, " ".join(reasons)), messages.ERROR)

    @method_decorator(csrf_protect)
    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def step_view(self, request: HttpRequest, pk: int, step: str) -> HttpResponse:
        """Take a step with one claim; ask first where the step needs words."""
        if not self.may(request, step):
            raise PermissionDenied
        claim = self.get_object(request, str(pk))
        if claim is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, str(pk))  # type: ignore[attr-defined]
        if step not in QUESTIONS:
            return self.submit_one(request, claim)
        if request.method != "POST":
            return self.ask(request, step, [claim])
        if self.take(request, step, [claim], request.POST.get("note", "").strip()):
            return self.ask(request, step, [claim])
        return HttpResponseRedirect(reverse("admin:claims_claim_change", args=[claim.pk]))

    @method_decorator(require_POST)
    def submit_one(self, request: HttpRequest, claim: Claim) -> HttpResponse:
        self.take(request, "submit", [claim], "")
        return HttpResponseRedirect(reverse("admin:claims_claim_change", args=[claim.pk]))

    def ask(self, request: HttpRequest, step: str, claims: list[Claim], action: str = "") -> HttpResponse:
        """Show the page that asks for the step's words; ``action`` names the list's action it belongs to."""
        verb, label, help_text, required = QUESTIONS[step]
        required = required or Publication.objects.filter(claim__in=claims).exists()
        names = ", ".join(claim.name for claim in claims)
        context = {
            **self.admin_site.each_context(request),
            "title": f"{verb} {names}" if len(claims) < 6 else f"{verb} {len(claims)} claims",
            "verb": verb,
            "label": label,
            "help_text": help_text,
            "required": required,
            "claims": claims,
            "note": request.POST.get("note", ""),
            "action": action,
            "action_checkbox_name": helpers.ACTION_CHECKBOX_NAME,
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/claims/claim/ask.html", context)

    def ask_for_all(self, request: HttpRequest, step: str, chosen: Any) -> HttpResponse | None:
        """Ask once for all chosen claims, then take the step with each."""
        claims = list(chosen.order_by("number"))
        if "note" not in request.POST:
            return self.ask(request, step, claims, f"{step}_selected")
        self.take(request, step, claims, request.POST["note"].strip())
        return None

    @admin.action(description=gettext_lazy("Submit for review"), permissions=["submit"])
    def submit_selected(self, request: HttpRequest, chosen: Any) -> None:
        self.take(request, "submit", list(chosen.order_by("number")), "")

    @admin.action(description=gettext_lazy("Publish (asks for a change note)"), permissions=["publish"])
    def publish_selected(self, request: HttpRequest, chosen: Any) -> HttpResponse | None:
        return self.ask_for_all(request, "publish", chosen)

    @admin.action(description=gettext_lazy("Withdraw (asks for the reason)"), permissions=["withdraw"])
    def withdraw_selected(self, request: HttpRequest, chosen: Any) -> HttpResponse | None:
        return self.ask_for_all(request, "withdraw", chosen)
