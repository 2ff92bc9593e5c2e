"""The tables that public lists read follow every publication, withdrawal and notice."""

from __future__ import annotations

import random
from itertools import product
from typing import Any

import pytest

from claims.actions import mark_notice, publish_article, record_omission, revise_claim, revise_finding, withdraw_claim
from claims.actions.cube import DIMENSIONS, rebuild_cube
from claims.actions.relisting import relist_everything
from claims.models import Claim, ContentVersion, FacetCell, FormerTerm, ListedSource, Listing, ListingTerm
from claims.policies import Refused
from claims.search.filters import Filters
from claims.search.listing import find_claims
from sources.models import Event, Source
from tests.makers import (
    make_article,
    make_claim,
    make_curator,
    make_notice,
    make_omission,
    make_published_article,
    make_published_claim,
    make_source,
    publish,
)

pytestmark = pytest.mark.django_db

UNASSESSED: dict[str, Any] = {"evidence": [], "assessments": [], "verdict": "untested"}


def cube() -> dict[tuple[Any, ...], int]:
    """Return the cells with their counts."""
    return {row[:-1]: row[-1] for row in FacetCell.objects.values_list(*DIMENSIONS, "claims")}


def listed_sources() -> dict[str, int]:
    """Return the sources that something public cites, with the number of claims that do."""
    return dict(ListedSource.objects.filter(in_use=True).values_list("citekey", "claims"))


def former_terms() -> list[tuple[str, str, int]]:
    """Return what claims were published with before: field, value and the last version that had it."""
    rows = FormerTerm.objects.order_by("field", "value")
    return list(rows.values_list("field", "value", "publication__version"))


def test_a_listing_is_made_from_the_publication() -> None:
    claim = make_published_claim(topics=["colds"])
    listing = Listing.objects.get()
    document = claim.publications.get().document
    assert (listing.claim, listing.publication, listing.number) == (claim, claim.publications.get(), 1)
    assert (listing.verdict, listing.certainty, listing.certainty_rank) == ("partly_supported", "moderate", 3)
    assert (listing.figures, listing.flagged, listing.unsupported) == (1, 1, 0)
    assert listing.card["id"] == document["id"]
    assert list(listing.terms.order_by("field").values_list("field", "value")) == [
        ("article", "zinc-lozenges"),
        ("design", "rct-parallel"),
        ("form", "acetate"),
        ("source", "Berg2019"),
        ("stance", "partly_supports"),
        ("topic", "colds"),
    ]


def test_the_cube_counts_a_claim_in_every_combination() -> None:
    make_published_claim(topics=["colds", "noses"])
    single = ("partly_supported", "moderate", "efficacy", True)
    many = ("*", "colds", "noses"), ("*", "zinc-lozenges"), ("*", "partly_supports"), ("*", "acetate")
    assert cube() == {(*single, *values): 1 for values in product(*many)}


def change(claim: Claim, chance: random.Random) -> None:
    """Change what lists filter by, then publish or withdraw."""
    is_public = claim.publications.filter(is_current=True).exists()
    if is_public and chance.random() < 0.4:
        withdraw_claim(claim=claim, user=make_curator("ben"), reason="It was wrong.")
        return
    topics = chance.sample(["colds", "noses", "coughs"], chance.randint(0, 3))
    revise_claim(
        claim=claim,
        topics=topics,
        kind=chance.choice(["efficacy", "safety"]),
        verdict=chance.choice(["untested", "unsupported"]),
        verdict_reason=f"Reason {chance.random()}.",
        user=make_curator("ada"),
    )
    publish(claim)


@pytest.mark.parametrize("seed", range(4))
def test_the_cube_equals_one_made_anew_after_any_sequence(seed: int) -> None:
    chance = random.Random(seed)
    claims = [make_claim(**UNASSESSED, figures=[{}] * number) for number in range(3)]
    for _ in range(8):
        change(chance.choice(claims), chance)
        followed = cube()
        rebuild_cube()
        assert followed == cube()
        public = Claim.objects.filter(publications__is_current=True)
        assert sorted(Listing.objects.values_list("claim", flat=True)) == sorted(public.values_list("pk", flat=True))
        assert sum(count for cell, count in followed.items() if cell[4:] == ("*", "*", "*", "*")) == public.count()


def test_terms_of_a_new_version_replace_the_old_ones() -> None:
    claim = make_published_claim(topics=["colds"])
    revise_claim(claim=claim, topics=["noses"], user=make_curator())
    publish(claim)
    assert list(ListingTerm.objects.filter(field="topic").values_list("value", flat=True)) == ["noses"]


