"""What publishers announced about sources that public claims rest on, as it was recorded here."""

from __future__ import annotations

import json
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery

from claims.models import ListedSource, ListingTerm
from sources.models import Notice


def announced(*, most: int) -> list[dict[str, Any]]:
    """Return the newest recorded notices on listed sources; one query."""
    return _rows(Notice.objects.all(), most)


def announced_under(field: str, value: str, *, most: int) -> list[dict[str, Any]]:
    """Return the newest notices on sources of the claims listed with this topic or article; one query."""
    cited = ListingTerm.objects.filter(field="source", listing__terms__field=field, listing__terms__value=value)
    return _rows(Notice.objects.filter(source__citekey__in=cited.values("value")), most)


def _rows(notices: QuerySet[Notice], most: int) -> list[dict[str, Any]]:
    listed = ListedSource.objects.filter(citekey=OuterRef("source__citekey"))
    known = notices.annotate(listed=Subquery(listed.values("document_text")[:1])).filter(listed__isnull=False)
    columns = known.order_by("-recorded_at", "-id").values("id", "kind", "date", "reason", "recorded_at", "listed")
    return [_row(dict(row)) for row in columns[:most]]


def _row(row: dict[str, Any]) -> dict[str, Any]:
    source = json.loads(row.pop("listed"))
    return {**row, "citekey": source["citekey"], "short": source["short"]}
