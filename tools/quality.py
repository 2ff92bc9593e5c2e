"""``make lighthouse``: rate the site as it is served, and write what was found to ``docs/quality.md``.

Lighthouse rates the pages people read most; weight, axe-core and the Nu HTML checker look at every kind of page.
"""

from __future__ import annotations

import datetime
import platform
import sys
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterable, Sequence
from pathlib import Path
from string import Template
from typing import TYPE_CHECKING

from tools import axe, chromium, demo_site, lighthouse, npm, nu, system
from tools.measuring import visit
from tools.pages import KINDS
from tools.problem import Problem
from tools.serving import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PAGE = ROOT / "docs" / "quality.md"
RATED = ("home", "article", "claim", "claims")
LEAST_SCORE = 98
HEAVIEST = 60_000  # bytes
MOST_SHIFTED = 0.01
TEXT = Template("""# Quality of the public pages

Written by `make lighthouse` on $date; not edited by hand. The site was served as `make run` serves it, with the
shipped knowledge base, on $machine.

| program | version |
| --- | --- |
$versions

## Lighthouse

Held to: at least $least everywhere. *Phone* is Lighthouse's default, a slowed-down phone on a slow network.

$scores

## Every kind of page

What a first visit transfers with headers (held to at most $heaviest kB), how far the layout shifts while the page is
read to its end (held to less than $shifted), and how much axe-core (WCAG 2.2, A and AA, in light and dark, 1280 px wide
and at 400 % zoom) and the Nu HTML checker (errors and warnings) find. No page asks another host.

$kinds

$closing
""")


def main() -> int:
    """Measure everything, write the page, and return 0 only if all that pages are held to is kept."""
    try:
        system.install_missing((system.CHROMIUM, system.LIBATOMIC))
        with tempfile.TemporaryDirectory(prefix="maglyc-quality-") as temporary:
            prepared = Path(temporary) / "prepared"
            demo_site.prepare(prepared)
            with demo_site.served(prepared, Path(temporary) / "site") as site:
                problems = write(site.address, Path(temporary))
    except Problem as problem:
        print(f"\n{problem}", file=sys.stderr)
        return 1
    print(f"Written: {PAGE.relative_to(ROOT)}", *problems, sep="\n")
    return 1 if problems else 0


def write(address: str, folder: Path) -> list[str]:
    """Measure the site at an address, write the page, and return what is not kept, a line each."""
    rows, problems = [], []
    for kind in RATED:
        for device in lighthouse.DEVICES:
            print(f"Lighthouse: {kind}, {device} …", flush=True)
            found = lighthouse.scores(f"{address}{KINDS[kind]}", device)
            rows.append([f"{kind} `{KINDS[kind]}`", device, *map(str, found.values())])
            problems += [f"{kind}, {device}: {name} {score}" for name, score in found.items() if score < LEAST_SCORE]
    with chromium.launched() as browser:
        kinds, more = every_kind(browser, address, folder)
        versions = [("Chromium", browser.version), *versions_of(browser)]
    problems += more
    closing = "Everything is kept." if not problems else "Not kept:\n\n" + "\n".join(f"- {line}" for line in problems)
    PAGE.write_text(
        TEXT.substitute(
            date=datetime.datetime.now(datetime.UTC).date().isoformat(),
            machine=f"{platform.system()} with {platform.machine()}, Python {platform.python_version()}",
            versions="\n".join(f"| {name} | {version} |" for name, version in versions),
            least=LEAST_SCORE,
            scores=table(("page", "device", *lighthouse.CATEGORIES), rows),
            heaviest=HEAVIEST // 1000,
            shifted=MOST_SHIFTED,
            kinds=table(("kind", "requests", "kB", "shift", "axe-core", "Nu"), kinds),
            closing=closing,
        ),
        encoding="utf-8",
    )
    return problems


def every_kind(browser: Browser, address: str, folder: Path) -> tuple[list[list[str]], list[str]]:
    """Return a row for each kind of page, and what is not kept."""
    rows, problems = [], []
    checked = messages_by_kind(address, folder / "markup")
    for kind, path in KINDS.items():
        print(f"Measuring: {kind} …", flush=True)
        cost, found = visit(browser, f"{address}{path}"), violations(browser, f"{address}{path}")
        numbers = [str(cost.requests), f"{cost.transferred / 1000:.1f}", f"{cost.shifted:.3f}"]
        rows.append([f"{kind} `{path}`", *numbers, str(len(found)), str(len(checked[kind]))])
        problems += [f"{kind}: {line}" for line in (*found, *map(str, checked[kind]))]
        if cost.transferred > HEAVIEST or cost.shifted >= MOST_SHIFTED or cost.other_hosts:
            problems.append(f"{kind}: {cost}")
    return rows, problems


def violations(browser: Browser, address: str) -> list[str]:
    """Return what axe-core has against a page, in light and dark, on a wide screen and at 400 % zoom."""
    context = browser.new_context(viewport={"width": 1280, "height": 1024})
    page = context.new_page()
    page.goto(address)
    page.evaluate(axe.script())
    found = []
    for width, height in ((1280, 1024), (320, 256)):
        for scheme in ("light", "dark"):
            page.set_viewport_size({"width": width, "height": height})
            page.emulate_media(color_scheme=scheme)
            found += [f"{scheme}, {width} px: {line}" for line in axe.violations(page)]
    context.close()
    return found


def messages_by_kind(address: str, folder: Path) -> dict[str, list[nu.Message]]:
    """Return what the Nu HTML checker says of each kind of page."""
    folder.mkdir()
    for kind, path in KINDS.items():
        (folder / f"{kind}.html").write_bytes(fetched(f"{address}{path}"))
    found = nu.messages([folder])
    return {kind: [message for message in found if message.name == f"{kind}.html"] for kind in KINDS}


def fetched(address: str) -> bytes:
    """Return a page, be it one that says that there is none."""
    try:
        with urllib.request.urlopen(address) as answer:  # noqa: S310 (own address)
            return bytes(answer.read())
    except urllib.error.HTTPError as refused:
        return refused.read()


def versions_of(browser: Browser) -> list[tuple[str, str]]:
    """Return the programs that looked at the pages, with their versions."""
    page = browser.new_page()
    page.evaluate(axe.script())
    axe_version = str(page.evaluate("axe.version"))
    page.close()
    node = npm.version()
    return [
        ("Lighthouse", lighthouse.version()),
        ("Node.js", node),
        ("axe-core", axe_version),
        ("Nu HTML checker", nu.version()),
    ]


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table of Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


if __name__ == "__main__":
    sys.exit(main())
