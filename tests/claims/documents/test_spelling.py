"""British and American spellings meet, and other words stay apart."""

from __future__ import annotations

import pytest

from claims.documents.search_text import stem_of
from claims.documents.spelling import one_spelling

PAIRS = [
    ("diarrhoea", "diarrhea"),
    ("oedema", "edema"),
    ("oestrogen", "estrogen"),
    ("oesophagus", "esophagus"),
    ("foetal", "fetal"),
    ("anaemia", "anemia"),
    ("haemoglobin", "hemoglobin"),
    ("haematology", "hematology"),
    ("anaesthesia", "anesthesia"),
    ("paediatric", "pediatric"),
    ("caecum", "cecum"),
    ("hypocalcaemia", "hypocalcemia"),
    ("sulphate", "sulfate"),
    ("aluminium", "aluminum"),
    ("tumour", "tumor"),
    ("tumours", "tumors"),
    ("behavioural", "behavioral"),
    ("favoured", "favored"),
    ("favourite", "favorite"),
    ("colouring", "coloring"),
    ("fibre", "fiber"),
    ("fibres", "fibers"),
    ("litre", "liter"),
    ("centre", "center"),
    ("analyse", "analyze"),
    ("randomised", "randomized"),
    ("randomisation", "randomization"),
    ("ionised", "ionized"),
    ("standardising", "standardizing"),
]


@pytest.mark.parametrize(("british", "american"), PAIRS)
def test_either_spelling_finds_the_other(british: str, american: str) -> None:
    assert stem_of(british) == stem_of(american)


@pytest.mark.parametrize(
    "word",
    ["hour", "four", "flour", "dose", "does", "shoe", "toes", "acre", "more", "before", "rise", "raise", "wise"],
)
def test_other_words_stay_as_they_are(word: str) -> None:
    assert one_spelling(word) == word
