"""The project's own Python environment in ``.venv``, holding exactly what a requirements file locks."""

from __future__ import annotations

import fcntl
import hashlib
import importlib.util
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools import system
from tools.problem import Problem

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCK = ROOT / "var" / "setup.lock"
# a larger set of packages that holds the smaller one in the same versions (tests/test_setup.py sees to it)
ALSO_HOLDS = {"requirements-dev.txt": ("requirements.txt",)}


def prepared(requirements: str, venv: Path = VENV) -> Path:
    """Return the Python of an environment with the locked packages, made or brought up to date if need be.

    Nothing is done when the file was installed before, unchanged. An interrupted installation leaves no stamp, so the
    next call repeats it. Raises Problem when Python's own tools or the package index are out of reach.
    """
    with one_at_a_time():
        python = venv / "bin" / "python"
        if not works(python):
            make(venv)
        version = version_of(python)
        if stamp(venv, requirements).is_file() and stamp(venv, requirements).read_text() == digest(
            requirements, version
        ):
            return python
        for old in venv.glob("installed-*"):
            old.unlink()
        install(python, requirements)
        for name in (*ALSO_HOLDS.get(requirements, ()), requirements):
            stamp(venv, name).write_text(digest(name, version))
    return python


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Hold back a second set-up of the same checkout until the first is done."""
    LOCK.parent.mkdir(mode=0o700, exist_ok=True)  # the database will lie there, with the hashes of passwords
    with LOCK.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def stamp(venv: Path, requirements: str) -> Path:
    """Return the file that says which content of a requirements file is installed."""
    return venv / f"installed-{Path(requirements).name}"


def digest(requirements: str, version: str) -> str:
    """Return what a stamp holds: the file's content and the Python it was installed for, as one hash."""
    content = (ROOT / requirements).read_bytes()
    return hashlib.sha256(content + version.encode()).hexdigest()


def version_of(python: Path) -> str:
    """Return "3.11" or the like for an environment's Python, an empty text if it cannot be started."""
    question = "import sys; print('%d.%d' % sys.version_info[:2] if sys.prefix != sys.base_prefix else '')"
    try:
        answer = subprocess.run([python, "-c", question], capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return answer.stdout.strip()


def works(python: Path) -> bool:
    """Tell whether the environment's Python starts and is new enough."""
    parts = version_of(python).split(".")
    return len(parts) == 2 and (int(parts[0]), int(parts[1])) >= (3, 11)


def make(venv: Path) -> None:
    """Make an empty environment, replacing a broken one; without its own pip where Debian's python3-venv is missing."""
    print(f"Making {venv.name} with Python {sys.version_info[0]}.{sys.version_info[1]} …", flush=True)
    if not has("ensurepip") and not has("pip"):
        system.install_missing([system.PYTHON_VENV])
    options = [] if has("ensurepip") else ["--without-pip"]
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", *options, venv], check=False)
    if made.returncode:
        raise Problem(f"Python could not make {venv}. On Debian it needs: {system.apt_line([system.PYTHON_VENV])}")


def has(module: str) -> bool:
    """Tell whether the Python that runs this has a module."""
    importlib.invalidate_caches()
    return importlib.util.find_spec(module) is not None


def install(python: Path, requirements: str) -> None:
    """Install a locked requirements file, every package checked against its hash."""
    print(f"Installing {requirements} (a minute or two the first time) …", flush=True)
    quietly = ("install", "--quiet", "--no-input", "--disable-pip-version-check")
    # the environment's own settings of pip (a mirror, a proxy) stay in force
    command = [*pip_of(python), *quietly, "--require-hashes", "-r", ROOT / requirements]
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    if done.returncode:
        raise Problem(
            f"{done.stdout.rstrip()}\npip could not install {requirements}. It needs the Python package index, or a "
            "mirror that pip is set up for. The same command goes on where this one stopped."
        )


def pip_of(python: Path) -> list[str | Path]:
    """Return the command of a pip that installs into the environment: its own, or the one beside this Python."""
    own = subprocess.run([python, "-c", "import pip"], capture_output=True, check=False)
    if own.returncode == 0:
        return [python, "-m", "pip"]
    if has("pip"):
        return [sys.executable, "-m", "pip", "--python", python]
    raise Problem(f"There is no pip for {python}. On Debian: {system.apt_line([system.PYTHON_VENV])}")
