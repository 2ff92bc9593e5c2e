"""The line of a found claim that shows why it was found, in parts so that a page can mark the words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from claims.documents.search_text import fold, stem_of
from claims.search.query import TextQuery

_TOKEN = re.compile(r"[^\W\d_]+|\d+")
#: Characters of a snippet, at most, on either side of the first word found.
AROUND = 90
NEARBY = 30
#: Shorter lines (a topic, a name) tell less than a sentence does.
TELLING = 40


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a snippet; ``found`` pieces are the words searched for."""

    text: str
    found: bool


@dataclass(frozen=True, slots=True)
class _Wanted:
    stems: frozenset[str]
    prefixes: tuple[str, ...]

    def has(self, token: str) -> bool:
        folded, stem = _normalised(token)
        return stem in self.stems or (bool(self.prefixes) and folded.startswith(self.prefixes))

    @property
    def beginnings(self) -> list[str]:
        """What at least one word found begins with, for a quick look before words are taken one by one."""
        return [stem[:3] if len(stem) > 3 else stem[:1] for stem in self.stems] + list(self.prefixes)


@lru_cache(maxsize=20_000)
def _normalised(token: str) -> tuple[str, str]:
    folded = fold(token)
    return folded, stem_of(folded)


def marked(text: str, query: TextQuery) -> list[Part]:
    """Return a text that is shown whole, in parts, with the words searched for."""
    return _parts(unicodedata.normalize("NFC", text), _wanted_by(query))


def _wanted_by(query: TextQuery) -> _Wanted:
    return _Wanted(
        stems=frozenset(stem for term in query.wanted if not term.prefix for stem in term.stems),
        prefixes=tuple(term.words[-1] for term in query.wanted if term.prefix),
    )


def snippet(text: str, query: TextQuery, *, shown: Collection[str] = ()) -> list[Part]:
    """Return the first telling line below the claim's statement in which most wanted words occur, cut to size.

    The lines of the texts ``shown`` stand beside the snippet anyway, so they are passed over.
    """
    wanted = _wanted_by(query)
    passed = {line for other in shown for line in unicodedata.normalize("NFC", other).split("\n")}
    beginnings = wanted.beginnings
    best, best_score, first = "", (0, False), 0
    lines = unicodedata.normalize("NFC", text).split("\n")[2:]
    for line, folded in zip(lines, fold("\n".join(lines)).split("\n"), strict=True):
        # of the two spellings only "ae" differs in what a stem begins with and a text may not hold
        spelt = folded.replace("ae", "e")
        if line in passed or not any(beginning in folded or beginning in spelt for beginning in beginnings):
            continue
        hits = [token for token in _TOKEN.finditer(line) if wanted.has(token.group())]
        score = (len({_normalised(hit.group())[1] for hit in hits}), len(line) >= TELLING)
        if hits and score > best_score:
            best, best_score, first = line, score, hits[0].start()
            if score == (len(wanted.stems) + len(wanted.prefixes), True):
                break
    return _parts(_cut(best, first), wanted) if best else []


def _cut(line: str, first: int) -> str:
    """Return the surroundings of the place, cut at a blank where there is one nearby."""
    start, end = max(0, first - AROUND), min(len(line), first + AROUND)
    if start:
        start = max(start, line.find(" ", start, min(first, start + NEARBY)) + 1)
    if end < len(line):
        blank = line.rfind(" ", max(first, end - NEARBY), end)
        end = blank if blank > first else end
    return ("… " if start else "") + line[start:end] + (" …" if end < len(line) else "")


def _parts(text: str, wanted: _Wanted) -> list[Part]:
    """Return the text in parts; words found that only a sign parts, as in a DOI, are one part."""
    parts: list[Part] = []
    last = 0
    for token in _TOKEN.finditer(text):
        if not wanted.has(token.group()):
            continue
        between = text[last : token.start()]
        if parts and len(between) <= 1 and not between.isspace():
            parts[-1] = Part(parts[-1].text + between + token.group(), True)
        else:
            parts += [Part(between, False), Part(token.group(), True)]
        last = token.end()
    return [part for part in [*parts, Part(text[last:], False)] if part.text]