def test_a_source_is_public_while_something_public_cites_it() -> None:
    source = make_source("Berg2019")
    first, second = (make_claim(evidence=[{"source": source}]) for _ in range(2))
    assert listed_sources() == {}
    publish(first)
    publish(second)
    assert listed_sources() == {"Berg2019": 2}
    for claim, left in ((first, {"Berg2019": 1}), (second, {})):
        withdraw_claim(claim=claim, user=make_curator("ben"), reason="It was wrong.")
        assert listed_sources() == left
    publish(first)
    assert listed_sources() == {"Berg2019": 1}


def test_what_a_claim_was_published_with_is_kept_when_it_leaves_it() -> None:
    claim = make_published_claim(topics=["colds", "zinc"])
    assert former_terms() == []

    revise_claim(claim=claim, topics=["noses", "zinc"], user=make_curator())
    publish(claim)
    assert former_terms() == [("topic", "colds", 1)]

    claim.refresh_from_db()
    withdraw_claim(claim=claim, user=make_curator("ben"), reason="It was wrong.")
    assert former_terms() == [
        ("article", "zinc-lozenges", 2),
        ("source", "Berg2019", 2),
        ("topic", "colds", 1),
        ("topic", "noses", 2),
        ("topic", "zinc", 2),
    ]
    assert list(ListedSource.objects.values_list("citekey", "claims", "in_use")) == [("Berg2019", 0, False)]

    claim.refresh_from_db()
    revise_claim(claim=claim, topics=["colds"], user=make_curator())
    publish(claim)
    assert former_terms() == [("topic", "noses", 2), ("topic", "zinc", 2)]
    assert listed_sources() == {"Berg2019": 1}


def test_lists_made_anew_restore_what_claims_were_published_with() -> None:
    claim = make_published_claim(topics=["colds"])
    withdraw_claim(claim=claim, user=make_curator("ben"), reason="It was wrong.")
    before = former_terms()
    # as older versions of the program left it
    FormerTerm.objects.all().delete()
    ListedSource.objects.all().delete()

    assert relist_everything() == 0

    assert former_terms() == before
    assert list(ListedSource.objects.values_list("citekey", "in_use")) == [("Berg2019", False)]


def test_a_notice_reaches_a_source_that_nothing_public_cites_any_more() -> None:
    claim = make_published_claim()
    withdraw_claim(claim=claim, user=make_curator("ben"), reason="It was wrong.")

    make_notice(Source.objects.get())

    listed = ListedSource.objects.get()
    assert ([notice["kind"] for notice in listed.document["notices"]], listed.in_use) == (["retraction"], False)


def test_a_source_says_which_claims_rest_on_it_as_published() -> None:
    claim = make_published_claim(statement="Zinc helps.")
    revise_claim(claim=claim, statement="Zinc helps a little.", user=make_curator())
    (cited,) = ListedSource.objects.get().document["claims"]
    assert cited == {
        "id": "C1",
        "statement": "Zinc helps.",
        "verdict": "partly_supported",
        "certainty": "moderate",
        "stance": "partly_supports",
    }


def test_a_source_of_an_omission_is_public_while_the_omission_names_it() -> None:
    source = make_source("Berg2019")
    omission = make_omission(sources=[source])
    publication = make_published_article()
    (told,) = ListedSource.objects.get().document["omissions"]
    assert (told["slug"], told["key"]) == ("zinc-lozenges", omission.key)

    given = {"article": publication.article, "key": omission.key, "omission": omission, "user": make_curator()}
    record_omission(sources=[], **given)
    assert listed_sources() == {"Berg2019": 0}
    publish_article(article=publication.article, user=make_curator())

    assert listed_sources() == {}


def test_an_article_is_published_once_and_then_only_what_changed() -> None:
    first = make_published_article()
    counter = ContentVersion.objects.get().number
    with pytest.raises(Refused) as refusal:
        publish_article(article=first.article, user=make_curator())
    assert refusal.value.reasons == ("Nothing has changed since A1 version 1.",)

    make_omission(make_article())
    second = publish_article(article=first.article, user=make_curator("ben"))

    assert list(first.article.publications.values_list("version", "is_current")) == [(2, True), (1, False)]
    assert ContentVersion.objects.get().number == counter + 1
    event = Event.objects.latest("pk")
    assert (event.who, event.verb, event.object_name, event.why) == (
        make_curator("ben"),
        "publish_article",
        "A1",
        "version 2",
    )
    assert second.document["text_version"] == 1


