"""The verbs that change the library of published works. Nothing else writes to it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import models, transaction
from django.utils import timezone

from sources.models import Event, Notice, Source

User = AbstractBaseUser | None


def leave_event(*, user: User, verb: str, object_name: str, why: str = "") -> Event:
    """Record that somebody (or the program, ``user=None``) did something."""
    return Event.objects.create(who=user, verb=verb, object_name=object_name, at=timezone.now(), why=why)


def store(instance: models.Model, *, user: User, why: str = "") -> None:
    """Check and save a curated row with its history entry.

    Raises `django.core.exceptions.ValidationError` naming the fields; nothing is saved then.
    """
    instance._history_user = user  # type: ignore[attr-defined]
    instance._change_reason = why[:100] or None  # type: ignore[attr-defined]
    instance.full_clean()
    instance.save()


def remove(instance: models.Model, *, user: User, why: str = "") -> None:
    """Delete a curated row; its history stays."""
    instance._history_user = user  # type: ignore[attr-defined]
    instance._change_reason = why[:100] or None  # type: ignore[attr-defined]
    instance.delete()


def next_number(model: type[models.Model]) -> int:
    """Return the next public number of a model. Call inside a transaction that holds the writer's lock."""
    highest = model._default_manager.aggregate(highest=models.Max("number"))["highest"]
    return (highest or 0) + 1


@transaction.atomic
def add_source(
    *, citekey: str, title: str, user: User, number: int | None = None, why: str = "", **fields: Any
) -> Source:
    """Add a published work to the library. ``fields`` are columns of `Source`."""
    source = Source(number=number or next_number(Source), citekey=citekey, title=title, **fields)
    store(source, user=user, why=why)
    leave_event(user=user, verb="add_source", object_name=source.name, why=why)
    return source


@transaction.atomic
def revise_source(*, source: Source, user: User, why: str = "", **changes: Any) -> Source:
    """Change what is recorded about a published work."""
    for name, value in changes.items():
        setattr(source, name, value)
    store(source, user=user, why=why)
    leave_event(user=user, verb="revise_source", object_name=source.name, why=why)
    return source


@transaction.atomic
def record_notice(
    *, source: Source, kind: str, on: date, user: User, reason: str = "", doi: str = "", url: str = ""
) -> Notice:
    """Record a retraction, correction or other notice. Claims learn of it through `claims.actions.mark_notice`."""
    notice = Notice(source=source, kind=kind, date=on, reason=reason, doi=doi, url=url)
    store(notice, user=user, why=reason)
    leave_event(user=user, verb="record_notice", object_name=source.name, why=f"{kind}: {reason}".strip(": "))
    return notice


@transaction.atomic
def revise_notice(*, notice: Notice, user: User, why: str = "", **changes: Any) -> Notice:
    """Complete or correct what is recorded about a notice; its history stays."""
    for name, value in changes.items():
        setattr(notice, name, value)
    store(notice, user=user, why=why)
    leave_event(user=user, verb="revise_notice", object_name=notice.source.name, why=why)
    return notice
