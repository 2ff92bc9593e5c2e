"""Rows of the database as rows of a bundle, the inverse of what loading does."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from claims.actions.appraisal import PROGRAM
from claims.bundle.bibliography import without_empty
from claims.bundle.cells import MOMENT
from claims.bundle.content import Row, Values, in_order
from claims.bundle.tables import (
    APPRAISALS,
    ASSESSMENTS,
    CLAIMS,
    EVIDENCE,
    FIGURES,
    FINDINGS,
    OCCURRENCES,
    SOURCES_CURATION,
)
from claims.documents.canonical import canonical_number
from claims.models import Appraisal, Article, Assessment, Claim, Evidence, Finding, Occurrence, Omission, Override
from sources.bib.csl import csl_item, parse_csl
from sources.models import Notice, Source

Tables = dict[str, list[Row]]


def _plain(value: Any) -> Any:
    return canonical_number(value) if isinstance(value, float) else value


def _columns(instance: Any, names: Iterable[str], **own: Any) -> Values:
    """Return the columns of the row, those in ``own`` as they are given."""
    return {name: own[name] if name in own else _plain(getattr(instance, name)) for name in names}


def claim_tables(claim: Claim) -> Tables:
    """Return the rows of a claim and its parts; it should be fetched `with_everything`."""
    key = claim.key
    tables: dict[str, list[Values]] = {
        "claims": [_columns(claim, CLAIMS.names, id=claim.name)],
        "topics": [{"claim": key, "topic": topic.name} for topic in claim.topics.all()],
        "occurrences": [_occurrence(key, row) for row in claim.occurrences.all()],
        "figures": [_columns(row, FIGURES.names, claim=key) for row in claim.figures.all()],
        "assessments": [_assessment(key, row) for row in claim.assessments.all() if row.superseded_at is None],
        "choices": [_choice(key, row) for row in claim.overrides.all() if _is_chosen(row)],
        "evidence": [],
        "findings": [],
        "arms": [],
        "appraisals": [],
        "answers": [],
    }
    for item in claim.evidence.all():
        tables["evidence"].append(_columns(item, EVIDENCE.names, claim=key, source=item.source.citekey))
        for appraisal in item.appraisals.all():
            if appraisal.superseded_at is None:
                _add_appraisal(tables, key, item, appraisal)
        for finding in item.findings.all():
            tables["findings"].append(_finding(key, item, finding))
            tables["arms"] += _arms(key, item, finding)
    return in_order({name: [Row(values) for values in rows] for name, rows in tables.items()})


def _occurrence(key: str, row: Occurrence) -> Values:
    return _columns(row, OCCURRENCES.names, claim=key, article=row.version.article.slug, version=row.version.number)


def _is_chosen(row: Override) -> bool:
    """Tell whether a person chose; what a bundle brought follows from its rows and the rules."""
    return row.superseded_at is None and row.made_by_name != PROGRAM


def _choice(key: str, row: Override) -> Values:
    return {
        "claim": key,
        "subject": row.subject,
        "chosen_by": row.made_by_name,
        "chosen_at": row.made_at.strftime(MOMENT),
    }


def _finding(key: str, item: Evidence, row: Finding) -> Values:
    figure = row.figure.key if row.figure else ""
    return _columns(row, FINDINGS.names, claim=key, source=item.source.citekey, figure=figure)


def _arms(key: str, item: Evidence, row: Finding) -> list[Values]:
    return [
        {
            "claim": key,
            "source": item.source.citekey,
            "finding": row.key,
            "arm": number,
            "label": arm.get("label") or "",
            **{name: _plain(arm.get(name)) for name in ("n", "mean", "sd", "events")},
        }
        for number, arm in enumerate(row.arms, 1)
    ]


def _add_appraisal(tables: dict[str, list[Values]], key: str, item: Evidence, row: Appraisal) -> None:
    own = {"claim": key, "source": item.source.citekey}
    tables["appraisals"].append(_columns(row, APPRAISALS.names, **own))
    link = {**own, "instrument": row.instrument, "result": row.result}
    tables["answers"] += [{**link, "question": name, "answer": answer} for name, answer in row.answers.items()]


def _assessment(key: str, row: Assessment) -> Values:
    names = [name for name in ASSESSMENTS.names if name.endswith("_reason") and name != "start_reason"]
    reasons = {name: row.reasons.get(name.removesuffix("_reason"), "") for name in names}
    return _columns(row, ASSESSMENTS.names, claim=key, **reasons)


def source_tables(source: Source) -> Tables:
    """Return the rows of what curators record about a source, its warnings and notices."""
    warnings = enumerate(source.warnings, 1)
    tables: dict[str, list[Values]] = {
        "sources_curation": [_columns(source, SOURCES_CURATION.names, id=source.name)],
        "source_warnings": [
            {"source": source.citekey, "position": place, "warning": warning} for place, warning in warnings
        ],
        "notices": [_notice(notice) for notice in source.notices.all()],
    }
    return in_order({name: [Row(values) for values in rows] for name, rows in tables.items()})


def _notice(notice: Notice) -> Values:
    return {
        "source": notice.source.citekey,
        "kind": notice.kind,
        "date": notice.date.isoformat(),
        "reason": notice.reason,
        "doi": notice.doi,
        "url": notice.url,
    }


def source_item(source: Source) -> dict[str, Any]:
    """Return the CSL-JSON item of a source in normal form."""
    records, _ = parse_csl([source.csl])
    return without_empty(csl_item(records[0]))


def article_tables(article: Article) -> Tables:
    """Return the rows of an article: its description, its wordings and what it leaves out."""
    names = ("slug", "title", "publisher", "url", "language", "note")
    tables: dict[str, list[Values]] = {
        "articles": [{"id": article.name, **_columns(article, names)}],
        "article_versions": [
            {"article": article.slug, "version": row.number, "path": "", "sha256": row.sha256}
            for row in article.versions.all()
        ],
        "omissions": [],
        "omission_claims": [],
        "omission_sources": [],
    }
    for omission in article.omissions.all():
        for name, rows in _omission(article.slug, omission).items():
            tables[name] += rows
    return in_order({name: [Row(values) for values in rows] for name, rows in tables.items()})


def _omission(slug: str, row: Omission) -> dict[str, list[Values]]:
    link = {"article": slug, "omission": row.key}
    words = {"statement": row.statement, "why_it_matters": row.why_it_matters}
    return {
        "omissions": [{"article": slug, "key": row.key, **words}],
        "omission_claims": [{**link, "claim": item.claim.key} for item in row.claim_links.select_related("claim")],
        "omission_sources": [
            {**link, "source": item.source.citekey} for item in row.source_links.select_related("source")
        ],
    }
