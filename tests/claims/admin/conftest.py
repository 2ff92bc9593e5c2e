"""Curators who are signed in: members of the group that the program makes, no superusers."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

from maglyc.demo_accounts import ensure_account, ensure_group


def sign_in(name: str) -> Client:
    user = ensure_account(name, "a long secret", ensure_group())
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def ada(db: None) -> Client:
    """Ada's browser."""
    return sign_in("ada")


@pytest.fixture
def ben(db: None) -> Client:
    """Ben's browser."""
    return sign_in("ben")


@pytest.fixture
def reader(db: None) -> Client:
    """The browser of somebody who may only look."""
    from django.contrib.auth.models import Permission

    user = User.objects.create_user("reader", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename="view_claim"))
    client = Client()
    client.force_login(user)
    return client
