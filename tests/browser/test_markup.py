"""The Nu HTML checker has nothing against any page, in whichever state, nor against the drawings and style sheets.

Colour schemes and zoom share one document, so each page is checked once.
"""

from __future__ import annotations

import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree

from playwright.sync_api import Page

from claims.views.try_examples import EXAMPLES
from tests.browser.conftest import OpenPage
from tests.browser.curation import signed_in
from tests.browser.test_every_page import LOCATION
from tools import nu
from tools.demo_site import Site
from tools.pages import ARTICLE, KINDS
from tools.serving import ROOT

# pages that show something else than one of each kind does
STATES = (
    "/claims/?verdict=no-such-verdict",
    "/claims/?q=%22sorenes%22&flagged=yes&sort=newest",
    "/articles/no-such-article/",
    "/sources/no-such-source/",
    *(f"/methodology/try/?{example.query}" for example in EXAMPLES),
    "/methodology/try/?text=&f1-value=many",
    "/claims/C34/report.html",
    f"{ARTICLE}report.html",
    "/claims/C34/badge.svg",
)
# of the admin, each page with a template of the project's own
CURATED = (
    "/admin/",
    "/admin/claims/claim/",
    "/admin/claims/claim/34/change/",
    "/admin/claims/claim/add/",
    "/admin/claims/claim/34/history/",
    "/admin/claims/claim/34/publish/",
    "/admin/claims/claim/34/withdraw/",
    "/admin/claims/claim/34/appraisals/",
    "/admin/claims/article/1/change/",
    "/admin/claims/article/1/history/",
    "/admin/sources/source/",
    "/admin/sources/source/1/change/",
    "/admin/sources/source/add/",
    "/admin/claims/topic/",
    "/admin/claims/omission/1/change/",
    "/admin/claims/publication/",
    "/admin/sources/event/",
)
# what the checker's own list of CSS does not know: var() for a share inside color-mix(), and a property of SVG
UNKNOWN_TO_THE_CHECKER = {
    "CSS: “background”: “var(--tint)” is not a “*invalid*” value.",
    "CSS: “fill”: “var(--tint)” is not a “*invalid*” value.",
    "CSS: “paint-order”: Property “paint-order” doesn't exist.",
}


def test_no_public_page_has_an_error_or_a_warning(site: Site, tmp_path: Path) -> None:
    site_map = ElementTree.fromstring(fetched(f"{site.address}/sitemap.xml"))
    all_pages = [element.text or "" for element in site_map.iter(LOCATION)]
    addresses = {*all_pages, *(f"{site.address}{path}" for path in (*KINDS.values(), *STATES))}
    assert len(addresses) > 200
    for address in sorted(addresses):
        keep(tmp_path, address.removeprefix(site.address), fetched(address))
    assert [str(message) for message in nu.messages([tmp_path])] == []


def test_no_page_of_the_admin_has_an_error(open_page: OpenPage, site: Site, tmp_path: Path) -> None:
    keep(tmp_path, "/admin/login/", fetched(f"{site.address}/admin/login/"))
    page = signed_in(open_page, site, "reviewer")
    for path in CURATED:
        keep(tmp_path, path, curated(page, path))
    # Django's own list of models has rows of unequal length, which is a warning
    assert [str(message) for message in nu.messages([tmp_path]) if message.kind == "error"] == []


def test_style_sheets_and_drawings_have_no_error() -> None:
    found = nu.messages([ROOT / "static" / "css", ROOT / "static" / "img"])
    assert [str(message) for message in found if message.text not in UNKNOWN_TO_THE_CHECKER] == []
    assert {message.text for message in found} == UNKNOWN_TO_THE_CHECKER


def test_what_is_wrong_with_a_page_is_found(tmp_path: Path) -> None:
    wrong = '<!doctype html><html lang="en"><title>Wrong</title><h1>Wrong</h1><p id="a"></p><p id="a"></p></html>'
    (tmp_path / "wrong.html").write_text(wrong, encoding="utf-8")
    assert [(message.name, message.kind, message.text) for message in nu.messages([tmp_path])] == [
        ("wrong.html", "error", "Duplicate ID “a”."),
        ("wrong.html", "warning", "The first occurrence of ID “a” was here."),
    ]


def fetched(address: str) -> bytes:
    """Return what the site answers, be it a page that says what is wrong with the address."""
    try:
        with urllib.request.urlopen(address) as answer:
            return bytes(answer.read())
    except urllib.error.HTTPError as refused:
        return refused.read()


def curated(page: Page, path: str) -> bytes:
    """Return a page of the admin as the curator who is signed in gets it."""
    answer = page.request.get(path)
    assert (answer.status, "/login/" in answer.url) == (200, False), path
    return answer.body()


def keep(folder: Path, path: str, content: bytes) -> None:
    """Write a page to a file that is named by its address."""
    ending = "svg" if path.endswith(".svg") else "html"
    (folder / f"{quote(path, safe='')[:200]}.{ending}").write_bytes(content)
