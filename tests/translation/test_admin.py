"""No page of a curator says a word of English on a site that speaks another language."""

from __future__ import annotations

import pytest

from claims.grade.vocabulary import Design
from tests.translation.conftest import ADMIN
from tests.translation.leaks import NAMES, leaks
from tests.translation.pseudo import LANGUAGE

#: The pages are made once for all tests, but the database has to be there for them.
pytestmark = pytest.mark.django_db

#: What Django's own pages leave in English, whatever the language: alternative texts of their pictures.
LIBRARY = frozenset({"Search", "True", "False"})
#: The library of works keeps a study's design as a code, for the vocabulary of designs belongs to the claims.
DESIGNS = frozenset(map(str, Design))


@pytest.mark.parametrize("kind", ADMIN)
def test_every_text_is_translated(kind: str, curated: dict[str, str], keys: frozenset[str]) -> None:
    assert f'lang="{LANGUAGE}"' in curated[kind]
    found = leaks(curated[kind], NAMES | LIBRARY | DESIGNS | keys)
    assert found == [], "\n".join(found)
