"""Triggers by which the database itself keeps published documents as they are.

Only ``is_current`` may change, because the next version takes it over. Deleting is always refused.
"""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

#: Table and the columns of it that never change; the second names whose document it is.
FROZEN = {
    "claims_publication": (
        "id", "claim_id", "version", "document_text", "sha256", "published_at", "change_note", "published_by_id",
    ),
    "claims_articlepublication": ("id", "article_id", "version", "document_text", "sha256", "published_at"),
}  # fmt: skip
MESSAGE = "A publication is never changed or deleted: publish a new version instead."
#: Ends of the names of a table's triggers.
KINDS = ("frozen", "kept", "not_replaced", "not_displaced", "not_emptied")


def _sqlite(table: str, columns: tuple[str, ...]) -> list[str]:
    differs = " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for column in columns)
    refuse = f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
    # OR REPLACE deletes the rows in its way without asking a trigger on DELETE (SQLite, "ON CONFLICT", REPLACE)
    owner = columns[1]
    same = f"{owner} = NEW.{owner} AND (version = NEW.version OR is_current AND NEW.is_current)"
    in_the_way = f"EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id OR {same})"  # noqa: S608 constants only
    displaced = f"EXISTS (SELECT 1 FROM {table} WHERE id <> OLD.id AND {same})"  # noqa: S608 constants only
    return [
        f"CREATE TRIGGER {table}_frozen BEFORE UPDATE ON {table} WHEN {differs} {refuse}",
        f"CREATE TRIGGER {table}_kept BEFORE DELETE ON {table} {refuse}",
        f"CREATE TRIGGER {table}_not_replaced BEFORE INSERT ON {table} WHEN {in_the_way} {refuse}",
        f"CREATE TRIGGER {table}_not_displaced BEFORE UPDATE ON {table} WHEN {displaced} {refuse}",
    ]


def _postgresql(table: str, columns: tuple[str, ...]) -> list[str]:
    differs = " OR ".join(f"OLD.{column} IS DISTINCT FROM NEW.{column}" for column in columns)
    refuse = "EXECUTE FUNCTION claims_refuse()"
    return [
        "CREATE OR REPLACE FUNCTION claims_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = 'restrict_violation'; END $$",
        f"CREATE TRIGGER {table}_frozen BEFORE UPDATE ON {table} FOR EACH ROW WHEN ({differs}) {refuse}",
        f"CREATE TRIGGER {table}_kept BEFORE DELETE ON {table} FOR EACH ROW {refuse}",
        f"CREATE TRIGGER {table}_not_emptied BEFORE TRUNCATE ON {table} {refuse}",
    ]


def create_triggers(connection: BaseDatabaseWrapper) -> None:
    """Make the triggers; `drop_triggers` first where they may exist."""
    statements = {"sqlite": _sqlite, "postgresql": _postgresql}[connection.vendor]
    with connection.cursor() as cursor:
        for table, columns in FROZEN.items():
            for statement in statements(table, columns):
                cursor.execute(statement)


def drop_triggers(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away, for migrations backwards and for test runs that empty their own database."""
    on = " ON {table}" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        for table in FROZEN:
            for name in (f"{table}_{kind}" for kind in KINDS):
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}{on.format(table=table)}")
