"""The database itself refuses to change or delete what was published, whoever asks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, connection, models, transaction

from claims.models import ArticlePublication, Listing, Publication
from claims.models.triggers import FROZEN, MESSAGE, create_triggers, drop_triggers
from tests.makers import make_published_article, make_published_claim, publish

pytestmark = pytest.mark.django_db

CLAIMS, ARTICLES = "claims_publication", "claims_articlepublication"
OTHER_VALUE = {
    "id": "id + 1000",
    "claim_id": "claim_id + 1000",
    "article_id": "article_id + 1000",
    "version": "version + 1000",
    "document_text": "'{}'",
    "sha256": "'0'",
    "published_at": "'2001-01-01 00:00:00'",
    "change_note": "'another note'",
    "published_by_id": "NULL",
}


def published() -> None:
    """Publish a claim and an article."""
    make_published_claim()
    make_published_article()


def rows() -> dict[str, list[dict[str, Any]]]:
    return {model.__name__: list(model._default_manager.values()) for model in (Publication, ArticlePublication)}


def execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def assert_refused(act: Callable[[], object]) -> None:
    before = rows()
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        act()
    assert MESSAGE in str(refusal.value)
    assert rows() == before


def test_the_table_of_frozen_columns_is_complete() -> None:
    expected = {
        model._meta.db_table: {field.column for field in model._meta.concrete_fields} - {"is_current"}
        for model in (Publication, ArticlePublication)
    }
    assert {table: set(columns) for table, columns in FROZEN.items()} == expected


@pytest.mark.parametrize(("table", "column"), [(table, column) for table in FROZEN for column in FROZEN[table]])
def test_no_column_of_a_document_changes(table: str, column: str) -> None:
    published()
    assert_refused(lambda: execute(f"UPDATE {table} SET {column} = {OTHER_VALUE[column]}"))


@pytest.mark.parametrize("table", FROZEN)
def test_no_document_is_deleted(table: str) -> None:
    published()
    assert_refused(lambda: execute(f"DELETE FROM {table}"))


@pytest.mark.parametrize("model", [Publication, ArticlePublication])
def test_the_orm_is_refused_as_well(model: type[models.Model]) -> None:
    published()
    row = model._default_manager.get()
    row.document_text = "{}"  # type: ignore[attr-defined]
    assert_refused(row.save)
    assert_refused(lambda: model._default_manager.update(sha256="0"))
    assert_refused(row.delete)
    assert_refused(model._default_manager.all().delete)


def emptying_statements() -> dict[str, list[str]]:
    copied = ", ".join(FROZEN[CLAIMS])
    return {
        "sqlite": [
            f"INSERT OR REPLACE INTO {CLAIMS} ({copied}, is_current) SELECT {copied}, is_current FROM {CLAIMS}",
            f"REPLACE INTO {CLAIMS} ({copied}, is_current) SELECT id + 1000, {copied[4:]}, FALSE FROM {CLAIMS}",
            f"UPDATE OR REPLACE {CLAIMS} SET is_current = TRUE WHERE version = 1",
        ],
        "postgresql": [f"TRUNCATE {CLAIMS} CASCADE", f"TRUNCATE {ARTICLES} CASCADE"],
    }


def test_no_other_statement_empties_the_table() -> None:
    claim = make_published_claim()
    claim.figures.update(population="adults")
    claim.status = "draft"
    claim.save()
    publish(claim)
    make_published_article()
    Listing.objects.all().delete()
    connection.check_constraints()  # PostgreSQL empties no table while foreign keys wait to be checked
    for statement in emptying_statements()[connection.vendor]:
        assert_refused(lambda statement=statement: execute(statement))


def test_the_mark_of_the_current_version_moves() -> None:
    published()
    for model in (Publication, ArticlePublication):
        model.objects.update(is_current=False)
        model.objects.update(is_current=True)
    assert [row["is_current"] for group in rows().values() for row in group] == [True, True]


def test_the_triggers_can_be_taken_away_and_made_again() -> None:
    published()
    drop_triggers(connection)
    Publication.objects.update(change_note="for once")
    create_triggers(connection)
    assert_refused(lambda: Publication.objects.update(change_note="not again"))
