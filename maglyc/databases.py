"""Database settings from one URL: tuned SQLite by default, PostgreSQL with a connection pool by choice."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

SQLITE = "django.db.backends.sqlite3"
POSTGRESQL = "django.db.backends.postgresql"

# WAL lets readers work beside one writer; with it, synchronous NORMAL can lose the last commits in a power cut
# but never corrupts the file. Sizes: 256 MiB mapped, 64 MiB cached (a negative cache_size counts KiB).
SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL;"
    "PRAGMA synchronous=NORMAL;"
    "PRAGMA mmap_size=268435456;"
    "PRAGMA cache_size=-65536;"
    "PRAGMA temp_store=MEMORY;"
)


def database_from_url(url: str, *, pool_size: int, base: Path) -> dict[str, Any]:
    """Return Django's settings for one database.

    A relative SQLite path counts from `base`, not from the folder the program was started in.
    Raises ImproperlyConfigured for a URL that names neither SQLite nor PostgreSQL.
    """
    try:
        database: dict[str, Any] = dict(dj_database_url.parse(url))
    except ValueError as error:
        # the URL itself stays out of the message: it may hold a password
        kind = type(error).__name__
        raise ImproperlyConfigured(f"Environment variable DATABASE_URL cannot be read ({kind}).") from None
    if database["ENGINE"] == SQLITE:
        return sqlite_settings(database, base)
    if database["ENGINE"] == POSTGRESQL:
        return postgresql_settings(database, pool_size)
    raise ImproperlyConfigured(
        "Environment variable DATABASE_URL names an unsupported database; expected sqlite:///… or postgresql://…"
    )


def sqlite_settings(database: dict[str, Any], base: Path) -> dict[str, Any]:
    """Return the settings with the pragmas, writers that queue at the start of a transaction, and kept connections."""
    if database["NAME"] != ":memory:":
        path = base / database["NAME"]
        path.parent.mkdir(parents=True, exist_ok=True)
        database["NAME"] = str(path)
    options = {"init_command": SQLITE_PRAGMAS, "transaction_mode": "IMMEDIATE", "timeout": 20}
    return {**database, "CONN_MAX_AGE": None, "OPTIONS": {**options, **database.get("OPTIONS", {})}}


def postgresql_settings(database: dict[str, Any], pool_size: int) -> dict[str, Any]:
    """Return the settings with psycopg's pool, which replaces Django's kept connections."""
    options = {"pool": {"min_size": 1, "max_size": pool_size, "timeout": 10}}
    return {**database, "CONN_MAX_AGE": 0, "OPTIONS": {**options, **database.get("OPTIONS", {})}}
