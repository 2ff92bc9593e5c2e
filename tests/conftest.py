"""What every test runs under: no network beyond this machine, no skipped test, one Hypothesis profile."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Generator, Iterator
from typing import TYPE_CHECKING, Any

import pytest
from django.db import connection
from django.test import TransactionTestCase
from hypothesis import settings as hypothesis_settings

from claims.models.triggers import create_triggers, drop_triggers
from tools import chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser

# The machine decides how long an example takes, so no deadline; the same examples on every run, so that a
# failure is one of the change at hand. `--hypothesis-profile=explore` looks for new ones.
hypothesis_settings.register_profile("suite", deadline=None, derandomize=True)
hypothesis_settings.register_profile("explore", deadline=None, max_examples=2000)
hypothesis_settings.load_profile("suite")

DATABASE_FIXTURES = frozenset({"db", "transactional_db", "live_server"})


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch by which `make test` repeats the database tests on PostgreSQL."""
    parser.addoption("--only-db", action="store_true", help="run only the tests that use the database")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With ``--only-db``, leave out the tests whose result cannot depend on the database."""
    if not config.getoption("--only-db"):
        return
    kept = [item for item in items if uses_database(item)]
    config.hook.pytest_deselected(items=[item for item in items if not uses_database(item)])
    items[:] = kept


def uses_database(item: pytest.Item) -> bool:
    """Tell whether the test is marked for the database or asks for one of its fixtures."""
    marked = item.get_closest_marker("django_db") is not None
    return marked or not DATABASE_FIXTURES.isdisjoint(getattr(item, "fixturenames", ()))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return one headless browser for the run: a worker cannot drive two at a time."""
    with chromium.launched() as browser:
        yield browser


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, Any, Any]:
    """Turn a skip into a failure: what a machine lacks for a test is installed, not passed over."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and no test of this project may be: {call.excinfo}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Generator[None, Any, Any]:
    """Turn the skip of a whole module into an error, for the same reason."""
    report = yield
    if report.outcome == "skipped":
        report.outcome = "failed"
        report.longrepr = f"{collector.nodeid} was skipped, and no test of this project may be: {report.longrepr}"
    return report


def is_this_machine(host: object) -> bool:
    """Tell whether a host as given to the socket module is this machine, without asking a name server."""
    name = host.decode() if isinstance(host, bytes) else host
    if name in (None, "", "localhost"):
        return True
    try:
        return ipaddress.ip_address(str(name)).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Refuse connections and name look-ups beyond this machine, so that no test leans on the network."""
    connect, connect_ex, getaddrinfo = socket.socket.connect, socket.socket.connect_ex, socket.getaddrinfo

    def check(family: int, address: Any) -> None:
        if family in (socket.AF_INET, socket.AF_INET6) and not is_this_machine(address[0]):
            raise AssertionError(f"a test tried to reach {address} over the network")

    def guarded_connect(self: socket.socket, address: Any) -> None:
        check(self.family, address)
        connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: Any) -> int:
        check(self.family, address)
        return connect_ex(self, address)

    def guarded_getaddrinfo(host: Any, *arguments: Any, **options: Any) -> Any:
        check(socket.AF_INET, (host,))
        return getaddrinfo(host, *arguments, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded_connect)
        patch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
        patch.setattr(socket, "getaddrinfo", guarded_getaddrinfo)
        yield


@pytest.fixture(autouse=True, scope="session")
def emptied_after_transactional_tests() -> Iterator[None]:
    """Let Django empty the database after a test that commits, which the triggers on publications would refuse."""
    empty = TransactionTestCase._fixture_teardown

    def empty_without_triggers(self: TransactionTestCase) -> None:
        drop_triggers(connection)
        try:
            empty(self)
        finally:
            create_triggers(connection)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", empty_without_triggers)
        yield
