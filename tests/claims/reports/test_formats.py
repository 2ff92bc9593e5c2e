"""Every format of every kind of report: complete, safe, and the same bytes for the same input."""

from __future__ import annotations

import hashlib
import json
import re
from html import unescape
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from claims.grade.vocabulary import Domain
from claims.models import Publication
from claims.reports.csv_report import write_csv
from claims.reports.formats import FORMATS
from claims.reports.gathering import NothingPublished, article_report, claim_report, list_report, reading_of
from claims.reports.markdown_report import text
from claims.reports.report import Report
from claims.search.filters import Filters
from claims.search.listing import sorted_rows
from tests.claims.reports.published import SLUG, publish_both
from tests.makers import make_notice, make_published_claim, make_source, publish

SITE = "http://127.0.0.1:8000"
#: The upgrades are left without one.
STEPS_WITH_REASON = tuple(map(str, Domain))


def _reports() -> dict[str, Report]:
    hostile, _ = publish_both()
    rows = sorted_rows(Filters(flagged="yes"))
    return {
        "claim": claim_report(hostile.number, site=SITE),
        "version": claim_report(hostile.number, version=1, site=SITE),
        "article": article_report(SLUG, site=SITE),
        "list": list_report(rows, selection=Filters(flagged="yes").sentence, link=f"{SITE}/claims/?flagged=yes"),
        "empty": list_report(rows.none(), selection="Nothing.", link=f"{SITE}/claims/"),
    }


@pytest.mark.django_db
@pytest.mark.parametrize("ending", FORMATS)
def test_the_same_input_gives_the_same_bytes(ending: str) -> None:
    reports = _reports()
    first = {kind: hashlib.sha256(FORMATS[ending].write(report)).hexdigest() for kind, report in reports.items()}
    again = {kind: hashlib.sha256(FORMATS[ending].write(report)).hexdigest() for kind, report in reports.items()}
    assert first == again
    assert len({first["claim"], first["article"], first["empty"]}) == 3


@pytest.mark.django_db
@pytest.mark.parametrize("ending", ["md", "html", "pdf"])
def test_a_report_says_what_it_is(ending: str) -> None:
    report = _reports()["article"]
    written = FORMATS[ending].write(report)
    plain = " ".join((_pdf_text(written) if ending == "pdf" else written.decode()).split())
    said = [
        "All published claims of article A1 (zinc-lozenges), version 1.",
        "1 stated, 1 flagged, 0 unsupported",
        "1 full text, 0 abstract only, 0 second-hand, 1 no source.",
        "core-grade-2025",
        "C1v1",
        "C2v1",
        "Nausea may be worse than the cold.",
    ]
    assert [part for part in said if part not in plain] == []


def _pdf_text(written: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(written)).pages)


@pytest.mark.django_db
def test_json_holds_the_stored_documents_unchanged() -> None:
    report = _reports()["article"]
    written = FORMATS["json"].write(report).decode()
    stored = dict(Publication.objects.values_list("document_text", "sha256"))
    lines = [line.rstrip(",") for line in written.split("\n")[1:-2]]
    assert sorted(lines) == sorted(stored)
    loaded = json.loads(written)
    assert list(loaded) == ["schema", "article", "claims", "about"]
    assert loaded["about"]["sha256"] == {
        f"{claim['id']}v{claim['version']}": hashlib.sha256(line.encode()).hexdigest()
        for claim, line in zip(loaded["claims"], lines, strict=True)
    }
    assert sorted(loaded["about"]["sha256"].values()) == sorted(stored.values())
    assert loaded["about"]["checked_against"] == {"full-text": 1, "abstract": 0, "secondary": 0, "nothing": 1}
    assert (loaded["about"]["claims"], loaded["about"]["versions"]) == (2, ["C1v1", "C2v1"])
    assert loaded["about"]["figures"] == {"all": 1, "flagged": 1, "unsupported": 0}


