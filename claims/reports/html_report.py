"""HTML: one file that opens anywhere, without anything fetched."""

from __future__ import annotations

from django.template.loader import render_to_string

from claims.reports.report import Report, about, reading_sentence, sources_of
from claims.reports.view_model import claim_view


def write_html(report: Report) -> bytes:
    """Return the report as one HTML document in bytes (UTF-8)."""
    context = {
        "report": report,
        "about": about(report.title, report.selection, report.link, report.coverage),
        "reading": reading_sentence(report.coverage),
        "claims": [claim_view(document) for document in report.claims],
        "sources": sources_of(report.claims, report.article),
        "omissions": report.article["omissions"] if report.article else [],
    }
    return render_to_string("reports/report.html", context).encode()
