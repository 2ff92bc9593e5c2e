from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.bib.identifiers import (
    DOI_PATTERN,
    PMCID_PATTERN,
    PMID_PATTERN,
    InvalidIdentifier,
    doi_url,
    normalise_doi,
    normalise_isbn,
    normalise_pmcid,
    normalise_pmid,
    normalise_url,
    parse_doi,
    pmcid_url,
    pmid_url,
)

SICI = "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2"


@pytest.mark.parametrize(
    ("why", "given_text", "printed"),
    [
        ("bare", "10.1519/JSC.0000000000003827", "10.1519/JSC.0000000000003827"),
        ("resolver", "https://doi.org/10.1519/JSC.1", "10.1519/JSC.1"),
        ("old resolver, no scheme", "dx.doi.org/10.1519/JSC.1", "10.1519/JSC.1"),
        ("label", " doi: 10.1519/JSC.1\n", "10.1519/JSC.1"),
        ("capital label without a space", "DOI:10.1519/JSC.1", "10.1519/JSC.1"),
        ("info address", "info:doi/10.1519/JSC.1", "10.1519/JSC.1"),
        ("SICI", SICI, SICI),
        ("SICI, percent-encoded in an address", doi_url(SICI), SICI),
        ("percent sign in a bare DOI is its own", "10.1000/a%20b", "10.1000/a%20b"),
        ("registrant with a part", "10.1000.10/123", "10.1000.10/123"),
        ("parentheses", "10.1016/0021-9681(87)90171-8", "10.1016/0021-9681(87)90171-8"),
    ],
)
def test_a_doi_is_read_as_printed(why: str, given_text: str, printed: str) -> None:
    assert parse_doi(given_text) == printed, why
    assert normalise_doi(given_text) == printed.lower(), why
    assert re.search(DOI_PATTERN, printed), why


@pytest.mark.parametrize(
    ("normalise", "text"),
    [
        (parse_doi, ""),
        (parse_doi, "10.1519"),
        (parse_doi, "10.1519/"),
        (parse_doi, "11.1519/x"),
        (parse_doi, "10.15/x"),
        (parse_doi, "10.1519/a b"),
        (parse_doi, "10.1519/a\nb"),
        (parse_doi, "10.1519/a\x00"),
        (parse_doi, "see 10.1519/a"),
        (parse_doi, "https://example.org/10.1519/a"),
        (normalise_pmid, "0123"),
        (normalise_pmid, "123456789"),
        (normalise_pmid, "١٢٣"),
        (normalise_pmid, "PMC123"),
        (normalise_pmcid, "123"),
        (normalise_pmcid, "PMC0"),
        (normalise_pmcid, "PMC123.1"),
        (normalise_isbn, "9780306406158"),
        (normalise_isbn, "0306406153"),
        (normalise_isbn, "12345"),
        (normalise_url, "www.example.org"),
        (normalise_url, "javascript:alert(1)"),
        (normalise_url, "https:///path"),
        (normalise_url, "https://example.org/a b"),
        (normalise_url, "http://[::1"),
    ],
)
def test_what_is_no_identifier_is_refused_with_what_was_given_and_expected(
    normalise: Callable[[str], str], text: str
) -> None:
    with pytest.raises(InvalidIdentifier) as caught:
        normalise(text)
    assert caught.value.given == text
    assert str(caught.value) == f"{text!r} is not a {caught.value.kind}: expected {caught.value.expected}."


@pytest.mark.parametrize("pattern", [DOI_PATTERN, PMID_PATTERN, PMCID_PATTERN])
def test_a_pattern_does_not_pass_over_a_line_break_at_the_end(pattern: str) -> None:
    assert [bool(re.search(pattern, value + "\n")) for value in ("10.1000/1", "123", "PMC123")] == [False] * 3


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("33009349", "33009349"),
        ("PMID: 33009349", "33009349"),
        ("https://pubmed.ncbi.nlm.nih.gov/33009349/", "33009349"),
        ("https://pubmed.ncbi.nlm.nih.gov/33009349/?format=abstract#top", "33009349"),
        ("www.ncbi.nlm.nih.gov/pubmed/33009349", "33009349"),
    ],
)
def test_a_pmid_is_its_digits(text: str, normal: str) -> None:
    assert normalise_pmid(text) == normal
    assert pmid_url(text) == "https://pubmed.ncbi.nlm.nih.gov/33009349/"


@pytest.mark.parametrize(
    "text",
    [
        "PMC5267296",
        "pmc5267296",
        "PMCID: PMC5267296",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC5267296/",
        "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC5267296",
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC5267296/pdf/main.pdf",
    ],
)
def test_a_pmcid_keeps_its_letters(text: str) -> None:
    assert normalise_pmcid(text) == "PMC5267296"
    assert pmcid_url(text) == "https://pmc.ncbi.nlm.nih.gov/articles/PMC5267296/"


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("978-0-306-40615-7", "9780306406157"),
        ("ISBN 0-306-40615-2", "9780306406157"),
        ("0 8044 2957 x", "9780804429573"),
    ],
)
def test_an_isbn_is_thirteen_digits(text: str, normal: str) -> None:
    assert normalise_isbn(text) == normal


def test_the_address_of_a_doi_encodes_what_an_address_cannot_hold() -> None:
    assert doi_url("10.1002/a(b)<c>;d#e?f") == "https://doi.org/10.1002/a(b)%3Cc%3E;d%23e%3Ff"


def test_a_web_address_is_kept_as_it_is() -> None:
    assert normalise_url(" https://example.org/a?b=1#c ") == "https://example.org/a?b=1#c"


@given(st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1))
def test_the_address_of_any_doi_leads_back_to_it(suffix: str) -> None:
    assert parse_doi(doi_url(f"10.1000/{suffix}")) == f"10.1000/{suffix}"
