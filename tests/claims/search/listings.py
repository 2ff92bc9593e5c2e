"""Many listed claims made at random from a seed, written past the actions because only lists are tested on them."""

from __future__ import annotations

import random
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from claims.actions.cube import rebuild_cube
from claims.documents.canonical import canonical_json, sha256_of
from claims.documents.search_text import stems_of, words_of
from claims.grade.vocabulary import Certainty, Kind, Stance, Verdict
from claims.models import Claim, ContentVersion, Listing, ListingTerm, Publication

START = datetime(2026, 1, 1, tzinfo=UTC)
VERDICTS = [str(word) for word in Verdict][:3]
CERTAINTIES = {"": 0, str(Certainty.LOW): 2, str(Certainty.HIGH): 4}
KINDS = [str(word) for word in Kind][:2]
TERMS = {
    "topic": ["sleep", "mood"],
    "article": ["pills", "powders"],
    "stance": [str(word) for word in Stance][:2],
    "design": ["rct-parallel", "animal"],
    "form": ["citrate", "not_stated"],
    "source": ["Berg2019", "Stone2001"],
}


def make_listings(count: int, *, seed: int = 1, size: int = 0, like: Mapping[str, Any] | None = None) -> list[Listing]:
    """List so many claims with random values and many ties.

    ``size`` adds words to each text; ``like`` is a whole document that theirs are to resemble.
    """
    choose = random.Random(seed)
    numbers = choose.sample(range(2, count * 3 + 2), count)
    claims = Claim.objects.bulk_create([Claim(number=n, key=f"k{n}", statement=f"Claim {n}") for n in numbers])
    documents = [{**(like or {}), **_document(claim, choose, size)} for claim in claims]
    publications = Publication.objects.bulk_create(
        [_publication(claim, text) for claim, text in zip(claims, map(canonical_json, documents), strict=True)]
    )
    rows = [_listing(*row, choose) for row in zip(claims, publications, documents, strict=True)]
    listings = Listing.objects.bulk_create(rows, batch_size=500)
    ListingTerm.objects.bulk_create([term for listing in listings for term in _terms(listing, choose)], batch_size=5000)
    rebuild_cube()
    ContentVersion.objects.update_or_create(id=1, defaults={"number": count, "changed_at": datetime.now(tz=UTC)})
    return listings


def _document(claim: Claim, choose: random.Random, size: int) -> dict[str, Any]:
    words = choose.choices(["sore", "calm", "cold", "zinc", "rest"], k=1 + size)
    statement = f"{claim.statement} {choose.choice(['sore', 'calm'])}"
    return {"id": claim.name, "version": 1, "statement": statement, "words": words}


def _publication(claim: Claim, text: str) -> Publication:
    return Publication(claim=claim, version=1, document_text=text, sha256=sha256_of(text), published_at=START)


def _listing(claim: Claim, publication: Publication, document: dict[str, Any], choose: random.Random) -> Listing:
    certainty = choose.choice(list(CERTAINTIES))
    text = "\n".join([claim.name, document["statement"], " ".join(document["words"])])
    return Listing(
        claim=claim,
        publication=publication,
        number=claim.number,
        statement=claim.statement,
        verdict=choose.choice(VERDICTS),
        certainty=certainty,
        certainty_rank=CERTAINTIES[certainty],
        kind=choose.choice(KINDS),
        flagged=choose.randrange(3),
        unsupported=choose.randrange(3),
        published_at=START + timedelta(microseconds=choose.randrange(4)),
        card={"id": claim.name, "statement": claim.statement, "checked": "nothing"},
        search_text=text,
        title_stems=" ".join(stems_of(document["statement"])),
        body_stems=" ".join(stems_of(text)),
        body_words=" ".join(words_of(text)),
    )


def _terms(listing: Listing, choose: random.Random) -> list[ListingTerm]:
    return [
        ListingTerm(listing=listing, field=field, value=value)
        for field, values in TERMS.items()
        for value in choose.sample(values, choose.randrange(len(values) + 1))
    ]
