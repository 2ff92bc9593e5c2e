from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy


class Event(models.Model):
    """One thing an action did: who, verb, object, when, why. Appended, never edited.

    It lives in the lower app so that actions of both apps can leave one. ``object_name`` is the public name
    (``C12``, ``S45``, ``A3``); ``who`` is empty for what the program did by itself (loading a bundle).
    """

    who = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    verb = models.CharField(max_length=60)
    object_name = models.CharField(gettext_lazy("object"), max_length=120, db_index=True)
    at = models.DateTimeField(gettext_lazy("when"), db_index=True)
    why = models.TextField(blank=True)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.verb} {self.object_name}"
