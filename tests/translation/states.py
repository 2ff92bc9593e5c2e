"""Pages in a state that the shipped knowledge base has not: filled, refused, changed, withdrawn, answered, failed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import urlencode

from django.test import Client, RequestFactory
from django.urls import get_resolver, reverse

from claims.actions.problem_limit import LIMITS
from claims.grade.vocabulary import Verdict
from claims.grade.wording import SIZES
from claims.models import Problem
from claims.search.filters import SORTS
from claims.views.try_examples import EXAMPLES
from tests.claims.views.test_problems import mark
from tests.makers import make_problem
from tests.translation.changing import CHANGED, WITHDRAWN
from tests.translation.leaks import english_in
from tools.pages import ARTICLE, TYPED

REPORT = "/problems/report/"
#: Findings without a name or a source, one of them of some of the people only and one that cannot be right.
UNNAMED = {
    "text": "Щинк 40 %.",
    "f1-value": "20",
    "f1-unit": "%",
    "f1-subgroup": "on",
    "f2-ci_low": "9",
    "f2-ci_high": "5",
}
NOTHING_READ = {"text": "Щинк.", "certainty": "low"}
REFUSED = {
    "text": "",
    "size": "щ",
    "f1-value": "щ",
    "f1-ci_low": "1",
    "f2-figure": "9",
    "f3-arms": "щ | щ",
    "f4-p": "щ" * 41,
    "f7-value": "1",
}
NO_SUCH_FIGURE = {"text": "Щинк 40 %.", "f1-value": "1", "f1-figure": "9"}

#: The status that the answer has, and who asks for it.
Asked = tuple[int, Callable[[Client], Any]]


def at(address: str, status: int = 200) -> Asked:
    """Return a plain visit to an address."""
    return status, lambda browser: browser.get(address)


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """Return the words of plain Latin letters in texts."""
    return frozenset(word for text in texts for word in english_in(text, frozenset()))


def trying(fields: Mapping[str, str], status: int = 200) -> Asked:
    """Return a visit to the page that tries the rules on what these fields hold."""
    return at(f"{reverse('try')}?{urlencode(fields)}", status)


def report_that_is(state: str) -> Asked:
    """Return a visit to the page of a report in this state."""

    def visit(browser: Client) -> Any:
        return browser.get(reverse("problem", args=[Problem.objects.filter(state=state).latest("pk").reference]))

    return 200, visit


def sending(status: int, *, ago: float = 60, **fields: str) -> Asked:
    """Return that a report is sent from a form opened so many seconds ago; one that is kept leads to its page."""
    return status, lambda browser: browser.post(REPORT, {"opened": mark(ago=ago), **fields}, follow=True)


def report_too_often(browser: Client) -> Any:
    """Report more often than one sender may."""
    for _ in range(LIMITS[0].each):
        make_problem(address="198.51.100.1", message="щ")
    return browser.post(
        REPORT, {"opened": mark("P-3333-3333"), "kind": "other", "message": "щ"}, REMOTE_ADDR="198.51.100.1"
    )


def report_without_cookie(browser: Client) -> Any:
    """Send a report from a browser that keeps no cookies, and so not the token that tells where a form came from."""
    return Client(enforce_csrf_checks=True).post(REPORT, {"kind": "other", "message": "щ"})


def fail(browser: Client) -> Any:
    """Return what the site answers where its own code fails; nothing of the request stands on that page."""
    return get_resolver().resolve_error_handler(500)(RequestFactory().get("/"))


STATES: dict[str, Asked] = {
    **{f"try-example-{number}": trying(example.fields) for number, example in enumerate(EXAMPLES, 1)},
    "try-unnamed": trying(UNNAMED),
    "try-nothing-read": trying(NOTHING_READ),
    "try-refused": trying(REFUSED, 400),
    "try-no-such-figure": trying(NO_SUCH_FIGURE, 400),
    "claim-changed": at(f"/claims/C{CHANGED}/"),
    "version-changed": at(f"/claims/C{CHANGED}/v1/"),
    "change-log-changed": at(f"/claims/C{CHANGED}/changes/"),
    "embed-changed": at(f"/claims/C{CHANGED}/embed/"),
    "no-such-version": at(f"/claims/C{CHANGED}/v9/", 404),
    "claim-withdrawn": at(f"/claims/C{WITHDRAWN}/"),
    "version-withdrawn": at(f"/claims/C{WITHDRAWN}/v1/"),
    "change-log-withdrawn": at(f"/claims/C{WITHDRAWN}/changes/"),
    "embed-withdrawn": at(f"/claims/C{WITHDRAWN}/embed/"),
    "preview-withdrawn": at(f"/claims/C{WITHDRAWN}/preview.png", 404),
    "no-such-topic": at("/topics/щ/", 404),
    "no-such-article": at("/articles/x1/", 404),
    "no-such-source": at("/sources/x1/", 404),
    "no-such-instrument": at("/methodology/x1/", 404),
    "no-such-report": at("/problems/P-9999-9999/", 404),
    "no-such-address": at("/x1/", 404),
    "claims-refused": at("/claims/?verdict=x1&sort=x1&after=x1"),
    "report-sent": sending(200, kind="other", message="щ", page=f"/claims/C{CHANGED}/", version="2"),
    "report-refused": sending(400, ago=1, kind="x1", link="щ", email="щ", website="щ", message="щ" * 4001),
    "report-empty": sending(400, ago=25 * 3600),
    "report-unsigned": sending(400, opened="x1", kind="other", message="щ"),
    "report-too-often": (429, report_too_often),
    "report-without-cookie": (403, report_without_cookie),
    "report-waiting": report_that_is("open"),
    "report-corrected": report_that_is("corrected"),
    "report-unchanged": report_that_is("unchanged"),
    "failed": (500, fail),
}
#: What other programs show: pictures and feeds, which are no pages.
TAKEN_ALONG = {
    "badge": f"/claims/C{CHANGED}/badge.svg",
    "badge-withdrawn": f"/claims/C{WITHDRAWN}/badge.svg",
    "feed": "/feeds/changes.atom",
    "article-feed": f"{ARTICLE}changes.atom",
}
#: Words in Latin letters that are nobody's to translate on one page: what the reader typed, and codes of addresses.
GIVEN: dict[str, frozenset[str]] = {
    **{f"try-example-{number}": words_of(example.fields.values()) for number, example in enumerate(EXAMPLES, 1)},
    "try-filled": words_of(TYPED.values()),
    "try-refused": words_of(SIZES),
    "claims-refused": words_of([*Verdict, *SORTS]),
}
#: Pages that say little, and how many texts at least.
SHORT = {"failed": 4, "embed-withdrawn": 3}
