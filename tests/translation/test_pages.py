"""No page says a word of English on a site that speaks another language."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.translation.leaks import NAMES, Reader, leaks
from tests.translation.pseudo import LANGUAGE, OPEN
from tests.translation.states import GIVEN, SHORT, STATES, TAKEN_ALONG
from tools.pages import KINDS

#: The pages are made once for all tests, but the database has to be there for them.
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("kind", [*KINDS, *STATES, *TAKEN_ALONG])
def test_every_text_is_translated(kind: str, rendered: dict[str, str]) -> None:
    found = leaks(rendered[kind], NAMES | GIVEN.get(kind, frozenset()))
    assert found == [], "\n".join(found)


@pytest.mark.parametrize("kind", [*KINDS, *STATES])
def test_the_page_says_its_language_and_speaks_it(kind: str, rendered: dict[str, str]) -> None:
    assert f'<html lang="{LANGUAGE}">' in rendered[kind]
    assert sum(OPEN in text for _, text in Reader(rendered[kind]).said) >= SHORT.get(kind, 11)


@pytest.mark.parametrize(
    ("described", "html", "expected"),
    [
        ("a text node", "<p>Take along</p>", ["p: Take along"]),
        ("words around a translated one", "<p>Found: ⟦ŵöŕð⟧</p>", ["p: Found: ⟦ŵöŕð⟧"]),
        ("a label that is only heard", '<nav aria-label="Pages"><a>⟦ñéẋţ⟧</a></nav>', ["nav[aria-label]: Pages"]),
        ("a title", '<span title="of the document">⟦ĥåšĥ⟧</span>', ["span[title]: of the document"]),
        ("a placeholder", '<input placeholder="Search claims">', ["input[placeholder]: Search claims"]),
        ("a button", '<input type="submit" value="Record">', ["button: Record"]),
        ("a description", '<meta name="description" content="All claims">', ["description: All claims"]),
        ("a drawing", "<svg><title>2 claims</title></svg>", ["title: 2 claims"]),
        ("text behind the record", '<p><span lang="en">Zinc works.</span> Reason</p>', ["p: Reason"]),
        ("the record itself", '<p lang="en">Zinc <b>works</b>.</p>', []),
        ("content in other letters", "<p>Щинв цоскт</p>", []),
        ("a name", "<p>maglyc · RoB 2 · doi:10.1000/182 · C12</p>", []),
        ("code", "<p><code>report.json</code></p>", []),
        ("an option", "<select><option>not stated</option></select>", ["option: not stated"]),
    ],
)
def test_a_word_of_english_is_found(described: str, html: str, expected: list[str]) -> None:
    assert leaks(html) == expected, described


def test_a_text_that_nobody_made_translatable_fails_the_page(rendered: dict[str, str]) -> None:
    planted = rendered["home"].replace("</footer>", "<p>Planted by a test</p></footer>")
    assert leaks(planted) == ["p: Planted by a test"]


def test_no_shipped_catalogue_is_needed_for_english(translations: Path) -> None:
    assert [path.name for path in translations.iterdir()] == [LANGUAGE]
