"""The tables of a bundle as data: everything that a curator records, one table for each noun."""

from __future__ import annotations

from claims.bundle.columns import Table
from claims.bundle.tables.articles import ARTICLE_VERSIONS, ARTICLES, OMISSION_CLAIMS, OMISSION_SOURCES, OMISSIONS
from claims.bundle.tables.claims import ASSESSMENTS, CHOICES, CLAIMS, FIGURES, OCCURRENCES, TOPICS
from claims.bundle.tables.evidence import ANSWERS, APPRAISALS, ARMS, EVIDENCE, FINDINGS
from claims.bundle.tables.sources import NOTICES, SOURCE_WARNINGS, SOURCES_CURATION

__all__ = [
    "ANSWERS",
    "APPRAISALS",
    "ARMS",
    "ARTICLES",
    "ARTICLE_VERSIONS",
    "ASSESSMENTS",
    "CHOICES",
    "CLAIMS",
    "EVIDENCE",
    "FIGURES",
    "FINDINGS",
    "NOTICES",
    "OCCURRENCES",
    "OMISSIONS",
    "OMISSION_CLAIMS",
    "OMISSION_SOURCES",
    "SOURCES_CURATION",
    "SOURCE_WARNINGS",
    "TABLES",
    "TOPICS",
]

#: Every table after the ones it refers to.
TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        ARTICLES,
        ARTICLE_VERSIONS,
        SOURCES_CURATION,
        SOURCE_WARNINGS,
        NOTICES,
        CLAIMS,
        TOPICS,
        OCCURRENCES,
        FIGURES,
        EVIDENCE,
        FINDINGS,
        ARMS,
        APPRAISALS,
        ANSWERS,
        ASSESSMENTS,
        CHOICES,
        OMISSIONS,
        OMISSION_CLAIMS,
        OMISSION_SOURCES,
    )
}
