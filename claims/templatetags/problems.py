"""What the start page of the admin tells of problems that readers reported."""

from __future__ import annotations

from django import template

from claims.models import Problem

register = template.Library()


@register.simple_tag
def waiting_problems() -> int:
    """Return how many reports wait for an answer."""
    return Problem.objects.waiting().count()
