"""The verbs that change the library of published works. Nothing else writes to it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.contrib.auth.models import User as Person
from django.db import connection, models, transaction
from django.utils import timezone

from sources.models import Event, Notice, Source

User = Person | None
Given = ParamSpec("Given")
Result = TypeVar("Result")

#: Key of PostgreSQL's advisory lock that writers of one database share; any number that nothing else locks.
WRITERS = 7_345_127


def verb(action: Callable[Given, Result]) -> Callable[Given, Result]:
    """Make a function a verb: one transaction, and no other verb at the same time.

    So a verb may read, decide and write without anything changing in between. SQLite has one writer by itself;
    on PostgreSQL a lock that ends with the transaction does the same. Readers never wait.
    """

    @wraps(action)
    def run(*args: Given.args, **options: Given.kwargs) -> Result:
        with transaction.atomic():
            if connection.vendor == "postgresql":
                with connection.cursor() as cursor:
                    cursor.execute("SELECT pg_advisory_xact_lock(%s)", [WRITERS])
            return action(*args, **options)

    return run


def leave_event(*, user: User, verb: str, object_name: str, why: str = "") -> Event:
    """Record that somebody (or the program, ``user=None``) did something."""
    return Event.objects.create(who=user, verb=verb, object_name=object_name, at=timezone.now(), why=why)


def _sign(instance: models.Model, *, user: User, why: str) -> None:
    """Leave on the row what its history entry says about who and why; reasons are cut to the column's length."""
    vars(instance).update(_history_user=user, _change_reason=why[:100] or None)


def store(instance: models.Model, *, user: User, why: str = "") -> None:
    """Check and save a curated row with its history entry.

    Raises `django.core.exceptions.ValidationError` naming the fields; nothing is saved then.
    """
    _sign(instance, user=user, why=why)
    instance.full_clean()
    instance.save()


def remove(instance: models.Model, *, user: User, why: str = "") -> None:
    """Delete a curated row; its history stays."""
    _sign(instance, user=user, why=why)
    instance.delete()


def next_number(model: type[models.Model]) -> int:
    """Return the next public number of a model. Call inside a verb."""
    highest = model._default_manager.aggregate(highest=models.Max("number"))["highest"]
    return (highest or 0) + 1


@verb
def add_source(
    *, citekey: str, title: str, user: User, number: int | None = None, why: str = "", **fields: Any
) -> Source:
    """Add a published work to the library. ``fields`` are columns of `Source`."""
    source = Source(number=number or next_number(Source), citekey=citekey, title=title, **fields)
    store(source, user=user, why=why)
    leave_event(user=user, verb="add_source", object_name=source.name, why=why)
    return source


@verb
def revise_source(*, source: Source, user: User, why: str = "", **changes: Any) -> Source:
    """Change what is recorded about a published work."""
    for name, value in changes.items():
        setattr(source, name, value)
    store(source, user=user, why=why)
    leave_event(user=user, verb="revise_source", object_name=source.name, why=why)
    return source


@verb
def record_notice(
    *, source: Source, kind: str, on: date, user: User, reason: str = "", doi: str = "", url: str = ""
) -> Notice:
    """Record a retraction, correction or other notice. Claims learn of it through `claims.actions.mark_notice`."""
    notice = Notice(source=source, kind=kind, date=on, reason=reason, doi=doi, url=url)
    store(notice, user=user, why=reason)
    leave_event(user=user, verb="record_notice", object_name=source.name, why=f"{kind}: {reason}".strip(": "))
    return notice


@verb
def revise_notice(*, notice: Notice, user: User, why: str = "", **changes: Any) -> Notice:
    """Complete or correct what is recorded about a notice; its history stays."""
    for name, value in changes.items():
        setattr(notice, name, value)
    store(notice, user=user, why=why)
    leave_event(user=user, verb="revise_notice", object_name=notice.source.name, why=why)
    return notice
