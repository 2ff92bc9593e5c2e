"""`manage.py export_report`: write a claim report to a file or to standard output."""

from __future__ import annotations

import re
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.http import QueryDict

from claims.reports.csv_report import TABLES, write_csv
from claims.reports.formats import FORMATS
from claims.reports.gathering import NothingPublished, TooManyClaims, article_report, claim_report, list_report
from claims.reports.report import Report
from claims.search.filters import Filters
from claims.search.known import read_filters
from claims.search.listing import sorted_rows


class Command(BaseCommand):
    """Export a report of one claim, an article, or a filtered list."""

    help = "Write a report of a claim (C12 or C12v2), an article (its slug) or a list (--filter verdict=unsupported)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("what", nargs="?", default="", help="C12, C12v2, or an article's slug; nothing for a list")
        parser.add_argument("--format", required=True, choices=list(FORMATS), help="the format of the report")
        parser.add_argument("--filter", default="", help="the part of a list's address after the ?, e.g. q=soreness")
        parser.add_argument("--table", default="figures", choices=list(TABLES), help="which table a CSV holds")
        parser.add_argument("--output", default="-", help="the file to write; - is standard output")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            report = _report(options["what"], options["filter"])
        except (NothingPublished, TooManyClaims) as problem:
            raise CommandError(str(problem)) from problem
        ending = options["format"]
        written = write_csv(report, options["table"]) if ending == "csv" else FORMATS[ending].write(report)
        self._write(written, options["output"])
        count = len(report.claims)
        self.stderr.write(f"{report.selection} {count} claim{'' if count == 1 else 's'}, {len(written)} bytes.")

    def _write(self, written: bytes, output: str) -> None:
        if output == "-":
            sys.stdout.buffer.write(written)
            return
        try:
            Path(output).write_bytes(written)
        except OSError as error:
            raise CommandError(f"{output} cannot be written: {error.strerror}.") from error


def _report(what: str, query: str) -> Report:
    if what and query:
        raise CommandError("Name a claim or article, or give --filter, but not both.")
    if claim := re.fullmatch(r"C(\d{1,9})(?:v(\d{1,6}))?", what):
        version = int(claim[2]) if claim[2] else None
        return claim_report(int(claim[1]), version=version, site=settings.SITE_URL)
    if what:
        return article_report(what, site=settings.SITE_URL)
    given = QueryDict(query)
    filters, problems = read_filters(given)
    known = [field.name for field in fields(Filters)]
    problems += [
        f"There is no filter “{name}”; choose from: {', '.join(known)}." for name in given if name not in known
    ]
    if problems:
        raise CommandError(" ".join(problems))
    link = f"{settings.SITE_URL}/claims/?{filters.query()}".rstrip("?")
    return list_report(sorted_rows(filters), selection=filters.sentence, link=link)
