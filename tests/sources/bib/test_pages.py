from __future__ import annotations

import pytest

from sources.bib.pages import full_pages, short_pages


@pytest.mark.parametrize(
    ("why", "pages", "short", "full"),
    [
        ("repeated digits", "1161-1168", "1161-8", "1161–1168"),
        ("given short", "1161-8", "1161-8", "1161–1168"),
        ("no digit repeats", "99-101", "99-101", "99–101"),
        ("one digit differs early", "341-445", "341-445", "341–445"),
        ("same page twice", "12-12", "12-2", "12–12"),
        ("en dash", "284–287", "284-7", "284–287"),
        ("letter before", "S10-S18", "S10-8", "S10–S18"),
        ("letter before, given short", "S93-9", "S93-9", "S93–S99"),
        ("letter after", "126A-127A", "126A-127A", "126A–127A"),
        ("roman", "iii-v", "iii-v", "iii–v"),
        ("two ranges", "5-9, 15-18", "5-9, 15-8", "5–9, 15–18"),
        ("single", "4367", "4367", "4367"),
        ("falling numbers are not a range", "200-150", "200-150", "200–150"),
        ("two series", "A10-B12", "A10-B12", "A10–B12"),
    ],
)
def test_page_ranges(why: str, pages: str, short: str, full: str) -> None:
    assert (short_pages(pages), full_pages(pages)) == (short, full), why
