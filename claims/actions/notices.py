"""The verb for what a publisher announces about a source that claims rest on."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from claims.actions.appraisal import appraise_claim
from claims.actions.content import raise_content_version
from claims.actions.listing import list_sources
from claims.models import Claim
from sources.actions import User, record_notice
from sources.models import Notice, Source


@transaction.atomic
def mark_notice(
    *, source: Source, kind: str, on: date, user: User, reason: str = "", doi: str = "", url: str = ""
) -> tuple[Notice, list[Claim]]:
    """Record a notice; published claims that cite the source show it at once. Returns the claims to look at again."""
    notice = record_notice(source=source, kind=kind, on=on, user=user, reason=reason, doi=doi, url=url)
    affected = list(Claim.objects.citing(source.pk))
    for claim in affected:
        appraise_claim(claim, user=user)
    list_sources([source.citekey])
    raise_content_version()
    return notice, affected
