"""Each kind of page carries its JSON-LD, which agrees with what the page shows."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.test import Client

from tests.makers import make_published_article, make_published_claim

pytestmark = pytest.mark.django_db


def markup_of(client: Client, path: str) -> Any:
    page = client.get(path).content.decode()
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, flags=re.DOTALL)
    assert len(found) == 1
    return json.loads(found[0])


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/claims/C1/", "ClaimReview"),
        ("/sources/Berg2019/", "ScholarlyArticle"),
        ("/articles/zinc-lozenges/", "Article"),
        ("/data/", "Dataset"),
    ],
)
def test_page_says_to_machines_what_it_is(client: Client, path: str, kind: str) -> None:
    make_published_claim()
    make_published_article()

    assert markup_of(client, path)["@type"] == kind


def test_text_that_would_end_the_script_stays_inside_it(client: Client) -> None:
    make_published_claim(statement="Zinc helps.</script><script>alert(1)</script>")

    assert markup_of(client, "/claims/C1/")["claimReviewed"] == "Zinc helps.</script><script>alert(1)</script>"


def test_old_version_is_no_review_of_its_own(client: Client) -> None:
    make_published_claim()

    assert b"ld+json" not in client.get("/claims/C1/v1/").content
