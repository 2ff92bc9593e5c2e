"""A reader reports a problem from any page without an account; the form keeps what it promises and nothing else."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape
from io import BytesIO
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.core.signing import TimestampSigner, b62_encode
from django.test import Client
from django.utils import timezone

from claims.actions import resolve_problem, revise_claim
from claims.actions.problem_limit import LIMITS
from claims.forms import problem as forms
from claims.forms.problem import ProblemForm, address_of, opened
from claims.models import Problem, ReportCount
from claims.views.problem_subject import Subject, path_of, subject_of
from claims.views.problems import sender_of
from maglyc.pagestore import PageStore
from tests.claims.views.addresses import is_page, public_responses
from tests.claims.views.reading import Structure, plain, shown
from tests.makers import (
    make_claim,
    make_curator,
    make_omission,
    make_problem,
    make_published_article,
    make_published_claim,
    publish,
)

pytestmark = pytest.mark.django_db

FORM = "/problems/report/"
MESSAGE = "The trial found 20 per cent."


def mark(reference: str = "P-2222-2222", *, ago: float = 60.0) -> str:
    """Return the mark of a form opened this many seconds ago."""
    signer = TimestampSigner(salt=forms.SIGNER.salt)
    signer.timestamp = lambda: _stamp(ago)  # type: ignore[method-assign]
    return signer.sign(reference)


def _stamp(ago: float) -> str:
    return b62_encode(int(timezone.now().timestamp() - ago))


def send(client: Client, *, ago: float = 60.0, **fields: str) -> Any:
    """Send a whole report with these fields changed, from a form opened this many seconds ago."""
    given = {"kind": "wrong_figure", "message": MESSAGE, "opened": mark(ago=ago), "page": "/", **fields}
    return client.post(FORM, given)


def told(response: Any) -> str:
    return plain(response.content.decode())


def links_to_form(response: Any) -> list[str]:
    """Return the addresses of the form that a page links to."""
    links = Structure(response.content.decode()).values("href")
    return [unescape(link) for link in links if link.startswith(FORM)]


def test_every_page_links_to_the_form_and_says_which_page_it_is(client: Client) -> None:
    claim = make_published_claim()
    make_omission(claims=[claim])
    make_published_article()
    pages = {address: response for address, response in public_responses(client).items() if is_page(response)}
    pages["/nothing/here/"] = client.get("/nothing/here/")

    lacking = [address for address, response in pages.items() if links_to_form(response) == []]

    assert lacking == ["/claims/C1/embed/"], "the panel for other sites links to the claim instead"
    assert set(links_to_form(pages["/corrections/"])) == {f"{FORM}?page=%2Fcorrections%2F"}
    assert links_to_form(pages["/maps/"]) == [f"{FORM}?page=%2Fmaps%2F"]
    assert links_to_form(pages["/nothing/here/"]) == [f"{FORM}?page=%2Fnothing%2Fhere%2F"]
    assert links_to_form(pages["/claims/C1/"])[-1] == f"{FORM}?page=%2Fclaims%2FC1%2F&version=1"
    assert links_to_form(pages["/claims/C1/v1/"])[-1] == f"{FORM}?page=%2Fclaims%2FC1%2Fv1%2F&version=1"


def test_a_claim_offers_the_form_beside_itself_and_each_row_of_evidence(client: Client) -> None:
    make_published_claim()
    links = links_to_form(client.get("/claims/C1/"))
    about_claim = f"{FORM}?page=%2Fclaims%2FC1%2F&version=1"
    assert links == [about_claim, f"{about_claim}&source=Berg2019", about_claim]
    assert "Report a problem with the evidence from Berg & Olsen 2019" in shown(client, "/claims/C1/")


def test_no_page_but_the_form_sets_a_cookie(client: Client) -> None:
    claim = make_published_claim()
    make_omission(claims=[claim])
    make_published_article()

    setting = {address for address, response in public_responses(client).items() if response.cookies}

    assert {address.partition("?")[0] for address in setting} == {FORM}
    assert Client().get(f"/problems/{make_problem().reference}/").cookies == {}


def test_the_cookie_lasts_no_longer_than_the_browser_is_open(client: Client) -> None:
    cookie = client.get(FORM).cookies["csrftoken"]
    assert (cookie["max-age"], cookie["expires"]) == ("", "")
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


def test_neither_page_is_kept_or_listed(client: Client) -> None:
    reference = make_problem().reference
    for address in (FORM, f"/problems/{reference}/"):
        response = client.get(address)
        assert (response["Cache-Control"], response["X-Robots-Tag"]) == ("no-store", "noindex"), address
        assert '<meta name="robots" content="noindex">' in response.content.decode(), address
        assert address not in client.get("/sitemap.xml").content.decode()


def test_the_page_store_keeps_neither_the_form_nor_its_cookie() -> None:
    store = PageStore(WSGIHandler(), lambda: 1)
    cookies = []
    for _ in range(2):
        answer: list[Any] = []
        environ = {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": FORM,
            "QUERY_STRING": "page=/",
            "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "8000",
            "HTTP_HOST": "127.0.0.1:8000",
            "wsgi.url_scheme": "http",
            "wsgi.input": BytesIO(),
        }
        store(environ, lambda *given, answer=answer: answer.extend(given))
        cookies.append(dict(answer[1])["Set-Cookie"])

    assert store.pages == {}
    assert cookies[0] != cookies[1]


@pytest.mark.parametrize(
    ("description", "query", "expected"),
    [
        ("a page without a claim", "page=/corrections/", ["Page /corrections/"]),
        ("a claim", "page=/claims/C1/&version=1", ["Claim C1, version 1: Zinc lozenges shorten a cold by up to 33%."]),
        ("a claim whose version is not said", "page=/claims/C1/", ["Claim C1, version 2: Zinc helps."]),
        ("a version that never was", "page=/claims/C1/&version=9", ["Claim C1, version 2"]),
        ("an old version's own page", "page=/claims/C1/v1/", ["Claim C1, version 1"]),
        ("a row of evidence", "page=/claims/C1/&version=1&source=Berg2019", ["Evidence from Berg &amp; Olsen 2019"]),
        ("no page", "", ["Page not known; name it in your message"]),
        ("another site", "page=https://example.org/", ["Page not known"]),
        ("another site without its scheme", "page=//example.org/", ["Page not known"]),
    ],
)
def test_the_form_says_what_it_is_about(client: Client, description: str, query: str, expected: list[str]) -> None:
    claim = make_published_claim()
    publish(revise_claim(claim=claim, user=make_curator(), statement="Zinc helps."))
    text = shown(client, f"{FORM}?{query}")
    for words in expected:
        assert unescape(words) in text


@pytest.mark.parametrize(
    ("description", "given", "expected"),
    [
        ("a source that is not cited", {"page": "/claims/C1/", "source": "Nobody2000"}, ""),
        ("markup", {"page": "/claims/C1/", "source": "<b>"}, ""),
        ("a source of the claim", {"page": "/claims/C1/", "source": "Berg2019"}, "Berg2019"),
    ],
)
def test_only_what_the_claim_cites_is_named(description: str, given: dict[str, str], expected: str) -> None:
    make_published_claim()
    assert subject_of(given).citekey == expected


def test_a_draft_is_not_given_away() -> None:
    make_claim(statement="A secret.")
    assert subject_of({"page": "/claims/C1/", "version": "1"}) == Subject("/claims/C1/")


@pytest.mark.parametrize("text", ["claims", "//x/", "http://x/", "/a\nb", "/" + "a" * 300, "http://[", "\\\\x", ""])
def test_what_is_no_page_of_this_site_is_no_page(text: str) -> None:
    assert path_of(text) == ""


def test_a_report_is_kept_and_its_code_given(client: Client) -> None:
    claim = make_published_claim()

    response = send(
        client,
        page="/claims/C1/",
        version="1",
        source="Berg2019",
        link="PMID: 123",
        email="eva@example.org",
        opened=mark("P-7K3M-9QX2"),
    )

    assert (response.status_code, response["Location"]) == (302, "/problems/P-7K3M-9QX2/")
    kept = Problem.objects.get()
    assert (kept.kind, kept.message, kept.claim, kept.version, kept.citekey, kept.page, kept.email, kept.link) == (
        "wrong_figure",
        MESSAGE,
        claim,
        1,
        "Berg2019",
        "/claims/C1/",
        "eva@example.org",
        "https://pubmed.ncbi.nlm.nih.gov/123/",
    )


def test_the_reader_is_thanked_and_told_what_comes_next(client: Client) -> None:
    make_published_claim()
    text = told(client.get(send(client, page="/claims/C1/")["Location"]))
    for words in ("Thank you for your report", "P-2222-2222", "Waiting .", "C1, version 1", "What happens next"):
        assert words in text
    assert MESSAGE not in text


def test_the_answer_stands_under_the_code(client: Client) -> None:
    problem = make_problem(email="eva@example.org", message="My secret")
    resolve_problem(problem=problem, user=make_curator(), outcome="unchanged", note="The trial <b>does</b> say 33.")
    text = shown(client, f"/problems/{problem.reference}/")
    assert "Your report was answered" in text
    assert "The trial <b>does</b> say 33." in text
    assert "What happens next" not in text
    assert not re.search("eva@|My secret|ada", text)


def test_an_unknown_code_is_not_found(client: Client) -> None:
    response = client.get("/problems/P-9999-9999/")
    assert response.status_code == 404
    assert "There is no report with the code P-9999-9999." in told(response)


def test_pressing_twice_sends_one_report(client: Client) -> None:
    assert send(client)["Location"] == send(client)["Location"]
    assert Problem.objects.count() == 1


#: What is wrong, the fields as sent, what the reader is told.
REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("no kind", {"kind": ""}, "Choose what kind of problem it is; “something else” will do."),
    ("an unknown kind", {"kind": "boredom"}, "“boredom” is not in the list; choose one of the kinds shown."),
    ("no message", {"message": " \r\n"}, "Nothing was typed here; say what is wrong."),
    ("a message that is too long", {"message": "x" * 4001}, "4001 characters were typed; at most 4000 fit."),
    ("no e-mail address", {"email": "eva"}, "This is not an e-mail address; expected one such as name@example.org."),
    ("no source", {"link": "see my blog"}, "“see my blog” cannot be read; expected a DOI such as 10.1000/182"),
    ("a script as a link", {"link": "javascript:alert(1)"}, "“javascript:alert(1)” cannot be read"),
    ("a link that is too long once encoded", {"link": "10.1000/" + "ü" * 300}, "This address is too long to be kept"),
    ("a field for programs filled in", {"website": "http://spam.example"}, "empty it and send again"),
    ("sent at once", {"ago": 0}, "That was faster than a person can type."),
    ("sent after two days", {"ago": 2 * 24 * 3600}, "This form was open for more than a day."),
    ("not from this form", {"opened": "P-2222-2222:x:y"}, "The form came back incomplete."),
    ("without the mark", {"opened": ""}, "The form came back incomplete."),
    ("NUL in the message", {"message": "a\0b"}, "Null characters are not allowed."),
]


@pytest.mark.parametrize(("description", "fields", "said"), REFUSED, ids=[row[0] for row in REFUSED])
def test_what_cannot_be_kept_is_said_and_nothing_is_lost(
    client: Client, description: str, fields: dict[str, Any], said: str
) -> None:
    response = send(client, **{"message": MESSAGE, "email": "eva@example.org", **fields})

    assert response.status_code == 400
    assert said in told(response)
    assert "Your report was not sent" in told(response)
    structure = Structure(response.content.decode())
    assert (structure.unbalanced, structure.open) == ([], [])
    assert all(name in structure.values("id") for name in structure.values("aria-describedby")[0].split())
    if "message" not in fields:
        assert MESSAGE in response.content.decode()
    assert (Problem.objects.count(), ReportCount.objects.count()) == (0, 0)


def test_a_hasty_form_can_be_sent_a_moment_later(client: Client) -> None:
    """The form shown again has the mark it came with, so the time it was open counts on."""
    hasty = mark(ago=0)
    [again] = re.findall('name="opened" value="([^"]*)"', send(client, opened=hasty).content.decode())
    assert again == hasty


def test_a_stale_form_gets_a_new_mark(client: Client) -> None:
    stale = mark(ago=2 * 24 * 3600)
    [again] = re.findall('name="opened" value="([^"]*)"', send(client, opened=stale).content.decode())
    assert again != stale
    assert (
        ProblemForm({"kind": "other", "message": MESSAGE, "opened": again}).errors.as_data()["opened"][0].code == "fast"
    )


def test_the_mark_of_a_form_is_its_reference() -> None:
    assert forms.SIGNER.unsign(opened("P-2222-2222"), max_age=timedelta(minutes=1)) == "P-2222-2222"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("10.1000/182", "https://doi.org/10.1000/182"),
        (" doi:10.1000/182 ", "https://doi.org/10.1000/182"),
        ("https://doi.org/10.1000/182", "https://doi.org/10.1000/182"),
        ("31234567", "https://pubmed.ncbi.nlm.nih.gov/31234567/"),
        ("PMID: 31234567", "https://pubmed.ncbi.nlm.nih.gov/31234567/"),
        ("pmc123", "https://pmc.ncbi.nlm.nih.gov/articles/PMC123/"),
        ("https://example.org/a?b=c", "https://example.org/a?b=c"),
    ],
)
def test_a_source_is_read_as_a_reader_pastes_it(text: str, address: str) -> None:
    assert address_of(text) == address


def test_a_flood_is_stopped_with_the_time_to_come_back(client: Client) -> None:
    for number in range(LIMITS[0].each):
        assert send(client, message=f"Problem {number}").status_code == 302

    response = send(client, message="One <too> many", email="eva@example.org")

    assert response.status_code == 429
    assert 0 < int(response["Retry-After"]) <= 3600
    minutes = -(-int(response["Retry-After"]) // 60)
    assert re.search(rf"Please send it again in {minutes} minutes?, after \d\d:00 UTC\.", told(response))
    assert "One &lt;too&gt; many" in response.content.decode()
    assert Problem.objects.count() == LIMITS[0].each


@pytest.mark.parametrize(
    ("description", "trusted", "headers", "expected"),
    [
        ("straight", None, {}, "127.0.0.1"),
        ("a header that anybody can send", None, {"x-forwarded-for": "192.0.2.1"}, "127.0.0.1"),
        ("behind a proxy", ("a", "b"), {"x-forwarded-for": "192.0.2.1"}, "192.0.2.1"),
        ("made up before the proxy", ("a", "b"), {"x-forwarded-for": "10.9.9.9, 192.0.2.1"}, "192.0.2.1"),
        ("a proxy that names nobody", ("a", "b"), {}, "127.0.0.1"),
    ],
)
def test_who_sends_is_told_by_the_proxy_that_is_trusted(
    rf: Any, settings: Any, description: str, trusted: Any, headers: dict[str, str], expected: str
) -> None:
    settings.SECURE_PROXY_SSL_HEADER = trusted
    assert sender_of(rf.post(FORM, headers=headers)) == expected


def test_a_report_from_elsewhere_is_refused_and_the_reader_told_why() -> None:
    client = Client(enforce_csrf_checks=True)
    response = send(client)
    assert response.status_code == 403
    assert "Not sent This site could not tell that the form came from one of its own pages." in told(response)
    assert "The form needs one cookie while it is open." in told(response)
    assert Problem.objects.count() == 0


def test_the_form_itself_passes_the_check() -> None:
    client = Client(enforce_csrf_checks=True)
    html = client.get(FORM).content.decode()
    [token] = re.findall('name="csrfmiddlewaretoken" value="([^"]*)"', html)
    assert send(client, csrfmiddlewaretoken=token).status_code == 302


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_other_methods_are_refused(client: Client, method: str) -> None:
    assert getattr(client, method)(FORM).status_code == 405
    assert client.post(f"/problems/{make_problem().reference}/").status_code == 405


@pytest.mark.parametrize(("query", "queries"), [("", 0), ("page=/", 0), ("page=/claims/C1/&version=1", 1)])
def test_opening_the_form_asks_little(client: Client, query: str, queries: int, django_assert_num_queries: Any) -> None:
    make_published_claim()
    with django_assert_num_queries(queries):
        client.get(f"{FORM}?{query}")
