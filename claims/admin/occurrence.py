"""Where articles make the claim: the quote as printed. Where it stands in the text is found, not typed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.translation import gettext, gettext_lazy

from claims.actions import place_occurrence, remove_occurrence
from claims.extraction.anchoring import AnchorState, anchor, selector_for
from claims.models import ArticleVersion, Occurrence
from sources.actions import User
from sources.admin.forms import VerbForm
from sources.admin.verbs import VerbFormSet, VerbInline

CERTAIN = {AnchorState.EXACT, AnchorState.MOVED}


def place_of(quote: str, version: ArticleVersion) -> dict[str, Any]:
    """Return the selectors of a quote in a text, or empty ones where it is not certain which place is meant.

    Raises ValidationError where the words are not in the text at all, or stand there with another figure.
    """
    found = anchor(quote, version.text)
    if found.state in {AnchorState.MISSING, AnchorState.CHANGED}:
        raise ValidationError({"quote": f"{found.reason} Copy the quote from {version} as it is printed there."})
    if found.state not in CERTAIN or found.start is None or found.end is None:
        return {"start": None, "end": None, "prefix": "", "suffix": ""}
    chosen = selector_for(version.text, found.start, found.end)
    return {"start": chosen.start, "end": chosen.end, "prefix": chosen.prefix, "suffix": chosen.suffix}


class OccurrenceForm(VerbForm):
    """One place where an article version makes the claim."""

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or self.cleaned_data
        moved = {"quote", "version"} & set(self.changed_data)
        if moved and cleaned.get("quote") and cleaned.get("version"):
            self.place = place_of(cleaned["quote"], cleaned["version"])
        return cleaned

    def selectors(self) -> dict[str, Any]:
        """Return where the quote stands, where this form moved it."""
        return getattr(self, "place", {})

    class Meta:
        widgets = {
            "quote": forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
            "section": forms.TextInput(attrs={"class": "vTextField"}),
        }
        help_texts = {
            "quote": gettext_lazy("The words of the article, exactly as printed."),
            "section": gettext_lazy("The heading above, where there is one."),
            "paragraph": gettext_lazy("Counted from 1."),
            "sentence": gettext_lazy("Counted from 1 in its paragraph; 0 is the heading itself."),
        }


class OccurrenceFormSet(VerbFormSet):
    """The places of a claim."""

    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        if not hasattr(self, "versions"):
            versions = ArticleVersion.objects.select_related("article").defer("text")
            self.versions = [("", "---------"), *((row.pk, f"{row}: {row.article.title}") for row in versions)]
        if "version" in form.fields:
            form.fields["version"].choices = self.versions

    def record(self, form: Any, *, user: User, why: str) -> None:
        place_occurrence(claim=self.instance, user=user, why=why, **form.columns(), **form.selectors())

    def revise(self, form: Any, *, user: User, why: str) -> None:
        place_occurrence(
            claim=self.instance, occurrence=form.instance, user=user, why=why, **form.columns(), **form.selectors()
        )

    def remove(self, row: Any, *, user: User, why: str) -> None:
        remove_occurrence(occurrence=row, user=user, why=why)


class OccurrenceInline(VerbInline):
    """Where the claim is made."""

    model = Occurrence
    form = OccurrenceForm
    formset = OccurrenceFormSet
    template = "admin/claims/claim/occurrences.html"
    fields = ["version", "quote", "section", ("paragraph", "sentence"), "marked"]
    readonly_fields = ["marked"]
    verbose_name = gettext_lazy("occurrence")
    verbose_name_plural = gettext_lazy("Where: the places at which articles make the claim")

    def get_queryset(self, request: Any) -> Any:
        return super().get_queryset(request).select_related("version__article")

    @admin.display(description=gettext_lazy("marked"))
    def marked(self, occurrence: Occurrence) -> str:
        """Say whether the public page can mark the words."""
        if occurrence.pk is None:
            return gettext("Is found when the page is saved.")
        if occurrence.start is None:
            return gettext(
                "Not marked: it is not certain which words of the text are meant. A longer quote may settle it."
            )
        return gettext("Characters %(start)s to %(end)s of the text.") % {
            "start": occurrence.start,
            "end": occurrence.end,
        }
