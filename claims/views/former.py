"""Claims that were published with a topic, an article or a source before, and are withdrawn or do without it now."""

from __future__ import annotations

import json
from typing import Any

from django.db.models import Exists, OuterRef, Q, Subquery

from claims.models import FormerTerm, Listing, ListingTerm, Withdrawal

#: Claims named on one page.
MOST = 200


def former_claims(field: str, value: str) -> list[dict[str, Any]]:
    """Return the claims that had this topic, article or source before, by number; one query.

    Each has ``id``, ``version`` (the last that had it), ``statement``, and where the claim is withdrawn
    ``withdrawn_at`` and ``reason``.
    """
    withdrawal = Withdrawal.objects.filter(claim=OuterRef("claim")).order_by("-id")
    rows = (
        FormerTerm.objects.filter(field=field, value=value)
        .annotate(
            is_public=Exists(Listing.objects.filter(claim=OuterRef("claim"))),
            withdrawn_at=Subquery(withdrawal.values("withdrawn_at")[:1]),
            reason=Subquery(withdrawal.values("reason")[:1]),
        )
        .order_by("claim__number")
        .values("publication__document_text", "is_public", "withdrawn_at", "reason")
    )
    return [_claim(dict(row)) for row in rows[:MOST]]


def _claim(row: dict[str, Any]) -> dict[str, Any]:
    document = json.loads(row["publication__document_text"])
    told = {name: document[name] for name in ("id", "version", "statement")}
    return told if row["is_public"] else {**told, "withdrawn_at": row["withdrawn_at"], "reason": row["reason"]}


def ever_under(field: str, value: str) -> Q:
    """Return the condition on a row with a ``claim`` that the claim has or ever had this topic, article or source."""
    now = ListingTerm.objects.filter(field=field, value=value).values("listing__claim")
    before = FormerTerm.objects.filter(field=field, value=value).values("claim")
    return Q(claim__in=now.union(before))
