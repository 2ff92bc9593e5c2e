"""Programs that come with the operating system: found, installed where that is allowed, or asked for plainly."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.problem import Problem

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")


@dataclass(frozen=True)
class Program:
    """A program, its Debian package, how to tell that it is there, and what to do on another system."""

    name: str
    package: str
    present: Callable[[], bool]
    elsewhere: str


def has_chromium() -> bool:
    """Tell whether a browser for the tests is installed."""
    named = os.environ.get("CHROMIUM", "")
    return bool(shutil.which(named)) if named else any(map(shutil.which, CHROMIUM_NAMES))


def has_postgresql() -> bool:
    """Tell whether a PostgreSQL server is installed: Debian keeps its programs out of the PATH."""
    return any(Path("/usr/lib/postgresql").glob("*/bin/initdb")) or shutil.which("initdb") is not None


def has_libatomic() -> bool:
    """Tell whether the library is there that the program driving the browser is linked with; Linux only."""
    folders = (Path("/lib"), Path("/lib64"), Path("/usr/lib"), Path("/usr/lib64"))
    found = (
        path
        for folder in folders
        for pattern in ("libatomic.so.1", "*/libatomic.so.1")
        for path in folder.glob(pattern)
    )
    return sys.platform != "linux" or any(found)


CHROMIUM = Program("Chromium", "chromium", has_chromium, "install Chromium, or set CHROMIUM to its program")
POSTGRESQL = Program(
    "a PostgreSQL server", "postgresql", has_postgresql, "install PostgreSQL 15 or newer, with initdb in the PATH"
)
LIBATOMIC = Program("the library libatomic", "libatomic1", has_libatomic, "install libatomic, a part of GCC")
PYTHON_VENV = Program(
    "Python's venv", "python3-venv", lambda: False, "install the parts of Python that make virtual environments"
)
NEEDED_BY_TESTS = (CHROMIUM, LIBATOMIC, POSTGRESQL)


def install_missing(programs: Sequence[Program]) -> None:
    """Install the programs that are missing. Raises Problem, with the command to type, where that is not allowed."""
    missing = [program for program in programs if not program.present()]
    if not missing:
        return
    names = " and ".join(program.name for program in missing)
    if not shutil.which("apt-get"):
        raise Problem(f"Missing: {names}. Please {'; '.join(program.elsewhere for program in missing)}.")
    privilege = words_for_root()
    if privilege is None:
        raise Problem(
            f"Missing: {names}, and only root can install it. Type this, then try again:\n  {apt_line(missing)}"
        )
    print(f"Installing {names} with apt-get …", flush=True)
    apt_get(privilege, ["update"], missing)
    apt_get(privilege, ["install", "--yes", "--no-install-recommends", *packages_of(missing)], missing)


def words_for_root() -> list[str] | None:
    """Return the words before a command that run it as root; None if this user may not without typing a password."""
    if os.geteuid() == 0:
        return []
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return ["sudo", "-n"]
    return None


def apt_get(privilege: list[str], arguments: list[str], programs: Sequence[Program]) -> None:
    """Run apt-get quietly, waiting for another one to finish. Raises Problem with what it said if it fails."""
    quiet = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300"]
    command = [*privilege, "env", "DEBIAN_FRONTEND=noninteractive", *quiet, *arguments]
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    if done.returncode:
        raise Problem(f"{done.stdout.rstrip()}\napt-get failed. When the cause is mended: {apt_line(programs)}")


def packages_of(programs: Sequence[Program]) -> list[str]:
    """Return the names of the Debian packages."""
    return [program.package for program in programs]


def apt_line(programs: Sequence[Program]) -> str:
    """Return the command that a person types to get the programs on Debian."""
    return f"sudo apt-get update && sudo apt-get install {' '.join(packages_of(programs))}"
