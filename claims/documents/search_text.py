"""The text of a claim that a search finds it by, and how text and queries are normalised alike.

Words are split at every change between letters, digits and other signs, folded to lower case without diacritics and
special letters, brought to one spelling and stemmed (Snowball English). Both databases index the normalised words as
they are, so both find the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import snowballstemmer

from claims.documents.spelling import one_spelling

_STEMMER = snowballstemmer.stemmer("english")
_WORD = re.compile(r"[^\W\d_]+|\d+")
#: Small letters that Unicode does not decompose into a Latin letter and a sign -> how they are typed without them.
LETTERS = {
    "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ŧ": "t", "ŋ": "n", "þ": "th", "ı": "i",
}  # fmt: skip


def fold(text: str) -> str:
    """Return the text in lower case, without diacritics, in letters that every keyboard has: "ø" is "o", "ß" is "ss".

    Two letters may stand for one, so places in the text and in what is returned are not the same.
    """
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    for sign in set(decomposed):  # a text has few different signs, so this is far faster than sign by sign
        if sign in LETTERS or unicodedata.combining(sign):
            decomposed = decomposed.replace(sign, LETTERS.get(sign, ""))
    return decomposed


def words_of(text: str) -> list[str]:
    """Return the folded words of the text in order; letters and digits never share a word."""
    return _WORD.findall(fold(text))


@lru_cache(maxsize=20_000)
def stem_of(word: str) -> str:
    """Return the stem of a folded word, the same for its British and its American spelling."""
    return str(_STEMMER.stemWord(one_spelling(word)))


def stems_of(text: str) -> list[str]:
    """Return the stems of the words of the text, in order."""
    return [stem_of(word) for word in words_of(text)]


def _titles(document: dict[str, Any]) -> Iterator[str]:
    yield from (document["id"], document["statement"], *document["topics"])
    yield from (figure["text"] for figure in document["figures"])


def _bodies(document: dict[str, Any]) -> Iterator[str | None]:
    yield from (document["verdict_reason"], document["accurate_wording"])
    yield from (item["quote"] for item in document["occurrences"])
    for figure in document["figures"]:
        yield from (figure["reason"], figure["comparator"], figure["population"])
    for item in document["evidence"]:
        yield from (item["population"], item["intervention"], item["comparator"], item["outcome"], item["note"])
        yield from (finding["what"] for finding in item["findings"])
    for source in document["sources"]:
        yield from _of_source(source)


def _of_source(source: dict[str, Any]) -> Iterator[str]:
    """Yield a line that tells the work and one that tells its authors, so that a snippet says which source it is."""
    csl = source["csl"]
    numbers = [f"{name} {csl[name]}" for name in ("DOI", "PMID", "PMCID") if csl.get(name)]
    authors = [author.get("family") or author.get("literal") for author in csl.get("author", [])]
    told = [source["short"], csl["title"], csl.get("container-title"), *numbers, source["citekey"]]
    yield ". ".join(part for part in told if part)
    yield f"{source['short']}: {', '.join(name for name in authors if name)}"


def search_columns(document: dict[str, Any]) -> dict[str, str]:
    """Return the columns of `Listing` that searching reads: readable text, then the normalised words."""
    title = "\n".join(_titles(document))
    text = "\n".join(part for part in (title, *_bodies(document)) if part)
    return {
        "search_text": text,
        "title_stems": " ".join(stems_of(title)),
        "body_stems": " ".join(stems_of(text)),
        "body_words": " ".join(words_of(text)),
    }


def source_keys(document: dict[str, Any]) -> str:
    """Return what a source is suggested by while somebody types, folded, a blank before each key.

    The words of its authors' names, the year, DOI, PMID, PMCID and citekey; identifiers are kept whole.
    """
    csl = document["csl"]
    names = [author.get("family") or author.get("literal") or "" for author in csl.get("author", [])]
    dates = csl.get("issued", {}).get("date-parts") or [[]]
    keys = [word for name in names for word in words_of(name)]
    keys += [str(year) for year in dates[0][:1]]
    keys += [fold(csl[name]) for name in ("DOI", "PMID", "PMCID") if csl.get(name)]
    return "".join(f" {key}" for key in dict.fromkeys([*keys, fold(document["citekey"])]))
