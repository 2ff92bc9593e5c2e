"""The sentences of a typed text that make a claim: entries of a bibliography among them make none."""

from __future__ import annotations

import re

from claims.extraction.sentences import sentences

#: Year, volume and pages of an entry: "2012;17(3):5-20".
_PLACE = re.compile(
    r"\b(?:1[89]|20)\d\d(?:\s[A-Z][a-z]{2}(?:\s\d{1,2})?)?\s?;\s?\d+\s?(?:\([^)]{1,12}\))?\s?:\s?[\w–-]+"
)
#: The authors that open an entry: "Smith J, Berg AB, et al.".
_AUTHOR = r"[^\W\d_a-z][\w'’-]+(?:\s[^\W\d_a-z][\w'’-]+)?\s[A-Z]{1,3}"
_AUTHORS = re.compile(rf"(?:^|(?<=\s))(?:\[?\d{{1,3}}[.\])]\s+)?{_AUTHOR}(?:,\s{_AUTHOR})*(?:,?\set al)?\.\s")
_LINKS = re.compile(r"^(?:doi|pmid|pmcid|https?://)", re.IGNORECASE)


def claiming_spans(text: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences, line by line: a heading without a full stop is a sentence of its own.

    A sentence within an entry of a bibliography, or with nothing but its links, is left out.
    """
    spans, start = [], 0
    for line in text.split("\n"):
        found = [(sentence.start - start, sentence.end - start) for sentence in sentences(line, start)]
        entries = _entries(line, found)
        for begin, end in found:
            is_entry = any(first < end and begin < last for first, last in entries)
            if not is_entry and not (entries and _LINKS.match(line[begin:end])):
                spans.append((start + begin, start + end))
        start += len(line) + 1
    return spans


def _entries(line: str, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the spans of the entries: from the authors, or the sentence's begin, to the sentence with the pages."""
    entries: list[tuple[int, int]] = []
    for place in _PLACE.finditer(line):
        begin, end = next(((begin, end) for begin, end in found if begin <= place.start() < end), place.span())
        done = entries[-1][1] if entries else 0
        authors = [match.start() for match in _AUTHORS.finditer(line, done, place.start())]
        entries.append((min(begin, authors[-1]) if authors else begin, end))
    return entries
