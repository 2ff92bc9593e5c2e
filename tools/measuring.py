"""What a first visit of a page transfers, and how far its layout shifts, as Chromium counts it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

#: Sums up layout shifts (Layout Instability, W3C draft) that no input brought about.
WATCH_SHIFTS = """window.shifted = 0;
new PerformanceObserver(list => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({type: 'layout-shift', buffered: true});"""
#: Goes down the page a screen at a time, as a reader does, and waits for what that draws.
READ_TO_THE_END = """async () => {
    const drawn = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
    for (let top = 0; top < document.documentElement.scrollHeight; top += innerHeight) {
        scrollTo({top, behavior: 'instant'});
        await drawn();
    }
    await document.fonts.ready;
    await drawn();
}"""
TRANSFERRED = """() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
    .map(entry => [entry.name, entry.transferSize])"""


@dataclass(frozen=True)
class Visit:
    """A first visit: bytes transferred with headers, how many requests, other hosts asked, and the sum of shifts."""

    transferred: int
    requests: int
    other_hosts: tuple[str, ...]
    shifted: float


def visit(browser: Browser, address: str, *, width: int = 1280) -> Visit:
    """Open a page with an empty cache, read it to its end, and return what it cost. ``width`` is in CSS pixels."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.add_init_script(WATCH_SHIFTS)
    page.goto(address, wait_until="networkidle")
    page.evaluate(READ_TO_THE_END)
    entries = page.evaluate(TRANSFERRED)
    shifted = float(page.evaluate("window.shifted"))
    context.close()
    own = urlsplit(address).netloc
    return Visit(
        transferred=sum(int(transferred) for _, transferred in entries),
        requests=len(entries),
        other_hosts=tuple(sorted({urlsplit(name).netloc for name, _ in entries} - {own})),
        shifted=shifted,
    )
