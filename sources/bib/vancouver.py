"""Vancouver references after the National Library of Medicine (Patrias, Citing Medicine, 2nd ed., 2007-).

Choices where the guide leaves one: the first six authors, then "et al." (chapter 1, optional rule, and the ICMJE
sample references); journal titles as the record has them, abbreviated only where it carries the abbreviation;
identifiers in the order of PubMed's own citations (DOI, PMID, PMCID).
"""

from __future__ import annotations

from sources.bib.cited import Cited, Part, stop
from sources.bib.identifiers import doi_url, pmcid_url, pmid_url
from sources.bib.initials import initials, split_given
from sources.bib.pages import short_pages
from sources.bib.record import Date, Name, Record

NAMED_AUTHORS = 6
MOST_INITIALS = 2
IN_A_PERIODICAL = frozenset({"article-journal", "article-magazine", "article-newspaper", "article", "review"})
IN_A_BOOK = frozenset({"chapter", "paper-conference", "entry-dictionary", "entry-encyclopedia"})
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_ORDINALS = {"II": "2nd", "III": "3rd", "IV": "4th"}


def vancouver(record: Record) -> Cited:
    """Return the reference; a part that is not known is left out or said to be unknown, as the guide has it."""
    return Cited.of(
        [
            [Part(stop(_authors(record.author)))],
            [Part(_title(record))],
            [Part(_published(record))],
            *_identifiers(record),
        ]
    )


def _authors(names: tuple[Name, ...]) -> str:
    """Persons are parted by commas; a body after persons by a semicolon (chapter 1, author, organisations)."""
    text = ""
    for before, name in zip((None, *names), names[:NAMED_AUTHORS], strict=False):
        separator = "; " if before and (before.family is None) != (name.family is None) else ", "
        text += (separator if before else "") + _author(name)
    return text + (", et al" if len(names) > NAMED_AUTHORS else "")


def _author(name: Name) -> str:
    given, surname = split_given(name)
    if name.family is None:
        return surname
    letters = "".join(letter for group in initials(given) for letter in group)[:MOST_INITIALS]
    suffix = (name.suffix or "").rstrip(".")
    return " ".join(part for part in (surname.replace(".", ""), letters, _ORDINALS.get(suffix, suffix)) if part)


def _title(record: Record) -> str:
    """A work of its own, read on the Internet, is marked so after its title (chapters 22 and 25)."""
    marked = record.title and _on_the_internet(record) and record.type not in IN_A_PERIODICAL
    title = stop(f"{(record.title or '').rstrip('.')} [Internet]" if marked else record.title or "")
    return f"{title} {stop(_edition(record.edition))}".strip()


def _edition(edition: str | None) -> str:
    if not edition or not edition.isdigit():
        return edition or ""
    ending = "th" if edition[-2:] in {"11", "12", "13"} else {"1": "st", "2": "nd", "3": "rd"}.get(edition[-1], "th")
    return f"{edition}{ending} ed."


def _published(record: Record) -> str:
    if record.type in IN_A_PERIODICAL:
        return _in_periodical(record)
    if record.type in IN_A_BOOK:
        return _in_book(record)
    return _imprint(record, record.publisher or record.container_title)


def _in_book(record: Record) -> str:
    """In: book. Imprint. p. pages (chapter 2, contributions to books)."""
    book = f"In: {stop(record.container_title)} " if record.container_title else ""
    pages = f" p. {stop(short_pages(record.page))}" if record.page else ""
    return f"{book}{_imprint(record, record.publisher)}{pages}"


def _in_periodical(record: Record) -> str:
    journal = (record.container_title_short or record.container_title or "").rstrip(".")
    if journal and _on_the_internet(record):
        journal += " [Internet]"
    issue = f"({record.issue})" if record.issue else ""
    volume = f";{record.volume or ''}{issue}" if record.volume or issue else ""
    pages = f":{short_pages(record.page)}" if record.page else ""
    return f"{stop(journal)} {stop(_date(record) + volume + pages)}".strip()


def _imprint(record: Record, publisher: str | None) -> str:
    """Place: publisher; date (chapter 2); a site or body that holds the work stands in for the publisher."""
    place = record.publisher_place
    if not publisher and not place:
        return f"[place unknown: publisher unknown]; {stop(_date(record))}"
    return f"{place or '[place unknown]'}: {publisher or '[publisher unknown]'}; {stop(_date(record))}"


def _date(record: Record) -> str:
    """Year, month in three letters, day; "[date unknown]" without one (chapter 1, date of publication)."""
    published = _in_letters(record.issued) if record.issued else "[date unknown]"
    if record.accessed and _on_the_internet(record):
        return f"{published} [cited {_in_letters(record.accessed)}]"
    return published


def _in_letters(date: Date) -> str:
    year, *rest = date
    return " ".join([str(year), *(_MONTHS[month - 1] for month in rest[:1]), *map(str, rest[1:])])


def _on_the_internet(record: Record) -> bool:
    return bool(record.url) and not (record.doi or record.pmid or record.pmcid)


def _identifiers(record: Record) -> list[list[Part]]:
    if record.url and _on_the_internet(record):
        # Appendix F: a full stop follows an address only where it ends with a slash.
        return [
            [Part("Available from: "), Part(record.url, url=record.url), Part("." if record.url[-1] == "/" else "")]
        ]
    doi = [Part("doi: "), Part(record.doi, url=doi_url(record.doi)), Part(".")] if record.doi else []
    pubmed = [Part("PMID: "), Part(record.pmid, url=pmid_url(record.pmid))] if record.pmid else []
    central = [Part("PMCID: "), Part(record.pmcid, url=pmcid_url(record.pmcid))] if record.pmcid else []
    between = [Part("; ")] if pubmed and central else []
    return [doi, [*pubmed, *between, *central, *([Part(".")] if pubmed or central else [])]]
