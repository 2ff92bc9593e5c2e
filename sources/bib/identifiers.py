"""Identifiers of published works: DOI, PMID, PMCID, ISBN and web address.

Every ``normalise_`` function takes what a person pastes (bare, with a label, or as a resolver's address) and
returns the form to compare and store, or raises `InvalidIdentifier`. The ``_PATTERN`` constants hold for the
normal forms and are written so that Python and PostgreSQL read them alike.
"""

from __future__ import annotations

import re
from urllib.parse import quote, unquote, urlsplit

# DOI Handbook 2.2: a prefix of "10." and a registrant code, a slash, and a suffix of any graphic characters;
# the suffixes that follow ANSI/NISO Z39.56 (SICI) hold parentheses, "<", ">", ";" and ":".
DOI_PATTERN = r"\A10\.[0-9]{4,9}(\.[0-9]+)*/\S+\Z"
PMID_PATTERN = r"\A[1-9][0-9]{0,7}\Z"
PMCID_PATTERN = r"\APMC[1-9][0-9]{0,8}\Z"

_DOI_RESOLVER = re.compile(r"(?i)(?:https?://)?(?:www\.)?(?:dx\.)?doi\.org/")
_DOI_LABEL = re.compile(r"(?i)doi:?\s*(?=10\.)|info:doi/")
_PMID_PREFIX = re.compile(
    r"(?i)(?:https?://)?(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed)/|(?:pubmed\s+)?pmid:?\s*"
)
_PMCID_PREFIX = re.compile(
    r"(?i)(?:https?://)?(?:pmc\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pmc)/articles/|pmcid:?\s*"
)


class InvalidIdentifier(ValueError):
    """A text that is not the identifier it should be; says what was given and what was expected."""

    def __init__(self, kind: str, given: str, expected: str) -> None:
        super().__init__(f"{given!r} is not a {kind}: expected {expected}.")
        self.kind = kind
        self.given = given
        self.expected = expected


def parse_doi(text: str) -> str:
    """Return the DOI as printed, without label or resolver: ``doi:10.1519/JSC.1`` gives ``10.1519/JSC.1``."""
    doi = text.strip()
    if resolver := _DOI_RESOLVER.match(doi):
        doi = unquote(doi[resolver.end() :])
    elif label := _DOI_LABEL.match(doi):
        doi = doi[label.end() :]
    if not re.match(DOI_PATTERN, doi) or not doi.isprintable():
        raise InvalidIdentifier("DOI", text, "10., a registrant number, a slash and a suffix, such as 10.1000/182")
    return doi


def normalise_doi(text: str) -> str:
    """Return the DOI for comparing: without label or resolver, in lower case (DOIs ignore case, Handbook 2.4)."""
    return parse_doi(text).lower()


def normalise_pmid(text: str) -> str:
    """Return the PubMed number: ``PMID: 123`` gives ``123``."""
    pmid = _strip_prefix(text, _PMID_PREFIX)
    if not re.match(PMID_PATTERN, pmid):
        raise InvalidIdentifier("PMID", text, "one to eight digits that do not start with 0")
    return pmid


def normalise_pmcid(text: str) -> str:
    """Return the PubMed Central number with its letters: ``pmc123`` gives ``PMC123``."""
    pmcid = _strip_prefix(text, _PMCID_PREFIX).upper()
    if not re.match(PMCID_PATTERN, pmcid):
        raise InvalidIdentifier("PMCID", text, "PMC and one to nine digits, such as PMC1234567")
    return pmcid


def _strip_prefix(text: str, prefix: re.Pattern[str]) -> str:
    """Return what follows the label, or in an address up to what leads on from the record, such as "?format=..."."""
    stripped = text.strip()
    found = prefix.match(stripped)
    if not found:
        return stripped
    rest = stripped[found.end() :]
    return re.split("[/?#]", rest, maxsplit=1)[0] if "/" in found[0] else rest


def normalise_isbn(text: str) -> str:
    """Return the 13 digits of an ISBN-13 or of the ISBN-13 that an ISBN-10 stands for (ISO 2108)."""
    digits = re.sub(r"(?i)^isbn(?:-1[03])?:?|[\s\u2010-\u2015-]", "", text.strip()).upper()
    if re.fullmatch("[0-9]{9}[0-9X]", digits) and _isbn10_check(digits[:9]) == digits[9]:
        return f"978{digits[:9]}{_isbn13_check('978' + digits[:9])}"
    if re.fullmatch("97[89][0-9]{10}", digits) and _isbn13_check(digits[:12]) == digits[12]:
        return digits
    raise InvalidIdentifier("ISBN", text, "10 or 13 digits with a check digit that agrees")


def _isbn10_check(digits: str) -> str:
    remainder = -sum(weight * int(digit) for weight, digit in zip(range(10, 1, -1), digits, strict=True)) % 11
    return "X" if remainder == 10 else str(remainder)


def _isbn13_check(digits: str) -> str:
    return str(-sum((1, 3)[place % 2] * int(digit) for place, digit in enumerate(digits)) % 10)


def normalise_url(text: str) -> str:
    """Return the web address, stripped; only http, https and ftp addresses with a host are addresses of a work."""
    url = text.strip()
    expected = "an address that starts with http://, https:// or ftp:// and names a host, without spaces"
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise InvalidIdentifier("web address", text, expected) from error
    if parts.scheme not in {"http", "https", "ftp"} or not parts.hostname or re.search(r"[\s\x00-\x1f<>\"]", url):
        raise InvalidIdentifier("web address", text, expected)
    return url


def doi_url(doi: str) -> str:
    """Return the resolver's address of the DOI, with what an address cannot hold percent-encoded."""
    return "https://doi.org/" + quote(parse_doi(doi), safe="/:;()")


def pmid_url(pmid: str) -> str:
    """Return the address of the PubMed record."""
    return f"https://pubmed.ncbi.nlm.nih.gov/{normalise_pmid(pmid)}/"


def pmcid_url(pmcid: str) -> str:
    """Return the address of the article in PubMed Central."""
    return f"https://pmc.ncbi.nlm.nih.gov/articles/{normalise_pmcid(pmcid)}/"
