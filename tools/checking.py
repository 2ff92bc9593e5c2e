"""``make test``: every check of the project, each run to its end, then the test runner's closing lines."""

from __future__ import annotations

import os
import re
import subprocess
import time
from dataclasses import dataclass

from tools import npm, system, virtualenv

ROOT = virtualenv.ROOT
CLOSING_LINES = ROOT / "var" / "test-closing-lines.txt"
# rooms whose types are not checked without mercy: what Django's admin, models and views are made of has too few types
LOOSE = ("claims/admin", "claims/models", "sources/admin")
# what a caller's shell may set for a site of its own, and what must not reach the checks
SITE_VARIABLES = (
    *("ALLOWED_HOSTS", "DATABASE_URL", "DEBUG", "HSTS_SECONDS", "LOG_LEVEL", "SECRET_KEY", "SECRET_KEY_FALLBACKS"),
    *("SITE_URL", "SSL_REDIRECT", "TRUST_PROXY", "VAR_DIR", "DJANGO_SETTINGS_MODULE", "PYTEST_ADDOPTS"),
    "LANGUAGE_CODE",
)
CLOSING = re.compile(r"=+ .*\b(passed|failed|error|errors|no tests ran|deselected)\b.* in [\d.]+s.* =+")


@dataclass(frozen=True)
class Check:
    """One command and what it is called in the summary."""

    title: str
    command: tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    """How a check ended: its exit code, how long it took, and the test runner's closing line if it has one."""

    check: Check
    code: int
    seconds: float
    closing: str

    def __str__(self) -> str:
        return f"{'ok' if self.code == 0 else 'FAILED':<8}{self.check.title:<40}{self.seconds:6.1f} s"


def run() -> int:
    """Set everything up, run every check, print the summary; 0 only if all passed."""
    system.install_missing(system.NEEDED_BY_TESTS)
    python = virtualenv.prepared("requirements-dev.txt")
    npm.modules("nu")
    outcomes = [carried_out(check) for check in checks(str(python), workers())]
    closing = [outcome.closing for outcome in outcomes if outcome.closing]
    CLOSING_LINES.write_text("".join(f"{line}\n" for line in closing), encoding="utf-8")
    print("\n".join(["", *map(str, outcomes), *closing]), flush=True)
    return 0 if all(outcome.code == 0 for outcome in outcomes) else 1


def workers() -> int:
    """Return how many test processes run side by side: one a core, more than four only fight over the browser."""
    return min(4, os.cpu_count() or 1)


def checks(python: str, workers: int) -> list[Check]:
    """Return the checks in order: quick ones first, the whole suite last."""
    pytest = (python, "-m", "pytest", "-n", str(workers), "--dist", "worksteal", "--color", "no")
    return [
        Check("style (ruff check)", (python, "-m", "ruff", "check", ".")),
        Check("layout (ruff format)", (python, "-m", "ruff", "format", "--check", ".")),
        Check("types (mypy --strict)", (python, "-m", "mypy", *strict_rooms())),
        Check("configuration (manage.py check)", (python, "manage.py", "check", "--fail-level", "WARNING")),
        Check("migrations (makemigrations --check)", (python, "manage.py", "makemigrations", "--check", "--dry-run")),
        Check(
            "database tests on PostgreSQL",
            (python, "-m", "tests.postgres", *pytest, "--only-db", "-m", "not browser"),
        ),
        Check("all tests on SQLite, with Chromium", pytest),
    ]


def strict_rooms() -> list[str]:
    """Return the rooms whose types are checked without mercy: every one that is not `LOOSE`, so a new one too."""
    places = [path for app in ("claims", "sources") for path in sorted((ROOT / app).iterdir())]
    rooms = [path for path in places if path.suffix == ".py" or (path / "__init__.py").is_file()]
    names = [path.relative_to(ROOT).as_posix() for path in rooms if path.name != "migrations"]
    return [*(name for name in names if name not in LOOSE), "maglyc", "tools"]


def carried_out(check: Check) -> Outcome:
    """Run a check, showing what it says as it says it."""
    print(f"\n── {check.title}", flush=True)
    environ = {name: value for name, value in os.environ.items() if name not in SITE_VARIABLES}
    begun, closing = time.monotonic(), ""
    with subprocess.Popen(
        check.command,
        cwd=ROOT,
        env=environ,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            print(line, end="", flush=True)
            closing = line.rstrip() if CLOSING.fullmatch(line.rstrip()) else closing
    return Outcome(check, process.returncode, time.monotonic() - begun, closing)
