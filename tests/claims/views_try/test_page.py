"""The page `/methodology/try/` as a reader meets it."""

from __future__ import annotations

import re
from html import unescape
from typing import Any
from urllib.parse import parse_qs

import pytest
from django.test import Client

from claims.views.try_examples import EXAMPLES, Example

ADDRESS = "/methodology/try/"
SORENESS, ABSORPTION, COMPOUND = EXAMPLES


def answer(client: Client, **fields: Any) -> Any:
    """Return the JSON of a request that has to succeed."""
    response = client.get(ADDRESS, {**fields, "format": "json"})
    assert response.status_code == 200, response.content
    return response.json()


def problems(client: Client, **fields: Any) -> Any:
    """Return the messages of a request that has to be refused, alike as JSON and on the page."""
    response = client.get(ADDRESS, {**fields, "format": "json"})
    on_page = client.get(ADDRESS, fields)
    assert (response.status_code, on_page.status_code) == (400, 400)
    found = response.json()["problems"]
    shown = unescape(on_page.content.decode())
    assert [message for messages in found.values() for message in messages if message not in shown] == []
    return found


def words(html: str) -> str:
    """Return the text of a page without its tags."""
    return " ".join(unescape(re.sub("<[^>]*>", "", html)).split())


def test_the_bare_page_is_a_form_without_an_answer(client: Client) -> None:
    response = client.get(ADDRESS)
    html = response.content.decode()

    assert response.status_code == 200
    assert html.count('class="try-finding" id="finding-') == 1
    assert ('method="get"' in html, "What the rules say" in html, "errorlist" in html) == (True, False, False)
    assert ("csrf" in html, html.count("<script"), "style=" in html) == (False, 1, False)


def test_the_methodology_page_leads_here(client: Client, db: None) -> None:
    assert f'href="{ADDRESS}"' in client.get("/methodology/").content.decode()


@pytest.mark.parametrize("query", ["", f"?{SORENESS.query}", "?text=", f"?{SORENESS.query}&format=json"])
def test_nothing_is_stored_kept_or_listed(client: Client, query: str) -> None:
    # without the database: any query would fail
    response = client.get(ADDRESS + query)

    assert (response["Cache-Control"], response["X-Robots-Tag"]) == ("no-store", "noindex")
    assert (dict(response.cookies), response.has_header("ETag")) == ({}, False)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.title)
