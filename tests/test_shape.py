"""Modules and functions stay small enough to read at one sitting."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.architecture.rooms import PACKAGES
from tests.architecture.walk import module_files, parsed

ROOT = Path(__file__).resolve().parent.parent
LONGEST_MODULE, LONGEST_FUNCTION = 400, 60

# "path" or "path:function" -> why it may be longer. Migrations are written by the framework and never read as prose.
ALLOWED: dict[str, str] = {}


def long_modules(root: Path) -> list[str]:
    """Return the modules with too many lines."""
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in read_by_people(root)}
    return [f"{path.relative_to(root)}: {length} lines" for path, length in lengths.items() if length > LONGEST_MODULE]


def long_functions(root: Path) -> list[str]:
    """Return the functions with too many lines, signature and docstring included."""
    found = []
    for path in read_by_people(root):
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                if length > LONGEST_FUNCTION:
                    found.append(f"{path.relative_to(root)}:{node.name}: {length} lines")
    return found


def read_by_people(root: Path) -> list[Path]:
    """Return the Python files of the program, its tests and its tools, without the migrations."""
    return [path for path in module_files(root, (*PACKAGES, "tests", "tools")) if "migrations" not in path.parts]


def test_modules_and_functions_are_short() -> None:
    found = [*long_modules(ROOT), *long_functions(ROOT)]
    assert [problem for problem in found if problem.rpartition(": ")[0] not in ALLOWED] == []


def test_every_exception_is_still_needed() -> None:
    found = {problem.rpartition(": ")[0] for problem in [*long_modules(ROOT), *long_functions(ROOT)]}
    assert sorted(set(ALLOWED) - found) == []


@pytest.mark.parametrize(("lines", "expected"), [(400, []), (401, ["claims/long.py: 401 lines"])])
def test_a_long_module_is_found(tmp_path: Path, lines: int, expected: list[str]) -> None:
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "long.py").write_text("A = 1\n" * lines, encoding="utf-8")
    assert long_modules(tmp_path) == expected


@pytest.mark.parametrize(("body", "expected"), [(59, []), (60, ["claims/long.py:work: 61 lines"])])
def test_a_long_function_is_found(tmp_path: Path, body: int, expected: list[str]) -> None:
    (tmp_path / "claims").mkdir()
    (tmp_path / "claims" / "long.py").write_text("def work():\n" + "    a = 1\n" * body, encoding="utf-8")
    assert long_functions(tmp_path) == expected
