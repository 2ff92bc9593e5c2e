"""The forms given stand in the document and in the terms that lists filter by."""

from __future__ import annotations

import pytest

from claims.documents.card import forms_of, terms_of
from tests.claims.documents.test_claim_document import document_of
from tests.makers import make_claim


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("intervention", "forms"),
    [("zinc oxide or zinc citrate", ["oxide", "citrate"]), ("", ["not_stated"]), ("a long walk", ["other"])],
)
def test_forms_are_in_the_document_and_its_terms(intervention: str, forms: list[str]) -> None:
    document = document_of(make_claim(evidence=[{"intervention": intervention}]))
    assert document["evidence"][0]["forms"] == forms
    assert sorted(value for field, value in terms_of(document) if field == "form") == sorted(forms)


@pytest.mark.parametrize(("intervention", "forms"), [("zinc oxide", ["oxide"]), (None, ["not_stated"])])
def test_a_document_from_before_is_read_by_the_same_rule(intervention: str | None, forms: list[str]) -> None:
    assert forms_of({"intervention": intervention}) == forms
