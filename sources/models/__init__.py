from sources.models.event import Event
from sources.models.notice import Notice
from sources.models.source import Source

__all__ = ["Event", "Notice", "Source"]
