"""The full-text index over `Listing`: FTS5 on SQLite, tsvector with GIN on PostgreSQL, both kept by the database.

A later migration that makes Django rebuild the table on SQLite must drop this index before and create it after.
"""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

COLUMNS = ("title_stems", "body_stems", "body_words")
_NAMES = ", ".join(COLUMNS)
_NEW = ", ".join(f"new.{column}" for column in COLUMNS)
_OLD = ", ".join(f"old.{column}" for column in COLUMNS)
_ADD = f"INSERT INTO claims_listing_fts(rowid, {_NAMES}) VALUES (new.id, {_NEW});"  # noqa: S608 constants only
_TAKE = f"INSERT INTO claims_listing_fts(claims_listing_fts, rowid, {_NAMES}) VALUES ('delete', old.id, {_OLD});"  # noqa: S608 constants only

SQLITE_CREATE = [
    # words come normalised (claims.documents.search_text), so the tokenizer only has to split at spaces
    f"CREATE VIRTUAL TABLE claims_listing_fts USING fts5({_NAMES}, content='claims_listing', content_rowid='id', "
    "tokenize='unicode61 remove_diacritics 0')",
    f"CREATE TRIGGER claims_listing_fts_add AFTER INSERT ON claims_listing BEGIN {_ADD} END",
    f"CREATE TRIGGER claims_listing_fts_take AFTER DELETE ON claims_listing BEGIN {_TAKE} END",
    f"CREATE TRIGGER claims_listing_fts_turn AFTER UPDATE ON claims_listing BEGIN {_TAKE} {_ADD} END",
    "INSERT INTO claims_listing_fts(claims_listing_fts) VALUES ('rebuild')",
]
SQLITE_DROP = [
    "DROP TRIGGER IF EXISTS claims_listing_fts_add",
    "DROP TRIGGER IF EXISTS claims_listing_fts_take",
    "DROP TRIGGER IF EXISTS claims_listing_fts_turn",
    "DROP TABLE IF EXISTS claims_listing_fts",
]
POSTGRESQL_CREATE = [
    statement
    for column in COLUMNS
    for statement in (
        f"ALTER TABLE claims_listing ADD COLUMN {column}_fts tsvector "
        f"GENERATED ALWAYS AS (to_tsvector('simple', {column})) STORED",
        f"CREATE INDEX claims_listing_{column}_fts ON claims_listing USING gin ({column}_fts)",
    )
]
POSTGRESQL_DROP = [f"ALTER TABLE claims_listing DROP COLUMN IF EXISTS {column}_fts" for column in COLUMNS]


def _run(connection: BaseDatabaseWrapper, statements: dict[str, list[str]]) -> None:
    with connection.cursor() as cursor:
        for statement in statements[connection.vendor]:
            cursor.execute(statement)


def create_fulltext(connection: BaseDatabaseWrapper) -> None:
    """Make the index and fill it from the rows there are."""
    _run(connection, {"sqlite": SQLITE_CREATE, "postgresql": POSTGRESQL_CREATE})


def drop_fulltext(connection: BaseDatabaseWrapper) -> None:
    """Take the index away."""
    _run(connection, {"sqlite": SQLITE_DROP, "postgresql": POSTGRESQL_DROP})
