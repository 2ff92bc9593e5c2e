"""Makers of legal states for tests: each goes through the actions, as a curator would.

A maker fills in what the test does not care about; everything that a test asserts on, it passes itself. The story
told by the defaults: an article says that zinc lozenges shorten a cold by up to 33%, one trial found 20%.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser

from claims.actions import (
    draft_claim,
    link_evidence,
    mark_notice,
    place_occurrence,
    publish_article,
    publish_claim,
    record_article,
    record_article_version,
    record_assessment,
    record_figure,
    record_finding,
    record_omission,
    report_problem,
    submit_claim,
)
from claims.grade.vocabulary import Domain
from claims.models import (
    Article,
    ArticlePublication,
    Assessment,
    Claim,
    Evidence,
    Figure,
    Finding,
    Occurrence,
    Omission,
    Problem,
    Publication,
)
from sources.actions import add_source
from sources.models import Notice, Source

SLUG = "zinc-lozenges"
QUOTE = "zinc lozenges shorten a cold by up to 33%"
TEXT = """# Zinc lozenges and the common cold

## What they do

It is said that zinc lozenges shorten a cold by up to 33%, whatever the dose. They work best when taken early.

## How safe they are

Nobody, the text adds, has ever been harmed by zinc.
"""


def make_curator(name: str = "ada", **fields: Any) -> AbstractBaseUser:
    """Return the member of staff with this name; the same name again is the same person."""
    user_model = get_user_model()
    existing = user_model.objects.filter(username=name).first()
    return existing or user_model.objects.create_superuser(name, password=f"{name} has a secret", **fields)


def make_source(citekey: str = "", **fields: Any) -> Source:
    """Add a trial to the library."""
    number = Source.objects.count() + 1
    given = {
        "title": f"Zinc lozenges for the common cold, trial {number}",
        "authors": [{"family": "Berg", "given": "Eva"}, {"family": "Olsen", "given": "Nils"}],
        "container_title": "Journal of Small Ailments",
        "issued": [2019, 3],
        "volume": "12",
        "page": f"{number}01-{number}09",
        "doi": f"10.5555/zinc.{number}",
        "design": "rct-parallel",
        "n": 120,
        "scope": "abstract",
        "identifier_status": "seen",
        "user": make_curator(),
        **fields,
    }
    return add_source(citekey=citekey or f"Berg{2018 + number}", **given)


def make_article(slug: str = SLUG, *, text: str = TEXT, **fields: Any) -> Article:
    """Record an article with one version of its text; the same slug again is the same article."""
    if existing := Article.objects.filter(slug=slug).first():
        return existing
    given = {"title": "Zinc lozenges and the common cold", "publisher": "The Cold Post", **fields}
    article = record_article(slug=slug, user=make_curator(), **given)
    record_article_version(article=article, text=text, user=make_curator())
    return article


def make_occurrence(claim: Claim, *, article: Article | None = None, quote: str = QUOTE, **fields: Any) -> Occurrence:
    """Say where the article's newest text makes the claim."""
    version = (article or make_article()).current_version
    assert version is not None
    start = version.text.find(quote)
    place = {"start": start, "end": start + len(quote)} if start >= 0 else {}
    given = {"section": "What they do", "paragraph": 1, "sentence": 1, **place, **fields}
    return place_occurrence(claim=claim, version=version, quote=quote, user=make_curator(), **given)


def make_figure(claim: Claim, **fields: Any) -> Figure:
    """Record “up to 33%” as a figure of the claim."""
    given = {
        "key": f"figure-{claim.figures.count() + 1}",
        "text": "up to 33%",
        "low": None,
        "high": 33.0,
        "unit": "%",
        "bound": "up_to",
        "statistic": "relative_change",
        "direction": "decrease",
        **fields,
    }
    return record_figure(claim=claim, user=make_curator(), **given)


def make_finding(evidence: Evidence, **fields: Any) -> Finding:
    """Record that the evidence found a fifth less, for the claim's first figure."""
    given = {
        "key": f"finding-{evidence.findings.count() + 1}",
        "what": "Days with a cold, zinc against placebo",
        "figure": evidence.claim.figures.first(),
        "value": 20.0,
        "unit": "%",
        "statistic": "relative_change",
        "ci_low": 5.0,
        "ci_high": 35.0,
        "p": "0.01",
        **fields,
    }
    return record_finding(evidence=evidence, user=make_curator(), **given)


