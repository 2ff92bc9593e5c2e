"""The claim's own fields: what it says, its topics, its verdict, and why this change is made."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelectMultiple
from django.utils.translation import gettext, gettext_lazy

from claims.models import Claim, TaggedClaim, Topic
from sources.admin.forms import KeyedForm
from sources.labels import verb_text
from sources.models import Event


def last_event(claim: Claim) -> Event | None:
    """Return the newest thing that was done to the claim."""
    return Event.objects.filter(object_name=claim.name).select_related("who").first()


class ClaimForm(KeyedForm):
    """A claim. ``seen`` is the newest event that the curator had before their eyes when the page was opened."""

    keyed_from = "statement"

    filed = forms.ModelMultipleChoiceField(
        Topic.objects.all(),
        required=False,
        label=gettext_lazy("Topics"),
        widget=AutocompleteSelectMultiple(TaggedClaim._meta.get_field("tag"), admin.site),
        help_text=gettext_lazy("Type to search."),
    )
    new_topics = forms.CharField(
        required=False,
        label=gettext_lazy("New topics"),
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text=gettext_lazy("Only topics that the search above does not find, separated by commas."),
    )
    why = forms.CharField(
        required=False,
        max_length=300,
        label=gettext_lazy("Why (for the history)"),
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text=gettext_lazy("What led to this change, e.g. “full text read”."),
    )

    class Meta:
        widgets = {
            "statement": forms.Textarea(attrs={"rows": 2, "class": "vLargeTextField"}),
            "verdict_reason": forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
            "accurate_wording": forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
        }
        labels = {"verdict_reason": gettext_lazy("Why this verdict")}
        help_texts = {
            "verdict": gettext_lazy(
                "How the claim as worded stands against the evidence above; not the same as certainty."
            ),
            "attribution": gettext_lazy("What the article offers as its own source."),
            "wording_strength": gettext_lazy("How strongly the article words it."),
        }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.instance.pk and "filed" in self.fields:
            self.initial["filed"] = [link.tag_id for link in self.instance.topic_links.all()]
        self.last = last_event(self.instance) if self.instance.pk else None

    def clean(self) -> dict[str, Any] | None:
        self.taken |= set(Claim.objects.exclude(pk=self.instance.pk).values_list("key", flat=True))
        cleaned = super().clean()
        seen = self.data.get("seen", "")
        if self.last and seen.isdigit() and int(seen) < self.last.pk:
            who = self.last.who.get_username() if self.last.who else gettext("The program")
            self.add_error(
                None,
                gettext(
                    "%(who)s changed this claim while you had it open (%(what)s, %(time)s UTC). "
                    "Compare with the history in another tab; saving again keeps your version."
                )
                % {"who": who, "what": verb_text(self.last.verb), "time": f"{self.last.at:%H:%M}"},
            )
        return cleaned

    @property
    def topic_names(self) -> list[str]:
        """Return the names of the chosen and the new topics."""
        chosen = [topic.name for topic in self.cleaned_data["filed"]]
        return chosen + [name.strip() for name in self.cleaned_data["new_topics"].split(",") if name.strip()]
