"""CSL-JSON names to `Name` and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sources.bib.frozen import FrozenMapping, thaw
from sources.bib.record import Name

_MEMBERS = {
    "family": "family",
    "given": "given",
    "literal": "literal",
    "non-dropping-particle": "particle",
    "dropping-particle": "dropping_particle",
    "suffix": "suffix",
}


def read_names(value: Any) -> tuple[Name, ...]:
    """Return the names of a CSL-JSON list; raise ValueError naming the entry and what was expected."""
    if not isinstance(value, list | tuple):
        raise ValueError(f"{value!r} is not a list of names")
    return tuple(_read_name(place, member) for place, member in enumerate(value, start=1))


def _read_name(place: int, value: Any) -> Name:
    expected = 'expected an object with "family" and "given", or with "literal"'
    if not isinstance(value, Mapping):
        raise ValueError(f"name {place} is {value!r}: {expected}")
    known = {member: value[member] for member in _MEMBERS if value.get(member) is not None}
    for member, text in known.items():
        if not isinstance(text, str):
            raise ValueError(f'name {place}: "{member}" is {text!r}: expected a text')
    fields = {_MEMBERS[member]: text.strip() for member, text in known.items() if text.strip()}
    if not {"family", "given", "literal"} & fields.keys():
        raise ValueError(f"name {place} names nobody: {expected}")
    return Name(**fields, extra=FrozenMapping({key: item for key, item in value.items() if key not in _MEMBERS}))


def write_names(names: tuple[Name, ...]) -> list[dict[str, Any]]:
    """Return the names as CSL-JSON; the inverse of `read_names`."""
    return [
        thaw(name.extra)
        | {member: text for member, field in _MEMBERS.items() if (text := getattr(name, field)) is not None}
        for name in names
    ]