def test_the_database_is_asked_nothing(
    client: Client, db: None, example: Example, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(0):
        assert client.get(f"{ADDRESS}?{example.query}").status_code == 200


def test_the_page_asks_not_to_be_listed(client: Client) -> None:
    assert '<meta name="robots" content="noindex">' in client.get(ADDRESS).content.decode()


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_the_page_is_only_read(client: Client, method: str) -> None:
    assert getattr(client, method)(ADDRESS).status_code == 405


@pytest.mark.parametrize(
    ("example", "verdict", "counted"),
    [
        (SORENESS, "not_in_sources", [("F1", False), ("F2", False)]),
        (ABSORPTION, "overstated", [("F1", True)]),
        (COMPOUND, "derivable", [("F1", True)]),
    ],
    ids=lambda value: value.title if isinstance(value, Example) else None,
)
def test_the_examples_show_what_they_promise(
    client: Client, example: Example, verdict: str, counted: list[tuple[str, bool]]
) -> None:
    (figure,) = answer(client, **example.fields)["figures"]

    assert figure["verdict"] == verdict
    assert [(note["finding"], note["counted"]) for note in figure["notes"]] == counted


def test_every_example_is_linked_and_fills_the_form(client: Client) -> None:
    html = unescape(client.get(ADDRESS).content.decode())
    filled = unescape(client.get(f"{ADDRESS}?{ABSORPTION.query}").content.decode())

    assert [example.title for example in EXAMPLES if f'href="{ADDRESS}?{example.query}"' not in html] == []
    assert "glycinate | 12 | 23.5\noxide | 12 | 22.8</textarea>" in filled
    assert '<option value="rct-crossover" selected>' in filled


def test_each_figure_is_marked_in_its_place(client: Client) -> None:
    text = "It <b>cuts</b> soreness by up to 40 % and lasts 8 weeks."
    html = client.get(ADDRESS, {"text": text}).content.decode()
    marked = re.search(r'<p class="try-text">(.*?)</p>', html, re.S)

    assert marked is not None
    plain = re.sub(r"<sup.*?</sup>", "", marked[1])
    assert words(plain) == text
    assert re.findall(r'href="#figure-(\d)">([^<]*)</a>', plain) == [("1", "up to 40 %"), ("2", "8 weeks")]


def test_the_table_and_the_reasons_are_on_the_page(client: Client) -> None:
    shown = words(client.get(f"{ADDRESS}?{ABSORPTION.query}").content.decode())
    figure = answer(client, **ABSORPTION.fields)["figures"][0]

    assert [reason for reason in figure["reasons"] if reason not in shown] == []
    assert "1. up to 30% open30 %up to relative change ↑ increase magnesium oxide" in shown
    assert "F1 ✓ counted" in shown


def test_a_figure_without_findings_is_unsourced(client: Client) -> None:
    assert answer(client, text="It cuts soreness by 40 %.")["figures"][0]["verdict"] == "unsourced"


def test_a_sentence_without_a_figure_says_so(client: Client) -> None:
    response = client.get(ADDRESS, {"text": "Magnesium helps."})

    assert "No figure was read." in response.content.decode()


@pytest.mark.parametrize(
    "text", ["甘氨酸镁可将酸痛减少40%", "Снижает боль до сорока процентов.", "Senkt Schmerz um vierzig Prozent."]
)
def test_where_nothing_is_read_in_another_language_the_page_says_what_is(client: Client, text: str) -> None:
    assert "Only English is read." in client.get(ADDRESS, {"text": text}).content.decode()


def test_a_finding_about_one_figure_does_not_count_for_another(client: Client) -> None:
    text = "It cuts soreness by 40 % and cramps by 25 %."
    finding = {"f1-what": "fewer cramps", "f1-value": "-25", "f1-unit": "%", "f1-statistic": "relative_change"}
    figures = answer(client, text=text, **finding, **{"f1-figure": "2"})["figures"]

    assert [(figure["verdict"], figure["notes"][0]["counted"]) for figure in figures] == [
        ("unsourced", False),
        ("confirmed", True),
    ]


def test_contradictions_within_a_finding_are_shown(client: Client) -> None:
    finding = {
        "f1-value": "4",
        "f1-unit": "points",
        "f1-statistic": "absolute_change",
        "f1-ci_low": "6",
        "f1-ci_high": "9",
    }
    result = answer(client, text="It falls by 5 points.", **finding)
    html = unescape(client.get(ADDRESS, {"text": "It falls by 5 points.", **finding}).content.decode())

    (problem,) = [item for item in result["findings"][0]["problems"] if item["code"] == "value_outside_interval"]
    assert problem["message"] in html


def test_a_p_with_a_decimal_comma_is_compared(client: Client) -> None:
    finding = {"f1-value": "-5", "f1-unit": "points", "f1-statistic": "absolute_change"}
    interval = {"f1-ci_low": "-9", "f1-ci_high": "-1", "f1-p": "0,70"}
    result = answer(client, text="It falls by 5 points.", **finding, **interval)

    assert [item["code"] for item in result["findings"][0]["problems"]] == ["interval_against_p"]


def test_a_retracted_source_supports_nothing(client: Client) -> None:
    finding = {"f1-value": "-40", "f1-unit": "%", "f1-statistic": "relative_change"}
    sentence = "It cuts soreness by 40 %."

    standing = answer(client, text=sentence, **finding)["figures"][0]["verdict"]
    retracted = answer(client, text=sentence, **finding, **{"f1-notice": "retraction"})["figures"][0]["verdict"]

    assert (standing, retracted) == ("confirmed", "unsourced")


@pytest.mark.parametrize(
    ("text", "unit", "elemental", "why"),
    [
        ("Take 2,000 mg magnesium glycinate.", "mg magnesium bisglycinate", ["282"], "named behind the weight"),
        ("Magnesium oxide: 500 mg.", "mg magnesium oxide", ["302"], "named before a colon"),
        (
            "Take 1 to 2 g of magnesium citrate daily.",
            "g magnesium citrate/day",
            ["162", "323"],
            "both ends of a range",
        ),
        ("Take 500 mg magnesium as glycinate.", "mg", [], "the weight is that of magnesium"),
        ("Take 282 mg of elemental magnesium.", "mg elemental magnesium", [], "no compound"),
        ("It cuts soreness by 40 % on glycinate.", "%", [], "no weight"),
    ],
)
def test_a_compound_is_told_with_its_magnesium(
    client: Client, text: str, unit: str, elemental: list[str], why: str
) -> None:
    (figure,) = answer(client, text=text)["figures"]

    assert figure["checked_unit"] == unit, why
    told = [re.findall(r"that is ([\d.]+) mg of elemental magnesium", line)[0] for line in figure["elemental"]]
    assert told == elemental, why


def test_a_dose_without_a_time_is_compared_and_says_so(client: Client) -> None:
    finding = {"f1-what": "Magnesium given", "f1-value": "282", "f1-unit": "mg elemental"}
    (figure,) = answer(client, text="She took 2,000 mg glycinate a day.", **finding)["figures"]

    assert figure["verdict"] == "derivable"
    assert "gives 282 mg elemental without saying per how long" in figure["reasons"][1]


@pytest.mark.parametrize(("typed", "verdict"), [("-40", "confirmed"), ("40", "derivable"), ("+40", "contradicted")])
def test_the_sign_that_was_typed_counts(client: Client, typed: str, verdict: str) -> None:
    finding = {"f1-what": "soreness", "f1-value": typed, "f1-unit": "%", "f1-statistic": "relative_change"}
    result = answer(client, text="It cuts soreness by 40 %.", **finding, **{"f1-stance": "supports"})

    assert result["figures"][0]["verdict"] == verdict


def test_what_was_read_of_whom_and_against_what_counts(client: Client) -> None:
    one = {"f1-value": "-40", "f1-unit": "%", "f1-statistic": "relative_change", "f1-n": "30", "f1-scope": "abstract"}
    other = {"f2-value": "-5", "f2-unit": "%", "f2-statistic": "relative_change", "f2-n": "900"}
    sentence = "It cuts soreness by 40 % compared with placebo."

    def figure(**more: str) -> Any:
        return answer(client, text=sentence, **one, **other, **more)["figures"][0]

    assert (figure()["verdict"], figure()["rests_on"]) == ("best_case_only", ["F1", "F2"])
    assert figure()["reasons"][-1] == "Of Finding 1 only the abstract or a part was read; the full text may say more."
    assert figure(**{"f1-cluster": "Sole", "f2-cluster": "sole"})["verdict"] == "confirmed"
    assert figure(**{"f1-comparator": "ibuprofen", "f2-comparator": "placebo"})["verdict"] == "overstated"


def test_formula_and_hydration_are_told(client: Client) -> None:
    shown = words(client.get(f"{ADDRESS}?{COMPOUND.query}").content.decode())
    assert "(C4H8MgN2O4, anhydrous, 172.42 g/mol) is 14.1 % magnesium by mass, that is 282 mg" in shown


def test_each_sentence_has_its_strength_and_what_is_allowed(client: Client) -> None:
    result = answer(client, text="It may help.\nIt reduces pain by 40 %. Pain is linked to sleep.", certainty="low")

    assert [(item["strength"], item["figures"]) for item in result["sentences"]] == [
        ("hedged", []),
        ("causal", [1]),
        ("associational", []),
    ]
    assert {item["allowed"] for item in result["sentences"]} == {"The effect with “may”."}
    assert result["proposed"] is None


def test_a_sentence_is_proposed_for_a_chosen_certainty(client: Client) -> None:
    fields = {"certainty": "low", "subject": "magnesium", "outcome": "muscle soreness", "size": "small"}
    result = answer(client, text="It cuts soreness by 40 %.", **fields)

    expected = "Magnesium may reduce muscle soreness slightly; the certainty of the evidence is low."
    assert result["proposed"] == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"text": ""},
            {"text": ["Nothing was typed here; expected a sentence, for example “cuts soreness by up to 40 %”."]},
        ),
        ({"text": "x" * 2001}, {"text": ["2001 characters were typed; expected at most 2000."]}),
        ({"f1-value": "abc"}, {"f1-value": ["“abc” is no number; expected a number such as 12, -3.5 or 0,75."]}),
        ({"f2-arms": "a|x"}, {"f2-arms": ["Line 1: “x” is no number; expected a whole number of at least 1."]}),
        (
            {"f1-ci_low": "1"},
            {"f1-ci_high": ["One end is missing; expected both ends of the interval, or neither."]},
        ),
        (
            {"f1-what": "a", "f1-figure": "2"},
            {"f1-figure": ["There is no figure 2; expected 1, the only figure read."]},
        ),
        (
            {"text": "None.", "f1-what": "a", "f1-figure": "1"},
            {"f1-figure": ["There is no figure 1; no figure was read, so leave this empty."]},
        ),
        (
            {"f1-source": "Berg 2019"},
            {"f1-what": ["This finding says nothing yet; expected what was found, or a value."]},
        ),
        (
            {"certainty": "good"},
            {"certainty": ["“good” is not in the list; expected one of: high, moderate, low, very_low."]},
        ),
        ({"f5-value": "1"}, {"f5": ["There is no row f5; expected at most 4 findings, f1 to f4."]}),
    ],
)
def test_bad_input_is_told_at_its_field(client: Client, fields: dict[str, str], expected: dict[str, list[str]]) -> None:
    assert problems(client, **{"text": "It cuts soreness by 40 %.", **fields}) == expected


