"""A real Chromium for tests: one browser for the run, a fresh page for each test, nothing but this machine in reach."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.conftest import is_this_machine

NAMES = ("chromium", "chromium-browser", "google-chrome")
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
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
PATIENCE_MS = 10_000

OpenPage = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder, so that it can be left out by ``-m "not browser"``."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


def chromium() -> str:
    """Return the browser's program. Raises FileNotFoundError if there is none."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not found:
        raise FileNotFoundError("No Chromium is installed. To get it on Debian: apt-get install chromium")
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return one headless browser for the run."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(ARGUMENTS))
        yield browser
        browser.close()


class Watch:
    """What went wrong in a page without anybody asking: errors of scripts, refused resources, outside addresses."""

    def __init__(self) -> None:
        self.problems: list[str] = []

    def over(self, context: BrowserContext) -> None:
        """Note the problems of every page of the context, and let no request leave this machine."""
        context.route("**/*", self.keep_inside)
        context.on("weberror", lambda error: self.problems.append(f"script error: {error.error}"))
        context.on("console", lambda message: self.note(message.type, message.text))

    def keep_inside(self, route: Route) -> None:
        """Stop a request to another machine and note it."""
        host = route.request.url.split("/")[2].rpartition("@")[2]
        if is_this_machine(host.rsplit(":", 1)[0].strip("[]")):
            route.continue_()
        else:
            self.problems.append(f"request to another machine: {route.request.url}")
            route.abort()

    def note(self, kind: str, text: str) -> None:
        """Keep what the console says about the content security policy."""
        if kind == "error" and "Content Security Policy" in text:
            self.problems.append(text)


@pytest.fixture
def open_page(browser: Browser, live_server: LiveServer) -> Iterator[OpenPage]:
    """Return a function that opens a page in a context of its own (a new reader, no cookies) on the running site.

    Its options are Playwright's for a context, e.g. ``open_page(viewport=PHONE, java_script_enabled=False)``.
    The test fails at its end if any of its pages had a script error, broke the content security policy or asked
    another machine; a test that expects one takes it out of ``page.context.watch.problems``.
    """
    watch = Watch()
    with ExitStack() as opened:

        def open_one(**options: Any) -> Page:
            context = browser.new_context(**{"base_url": live_server.url, "viewport": DESKTOP, **options})
            opened.callback(context.close)
            context.set_default_timeout(PATIENCE_MS)
            watch.over(context)
            context.watch = watch  # type: ignore[attr-defined]
            return context.new_page()

        yield open_one
    assert watch.problems == []


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """Return a desktop reader's page; ``page.goto("/claims/")`` counts from the site's address."""
    return open_page()


@pytest.fixture
def phone_page(open_page: OpenPage) -> Page:
    """Return a page as wide as a phone, with touch."""
    return open_page(viewport=PHONE, has_touch=True, is_mobile=True)


@pytest.fixture
def no_js_page(open_page: OpenPage) -> Page:
    """Return a page whose reader has switched JavaScript off."""
    return open_page(java_script_enabled=False)
