"""``manage.py export_bundle DIR``: write the whole knowledge base to a folder that `load_bundle` reads."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from claims.bundle.exporting import export_bundle
from claims.bundle.package import NAME
from claims.bundle.problems import BundleProblems
from claims.bundle.writing import FolderNotEmpty
from claims.models import Claim


class Command(BaseCommand):
    help = "Write every curated row of the knowledge base as a bundle (a Frictionless Data Package)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, metavar="DIR", help="the folder to write; it must be empty or new")
        parser.add_argument("--force", action="store_true", help="replace a bundle that is there")
        parser.add_argument(
            "--name", default="knowledge-base", help="the package's name (lower-case letters, digits, -)"
        )
        parser.add_argument("--title", default="Knowledge base", help="the package's title")
        parser.add_argument("--licence", default="", help="the licence's short name, such as CC-BY-4.0")

    def handle(self, *args: Any, **options: Any) -> None:
        if not NAME.fullmatch(options["name"]):
            raise CommandError("--name takes lower-case letters, digits, '.', '_' and '-', at most 120.")
        licences = [{"name": options["licence"]}] if options["licence"] else []
        folder: Path = options["folder"]
        terminal = sys.stderr.isatty()
        with tqdm(total=Claim.objects.count(), desc="claims", disable=not terminal) as bar:

            def step() -> None:
                bar.update(1)

            try:
                bundle, problems = export_bundle(
                    folder,
                    name=options["name"],
                    title=options["title"],
                    licences=licences,
                    force=options["force"],
                    progress=step,
                )
            except FolderNotEmpty as error:
                raise CommandError(str(error)) from error
            except OSError as error:
                raise CommandError(f"{error.filename or folder} cannot be written: {error.strerror}.") from error
        counts = {name: len(bundle.rows(name)) for name in ("articles", "claims", "evidence", "omissions")}
        said = ", ".join(f"{count} {noun}" for noun, count in {**counts, "sources": len(bundle.items)}.items())
        self.stdout.write(f"Wrote {said} to {folder} ({bundle.sha256[:12]}).")
        self._warn_of_unpublished()
        if problems:
            report = BundleProblems(problems).report()
            raise CommandError(f"Written, but it cannot be loaded before this is mended here:\n{report}")

    def _warn_of_unpublished(self) -> None:
        waiting = Claim.objects.exclude(status=Claim.Status.PUBLISHED).count()
        if waiting:
            verb = "claim is" if waiting == 1 else "claims are"
            self.stdout.write(
                f"{waiting} {verb} not published here; load_bundle --publish would publish them elsewhere."
            )
