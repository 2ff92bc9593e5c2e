"""Forms of pages that write through verbs: they hand out cleaned values and save nothing themselves."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from django import forms
from django.forms.models import InlineForeignKeyField
from django.utils.text import slugify
from django.utils.translation import gettext


class VerbForm(forms.ModelForm):  # type: ignore[type-arg]
    """A form of such a page; ``refusal`` holds what the verb said about the same input a moment ago."""

    refusal: ClassVar[Iterable[str]] = ()

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        for sentence in self.refusal:
            self.add_error(None, sentence)
        return cleaned

    def columns(self, names: Iterable[str] | None = None) -> dict[str, Any]:
        """Return the cleaned values of model columns, of all fields or of those named."""
        known = {field.name for field in self._meta.model._meta.concrete_fields if not field.primary_key}
        known -= {name for name, field in self.fields.items() if isinstance(field, InlineForeignKeyField)}
        wanted = self.fields if names is None else names
        return {name: self.cleaned_data[name] for name in wanted if name in known and name in self.cleaned_data}


class KeyedForm(VerbForm):
    """A form of a row with a key that the curator may leave to the program."""

    keyed_from: ClassVar[str] = ""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.taken: set[str] = set()
        if "key" in self.fields:
            self.fields["key"].required = False
            self.fields["key"].help_text = gettext(
                "Short lasting name, used in bundles. Left empty, it is made from the text."
            )

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or self.cleaned_data
        if "key" in self.fields and not cleaned.get("key") and "key" not in self.errors:
            cleaned["key"] = free_key(str(cleaned.get(self.keyed_from, "")), self.taken)
        self.taken.add(cleaned.get("key", ""))
        return cleaned


def free_key(text: str, taken: Iterable[str]) -> str:
    """Return a key made from the first words of a text that is none of the taken ones."""
    words = slugify(text).split("-")
    stem = "-".join(words[:7])[:60].strip("-") or "unnamed"
    number, key = 1, stem
    while key in taken:
        number += 1
        key = f"{stem}-{number}"
    return key
