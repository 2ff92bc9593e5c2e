"""The words of the vocabularies in the language of the site.

The vocabularies themselves are pure and English (`sources.words`); here, where something is shown to a person, their
label and definition are looked up in the catalogue. A label's context is the name of its vocabulary, so that "low"
can be two different words for certainty and for risk of bias.
"""

from __future__ import annotations

from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext, pgettext, pgettext_lazy

from sources.words import Word

#: The language of what is published here: claims, reasons, and the sentences frozen in documents.
RECORD_LANGUAGE = "en"


def label(word: Word) -> str:
    """Return the word's label in the language of the site."""
    return pgettext(type(word).__name__, word.label)


def definition(word: Word) -> str:
    """Return what the word means in the language of the site."""
    return translated(word.definition)


def named(word: Word) -> Any:
    """Return the word's label, looked up when it is shown."""
    return pgettext_lazy(type(word).__name__, word.label)


def choices(vocabulary: type[Word]) -> list[tuple[str, Any]]:
    """Return (value, label) pairs whose labels are looked up when they are shown."""
    return [(word.value, named(word)) for word in vocabulary]


def translated(text: str) -> str:
    """Return a text of the program's own tables in the language of the site; an unknown one stays as it is.

    An empty text is nothing to look up: under it a catalogue keeps its own head.
    """
    return gettext(text) if text else ""


def verb_text(verb: str) -> str:
    """Return in words what was done, from the name under which an event keeps it."""
    return pgettext("event", verb.replace("_", " "))


def record_text(text: str) -> str:
    """Return text of the record for a sentence of the site, marked up where the two have different languages."""
    return format_html('<span lang="{}">{}</span>', RECORD_LANGUAGE, text) if is_foreign() else text


def record_attribute() -> SafeString:
    """Return the attribute by which an element says that it holds text of the record; empty in the same language."""
    return format_html(' lang="{}"', RECORD_LANGUAGE) if is_foreign() else SafeString("")


def is_foreign() -> bool:
    """Tell whether the site speaks another language than the record."""
    return (get_language() or RECORD_LANGUAGE).split("-")[0] != RECORD_LANGUAGE
