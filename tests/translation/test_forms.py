"""Numbers and dates in the form of the language, and what keeps its form in every language."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.utils.translation import override

from claims.documents.claim_document import build_claim_document
from claims.reports.quantities import number_text
from claims.reports.record import recorded, recorded_parts
from claims.templatetags.words import day, iso
from sources.labels import is_foreign
from tests.makers import SLUG, make_published_article, make_published_claim

#: Languages whose forms Django knows, with different signs in their numbers.
LANGUAGES = ("en", "de", "fr")


@pytest.mark.parametrize(
    ("language", "number", "expected"),
    [
        ("en", 1234.5, "1,234.5"),
        ("de", 1234.5, "1.234,5"),
        ("fr", 1234.5, "1\u202f234,5"),
        ("en", -0.25, "−0.25"),
        ("de", -0.25, "−0,25"),
        ("de", 2000000, "2.000.000"),
        ("de", 12, "12"),
    ],
)
def test_a_number_has_the_signs_of_the_language(language: str, number: float, expected: str) -> None:
    with override(language):
        assert number_text(number).replace("\xa0", "\u202f") == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "22 November 2026"), ("de", "22. November 2026"), ("fr", "22 novembre 2026")],
)
def test_a_day_is_written_as_in_the_language_and_for_machines_as_everywhere(language: str, expected: str) -> None:
    with override(language):
        assert (day(date(2026, 11, 22)), iso(date(2026, 11, 22))) == (expected, "2026-11-22")


def test_a_report_is_written_in_the_language_of_the_record() -> None:
    with override("de"):
        assert recorded(is_foreign)() is False
        assert is_foreign() is True


def test_between_the_parts_of_a_stream_the_site_speaks_its_own_language() -> None:
    @recorded_parts
    def parts():  # type: ignore[no-untyped-def]
        yield str(is_foreign())
        yield str(is_foreign())

    with override("de"):
        assert [(part, is_foreign()) for part in parts()] == [("False", True), ("False", True)]


@pytest.mark.django_db
@pytest.mark.parametrize("ending", ["csv", "json", "md", "html"])
def test_a_report_has_the_same_bytes_on_every_site(client: Client, ending: str) -> None:
    make_published_claim()
    make_published_article()
    for address in (f"/claims/C1/report.{ending}", f"/articles/{SLUG}/report.{ending}", f"/claims/export.{ending}"):
        found = set()
        for language in LANGUAGES:
            with override(language):
                response = client.get(address)
                found.add(b"".join(response) if response.streaming else response.content)
        assert len(found) == 1, address


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/claims/C1/", "/maps/", "/claims/C1/v1/"])
def test_drawings_and_machine_readable_parts_keep_plain_numbers(client: Client, address: str) -> None:
    make_published_claim(evidence=[{"n": 1200}, {}])
    machine = re.compile(
        r'(?:\b(?:x|y|x1|x2|y1|y2|cx|cy|r|width|height|viewBox|datetime|value|colspan)="[^"]*")|ld\+json">.*?</script>'
    )
    found = []
    for language in LANGUAGES:
        with override(language):
            found.append(machine.findall(client.get(address).content.decode()))
    assert found[0]
    assert found[1:] == found[:1] * 2


@pytest.mark.django_db
def test_a_document_is_made_in_the_language_of_the_record() -> None:
    claim = make_published_claim()
    approval = {"basis": "two people", "submitted_by": "ada", "approved_by": "ben"}
    found = []
    for language in LANGUAGES:
        with override(language):
            found.append(
                build_claim_document(
                    claim, version=2, published_at=datetime(2026, 11, 22, tzinfo=UTC), approval=approval, change_note=""
                )
            )
    assert found[1:] == found[:1] * 2
