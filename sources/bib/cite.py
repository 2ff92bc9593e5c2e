"""References of a record: Vancouver, APA, and the short name used in tables."""

from __future__ import annotations

from sources.bib.apa import apa
from sources.bib.cited import Cited, Part
from sources.bib.initials import split_given
from sources.bib.record import Record
from sources.bib.vancouver import vancouver

__all__ = ["Cited", "Part", "apa", "short_name", "vancouver"]

_TITLE_LENGTH = 40


def short_name(record: Record) -> str:
    """Return author and year: ``Reno et al. 2022``, ``Institute of Medicine 1997``, ``Labdoor n.d.``.

    Two authors are both named, of three or more the first; without authors the title's first words stand there.
    """
    surnames = [split_given(name)[1] for name in record.author]
    if not surnames:
        who = _opening(record.title) if record.title else record.id
    elif len(surnames) > 2:
        who = f"{surnames[0]} et al."
    else:
        who = " & ".join(surnames)
    return f"{who} {record.year if record.year is not None else 'n.d.'}"


def _opening(title: str) -> str:
    if len(title) <= _TITLE_LENGTH:
        return title
    return title[: _TITLE_LENGTH + 1].rsplit(" ", 1)[0].rstrip(" ,:;") + " …"
