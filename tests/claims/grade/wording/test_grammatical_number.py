"""One or several: what the words of a subject tell."""

from __future__ import annotations

import pytest

from claims.grade.grammatical_number import looks_plural


@pytest.mark.parametrize(
    ("subject", "is_plural"),
    [
        ("magnesium", False),
        ("Zinc salts", True),
        ("Tablets of zinc", True),
        ("A dose of tablets", False),
        ("Zinc and iron", True),
        ("Zinc (two tablets a day)", False),
        ("Fish oil capsules, taken daily", True),
        ("Asparagus", False),
        ("Analysis", False),
        ("Seaweed glass", False),
        ("Older people", True),
        ("Diabetes", False),
        ("Gas", False),
        ("", False),
    ],
)
def test_looks_plural(subject: str, is_plural: bool) -> None:
    assert looks_plural(subject) is is_plural
