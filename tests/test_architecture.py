"""The program keeps to its table of rooms, and the rules that watch over it catch what they should."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.architecture import rooms, rules

ROOT = Path(__file__).resolve().parent.parent


def installed_at_run_time() -> set[str]:
    """Return the names of the distributions that requirements.txt locks."""
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    return {match[1].lower() for line in lines if (match := re.match(r"([A-Za-z0-9._-]+)==", line))}


def test_every_import_keeps_to_the_levels() -> None:
    assert rules.misplaced_imports(ROOT) == []


def test_every_module_has_a_room() -> None:
    assert rules.homeless_modules(ROOT) == []


def test_pure_rooms_are_pure() -> None:
    assert rules.impurities(ROOT) == []


def test_every_package_imported_at_run_time_is_locked() -> None:
    assert rules.undeclared_imports(ROOT, installed_at_run_time()) == []


def test_no_room_is_in_the_table_twice() -> None:
    names = [room.name for room in rooms.ROOMS]
    assert sorted(names) == sorted(set(names))


def plant(root: Path, module: str, source: str) -> str:
    """Write a module into a project folder made for one test and return its path there."""
    path = root.joinpath(*module.split(".")).with_suffix(".py")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(source, encoding="utf-8")
    return str(path.relative_to(root))


FORBIDDEN = [
    ("claims.figures.checking", "import django", "impure"),
    ("claims.figures.checking", "from claims.models import Claim", "misplaced"),
    ("claims.words", "from claims.models.claim import Claim", "misplaced"),
    ("sources.bib.ris", "from claims.words import Word", "misplaced"),
    ("sources.models.source", "from sources.actions import add_source", "misplaced"),
    ("sources.models.source", "from sources.clients import crossref", "misplaced"),
    ("sources.actions", "from sources.clients.crossref import fetch", "misplaced"),
    ("sources.admin.source", "from claims.models import Evidence", "misplaced"),
    ("sources.urls", "import claims.views", "misplaced"),
    ("claims.models.claim", "from claims.documents.build import build", "misplaced"),
    ("claims.models.claim", "from sources.actions import add_source", "misplaced"),
    ("claims.models.claim", "def later():\n    from claims import actions", "misplaced"),
    ("claims.models.claim", "from .. import actions", "misplaced"),
    ("claims.models.claim", "from ..search.index import refresh", "misplaced"),
    ("claims.documents.build", "from sources.actions import add_source", "misplaced"),
    ("claims.reports.csv", "from claims.actions import publish_claim", "misplaced"),
    ("claims.search.index", "import claims.actions.publishing", "misplaced"),
    ("claims.reports.csv", "from claims.search import facets", "misplaced"),
    ("claims.views.page", "from claims.report_urls import urlpatterns", "misplaced"),
    ("claims.views.page", "from claims.admin.claim import ClaimAdmin", "misplaced"),
    ("claims.bundle.load", "from claims.management.commands import load_bundle", "misplaced"),
    ("claims.management.commands.show", "from claims.views import page", "misplaced"),
    ("claims.views.page", "from maglyc.settings import DEBUG", "misplaced"),
    ("claims.extraction.reading", "import urllib.request", "impure"),
    ("claims.extraction.reading", "from urllib import request", "impure"),
    ("claims.extraction.reading", "from pathlib import Path", "impure"),
    ("claims.grade.rating", "import os.path", "impure"),
    ("claims.grade.rating", "import time", "impure"),
    ("claims.grade.rating", "from datetime import datetime\nNOW = datetime.now()", "impure"),
    ("claims.grade.rating", "import datetime\nNOW = datetime.date.today()", "impure"),
    ("claims.pooling.pooling", "TEXT = open('table.csv').read()", "impure"),
    ("claims.pooling.pooling", "def load(path):\n    return path.open()", "impure"),
    ("claims.words", "import random", "impure"),
    ("claims.words", "print('here')", "impure"),
    ("claims.cupboard", "", "homeless"),
    ("claims.__init__", '"""A docstring may stand here."""\nfrom claims.words import Word', "homeless"),
]

ALLOWED = [
    (
        "claims.figures.checking",
        "from claims.words import Word\nfrom .quantity import Figure\nfrom decimal import Decimal",
    ),
    ("claims.extraction.candidates", "from claims.figures.reading import read"),
    ("claims.extraction.reading", "from urllib.parse import urlsplit\nfrom typing import IO"),
    ("claims.grade.rating", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from pathlib import Path"),
    ("claims.grade.rating", "import datetime\ndef later(day: datetime.date): return day.replace(year=2030)"),
    ("claims.models.claim", "from sources.models import Source\nfrom claims.policies import may_publish"),
    ("claims.documents.build", "from claims.models import Claim\nfrom claims.grade import rating"),
    ("claims.actions.publishing", "from claims.documents import build\nfrom sources.actions import mark_notice"),
    ("claims.reports.csv", "from claims.documents import schema"),
    ("claims.views.page", "from claims.search import facets\nfrom claims.forms import SearchForm"),
    ("claims.management.commands.load_bundle", "from claims.bundle import load\nfrom claims.reports import csv"),
    ("claims.urls", "from claims import views, feeds, api, report_urls"),
    ("claims.report_urls", "from claims.views import reports"),
    ("maglyc.urls", "from claims import urls\nfrom sources import urls as source_urls\nfrom maglyc import health"),
    ("claims.__init__", '"""The package."""'),
]

RULES = {"misplaced": rules.misplaced_imports, "impure": rules.impurities, "homeless": rules.homeless_modules}


@pytest.mark.parametrize(("module", "source", "rule"), FORBIDDEN)
def test_a_planted_violation_is_found(tmp_path: Path, module: str, source: str, rule: str) -> None:
    place = plant(tmp_path, module, source)
    (problem,) = RULES[rule](tmp_path)
    assert re.match(rf"{re.escape(place)}:\d+: ", problem)


@pytest.mark.parametrize(("module", "source"), ALLOWED)
def test_what_the_table_allows_passes(tmp_path: Path, module: str, source: str) -> None:
    plant(tmp_path, module, source)
    assert [problem for rule in RULES.values() for problem in rule(tmp_path)] == []


def test_a_misplaced_import_is_reported_with_both_names_and_levels(tmp_path: Path) -> None:
    plant(tmp_path, "claims.reports.csv", "\nfrom claims.actions import publish_claim")
    assert rules.misplaced_imports(tmp_path) == [
        "claims/reports/csv.py:2: claims.reports.csv (level 6) imports claims.actions.publish_claim (level 6); "
        "a room of level 6 may import levels 0, 1, 2, 3, 4, 5 and beside itself no room"
    ]


def test_an_undeclared_package_is_found(tmp_path: Path) -> None:
    plant(tmp_path, "claims.views.page", "import json\nimport django.http\nimport hypothesis")
    assert rules.undeclared_imports(tmp_path, {"django"}) == [
        "claims/views/page.py:3: claims.views.page imports hypothesis, which requirements.txt does not install"
    ]
