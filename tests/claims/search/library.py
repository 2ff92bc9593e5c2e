"""Five published claims about different things, for tests of the search."""

from __future__ import annotations

from typing import Any

from claims.models import Claim
from tests.makers import make_article, make_published_claim, make_source

STATEMENTS = {
    "cold": "Zinc lozenges shorten a cold by up to 40 %.",
    "mind": "Magnésium glycinate calms anxiété in students.",
    "sore": "Running in the morning eases muscle soreness.",
    "sleep": "Магний (镁) helps people to fall asleep.",
    "drink": "A well-being drink holds vitamin C, 12 mg in a glass.",
}


def _source(citekey: str, title: str, family: str, **fields: Any) -> Any:
    return make_source(citekey, title=title, authors=[{"family": family, "given": "A"}], **fields)


def _claim(name: str, article: Any, source: Any, **fields: Any) -> Claim:
    given = {
        "key": name,
        "statement": STATEMENTS[name],
        "article": article,
        "quote": STATEMENTS[name],
        "topics": [name],
        "figures": [],
        "evidence": [{"source": source, "findings": [], "population": "adults", "intervention": "", "outcome": ""}],
        "verdict_reason": "Somebody looked into it.",
        "accurate_wording": "It may be so.",
        **fields,
    }
    return make_published_claim(**given)


def publish_library() -> dict[str, str]:
    """Publish the claims and return what tests call them by their public name."""
    article = make_article("pills", title="Pills", text="\n\n".join(STATEMENTS.values()))
    plain = _source("Stone2001", "On trials", "Stone", doi="10.1000/plain", pmid="1")
    lifters = _source(
        "Lifters2013", "Lifting", "Müller-Lüdenscheidt", doi="10.1519/JSC.0b013e31825c2d0f", pmid="22692110"
    )
    nordic = make_source(
        "Froyland2004",
        title="On Ærskov Straße",
        doi="10.1000/nordic",
        authors=[{"family": "Frøyland"}, {"family": "Łączyńska-Þór", "given": "Ø"}],
    )
    asleep = {"findings": [], "population": "adults", "intervention": "", "outcome": ""}
    claims = {
        "cold": _claim("cold", article, lifters, figures=[{"text": "up to 40 %", "high": 40.0}]),
        "mind": _claim("mind", article, plain, verdict_reason="The anxious were calmer, not the merely nervous."),
        "sore": _claim("sore", article, plain, accurate_wording="Runners were less sore after a cold bath."),
        "sleep": _claim(
            "sleep",
            article,
            plain,
            verdict="unsupported",
            evidence=[{"source": source, **asleep} for source in (plain, nordic)],
        ),
        "drink": _claim("drink", article, plain, kind="dosage"),
    }
    return {claim.name: name for name, claim in claims.items()}
