"""Sources with their notices, articles with their texts and omissions, topics, publications."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from claims.grade.vocabulary import Design
from claims.models import Article, Claim, Omission, Topic
from sources.models import Event, Notice, Source
from tests.claims.admin.pages import messages_of, read_form, save
from tests.makers import (
    make_article,
    make_claim,
    make_notice,
    make_omission,
    make_published_article,
    make_published_claim,
    make_source,
)

pytestmark = pytest.mark.django_db

NOTICE = {
    "notices-0-kind": "retraction",
    "notices-0-date": "2024-05-01",
    "notices-0-reason": "The data could not be found.",
}


def source_page(source: Source) -> str:
    return f"/admin/sources/source/{source.pk}/change/"


def test_a_notice_names_the_claims_to_look_at_again(ada: Client) -> None:
    claim = make_published_claim()
    source = claim.evidence.get().source
    said = messages_of(save(ada, source_page(source), "source_form", **NOTICE))
    link = f'<a href="/admin/claims/claim/{claim.pk}/change/">C1</a>'
    assert said[0] == f"The notice is recorded. Look again at {link}: they rest on Berg2019."
    assert Notice.objects.get().history.get().history_user.get_username() == "ada"
    assert Event.objects.filter(verb="record_notice", who__username="ada").count() == 1


def test_a_notice_without_claims_says_so(ada: Client) -> None:
    said = messages_of(save(ada, source_page(make_source()), "source_form", **NOTICE))
    assert said[0] == "The notice is recorded. No claim rests on Berg2019."


def test_a_notice_that_is_recorded_stays_as_it_is(ada: Client) -> None:
    source = make_source()
    make_notice(source)
    fields = read_form(ada, source_page(source), "source_form")
    assert [name for name in fields if name.startswith("notices-0-") and name.endswith(("kind", "date"))] == []
    save(ada, source_page(source), "source_form", **{"notices-0-kind": "correction", "notices-0-DELETE": "on"})
    assert Notice.objects.get().kind == "retraction"


def test_the_same_notice_twice_is_refused(ada: Client) -> None:
    source = make_source()
    make_notice(source)
    again = {name.replace("-0-", "-1-"): value for name, value in NOTICE.items()}
    response = save(ada, source_page(source), "source_form", title="Half saved?", **again)
    assert "Two rows have the same kind and date" in response.content.decode()
    assert Notice.objects.count() == 1
    assert Source.objects.get().title != "Half saved?"


def test_a_source_is_added_with_lists_as_lines(ada: Client) -> None:
    fields = {
        "citekey": "WHO2020",
        "title": "A report",
        "authors": "Berg, Eva\n{World Health Organization}",
        "issued": "2020-04",
        "warnings": "No page numbers.\nOnly the summary was read.",
    }
    save(ada, "/admin/sources/source/add/", "source_form", **fields)
    source = Source.objects.get()
    assert source.authors == [{"family": "Berg", "given": "Eva"}, {"literal": "World Health Organization"}]
    assert (source.issued, source.warnings) == ([2020, 4], ["No page numbers.", "Only the summary was read."])
    shown = read_form(ada, source_page(source), "source_form")
    assert {name: shown[name] for name in ("authors", "issued", "warnings")} == {
        name: fields[name] for name in ("authors", "issued", "warnings")
    }


def test_what_a_name_holds_beyond_its_line_is_kept(ada: Client) -> None:
    berg = {"family": "Berg", "given": "Eva", "suffix": "Jr."}
    source = make_source(authors=[berg])
    save(ada, source_page(source), "source_form", authors="Olsen, Nils\nBerg, Eva")
    source.refresh_from_db()
    assert source.authors == [{"family": "Olsen", "given": "Nils"}, berg]


def test_a_malformed_doi_is_said_in_words(ada: Client) -> None:
    source = make_source()
    response = save(ada, source_page(source), "source_form", doi="doi:10/abc")
    assert "A DOI looks like 10.1234/abc" in response.content.decode()


def test_pasted_addresses_are_kept_as_identifiers(ada: Client) -> None:
    source = make_source()
    pasted = {"doi": "https://doi.org/10.1000/abc(1)x", "pmid": "https://pubmed.ncbi.nlm.nih.gov/22692110/"}
    save(ada, source_page(source), "source_form", **pasted)
    source.refresh_from_db()
    assert (source.doi, source.pmid) == ("10.1000/abc(1)x", "22692110")


@pytest.mark.parametrize(
    ("name", "typed", "said"),
    [
        (
            "design",
            "banana",
            f"“banana” is no design of the vocabulary; expected {', '.join(Design)}, or nothing.",
        ),
        ("n", "0", "Participants: expected a whole number above 0; leave it empty where it is not known."),
    ],
)
def test_a_source_is_refused_with_reasons(ada: Client, name: str, typed: str, said: str) -> None:
    source = make_source()
    response = save(ada, source_page(source), "source_form", **{name: typed})
    assert response.context["adminform"].form.errors == {name: [said]}
    source.refresh_from_db()
    assert (source.design, source.n) == ("rct-parallel", 120)


def test_a_design_from_elsewhere_is_shown_and_wants_another(ada: Client) -> None:
    source = make_source(design="banana")
    assert read_form(ada, source_page(source), "source_form")["design"] == "banana"
    save(ada, source_page(source), "source_form", design="")
    source.refresh_from_db()
    assert source.design == ""


def test_the_page_lists_the_claims_that_rest_on_a_source(ada: Client) -> None:
    claim = make_claim()
    page = ada.get(source_page(claim.evidence.get().source)).content.decode()
    assert f'<a href="/admin/claims/claim/{claim.pk}/change/">C1</a>' in page


@pytest.mark.parametrize("item_count", [1, 3])
@pytest.mark.parametrize(
    ("path", "queries"),
    [
        ("sources/source", 7),
        ("sources/event", 7),
        ("claims/article", 6),
        ("claims/omission", 7),
        ("claims/topic", 6),
        ("claims/publication", 6),
    ],
)
def test_lists_need_the_same_queries_for_any_number(
    ada: Client, path: str, queries: int, item_count: int, django_assert_num_queries: Any
) -> None:
    for place in range(item_count):
        article = make_article(f"article-{place}")
        make_omission(article)
        make_published_claim(topics=[f"topic {place}"], article=article)
    with django_assert_num_queries(queries):
        ada.get(f"/admin/{path}/")


def article_page(article: Article) -> str:
    return f"/admin/claims/article/{article.pk}/change/"


def test_a_new_text_is_a_new_version_and_the_old_one_stays(ada: Client) -> None:
    article = make_article()
    first = article.current_version
    save(ada, article_page(article), "article_form", new_text="# Zinc\n\nOther words.")
    assert [version.number for version in article.versions.all()] == [1, 2]
    assert article.versions.get(number=2).text == "# Zinc\n\nOther words.\n"
    assert article.versions.get(number=1).text == first.text
    assert [name for name in read_form(ada, article_page(article), "article_form") if name.endswith("-text")] == []


def test_an_article_is_added_with_its_first_text(ada: Client) -> None:
    fields = {"title": "Zinc", "slug": "zinc", "language": "en", "new_text": "# Zinc\n\nWords."}
    save(ada, "/admin/claims/article/add/", "article_form", **fields)
    assert Article.objects.get().versions.get().text == "# Zinc\n\nWords.\n"


def test_an_article_is_published_by_its_button(ada: Client, reader: Client) -> None:
    article = make_article()
    url = f"/admin/claims/article/{article.pk}/publish/"
    assert reader.post(url).status_code == 403
    assert ada.get(url).status_code == 405
    assert messages_of(ada.post(url, follow=True)) == ["A1v1 is public now."]
    again = messages_of(ada.post(url, follow=True))
    assert again == ["A1 was not published. Nothing has changed since A1 version 1."]
    assert f'href="/articles/{article.slug}/"' in ada.get(article_page(article)).content.decode()


def test_links_of_an_omission_keep_their_order(ada: Client) -> None:
    article = make_article()
    claims, sources = [make_claim(), make_claim()], [make_source("A1"), make_source("B2")]
    fields = {
        "article": str(article.pk),
        "statement": "Zinc can cause nausea.",
        "why_it_matters": "It may be worse than the cold.",
        "position": "1",
        "claim_links-TOTAL_FORMS": "2",
        "source_links-TOTAL_FORMS": "2",
    }
    for place in (0, 1):
        fields[f"claim_links-{place}-claim"] = str(claims[place].pk)
        fields[f"claim_links-{place}-position"] = str(2 - place)
        fields[f"source_links-{place}-source"] = str(sources[place].pk)
        fields[f"source_links-{place}-position"] = str(place + 1)
    save(ada, "/admin/claims/omission/add/", "omission_form", **fields)
    omission = article.omissions.get()
    assert omission.key == "zinc-can-cause-nausea"
    assert [link.claim.name for link in omission.claim_links.all()] == ["C2", "C1"]
    assert [link.source.citekey for link in omission.source_links.all()] == ["A1", "B2"]
    url = f"/admin/claims/omission/{omission.pk}/change/"
    save(ada, url, "omission_form", **{"claim_links-0-DELETE": "on"})
    assert [link.claim.name for link in omission.claim_links.all()] == ["C1"]
    assert [link.source.citekey for link in omission.source_links.all()] == ["A1", "B2"]


def test_a_topic_is_made_once(ada: Client) -> None:
    save(ada, "/admin/claims/topic/add/", "topic_form", name="zinc")
    response = save(ada, "/admin/claims/topic/add/", "topic_form", name="zinc")
    assert "already exists" in response.content.decode()
    assert Topic.objects.count() == 1


@pytest.mark.parametrize("model", [Article, Omission, Source, Claim], ids=lambda model: model.__name__)
def test_every_history_page_opens(ada: Client, model: Any) -> None:
    make_published_article()
    make_omission(claims=[make_claim()], sources=[make_source("X1")])
    row = model.objects.first()
    page = ada.get(f"/admin/{model._meta.app_label}/{model._meta.model_name}/{row.pk}/history/")
    assert page.status_code == 200
    assert "added" in page.content.decode()


def test_the_site_calls_itself_by_its_name(ada: Client) -> None:
    page = ada.get("/admin/").content.decode()
    assert "maglyc curation" in page
    assert "/admin/taggit/" not in page
