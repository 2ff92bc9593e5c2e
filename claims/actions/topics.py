"""The verb on topics. A topic is never renamed: its name is its public address."""

from __future__ import annotations

from django.db import transaction
from django.utils.text import slugify

from claims.models import Topic
from sources.actions import User, leave_event


@transaction.atomic
def record_topic(*, name: str, user: User, why: str = "") -> Topic:
    """Make a topic that claims can be filed under.

    Raises `django.core.exceptions.ValidationError` where there is one of this name.
    """
    topic = Topic(name=name.strip())
    topic.slug = slugify(topic.name, allow_unicode=True) or topic.name
    topic.full_clean()
    topic.save()
    leave_event(user=user, verb="record_topic", object_name=topic.name, why=why)
    return topic