def test_an_unknown_format_is_refused(client: Client) -> None:
    response = client.get(ADDRESS, {"text": "By 40 %.", "format": "xml"})

    assert response.status_code == 400
    assert "“xml” is no format; expected html or json." in response.content.decode()


def test_unknown_parameters_do_not_matter(client: Client) -> None:
    assert client.get(f"{ADDRESS}?utm_source=letter").status_code == 200


@pytest.mark.parametrize(
    ("fields", "rows"),
    [
        ({}, 1),
        ({"add": "1"}, 2),
        ({"add": "1", "text": "By 40 %.", "f2-value": "3"}, 3),
        ({"f3-value": "3", "text": "By 40 %."}, 3),
        ({"add": "1", "f4-value": "3"}, 4),
    ],
)
def test_a_button_adds_one_row_up_to_four(client: Client, fields: dict[str, str], rows: int) -> None:
    response = client.get(ADDRESS, fields)
    html = response.content.decode()

    assert (response.status_code, html.count('class="try-finding" id="finding-')) == (200, rows)
    assert ('name="add"' in html) == (rows < 4)


def test_a_new_row_starts_with_sensible_values(client: Client) -> None:
    html = client.get(ADDRESS, {"add": "1", "f1-value": "3"}).content.decode()
    new = html[html.index('id="finding-2"') :]

    assert re.search(r'name="f2-unit" value="%"', new)
    assert '<option value="rct-parallel" selected>' in new


