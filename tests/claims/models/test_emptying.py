"""A test that commits leaves nothing behind, and what the database guards and indexes works in the next one."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction

from claims.documents.search_text import stems_of
from claims.models import Claim, Publication
from tests.makers import make_published_claim

MATCH = {
    "sqlite": "SELECT COUNT(*) FROM claims_listing_fts WHERE claims_listing_fts MATCH %s",
    "postgresql": "SELECT COUNT(*) FROM claims_listing WHERE body_stems_fts @@ to_tsquery('simple', %s)",
}
INTACT = "INSERT INTO claims_listing_fts(claims_listing_fts, rank) VALUES ('integrity-check', 1)"


def found(word: str) -> int:
    with connection.cursor() as cursor:
        cursor.execute(MATCH[connection.vendor], [stems_of(word)[0]])
        return cursor.fetchone()[0]


def check_database(word: str, other_word: str) -> None:
    """Publish a claim about a word in an empty database, find it, and be refused to delete it."""
    assert Claim.objects.count() == 0
    make_published_claim(statement=f"Lozenges cure {word}.")
    assert (found(word), found(other_word)) == (1, 0)
    with pytest.raises(IntegrityError), transaction.atomic():
        Publication.objects.all().delete()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(INTACT)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("word", "other_word"), [("hiccups", "baldness"), ("baldness", "hiccups")])
def test_committing_tests_do_not_see_each_other(word: str, other_word: str) -> None:
    check_database(word, other_word)


@pytest.mark.django_db
def test_a_test_that_rolls_back_sees_nothing_of_them() -> None:
    check_database("snoring", "baldness")


@pytest.mark.usefixtures("transactional_db")
def test_the_fixture_does_as_the_mark() -> None:
    check_database("gloom", "snoring")