#: What the text is -> (text, Markdown that shows it).
ESCAPED: dict[str, tuple[str, str]] = {
    "a table's pipe": ("a|b", "a\\|b"),
    "emphasis": ("*a* _b_", "\\*a\\* \\_b\\_"),
    "HTML": ("<b>", "\\<b\\>"),
    "an entity": ("&lt;", "\\&lt;"),
    "a link": ("[a](b)", "\\[a\\](b)"),
    "an image": ("![a](b)", "!\\[a\\](b)"),
    "code": ("`x`", "\\`x\\`"),
    "a backslash": ("\\", "\\\\"),
    "a formula": ("$x$", "\\$x\\$"),
    "a heading": ("# x", "\\# x"),
    "a list": ("- x", "\\- x"),
    "a plus list": ("+ x", "\\+ x"),
    "a numbered list": ("1. x", "1\\. x"),
    "another numbered list": ("12) x", "12\\) x"),
    "an underline of a heading": ("===", "\\==="),
    "a number": ("1.5 mg", "1.5 mg"),
    "a negative number": ("-5 kg", "-5 kg"),
    "lines": ("a\n\nb", "a b"),
    "nothing": ("", ""),
}


@pytest.mark.parametrize("what", ESCAPED)
def test_markdown_shows_text_as_it_is(what: str) -> None:
    given, expected = ESCAPED[what]
    assert text(given) == expected


@pytest.mark.django_db
def test_markdown_tables_have_as_many_cells_in_every_row() -> None:
    written = FORMATS["md"].write(_reports()["article"]).decode()
    tables: list[list[int]] = [[]]
    for line in written.split("\n"):
        if line.startswith("|"):
            tables[-1].append(len(re.findall(r"(?<!\\)\|", line)))
        elif tables[-1]:
            tables.append([])
    found = [counts for counts in tables if counts]
    assert len(found) == 6  # scorecard, overview, figures, evidence, certainty, judgements that differ
    assert [counts for counts in found if len(set(counts)) != 1] == []
    assert "<b>" not in written
    assert "\\<b\\>colds" in written


class _Checker(HTMLParser):
    """Notes what is left open, and everything that would be fetched or run."""

    EMPTY = frozenset({"meta", "br", "link", "img"})

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.problems: list[str] = []
        self.tags: set[str] = set()
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag not in self.EMPTY:
            self.open.append(tag)
        self.problems += [
            f"{tag} {name}" for name, _ in attrs if name in ("src", "srcset", "style") or name[:2] == "on"
        ]

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.problems.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["claim", "article", "empty"])
def test_html_is_whole_escaped_and_needs_no_network(kind: str) -> None:
    written = FORMATS["html"].write(_reports()[kind]).decode()
    checker = _Checker()
    checker.feed(written)
    assert (checker.open, checker.problems) == ([], [])
    assert checker.tags.isdisjoint({"script", "link", "img", "iframe", "b", "i"})
    assert "url(" not in written
    assert "@import" not in written
    assert ("<b>colds</b> & more" in checker.words) == (kind != "empty")


@pytest.mark.django_db
def test_pdf_is_tagged_and_readable() -> None:
    reader = PdfReader(BytesIO(FORMATS["pdf"].write(_reports()["claim"])))
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 a PDF's own boolean
    assert root["/StructTreeRoot"]["/K"]
    assert root["/Lang"] == "en"
    assert b"pdfuaid" in root["/Metadata"].get_data()
    assert reader.metadata is not None
    assert reader.metadata.title == "Claim C1, version 1"
    words = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    expected = ["Evidence Facts", "FLAGGED", "best case only", "Who, what, elemental dose", "contradicts", "Berg E"]
    assert [part for part in [*expected, "[1]", "risk of bias", "References", "95% CI"] if part not in words] == []


@pytest.mark.django_db
def test_pdf_is_made_without_the_promise_where_the_fonts_lack_a_sign(caplog: pytest.LogCaptureFixture) -> None:
    claim = make_published_claim(verdict_reason="Read in Chinese: 中.")
    reader = PdfReader(BytesIO(FORMATS["pdf"].write(claim_report(claim.number, site=SITE))))
    root: Any = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712 a PDF's own boolean
    assert b"pdfuaid" not in root["/Metadata"].get_data()
    assert ["is not PDF/UA-1" in record.message for record in caplog.records] == [True]


