"""`manage.py read_figures`: print every figure that a text asserts."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from claims.figures.listing import figures_json, figures_table
from claims.figures.reading import read_figures

FORMATS = {"json": figures_json, "table": figures_table}


class Command(BaseCommand):
    """Read the figures of one text file, or of standard input."""

    help = "Print every figure a plain text (UTF-8) asserts, with its place, value, unit, bound and context."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", help="a text file in UTF-8; - is standard input")
        parser.add_argument("--format", default="table", choices=list(FORMATS), help="how to print the figures")

    def handle(self, *args: Any, **options: Any) -> None:
        text = _decoded(_content(options["file"]), options["file"])
        self.stdout.write(FORMATS[options["format"]](read_figures(text)))


def _content(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read()
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise CommandError(f"{name} cannot be read: {error.strerror}.") from error


def _decoded(content: bytes, name: str) -> str:
    """Decode UTF-8 without a leading mark, so that positions count from the first character of the text."""
    try:
        return content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        place = f"byte {error.start} (0x{content[error.start]:02x})"
        raise CommandError(f"{name} is not UTF-8: {place} cannot be decoded; save the file as UTF-8.") from error
