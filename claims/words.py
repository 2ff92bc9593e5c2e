"""The door of `claims` to `sources.words`: the lower app may not look up here for its own vocabulary."""

from sources.words import Word

__all__ = ["Word"]
