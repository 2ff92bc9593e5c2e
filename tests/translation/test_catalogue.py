"""The catalogue: what it gathers from code, templates and tables, and what a translator has to keep."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from claims.figures.checking import RULES
from claims.grade.vocabulary import Certainty, Verdict
from tests.translation.pseudo import CLOSE, LONGER, OPEN, placeholders, pseudo
from tools.messages import CODE, KEYWORDS, ROOT, catalogue, code_messages, page_messages, renew
from tools.problem import Problem


@pytest.fixture(scope="module")
def ours() -> Catalog:
    return catalogue()


@pytest.mark.parametrize(
    ("described", "text", "expected"),
    [
        ("a constant", '{% load i18n %}<h1>{% translate "Claims" %}</h1>', [("Claims", None)]),
        ("with a context", '{% translate "none" context "evidence" %}', [("none", "evidence")]),
        (
            "a block, its white space trimmed",
            "{% blocktranslate trimmed %}One\n  two{% endblocktranslate %}",
            [("One two", None)],
        ),
        ("a variable", "{% blocktranslate with n=row.n %}At {{ n }}{% endblocktranslate %}", [("At %(n)s", None)]),
        (
            "singular and plural",
            "{% blocktranslate count n=n %}{{ n }} claim{% plural %}{{ n }} claims{% endblocktranslate %}",
            [(("%(n)s claim", "%(n)s claims"), None)],
        ),
        ("a default of a filter", '{{ n|default:_("not known") }}', [("not known", None)]),
        ("an argument of an include", '{% include "a.html" with what=_("Download") only %}', [("Download", None)]),
        ("a comment", "{# translate #}{% comment %}{% translate 'no' %}{% endcomment %}", []),
        ("a per cent sign", '{% translate "95 % sure" %}', [("95 %% sure", None)]),
    ],
)
def test_texts_of_a_template_are_found(described: str, text: str, expected: list[tuple[object, str | None]]) -> None:
    assert [(item.texts, item.context) for item in page_messages(text, "x.html")] == expected, described


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('gettext("Data")', [("Data", None)]),
        ('gettext_lazy("Data")', [("Data", None)]),
        ('ngettext("%(n)d claim", "%(n)d claims", n)', [(("%(n)d claim", "%(n)d claims"), None)]),
        ('pgettext("an effect", "none")', [("none", "an effect")]),
        ('pgettext_lazy("filter", "topic")', [("topic", "filter")]),
        ("gettext(name)", []),
    ],
)
def test_texts_of_code_are_found(text: str, expected: list[tuple[object, str | None]]) -> None:
    assert [(item.texts, item.context) for item in code_messages(f"x = {text}\n", "x.py")] == expected


def test_words_and_rules_of_the_pure_rooms_are_in_it(ours: Catalog) -> None:
    for word in (*Certainty, *Verdict):
        assert ours.get(word.label, type(word).__name__) is not None, word
        assert ours.get(word.definition) is not None, word
    assert [rule.when for rule in RULES if ours.get(rule.when) is None] == []


def test_what_every_verb_did_is_in_it(ours: Catalog) -> None:
    calls = [
        call
        for pattern in CODE
        for path in ROOT.glob(pattern)
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "leave_event"
    ]
    verbs = {ast.literal_eval(word.value) for call in calls for word in call.keywords if word.arg == "verb"}
    assert {"publish_claim", "record_notice"} < verbs
    assert [verb for verb in sorted(verbs) if ours.get(verb.replace("_", " "), "event") is None] == []


def test_no_text_is_looked_up_inside_an_f_string() -> None:
    """Python's own tokens show what is in an f-string from 3.12 on only, so the catalogue would not hold it."""
    places = [
        f"{path}:{call.lineno}"
        for pattern in CODE
        for path in sorted(ROOT.glob(pattern))
        for string in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(string, ast.JoinedStr)
        for call in ast.walk(string)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in KEYWORDS
    ]
    assert places == []


def test_every_placeholder_survives_a_translation(ours: Catalog) -> None:
    texts = [text for message in ours for text in (message.id if isinstance(message.id, tuple) else (message.id,))]
    assert [text for text in texts if placeholders(pseudo(text)) != placeholders(text)] == []
    assert len(texts) > 1000


def test_a_plural_has_the_placeholders_of_its_singular(ours: Catalog) -> None:
    plurals = [message.id for message in ours if isinstance(message.id, tuple)]
    assert [(one, many) for one, many in plurals if set(placeholders(one)) != set(placeholders(many))] == []


def test_no_text_counts_by_a_letter_that_is_added() -> None:
    """A plural made by adding an s cannot be translated: `blocktranslate count` and `ngettext` can."""
    places = [
        f"{path}: {found[0]}"
        for path in sorted(Path("templates").rglob("*.html"))
        if "reports" not in path.parts
        for found in re.finditer(r"\|pluralize[^}]*", path.read_text(encoding="utf-8"))
    ]
    assert places == []


@pytest.mark.parametrize(
    "text", ["Claims", "%(n)d claims of <b>%(all)s</b>", "  95%% CI\n", "{words} at the beginning", "&amp; more"]
)
def test_the_made_up_language_keeps_what_a_translator_keeps(text: str) -> None:
    said = pseudo(text)
    assert placeholders(said) == placeholders(text)
    assert said.count(OPEN) == said.count(CLOSE) == 1
    assert (text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]) == (
        said[: len(said) - len(said.lstrip())],
        said[len(said.rstrip()) :],
    )


def test_the_made_up_language_is_two_fifths_longer() -> None:
    text = "How a claim gets its verdict, its certainty and its figure check."
    assert 1 + LONGER <= len(pseudo(text)) / len(text) < 1.5


def test_a_language_is_started_renewed_and_compiled(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    page = tmp_path / "templates" / "page.html"
    page.write_text('{% translate "Planted" %}', encoding="utf-8")
    written = [path.relative_to(tmp_path).as_posix() for path in renew("de", tmp_path)]
    assert written == ["locale/django.pot", "locale/de/LC_MESSAGES/django.po", "locale/de/LC_MESSAGES/django.mo"]
    source = tmp_path / "locale" / "de" / "LC_MESSAGES" / "django.po"
    source.write_text(
        source.read_text(encoding="utf-8").replace('msgid "Planted"\nmsgstr ""', 'msgid "Planted"\nmsgstr "Gesät"'),
        encoding="utf-8",
    )
    page.write_text('{% translate "Planted" %}{% translate "New" %}', encoding="utf-8")
    renew(None, tmp_path)
    renewed = source.read_text(encoding="utf-8")
    assert 'msgid "Planted"\nmsgstr "Gesät"' in renewed
    assert 'msgid "New"\nmsgstr ""' in renewed
    assert "Gesät".encode() in source.with_suffix(".mo").read_bytes()


def test_what_is_no_language_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Problem) as raised:
        renew("klingonish", tmp_path)
    assert str(raised.value) == "klingonish is no language that can be told: expected a code such as de or pt_BR."
