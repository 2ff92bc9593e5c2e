"""What the code may not do, each rule as a function from the project's folder to the places that break it."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

from tests.architecture.rooms import EMPTY_MODULES, LEVELS_USED_BY, PACKAGES, PURE_ROOMS, Room, room_of
from tests.architecture.walk import Use, calls_of, imports_of, module_files, module_name, parsed

FRAMEWORK = ("django", "taggit", "simple_history", "csp", "whitenoise", "maglyc")
NETWORK = ("asyncio", "ftplib", "http", "httpx", "requests", "smtplib", "socket", "ssl", "urllib.request", "urllib3")
FILES = ("glob", "importlib", "io", "os", "pathlib", "pkgutil", "shutil", "sqlite3", "subprocess", "tempfile")
CLOCK_AND_CHANCE = ("random", "secrets", "time")
IMPURE_MODULES = {
    **dict.fromkeys(FRAMEWORK, "the framework"),
    **dict.fromkeys(NETWORK, "the network"),
    **dict.fromkeys(FILES, "files"),
    **dict.fromkeys(CLOCK_AND_CHANCE, "the clock or chance"),
}
IMPURE_CALLS = {
    **dict.fromkeys(("open", "__import__"), "files"),
    **dict.fromkeys(("input", "print"), "the console"),
    **dict.fromkeys(("now", "utcnow", "today", "uuid1", "uuid4"), "the clock or chance"),
}


def is_within(name: str, package: str) -> bool:
    """Tell whether a dotted name is the package or lies in it."""
    return name == package or name.startswith(f"{package}.")


def misplaced_imports(root: Path) -> list[str]:
    """Return every import that the table of rooms does not allow."""
    uses = [use for path in module_files(root) for use in imports_of(path, root)]
    ours = [use for use in uses if any(is_within(use.name, package) for package in PACKAGES)]
    return [f"{use.place}: {reason}" for use in ours if (reason := why_misplaced(use))]


def why_misplaced(use: Use) -> str:
    """Return why a module may not import a name of the program, or an empty text if it may."""
    importer, imported = room_of(use.module), room_of(use.name)
    if importer is None or imported is None:
        # a module without a room is reported once, by `homeless_modules`
        return ""
    if is_within(use.module, "sources") and is_within(use.name, "claims"):
        return f"{use.module} imports {use.name}, and sources knows nothing about claims"
    if may_import(importer, imported):
        return ""
    allowed = ", ".join(str(level) for level in sorted(LEVELS_USED_BY[importer.level]))
    return (
        f"{use.module} (level {importer.level}) imports {use.name} (level {imported.level}); "
        f"a room of level {importer.level} may import levels {allowed} and beside itself "
        f"{', '.join(sorted(importer.beside - {importer.name})) or 'no room'}"
    )


def may_import(importer: Room, imported: Room) -> bool:
    """Tell whether the table allows one room to import another."""
    if importer.name == imported.name or imported.name in importer.beside:
        return True
    return imported.level != importer.level and imported.level in LEVELS_USED_BY[importer.level]


def homeless_modules(root: Path) -> list[str]:
    """Return the modules that no room of the table covers, and package modules that should be empty and are not."""
    found = []
    for path in module_files(root):
        name, place = module_name(path, root), path.relative_to(root)
        if name in EMPTY_MODULES:
            statements = [node for node in parsed(path).body if not is_docstring(node)]
            found += [f"{place}:{node.lineno}: the package module {name} holds code" for node in statements]
        elif room_of(name) is None:
            found.append(f"{place}:1: {name} belongs to no room; give it a level in tests/architecture/rooms.py")
    return found


def is_docstring(node: ast.stmt) -> bool:
    """Tell whether a statement is a bare text."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def impurities(root: Path) -> list[str]:
    """Return every place where a pure room reaches for the framework, the network, a file, the clock or chance."""
    pure = [path for path in module_files(root) if any(is_within(module_name(path, root), room) for room in PURE_ROOMS)]
    return [problem for path in pure for problem in (*impure_imports(path, root), *impure_calls(path, root))]


def impure_imports(path: Path, root: Path) -> Iterator[str]:
    """Yield the imports that a pure room may not have; what only the type checker sees does no harm."""
    for use in imports_of(path, root):
        for module, reason in IMPURE_MODULES.items():
            if is_within(use.name, module) and not use.typing_only:
                yield f"{use.place}: {use.module} is pure and imports {use.name} ({reason})"


def impure_calls(path: Path, root: Path) -> Iterator[str]:
    """Yield the calls that a pure room may not make."""
    for use in calls_of(path, root):
        last = use.name.rpartition(".")[2]
        if last in IMPURE_CALLS:
            yield f"{use.place}: {use.module} is pure and calls {use.name} ({IMPURE_CALLS[last]})"


def undeclared_imports(root: Path, declared: set[str]) -> list[str]:
    """Return the imports that neither the standard library, nor the program, nor a `declared` distribution brings."""
    distributions = packages_distributions()
    found = []
    for path in module_files(root):
        for use in imports_of(path, root):
            top = use.name.partition(".")[0]
            brought = {name.lower().replace("_", "-") for name in distributions.get(top, ())}
            if top not in sys.stdlib_module_names and top not in PACKAGES and brought.isdisjoint(declared):
                found.append(f"{use.place}: {use.module} imports {top}, which requirements.txt does not install")
    return found