def test_a_notice_is_public_at_once_and_the_documents_stay() -> None:
    claim = make_published_claim()
    source = Source.objects.get()
    public = list(claim.publications.values())
    counter = ContentVersion.objects.get().number

    make_notice(source)

    listed = ListedSource.objects.get()
    assert (listed.has_notice, [row["kind"] for row in listed.document["notices"]]) == (True, ["retraction"])
    assert ContentVersion.objects.get().number == counter + 1
    assert list(claim.publications.values()) == public


@pytest.mark.parametrize(
    ("kind", "verdict"),
    [("retraction", "unsourced"), ("correction", "confirmed"), ("expression_of_concern", "confirmed")],
)
def test_a_retracted_source_confirms_nothing(kind: str, verdict: str) -> None:
    claim = make_claim()
    fall = {"what": "Reduction in days with a cold", "value": 33.0}
    revise_finding(finding=claim.evidence.get().findings.get(), user=make_curator(), **fall)
    assert claim.figures.get().computed_verdict == "confirmed"
    make_notice(claim.evidence.get().source, kind=kind)
    assert claim.figures.get().computed_verdict == verdict


def test_a_notice_names_the_claims_to_look_at_again_and_reopens_them() -> None:
    source = make_source("Berg2019")
    draft, published, withdrawn, other = (make_claim(evidence=[{"source": source}]) for _ in range(4))
    submitted = make_claim(evidence=[{"source": source}])
    unconcerned = make_published_claim()
    for claim in (published, withdrawn):
        publish(claim)
    withdraw_claim(claim=withdrawn, user=make_curator("ben"), reason="It was wrong.")
    Claim.objects.filter(pk=submitted.pk).update(status="submitted", submitted_by=make_curator("ada"))

    _, affected = mark_notice(
        source=source, kind="retraction", on=make_notice(make_source()).date, user=make_curator("ben")
    )

    assert affected == [draft, published, withdrawn, other, submitted]
    statuses = dict(Claim.objects.values_list("pk", "status"))
    assert statuses == {
        draft.pk: "draft",
        published.pk: "draft",
        withdrawn.pk: "withdrawn",
        other.pk: "draft",
        submitted.pk: "draft",
        unconcerned.pk: "published",
    }
    newest = published.history.latest("history_id")
    assert (newest.history_user, newest.history_change_reason) == (make_curator("ben"), "retraction of Berg2019")
    published.refresh_from_db()
    revise_claim(claim=published, verdict="unsupported", user=make_curator())
    assert publish(published).version == 2


def test_lists_made_anew_are_the_same() -> None:
    make_published_claim(topics=["colds"])
    tables = (Listing, ListingTerm, ListedSource, FacetCell)
    columns = {ListingTerm: ("field", "value"), FacetCell: (*DIMENSIONS, "claims"), ListedSource: ("citekey", "keys")}
    before = [list(table.objects.values_list(*columns.get(table, ("number", "body_words")))) for table in tables]
    version = ContentVersion.objects.get().number
    FacetCell.objects.all().delete()
    ListingTerm.objects.filter(field="form").delete()
    ListedSource.objects.update(keys="")

    assert relist_everything() == 1

    after = [list(table.objects.values_list(*columns.get(table, ("number", "body_words")))) for table in tables]
    assert [sorted(rows) for rows in after] == [sorted(rows) for rows in before]
    assert ContentVersion.objects.get().number == version + 1


def test_words_that_an_older_version_kept_in_other_letters_are_found_once_they_are_listed_anew() -> None:
    claim = make_published_claim(evidence=[{"source": make_source(authors=[{"family": "Frøyland"}])}])
    # as they were kept before "ø" was read as "o"
    Listing.objects.update(body_stems="frøyland", body_words="frøyland")
    ListedSource.objects.update(keys=" frøyland 2019")
    assert not find_claims(Filters(q="Frøyland")).cards

    relist_everything()

    assert [card["id"] for card in find_claims(Filters(q="Frøyland")).cards] == [claim.name]
    assert [card["id"] for card in find_claims(Filters(q="froyl*")).cards] == [claim.name]
    assert ListedSource.objects.get().keys.startswith(" froyland 2019 ")


def test_a_source_is_found_by_author_year_and_identifiers() -> None:
    source = make_source("Berg2019", pmid="22692110", doi="10.5555/Zinc.1")
    make_published_claim(evidence=[{"source": source}])
    assert ListedSource.objects.get().keys == " berg olsen 2019 10.5555/zinc.1 22692110 berg2019"
