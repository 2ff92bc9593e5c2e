"""The whole knowledge base, every curated row, as a bundle."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from django.db import transaction

from claims.bundle.checking import check_bundle
from claims.bundle.content import Bundle, Row, in_order
from claims.bundle.problems import Problem
from claims.bundle.reading import read_bundle
from claims.bundle.rows import Tables, article_tables, claim_tables, source_item, source_tables
from claims.bundle.tables import TABLES
from claims.bundle.writing import text_path, write_bundle
from claims.models import Article, ArticleVersion, Claim
from sources.models import Source

#: So many claims or sources are held with all their parts at a time.
CHUNK = 200


def _nothing() -> None:
    return None


@transaction.atomic
def knowledge_base(*, name: str, title: str, progress: Callable[[], None] = _nothing) -> Bundle:
    """Return everything curated, read in one transaction. ``progress`` is called once a claim."""
    tables: Tables = {table: [] for table in TABLES}
    articles = Article.objects.order_by("number")
    _collect(tables, (article_tables(article) for article in articles))
    items: dict[str, dict[str, Any]] = {}
    for source in Source.objects.with_notices().order_by("number").iterator(chunk_size=CHUNK):
        _collect(tables, [source_tables(source)])
        items[source.citekey] = source_item(source)
    for claim in Claim.objects.with_everything().order_by("number").iterator(chunk_size=CHUNK):
        _collect(tables, [claim_tables(claim)])
        progress()
    for row in tables["article_versions"]:
        row.values["path"] = text_path(row.values["article"], row.values["version"])
    versions = ArticleVersion.objects.values_list("article__slug", "number", "text")
    return Bundle(name, title, in_order(tables), items, {(slug, number): text for slug, number, text in versions})


def _collect(tables: Tables, parts: Iterable[Tables]) -> None:
    for part in parts:
        for name, rows in part.items():
            tables[name] += [Row(row.values) for row in rows]


def export_bundle(
    folder: Path,
    *,
    name: str,
    title: str,
    licences: list[dict[str, str]],
    force: bool = False,
    progress: Callable[[], None] = _nothing,
) -> tuple[Bundle, list[Problem]]:
    """Write the knowledge base to ``folder``; return it, and what would keep it from being loaded again.

    Raises `claims.bundle.writing.FolderNotEmpty`.
    """
    bundle = knowledge_base(name=name, title=title, progress=progress)
    write_bundle(bundle, folder, licences=licences, force=force)
    written, problems = read_bundle(folder)
    return bundle, [*problems, *check_bundle(written)]
