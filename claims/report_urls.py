"""Addresses of the reports: a page's address with a format."""

from __future__ import annotations

from django.urls import path, register_converter

from claims.reports.formats import FORMATS
from claims.views import reports


class FormatConverter:
    """The ending of a report's address."""

    regex = "|".join(FORMATS)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(FormatConverter, "format")

urlpatterns = [
    path("claims/C<int:number>/report.<format:ending>", reports.claim_download, name="claim-report"),
    path("claims/C<int:number>/v<int:version>/report.<format:ending>", reports.claim_download, name="version-report"),
    path("articles/<slug:slug>/report.<format:ending>", reports.article_download, name="article-report"),
    path("claims/export.<format:ending>", reports.list_download, name="claims-export"),
]
