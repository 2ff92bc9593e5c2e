"""The pages of the instruments: where their charts come from, and which lines give no judgement."""

from __future__ import annotations

from html import escape

import pytest
from django.test import Client
from django.urls import reverse

from claims.grade.instruments.describe import undecided
from claims.grade.instruments.registry import INSTRUMENTS
from claims.grade.instruments.robins_i_v2 import ROBINS_I_V2
from tests.claims.views.reading import shown

pytestmark = pytest.mark.django_db

V2, FIRST = ROBINS_I_V2.id, "robins-i-v2-draft-2025"


def text_of(client: Client, name: str) -> str:
    return shown(client, reverse("instrument", args=[name]))


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_the_source_ends_with_a_full_stop(client: Client, name: str) -> None:
    source = INSTRUMENTS[name].source

    assert not source.endswith(".")
    assert f"{source}. " in text_of(client, name)


def test_the_page_of_v2_says_where_each_domain_comes_from(client: Client) -> None:
    text = text_of(client, V2)

    assert "Where the charts come from The draft prints its charts as pictures." in text
    assert text.count("Where the lines come from") == len(ROBINS_I_V2.domains)
    assert (
        f"Undecided lines For these answers no judgement is given: the domain stays open. {undecided(ROBINS_I_V2)[0]}"
        in text
    )


def test_a_superseded_instrument_leads_to_the_one_that_took_its_place(client: Client) -> None:
    page = client.get(reverse("instrument", args=[FIRST])).content.decode()

    assert f'Superseded by: <a href="{reverse("instrument", args=[V2])}">{ROBINS_I_V2.title}</a>.' in page
    assert "Superseded" not in text_of(client, V2)


def test_the_methodology_lists_every_undecided_line(client: Client) -> None:
    page = client.get(reverse("methodology")).content.decode()

    listed = [line for found in INSTRUMENTS.values() for line in undecided(found)]
    assert [line for line in listed if escape(line) not in page] == []
    assert ("1 undecided line<" in page, "30 undecided lines<" in page) == (True, True)
    assert page.count("Superseded; kept for the appraisals made with it.") == 1
