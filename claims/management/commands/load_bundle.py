"""``manage.py load_bundle DIR``: load a knowledge base from a folder, all or nothing."""

from __future__ import annotations

import sys
from argparse import ArgumentParser
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from claims.bundle.loading import Outcome, load_bundle
from claims.bundle.problems import BundleProblems


class Command(BaseCommand):
    help = "Load a bundle (a folder with datapackage.json) into the knowledge base, all or nothing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, metavar="DIR", help="the bundle's folder")
        parser.add_argument("--publish", action="store_true", help="publish the drafts that the bundle brings")
        parser.add_argument(
            "--again",
            action="store_true",
            help="load a bundle that is loaded already, and overwrite what curators have edited since",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        folder: Path = options["folder"]
        if not folder.is_dir():
            raise CommandError(f"{folder} is not a folder: give the folder that holds the bundle's datapackage.json.")
        bars: list[Any] = []
        try:
            outcome = load_bundle(
                folder, publish=options["publish"], again=options["again"], progress=self._progress(bars)
            )
        except BundleProblems as problems:
            raise CommandError(f"Nothing was loaded.\n{problems.report()}") from problems
        finally:
            for bar in bars:
                bar.close()
        self._report(outcome)

    def _progress(self, bars: list[Any]) -> Callable[[str, int], Callable[[], None]]:
        """Return a bar for each stage on a terminal, and a line for each elsewhere."""

        def progress(stage: str, steps: int) -> Callable[[], None]:
            if not sys.stderr.isatty():
                self.stdout.write(f"{stage}: {steps}")
                return lambda: None
            bar = tqdm(total=steps, desc=f"{stage:<10}", unit="")
            bars.append(bar)
            return lambda: _advance(bar)

        return progress

    def _report(self, outcome: Outcome) -> None:
        name = f"{outcome.name} ({outcome.sha256[:12]})"
        if outcome.already_loaded and not (outcome.added or outcome.revised):
            self.stdout.write(f"The bundle {name} is loaded already: nothing was changed.")
        else:
            parts = [f"{noun}: {count} added" for noun, count in outcome.added.items()]
            parts += [f"{noun}: {count} revised" for noun, count in outcome.revised.items() if count]
            self.stdout.write(f"Loaded the bundle {name}: {', '.join(parts) or 'everything was there already'}.")
        for wanted, given in outcome.renumbered.items():
            self.stdout.write(f"{wanted} is taken here: the bundle's {wanted} is {given}.")
        if outcome.kept:
            kept = ", ".join(outcome.kept)
            self.stdout.write(f"Edited here since, so left as they are: {kept}. Give --again to overwrite them.")
        if outcome.published is not None:
            done = outcome.published
            self.stdout.write(f"Published: claims {len(done.claims)}, articles {len(done.articles)}.")
            for refused, reasons in done.refused.items():
                self.stdout.write(f"Not published: {refused}. {' '.join(reasons)}")


def _advance(bar: Any) -> None:
    bar.update(1)
    if bar.n >= bar.total:
        bar.close()
