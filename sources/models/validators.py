"""What columns of a source may hold. Each validator raises ValidationError saying what was expected."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext


def check_authors(value: Any) -> None:
    """Accept a list of CSL names: objects with a family name, a given name or a literal one."""
    if not isinstance(value, list):
        raise ValidationError(gettext("Authors are a list of names."))
    for place, author in enumerate(value, 1):
        named = isinstance(author, dict) and any(
            isinstance(author.get(part), str) and author[part].strip() for part in ("family", "given", "literal")
        )
        if not named:
            raise ValidationError(
                gettext("Author %(place)d needs a family name, a given name or a literal one.") % {"place": place}
            )


def check_issued(value: Any) -> None:
    """Accept ``[year]``, ``[year, month]`` or ``[year, month, day]`` of a day that exists, or an empty list."""
    message = gettext("A date of issue is [year], [year, month] or [year, month, day] in whole numbers.")
    if not isinstance(value, list) or len(value) > 3 or not all(type(part) is int for part in value):
        raise ValidationError(message)
    try:
        date(*[*value, 1, 1, 1][:3])
    except (ValueError, OverflowError):
        raise ValidationError(f"{'-'.join(map(str, value))} is no date. {message}") from None


def check_texts(value: Any) -> None:
    """Accept a list of texts that are not empty."""
    if not isinstance(value, list) or not all(isinstance(text, str) and text.strip() for text in value):
        raise ValidationError(gettext("Give a list of texts, none of them empty."))


def check_participants(value: int) -> None:
    """Refuse a study of nobody; a column of whole numbers refuses what lies below by itself."""
    if value == 0:
        raise ValidationError(
            gettext("Participants: expected a whole number above 0; leave it empty where it is not known.")
        )


def check_members(value: Any) -> None:
    """Accept an object."""
    if not isinstance(value, dict):
        raise ValidationError(gettext("Give an object of names and values."))
