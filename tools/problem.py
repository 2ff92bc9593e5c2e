"""The one kind of error that these tools raise for a person to read."""


class Problem(Exception):
    """What cannot be done, and what the reader can do about it."""
