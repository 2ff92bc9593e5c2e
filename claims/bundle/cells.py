"""Cells of a table: text to value, with what was expected where it is not one, and back."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from claims.bundle.columns import Column, Kind
from claims.documents.canonical import canonical_number

INTEGER = re.compile(r"[+-]?[0-9]{1,20}")
NUMBER = re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,4})?")
DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MOMENT = "%Y-%m-%dT%H:%M:%SZ"


def _integer(text: str, column: Column) -> int:
    if not INTEGER.fullmatch(text):
        raise ValueError("a whole number")
    return int(text)


def _number(text: str, column: Column) -> int | float:
    if not NUMBER.fullmatch(text) or not math.isfinite(float(text)):
        raise ValueError("a number, with a point for decimals")
    return canonical_number(float(text))


def _boolean(text: str, column: Column) -> bool:
    if text not in ("true", "false"):
        raise ValueError("true or false")
    return text == "true"


def _date(text: str, column: Column) -> str:
    try:
        if DATE.fullmatch(text):
            return date.fromisoformat(text).isoformat()
    except ValueError:
        pass
    raise ValueError("a date such as 2026-11-22")


def _moment(text: str, column: Column) -> str:
    try:
        return datetime.strptime(text, MOMENT).strftime(MOMENT)  # noqa: DTZ007 (the pattern's Z is UTC)
    except ValueError:
        raise ValueError("a time in UTC such as 2026-11-22T18:00:00Z") from None


def _codes(text: str, column: Column) -> list[str]:
    codes = [code.strip() for code in text.split(";")]
    if len(set(codes)) < len(codes) or not set(codes) <= set(column.words):
        raise ValueError(f"any of {', '.join(column.words)}, each once, separated by semicolons")
    return codes


def _text(text: str, column: Column) -> str:
    if column.words and text not in column.words:
        raise ValueError(f"one of {', '.join(column.words)}")
    if column.pattern and not re.fullmatch(column.pattern, text):
        raise ValueError(column.expected)
    if column.longest and len(text) > column.longest:
        raise ValueError(f"at most {column.longest} characters, not {len(text)}")
    if "\x00" in text:
        raise ValueError("text without NUL characters")
    return text


_READERS: dict[Kind, Callable[[str, Column], Any]] = {
    "text": _text,
    "integer": _integer,
    "number": _number,
    "boolean": _boolean,
    "date": _date,
    "moment": _moment,
    "codes": _codes,
}


def empty_value(column: Column) -> Any:
    """Return what an empty cell of the column stands for."""
    return {"text": "", "codes": [], "date": "", "moment": ""}.get(column.kind)


def read_cell(column: Column, text: str) -> Any:
    """Return the value of a cell. Raises ValueError saying what was expected and what was found."""
    if column.required and not text.strip():
        raise ValueError("expected a value, found nothing")
    if not text:
        return empty_value(column)
    try:
        value = _READERS[column.kind](text, column)
        if column.least is not None and value < column.least:
            raise ValueError(f"at least {column.least}")
        if column.most is not None and value > column.most:
            raise ValueError(f"at most {column.most}")
    except ValueError as error:
        shown = text if len(text) <= 60 else f"{text[:60]}…"
        raise ValueError(f"expected {error}, found {shown!r}") from None
    return value


def write_cell(value: Any) -> str:
    """Return the cell that reads as this value."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return repr(canonical_number(value))
    if isinstance(value, (list, tuple)):
        return ";".join(value)
    return str(value)
