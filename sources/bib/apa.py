"""References in the style of the American Psychological Association (Publication Manual, 7th ed., 2020).

The section numbers below are the manual's. Titles are printed as the record has them: sentence case cannot be
made by rule without breaking names.
"""

from __future__ import annotations

import re

from sources.bib.cited import Cited, Part, stop
from sources.bib.identifiers import doi_url
from sources.bib.initials import initials, split_given
from sources.bib.pages import full_pages
from sources.bib.record import Name, Record
from sources.bib.vancouver import IN_A_BOOK, IN_A_PERIODICAL

NAMED_AUTHORS = 20
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_BETWEEN_NUMBERS = re.compile(r"(?<=\d)\s*[-\u2010-\u2015\u2212]\s*(?=\d)")
_ARTICLE_NUMBER = re.compile(r"[A-Za-z]+\d{3,}")


def apa(record: Record) -> Cited:
    """Return the reference with the title of the containing work, or of a work of its own, in italics."""
    authors, title, date = [Part(stop(_authors(record.author)))], _title(record), [Part(f"({_date(record)}).")]
    # 9.12: without an author the title moves to the author's place.
    opening = [authors, date, title] if record.author else [title, date]
    return Cited.of([*opening, _container(record), _link(record)])


def _authors(names: tuple[Name, ...]) -> str:
    """Up to 20 authors in full; of more, the first 19, an ellipsis and the last (9.8)."""
    shown = [_author(name) for name in names]
    if len(shown) > NAMED_AUTHORS:
        return ", ".join(shown[: NAMED_AUTHORS - 1]) + f", . . . {shown[-1]}"
    if len(shown) < 2:
        return "".join(shown)
    return ", ".join(shown[:-1]) + f", & {shown[-1]}"


def _author(name: Name) -> str:
    """Surname, initials with stops and spaces, hyphens kept, suffix after a comma (9.8)."""
    given, surname = split_given(name)
    letters = " ".join("-".join(f"{letter}." for letter in group) for group in initials(given))
    suffix = f"{name.suffix}." if name.suffix in {"Jr", "Sr"} else name.suffix
    return ", ".join(part for part in (surname, letters, suffix) if part)


def _date(record: Record) -> str:
    """The year for scholarly works; year, month and day for web pages and newspapers (9.14); "n.d." (9.17)."""
    if not record.issued:
        return "n.d."
    year, *rest = record.issued
    if not rest or record.type not in {"webpage", "post", "post-weblog", "article-newspaper", "article-magazine"}:
        return str(year)
    return " ".join([f"{year},", _MONTHS[rest[0] - 1], *map(str, rest[1:])])


def _title(record: Record) -> list[Part]:
    """Italic for a work that stands alone, upright for a part of a greater one (9.19)."""
    title = record.title or ""
    return [Part(title, italic=not _has_container(record)), Part(stop(title)[len(title) :])]


def _has_container(record: Record) -> bool:
    return record.type in IN_A_PERIODICAL | IN_A_BOOK and record.container_title is not None


def _container(record: Record) -> list[Part]:
    if record.type in IN_A_BOOK:
        return _in_book(record)
    if record.type not in IN_A_PERIODICAL:
        return _publisher(record.publisher or record.container_title, record)
    if not record.container_title:
        return []
    volume = [Part(", "), Part(record.volume, italic=True)] if record.volume else []
    issue = f"({_BETWEEN_NUMBERS.sub('–', record.issue)})" if record.issue else ""
    pages = f", {_pages(record.page)}" if record.page else ""
    between = ", " if issue and not volume else ""
    return [Part(record.container_title, italic=True), *volume, Part(f"{between}{issue}{pages}.")]


def _pages(pages: str) -> str:
    """A range with an en dash; a number that letters open, as of e-only articles, is an article number (9.27)."""
    return f"Article {pages}" if _ARTICLE_NUMBER.fullmatch(pages) else full_pages(pages)


def _in_book(record: Record) -> list[Part]:
    """Of a chapter: the book in italics, the pages in parentheses, the publisher (10.3)."""
    pages = f" (pp. {full_pages(record.page)})" if record.page else ""
    book = [Part("In "), Part(record.container_title, italic=True), Part(f"{pages}.")] if record.container_title else []
    publisher = _publisher(record.publisher, record)
    return [*book, *([Part(" ")] if book and publisher else []), *publisher]


def _publisher(publisher: str | None, record: Record) -> list[Part]:
    """The publisher or site, unless it is the author (9.29, 9.32)."""
    if not publisher or publisher in {name.surname for name in record.author}:
        return []
    return [Part(stop(publisher))]


def _link(record: Record) -> list[Part]:
    """The DOI as an address, or else the web address, without a full stop after it (9.35)."""
    url = doi_url(record.doi) if record.doi else record.url
    return [Part(url, url=url)] if url else []
