"""PDF: tagged (PDF/UA-1), set by typst from `templates/reports/report.typ`, with the data passed as JSON.

typst must not be called in a process that forks afterwards: a child of a process that has compiled once hangs.
"""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from pathlib import Path

import typst
from django.conf import settings

from claims.documents.canonical import canonical_json
from claims.reports.report import Report, about, reading_sentence, sources_of
from claims.reports.view_model import claim_view

logger = logging.getLogger(__name__)
TEMPLATE = Path(settings.BASE_DIR) / "templates" / "reports" / "report.typ"
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)


def _data(report: Report) -> str:
    said = about(report.title, report.selection, report.link, report.coverage)
    return canonical_json(
        {
            "about": said,
            "reading": reading_sentence(report.coverage),
            "claims": [claim_view(document) for document in report.claims],
            "omissions": report.article["omissions"] if report.article else [],
            "sources": [
                {
                    "text": source["vancouver"],
                    "notices": [f"{n['kind'].replace('_', ' ')} {n['date']}" for n in source["notices"]],
                }
                for source in sources_of(report.claims, report.article)
            ],
        }
    )


def _compile(report: Report, standards: list[str]) -> bytes:
    as_of = report.coverage.as_of
    moment = datetime.fromisoformat(as_of) if as_of else EPOCH
    compiled: bytes = typst.compile(
        str(TEMPLATE),
        root=str(TEMPLATE.parent),
        format="pdf",
        sys_inputs={"data": _data(report)},
        ignore_system_fonts=True,
        pdf_standards=standards,
        timestamp=int(moment.timestamp()),
    )
    return compiled


def write_pdf(report: Report) -> bytes:
    """Return the report as PDF bytes.

    PDF/UA-1 refuses a sign that the built-in fonts lack; then the same pages are made without that promise (they
    are tagged all the same) and the log says so.
    """
    try:
        return _compile(report, ["ua-1"])
    except typst.TypstError as error:
        logger.warning("%s is not PDF/UA-1: %s", report.title, error)
        return _compile(report, [])
