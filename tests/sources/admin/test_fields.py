"""Lists and dates as text: what is read, what is shown again, what is refused."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from sources.admin.fields import AuthorsField, IdentifierField, LinesField, PartialDateField, PlainNumberField
from sources.bib.identifiers import normalise_pmcid, normalise_pmid, parse_doi


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("2019", [2019]),
        ("2019-3", [2019, 3]),
        ("2019-03-14", [2019, 3, 14]),
        ("2020-02-29", [2020, 2, 29]),
    ],
)
def test_partial_dates(text: str, expected: list[int]) -> None:
    field = PartialDateField(required=False)
    assert field.clean(text) == expected
    assert field.clean(field.prepare_value(expected)) == expected


@pytest.mark.parametrize("text", ["19", "2019-13", "2019-02-30", "March 2019", "2019-03-14-1", "[2019]"])
def test_no_dates(text: str) -> None:
    with pytest.raises(ValidationError) as caught:
        PartialDateField(required=False).clean(text)
    assert caught.value.messages == [f"“{text}”: write 2019, 2019-03 or 2019-03-14, as much as is known."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Berg, Eva", [{"family": "Berg", "given": "Eva"}]),
        ("Plato", [{"family": "Plato"}]),
        (
            "van der Berg, E. J.\n\n{EFSA Panel}",
            [{"family": "van der Berg", "given": "E. J."}, {"literal": "EFSA Panel"}],
        ),
    ],
)
def test_authors(text: str, expected: list[dict[str, Any]]) -> None:
    field = AuthorsField(required=False)
    assert field.clean(text) == expected
    assert not field.has_changed(expected, field.prepare_value(expected))


@pytest.mark.parametrize("text", ["Eva Berg", ", Eva", "{}", "{EFSA", "EFSA} Panel, X"])
def test_no_authors(text: str) -> None:
    with pytest.raises(ValidationError) as caught:
        AuthorsField(required=False).clean(text)
    assert caught.value.messages[0].startswith(f"“{text}”: write a person as “Family, Given”")


def test_lines() -> None:
    field = LinesField(required=False)
    assert field.clean(" one \n\ntwo") == ["one", "two"]
    assert not field.has_changed(["one", "two"], "one\r\ntwo\r\n")
    assert field.has_changed(["one"], "one\ntwo")


@pytest.mark.parametrize(
    ("read", "typed", "kept"),
    [
        (parse_doi, "https://doi.org/10.1000/abc(1)x", "10.1000/abc(1)x"),
        (parse_doi, "doi: 10.1000/Abc", "10.1000/Abc"),
        (parse_doi, "10.1000", "10.1000"),
        (parse_doi, "", ""),
        (normalise_pmid, "https://pubmed.ncbi.nlm.nih.gov/22692110/?from=x", "22692110"),
        (normalise_pmcid, "pmc123", "PMC123"),
    ],
)
def test_identifiers_are_kept_in_their_normal_form(read: Callable[[str], str], typed: str, kept: str) -> None:
    field = IdentifierField(read=read)
    assert field.clean(typed) == kept
    assert not field.has_changed(kept, typed)


@pytest.mark.parametrize(
    ("value", "shown"), [(17.0, "17"), (-17.36, "-17.36"), (0.0, "0"), (1e21, "1e+21"), (None, None)]
)
def test_numbers_are_shown_without_a_point_that_nobody_typed(value: float | None, shown: str | None) -> None:
    field = PlainNumberField(required=False)
    assert field.prepare_value(value) == shown
    assert not field.has_changed(value, shown)
    assert field.prepare_value("17.0") == "17.0"
