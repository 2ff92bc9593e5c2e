"""A headless Chromium that reaches nothing but this machine."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tools.problem import Problem
from tools.system import CHROMIUM, CHROMIUM_NAMES

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)


def program() -> str:
    """Return the browser's program: CHROMIUM, or the first one installed. Raises Problem if there is none."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if not found:
        raise Problem(f"There is no Chromium here. Please {CHROMIUM.elsewhere}; on Debian: apt-get install chromium")
    return found


@contextmanager
def launched() -> Iterator[Browser]:
    """Run one headless browser until the block ends."""
    from playwright.sync_api import sync_playwright  # only what development installs has it

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=list(ARGUMENTS))
        yield browser
        browser.close()
