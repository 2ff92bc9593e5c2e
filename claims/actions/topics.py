"""The verb on topics. A topic is never renamed: its name is its public address."""

from __future__ import annotations

from claims.models import Topic
from sources.actions import User, leave_event, verb


def new_topic(name: str) -> Topic:
    """Make a topic; raise `django.core.exceptions.ValidationError` for a name that is taken, empty or too long."""
    topic = Topic(name=name.strip())
    topic.full_clean(exclude=["slug"])
    # saving finds a free slug
    topic.save()
    return topic


@verb
def record_topic(*, name: str, user: User, why: str = "") -> Topic:
    """Make a topic that claims can be filed under; raises as `new_topic` does."""
    topic = new_topic(name)
    leave_event(user=user, verb="record_topic", object_name=topic.name, why=why)
    return topic
