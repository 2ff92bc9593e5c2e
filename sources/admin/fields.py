"""Form fields that show lists and dates as text a curator can read and type, never as JSON."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from sources.bib.identifiers import InvalidIdentifier

PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")
Author = dict[str, Any]


class LinesField(forms.CharField):
    """A list of texts, one on each line."""

    widget = forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(map(str, value)) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        text = "\n".join(value) if isinstance(value, list) else value or ""
        return [line.strip() for line in text.splitlines() if line.strip()]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return self.to_python(initial) != self.to_python(data)


def author_line(author: Author) -> str:
    """Return an author as typed: ``Family, Given`` for a person, ``{Name}`` for an organisation."""
    if author.get("literal"):
        return "{" + str(author["literal"]) + "}"
    return ", ".join(filter(None, [str(author.get("family", "")), str(author.get("given", ""))]))


def read_author(line: str) -> Author:
    """Return the author on a line. Raises ValidationError for several words without a comma or braces."""
    if line.startswith("{") and line.endswith("}") and line[1:-1].strip():
        return {"literal": line[1:-1].strip()}
    family, comma, given = (part.strip() for part in line.partition(","))
    if not family or "{" in line or "}" in line or (" " in family and not comma):
        raise ValidationError(
            gettext(
                "“%(line)s”: write a person as “Family, Given” and an organisation in braces, "
                "e.g. “{World Health Organization}”."
            )
            % {"line": line}
        )
    return {"family": family, "given": given} if given else {"family": family}


class AuthorsField(LinesField):
    """CSL names, one on each line; what a name holds beyond family and given is kept while its line stays the same."""

    widget = forms.Textarea(attrs={"rows": 6, "class": "vLargeTextField"})

    def __init__(self, *, known: list[Author] | None = None, **options: Any) -> None:
        super().__init__(**options)
        self.known = {author_line(author): author for author in known or []}

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(author_line(author) for author in value) if isinstance(value, list) else value

    def to_python(self, value: Any) -> Any:
        lines = super().to_python(self.prepare_value(value))
        return [self.known.get(line) or read_author(line) for line in lines]

    def has_changed(self, initial: Any, data: Any) -> bool:
        return LinesField().to_python(self.prepare_value(initial or [])) != LinesField().to_python(data)


class PartialDateField(forms.CharField):
    """A date of which month and day may be unknown: 2019, 2019-03 or 2019-03-14."""

    def prepare_value(self, value: Any) -> Any:
        if not isinstance(value, list):
            return value
        return "-".join(f"{part:04d}" if place == 0 else f"{part:02d}" for place, part in enumerate(value))

    def to_python(self, value: Any) -> Any:
        text = str(self.prepare_value(value) or "").strip()
        if not text:
            return []
        match = PARTIAL_DATE.fullmatch(text)
        parts = [int(part) for part in match.groups() if part] if match else []
        try:
            date(*[*parts, 1, 1][:3])
        except (TypeError, ValueError):
            raise ValidationError(f"“{text}”: write 2019, 2019-03 or 2019-03-14, as much as is known.") from None
        return parts

    def has_changed(self, initial: Any, data: Any) -> bool:
        return (self.prepare_value(initial) or "") != (data or "").strip()


class IdentifierField(forms.CharField):
    """A DOI, PMID or PMCID as it is pasted: bare, with its label, or as an address; kept in its normal form.

    What ``read`` refuses stays as typed, so that the model says what it expects. The length is the model's to check
    too: an address is longer than what is kept of it.
    """

    def __init__(self, *, read: Callable[[str], str], **options: Any) -> None:
        widget = forms.TextInput(attrs={"class": "vTextField"})
        super().__init__(**{"required": False, "widget": widget, **options})
        self.read = read

    def to_python(self, value: Any) -> Any:
        typed = super().to_python(value)
        try:
            return self.read(typed) if typed else typed
        except InvalidIdentifier:
            return typed

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(initial, self.to_python(data))


class PlainNumberField(forms.FloatField):
    """A number that is shown without the ".0" that nobody typed."""

    def prepare_value(self, value: Any) -> Any:
        return str(value).removesuffix(".0") if isinstance(value, float) else value
