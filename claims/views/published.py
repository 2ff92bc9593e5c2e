"""Read publications for the pages: plain documents out, in as few queries as there are questions."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Case, F, OuterRef, Subquery, TextField, Value, When
from django.http import Http404
from django.utils.translation import gettext

from claims.models import ListedSource, Publication, Withdrawal
from claims.reports.standing import standing_after

Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class History:
    """The versions of one claim, newest first, and its withdrawal where it has no current version."""

    number: int
    versions: list[dict[str, Any]]

    @property
    def latest(self) -> int:
        return int(self.versions[0]["version"])

    def sha256_of(self, version: int) -> str:
        """Return the hash of one version's document."""
        return next(str(row["sha256"]) for row in self.versions if row["version"] == version)

    @property
    def is_withdrawn(self) -> bool:
        return not self.versions[0]["is_current"]

    @property
    def withdrawal(self) -> dict[str, Any] | None:
        """When and why the claim was withdrawn; ``None`` while it has a current version."""
        if not self.is_withdrawn:
            return None
        newest = self.versions[0]
        return {"reason": newest["withdrawn_because"], "at": newest["withdrawn_at"], "version": self.latest}


def history_of(number: int) -> History:
    """Return the published versions of a claim; one query. Raises Http404 where it was never published."""
    newest = Withdrawal.objects.filter(claim=OuterRef("claim")).order_by("-id")
    rows = (
        Publication.objects.filter(claim__number=number)
        .order_by("-version")
        .annotate(
            withdrawn_because=Subquery(newest.values("reason")[:1]),
            withdrawn_at=Subquery(newest.values("withdrawn_at")[:1]),
        )
        .values("version", "published_at", "change_note", "is_current", "sha256", "withdrawn_because", "withdrawn_at")
    )
    if not (versions := [dict(row) for row in rows]):
        raise Http404(gettext("There is no claim C%(number)d.") % {"number": number})
    return History(number, versions)


def documents_of(number: int, versions: Iterable[int]) -> dict[int, Document]:
    """Return documents of a claim by version; one query."""
    rows = Publication.objects.filter(claim__number=number, version__in=set(versions))
    return {version: json.loads(text) for version, text in rows.values_list("version", "document_text")}


@dataclass(frozen=True, slots=True)
class Cited:
    """The cited sources as of now: what was announced about them, and which have a page of their own."""

    notices: list[dict[str, Any]]
    listed: frozenset[str]

    def notices_of(self, citekey: str) -> list[dict[str, Any]]:
        """Return what was announced about one source."""
        return [notice for notice in self.notices if notice["citekey"] == citekey]

    @property
    def standings(self) -> dict[str, str]:
        """Where each source that something was announced about stands now: its citekey and the standing's code."""
        return {
            citekey: standing_after(self.notices_of(citekey))
            for citekey in dict.fromkeys(notice["citekey"] for notice in self.notices)
        }


def cited_now(document: Document) -> Cited:
    """Return what is known about the cited sources now, not only when the document was made; one query."""
    cited = {source["citekey"]: source for source in document["sources"]}
    text = Case(When(has_notice=True, then=F("document_text")), default=Value(""), output_field=TextField())
    now = dict(ListedSource.objects.filter(citekey__in=cited).annotate(text=text).values_list("citekey", "text"))
    known = {citekey: json.loads(text)["notices"] if text else [] for citekey, text in now.items()}
    notices = [
        {
            **notice,
            "citekey": citekey,
            "short": source["short"],
            "new": notice not in source["notices"],
            "listed": citekey in now,
        }
        for citekey, source in cited.items()
        for notice in known.get(citekey, source["notices"])
    ]
    return Cited(notices, frozenset(now))


def notices_on(document: Document) -> list[dict[str, Any]]:
    """Return what was announced about the cited sources up to now; one query."""
    return cited_now(document).notices


def published_on(moment: datetime | str) -> str:
    """Return the UTC timestamp of a moment in the form that documents use."""
    return moment if isinstance(moment, str) else moment.strftime("%Y-%m-%dT%H:%M:%SZ")
