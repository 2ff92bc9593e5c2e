"""Snippets: the line that shows why a claim was found, in parts that a page can escape one by one."""

from __future__ import annotations

import pytest
from django.test import Client

from claims.search.query import read_query
from claims.search.snippets import AROUND, marked, snippet
from tests.makers import make_published_claim

HEAD = "C7\nThe statement is not repeated, sore or not.\n"
ROWS: dict[str, tuple[str, str, list[tuple[str, bool]]]] = {
    "the words in another form": (
        "Runners were sorer than before they had run a mile.",
        "soreness run",
        [("Runners were sorer than before they had ", False), ("run", True), (" a mile.", False)],
    ),
    "diacritics are kept as written": (
        "Moins d’anxiété.",
        "anxiete",
        [("Moins d’", False), ("anxiété", True), (".", False)],
    ),
    "signs apart are joined": ("anxie\u0301te\u0301!", "anxiété", [("anxiété", True), ("!", False)]),
    "letters of a language are kept as written": (
        "Frøyland in Ærø.",
        "aero froyland",
        [("Frøyland", True), (" in ", False), ("Ærø", True), (".", False)],
    ),
    "markup is text": ("<b>zinc</b> & co", "zinc", [("<b>", False), ("zinc", True), ("</b> & co", False)]),
    "a beginning": ("Magnesium", "mag*", [("Magnesium", True)]),
    "digits apart from letters": ("12mg", "12", [("12", True), ("mg", False)]),
    "no line has it": ("Nothing here.", "zinc", []),
    "exclusions mark nothing": ("Nothing here.", "-zinc", []),
    "words that only a sign parts": (
        "See doi 10.1519/JSC.0b013.",
        "10.1519/jsc.0b013",
        [("See doi ", False), ("10.1519/JSC.0b013", True), (".", False)],
    ),
    "the other spelling": ("All had diarrhoea.", "diarrhea", [("All had ", False), ("diarrhoea", True), (".", False)]),
    "the other spelling of a beginning": ("Haemoglobin", "hemoglobin", [("Haemoglobin", True)]),
    "no other spelling": ("Aerobic", "aerobic", [("Aerobic", True)]),
    "the line with most of the words": (
        "zinc\nzinc and cold",
        "cold zinc",
        [("zinc", True), (" and ", False), ("cold", True)],
    ),
    "a sentence rather than a topic": (
        "zinc\nIn this trial nobody who was asked had heard of zinc.",
        "zinc",
        [("In this trial nobody who was asked had heard of ", False), ("zinc", True), (".", False)],
    ),
}


@pytest.mark.parametrize("what", ROWS)
def test_parts(what: str) -> None:
    body, query, expected = ROWS[what]
    assert [(part.text, part.found) for part in snippet(HEAD + body, read_query(query))] == expected


@pytest.mark.parametrize("blank", [" ", ""])
def test_a_long_line_is_cut_around_the_first_word(blank: str) -> None:
    line = f"{'x' * 9}{blank}" * 200 + " zinc " + f"{blank}{'y' * 9}" * 200
    parts = snippet(HEAD + line, read_query("zinc"))
    assert [part.text for part in parts if part.found] == ["zinc"]
    assert AROUND < sum(len(part.text) for part in parts) <= 2 * AROUND + len("… ") + len(" …")
    assert (parts[0].text[:2], parts[-1].text[-2:]) == ("… ", " …")


def test_a_line_that_is_shown_anyway_is_not_repeated() -> None:
    shown, other = "Zinc helps, the trial that was read says so.", "Another trial was read too, on zinc in tea."
    found = snippet(f"{HEAD}{shown}\n{other}", read_query("zinc"), shown=[shown])
    assert "".join(part.text for part in found) == other
    assert snippet(HEAD + shown, read_query("zinc"), shown=[shown]) == []


def test_a_text_that_is_shown_whole_has_its_words_marked() -> None:
    assert [(part.text, part.found) for part in marked("Muscles relax.", read_query("muscle"))] == [
        ("Muscles", True),
        (" relax.", False),
    ]


@pytest.mark.django_db
def test_a_card_marks_what_it_shows_and_repeats_nothing(client: Client) -> None:
    make_published_claim(statement="Sore muscles recover.", verdict_reason="A muscle was seen in nobody who was read.")

    html = client.get("/claims/?q=muscle").content.decode()

    assert ">Sore <mark>muscles</mark> recover.</a>" in html
    assert ">A <mark>muscle</mark> was seen in nobody who was read.</p>" in html
    assert '<p class="card-snippet">' not in html
