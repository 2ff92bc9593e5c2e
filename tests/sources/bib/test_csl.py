from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sources.bib.csl import parse_csl, write_csl
from sources.bib.frozen import FrozenMapping
from sources.bib.problems import Problem
from sources.bib.record import Name, Record

ITEM = {
    "id": "Veen2012",
    "type": "article-journal",
    "title": "A trial",
    "author": [
        {"family": "Veen", "given": "Y.", "non-dropping-particle": "van der", "ORCID": "0000"},
        {"literal": "A Group"},
    ],
    "container-title": "Journal",
    "issued": {"date-parts": [[2012, "12", 3]], "season": "winter"},
    "volume": 17,
    "issue": "12",
    "page": "1161-1168",
    "DOI": "https://doi.org/10.1000/ABC",
    "PMID": 123,
    "PMCID": "pmc5",
    "URL": None,
    "custom": {"n": None, "warnings": ["one"]},
    "ISSN": "1234-5678",
}


def test_an_item_becomes_a_record_and_what_has_no_field_is_kept() -> None:
    assert parse_csl([ITEM]) == (
        [
            Record(
                id="Veen2012",
                type="article-journal",
                title="A trial",
                author=(
                    Name(family="Veen", given="Y.", particle="van der", extra=FrozenMapping({"ORCID": "0000"})),
                    Name(literal="A Group"),
                ),
                container_title="Journal",
                issued=(2012, 12, 3),
                volume="17",
                issue="12",
                page="1161-1168",
                doi="10.1000/ABC",
                pmid="123",
                pmcid="PMC5",
                extra=FrozenMapping(
                    {
                        "issued": {"season": "winter"},
                        "custom": {"n": None, "warnings": ["one"]},
                        "ISSN": "1234-5678",
                    }
                ),
            )
        ],
        [],
    )


def test_what_is_missing_stays_missing() -> None:
    records, problems = parse_csl('[{"id": "x", "type": "book", "author": null, "issued": null, "title": ""}]')
    assert (records, problems) == ([Record(id="x", type="book")], [])


def test_writing_is_canonical() -> None:
    items = [{"type": "book", "title": "Ü", "id": "b"}, {"id": "a", "type": "book", "DOI": "10.1000/1"}]
    assert write_csl(parse_csl(items)[0]) == (
        '[\n  {\n    "DOI": "10.1000/1",\n    "id": "a",\n    "type": "book"\n  },\n'
        '  {\n    "id": "b",\n    "title": "Ü",\n    "type": "book"\n  }\n]\n'
    )


@pytest.mark.parametrize(
    ("field", "raw", "message"),
    [
        (
            "DOI",
            "10.1",
            "'10.1' is not a DOI: expected 10., a registrant number, a slash and a suffix, such as 10.1000/182.",
        ),
        ("PMID", "x", "'x' is not a PMID: expected one to eight digits that do not start with 0."),
        ("title", ["a"], "['a'] is not a text"),
        ("volume", True, "True is not a text"),
        ("author", "Reno", "'Reno' is not a list of names"),
        ("author", [{}], 'name 1 names nobody: expected an object with "family" and "given", or with "literal"'),
        ("author", [{"family": 1}], 'name 1: "family" is 1: expected a text'),
        ("issued", {"date-parts": [[2012, 13]]}, "there is no month 13: expected 1 to 12"),
        ("issued", {"date-parts": [[2023, 2, 29]]}, "there is no day 29 in month 2 of 2023"),
    ],
)
def test_a_field_that_cannot_be_read_is_named_and_its_raw_value_kept(field: str, raw: Any, message: str) -> None:
    item = {"id": "x", "type": "book", field: raw}
    records, problems = parse_csl([item])
    assert problems == [Problem(f"item 1 (x), {field}", message)]
    assert records == [Record(id="x", type="book", extra=FrozenMapping({field: raw}))]
    assert json.loads(write_csl(records)) == [item]


@pytest.mark.parametrize("raw", [None, "2012", {}, {"date-parts": []}, {"date-parts": [[]]}, {"date-parts": [[None]]}])
def test_a_date_without_a_year_is_a_problem_and_null_is_not(raw: Any) -> None:
    records, problems = parse_csl([{"id": "x", "type": "book", "issued": raw}])
    assert records[0].issued is None
    assert [problem.place for problem in problems] == ([] if raw is None else ["item 1 (x), issued"])


@pytest.mark.parametrize(
    "date",
    [{"literal": "forthcoming"}, {"date-parts": [[2012, 1], [2013]]}, {"date-parts": [[2012]], "circa": True}],
)
def test_a_range_or_a_date_in_words_survives(date: dict[str, Any]) -> None:
    item = {"id": "x", "type": "book", "issued": date}
    assert json.loads(write_csl(parse_csl([item])[0])) == [item]


