"""The verb that makes the public lists anew: needed where an upgrade lists what older versions did not."""

from __future__ import annotations

from claims.actions.content import raise_content_version
from claims.actions.cube import rebuild_cube
from claims.actions.former import keep_former_terms
from claims.actions.listing import list_sources, replace_listing
from claims.models import Claim, ListedSource, Publication
from sources.actions import verb


@verb
def relist_everything() -> int:
    """Make every row that lists read anew from the publications, and return how many claims there are."""
    cited = set(ListedSource.objects.values_list("citekey", flat=True))
    claims = 0
    for publication in Publication.objects.filter(is_current=True).order_by("claim__number").iterator(chunk_size=100):
        cited |= replace_listing(publication)
        claims += 1
    for claim in Claim.objects.filter(publications__isnull=False, listing__isnull=True).distinct():
        cited |= keep_former_terms(claim)
    rebuild_cube()
    list_sources(cited)
    raise_content_version()
    return claims
