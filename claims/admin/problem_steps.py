"""Take, answer and decline a report: buttons on its page, each one verb."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods, require_POST

from claims.actions import resolve_problem, take_problem
from claims.models import Problem
from claims.models.problem_words import OUTCOMES
from claims.policies import Refused
from sources.admin.verbs import sentences_of
from sources.labels import label


class ProblemSteps(admin.ModelAdmin):  # type: ignore[type-arg]
    """The steps, held to the permission to resolve problems."""

    def may_resolve(self, request: HttpRequest) -> bool:
        """Tell whether this person may take and answer reports."""
        return request.user.has_perm("claims.resolve_problem")

    def get_urls(self) -> list[Any]:
        views = {"take": self.take_view, "resolve": self.resolve_view}
        own = [
            path(f"<int:pk>/{step}/", self.admin_site.admin_view(view), name=f"claims_problem_{step}")
            for step, view in views.items()
        ]
        return own + super().get_urls()

    def _problem(self, request: HttpRequest, pk: int) -> Problem | None:
        if not self.may_resolve(request):
            raise PermissionDenied
        return self.get_object(request, str(pk))

    def _missing(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self._get_obj_does_not_exist_redirect(request, self.opts, str(pk))  # type: ignore[attr-defined]

    @method_decorator(csrf_protect)
    @method_decorator(require_POST)
    def take_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Say that this curator looks at the report."""
        problem = self._problem(request, pk)
        if problem is None:
            return self._missing(request, pk)
        try:
            take_problem(problem=problem, user=request.user)  # type: ignore[arg-type]
            said = gettext("You look at %(name)s now; other curators see that.") % {"name": problem.name}
            self.message_user(request, said, messages.SUCCESS)
        except (Refused, ValidationError) as refusal:
            self.message_user(request, " ".join(sentences_of(refusal)), messages.ERROR)
        return HttpResponseRedirect(reverse("admin:claims_problem_change", args=[pk]))

    @method_decorator(csrf_protect)
    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def resolve_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Ask for the outcome and the public note, then answer the report with them."""
        problem = self._problem(request, pk)
        if problem is None:
            return self._missing(request, pk)
        if request.method != "POST":
            return self.ask(request, problem, outcome=request.GET.get("outcome", ""))
        given = {name: request.POST.get(name, "") for name in ("outcome", "note")}
        had_address = bool(problem.email)
        try:
            resolve_problem(problem=problem, user=request.user, **given)  # type: ignore[arg-type]
        except (Refused, ValidationError) as refusal:
            return self.ask(request, problem, refusals=sentences_of(refusal), **given)
        said = gettext("%(name)s is answered: %(outcome)s.") % {"name": problem.name, "outcome": label(problem.word)}
        erased = gettext("The reader's e-mail address is erased.") if had_address else ""
        self.message_user(request, f"{said} {erased}".strip(), messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:claims_problem_change", args=[pk]))

    def ask(
        self, request: HttpRequest, problem: Problem, *, outcome: str, note: str = "", refusals: list[str] | None = None
    ) -> HttpResponse:
        """Show the page that asks for the answer, after a refusal as it was filled in."""
        context = {
            **self.admin_site.each_context(request),
            "title": gettext("Answer %(name)s") % {"name": problem.name},
            "problem": problem,
            "outcomes": OUTCOMES,
            "outcome": outcome,
            "note": note,
            "refusals": refusals or [],
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/claims/problem/resolve.html", context)
