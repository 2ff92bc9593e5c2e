"""AMSTAR 2: the arithmetic of the rating, printed ratings beside computed ones, other critical sets."""

from __future__ import annotations

import pytest

from claims.grade.instruments.amstar2 import DEFAULT_CRITICAL, rate_amstar2
from claims.grade.instruments.questions import ChoiceNotOpen, UnknownAnswer, UnknownQuestion
from claims.grade.instruments.registry import judge


def answered(denied: str = "") -> dict[str, str]:
    """Return yes to all 16 items but no to those in `denied` ("2,7")."""
    return {str(item): "no" if str(item) in denied.split(",") else "yes" for item in range(1, 17)}


# Items answered no in tables printed by two overviews (PMC9188066 table 2; a table 3 in BMJ Paediatrics Open), the
# rating computed from them with the usual critical items, and the rating printed. The overviews may have declared
# other critical items, so this is a fixture for arithmetic and no accusation.
ROWS = [
    ("Bachmann 2010", "2,7", "critically_low", "moderate"),
    ("De Morton 2007", "2,13", "critically_low", "low"),
    ("Handoll 2011", "15", "low", "moderate"),
    ("Heldmann 2019", "7,13", "critically_low", "low"),
    ("Machado 2020", "7,15", "critically_low", "moderate"),
    ("Martinez-Velilla 2016", "2,7,13,15", "critically_low", "low"),
    ("Peck 2020", "2,4,7,9,13", "critically_low", "critically_low"),
    ("Peiris 2018", "7", "low", "moderate"),
    ("Scrivener 2015", "7,15", "critically_low", "low"),
    ("Smith 2020a", "15", "low", "moderate"),
    ("Smith 2020b", "7", "low", "moderate"),
    ("Yasmeen 2020", "7", "low", "moderate"),
    ("Abiramalatha", "2", "low", "moderate"),
    ("Alshaikh", "2,7,13", "critically_low", "critically_low"),
    ("Amissah (25)", "3,10,16", "moderate", "moderate"),
    ("Amissah (26)", "3", "high", "high"),
    ("Brown", "2,15", "critically_low", "moderate"),
    ("Oddie", "2", "low", "moderate"),
    ("Premji", "15", "low", "moderate"),
    ("Watson", "2", "low", "moderate"),
]


@pytest.mark.parametrize(("review", "denied", "computed", "published"), ROWS, ids=[row[0] for row in ROWS])
def test_printed_answers_are_rated(review: str, denied: str, computed: str, published: str) -> None:
    result = rate_amstar2(answered(denied), published=published)
    assert (result.computed, result.rating, result.published) == (computed, computed, published)
    assert ",".join(result.critical_flaws + result.weaknesses) == denied
    assert result.differs is (computed != published)


def test_sixteen_of_twenty_printed_ratings_differ() -> None:
    assert [rate_amstar2(answered(row[1]), published=row[3]).differs for row in ROWS].count(True) == 16


@pytest.mark.parametrize(
    ("denied", "expected"),
    [
        pytest.param("", "high", id="nothing wrong"),
        pytest.param("1", "high", id="one weakness"),
        pytest.param("1,3", "moderate", id="two weaknesses"),
        pytest.param("1,3,5,6,8,10,12,14,16", "moderate", id="every item that is not critical"),
        pytest.param("2,1,3", "low", id="one critical flaw with weaknesses"),
        pytest.param("2,4", "critically_low", id="two critical flaws"),
    ],
)
def test_flaws_are_counted(denied: str, expected: str) -> None:
    assert rate_amstar2(answered(denied)).rating == expected


@pytest.mark.parametrize("item", [str(number) for number in range(1, 17)])
def test_each_item_weighs_as_critical_or_not(item: str) -> None:
    result = rate_amstar2(answered(item))
    critical = item in DEFAULT_CRITICAL
    assert result.rating == ("low" if critical else "high")
    assert (result.critical_flaws, result.weaknesses) == (((item,), ()) if critical else ((), (item,)))


@pytest.mark.parametrize("given", ["partial_yes", "no_meta_analysis"])
def test_partial_yes_and_no_meta_analysis_are_no_flaw(given: str) -> None:
    assert rate_amstar2({**answered(), "11": given, "12": given, "15": given}).rating == "high"


def test_only_items_about_pooling_know_no_meta_analysis() -> None:
    with pytest.raises(UnknownAnswer, match="question 2: answer 'no_meta_analysis'"):
        rate_amstar2({**answered(), "2": "no_meta_analysis"})


def test_another_critical_set_is_used_and_kept() -> None:
    result = rate_amstar2(answered("2,7"), critical=("13", "9", "4"))
    assert (result.rating, result.critical, result.critical_flaws) == ("moderate", ("4", "9", "13"), ())
    with pytest.raises(UnknownQuestion, match="critical item '17'"):
        rate_amstar2(answered(), critical=("17",))


@pytest.mark.parametrize("removed", [str(number) for number in range(1, 17)])
def test_a_missing_item_leaves_the_rating_open(removed: str) -> None:
    answers = {item: given for item, given in answered().items() if item != removed}
    result = rate_amstar2(answers, published="high")
    assert (result.rating, result.computed, result.missing, result.differs) == (None, None, (removed,), None)


def test_more_flaws_never_raise_the_rating() -> None:
    order = ["high", "moderate", "low", "critically_low"]
    for denied in ("", "1", "1,3", "2", "2,7"):
        before = order.index(str(rate_amstar2(answered(denied)).rating))
        for item in range(1, 17):
            after = order.index(str(rate_amstar2(answered(f"{denied},{item}")).rating))
            assert after >= before


def test_several_weaknesses_may_be_decided_as_low() -> None:
    result = rate_amstar2(answered("1,3"), overall_choice="low")
    assert (result.computed, result.rating) == ("moderate", "low")
    with pytest.raises(ChoiceNotOpen, match="allowed: none"):
        rate_amstar2(answered("1"), overall_choice="low")


def test_the_reason_names_the_flaws() -> None:
    assert rate_amstar2(answered("2,3")).reason == "low: critical flaws: item 2; other weaknesses: item 3."


def test_a_published_rating_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="'middling' is not a valid Amstar2Rating"):
        rate_amstar2(answered(), published="middling")


def test_judging_by_id_uses_the_usual_critical_items() -> None:
    result = judge("amstar2-2017", answered("2"))
    assert (result.overall, len(result.domains), result.complete) == ("low", 16, True)
