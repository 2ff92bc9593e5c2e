"""The tables agree with the models that hold their rows."""

from __future__ import annotations

import pytest
from django.db import models

from claims.bundle.bibliography import COLUMNS
from claims.bundle.columns import Column, Table
from claims.bundle.tables import TABLES
from claims.models import (
    Appraisal,
    Article,
    Assessment,
    Claim,
    Evidence,
    Figure,
    Finding,
    Occurrence,
    Omission,
    Override,
)
from sources.models import Notice, Source

HELD_BY: list[tuple[str, type[models.Model], set[str]]] = [
    ("articles", Article, {"id"}),
    ("sources_curation", Source, {"id"}),
    ("notices", Notice, {"source"}),
    ("claims", Claim, {"id"}),
    ("occurrences", Occurrence, {"claim", "article", "version"}),
    ("figures", Figure, {"claim"}),
    ("evidence", Evidence, {"claim", "source"}),
    ("findings", Finding, {"claim", "source", "figure"}),
    ("appraisals", Appraisal, {"claim", "source"}),
    ("assessments", Assessment, {"claim"}),
    ("choices", Override, {"claim", "chosen_by", "chosen_at"}),
    ("omissions", Omission, {"article"}),
]


def columns_of(table: Table, without: set[str]) -> list[Column]:
    return [column for column in table.columns if column.name not in without]


@pytest.mark.parametrize(("name", "model", "without"), HELD_BY, ids=[row[0] for row in HELD_BY])
def test_limits_and_words_are_those_of_the_model(name: str, model: type[models.Model], without: set[str]) -> None:
    differing = []
    for column in columns_of(TABLES[name], without):
        if name == "assessments" and column.name.endswith("_reason") and column.name != "start_reason":
            continue  # these are members of one JSON column
        field = model._meta.get_field(column.name)
        assert isinstance(field, models.Field)
        if column.kind == "text" and field.max_length != column.longest and not (column.words or column.pattern):
            differing.append((column.name, "length", column.longest, field.max_length))
        if column.words and field.choices and [value for value, _ in field.choices] != list(column.words):
            differing.append((column.name, "words", column.words, field.choices))
    assert differing == []


def test_every_table_refers_to_tables_before_it() -> None:
    names = list(TABLES)
    late = [
        (table.name, reference.table)
        for table in TABLES.values()
        for reference in table.references
        if names.index(reference.table) >= names.index(table.name)
    ]
    assert late == []


@pytest.mark.parametrize("member", COLUMNS)
def test_a_member_of_an_item_fits_its_column(member: str) -> None:
    name, longest = COLUMNS[member]
    field = Source._meta.get_field(name)
    assert isinstance(field, models.Field)
    assert field.max_length == longest
