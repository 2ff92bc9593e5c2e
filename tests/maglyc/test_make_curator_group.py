"""The group of curators can be made on any site, again and again."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command

pytestmark = pytest.mark.django_db


def test_group_may_curate_but_not_delete_or_manage_people() -> None:
    call_command("make_curator_group", verbosity=0)
    call_command("make_curator_group", verbosity=0)

    codes = set(Group.objects.get(name="Curators").permissions.values_list("codename", flat=True))
    assert {
        "change_claim",
        "add_evidence",
        "submit_claim",
        "publish_claim",
        "withdraw_claim",
        "resolve_problem",
    } <= codes
    assert [code for code in codes if code.startswith("delete_") or code.endswith("_user")] == []
