"""The rooms of the program, their levels, and what each level may import, as data."""

from __future__ import annotations

import re
from dataclasses import dataclass

PACKAGES = ("claims", "maglyc", "sources")

LEVELS_USED_BY: dict[int, frozenset[int]] = {
    0: frozenset({0}),
    1: frozenset({0}),
    2: frozenset({0}),
    3: frozenset({0, 2}),
    4: frozenset({0, 2}),
    5: frozenset({0, 2, 4}),
    6: frozenset(range(6)),
    7: frozenset(range(7)),
    8: frozenset(range(8)),
}


@dataclass(frozen=True)
class Room:
    """A package or module, its level, and the rooms of its own level that it may import."""

    name: str
    level: int
    beside: frozenset[str] = frozenset()


def apart(level: int, *names: str) -> tuple[Room, ...]:
    """Return rooms of one level that never import each other."""
    return tuple(Room(name, level) for name in names)


def together(level: int, *names: str) -> tuple[Room, ...]:
    """Return rooms of one level that may import each other."""
    return tuple(Room(name, level, frozenset(names)) for name in names)


PURE_ROOMS = (
    "claims.words",
    "claims.figures",
    "claims.grade",
    "claims.pooling",
    "claims.extraction",
    "sources.words",
    "sources.bib",
)

CLAIM_FORMS, SOURCE_FORMS = frozenset({"claims.forms"}), frozenset({"sources.forms"})

ROOMS: tuple[Room, ...] = (
    *together(0, *PURE_ROOMS),
    *apart(1, "sources.clients"),
    *together(2, "sources.models", "sources.querysets", "sources.labels", "sources.migrations"),
    *apart(3, "sources.actions"),
    *together(4, "claims.models", "claims.querysets", "claims.policies", "claims.migrations"),
    *apart(5, "claims.documents"),
    # one writer and two readers; that they stand apart is what keeps a reader from writing
    *apart(6, "claims.actions", "claims.reports", "claims.search"),
    *apart(7, "claims.bundle", "claims.api", "claims.feeds", "claims.jobs", "claims.forms", "claims.templatetags"),
    *apart(7, "sources.forms", "sources.templatetags", "sources.management"),
    # a form is a part of the page that shows it
    # the admin is one room in two packages: its pages for claims are built from the same parts as those for sources
    Room("claims.admin", 7, CLAIM_FORMS | {"sources.admin"}),
    Room("claims.views", 7, CLAIM_FORMS),
    Room("sources.admin", 7, SOURCE_FORMS),
    Room("sources.views", 7, SOURCE_FORMS),
    # a command is the command line of a library that may stand on its own level
    Room("claims.management", 7, frozenset({"claims.bundle", "claims.jobs"})),
    # the site, and the modules by which the framework finds what a package has
    *together(8, "maglyc", "claims.apps", "claims.urls", "sources.apps", "sources.urls"),
)

# the packages' own __init__ modules: empty, so that to import one room is to load that room only
EMPTY_MODULES = frozenset({"claims", "sources"})


ADDRESSES = re.compile(r"^(claims|sources)\.\w+_urls(?=\.|$)")


def room_of(module: str) -> Room | None:
    """Return the room of a module, or of a name in a module; None if the table has none for it."""
    # a part of a package's addresses, such as claims.report_urls, belongs with them
    module = ADDRESSES.sub(r"\1.urls", module)
    matching = [room for room in ROOMS if module == room.name or module.startswith(f"{room.name}.")]
    return max(matching, key=lambda room: len(room.name), default=None)
