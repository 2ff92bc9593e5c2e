"""The library of published works in the admin."""

from sources.admin.event import EventAdmin
from sources.admin.source import SourceAdmin

__all__ = ["EventAdmin", "SourceAdmin"]
