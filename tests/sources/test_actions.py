"""The verbs on the library of published works."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from sources.actions import add_source, leave_event, record_notice, revise_notice, revise_source, verb
from sources.models import Event, Notice, Source
from tests.makers import make_curator, make_source

pytestmark = pytest.mark.django_db


def events() -> list[tuple[Any, ...]]:
    """Return who did what to what and why, oldest first."""
    return list(Event.objects.order_by("pk").values_list("who__username", "verb", "object_name", "why"))


def test_a_source_gets_the_next_number_and_leaves_a_trace() -> None:
    ada = make_curator("ada")
    first = add_source(citekey="Berg2019", title="Zinc.", user=ada, why="cited by an article")
    second = add_source(citekey="Olsen2020", title="More zinc.", user=None, number=7)
    third = add_source(citekey="Lund2021", title="Even more zinc.", user=ada)

    assert [source.name for source in (first, second, third)] == ["S1", "S7", "S8"]
    assert events() == [
        ("ada", "add_source", "S1", "cited by an article"),
        (None, "add_source", "S7", ""),
        ("ada", "add_source", "S8", ""),
    ]
    (entry,) = first.history.all()
    assert (entry.history_user, entry.history_type, entry.history_change_reason) == (ada, "+", "cited by an article")


def test_a_revision_is_kept_beside_what_was() -> None:
    source = make_source(title="Zink.")
    ben = make_curator("ben")
    revise_source(source=source, title="Zinc.", user=ben, why="a slip of the pen")

    newest, oldest = source.history.order_by("-history_id")
    assert (Source.objects.get().title, newest.title, oldest.title) == ("Zinc.", "Zinc.", "Zink.")
    assert (newest.history_user, newest.history_change_reason) == (ben, "a slip of the pen")
    assert events()[-1] == ("ben", "revise_source", "S1", "a slip of the pen")


@pytest.mark.parametrize("names", [{"citekey": "Berg2020"}, {"number": 9}])
def test_a_public_name_never_changes(names: dict[str, Any]) -> None:
    source = make_source("Berg2019")
    with pytest.raises(ValidationError) as refusal:
        revise_source(source=source, user=make_curator(), **names)
    assert refusal.value.message_dict == {name: ["This is a public name: it never changes."] for name in names}
    assert (Source.objects.get().citekey, Source.objects.get().number) == ("Berg2019", 1)


def test_a_long_reason_is_whole_in_the_event_and_cut_in_the_history() -> None:
    why = "because " * 30
    source = make_source(why=why)
    assert events()[-1][-1] == why
    assert source.history.get().history_change_reason == why[:100]


def test_notices_are_appended_and_completed() -> None:
    source, ada = make_source(), make_curator("ada")
    given = {"source": source, "user": ada}
    record_notice(kind="expression_of_concern", on=date(2023, 1, 1), **given)
    notice = record_notice(kind="retraction", on=date(2024, 1, 1), reason="Made up.", **given)
    revise_notice(notice=notice, doi="10.5555/notice", user=make_curator("ben"), why="found it")

    found = [(row.kind, row.reason, row.doi) for row in Notice.objects.all()]
    assert found == [("expression_of_concern", "", ""), ("retraction", "Made up.", "10.5555/notice")]
    assert events()[1:] == [
        ("ada", "record_notice", "S1", "expression_of_concern"),
        ("ada", "record_notice", "S1", "retraction: Made up."),
        ("ben", "revise_notice", "S1", "found it"),
    ]
    assert notice.history.count() == 2


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"kind": "rumour"}, "kind"),
        ({"doi": "notice"}, "doi"),
        ({"url": "nowhere"}, "url"),
        ({"on": None}, "date"),
    ],
)
def test_a_bad_notice_is_refused_and_nothing_is_left(given: dict[str, Any], field: str) -> None:
    source = make_source()
    before = events()
    with pytest.raises(ValidationError) as refusal:
        record_notice(source=source, user=None, **{"kind": "retraction", "on": date(2024, 1, 1), **given})
    assert list(refusal.value.message_dict) == [field]
    assert (Notice.objects.count(), events()) == (0, before)


def test_a_verb_is_all_or_nothing() -> None:
    @verb
    def half(*, title: str) -> None:
        """Add a source, then fail."""
        add_source(citekey="Half2020", title=title, user=None)
        raise IntegrityError(title)

    with pytest.raises(IntegrityError), transaction.atomic():
        half(title="Half.")
    assert (Source.objects.count(), events()) == (0, [])
    assert (half.__name__, half.__doc__) == ("half", "Add a source, then fail.")


def test_what_the_program_does_by_itself_has_no_person() -> None:
    event = leave_event(user=None, verb="load_bundle", object_name="zinc", why="0" * 64)
    assert (event.who, str(event)) == (None, "load_bundle zinc")
