"""PDF: tagged (PDF/UA-1), set by typst from `templates/reports/report.typ`, with the data passed as JSON.

typst must not be called in a process that forks afterwards: a child of a process that has compiled once hangs.
"""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import typst
from django.conf import settings

from claims.documents.canonical import canonical_json
from claims.reports.record import recorded
from claims.reports.report import Report
from claims.reports.view_model import report_view

logger = logging.getLogger(__name__)
TEMPLATE = Path(settings.BASE_DIR) / "templates" / "reports" / "report.typ"
#: The date of a report that holds nothing.
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)


@recorded
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


def _compile(report: Report, standards: list[Literal["ua-1"]]) -> bytes:
    as_of = report.coverage.as_of
    moment = datetime.fromisoformat(as_of) if as_of else EPOCH
    compiled: bytes = typst.compile(
        str(TEMPLATE),
        root=str(TEMPLATE.parent),
        format="pdf",
        sys_inputs={"data": canonical_json(report_view(report))},
        ignore_system_fonts=True,
        pdf_standards=[*standards],
        timestamp=int(moment.timestamp()),
    )
    return compiled
