from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claims.extraction.anchoring import Anchor, AnchorState, Selector, anchor, selector_for
from claims.extraction.typography import read_plainly

EXACT, MOVED, CHANGED, AMBIGUOUS, MISSING = (
    AnchorState.EXACT,
    AnchorState.MOVED,
    AnchorState.CHANGED,
    AnchorState.AMBIGUOUS,
    AnchorState.MISSING,
)
DOSE = "Taking it cuts soreness by up to 40% in runners."


def remembered(text: str, quote: str, occurrence: int = 0) -> Selector:
    start = -1
    for _ in range(occurrence + 1):
        start = text.index(quote, start + 1)
    return selector_for(text, start, start + len(quote))


def find(selector: Selector, text: str) -> Anchor:
    return anchor(selector.exact, text, prefix=selector.prefix, suffix=selector.suffix, position=selector.start)


def words(found: Anchor, text: str) -> str | None:
    return None if found.start is None else text[found.start : found.end]


@pytest.mark.parametrize(
    ("why", "before", "quote", "after", "state", "expected"),
    [
        ("nothing changed", DOSE, "up to 40%", DOSE, EXACT, "up to 40%"),
        ("a sentence was put in front", DOSE, "up to 40%", f"New. {DOSE}", MOVED, "up to 40%"),
        ("the figure was edited", DOSE, "up to 40%", DOSE.replace("40", "30"), CHANGED, "up to 30%"),
        ("the figure got a decimal", DOSE, "up to 40", DOSE.replace("40", "40.5"), CHANGED, "up to 40.5"),
        ("the figure lost a digit", DOSE, "by up to 40%", DOSE.replace("40", "4"), CHANGED, "by up to 4%"),
        ("the figure became a range", DOSE, "up to 40", DOSE.replace("40", "40-50"), MISSING, None),
        ("the quote was deleted", DOSE, "soreness", "Taking it cuts pain by up to 40%.", MISSING, None),
        ("a word was edited", DOSE, "cuts soreness", DOSE.replace("cuts", "halves"), MISSING, None),
        ("no-break space", DOSE, "up to 40%", DOSE.replace("to 40", "to\u00a040"), MOVED, "up to\u00a040%"),
        (
            "a line break and more spaces",
            DOSE,
            "cuts soreness",
            DOSE.replace("cuts ", "cuts\n\n  "),
            MOVED,
            "cuts\n\n  soreness",
        ),
        ("curly quotes", "It's 'calm' now.", "It's 'calm'", "It’s ‘calm’ now.", MOVED, "It’s ‘calm’"),
        (
            "soft hyphen",
            "magnesium glycinate",
            "magnesium glyc",
            "mag\u00adnesium glycinate",
            MOVED,
            "mag\u00adnesium glyc",
        ),
        ("dashes", "100–200 mg daily", "100–200 mg", "100-200 mg daily", MOVED, "100-200 mg"),
        ("accents taken apart", "café au lait", "café", "cafe\u0301 au lait", MOVED, "cafe\u0301"),
        ("an accent is a letter", "cafe au lait", "cafe", "cafe\u0301 au lait", MISSING, None),
        ("a superscript is not a digit", "10 a day, no less", "10 a day", "1⁰ a day, no less", MISSING, None),
        (
            "emoji before and inside",
            "👍🏽 good 💊 pills, yes",
            "good 💊 pills",
            "👍🏽👍🏽 good 💊 pills, yes",
            MOVED,
            "good 💊 pills",
        ),
        ("half of a composed emoji", "a 👍 b", "👍", "a 👍🏽 b", MISSING, None),
        ("right to left", "המגנזיום עוזר לישון", "עוזר", "כן. המגנזיום עוזר לישון", MOVED, "עוזר"),
        ("a word inside a word", "Linus said so", "Linus", "Clinuses and chinLinusx", MISSING, None),
        ("a number inside a number", "of 40 people", "40 people", "of 140 people", CHANGED, "140 people"),
    ],
)
def test_what_became_of_a_quote(
    why: str, before: str, quote: str, after: str, state: AnchorState, expected: str | None
) -> None:
    found = find(remembered(before, quote), after)
    assert (found.state, words(found, after)) == (state, expected), why


TWICE = f"In short: {DOSE} Much more is said here. {DOSE} And so it ends."


@pytest.mark.parametrize("occurrence", [0, 1])
def test_a_repeated_sentence_is_told_apart_by_what_is_around_it(occurrence: int) -> None:
    selector = remembered(TWICE, DOSE, occurrence)
    assert find(selector, TWICE).start == selector.start
    assert find(selector, f"First of all. {TWICE}") == Anchor(
        selector.start + 14,
        selector.end + 14,
        MOVED,
        "The words stand in 2 places; what is around them decides.",
    )


