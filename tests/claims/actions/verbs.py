"""Every verb on a claim or an article with an input that it takes and one that it refuses, for table-driven tests."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from claims import actions
from claims.models import Article, Claim
from sources import actions as library
from tests.makers import make_article, make_claim, make_curator, make_source

WHY = "because of the review"


@dataclass(frozen=True)
class Verb:
    """A verb by name, what it is given, and columns that it refuses; ``needs`` finds the row that it works on."""

    name: str
    needs: Callable[[Claim], dict[str, Any]]
    given: dict[str, Any] = field(default_factory=dict)
    bad: dict[str, Any] = field(default_factory=dict)
    event: str = ""
    takes_why: bool = True

    def call(self, arguments: dict[str, Any]) -> Any:
        """Call the verb on what `needs` found, as Ben, who gives his reason."""
        verb = getattr(actions, self.name, None) or getattr(library, self.name)
        why = {"why": WHY} if self.takes_why else {}
        return verb(user=make_curator("ben"), **{**self.given, **why, **arguments})


def own(claim: Claim) -> dict[str, Any]:
    return {"claim": claim}


def nothing(_: Claim) -> dict[str, Any]:
    return {}


def article_of(claim: Claim) -> Article:
    return claim.occurrences.get().version.article


FIGURE = {
    "key": "new",
    "text": "30%",
    "high": 30.0,
    "unit": "%",
    "bound": "exactly",
    "statistic": "relative_change",
    "direction": "decrease",
}
EVIDENCE = {"stance": "supports", "design": "rct-parallel", "risk_of_bias": "low", "scope": "abstract"}

ON_CLAIMS = [
    Verb("revise_claim", own, {"statement": "Another.", "topics": ["new"]}, {"kind": "no such kind"}),
    Verb("record_figure", own, FIGURE, {"low": 31.0}),
    Verb("revise_figure", lambda claim: {"figure": claim.figures.get()}, {"text": "33 per cent"}, {"high": None}),
    Verb("remove_figure", lambda claim: {"figure": claim.figures.get()}),
    Verb(
        "place_occurrence",
        lambda claim: {"claim": claim, "version": claim.occurrences.get().version},
        {"quote": "Nobody", "start": None, "end": None},
        {"start": 5},
    ),
    Verb("remove_occurrence", lambda claim: {"occurrence": claim.occurrences.get()}),
    Verb("link_evidence", lambda claim: {"claim": claim, "source": make_source()}, EVIDENCE, {"indirectness": ["x"]}),
    Verb("revise_evidence", lambda claim: {"evidence": claim.evidence.get()}, {"n": 119}, {"dose_mg_elemental": -1}),
    Verb("unlink_evidence", lambda claim: {"evidence": claim.evidence.get()}),
    Verb(
        "record_finding",
        lambda claim: {"evidence": claim.evidence.get()},
        {"key": "new", "what": "Sneezes"},
        {"ci_low": 1},
    ),
    Verb(
        "revise_finding", lambda claim: {"finding": claim.evidence.get().findings.get()}, {"value": 21.0}, {"value": 99}
    ),
    Verb("remove_finding", lambda claim: {"finding": claim.evidence.get().findings.get()}),
    Verb(
        "record_assessment",
        own,
        {"start": "high", "start_reason": "A trial.", "imprecision": -1, "reasons": {"imprecision": "Few people."}},
        {"imprecision": -4},
    ),
]
OTHERS = [
    Verb(
        "draft_claim",
        nothing,
        {"key": "new", "statement": "New.", "kind": "efficacy", "wording_strength": "absolute", "topics": ["new"]},
        {"kind": "no such kind"},
    ),
    Verb("add_source", nothing, {"citekey": "New2020", "title": "New"}, {"pmid": "0"}),
    Verb("revise_source", lambda claim: {"source": claim.evidence.get().source}, {"volume": "13"}, {"doi": "10"}),
    Verb(
        "mark_notice",
        lambda claim: {"source": claim.evidence.get().source},
        {"kind": "correction", "on": date(2024, 1, 2), "reason": WHY},
        {"doi": "10"},
        event="record_notice",
        takes_why=False,
    ),
    Verb("record_article", nothing, {"slug": "new", "title": "New"}, {"slug": "not a slug"}, takes_why=False),
    Verb(
        "record_article_version",
        lambda claim: {"article": article_of(claim)},
        {"text": "Another text."},
        {"text": ""},
        takes_why=False,
    ),
    Verb(
        "record_omission",
        lambda claim: {"article": article_of(claim), "claims": [claim], "sources": [claim.evidence.get().source]},
        {"key": "new", "statement": "It is bitter.", "why_it_matters": "People stop."},
        {"key": "not a key"},
        takes_why=False,
    ),
]
ALL = [*ON_CLAIMS, *OTHERS]


def make_everything() -> Claim:
    """Make a claim with one of each part, its article and its source."""
    make_article()
    return make_claim(topics=["colds"])
