"""A real Chromium on the site as it ships: migrated, loaded, published, and served as ``make run`` serves it.

The site is a process of its own with an SQLite file of its own, so nothing here touches the test database.
"""

from __future__ import annotations

import fcntl
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.watching import Watch
from tools import demo_site
from tools.demo_site import Site

DESKTOP = {"width": 1280, "height": 900}
PATIENCE_MS = 15_000

OpenPage = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder, so that it can be left out by ``-m "not browser"``."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def prepared_site(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Path:
    """Return a folder with the shipped knowledge base loaded, made once even where several workers run."""
    shared = tmp_path_factory.getbasetemp()
    if hasattr(request.config, "workerinput"):
        shared = shared.parent
    folder = shared / "prepared-site"
    with (shared / "prepared-site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = shared / "prepared-site.done"
        if not done.exists():
            demo_site.prepare(folder)
            done.touch()
    return folder


@pytest.fixture(scope="session")
def site(prepared_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """Return a site for reading; whoever writes takes `own_site`."""
    with demo_site.served(prepared_site, tmp_path_factory.mktemp("reading") / "site") as site:
        yield site
        assert_log_is_clean(site)


@pytest.fixture
def opened() -> Iterator[ExitStack]:
    """Close what the test opened in the browser."""
    with ExitStack() as stack:
        yield stack


@pytest.fixture
def own_site(prepared_site: Path, tmp_path: Path, opened: ExitStack) -> Iterator[Site]:
    """Return a site that only this test sees; its pages are closed before it ends, or they would miss it."""
    with demo_site.served(prepared_site, tmp_path / "site") as site:
        yield site
        opened.close()
        assert_log_is_clean(site)


def assert_log_is_clean(site: Site) -> None:
    """Fail where the server met an error that no reader may have noticed."""
    assert [line for line in site.log.splitlines() if "Traceback" in line or " ERROR " in line] == [], site.log


@pytest.fixture
def watch() -> Watch:
    """Return what this test's pages did wrong so far."""
    return Watch()


@pytest.fixture
def open_page(browser: Browser, watch: Watch, opened: ExitStack, request: pytest.FixtureRequest) -> Iterator[OpenPage]:
    """Return a function that opens a page in a context of its own: a new person, no cookies.

    Its options are Playwright's for a context, e.g. ``open_page(base_url=own_site.address)``; without an address the
    page is on `site`. The test fails at its end if any of its pages had an error, broke the content security policy
    or asked another machine; what a test brings about on purpose, it takes out with ``watch.expect``.
    """

    def open_one(**options: Any) -> Page:
        if "base_url" not in options:
            options["base_url"] = request.getfixturevalue("site").address
        context = browser.new_context(**{"viewport": DESKTOP, **options})
        opened.callback(context.close)
        context.set_default_timeout(PATIENCE_MS)
        watch.over(context)
        return context.new_page()

    yield open_one
    opened.close()
    assert watch.problems == []


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """Return a desktop reader's page; ``page.goto("/claims/")`` counts from the site's address."""
    return open_page()


@pytest.fixture
def no_js_page(open_page: OpenPage) -> Page:
    """Return a page whose reader has switched JavaScript off."""
    return open_page(java_script_enabled=False)
