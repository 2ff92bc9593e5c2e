"""The whole site in the made-up language, rendered once for all tests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import Client, override_settings
from django.urls import reverse

from claims.actions import mark_notice, publish_bundle, record_appraisal, revise_claim
from claims.bundle.loading import bundle_hash, load_bundle
from claims.models import Article, Claim, Omission, Problem, Publication, Topic
from maglyc.demo_accounts import ensure_account, ensure_group
from sources.models import Source
from tests.claims.appraisals.answers import ROB2_SEVERAL
from tests.makers import make_problem
from tests.translation.changing import CHANGED, WITHDRAWN, change_everything
from tests.translation.content import disguise_everything, disguised
from tests.translation.pseudo import LANGUAGE, write_language
from tests.translation.states import STATES, TAKEN_ALONG
from tools.messages import catalogue
from tools.pages import KINDS

BUNDLE = Path(__file__).resolve().parents[2] / "maglyc" / "data" / "magnesium-glycinate"
ROB2 = "rob2-2019-assignment"

#: Public pages, pages of a curator, and the names for machines that stand in them.
Site = tuple[dict[str, str], dict[str, str], frozenset[str]]

#: Pages of a curator, each from the database that they are asked of.
ADMIN: dict[str, Callable[[], str]] = {
    "start": lambda: reverse("admin:index"),
    "claims": lambda: reverse("admin:claims_claim_changelist"),
    "claim": lambda: reverse("admin:claims_claim_change", args=[claim().pk]),
    "new-claim": lambda: reverse("admin:claims_claim_add"),
    "history": lambda: reverse("admin:claims_claim_history", args=[claim().pk]),
    "publish": lambda: reverse("admin:claims_claim_publish", args=[claim().pk]),
    "withdraw": lambda: reverse("admin:claims_claim_withdraw", args=[claim().pk]),
    "appraisals": lambda: reverse("admin:claims_claim_appraisals", args=[claim().pk]),
    "appraisal": lambda: reverse("admin:claims_claim_appraise", args=[claim().pk, trial(claim()).pk, ROB2]),
    "articles": lambda: reverse("admin:claims_article_changelist"),
    "article": lambda: reverse("admin:claims_article_change", args=[Article.objects.get().pk]),
    "omissions": lambda: reverse("admin:claims_omission_changelist"),
    "omission": lambda: reverse("admin:claims_omission_change", args=[Omission.objects.first().pk]),
    "topics": lambda: reverse("admin:claims_topic_changelist"),
    "publications": lambda: reverse("admin:claims_publication_changelist"),
    "publication": lambda: reverse("admin:claims_publication_change", args=[Publication.objects.first().pk]),
    "problems": lambda: reverse("admin:claims_problem_changelist"),
    "problem": lambda: reverse("admin:claims_problem_change", args=[Problem.objects.filter(state="open").first().pk]),
    "answered": lambda: reverse(
        "admin:claims_problem_change", args=[Problem.objects.filter(state="corrected").get().pk]
    ),
    "topic": lambda: reverse("admin:claims_topic_change", args=[Topic.objects.first().pk]),
    "withdrawn": lambda: reverse("admin:claims_claim_change", args=[Claim.objects.get(number=WITHDRAWN).pk]),
    "changed": lambda: reverse("admin:claims_claim_history", args=[Claim.objects.get(number=CHANGED).pk]),
    "sources": lambda: reverse("admin:sources_source_changelist"),
    "source": lambda: reverse("admin:sources_source_change", args=[Source.objects.get(citekey="Reno2022").pk]),
    "new-source": lambda: reverse("admin:sources_source_add"),
    "events": lambda: reverse("admin:sources_event_changelist"),
}


def claim() -> Claim:
    """Return the claim whose page stands for all: it has figures, appraisals and decisions against the rules."""
    return Claim.objects.get(number=34)


def report_that_is(state: str) -> int:
    """Return the row of the newest report in this state."""
    return Problem.objects.filter(state=state).latest("pk").pk


def trial(of: Claim) -> Any:
    """Return the first evidence of a claim."""
    return of.evidence.order_by("position").first()


@pytest.fixture(scope="session")
def translations(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of translations with the made-up language in it."""
    folder = tmp_path_factory.mktemp("locale")
    write_language(catalogue(), folder)
    return folder


@pytest.fixture(scope="session")
def site(django_db_setup: None, django_db_blocker: Any, translations: Path) -> Site:
    """Return the pages in the made-up language, with what was written in Cyrillic letters, and the keys in them."""
    language = override_settings(LANGUAGE_CODE=LANGUAGE, LOCALE_PATHS=[str(translations)])
    with django_db_blocker.unblock(), transaction.atomic():
        curator = publish_disguised()
        with language:
            public = {kind: page(Client(), address_of(path)) for kind, path in KINDS.items()}
            public |= {state: in_state(state) for state in STATES}
            public |= {kind: page(Client(), path) for kind, path in TAKEN_ALONG.items()}
            browser = Client()
            browser.force_login(curator)
            admin = {kind: page(browser, address()) for kind, address in ADMIN.items()}
        keys = frozenset(
            [*Omission.objects.values_list("key", flat=True), *Source.objects.values_list("citekey", flat=True)]
        )
        transaction.set_rollback(True)
    return public, admin, keys


@pytest.fixture(scope="session")
def rendered(site: Site) -> dict[str, str]:
    """Return each kind of public page."""
    return site[0]


@pytest.fixture(scope="session")
def curated(site: Site) -> dict[str, str]:
    """Return each kind of page of a curator."""
    return site[1]


@pytest.fixture(scope="session")
def keys(site: Site) -> frozenset[str]:
    """Return the lasting keys of rows, which a curator reads and nobody translates."""
    return site[2]


def page(browser: Client, address: str) -> str:
    """Return a page, whatever its state: one that is not found speaks too."""
    response = browser.get(address)
    assert response.status_code in (200, 404), f"{address}: {response.status_code}"
    return response.content.decode()


def in_state(state: str) -> str:
    """Return a page as a reader who asks for it for the first time gets it."""
    status, asked = STATES[state]
    response = asked(Client())
    assert response.status_code == status, f"{state}: {response.status_code}"
    return response.content.decode()


def publish_disguised() -> Any:
    """Load the shipped bundle, appraise, announce and report something, and publish it all in Cyrillic letters.

    Then change what can be changed. Returns the curator whose pages are looked at.
    """
    curator = ensure_account(disguised("curator"), "a long secret", ensure_group())
    reviewer = ensure_account(disguised("reviewer"), "a long secret", ensure_group())
    load_bundle(BUNDLE)
    record_appraisal(
        evidence=trial(claim()), instrument=ROB2, answers=ROB2_SEVERAL, user=curator, overall_choice="high",
        choice_reason="Two domains lean the same way.", why="Read anew.",
    )  # fmt: skip
    reno = Source.objects.get(citekey="Reno2022")
    mark_notice(source=reno, kind="correction", on=date(2024, 5, 1), user=curator, reason="Some numbers were wrong.")
    revise_claim(claim=Claim.objects.get(number=1), user=curator, why="Worded anew.", statement="Worded anew.")
    make_problem()
    disguise_everything()
    names = {"bundle": "magnesium-glycinate", "sha256": bundle_hash(BUNDLE)}
    publish_bundle(claims=list(Claim.objects.all()), articles=list(Article.objects.all()), **names)
    change_everything(curator, reviewer)
    return curator


def address_of(path: str) -> str:
    """Return the address where the page is found among texts in Cyrillic letters."""
    return path.replace("soreness", disguised("soreness"))
