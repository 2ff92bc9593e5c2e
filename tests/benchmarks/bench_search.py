"""How search and lists compare, in one run: ``python -m tests.benchmarks.bench_search [claims]``.

Prints ratios, because absolute times belong to the machine. It works on a database of its own that it throws away.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import partial
from statistics import median

from tests.benchmarks.listings_database import listings_database

ROUNDS = 15


def seconds(*works: Callable[[], object]) -> list[float]:
    """Return the median CPU time of each work, the rounds taken in turn so that a busy moment meets all of them."""
    taken: list[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS):
        for place, work in enumerate(works):
            start = time.process_time()
            work()
            taken[place].append(time.process_time() - start)
    return [median(times) for times in taken]


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(f"{line}\n")


def main(count: int) -> None:
    """Print the ratios over so many claims."""
    with listings_database(count):
        from claims.models import Listing
        from claims.search.completion import complete
        from claims.search.filters import Filters
        from claims.search.keyset import SORTINGS
        from claims.search.listing import find_claims, sorted_rows

        def page(**given: str) -> Callable[[], object]:
            return lambda: find_claims(Filters(**given))

        def scan() -> object:
            found = Listing.objects.filter(search_text__icontains="rare")
            return found.count(), list(found[:25])

        last = {}
        for sort in ("number", "newest", "certainty"):
            rows = list(sorted_rows(Filters(sort=sort))[count - 30 : count - 29])
            last[sort] = SORTINGS[sort].cursor(rows[0])
        rare, liked = seconds(page(q="rarely"), scan)
        say(f"{count} claims")
        say(f"search for a rare word, facets included, against a LIKE scan without: {rare / liked:.2f}")
        common, listed = seconds(page(q="zinc"), page())
        say(f"search for a word that most claims have, against the plain list: {common / listed:.2f}")
        for where, begun in (("in titles", "cal"), ("elsewhere", "zin"), ("nowhere", "qqq")):
            suggested, listed = seconds(partial(complete, begun), page())
            say(f"suggestions for a beginning that stands {where}, against the plain list: {suggested / listed:.2f}")
        for sort, cursor in last.items():
            first, deepest = seconds(page(sort=sort), page(sort=sort, after=cursor))
            say(f"deepest page against the first, by {sort}: {deepest / first:.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5_000)
