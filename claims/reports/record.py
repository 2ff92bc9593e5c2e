"""A report is a record: it keeps the language of the record whatever the site speaks, so that its bytes stay equal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import wraps
from typing import ParamSpec, TypeVar

from django.utils.translation import override

from sources.labels import RECORD_LANGUAGE

P = ParamSpec("P")
R = TypeVar("R")


def recorded(write: Callable[P, R]) -> Callable[P, R]:
    """Let a function write in the language of the record."""

    @wraps(write)
    def written(*args: P.args, **kwargs: P.kwargs) -> R:
        with override(RECORD_LANGUAGE):
            return write(*args, **kwargs)

    return written


def recorded_parts(write: Callable[P, Iterator[str]]) -> Callable[P, Iterator[str]]:
    """Let a generator write each part in the language of the record; between the parts others may speak theirs."""

    @wraps(write)
    def written(*args: P.args, **kwargs: P.kwargs) -> Iterator[str]:
        parts = write(*args, **kwargs)
        following = recorded(lambda: next(parts, None))
        while (part := following()) is not None:
            yield part

    return written
