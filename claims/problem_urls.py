"""The addresses of problems that readers report."""

from __future__ import annotations

from django.urls import path, register_converter

from claims.views import problems


class Reference:
    """The code of a report in an address: ``P-7K3M-9QX2``."""

    regex = "P-[2-9B-Z]{4}-[2-9B-Z]{4}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Reference, "reference")

urlpatterns = [
    path("problems/report/", problems.problem_form, name="report-problem"),
    path("problems/<reference:reference>/", problems.problem, name="problem"),
]
