"""Columns and references that several tables share."""

from __future__ import annotations

from claims.bundle.columns import LARGEST_INTEGER, Column, Reference
from claims.words import Word
from sources.bib.identifiers import DOI_PATTERN

SLUG = r"[-a-zA-Z0-9_]+"
SLUG_SAYS = "letters without accents, digits, - and _"
#: Identifier patterns are written with ``\A`` and ``\Z``; cells are matched whole, and JSON Schema has no such anchors.
DOI = DOI_PATTERN.removeprefix(r"\A").removesuffix(r"\Z")


def values_of(words: type[Word]) -> tuple[str, ...]:
    """Return the values of a vocabulary, in order."""
    return tuple(str(member) for member in words)


def slug(name: str, means: str, *, longest: int = 120, required: bool = True) -> Column:
    """Return a column for a short lasting key."""
    return Column(name, means, required=required, pattern=SLUG, expected=SLUG_SAYS, longest=longest)


def public_name(letter: str, noun: str) -> Column:
    """Return the column for a public name such as C12."""
    return Column(
        "id",
        f"Public name of the {noun}, kept where it is free; empty for a new one.",
        pattern=rf"{letter}[1-9][0-9]{{0,8}}",
        expected=f"{letter} and a number, such as {letter}12",
    )


def word(name: str, means: str, words: type[Word], *, required: bool = True) -> Column:
    """Return a column that takes one word of a vocabulary."""
    return Column(name, means, required=required, words=values_of(words))


def whole(name: str, means: str, *, required: bool = False, least: int = 0, most: int = LARGEST_INTEGER) -> Column:
    """Return a column for a whole number."""
    return Column(name, means, kind="integer", required=required, least=least, most=most)


def number(name: str, means: str, *, least: int | None = None) -> Column:
    """Return a column for any number."""
    return Column(name, means, kind="number", least=least)


def text(name: str, means: str, longest: int | None = None, *, required: bool = False) -> Column:
    """Return a column for free text."""
    return Column(name, means, required=required, longest=longest)


CLAIM = slug("claim", "Key of the claim.")
SOURCE = slug("source", "Citekey of the source.", longest=80)
ARTICLE = slug("article", "Slug of the article.")
OMISSION = slug("omission", "Key of the omission.")
TO_CLAIM = Reference(("claim",), "claims", ("key",))
TO_SOURCE = Reference(("source",), "sources_curation", ("citekey",))
TO_ARTICLE = Reference(("article",), "articles", ("slug",))
TO_EVIDENCE = Reference(("claim", "source"), "evidence", ("claim", "source"))
TO_OMISSION = Reference(("article", "omission"), "omissions", ("article", "key"))
