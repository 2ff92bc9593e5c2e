"""Whether two records describe one work, with the reasons; "not known" is an answer."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from sources.bib.identifiers import normalise_doi
from sources.bib.record import Record


@dataclass(frozen=True)
class Match:
    """``same`` is ``None`` where the records do not decide it."""

    same: bool | None
    reasons: tuple[str, ...]


def match_works(a: Record, b: Record) -> Match:
    """Compare identifiers first; only where none can be compared, title, year and first author.

    One work may carry several identifiers but each of them once, so a DOI, PMID or PMCID that differs means two
    works, and identifiers that disagree with one another mean that a record is wrong.
    """
    agreeing, conflicting = _compare_identifiers(a, b)
    if agreeing and conflicting:
        return Match(None, (*agreeing, *conflicting, "The identifiers disagree: one of the records is wrong."))
    if agreeing or conflicting:
        return Match(bool(agreeing), agreeing or conflicting)
    return _compare_descriptions(a, b)


def _compare_identifiers(a: Record, b: Record) -> tuple[tuple[str, ...], tuple[str, ...]]:
    pairs = [
        ("DOI", a.doi and normalise_doi(a.doi), b.doi and normalise_doi(b.doi)),
        ("PMID", a.pmid, b.pmid),
        ("PMCID", a.pmcid, b.pmcid),
    ]
    known = [(kind, first, second) for kind, first, second in pairs if first and second]
    agreeing = tuple(f"Same {kind}: {first}." for kind, first, second in known if first == second)
    conflicting = tuple(f"Different {kind}: {first} and {second}." for kind, first, second in known if first != second)
    return agreeing, conflicting


def _compare_descriptions(a: Record, b: Record) -> Match:
    compared = {
        "title": (plain_words(a.title or ""), plain_words(b.title or "")),
        "year": (a.year, b.year),
        "first author": (_first_author(a), _first_author(b)),
    }
    unknown = [name for name, pair in compared.items() if not all(pair)]
    same = [name for name, pair in compared.items() if all(pair) and pair[0] == pair[1]]
    different = [name for name, pair in compared.items() if all(pair) and pair[0] != pair[1]]
    reasons = tuple(
        f"{word} {', '.join(names)}."
        for word, names in (("Same", same), ("Different", different), ("Not known in both:", unknown))
        if names
    )
    if not different and not unknown:
        return Match(True, reasons)
    return Match(False if "title" in different and len(different) > 1 else None, reasons)


def _first_author(record: Record) -> str:
    return plain_words(record.author[0].surname) if record.author else ""


def plain_words(text: str) -> str:
    """Return the words in lower case without accents, markup and punctuation, for comparing titles and names."""
    unmarked = re.sub(r"</?[a-z]+>", "", text, flags=re.IGNORECASE)
    decomposed = unicodedata.normalize("NFKD", unmarked)
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(re.findall(r"\w+", bare.casefold()))
