"""What an importer reports when something is not as expected."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One thing wrong with what was read: where (item, field, line) and what was found and expected."""

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"
