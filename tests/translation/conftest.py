"""The whole site in the made-up language, rendered once for all tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import Client, override_settings

from claims.actions import publish_bundle
from claims.bundle.loading import bundle_hash, load_bundle
from claims.models import Article, Claim
from tests.translation.content import disguise_everything, disguised
from tests.translation.pseudo import LANGUAGE, write_language
from tools.messages import catalogue
from tools.pages import KINDS

BUNDLE = Path(__file__).resolve().parents[2] / "maglyc" / "data" / "magnesium-glycinate"


@pytest.fixture(scope="session")
def translations(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of translations with the made-up language in it."""
    folder = tmp_path_factory.mktemp("locale")
    write_language(catalogue(), folder)
    return folder


@pytest.fixture(scope="session")
def rendered(django_db_setup: None, django_db_blocker: Any, translations: Path) -> dict[str, str]:
    """Return each kind of public page in the made-up language; what curators wrote stands in Cyrillic letters."""
    language = override_settings(LANGUAGE_CODE=LANGUAGE, LOCALE_PATHS=[str(translations)])
    with django_db_blocker.unblock(), transaction.atomic():
        publish_disguised()
        with language:
            pages = {kind: Client().get(address_of(path)).content.decode() for kind, path in KINDS.items()}
        transaction.set_rollback(True)
    return pages


def publish_disguised() -> None:
    """Load and publish the shipped bundle with its texts in Cyrillic letters."""
    load_bundle(BUNDLE)
    disguise_everything()
    names = {"bundle": "magnesium-glycinate", "sha256": bundle_hash(BUNDLE)}
    publish_bundle(claims=list(Claim.objects.all()), articles=list(Article.objects.all()), **names)


def address_of(path: str) -> str:
    """Return the address where the page is found among texts in Cyrillic letters."""
    return path.replace("soreness", disguised("soreness"))
