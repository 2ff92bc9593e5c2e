"""Rows to the database through the actions: one transaction, all or nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import transaction

from claims.actions import publish_bundle, record_bundle_load
from claims.actions.bundle_publishing import Published
from claims.actions.importing import RowRefused
from claims.bundle.bringing import Bringing
from claims.bundle.checking import check_bundle
from claims.bundle.content import Bundle
from claims.bundle.matching import database_problems, line_index
from claims.bundle.problems import BundleProblems, Problem
from claims.bundle.reading import read_bundle
from claims.bundle.tables import TABLES
from claims.models import BundleLoad

#: Called with a stage's name and its number of steps; returns what is called after each step.
Progress = Callable[[str, int], Callable[[], None]]


def silent(stage: str, steps: int) -> Callable[[], None]:
    """Report nothing."""
    return lambda: None


@dataclass(slots=True)
class Outcome:
    """What loading did. ``kept`` are public names of what curators have edited and the bundle would have changed;

    ``renumbered`` says under which public name a row came that brought a taken one.
    """

    name: str
    sha256: str
    already_loaded: bool = False
    added: dict[str, int] = field(default_factory=dict)
    revised: dict[str, int] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)
    renumbered: dict[str, str] = field(default_factory=dict)
    published: Published | None = None


def read_valid_bundle(folder: Path) -> Bundle:
    """Return the bundle in this folder. Raises `BundleProblems` with everything that is wrong with it."""
    bundle, problems = read_bundle(folder)
    problems += check_bundle(bundle)
    if problems:
        raise BundleProblems(problems)
    return bundle


def bundle_hash(folder: Path) -> str:
    """Return the SHA-256 of what the bundle says, however its files are laid out. Raises `BundleProblems`."""
    return read_valid_bundle(folder).sha256


def load_bundle(folder: Path, *, publish: bool = False, again: bool = False, progress: Progress = silent) -> Outcome:
    """Load the bundle in this folder, and publish its drafts where asked.

    A bundle with this content that was loaded before is not loaded again unless ``again`` is given; nor is anything
    that a curator has edited since overwritten. Raises `BundleProblems`; the database is then as it was.
    """
    bundle = read_valid_bundle(folder)
    outcome = Outcome(bundle.name, bundle.sha256)
    with transaction.atomic():
        outcome.already_loaded = BundleLoad.objects.filter(sha256=outcome.sha256).exists()
        bringing = Bringing(bundle, again=again)
        if not outcome.already_loaded or again:
            _bring(bundle, bringing, outcome, progress)
        if publish:
            outcome.published = _publish(bringing, outcome, progress)
    return outcome


def _bring(bundle: Bundle, bringing: Bringing, outcome: Outcome, progress: Progress) -> None:
    if problems := database_problems(bundle):
        raise BundleProblems(problems)
    steps = (
        ("articles", bringing.articles, bringing.bring_article),
        ("sources", bringing.sources, bringing.bring_source),
        ("claims", bringing.claims, bringing.bring_claim),
        ("omissions", bringing.articles, bringing.bring_omissions),
    )
    refused: list[RowRefused] = []
    for stage, keys, bring in steps:
        step = progress(stage, len(keys))
        for key in keys:
            try:
                # a refused row undoes its own part only, so that the rest is looked at too
                with transaction.atomic():
                    bring(key)
            except RowRefused as refusal:
                refused.append(refusal)
            step()
        if refused:
            raise BundleProblems([problem for refusal in refused for problem in _problems(bundle, refusal)])
    outcome.added, outcome.revised = dict(bringing.added), dict(bringing.revised)
    outcome.kept, outcome.renumbered = bringing.kept, bringing.renumbered
    record_bundle_load(bundle=bundle.name, sha256=outcome.sha256)


def _problems(bundle: Bundle, refusal: RowRefused) -> list[Problem]:
    """Say where in the bundle the refused row stands, and why it was refused."""
    place = line_index(bundle).get((refusal.table, refusal.key)) or ", ".join(str(part) for part in refusal.key)
    path = TABLES[refusal.table].path
    return [
        Problem(path, place, "" if name == "__all__" else name, message)
        for name, messages in refusal.errors.items()
        for message in messages
    ]


def _publish(bringing: Bringing, outcome: Outcome, progress: Progress) -> Published:
    claims, articles = bringing.publishable_claims(), bringing.publishable_articles()
    step = progress("publishing", len(claims))
    names: dict[str, Any] = {"bundle": outcome.name, "sha256": outcome.sha256}
    return publish_bundle(claims=claims, articles=articles, progress=step, **names)
