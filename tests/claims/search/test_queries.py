"""Which claims a query finds. The same table holds on SQLite and on PostgreSQL."""

from __future__ import annotations

import pytest

from claims.search.filters import Filters
from claims.search.listing import find_claims
from tests.claims.search.library import publish_library

ALL = ["cold", "mind", "sore", "sleep", "drink"]
#: What the query is -> (query, the claims it finds, best first).
QUERIES: dict[str, tuple[str, list[str]]] = {
    "a word": ("lozenges", ["cold"]),
    "a word in the statement comes before one elsewhere": ("cold", ["cold", "sore"]),
    "another form of the word": ("lozenge", ["cold"]),
    "several words in any order": ("soreness running", ["sore"]),
    "a stem shared by noun and adjective is not invented": ("sore", ["sore"]),
    "capital letters": ("SORENESS", ["sore"]),
    "with diacritics": ("Anxiété", ["mind"]),
    "without diacritics": ("anxiete magnesium", ["mind"]),
    "diacritics as signs of their own": ("anxie\u0301te\u0301", ["mind"]),
    "a phrase": ('"muscle soreness"', ["sore"]),
    "a phrase in the wrong order": ('"soreness muscle"', []),
    "a quote that is never closed": ('"muscle soreness', ["sore"]),
    "quotes around nothing": ('""', []),
    "a word, then an open quote": ('running "', ["sore"]),
    "the beginning of a word": ("loz*", ["cold"]),
    "the beginning of words of several claims": ("mo*", ["sore"]),
    "a beginning longer than the stem": ("soreness*", ["sore"]),
    "a wildcard alone": ("*", []),
    "a wildcard inside": ("l*z", []),
    "an exclusion": ("cold -zinc", ["sore"]),
    "only exclusions": ("-cold", ["mind", "sleep", "drink"]),
    "an excluded phrase": ('-"muscle soreness"', ["cold", "mind", "sleep", "drink"]),
    "an excluded beginning": ("-zin* -magn*", ["sore", "sleep", "drink"]),
    "a minus alone": ("-", []),
    "a minus before a blank": ("- running", ["sore"]),
    "two minus signs": ("cold --zinc", ["sore"]),
    "a hyphen joins a phrase": ("well-being", ["drink"]),
    "the parts of a hyphenated word": ("being well", ["drink"]),
    "a figure with its words": ("up to 40 %", ["cold"]),
    "a figure set close": ("40%", ["cold"]),
    "a claim's public name, and the same signs elsewhere": ("C1", ["cold"]),
    "letters and digits apart as in the text": ("vitamin C 12", ["drink"]),
    "letters and digits together": ("C12", ["drink"]),
    "a DOI": ("10.1519/jsc.0b013e31825c2d0f", ["cold"]),
    "the beginning of a DOI": ("10.1519/jsc", ["cold"]),
    "a DOI as an address": ("https://doi.org/10.1519/JSC.0b013e31825c2d0f", ["cold"]),
    "a DOI with its name": ("doi: 10.1519/JSC.0b013e31825c2d0f", ["cold"]),
    "a PMID": ("22692110", ["cold"]),
    "a PMID with its name": ("PMID: 22692110", ["cold"]),
    "a PMID as an address": ("https://pubmed.ncbi.nlm.nih.gov/22692110/", ["cold"]),
    "an author": ("Müller-Lüdenscheidt", ["cold"]),
    "an author without diacritics": ("muller", ["cold"]),
    "an author with letters of their own": ("Frøyland", ["sleep"]),
    "an author without letters of their own": ("froyland", ["sleep"]),
    "the beginning of such a name": ("frøy*", ["sleep"]),
    "such a name in capital letters": ("ŁĄCZYŃSKA-ÞÓR", ["sleep"]),
    "such a name as it is typed elsewhere": ("laczynska-thor", ["sleep"]),
    "a letter that stands for two": ("strasse aerskov", ["sleep"]),
    "two letters that stand for one": ("Straße Ærskov", ["sleep"]),
    "an author cited by the others": ("stone", ["mind", "sore", "sleep", "drink"]),
    "a citekey": ("Stone2001", ["mind", "sore", "sleep", "drink"]),
    "Cyrillic": ("МАГНИЙ", ["sleep"]),
    "Chinese": ("镁", ["sleep"]),
    "a sign of no word": ("%", []),
    "nothing but blanks finds all, as it searches nothing": ("   ", ALL),
    "NUL inside a word": ("run\x00ning", ["sore"]),
    "ten thousand letters": ("a" * 10_000, []),
    "ten thousand words": ("running " * 1_250, ["sore"]),
    "ten thousand quotes": ('"' * 10_000, []),
    "FTS5: a way out of the quotes": ('" OR 1', []),
    "FTS5: NEAR": ("NEAR(zinc lozenges)", []),
    "FTS5: column filter": ("title_stems : zinc", []),
    "FTS5: operators in capitals are words": ("zinc AND lozenges", []),
    "FTS5: carets and plus": ("^zinc + lozenges", ["cold"]),
    "tsquery: operators": ("zinc & lozenges | !cold :*", ["cold"]),
    "tsquery: weights": ("zinc:A", []),
    "SQL": ("'; DROP TABLE claims_listing; --", []),
    "percent signs of a parameter": ("%s %(x)s", []),
    "a backslash": ("\\", []),
}


@pytest.mark.django_db
def test_queries_find_the_claims_of_the_table() -> None:
    names = publish_library()

    def found(query: str) -> list[str]:
        filters, _ = Filters.read({"q": query})
        page = find_claims(filters)
        assert page.total == len(page.cards)
        return [names[card["id"]] for card in page.cards]

    assert {what: found(query) for what, (query, _) in QUERIES.items()} == {
        what: expected for what, (_, expected) in QUERIES.items()
    }


#: What is typed -> (query, suggestion).
SUGGESTIONS: dict[str, tuple[str, str | None]] = {
    "a letter missing": ("sorenes", "soreness"),
    "a letter doubled": ("lozzenges", "lozenges"),
    "letters swapped": ("muslce", "muscle"),
    "a wrong word beside a right one": ("zinc lozanges", "zinc lozenges"),
    "two wrong words": ("runing moring", "running morning"),
    "inside a phrase, the rest as typed": ('"Muscel soreness" -zinc', '"muscle soreness" -zinc'),
    "the other filters stay": ("lozanges", "lozenges"),
    "nothing near": ("xylophone", None),
    "too short to guess": ("zic", None),
    "known words that never meet": ("lozenges soreness", None),
    "a beginning is not respelt": ("lozx*", None),
    "no word": ("%", None),
    "found, so nothing is suggested": ("soreness", None),
}


@pytest.mark.django_db
def test_a_search_without_hits_suggests_another_spelling() -> None:
    publish_library()
    given = {what: find_claims(Filters(q=query)).suggestion for what, (query, _) in SUGGESTIONS.items()}
    assert given == {what: expected for what, (_, expected) in SUGGESTIONS.items()}


@pytest.mark.django_db
def test_no_suggestion_that_the_other_filters_leave_empty() -> None:
    publish_library()
    found = find_claims(Filters(q="lozanges", verdict="partly_supported"))
    assert (found.suggestion, found.suggestion_query) == ("lozenges", "q=lozenges&verdict=partly_supported")
    assert find_claims(Filters(q="lozanges", verdict="unsupported")).suggestion is None


@pytest.mark.django_db
def test_a_search_without_a_word_says_so() -> None:
    publish_library()
    found = find_claims(Filters(q="?!"))
    assert (found.cards, found.total, found.note) == ([], 0, "There is no word to search for in this.")
