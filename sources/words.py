"""`Word`: an enumeration whose members carry what a reader sees: label, symbol, definition.

Pure (level 0). Every vocabulary of the project is a `Word`, so that a page, a report and the methodology
never spell a term twice.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Word(StrEnum):
    """A value with the words shown for it; compares and serialises as its plain string value."""

    label: str
    symbol: str
    definition: str

    def __new__(cls, value: str, label: str = "", symbol: str = "", definition: str = "") -> Self:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label or value.replace("_", " ")
        member.symbol = symbol
        member.definition = definition
        return member

    @classmethod
    def choices(cls) -> list[tuple[str, str]]:
        """Return (value, label) pairs in the order of declaration."""
        return [(member.value, member.label) for member in cls]
