"""The verb for what a publisher announces about a source that claims rest on."""

from __future__ import annotations

from datetime import date

from claims.actions.appraisal import appraise_claim, reopen
from claims.actions.content import raise_content_version
from claims.actions.listing import list_sources
from claims.models import Claim
from sources.actions import User, record_notice, verb
from sources.bib.notices import NoticeKind
from sources.models import Notice, Source


@verb
def mark_notice(
    *, source: Source, kind: str, on: date, user: User, reason: str = "", doi: str = "", url: str = ""
) -> tuple[Notice, list[Claim]]:
    """Record a notice; published claims that cite the source show it at once. Returns the claims to look at again.

    They are drafts again, because whoever submitted or approved them did not know; a withdrawn one stays withdrawn.
    """
    notice = record_notice(source=source, kind=kind, on=on, user=user, reason=reason, doi=doi, url=url)
    affected = list(Claim.objects.citing(source.pk))
    for claim in affected:
        if claim.status != Claim.Status.WITHDRAWN:
            reopen(claim, user=user, why=f"{NoticeKind(notice.kind).label} of {source.citekey}")
        appraise_claim(claim, user=user)
    list_sources([source.citekey])
    raise_content_version()
    return notice, affected
