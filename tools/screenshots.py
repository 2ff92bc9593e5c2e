"""``make screenshots``: each kind of public page at three widths, light and dark, into ``var/screenshots/``.

With ``--readme`` the picture of a claim that the README shows is made too.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tools import chromium, demo_site, system
from tools.pages import KINDS
from tools.problem import Problem
from tools.serving import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

FOLDER = ROOT / "var" / "screenshots"
README_PICTURE = ROOT / "docs" / "screenshot.png"
WIDTHS = (390, 834, 1440)
TALLEST = 16_000  # pixels; Chromium draws no taller picture


def make_all(browser: Browser, address: str, folder: Path) -> int:
    """Write one picture of each kind, width and colour scheme, named like ``claim-390-dark.png``; return how many."""
    made = 0
    for width in WIDTHS:
        for scheme in ("light", "dark"):
            context = browser.new_context(
                base_url=address, color_scheme=scheme, viewport={"width": width, "height": 900}
            )
            page = context.new_page()
            for kind, path in KINDS.items():
                page.goto(path)
                height = min(page.evaluate("document.documentElement.scrollHeight"), TALLEST)
                picture = folder / f"{kind}-{width}-{scheme}.png"
                page.screenshot(path=picture, full_page=True, clip={"x": 0, "y": 0, "width": width, "height": height})
                made += 1
            context.close()
    return made


def make_readme_picture(browser: Browser, address: str) -> None:
    """Draw the top of the claim that the README speaks of."""
    page = browser.new_page(base_url=address, viewport={"width": 1280, "height": 900}, color_scheme="light")
    page.goto(KINDS["claim"])
    page.screenshot(path=README_PICTURE)
    page.close()


def main(arguments: list[str]) -> int:
    """Draw everything and say where it lies."""
    if arguments not in ([], ["--readme"]):
        print("usage: python -m tools.screenshots [--readme]", file=sys.stderr)
        return 2
    try:
        system.install_missing((system.CHROMIUM, system.LIBATOMIC))
        shutil.rmtree(FOLDER, ignore_errors=True)
        FOLDER.mkdir(parents=True)
        with tempfile.TemporaryDirectory(prefix="maglyc-screenshots-") as temporary:
            prepared = Path(temporary) / "prepared"
            demo_site.prepare(prepared)
            with demo_site.served(prepared, Path(temporary) / "site") as site, chromium.launched() as browser:
                if arguments:
                    make_readme_picture(browser, site.address)
                print(f"{make_all(browser, site.address, FOLDER)} pictures are in {FOLDER.relative_to(ROOT)}/")
    except Problem as problem:
        print(f"\n{problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