def make_evidence(
    claim: Claim, source: Source | None = None, *, findings: Iterable[Mapping[str, Any]] = ({},), **fields: Any
) -> Evidence:
    """Link a source to the claim, with one finding by default."""
    given = {
        "stance": "partly_supports",
        "design": "rct-parallel",
        "n": 120,
        "population": "adults with a cold",
        "intervention": "zinc acetate lozenges",
        "dose_mg_elemental": 80.0,
        "comparator": "placebo",
        "outcome": "days with a cold",
        "risk_of_bias": "some_concerns",
        "risk_of_bias_reason": "The taste gave the lozenges away.",
        "scope": "abstract",
        **fields,
    }
    evidence = link_evidence(claim=claim, source=source or make_source(), user=make_curator(), **given)
    for finding in findings:
        make_finding(evidence, **finding)
    return evidence


def make_assessment(claim: Claim, **judgements: Any) -> Assessment:
    """Rate the certainty as moderate: randomised, but one step down for risk of bias.

    Every domain has its reason, so that the claim can be submitted whatever the rules suggest for its evidence.
    """
    given = {
        "ruleset": "core-grade-2025",
        "start": "high",
        "start_reason": "A randomised trial.",
        "risk_of_bias": -1,
        "reasons": {
            **dict.fromkeys(map(str, Domain), "Judged from the trial as a whole."),
            "risk_of_bias": "People could tell by the taste what they took.",
        },
        **judgements,
    }
    return record_assessment(claim=claim, user=make_curator(), **given)


def make_claim(
    *,
    key: str = "",
    topics: Iterable[str] = ("zinc",),
    article: Article | None = None,
    quote: str = QUOTE,
    figures: Iterable[Mapping[str, Any]] = ({},),
    evidence: Iterable[Mapping[str, Any]] = ({},),
    assessments: Iterable[Mapping[str, Any]] = ({},),
    **fields: Any,
) -> Claim:
    """Draft a claim that is ready to submit: one occurrence, and by default one figure, evidence and assessment.

    ``figures``, ``evidence`` and ``assessments`` hold the fields of each; an evidence mapping may name its ``source``.
    """
    given = {
        "statement": "Zinc lozenges shorten a cold by up to 33%.",
        "kind": "efficacy",
        "wording_strength": "absolute",
        "verdict": "partly_supported",
        "verdict_reason": "One trial found shorter colds, but by less.",
        "accurate_wording": "In one trial, zinc lozenges shortened a cold by about a fifth.",
        **fields,
    }
    claim = draft_claim(key=key or f"claim-{Claim.objects.count() + 1}", topics=topics, user=make_curator(), **given)
    make_occurrence(claim, article=article, quote=quote)
    for figure in figures:
        make_figure(claim, **figure)
    for item in evidence:
        make_evidence(claim, **item)
    for judgements in assessments:
        make_assessment(claim, **judgements)
    return claim


def publish(claim: Claim, *, change_note: str = "") -> Publication:
    """Have one curator submit the claim and another publish it; a later version gets a note where none is given."""
    claim.refresh_from_db()
    submit_claim(claim=claim, user=make_curator("ada"))
    note = change_note or ("Looked at again." if claim.publications.exists() else "")
    return publish_claim(claim=claim, user=make_curator("ben"), change_note=note)


def make_published_claim(*, change_note: str = "", **fields: Any) -> Claim:
    """Draft a claim with the fields of `make_claim` and publish it."""
    claim = make_claim(**fields)
    publish(claim, change_note=change_note)
    return claim


def make_omission(article: Article | None = None, **fields: Any) -> Omission:
    """Record something that the article leaves out; ``claims`` and ``sources`` are lists of rows."""
    article = article or make_article()
    number = article.omissions.count() + 1
    given = {
        "key": f"omission-{number}",
        "position": number,
        "statement": "Zinc lozenges often cause nausea.",
        "why_it_matters": "Nausea may be worse than the cold.",
        "claims": [],
        "sources": [],
        **fields,
    }
    return record_omission(article=article, user=make_curator(), **given)


def make_published_article(slug: str = SLUG, **fields: Any) -> ArticlePublication:
    """Record an article with the fields of `make_article` and publish it."""
    return publish_article(article=make_article(slug, **fields), user=make_curator())


def make_notice(source: Source, **fields: Any) -> Notice:
    """Record that the source was retracted; published claims show it at once."""
    given = {"kind": "retraction", "on": date(2024, 5, 1), "reason": "The data could not be found.", **fields}
    notice, _ = mark_notice(source=source, user=make_curator(), **given)
    return notice


def make_problem(**fields: Any) -> Problem:
    """Have a reader report that a figure is wrong; without a claim it is about the home page."""
    given = {
        "kind": "wrong_figure",
        "message": "The trial found 20 per cent, not 33.",
        "page": "/",
        "address": f"192.0.2.{Problem.objects.count() % 250}",
        **fields,
    }
    return report_problem(**given)
