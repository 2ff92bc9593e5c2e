"""A published work's bibliographic record, shaped like an item of CSL-JSON 1.0.2.

Nothing is invented: what is not known is ``None`` (or an empty tuple of authors).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sources.bib.frozen import FrozenMapping

Date = tuple[int, ...]
"""Year; year and month; or year, month and day."""


@dataclass(frozen=True)
class Name:
    """A person (family and given name) or a body (literal); particles stand apart where the data says so."""

    family: str | None = None
    given: str | None = None
    literal: str | None = None
    particle: str | None = None
    dropping_particle: str | None = None
    suffix: str | None = None
    extra: FrozenMapping = field(default_factory=FrozenMapping)

    @property
    def surname(self) -> str:
        """The family name with its particles (``van der Veen``), or the body's name, or the given name alone."""
        if self.family is None:
            return self.literal or self.given or ""
        return " ".join(part for part in (self.dropping_particle, self.particle, self.family) if part)


@dataclass(frozen=True)
class Record:
    """One work. ``doi`` is as printed, without resolver; ``issued`` and ``accessed`` have one to three parts.

    ``extra`` holds every member of the CSL-JSON item that has no field here, and the raw value of a field that
    could not be read.
    """

    id: str
    type: str
    title: str | None = None
    author: tuple[Name, ...] = ()
    container_title: str | None = None
    container_title_short: str | None = None
    issued: Date | None = None
    accessed: Date | None = None
    volume: str | None = None
    issue: str | None = None
    page: str | None = None
    edition: str | None = None
    publisher: str | None = None
    publisher_place: str | None = None
    language: str | None = None
    doi: str | None = None
    pmid: str | None = None
    pmcid: str | None = None
    url: str | None = None
    extra: FrozenMapping = field(default_factory=FrozenMapping)

    @property
    def year(self) -> int | None:
        """The year of publication, where it is known."""
        return self.issued[0] if self.issued else None
