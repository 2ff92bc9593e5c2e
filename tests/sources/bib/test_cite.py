from __future__ import annotations

import pytest

from sources.bib.cite import short_name
from sources.bib.record import Name, Record

RENO, GREEN, VEEN = Name("Reno", "A."), Name("Green", "M."), Name("Veen", "Y.", particle="van der")


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (Record("x", "book", author=(RENO,), issued=(2022,)), "Reno 2022"),
        (Record("x", "book", author=(RENO, VEEN), issued=(2022, 3)), "Reno & van der Veen 2022"),
        (Record("x", "book", author=(VEEN, RENO, GREEN), issued=(2022,)), "van der Veen et al. 2022"),
        (
            Record("x", "book", author=(Name(literal="Institute of Medicine"),), issued=(1997,)),
            "Institute of Medicine 1997",
        ),
        (Record("x", "webpage", author=(Name(literal="Labdoor"),)), "Labdoor n.d."),
        (Record("x", "webpage", "Short title", issued=(1,)), "Short title 1"),
        (
            Record("x", "webpage", "A title of which only the opening words, not all, fit"),
            "A title of which only the opening words … n.d.",
        ),
        (Record("Key1", "webpage"), "Key1 n.d."),
    ],
)
def test_short_name(record: Record, expected: str) -> None:
    assert short_name(record) == expected
