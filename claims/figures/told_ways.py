"""The way a change goes, as the words that describe a finding tell it: "reduction in", "lower than placebo"."""

from __future__ import annotations

import re

_LEAD = r"^(?:the |a |mean |average |median |relative |absolute |overall |largest |greatest |maximum |typical )*"
_OPENING_FALL = re.compile(
    _LEAD + r"(?:fall|drop|reduction|decrease|decline|lowering|loss|less|fewer)\b(?! than \d)", re.IGNORECASE
)
_OPENING_RISE = re.compile(_LEAD + r"(?:rise|increase|gain|growth|more)\b(?! than \d)", re.IGNORECASE)
#: "Lower back", "fewer than 5", "to fall asleep", "reduced iron" and "a higher dose" say nothing of the change.
_FALL = re.compile(
    r"\b(?:reduction|decrease|decline|reduced|decreased|declined|fell|dropped|lowered|lessened|shortened)\b"
    r"(?! (?:iron|fat|form))"
    r"|\b(?:lower|less|fewer|shorter|smaller)\b(?=\s*(?:$|[,;.(]|with\b|on\b|after\b|under\b|in the\b|than (?!\d)))"
    r"|\b(?<!to )(?<!could )(?:fall|drop)\b(?= (?:in|of|from|versus|with|on)\b|\s*(?:$|[,;.(]))",
    re.IGNORECASE,
)
_RISE = re.compile(
    r"\b(?:increase|increased|rose|risen)\b"
    r"|\b(?:higher|more|greater|longer|larger)\b(?=\s*(?:$|[,;.(]|with\b|on\b|after\b|under\b|in the\b|than (?!\d)))"
    r"|\brise\b(?= (?:in|of|from|versus|with|on)\b|\s*(?:$|[,;.(]))",
    re.IGNORECASE,
)
_DENIED = re.compile(r"\b(?:no|not|without|nor)\b[^,;.]*$", re.IGNORECASE)


def is_told_fall(what: str) -> bool | None:
    """Tell whether words describe a fall (True) or a rise (False); None where they tell neither, or both."""
    if _OPENING_FALL.match(what) or _OPENING_RISE.match(what):
        return _OPENING_FALL.match(what) is not None
    falls, rises = (_is_said(pattern, what) for pattern in (_FALL, _RISE))
    return falls if falls != rises else None


def _is_said(words: re.Pattern[str], what: str) -> bool:
    return any(not _DENIED.search(what[: match.start()]) for match in words.finditer(what))
