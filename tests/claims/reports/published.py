"""A small published knowledge base for tests of reports: one claim rich in hostile text, one plain, one article."""

from __future__ import annotations

from claims.models import Claim
from tests.makers import make_article, make_omission, make_published_article, make_published_claim, make_source

STATEMENT = "Zinc | *shortens* <b>colds</b> & more\nby up to 33%"
TEXT = f"# Zinc\n\n{STATEMENT}\n\nNobody was harmed.\n"
SLUG = "zinc-lozenges"


def publish_both() -> tuple[Claim, Claim]:
    """Publish an article with two claims, the first with evidence read in full text and as an abstract."""
    article = make_article(SLUG, text=TEXT, title="Zinc & <colds>")
    berg = make_source("Berg2019", title='=HYPERLINK("x") of zinc [a](b)', funding="makers")
    olsen = make_source("Olsen2020", title="Zinc again", warnings=[])
    hostile = make_published_claim(
        article=article,
        quote=STATEMENT,
        statement=STATEMENT,
        verdict_reason="=cmd|' /C calc'!A0",
        accurate_wording="1. It <i>may</i> help.",
        evidence=[
            {
                "source": berg,
                "population": "@SUM(A1)",
                "findings": [{"value": -20.0, "ci_low": -35.0, "ci_high": -5.0}],
            },
            {"source": olsen, "scope": "full-text", "stance": "contradicts", "findings": []},
        ],
    )
    plain = make_published_claim(
        article=article,
        quote="Nobody was harmed.",
        statement="Zinc harms nobody.",
        figures=[],
        evidence=[],
        assessments=[],
        kind="safety",
        verdict="untested",
        topics=[],
    )
    make_omission(article, sources=[berg], claims=[plain])
    make_published_article(SLUG)
    return hostile, plain
