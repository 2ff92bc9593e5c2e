"""Words of the vocabularies as a curator sees them: symbol and label, never colour alone."""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString

from claims.words import Word
from sources.labels import label


def verdict_mark(word: Word) -> SafeString:
    """Return symbol and label of a word."""
    return format_html('<strong class="word word-{}">{} {}</strong>', word.value, word.symbol, label(word))
