"""A SQLite database of generated listed claims for benchmarks, thrown away afterwards."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def listings_database(count: int) -> Iterator[Path]:
    """Set Django up on a new database with so many listed claims, one in fifty with a rare word; yield its file."""
    with tempfile.TemporaryDirectory(prefix="maglyc-bench-", ignore_cleanup_errors=True) as folder:
        file = Path(folder) / "bench.sqlite3"
        os.environ["DATABASE_URL"] = f"sqlite:///{file}"
        os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
        import django

        django.setup()
        _fill(count)
        yield file


def _fill(count: int) -> None:
    from django.core.management import call_command
    from django.db import connection, transaction

    from claims.models import Listing, Publication
    from tests.claims.search.listings import make_listings
    from tests.makers import make_published_claim

    call_command("migrate", verbosity=0)
    with transaction.atomic():
        make_published_claim(evidence=[{}] * 6)
        like = Publication.objects.get().document
        make_listings(count - 1, size=300, like=like)
        for row in Listing.objects.filter(number__lte=3 * count // 50):
            row.search_text += " rarely"
            row.body_stems += " rare"
            row.body_words += " rarely"
            row.save()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
