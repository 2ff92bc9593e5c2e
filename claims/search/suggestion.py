"""“Did you mean”: the nearest spelling among the words that published claims use, when a search finds nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from difflib import SequenceMatcher
from functools import lru_cache

from claims.documents.search_text import fold, stem_of
from claims.models import ContentVersion, Listing
from claims.search.filters import Filters
from claims.search.query import read_query
from claims.search.rows import rows_for

#: Claims whose words are known, and words that are kept, so that a knowledge base of any size costs the same.
CLAIMS_READ, WORDS_KEPT = 2_000, 30_000
#: Shorter words have too many neighbours for a guess.
SHORTEST = 4
#: Similarity (Ratcliff and Obershelp) from which a word counts as another spelling.
NEAR = 0.75
_WORD = re.compile(r"[^\W\d_]+")


def suggest(filters: Filters) -> str | None:
    """Return the query with its unknown words respelt, or None where that finds nothing under the other filters."""
    version = ContentVersion.objects.values_list("number", "changed_at").first()
    if version is None:  # nothing was ever published
        return None
    frequencies = _frequencies(*version)
    wanted = {word for term in read_query(filters.q).wanted if not term.prefix for word in term.words}
    respelt = respell(filters.q, wanted, frequencies)
    if respelt == filters.q or not rows_for(replace(filters, q=respelt)).exists():
        return None
    return respelt


def respell(query: str, wanted: set[str], frequencies: Mapping[str, int]) -> str:
    """Return the query with each wanted word that no claim uses replaced by its nearest neighbour, if it has one."""
    stems = {stem_of(word) for word in frequencies}

    def better(typed: re.Match[str]) -> str:
        word = fold(typed.group())
        if word not in wanted or len(word) < SHORTEST or stem_of(word) in stems:
            return typed.group()
        return nearest(word, frequencies) or typed.group()

    return _WORD.sub(better, query)


def nearest(word: str, frequencies: Mapping[str, int]) -> str | None:
    """Return the most similar word of about the same length; of equals the more frequent, then the first by letters."""
    matcher = SequenceMatcher(b=word, autojunk=False)
    best: tuple[float, int, str] | None = None
    for known in sorted(frequencies):
        if abs(len(known) - len(word)) > 2:
            continue
        matcher.set_seq1(known)
        least = best[0] if best else NEAR
        if min(matcher.real_quick_ratio(), matcher.quick_ratio()) >= least and (ratio := matcher.ratio()) >= least:
            found = (ratio, frequencies[known], known)
            best = found if best is None or found[:2] > best[:2] else best
    return best[2] if best else None


@lru_cache(maxsize=1)
def _frequencies(number: int, changed_at: datetime) -> dict[str, int]:
    """Return the words of the newest claims and how often they occur; made once for each content version."""
    counted: Counter[str] = Counter()
    texts = Listing.objects.order_by("-number").values_list("body_words", flat=True)[:CLAIMS_READ]
    for text in texts.iterator(chunk_size=100):
        counted.update(word for word in text.split() if len(word) >= SHORTEST and not word.isdigit())
    ordered = sorted(counted.items(), key=lambda item: (-item[1], item[0]))
    return dict(ordered[:WORDS_KEPT])