@pytest.mark.parametrize(
    ("why", "source", "place", "message"),
    [
        (
            "truncated",
            '[{"id": "x",',
            "line 1, column 13",
            "not JSON: Expecting property name enclosed in double quotes",
        ),
        ("not UTF-8", b'[{"id": "\xfc"}]', "byte 10", "the file is not UTF-8 text"),
        (
            "member twice",
            '[{"id": "x", "DOI": "a", "DOI": "b"}]',
            "JSON",
            "the member \"DOI\" of the object with id 'x' is given twice",
        ),
        ("NaN", '[{"id": "x", "n": NaN}]', "JSON", "NaN is not a JSON number"),
        (
            "half a surrogate pair",
            '[{"id": "\\ud800"}]',
            "JSON",
            "half of a surrogate pair ('\\ud800') is not a character",
        ),
        ("too deep", "[" * 100_000, "JSON", "nested too deeply"),
        ("an object", '{"id": "x"}', "CSL-JSON", "expected a list of items, found dict"),
        ("a text", '"x"', "CSL-JSON", "expected a list of items, found str"),
        ("null", "null", "CSL-JSON", "expected a list of items, found NoneType"),
    ],
)
def test_a_broken_file_gives_one_problem_and_no_record(why: str, source: str | bytes, place: str, message: str) -> None:
    assert parse_csl(source) == ([], [Problem(place, message)]), why


@pytest.mark.parametrize(
    ("item", "problem"),
    [
        (7, Problem("item 2", "expected an object, found 7")),
        ({"type": "book"}, Problem("item 2, id", "expected a text that names the item, found None")),
        ({"id": " ", "type": "book"}, Problem("item 2, id", "expected a text that names the item, found ' '")),
        ({"id": "a", "type": "book"}, Problem("item 2 (a), id", "an earlier item has the same id")),
    ],
)
def test_an_item_that_cannot_be_named_is_reported_and_the_others_are_read(item: Any, problem: Problem) -> None:
    first, last = {"id": "a", "type": "book"}, {"id": "c", "type": "book"}
    records, problems = parse_csl([first, item, last])
    assert ([record.id for record in records], problems) == (["a", "c"], [problem])


def test_an_unknown_type_is_reported_and_kept() -> None:
    records, problems = parse_csl([{"id": "a", "type": "Journal Article"}])
    expected = "expected a CSL type such as article-journal, report or webpage, found 'Journal Article'"
    assert records == [Record(id="a", type="Journal Article")]
    assert problems == [Problem("item 1 (a), type", expected)]


def test_a_byte_order_mark_is_passed_over() -> None:
    assert parse_csl('\ufeff[{"id": "a", "type": "book"}]'.encode()) == ([Record(id="a", type="book")], [])


characters = st.characters(exclude_categories=["Cs"])
texts = st.text(characters, min_size=1, max_size=12).filter(lambda text: text == text.strip())
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | texts,
    lambda children: st.lists(children, max_size=3) | st.dictionaries(texts, children, max_size=3),
    max_leaves=6,
)
maybe = st.none() | texts
names = st.builds(Name, family=texts, given=maybe, particle=maybe, suffix=maybe) | st.builds(Name, literal=texts)
dates = st.none() | st.dates().flatmap(
    lambda date: st.integers(1, 3).map(lambda parts: (date.year, date.month, date.day)[:parts])
)
unknown_members = st.dictionaries(texts.map(lambda key: f"x-{key}"), json_values, max_size=3)
records_strategy = st.builds(
    Record,
    id=texts,
    type=st.sampled_from(["article-journal", "book", "webpage"]),
    title=maybe,
    author=st.lists(names, max_size=3).map(tuple),
    container_title=maybe,
    issued=dates,
    accessed=dates,
    volume=maybe,
    page=maybe,
    publisher=maybe,
    doi=st.none() | st.just("10.1000/A(1)<2>;3"),
    pmid=st.none() | st.integers(1, 99_999_999).map(str),
    pmcid=st.none() | st.just("PMC1"),
    url=st.none() | st.just("https://example.org/"),
    extra=unknown_members.map(FrozenMapping),
)


@given(st.lists(records_strategy, max_size=3, unique_by=lambda record: record.id))
def test_records_survive_writing_and_reading(records: list[Record]) -> None:
    written = write_csl(records)
    read, problems = parse_csl(written)
    assert (read, problems) == (sorted(records, key=lambda record: record.id), [])
    assert write_csl(read) == written
    assert {hash(record) for record in read} == {hash(record) for record in records}


@given(json_values | st.lists(st.dictionaries(st.sampled_from([*ITEM, "note"]), json_values), max_size=3))
def test_any_json_gives_records_or_problems_and_reading_the_written_form_again_changes_nothing(value: Any) -> None:
    records, problems = parse_csl(json.dumps(value))
    assert records or problems or value == []
    written = write_csl(records)
    assert write_csl(parse_csl(written)[0]) == written
