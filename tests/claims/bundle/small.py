"""A small bundle as plain values, with one of everything, for tests to write and to break."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from claims.bundle.cells import empty_value
from claims.bundle.content import Bundle, Row, in_order
from claims.bundle.tables import TABLES
from claims.bundle.writing import text_path, write_bundle
from claims.documents.canonical import sha256_of

SLUG = "zinc-lozenges"
QUOTE = "zinc lozenges shorten a cold by up to 33%"
TEXT = f"# Zinc\n\nIt is said that {QUOTE}.\n"
START = TEXT.index(QUOTE)


def row(table: str, **values: Any) -> Row:
    """Return a row of the table with what an empty cell stands for in every column not given."""
    return Row({**{column.name: empty_value(column) for column in TABLES[table].columns}, **values})


def occurrence(claim: str, **changes: Any) -> Row:
    values = {"article": SLUG, "version": 1, "quote": QUOTE, "start": START, "end": START + len(QUOTE)}
    around = {"paragraph": 1, "sentence": 1, "prefix": "is said that ", "suffix": "."}
    return row("occurrences", claim=claim, **values | around | changes)


def assessment(claim: str, **changes: Any) -> Row:
    steps = {column.name: 0 for column in TABLES["assessments"].columns if column.kind == "integer"}
    judged = {"ruleset": "core-grade-2025", "start": "high", "start_reason": "One trial.", "critical": True}
    down = {"imprecision": -1, "imprecision_reason": "Few people.", "certainty": "moderate"}
    down["indirectness_reason"] = "Form and dose were held not to matter."
    return row("assessments", claim=claim, **steps | judged | down | changes)


def small_tables() -> dict[str, list[Row]]:
    """Return the rows: an article, two claims (one bare), a source with a warning and a notice, an omission."""
    finding = {"claim": "shorter-cold", "source": "Roe2019"}
    link = {"article": SLUG, "omission": "taste"}
    claim = {"attribution": "none", "wording_strength": "causal", "accurate_wording": "Perhaps by a fifth."}
    return {
        "articles": [row("articles", slug=SLUG, title="Zinc and the cold", language="en", note="A paraphrase.")],
        "article_versions": [row("article_versions", article=SLUG, version=1, path=text_path(SLUG, 1),
                                 sha256=sha256_of(TEXT))],
        "sources_curation": [row("sources_curation", citekey="Roe2019", design="rct-parallel", n=80, scope="abstract")],
        "source_warnings": [row("source_warnings", source="Roe2019", position=1, warning="Pages; not verified")],
        "notices": [row("notices", source="Roe2019", kind="correction", date="2020-02-01", reason="A wrong table.")],
        "claims": [
            row("claims", key="shorter-cold", statement="Zinc shortens colds.", kind="efficacy",
                verdict="partly_supported", verdict_reason="One trial found less.", **claim),
            row("claims", key="zinc-is-a-metal", statement="Zinc is a metal.", kind="definition", verdict="untested",
                verdict_reason="Nobody was asked.", **claim),
        ],
        "topics": [row("topics", claim="shorter-cold", topic=topic) for topic in ("cold", "zinc")],
        "occurrences": [occurrence("shorter-cold"), occurrence("zinc-is-a-metal")],
        "figures": [row("figures", claim="shorter-cold", key="third", text="up to 33%", high=33, unit="%",
                        bound="up_to", statistic="relative_change", direction="decrease", verdict="overstated",
                        explanation="20 at most.")],
        "evidence": [row("evidence", **finding, stance="partly_supports", design="rct-parallel", n=80, scope="abstract",
                         dose_mg_elemental=13.3, indirectness=["form", "dose"], risk_of_bias="low")],
        "findings": [row("findings", **finding, key="roe-days", what="Days ill", figure="third", value=20, unit="%",
                         ci_low=5, ci_high=35, p="< 0.05", subgroup=False)],
        "arms": [
            row("arms", **finding, finding="roe-days", arm=1, label="zinc", n=40, mean=4, sd=1.5),
            row("arms", **finding, finding="roe-days", arm=2, label="placebo", n=40, mean=5),
        ],
        "appraisals": [row("appraisals", **finding, instrument="rob2-2019-assignment", published_rating="low")],
        "answers": [
            row("answers", **finding, instrument="rob2-2019-assignment", question=question, answer=answer)
            for question, answer in (("1.1", "Y"), ("1.2", "NI"))
        ],
        "assessments": [assessment("shorter-cold")],
        "choices": [],
        "omissions": [row("omissions", article=SLUG, key="taste", statement="It tastes bad.",
                          why_it_matters="People stop.")],
        "omission_claims": [row("omission_claims", **link, claim="shorter-cold")],
        "omission_sources": [row("omission_sources", **link, source="Roe2019")],
    }  # fmt: skip


def small_item(**changes: Any) -> dict[str, Any]:
    item = {"id": "Roe2019", "type": "article-journal", "title": "Zinc for colds", "author": [{"family": "Roe"}]}
    return {**item, "issued": {"date-parts": [[2019]]}, "DOI": "10.1000/Zinc.1", "PMID": "123", **changes}


def small_bundle(**tables: list[Row]) -> Bundle:
    """Return the small bundle, with some tables replaced."""
    rows = in_order({**small_tables(), **tables})
    return Bundle("zinc", "Zinc", rows, {"Roe2019": small_item()}, {(SLUG, 1): TEXT})


def write_small(folder: Path, **tables: list[Row]) -> Path:
    """Write the small bundle and return its folder."""
    write_bundle(small_bundle(**tables), folder, licences=[])
    return folder


def changed(folder: Path, name: str, old: str, new: str) -> None:
    """Replace a text that stands in a file of the bundle exactly once."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, (name, old, text.count(old))
    path.write_text(text.replace(old, new), encoding="utf-8")
