"""What a problem is about, as the link to the form says it: a page, and where it shows a claim, its version.

Everything is looked up among publications, so a link that names a draft names nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve

from claims.models import Publication
from claims.models.problem import LONGEST_PAGE
from claims.views.published import Document

#: The name in an address under which its view gets the number of a claim.
NUMBER, VERSION = "number", "version"


@dataclass(frozen=True, slots=True)
class Subject:
    """The page as a path, empty where it is not known; with a claim its key, name, version and statement.

    ``citekey`` and ``short`` name the source whose row in the evidence was at hand.
    """

    page: str = ""
    claim_pk: int | None = None
    claim: str = ""
    version: int | None = None
    statement: str = ""
    citekey: str = ""
    short: str = ""


def subject_of(given: Mapping[str, str]) -> Subject:
    """Return what the parameters ``page``, ``version`` and ``source`` name; at most one query."""
    page = path_of(given.get("page", ""))
    number, version = _claim_of(page)
    if number is None:
        return Subject(page)
    asked = given.get("version", "")
    if version is None and asked.isdecimal() and len(asked) < 9:
        version = int(asked)
    return _published(page, number, version, given.get("source", ""))


def path_of(text: str) -> str:
    """Return the path of an address of this site, or an empty text."""
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    is_own = not parts.scheme and not parts.netloc and parts.path.startswith("/") and text.isprintable()
    return parts.path if is_own and len(parts.path) <= LONGEST_PAGE else ""


def _claim_of(path: str) -> tuple[int | None, int | None]:
    try:
        found = resolve(path).kwargs if path else {}
    except Resolver404:
        return None, None
    return found.get(NUMBER), found.get(VERSION)


def _published(page: str, number: int, version: int | None, citekey: str) -> Subject:
    """Return the claim's version, or its newest one where that version is not known."""
    versions = Publication.objects.filter(claim__number=number).order_by("-version")
    found = (versions.filter(version=version).first() if version else None) or versions.first()
    if found is None:
        return Subject(page)
    document: Document = found.document
    shorts = {source["citekey"]: source["short"] for source in document["sources"]}
    return Subject(
        page=page,
        claim_pk=found.claim_id,
        claim=document["id"],
        version=found.version,
        statement=document["statement"],
        citekey=citekey if citekey in shorts else "",
        short=shorts.get(citekey, ""),
    )