def test_the_shared_address_leaves_out_what_is_empty(client: Client) -> None:
    html = client.get(ADDRESS, {"text": "By 40 %.", "f1-value": "0,4", "f1-p": "", "utm": "x"}).content.decode()
    shared = re.search(r'href="\?([^"]*)">Address of this result', html)

    assert shared is not None
    assert parse_qs(unescape(shared[1])) == {"text": ["By 40 %."], "f1-value": ["0,4"]}


def test_every_message_leads_to_its_field(client: Client) -> None:
    fields = {"text": "", "f1-value": "abc", "f1-indirectness": "mood", "f2-design": "poll"}
    html = client.get(ADDRESS, fields).content.decode()
    anchors = re.findall(r'<li><a href="#(id_[^"]*)"', html)

    assert anchors == ["id_text", "id_f1-value", "id_f1-indirectness", "id_f2-design"]
    assert [anchor for anchor in anchors if html.count(f'id="{anchor}"') != 1] == []


def test_ids_are_unique(client: Client) -> None:
    html = client.get(f"{ADDRESS}?{SORENESS.query}").content.decode()
    ids = re.findall(r'\bid="([^"]*)"', html)

    assert sorted(ids) == sorted(set(ids))


def test_an_entry_of_a_bibliography_gets_no_verdict_on_its_wording(client: Client) -> None:
    entry = "Smith J. Magnesium. J Sleep 2012;17(3):5-20."
    result = answer(client, text=entry)
    assert (result["figures"], result["sentences"]) == ([], [])
    shown = words(client.get(ADDRESS, {"text": entry}).content.decode())
    assert "No sentence makes a claim here; an entry of a bibliography makes none." in shown


@pytest.mark.parametrize(
    ("subject", "number", "expected"),
    [
        ("Magnesium salts", "", "Magnesium salts greatly increase sleep time."),
        ("Magnesium", "", "Magnesium greatly increases sleep time."),
        ("Epsom salts", "one", "Epsom salts greatly increases sleep time."),
        ("The staff", "several", "The staff greatly increase sleep time."),
    ],
)
def test_the_verb_of_a_proposed_sentence_goes_with_what_acts(
    client: Client, subject: str, number: str, expected: str
) -> None:
    fields = {"certainty": "high", "size": "large", "subject": subject, "number": number, "outcome": "sleep time"}
    assert answer(client, text="It raises sleep time by 40 %.", **fields)["proposed"] == expected


def test_a_finding_that_does_not_contain_the_figure_was_read(client: Client) -> None:
    fields = {"text": "It cuts pain by 20 %.", "f1-what": "Pain", "f1-value": "5", "f1-unit": ""}
    (figure,) = answer(client, **fields)["figures"]
    note = {"finding": "F1", "counted": False, "reason": "reports no number with a unit.", "was_read": True}
    assert (figure["verdict"], figure["rests_on"], figure["notes"]) == ("not_in_sources", [], [note])
    assert "F1 – was read; does not contain it" in words(client.get(ADDRESS, fields).content.decode())
