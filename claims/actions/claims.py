"""Verbs on a claim itself: its wording, topics, figures and occurrences."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from claims.actions.appraisal import changed
from claims.actions.content import lock_content
from claims.actions.topics import new_topic
from claims.models import ArticleVersion, Claim, Figure, Occurrence, TaggedClaim, Topic
from sources.actions import User, leave_event, next_number, remove, store, verb


def _file_under(claim: Claim, topics: Iterable[str], *, user: User) -> None:
    """Make the claim's topics exactly these names, keeping the history of each link."""
    wanted = {name.strip() for name in topics if name.strip()}
    for link in claim.topic_links.select_related("tag"):
        if link.tag.name not in wanted:
            remove(link, user=user)
        wanted.discard(link.tag.name)
    for name in sorted(wanted):
        topic = Topic.objects.filter(name=name).first() or new_topic(name)
        store(TaggedClaim(content_object=claim, tag=topic), user=user)


@verb
def draft_claim(
    *,
    key: str,
    statement: str,
    user: User,
    topics: Iterable[str] = (),
    number: int | None = None,
    why: str = "",
    **fields: Any,
) -> Claim:
    """Draft a new claim. ``fields`` are columns of `Claim`; ``number`` only when a bundle brings a free one."""
    lock_content()
    claim = Claim(number=number or next_number(Claim), key=key, statement=statement, **fields)
    store(claim, user=user, why=why)
    _file_under(claim, topics, user=user)
    leave_event(user=user, verb="draft_claim", object_name=claim.name, why=why)
    return claim


@verb
def revise_claim(
    *, claim: Claim, user: User, topics: Iterable[str] | None = None, why: str = "", **changes: Any
) -> Claim:
    """Change columns of a claim, and its topics where given."""
    claim.refresh_from_db()
    for name, value in changes.items():
        setattr(claim, name, value)
    store(claim, user=user, why=why)
    if topics is not None:
        _file_under(claim, topics, user=user)
    changed(claim, user=user, why=why)
    leave_event(user=user, verb="revise_claim", object_name=claim.name, why=why)
    return claim


@verb
def record_figure(*, claim: Claim, key: str, text: str, user: User, why: str = "", **fields: Any) -> Figure:
    """Record a quantity that the claim asserts; its verdict is computed at once."""
    figure = Figure(claim=claim, key=key, text=text, **fields)
    store(figure, user=user, why=why)
    changed(claim, user=user, why=why)
    leave_event(user=user, verb="record_figure", object_name=claim.name, why=why or key)
    figure.refresh_from_db()
    return figure


@verb
def revise_figure(*, figure: Figure, user: User, why: str = "", **changes: Any) -> Figure:
    """Change a figure, or choose its verdict (`verdict` with `explanation`)."""
    for name, value in changes.items():
        setattr(figure, name, value)
    store(figure, user=user, why=why)
    changed(figure.claim, user=user, why=why)
    leave_event(user=user, verb="revise_figure", object_name=figure.claim.name, why=why or figure.key)
    figure.refresh_from_db()
    return figure


@verb
def remove_figure(*, figure: Figure, user: User, why: str = "") -> None:
    """Take a figure off a claim; its history stays."""
    claim, key = figure.claim, figure.key
    # the database would empty this column by itself, but then no history would say so
    for finding in figure.findings.all():
        finding.figure = None
        store(finding, user=user, why=why or f"figure {key} removed")
    remove(figure, user=user, why=why)
    changed(claim, user=user, why=why)
    leave_event(user=user, verb="remove_figure", object_name=claim.name, why=why or key)


def _check_place(occurrence: Occurrence) -> None:
    """Raise ValidationError where the position is not that of the quote: a wrong mark is worse than none."""
    start, end = occurrence.start, occurrence.end
    if start is not None and end is not None and occurrence.version.text[start:end] != occurrence.quote:
        raise ValidationError(
            {
                "quote": gettext("The text of %(version)s reads otherwise from %(start)s to %(end)s.")
                % {"version": occurrence.version, "start": start, "end": end}
            }
        )


@verb
def place_occurrence(
    *,
    claim: Claim,
    version: ArticleVersion,
    quote: str,
    user: User,
    occurrence: Occurrence | None = None,
    why: str = "",
    **fields: Any,
) -> Occurrence:
    """Say where an article version makes the claim. ``fields`` are the selectors and the place in the text."""
    occurrence = occurrence or Occurrence(claim=claim)
    for name, value in {"version": version, "quote": quote, **fields}.items():
        setattr(occurrence, name, value)
    _check_place(occurrence)
    store(occurrence, user=user, why=why)
    changed(claim, user=user, why=why)
    leave_event(user=user, verb="place_occurrence", object_name=claim.name, why=why)
    return occurrence


@verb
def remove_occurrence(*, occurrence: Occurrence, user: User, why: str = "") -> None:
    """Take back that an article version makes the claim."""
    claim = occurrence.claim
    remove(occurrence, user=user, why=why)
    changed(claim, user=user, why=why)
    leave_event(user=user, verb="remove_occurrence", object_name=claim.name, why=why)
