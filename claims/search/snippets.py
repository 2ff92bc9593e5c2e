"""The line of a found claim that shows why it was found, in parts so that a page can mark the words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from claims.documents.search_text import stem_of, words_of
from claims.search.query import TextQuery

_TOKEN = re.compile(r"[^\W\d_]+|\d+")
#: Characters of a snippet, at most, on either side of the first word found.
AROUND = 90


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a snippet; ``found`` pieces are the words searched for."""

    text: str
    found: bool


def _is_wanted(token: str, stems: frozenset[str], prefixes: tuple[str, ...]) -> bool:
    folded = "".join(words_of(token))
    return stem_of(folded) in stems or (bool(prefixes) and folded.startswith(prefixes))


def _cut(line: str, first: int) -> str:
    start = max(0, first - AROUND)
    end = min(len(line), first + AROUND)
    start = line.find(" ", start, first) + 1 if start else 0
    end = line.rfind(" ", first, end) if end < len(line) else end
    end = end if end > first else len(line)
    return ("… " if start else "") + line[start:end] + (" …" if end < len(line) else "")


def _parts(text: str, stems: frozenset[str], prefixes: tuple[str, ...]) -> list[Part]:
    parts: list[Part] = []
    last = 0
    for token in _TOKEN.finditer(text):
        if _is_wanted(token.group(), stems, prefixes):
            parts += [Part(text[last : token.start()], False), Part(token.group(), True)]
            last = token.end()
    return [part for part in [*parts, Part(text[last:], False)] if part.text]


def snippet(text: str, query: TextQuery) -> list[Part]:
    """Return the first line of the text below its title in which most wanted words occur, cut to size."""
    stems = frozenset(stem for term in query.wanted if not term.prefix for stem in term.stems)
    prefixes = tuple(term.words[-1] for term in query.wanted if term.prefix)
    best, best_score, first = "", 0, 0
    for line in text.split("\n")[2:]:
        hits = [token for token in _TOKEN.finditer(line) if _is_wanted(token.group(), stems, prefixes)]
        score = len({stem_of("".join(words_of(hit.group()))) for hit in hits})
        if score > best_score:
            best, best_score, first = line, score, hits[0].start()
    return _parts(_cut(best, first), stems, prefixes) if best else []
