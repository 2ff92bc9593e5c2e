"""Reading the program's imports and calls from its source, without running it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.architecture.rooms import PACKAGES


@dataclass(frozen=True)
class Use:
    """A dotted name that a module imports or calls, and where it does."""

    module: str
    name: str
    place: str
    typing_only: bool = False


def module_name(path: Path, root: Path) -> str:
    """Return the dotted name of the module in a file below the project's folder `root`."""
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def module_files(root: Path, packages: tuple[str, ...] = PACKAGES) -> list[Path]:
    """Return every Python file of the packages."""
    return sorted(path for package in packages for path in (root / package).rglob("*.py"))


def parsed(path: Path) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imports_of(path: Path, root: Path) -> Iterator[Use]:
    """Yield every import of a file, those inside functions and those for the type checker included."""
    module = module_name(path, root)
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    tree = parsed(path)
    for_type_checker = typing_only_nodes(tree)
    for node in ast.walk(tree):
        place = f"{path.relative_to(root)}:{getattr(node, 'lineno', 0)}"
        for name in imported_names(node, package):
            yield Use(module, name, place, node in for_type_checker)


def typing_only_nodes(tree: ast.Module) -> set[ast.AST]:
    """Return the nodes that stand below an ``if TYPE_CHECKING:``."""
    blocks = [node for node in ast.walk(tree) if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)]
    return {inner for block in blocks for child in block.body for inner in ast.walk(child)}


def imported_names(node: ast.AST, package: str) -> list[str]:
    """Return the dotted names that a node imports; of ``from a import b``, which may mean a module, ``a.b``."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if not isinstance(node, ast.ImportFrom):
        return []
    above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
    base = ".".join([*above, *([node.module] if node.module else [])])
    return [f"{base}.{alias.name}" for alias in node.names]


def calls_of(path: Path, root: Path) -> Iterator[Use]:
    """Yield every call whose callee is written as a plain or dotted name."""
    module = module_name(path, root)
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
            yield Use(module, ast.unparse(node.func), f"{path.relative_to(root)}:{node.lineno}")
