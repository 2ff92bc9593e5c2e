"""The typed sentence cut into runs of text, so that a template can mark each figure in its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text; ``figure`` is the figure that it is, or None."""

    text: str
    figure: dict[str, Any] | None = None


def marked_pieces(result: dict[str, Any]) -> list[Run]:
    """Return the whole text in order; figures never overlap."""
    text, runs, done = result["text"], [], 0
    for figure in result["figures"]:
        runs += [Run(text[done : figure["start"]]), Run(text[figure["start"] : figure["end"]], figure)]
        done = figure["end"]
    return [run for run in (*runs, Run(text[done:])) if run.text]