def test_a_repeated_sentence_without_context_is_not_guessed() -> None:
    assert anchor(DOSE, TWICE) == Anchor(
        None, None, AMBIGUOUS, "The words stand in 2 places and nothing around them decides."
    )


def test_a_new_twin_earlier_in_the_page_does_not_draw_the_anchor_to_itself() -> None:
    text = f"A start. {DOSE} And so it ends."
    changed = f"{DOSE} Something else. A start. {DOSE} And so it ends."
    assert find(remembered(text, DOSE), changed).start == changed.rindex(DOSE)


def test_when_the_quote_was_edited_its_unedited_twin_is_not_taken_for_it() -> None:
    quote = "cuts soreness by up to 40%"
    selector = remembered(TWICE, quote, 1)
    changed = TWICE[: selector.start] + TWICE[selector.start :].replace("40%", "30%")
    assert find(selector, changed) == Anchor(
        selector.start,
        selector.end,
        CHANGED,
        "The words stand in 2 places; what is around them decides. A figure was changed: 40 → 30.",
    )


def test_a_short_quote_is_not_taken_from_quite_other_surroundings() -> None:
    text = "Some people take magnesium every day. Others like magnesium at night."
    found = find(remembered(text, "magnesium", 1), "Some people take magnesium every day.")
    assert (found.start, found.end, found.state) == (None, None, AMBIGUOUS)


def test_a_long_quote_is_known_in_any_surroundings() -> None:
    found = find(remembered(f"A. {DOSE} B.", DOSE), f"Quite another opening! {DOSE} Quite another end!")
    assert (found.start, found.state) == (23, MOVED)


def test_places_that_overlap_are_two_places() -> None:
    assert anchor("ha ha", "ha ha ha").state is AMBIGUOUS


def test_without_a_position_the_only_place_is_exact() -> None:
    assert anchor("cuts soreness", DOSE) == Anchor(10, 23, EXACT, "The words stand in one place only.")


@pytest.mark.parametrize("position", [-5, 3, 10_000])
def test_a_position_that_is_wrong_or_outside_the_text_does_no_harm(position: int) -> None:
    found = anchor("cuts soreness", DOSE, position=position)
    assert (found.start, found.end, found.state) == (10, 23, MOVED)


def test_the_white_space_of_the_quote_is_part_of_its_span() -> None:
    assert anchor(" cuts ", DOSE) == Anchor(9, 15, EXACT, "The words stand in one place only.")


@pytest.mark.parametrize("quote", ["", " \n", "\u00ad"])
def test_a_quote_without_words_is_refused(quote: str) -> None:
    with pytest.raises(ValueError, match=r"^The quote is empty: expected the words to look for\.$"):
        anchor(quote, DOSE)


def test_a_selector_has_32_code_points_of_context() -> None:
    text = "👍" * 40 + "quote" + "é" * 40
    assert selector_for(text, 40, 45) == Selector("quote", "👍" * 32, "é" * 32, 40, 45)
    assert selector_for("quote.", 0, 5) == Selector("quote", "", ".", 0, 5)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 2), (0, 7)])
def test_a_span_that_is_none_is_refused(start: int, end: int) -> None:
    expected = f"^{start} to {end} is no span of a text of 6 characters: expected 0 ≤ start < end.$"
    with pytest.raises(ValueError, match=expected):
        selector_for("quote.", start, end)


alphabet = st.text(st.sampled_from(list("ab 40.,-–’'\u00a0\u00ad\né\u0301👍🏽\u200d")), min_size=1, max_size=50)


@given(alphabet, st.data())
def test_in_the_text_it_was_taken_from_every_quote_is_exact(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    selector = selector_for(text, start, data.draw(st.integers(start + 1, len(text))))
    assume(read_plainly(selector.exact).text.strip())
    found = find(selector, text)
    assert (found.start, found.end, found.state) == (selector.start, selector.end, EXACT)


@given(alphabet, alphabet, st.data())
def test_in_any_other_text_a_match_reads_like_the_quote_and_a_refusal_has_no_place(
    text: str, other: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    selector = selector_for(text, start, data.draw(st.integers(start + 1, len(text))))
    assume(read_plainly(selector.exact).text.strip())
    cut = data.draw(st.integers(0, len(text)))
    changed = text[:cut] + other + text[cut:]
    found = find(selector, changed)
    if found.state in {AMBIGUOUS, MISSING}:
        assert (found.start, found.end) == (None, None)
    else:
        same = read_plainly(words(found, changed) or "").text.strip() == read_plainly(selector.exact).text.strip()
        assert same is (found.state is not CHANGED)
