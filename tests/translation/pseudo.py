"""A made-up language: English with every letter under an accent, in brackets and two fifths longer.

Whoever reads such a page sees at once what is translated, and no letter of the program's own English is left in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import django
import simple_history
import taggit
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

#: A code for private use (BCP 47), so that no library brings a catalogue of its own for it.
LANGUAGE = "qps"
OPEN, CLOSE = "⟦", "⟧"
LONGER = 0.4

PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
ACCENTED = "ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýž"
LETTERS = str.maketrans(PLAIN, ACCENTED)
#: What a translator leaves alone: placeholders of both kinds, doubled percent signs, tags and entities.
KEPT = re.compile(r"(%\([a-z_0-9.|]+\)[a-z]|%[sdi%]|\{[a-z_0-9]*\}|<[^>]*>|&[a-z]+;|&#\d+;)", re.IGNORECASE)
#: Words of which the text grows; short, so that a line can break between them.
PADDING = ("öñé", "ţŵö", "ţĥŕéé", "ƒöûŕ", "ƒîṽé", "šîẋ")


def pseudo(text: str) -> str:
    """Return the text in the made-up language, its placeholders, tags and outer white space as they were."""
    parts = KEPT.split(text)
    said = "".join(part if place % 2 else part.translate(LETTERS) for place, part in enumerate(parts))
    inner = said.strip()
    if not inner:
        return text
    before, after = said[: said.index(inner)], said[said.index(inner) + len(inner) :]
    return f"{before}{OPEN}{inner}{_padding(sum(len(part) for part in parts[::2]))}{CLOSE}{after}"


def _padding(length: int) -> str:
    """Return words of together two fifths of the length, the brackets counted in."""
    wanted, words = round(length * LONGER) - 2, ""
    for number in range(length):
        if len(words) >= wanted:
            break
        words += f" {PADDING[number % len(PADDING)]}"
    return words


def placeholders(text: str) -> list[str]:
    """Return the placeholders, tags and entities of a text, in order."""
    return KEPT.findall(text)


def foreign_catalogues() -> Iterator[Path]:
    """Yield the catalogues of the libraries whose pages and messages the site shows, in any one language."""
    yield from sorted(Path(django.__file__).parent.glob("c*/**/locale/en/LC_MESSAGES/django.po"))
    for package in (simple_history, taggit):
        yield Path(package.__file__ or "").parent / "locale" / "de" / "LC_MESSAGES" / "django.po"


def write_language(ours: Catalog, folder: Path) -> None:
    """Compile the made-up language from our catalogue and those of the libraries into a folder of translations."""
    target = Catalog(locale="en", fuzzy=False)
    for catalog in (*map(_read, foreign_catalogues()), ours):
        for message in catalog:
            if message.id:
                target.add(message.id, _translation(message.id), context=message.context)
    path = folder / LANGUAGE / "LC_MESSAGES" / "django.mo"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_mo(file, target)


def _read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file)


def _translation(texts: str | Iterable[str]) -> str | tuple[str, ...]:
    return pseudo(texts) if isinstance(texts, str) else tuple(pseudo(text) for text in texts)