@pytest.mark.django_db
def test_typst_markup_in_a_text_stays_text() -> None:
    claim = make_published_claim(verdict_reason='#panic("x") $a$ *b* #read("/etc/passwd") @ref <label>')
    written = FORMATS["pdf"].write(claim_report(claim.number, site=SITE))
    assert '#panic("x") $a$ *b*' in " ".join(_pdf_text(written).split()).replace("“", '"').replace("”", '"')


@pytest.mark.django_db
def test_an_old_version_says_what_followed_and_keeps_its_text() -> None:
    claim = make_published_claim(verdict_reason="The first reason.")
    claim.verdict_reason = "The second reason."
    claim.save()
    publish(claim)
    old = claim_report(claim.number, version=1, site=SITE)
    assert old.selection == "One claim, C1v1. It was followed by C1v2."
    assert old.link == f"{SITE}/claims/C1/v1/"
    assert old.claims[0]["verdict_reason"] == "The first reason."
    assert claim_report(claim.number, site=SITE).selection == "One claim, C1v2."


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (lambda: claim_report(7, site=SITE), "There is no published claim C7."),
        (lambda: claim_report(7, version=2, site=SITE), "There is no published version 2 of claim C7."),
        (lambda: article_report("none", site=SITE), "There is no published article “none”."),
    ],
)
def test_what_is_not_published_has_no_report(ask: Any, said: str) -> None:
    with pytest.raises(NothingPublished, match=re.escape(said)):
        ask()


@pytest.mark.django_db
@pytest.mark.parametrize("ending", ["csv", "md", "html", "pdf"])
def test_notices_of_sources_are_shown(ending: str) -> None:
    source = make_source("Berg2019")
    make_notice(source)
    claim = make_published_claim(evidence=[{"source": source}], verdict="unsupported")
    written = FORMATS[ending].write(claim_report(claim.number, site=SITE))
    words = _pdf_text(written) if ending == "pdf" else written.decode()
    assert ("retraction 2024-05-01" if ending == "csv" else "retraction, 1 May 2024") in words


@pytest.mark.django_db
@pytest.mark.parametrize("ending", ["csv", "md", "html", "pdf", "json"])
def test_reports_hold_what_the_page_shows(ending: str) -> None:
    gone = make_source("Berg2019", funding="The Lozenge Company")
    make_notice(gone)
    claim = make_published_claim(
        figures=[{"verdict": "unsourced", "explanation": "Our own reason."}],
        evidence=[{"source": gone}, {"source": make_source("Cole2020", funding="City of Bern"), "findings": []}],
        assessments=[{"reasons": dict.fromkeys(STEPS_WITH_REASON, "Judged as a whole.")}],
    )
    report = claim_report(claim.number, site=SITE)
    written = FORMATS[ending].write(report)
    if ending == "csv":
        written += write_csv(report, "evidence")
    words = " ".join((_pdf_text(written) if ending == "pdf" else unescape(written.decode())).split())
    (document,) = report.claims
    computed, problem = document["figures"][0]["computed"]["reasons"][0], document["wording"]["problems"][0]
    said = ["The Lozenge Company", "City of Bern", "Our own reason.", computed, problem, "retraction of 2024-05-01"]
    hyphenated = words.replace("-", "").replace("\xad", "").replace(" ", "")
    assert [one for one in said if one.replace("-", "").replace(" ", "") not in hyphenated.replace("\\", "")] == []
    if ending not in ("csv", "json"):
        assert "No step was taken." in words
        assert "no reason to change" not in words
        assert "✗ retracted. Not counted." in words


@pytest.mark.django_db
def test_counts_without_documents_are_those_of_the_documents() -> None:
    report = _reports()["article"]
    counted = reading_of(sorted_rows(Filters()))
    coverage = report.coverage
    assert (counted.claims, counted.checked, counted.as_of) == (coverage.claims, coverage.checked, coverage.as_of)
