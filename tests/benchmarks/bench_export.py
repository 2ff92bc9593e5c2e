"""How fast lists are exported, in one run: ``python -m tests.benchmarks.bench_export [claims]``.

Prints ratios against the same rows dumped raw by the sqlite3 module, because absolute times belong to the machine.
"""

from __future__ import annotations

import csv
import io
import sqlite3
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from statistics import median

from tests.benchmarks.listings_database import listings_database

ROUNDS = 5
SQL = """
SELECT publication.document_text FROM claims_listing JOIN claims_publication AS publication
ON publication.id = claims_listing.publication_id ORDER BY claims_listing.number
"""


def dump(file: Path) -> Callable[[], int]:
    """Return the work of writing the stored documents as CSV with nothing but the database module."""

    def work() -> int:
        out = io.StringIO()
        with sqlite3.connect(file) as connection:
            csv.writer(out).writerows(connection.execute(SQL))
        return len(out.getvalue())

    return work


def seconds(work: Callable[[], object]) -> float:
    """Return the CPU time of one go."""
    start = time.process_time()
    work()
    return time.process_time() - start


def peak(work: Callable[[], object]) -> int:
    """Return the most bytes that Python held at once during the work."""
    tracemalloc.start()
    work()
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{line}\n")


def main(count: int) -> None:
    """Print the ratios over so many claims."""
    with listings_database(count) as file:
        from claims.reports.csv_report import stream_csv
        from claims.reports.gathering import documents_of, reading_of, texts_of
        from claims.reports.json_report import stream_json
        from claims.search.filters import Filters
        from claims.search.listing import sorted_rows
        from claims.views.reports import blocks

        rows = sorted_rows(Filters())

        def as_csv() -> int:
            return sum(map(len, blocks(stream_csv("x", "x", documents_of(rows), reading_of(rows)))))

        def as_json() -> int:
            return sum(map(len, blocks(stream_json("x", "x", "x", texts_of(rows)))))

        works = {"raw": dump(file), "CSV": as_csv, "JSON": as_json}
        taken: dict[str, list[float]] = {name: [] for name in works}
        for _ in range(ROUNDS):
            for name, work in works.items():
                taken[name].append(seconds(work))
        raw = median(taken["raw"])
        say(f"{count} claims, {as_json() / 1e6:.1f} MB as JSON")
        for name in ("CSV", "JSON"):
            say(f"{name} export: {raw / median(taken[name]):.3f} of the speed of a raw dump of the documents")
        for name in ("CSV", "JSON"):
            say(f"{name} export: {peak(works[name]) / 1e6:.1f} MB at most at once")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5_000)
