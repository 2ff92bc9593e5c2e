"""The addresses of the public pages. Public names never change, so neither do these."""

from __future__ import annotations

from django.urls import include, path, register_converter

from claims.views import (
    articles,
    change_log,
    claim,
    claim_list,
    corrections,
    data,
    glossary,
    home,
    machines,
    maps,
    methodology,
    sources,
    suggestions,
    topics,
    try_rules,
)


class ClaimNumber:
    """The public name of a claim in an address: ``C12``; a view gets the number."""

    regex = "C[1-9][0-9]{0,8}"

    def to_python(self, value: str) -> int:
        return int(value[1:])

    def to_url(self, value: int | str) -> str:
        return value if isinstance(value, str) else f"C{value}"


register_converter(ClaimNumber, "claim")

urlpatterns = [
    path("", include("claims.report_urls")),
    path("", include("claims.sharing_urls")),
    path("", include("claims.problem_urls")),
    path("", home.home, name="home"),
    path("articles/", articles.article_list, name="articles"),
    path("articles/<slug:slug>/", articles.article, name="article"),
    path("claims/", claim_list.claim_list, name="claims"),
    path("claims/<claim:number>/", claim.claim, name="claim"),
    path("claims/<claim:number>/changes/", change_log.change_log, name="change-log"),
    path("claims/<claim:number>/v<int:version>/", claim.claim_version, name="claim-version"),
    path("search/suggest/", suggestions.suggest, name="suggest"),
    path("sources/", sources.source_list, name="sources"),
    path("sources/<slug:citekey>/", sources.source, name="source"),
    path("topics/", topics.topic_list, name="topics"),
    path("topics/<path:tag>/", topics.topic, name="topic"),
    path("maps/", maps.maps, name="maps"),
    path("methodology/", methodology.methodology, name="methodology"),
    path("methodology/try/", try_rules.try_rules, name="try"),
    path("methodology/<slug:name>/", methodology.instrument, name="instrument"),
    path("glossary/", glossary.glossary, name="glossary"),
    path("corrections/", corrections.corrections, name="corrections"),
    path("data/", data.data, name="data"),
    path("robots.txt", machines.robots, name="robots"),
    path("sitemap.xml", machines.sitemap, name="sitemap"),
    path("sitemap-<int:part>.xml", machines.sitemap_part, name="sitemap-part"),
]
