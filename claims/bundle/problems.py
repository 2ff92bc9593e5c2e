"""What is wrong with a bundle: each problem with file, row, field and what was expected; all of them at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

#: So many problems are listed; beyond that only their number is told.
LISTED = 100


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong: the file, the row in it (``line 12``, ``item 3 (Reno2022)``; may be empty), the field, why."""

    file: str
    row: str
    field: str
    message: str

    def __str__(self) -> str:
        place = ", ".join(part for part in (self.file, self.row, self.field) if part)
        return f"{place}: {self.message}"


class BundleProblems(Exception):
    """A bundle cannot be used; ``problems`` says everything that is wrong with it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = list(problems)
        super().__init__(self.report())

    def report(self, listed: int = LISTED) -> str:
        """Return one line for each of the first ``listed`` problems, and how many there are in all."""
        count = len(self.problems)
        lines = [str(problem) for problem in self.problems[:listed]]
        if count > listed:
            lines.append(f"... and {count - listed} more")
        return "\n".join([*lines, f"{count} problem{'' if count == 1 else 's'} found."])
