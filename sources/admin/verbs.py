"""What every admin page of this project stands on: nothing is saved but through a verb.

Django's own ways to save, delete and save inlines raise here. A page says in `write` which verb keeps its form, and
a `VerbFormSet` says which verbs record, revise and remove its rows. What a verb refuses, the page shows again above
the form as it was filled in, and nothing of it is saved: the whole page is one transaction.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest, HttpResponse
from django.utils.text import get_text_list
from django.utils.translation import gettext, gettext_lazy

from sources.actions import User
from sources.admin.fields import PlainNumberField
from sources.admin.forms import VerbForm

BUSY = gettext_lazy("Somebody else saved the same thing at this moment. Look at what is there now, then save again.")


class NoVerb(RuntimeError):
    """Something tried to write past the actions."""


def sentences_of(refusal: Exception) -> list[str]:
    """Return what a refusal says, one sentence for each reason, naming the field where there is one."""
    if isinstance(refusal, IntegrityError):
        return [BUSY]
    if not isinstance(refusal, ValidationError):
        return list(getattr(refusal, "reasons", [str(refusal)]))
    if not hasattr(refusal, "error_dict"):
        return list(refusal.messages)
    named = refusal.message_dict.items()
    return [
        f"{name.replace('_', ' ').capitalize()}: {text}" if name != "__all__" else text
        for name, texts in named
        for text in texts
    ]


class VerbFormSet(BaseInlineFormSet):  # type: ignore[type-arg]
    """Rows below a page's object, each kept by a verb."""

    def record(self, form: Any, *, user: User, why: str) -> None:
        """Record the new row in the form."""
        raise NoVerb(f"{type(self).__name__} names no verb to record a row")

    def revise(self, form: Any, *, user: User, why: str) -> None:
        """Keep the changed row in the form."""
        raise NoVerb(f"{type(self).__name__} names no verb to revise a row")

    def remove(self, row: models.Model, *, user: User, why: str) -> None:
        """Take a row away."""
        raise NoVerb(f"{type(self).__name__} names no verb to remove a row")

    def save(self, commit: bool = True) -> Any:
        """Refuse: this is Django's way past the verbs."""
        raise NoVerb(f"{type(self).__name__} is kept by `write`")

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if "position" in form.fields and form.instance._state.adding:
            form.fields["position"].initial = self.next_position

    @property
    def next_position(self) -> int:
        """The position of a new row, behind those that are there."""
        if not hasattr(self, "_next_position"):
            self._next_position = 1 + max((row.position for row in self.get_queryset()), default=0)
        return int(self._next_position)

    def get_unique_error_message(self, unique_check: Any) -> str:
        own = [field for field in unique_check if field != self.fk.name]  # type: ignore[attr-defined]
        return gettext("Two rows have the same %(fields)s: change one of them, or leave it away.") % {
            "fields": get_text_list(own, gettext("and"))
        }

    def get_form_error(self) -> str:
        return gettext("This row repeats another one.")

    def _construct_form(self, i: int, **options: Any) -> Any:
        form = super()._construct_form(i, **options)  # type: ignore[misc]
        # the verbs follow up changes on the row's parent: it has to be the page's own, not a second, stale copy
        setattr(form.instance, self.fk.name, self.instance)  # type: ignore[attr-defined]
        return form

    def write(self, *, user: User, why: str) -> None:
        """Record new rows and revise changed ones, in the order of the page."""
        self._part_positions()
        for form in self.forms:
            if form.has_changed() and not self._should_delete_form(form):
                (self.record if form.instance._state.adding else self.revise)(form, user=user, why=why)

    def _part_positions(self) -> None:
        """Put new rows behind one another: several that were added at once all opened at the same next position."""
        new = [form for form in self.extra_forms if form.has_changed() and not self._should_delete_form(form)]
        placed = [form for form in new if form.cleaned_data.get("position") is not None]
        position = self.next_position if placed else 0
        for form in placed:
            if "position" not in form.changed_data:
                form.cleaned_data["position"] = position
            position = max(position, form.cleaned_data["position"] + 1)

    def remove_marked(self, *, user: User, why: str) -> None:
        """Take away the rows marked for it; call after every formset of the page is written."""
        for form in self.initial_forms:
            if self.can_delete and self._should_delete_form(form):
                self.remove(form.instance, user=user, why=why)


#: A link typed without its scheme is taken to be https; a number is shown as it was typed.
FIELDS: dict[type[models.Field[Any, Any]], dict[str, Any]] = {
    models.URLField: {"assume_scheme": "https"},
    models.FloatField: {"form_class": PlainNumberField},
}


class VerbInline(admin.StackedInline):  # type: ignore[type-arg]
    """Rows on their parent's page: who may change the parent may change them."""

    formfield_overrides = FIELDS

    formset = VerbFormSet
    form = VerbForm
    extra = 0

    def _parent_may(self, request: HttpRequest, verb: str) -> bool:
        options = self.parent_model._meta
        return request.user.has_perm(f"{options.app_label}.{verb}_{options.model_name}")

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._parent_may(request, "view") or self._parent_may(request, "change")

    def has_add_permission(self, request: HttpRequest, obj: Any) -> bool:
        return self._parent_may(request, "change")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._parent_may(request, "change")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._parent_may(request, "change")


class VerbAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """An admin page that writes through verbs alone."""

    form = VerbForm
    formfield_overrides = FIELDS
    #: What a verb may raise to say no; anything else is a fault of the program.
    refusals: ClassVar[tuple[type[Exception], ...]] = (ValidationError, IntegrityError)
    show_full_result_count = False
    list_per_page = 50

    def write(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> Any:
        """Keep the page's form by a verb and return the row."""
        raise NoVerb(f"{type(self).__name__} names no verb for its form")

    def write_parts(self, request: HttpRequest, obj: Any, form: Any, formsets: list[Any]) -> None:
        """Keep the page's formsets, removals last, so that no row points to one that is gone."""
        given = {"user": request.user, "why": form.cleaned_data.get("why", "")}
        for formset in formsets:
            formset.write(**given)
        for formset in formsets:
            formset.remove_marked(**given)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        kept = self.write(request, obj, form, change)
        if kept is not obj:
            obj.__dict__.update(kept.__dict__)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        self.write_parts(request, form.instance, form, formsets)

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: bool) -> None:
        raise NoVerb("rows are kept by the verbs of their formset")

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        raise NoVerb("nothing is deleted in the admin")

    def delete_queryset(self, request: HttpRequest, queryset: Any) -> None:
        raise NoVerb("nothing is deleted in the admin")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_actions(self, request: HttpRequest) -> Any:
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **options: Any) -> Any:
        form = super().get_form(request, obj, change=change, **options)
        form.refusal = getattr(request, "refusal", ())
        return form

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Show or keep the page; after a refusal show it again, as filled in, with the reasons above it."""
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except self.refusals as refusal:
            request.refusal = sentences_of(refusal)  # type: ignore[attr-defined]
            return super().changeform_view(request, object_id, form_url, extra_context)

    def construct_change_message(self, request: HttpRequest, form: Any, formsets: Any, add: bool = False) -> Any:
        # which rows changed, and how, is in their history
        return super().construct_change_message(request, form, [], add)


class ReadOnlyAdmin(VerbAdmin):
    """A list and its rows to look at."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
