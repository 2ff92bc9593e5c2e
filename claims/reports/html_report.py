"""HTML: one file that opens anywhere, without anything fetched."""

from __future__ import annotations

from django.template.loader import render_to_string

from claims.reports.record import recorded
from claims.reports.report import Report
from claims.reports.view_model import report_view


@recorded
def write_html(report: Report) -> bytes:
    """Return the report as one HTML document in bytes (UTF-8)."""
    return render_to_string("reports/report.html", report_view(report)).encode()
