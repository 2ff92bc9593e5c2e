"""Sentences of a paragraph as spans: a boundary pattern, and the abbreviations that only look like one.

The spans leave out nothing but the white space between sentences. Where a stop could be either, the text is not
split: two sentences in one span lose nothing, half a sentence loses its sense.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# A mark that ends a sentence, what may close after it (quotes, brackets, note numbers), then white space.
_BOUNDARY = re.compile(r"(?<![.!?…])[.!?…]++(?:[\"'”’»)\]]*+|(?:\[[0-9,–-]++\]|[⁰¹²³⁴-⁹]++)++)\s++")
_LAST_WORD = re.compile(r"[^\s(\[“\"‘']+$")
_OPENING = "\"'“‘«([¿¡#*"

ABBREVIATIONS = frozenset(
    {
        "al.", "approx.", "ca.", "cf.", "dr.", "e.g.", "esp.", "i.e.", "incl.", "jr.", "mr.", "mrs.", "ms.", "prof.",
        "resp.", "sp.", "spp.", "st.", "u.k.", "u.s.", "viz.", "vs.",
    }
)  # fmt: skip
"""Never the end of a sentence."""

BEFORE_NUMBERS = frozenset({"ch.", "ed.", "eq.", "fig.", "figs.", "no.", "nos.", "p.", "pp.", "ref.", "sec.", "vol."})
"""Not the end of a sentence where a number follows."""

LETTERED = frozenset({"vitamin", "vitamins", "hepatitis", "type", "grade", "group", "class", "arm", "study", "factor"})
"""Words after which a single capital is a name of its own ("vitamin D."), not an initial ("D. Smith")."""


@dataclass(frozen=True)
class Sentence:
    """A sentence by its span in code points; ``number`` counts from 1 within the paragraph."""

    start: int
    end: int
    number: int


def sentences(text: str, start: int = 0) -> list[Sentence]:
    """Return the sentences of the paragraph; ``start`` is the position of its first code point in the whole text."""
    edges = [0]
    for found in _BOUNDARY.finditer(text):
        if _ends_sentence(text, edges[-1], found):
            edges.append(found.end())
    spans = ((first, last) for first, last in zip(edges, [*edges[1:], len(text)], strict=True))
    trimmed = [_trim(text, first, last) for first, last in spans]
    kept = [span for span in trimmed if span[0] < span[1]]
    return [Sentence(start + first, start + last, number) for number, (first, last) in enumerate(kept, start=1)]


def _trim(text: str, first: int, last: int) -> tuple[int, int]:
    content = text[first:last]
    return first + len(content) - len(content.lstrip()), first + len(content.rstrip())


def _ends_sentence(text: str, sentence_start: int, found: re.Match[str]) -> bool:
    following = text[found.end() : found.end() + 8].lstrip(_OPENING)[:1]
    if following.islower():
        return False
    if text[found.start() : found.start() + 1] != "." or text[found.start() + 1 : found.start() + 2] == ".":
        return True
    earliest = max(sentence_start, found.start() - 60)
    word = _LAST_WORD.search(text, earliest, found.start() + 1)
    return not word or not _abbreviates(word[0], text[earliest : word.start()], following)


def _abbreviates(word: str, before: str, following: str) -> bool:
    lowered = word.lower()
    if lowered in ABBREVIATIONS or (lowered in BEFORE_NUMBERS and following.isdigit()):
        return True
    if len(word) != 2 or not word[0].isupper():
        return False
    previous = before.split()[-1:]
    # An initial opens the sentence or stands beside names; a letter after a plain word ends the sentence.
    return not previous or (previous[0].lower() not in LETTERED and previous[0][0].isupper())
