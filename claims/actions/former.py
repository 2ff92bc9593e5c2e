"""Keep what claims were published under before, so that no public address is lost when they leave it."""

from __future__ import annotations

from claims.documents.card import terms_of
from claims.models import Claim, FormerTerm, Publication

#: Terms whose values have a public page or feed of their own.
WITH_PAGES = frozenset({"topic", "article", "source"})


def keep_former_terms(claim: Claim) -> set[str]:
    """Write down what only versions before the claim's current one have; return the sources among it by citekey.

    Of a withdrawn claim that is everything it ever had.
    """
    last: dict[tuple[str, str], Publication] = {}
    current: set[tuple[str, str]] = set()
    for publication in claim.publications.order_by("version"):
        terms = {term for term in terms_of(publication.document) if term[0] in WITH_PAGES}
        if publication.is_current:
            current = terms
        last |= dict.fromkeys(terms, publication)
    former = {term: publication for term, publication in last.items() if term not in current}
    FormerTerm.objects.filter(claim=claim).delete()
    FormerTerm.objects.bulk_create(
        [FormerTerm(claim=claim, publication=at, field=field, value=value) for (field, value), at in former.items()]
    )
    return {value for field, value in former if field == "source"}
