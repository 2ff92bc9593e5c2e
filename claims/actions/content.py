"""The content version: one counter that every publishing action raises, and the lock that writers share."""

from __future__ import annotations

from django.utils import timezone

from claims.models import ContentVersion


def lock_content() -> ContentVersion:
    """Return the counter's row, locked until the transaction ends, so that numbers are handed out once."""
    ContentVersion.objects.get_or_create(id=1, defaults={"changed_at": timezone.now()})
    return ContentVersion.objects.select_for_update().get(id=1)


def raise_content_version() -> int:
    """Raise the counter, so that every stored page is made anew. Call inside the publishing transaction."""
    content = lock_content()
    content.number += 1
    content.changed_at = timezone.now()
    content.save()
    return content.number
