"""Lighthouse's scores of a page, as a phone and as a desktop computer would have it."""

from __future__ import annotations

import json
import os
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from tools import chromium, npm
from tools.problem import Problem

CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
#: Lighthouse's own settings: a slowed-down phone is its default.
DEVICES: dict[str, tuple[str, ...]] = {"phone": (), "desktop": ("--preset=desktop",)}
PROGRAM = "lighthouse/cli/index.js"
#: What it says when Chromium did not trace the load of a page, which happens now and then.
AGAIN = "Please run Lighthouse again"
TRIES = 3


def scores(address: str, device: str) -> dict[str, int]:
    """Return the score of each category, 0 to 100. Raises Problem with what Lighthouse said if it gives none."""
    report = rated(address, device)
    found = {name: report["categories"][name]["score"] for name in CATEGORIES}
    unknown = [name for name, score in found.items() if score is None]
    if unknown:
        raise Problem(f"Lighthouse could not rate {address} in {', '.join(unknown)}.")
    return {name: round(score * 100) for name, score in found.items()}


def version() -> str:
    """Return Lighthouse's version."""
    package = npm.modules("lighthouse") / "lighthouse" / "package.json"
    return str(json.loads(package.read_text(encoding="utf-8"))["version"])


def rated(address: str, device: str) -> dict[str, Any]:
    """Return Lighthouse's whole report of a page; where it asks to be run again, it is, a few times."""
    for left in reversed(range(TRIES)):
        done, report = _tried(address, device)
        if report is not None:
            return report
        if not left or AGAIN not in done.stdout:
            break
    raise Problem(f"{done.stdout.rstrip()}\nLighthouse did not rate {address} (exit {done.returncode}).")


def _tried(address: str, device: str) -> tuple[subprocess.CompletedProcess[str], dict[str, Any] | None]:
    with tempfile.TemporaryDirectory(prefix="maglyc-lighthouse-") as folder:
        report = Path(folder) / "report.json"
        done = subprocess.run(
            command(address, device, report),
            env={**os.environ, "CHROME_PATH": chromium.program()},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        written = done.returncode == 0 and report.is_file()
        return done, json.loads(report.read_text(encoding="utf-8")) if written else None


def command(address: str, device: str, report: Path) -> list[str]:
    """Return the command that rates one page into a file of JSON."""
    flags = " ".join(["--headless=new", *(flag for flag in chromium.ARGUMENTS if " " not in flag)])
    return [
        *(str(npm.node()), str(npm.modules("lighthouse") / PROGRAM), address, *DEVICES[device]),
        *("--quiet", "--output=json", f"--output-path={report}", f"--only-categories={','.join(CATEGORIES)}"),
        f"--chrome-flags={flags}",
    ]
