"""A citation as runs of text, so that a page can set italics and links and still escape every word itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True)
class Part:
    """A run of plain text (not escaped for any format)."""

    text: str
    italic: bool = False
    url: str | None = None


@dataclass(frozen=True)
class Cited:
    """One reference; ``str()`` and ``text`` give it as plain text."""

    parts: tuple[Part, ...]

    @classmethod
    def of(cls, sentences: Iterable[Iterable[Part]]) -> Self:
        """Join the sentences that have parts with single spaces."""
        parts: list[Part] = []
        for sentence in sentences:
            runs = [part for part in sentence if part.text]
            if runs and parts:
                parts.append(Part(" "))
            parts += runs
        return cls(tuple(parts))

    @property
    def text(self) -> str:
        return "".join(part.text for part in self.parts)

    def __str__(self) -> str:
        return self.text


def stop(text: str) -> str:
    """Return the text with a full stop, unless it ends a sentence already or is empty."""
    return text if not text or text.endswith((".", "?", "!", ".”", '."')) else text + "."
