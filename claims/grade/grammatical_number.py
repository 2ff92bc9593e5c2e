"""Whether the subject of a sentence is one or several, told from its words."""

from __future__ import annotations

import re

#: Ends of words that are no plural although they end with s: "glass", "virus", "analysis", "asparagus".
_SINGULAR_ENDS = ("ss", "us", "is")
_SINGULAR = frozenset({"diabetes", "herpes", "rabies", "rickets", "scabies", "molasses", "stress"})
_PLURAL = frozenset({"people", "men", "women", "children", "data", "bacteria", "mice", "feet", "teeth"})
#: What follows the noun that the verb goes with: "tablets of magnesium".
_BEHIND = re.compile(r"\s+(?:of|with|in|from|for|to|as|at|on|by|per|without|taken|given|containing|than)\b.*|\s*[(,].*")


def looks_plural(subject: str) -> bool:
    """Tell whether a verb goes with this subject in the plural: "magnesium salts", "zinc and iron"."""
    words = subject.strip().lower()
    head = _BEHIND.sub("", words)
    if re.search(r"\band\b", head):
        return True
    last = head.split()[-1] if head else ""
    if last in _PLURAL or last in _SINGULAR:
        return last in _PLURAL
    return last.endswith("s") and len(last) > 3 and not last.endswith(_SINGULAR_ENDS)
