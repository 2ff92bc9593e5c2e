"""Keep the tables that public lists read in step with the current publications."""

from __future__ import annotations

from collections.abc import Iterable

from claims.actions.cube import count_listing
from claims.actions.former import keep_former_terms
from claims.documents.canonical import canonical_json
from claims.documents.card import card_of, terms_of
from claims.documents.search_text import search_columns, source_keys
from claims.documents.source_part import source_part
from claims.grade.vocabulary import Certainty
from claims.models import ArticlePublication, Claim, FormerTerm, ListedSource, Listing, ListingTerm, Publication
from sources.models import Source

#: Sorting value of a certainty: 4 is high, 0 is not rated.
RANKS = {str(level): rank for rank, level in zip((4, 3, 2, 1), Certainty, strict=True)}


def _columns(publication: Publication) -> dict[str, object]:
    document = publication.document
    figures = document["figures"]
    return {
        "publication": publication,
        "number": publication.claim.number,
        "statement": document["statement"],
        "verdict": document["verdict"],
        "certainty": document["certainty"] or "",
        "certainty_rank": RANKS.get(document["certainty"] or "", 0),
        "kind": document["kind"],
        "flagged": sum(figure["flagged"] for figure in figures),
        "unsupported": sum(figure["unsupported"] for figure in figures),
        "figures": len(figures),
        "published_at": publication.published_at,
        "card": card_of(document),
        **search_columns(document),
    }


def list_claim(publication: Publication) -> Listing:
    """Make the claim's row in the lists from this publication, in place of an older one."""
    if old := Listing.objects.filter(claim=publication.claim).first():
        count_listing(old, -1)
    cited = replace_listing(publication)
    listing = Listing.objects.get(claim=publication.claim)
    count_listing(listing, +1)
    list_sources(cited)
    return listing


def replace_listing(publication: Publication) -> set[str]:
    """Make the claim's row and terms only, and return the citekeys whose public rows are to be made anew.

    Whoever publishes many claims at once rebuilds the cube and lists the sources when all are there.
    """
    claim = publication.claim
    before = _cited(claim)
    listing, _ = Listing.objects.update_or_create(claim=claim, defaults=_columns(publication))
    listing.terms.all().delete()
    terms = terms_of(publication.document)
    ListingTerm.objects.bulk_create([ListingTerm(listing=listing, field=field, value=value) for field, value in terms])
    former = keep_former_terms(claim) if publication.version > 1 else set()
    return before | _cited(claim) | former


def unlist_claim(claim: Claim) -> None:
    """Take the claim's row out of the lists."""
    before = _cited(claim)
    if listing := Listing.objects.filter(claim=claim).first():
        count_listing(listing, -1)
        listing.delete()
    list_sources(before | keep_former_terms(claim))


def _cited(claim: Claim) -> set[str]:
    return set(ListingTerm.objects.filter(listing__claim=claim, field="source").values_list("value", flat=True))


def _omissions_citing(citekey: str) -> list[dict[str, str]]:
    """Return the published omissions that rest on the source."""
    found = []
    for publication in ArticlePublication.objects.filter(is_current=True, document_text__contains=f'"{citekey}"'):
        document = publication.document
        for omission in document["omissions"]:
            if citekey in omission["sources"]:
                found.append({"slug": document["slug"], "key": omission["key"], "statement": omission["statement"]})
    return found


def list_sources(citekeys: Iterable[str]) -> None:
    """Make the public rows of these sources anew; a source that nothing public ever cited has none."""
    for source in Source.objects.with_notices().filter(citekey__in=set(citekeys)):
        _list_source(source)


def _list_source(source: Source) -> None:
    listings = Listing.objects.filter(terms__field="source", terms__value=source.citekey).order_by("number")
    claims = [
        {**_brief(card), "stance": card["sources"][source.citekey]} for card in listings.values_list("card", flat=True)
    ]
    omissions = _omissions_citing(source.citekey)
    in_use = bool(claims or omissions)
    if not in_use and not _was_public(source):
        return
    document = {**source_part(source), "claims": claims, "omissions": omissions}
    ListedSource.objects.update_or_create(
        number=source.number,
        defaults={
            "citekey": source.citekey,
            "sort_name": document["short"].lower()[:200],
            "year": source.issued[0] if source.issued else None,
            "design": source.design,
            "claims": len(claims),
            "has_notice": bool(document["notices"]),
            "keys": source_keys(document),
            "in_use": in_use,
            "document_text": canonical_json(document),
        },
    )


def _was_public(source: Source) -> bool:
    """Tell whether the source has a public address already, which then stays."""
    was_cited = FormerTerm.objects.filter(field="source", value=source.citekey)
    return ListedSource.objects.filter(number=source.number).exists() or was_cited.exists()


def _brief(card: dict[str, object]) -> dict[str, object]:
    return {name: card[name] for name in ("id", "statement", "verdict", "certainty")}
