"""JSON text to values, with a problem that names the place for every way a file can be broken."""

from __future__ import annotations

import json
from typing import Any

from sources.bib.problems import Problem


def read_json(source: str | bytes) -> tuple[Any, list[Problem]]:
    """Return the value and no problem, or ``None`` and the problem; a byte order mark is passed over.

    Refused besides broken JSON: bytes that are not UTF-8, a member given twice, NaN and Infinity, half of a
    surrogate pair, and nesting too deep to read.
    """
    try:
        text = source.decode("utf-8") if isinstance(source, bytes) else source
        value = json.loads(text.removeprefix("\ufeff"), object_pairs_hook=_object, parse_constant=_refuse_constant)
        json.dumps(value, ensure_ascii=False).encode()
    except UnicodeDecodeError as error:
        return None, [Problem(f"byte {error.start + 1}", "the file is not UTF-8 text")]
    except UnicodeEncodeError as error:
        return None, [Problem("JSON", f"half of a surrogate pair ({error.object[error.start]!r}) is not a character")]
    except json.JSONDecodeError as error:
        return None, [Problem(f"line {error.lineno}, column {error.colno}", f"not JSON: {error.msg}")]
    except RecursionError:
        return None, [Problem("JSON", "nested too deeply")]
    except ValueError as error:
        return None, [Problem("JSON", str(error))]
    return value, []


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    value: dict[str, Any] = {}
    for key, member in pairs:
        if key in value:
            name = f" of the object with id {value['id']!r}" if "id" in value else ""
            raise ValueError(f'the member "{key}"{name} is given twice')
        value[key] = member
    return value


def _refuse_constant(name: str) -> float:
    raise ValueError(f"{name} is not a JSON number")
