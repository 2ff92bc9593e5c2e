"""The formats of a report, by the ending of its address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from claims.reports.csv_report import write_csv
from claims.reports.html_report import write_html
from claims.reports.json_report import write_json
from claims.reports.markdown_report import write_markdown
from claims.reports.report import Report


def _write_pdf(report: Report) -> bytes:
    from claims.reports.pdf_report import write_pdf  # typst is loaded only where a PDF is made (80 MB)

    return write_pdf(report)


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its ending, what readers call it, its media type, and the function that writes it."""

    ending: str
    label: str
    media_type: str
    write: Callable[[Report], bytes]


FORMATS = {
    item.ending: item
    for item in (
        Format("csv", "CSV", "text/csv; charset=utf-8", write_csv),
        Format("json", "JSON", "application/json", write_json),
        Format("md", "Markdown", "text/markdown; charset=utf-8", write_markdown),
        Format("html", "HTML", "text/html; charset=utf-8", write_html),
        Format("pdf", "PDF", "application/pdf", _write_pdf),
    )
}
