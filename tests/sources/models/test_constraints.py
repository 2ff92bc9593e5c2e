"""What the database refuses about a source, and what people are told."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from sources.bib.notices import NoticeKind
from sources.models import Notice, Source
from sources.models.source import DOI_EXPECTED, PMCID_EXPECTED, PMID_EXPECTED
from tests.makers import make_notice, make_source

pytestmark = pytest.mark.django_db

MALFORMED = [
    (
        "doi",
        DOI_EXPECTED,
        ["doi:10.1000/1", "10.1000", "10.1/a", "11.1000/a", "10.1000/", "10.1000/a b", "10.1000/a\n"],
    ),
    ("pmid", PMID_EXPECTED, ["0", "012", "12a", "123456789", "-1", "١٢", "12\n", " 12"]),
    ("pmcid", PMCID_EXPECTED, ["123", "PMC", "pmc12", "PMC012", "PMC12345678901", "PMC1\n"]),
]
DUPLICATES = [
    ("doi", "10.5555/ABC", "Another source already has this DOI."),
    ("doi", "10.5555/abc", "Another source already has this DOI."),
    ("pmid", "12345", "Another source already has this PMID."),
    ("pmcid", "PMC12345", "Another source already has this PMCID."),
]
BAD_LISTS: list[tuple[str, Any]] = [
    ("authors", "Berg"),
    ("authors", ["Berg"]),
    ("authors", [{"family": " "}]),
    ("authors", [{"orcid": "0"}]),
    ("issued", 2020),
    ("issued", ["2020"]),
    ("issued", [2020, 13]),
    ("issued", [2021, 2, 29]),
    ("issued", [2020, 1, 1, 1]),
    ("issued", [True]),
    ("issued", [0]),
    ("issued", [10**400]),
    ("warnings", "careful"),
    ("warnings", [""]),
    ("warnings", [1]),
    ("extra", ["ISSN"]),
    ("title", "half a pair \ud83d"),
    ("title", "nothing\0"),
    ("extra", {"note": ["\0"]}),
    ("extra", {"half \udc00": 1}),
    ("extra", {"ISSN": float("nan")}),
]


@pytest.mark.parametrize(
    ("field", "message", "value"), [(field, message, value) for field, message, values in MALFORMED for value in values]
)
def test_a_malformed_identifier_is_refused(field: str, message: str, value: str) -> None:
    source = make_source()
    setattr(source, field, value)
    with pytest.raises(ValidationError) as told:
        source.full_clean()
    # a text that is too long for the column is told so as well
    assert message in told.value.message_dict[field]
    assert list(told.value.message_dict) == [field]

    if len(value) <= (Source._meta.get_field(field).max_length or 0):
        with pytest.raises(IntegrityError), transaction.atomic():
            source.save()


@pytest.mark.parametrize(("field", "value", "message"), DUPLICATES)
def test_an_identifier_names_one_source(field: str, value: str, message: str) -> None:
    make_source(doi="10.5555/Abc", pmid="12345", pmcid="PMC12345")
    other = make_source(doi="10.5555/other")
    setattr(other, field, value)
    with pytest.raises(ValidationError) as told:
        other.full_clean()
    assert told.value.message_dict == {field: [message]}
    with pytest.raises(IntegrityError), transaction.atomic():
        other.save()


def test_many_sources_have_no_identifier() -> None:
    for number in range(3):
        make_source(f"Nobody{number}", doi="", pmid="", pmcid="")
    assert Source.objects.filter(doi="", pmid="", pmcid="").count() == 3


@pytest.mark.parametrize(("field", "value"), BAD_LISTS)
def test_a_badly_formed_value_is_told_at_its_field(field: str, value: Any) -> None:
    source = make_source()
    setattr(source, field, value)
    with pytest.raises(ValidationError) as told:
        source.full_clean()
    assert list(told.value.message_dict) == [field]


@pytest.mark.parametrize("issued", [[], [2020], [2020, 2], [2020, 2, 29]])
def test_a_date_is_as_exact_as_is_known(issued: list[int]) -> None:
    source = make_source(issued=issued)
    assert Source.objects.get(pk=source.pk).issued == issued


@pytest.mark.parametrize("citekey", ["Reno 2022", "", "Reno/2022", "ångström"])
def test_a_citekey_fits_into_an_address(citekey: str) -> None:
    source = make_source()
    source.citekey = citekey
    with pytest.raises(ValidationError) as told:
        source.full_clean()
    assert list(told.value.message_dict) == ["citekey"]


def test_a_notice_is_recorded_once() -> None:
    notice = make_notice(make_source())
    again = Notice(source=notice.source, kind=notice.kind, date=notice.date)
    with pytest.raises(ValidationError) as told:
        again.full_clean()
    assert told.value.message_dict == {"date": ["This notice is already recorded."]}
    with pytest.raises(IntegrityError), transaction.atomic():
        again.save()


def test_kinds_of_notice_are_those_of_the_rules() -> None:
    assert Notice._meta.get_field("kind").choices == NoticeKind.choices()
