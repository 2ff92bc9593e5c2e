"""What the database already has of a bundle: which rows are the same, which a curator has edited, what collides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Max, Model, QuerySet

from claims.actions.importing import because_of
from claims.bundle.content import Bundle, Row, Values
from claims.bundle.package import BIBLIOGRAPHY_PATH
from claims.bundle.problems import Problem
from claims.bundle.tables import ARTICLE_VERSIONS, TABLES
from claims.models import (
    Appraisal,
    Article,
    ArticleVersion,
    Assessment,
    Claim,
    Evidence,
    Figure,
    Finding,
    Occurrence,
    Omission,
    TaggedClaim,
)
from sources.models import Event, Notice, Source

IDENTIFIERS = {"DOI": "doi", "PMID": "pmid", "PMCID": "pmcid"}


def by_owner(bundle: Bundle, table: str, column: str) -> dict[str, list[Values]]:
    """Return the rows of a table grouped by the value of one column, in order."""
    groups: dict[str, list[Values]] = {}
    for values in bundle.values(table):
        groups.setdefault(values[column], []).append(values)
    return groups


def same(ours: dict[str, list[Row]], theirs: dict[str, list[Values]], *, but: Iterable[str] = ("id", "path")) -> bool:
    """Tell whether the tables hold equal rows; public names and file names aside."""
    skipped = frozenset(but)

    def counting(values: Values) -> Values:
        return {name: value for name, value in values.items() if name not in skipped}

    return all(
        [counting(row.values) for row in rows] == [counting(values) for values in theirs.get(name, [])]
        for name, rows in ours.items()
    )


def database_problems(bundle: Bundle) -> list[Problem]:
    """Return where the bundle cannot stand beside what is in the database."""
    return [*_identifier_problems(bundle), *_version_problems(bundle)]


def _identifier_problems(bundle: Bundle) -> Iterator[Problem]:
    """Yield sources whose identifier another source of the library has."""
    rows = Source.objects.values_list("citekey", *IDENTIFIERS.values())
    owners = {
        (member, identifier.lower()): citekey
        for citekey, *identifiers in rows
        for member, identifier in zip(IDENTIFIERS, identifiers, strict=True)
        if identifier
    }
    for number, (key, item) in enumerate(bundle.items.items(), 1):
        for member in IDENTIFIERS:
            owner = owners.get((member, str(item.get(member, "")).lower()), key)
            # an owner that the bundle brings too is about to take what the bundle says, and may give it up
            if owner != key and bundle.items.get(owner, item).get(member) == item[member]:
                message = f"the library has this work as {owner}: use that citekey, or correct the {member}"
                yield Problem(BIBLIOGRAPHY_PATH, f"item {number} ({key})", member, message)


def _version_problems(bundle: Bundle) -> Iterator[Problem]:
    """Yield wordings that differ from the one kept under the same number: a wording is never edited."""
    versions = ArticleVersion.objects.filter(article__slug__in=[row["slug"] for row in bundle.values("articles")])
    kept: dict[str, dict[int, str]] = {}
    for slug, number, digest in versions.values_list("article__slug", "number", "sha256"):
        kept.setdefault(slug, {})[number] = digest
    for row in bundle.rows(ARTICLE_VERSIONS.name):
        slug, number, digest = (row.values[name] for name in ("article", "version", "sha256"))
        there = kept.get(slug, {})
        if there.get(number, digest) != digest:
            message = f"version {number} of {slug} is kept here with another text: bring the changed text as a new one"
            yield Problem(ARTICLE_VERSIONS.path, row.place, "version", message)
        elif number not in there and digest in there.values():
            message = f"{slug} is kept here with this text under another number"
            yield Problem(ARTICLE_VERSIONS.path, row.place, "version", message)
        elif number not in there and there and number <= max(there):
            message = f"{slug} has {max(there)} versions here, but none with the number {number}"
            yield Problem(ARTICLE_VERSIONS.path, row.place, "version", message)


def free_numbers(model: type[Article] | type[Claim] | type[Source], rows: dict[str, str]) -> dict[str, int]:
    """Return a public number for each new row: the one it brings where that is free, else the next.

    ``rows`` holds the public names (empty where there is none) of rows that are not in the database, by key.
    """
    taken = set(model._default_manager.values_list("number", flat=True))
    wanted = {key: int(name[1:]) for key, name in rows.items() if name}
    numbers = {key: number for key, number in wanted.items() if number not in taken}
    following = max([0, *taken, *wanted.values()]) + 1
    for key in rows:
        if key not in numbers:
            numbers[key] = following
            following += 1
    return numbers


def _histories(thing: Claim | Source | Article) -> list[QuerySet[Any]]:
    """Return the histories of a row and all its parts, deleted ones included."""
    if isinstance(thing, Source):
        return [Source.history.filter(id=thing.pk), Notice.history.filter(source_id=thing.pk)]
    if isinstance(thing, Article):
        return [Article.history.filter(id=thing.pk), Omission.history.filter(article_id=thing.pk)]
    parts: list[type[Model]] = [Figure, Evidence, Occurrence, Assessment]
    evidence = Evidence.history.filter(claim_id=thing.pk).values("id")
    return [
        Claim.history.filter(id=thing.pk),
        *(part.history.filter(claim_id=thing.pk) for part in parts),  # type: ignore[attr-defined]
        TaggedClaim.history.filter(content_object_id=thing.pk),
        Finding.history.filter(evidence_id__in=evidence),
        Appraisal.history.filter(evidence_id__in=evidence),
    ]


def was_edited(thing: Claim | Source | Article) -> bool:
    """Tell whether a person changed the row or its parts since a bundle last brought it."""
    brought = Event.objects.filter(object_name=thing.name, who=None, why__startswith=because_of(""))
    since = brought.aggregate(since=Max("at"))["since"]
    edits = [history.filter(history_user__isnull=False) for history in _histories(thing)]
    return any((rows.filter(history_date__gt=since) if since else rows).exists() for rows in edits)


def line_index(bundle: Bundle) -> dict[tuple[str, tuple[Any, ...]], str]:
    """Return the place of every row in its file by table and key."""
    return {(name, table.key_of(row.values)): row.place for name, table in TABLES.items() for row in bundle.rows(name)}
