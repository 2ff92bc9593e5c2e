"""``make messages``: gather every text of the interface into the catalogues that translators fill in.

Writes ``locale/django.pot``, renews the catalogue of each language in ``locale/`` and compiles it. With a language,
``make messages LANGUAGE=pt_BR``, it starts a catalogue for that one.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import django
from babel.core import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation import override
from django.utils.translation.template import templatize

from tools.problem import Problem
from tools.tabled_texts import tabled_texts

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "locale"
CODE = ("claims/**/*.py", "maglyc/**/*.py", "sources/**/*.py")
TEMPLATES = ("templates/**/*.html", "templates/**/*.svg", "templates/**/*.xml")
#: Migrations are history, and a report is a record that stays in the language of the record (docs/adr/0009).
LEFT_OUT = ("claims/migrations/", "sources/migrations/", "templates/reports/")
LAZY = {f"{name}_lazy": DEFAULT_KEYWORDS[name] for name in ("gettext", "ngettext", "pgettext", "npgettext")}
KEYWORDS = {**DEFAULT_KEYWORDS, **LAZY}


@dataclass(frozen=True, slots=True)
class Message:
    """A message as it stands in a file: its line, its text (singular and plural where it has both), its context."""

    line: int
    texts: str | tuple[str, ...]
    comments: tuple[str, ...]
    context: str | None


def catalogue(root: Path = ROOT) -> Catalog:
    """Return every message of the code, the templates and the program's own tables."""
    found = Catalog(project="maglyc", charset="utf-8", fuzzy=False)
    for pattern, read in (*((name, code_messages) for name in CODE), *((name, page_messages) for name in TEMPLATES)):
        for path in sorted(root.glob(pattern)):
            place = path.relative_to(root).as_posix()
            if not place.startswith(LEFT_OUT):
                for item in read(path.read_text(encoding="utf-8"), place):
                    where = [(place, item.line)]
                    found.add(item.texts, locations=where, auto_comments=item.comments, context=item.context)
    with override("en"):  # whatever language this site speaks
        for context, text, place in tabled_texts():
            found.add(text, locations=[(place, 1)], context=context)
    return found


def code_messages(text: str, place: str) -> Iterator[Message]:
    """Yield the messages of Python code; where one has a plural, both are there."""
    file = io.BytesIO(text.encode())
    for line, texts, comments, context in extract("python", file, KEYWORDS, ["Translators:"], {"encoding": "utf-8"}):
        yield Message(line, texts, tuple(comments), context)


def page_messages(text: str, place: str) -> Iterator[Message]:
    """Yield the messages of a template, which Django itself turns into calls for a reader of code."""
    calls = templatize(text, origin=place)
    # what is left of the markup must not be taken for the indentation of code
    yield from code_messages("\n".join(line.strip() for line in calls.split("\n")), place)


def renew(language: str | None, root: Path = ROOT) -> list[Path]:
    """Write the template, renew and compile the catalogues, and return the files written."""
    locale = root / "locale"
    locale.mkdir(exist_ok=True)
    template = catalogue(root)
    written = [_write_template(template, locale / "django.pot")]
    folders = {path.parts[-3] for path in locale.glob("*/LC_MESSAGES/django.po")}
    for name in sorted(folders | ({language} if language else set())):
        written += _renew_language(template, name, locale / name / "LC_MESSAGES")
    return written


def _write_template(template: Catalog, path: Path) -> Path:
    with path.open("wb") as file:
        write_po(file, template, sort_by_file=True, width=120)
    return path


def _renew_language(template: Catalog, name: str, folder: Path) -> list[Path]:
    """Bring one language up to date: what is translated stays, what is gone is kept as obsolete below."""
    source, compiled = folder / "django.po", folder / "django.mo"
    try:
        found = Catalog(locale=Locale.parse(name))
    except (UnknownLocaleError, ValueError) as error:
        raise Problem(f"{name} is no language that can be told: expected a code such as de or pt_BR.") from error
    folder.mkdir(parents=True, exist_ok=True)
    if source.exists():
        with source.open("rb") as file:
            found = read_po(file, locale=name)
    found.update(template, no_fuzzy_matching=True)
    with source.open("wb") as file:
        write_po(file, found, sort_by_file=True, width=120)
    with compiled.open("wb") as file:
        write_mo(file, found)
    return [source, compiled]


def main(arguments: list[str]) -> int:
    """Renew everything and say what was written."""
    if len(arguments) > 1:
        print("usage: python -m tools.messages [LANGUAGE]", file=sys.stderr)
        return 2
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "maglyc.settings")
    django.setup()
    try:
        for path in renew(arguments[0] if arguments else None):
            print(path.relative_to(ROOT))
    except Problem as problem:
        print(f"\n{problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
