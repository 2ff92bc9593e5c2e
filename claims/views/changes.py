"""What changed between two versions of a claim, in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from claims.documents.diff import NOT_CONTENT, ORDER, Difference, diff_documents
from claims.views.change_words import NAMES, PLURALS, name_of, shown
from claims.views.notice_changes import notice_changes
from claims.views.word_diff import SAME, Piece, pieces_of

Document = dict[str, Any]

#: Parts of a document that follow from its other parts; their changes would be told twice.
DERIVED = frozenset({"totals", "coverage", "rulesets", "certainty_reason", "overrides", "wording", "key", "schema"})
#: Members that the program computes beside the values that count.
COMPUTED = frozenset(
    {"computed", "overridden", "flagged", "unsupported", "problems", "steps", "clamped", "suggestions", "changes"}
    | {"absolute", "forms", "effects", "elemental_note", "studies", "target_reason"}
)
#: Two values of together no more than this many characters stand side by side.
LONGEST_LINE = 60
#: The parts in the order in which a reader wants to learn of them; stored documents have theirs by the alphabet.
READING = (
    "statement",
    "verdict",
    "certainty",
    "verdict_reason",
    "accurate_wording",
    "figures",
    "assessments",
    "evidence",
    "sources",
    "occurrences",
)


@dataclass(frozen=True, slots=True)
class Change:
    """One sentence on what changed, with the values before and after where they can be shown."""

    said: str
    before: str = ""
    after: str = ""

    @property
    def pieces(self) -> list[Piece]:
        """The two values as one text, word by word; nothing where no value can be shown."""
        return pieces_of(self.before, self.after)

    @property
    def is_whole(self) -> bool:
        """Tell whether the values share nothing and are long, so that each is better shown on a line of its own."""
        is_long = len(self.before) + len(self.after) > LONGEST_LINE
        return is_long and all(piece.kind != SAME for piece in self.pieces)


def changes_between(before: Document, after: Document) -> list[Change]:
    """Return the changes in content, what matters most to a reader first, each said once."""
    differences = sorted(diff_documents(before, after), key=lambda difference: _rank(difference.place[0]))
    found = [change for difference in differences for change in _changes(difference, before, after)]
    return list(dict.fromkeys(found))


def kept_between(before: Document, after: Document) -> list[tuple[str, str]]:
    """Return the parts that are the same in both: what each is called, and its value where it can be shown."""
    differing = {difference.place[0] for difference in diff_documents(before, after)}
    passed_over = DERIVED | COMPUTED | NOT_CONTENT | differing
    kept = [member for member in after if member in NAMES and member in before and member not in passed_over]
    kept.sort(key=_rank)
    return [(_capital(name_of((member,))), _counted(member, after[member])) for member in kept]


def _rank(member: str) -> int:
    return READING.index(member) if member in READING else len(READING)


def _counted(member: str, value: Any) -> str:
    """Return a value as a reader sees it; of a list of parts, how many there are."""
    is_list_of_parts = isinstance(value, list) and any(isinstance(item, dict) for item in value)
    return str(len(value)) if is_list_of_parts else shown((member,), value) or gettext("none")


def _changes(found: Difference, before: Document, after: Document) -> list[Change]:
    """Return what one difference means to a reader; a source's notices are told one by one."""
    if found.place[0] == "sources":
        return _source_changes(found, after)
    change = _change(found, before, after)
    return [change] if change else []


def _change(found: Difference, before: Document, after: Document) -> Change | None:
    top, *rest = found.place
    if top in DERIVED or COMPUTED.intersection(rest):
        return None
    if top == "occurrences":
        return Change(gettext("The places where articles make the claim changed."))
    if top == "evidence" and rest[-1] == "excluded":
        return _counting(_subject(top, rest, before, after), found)
    if found.place[-1] == ORDER:
        return Change(gettext("The order of %(part)s changed.") % {"part": name_of(found.place[:-1])})
    subject = _subject(top, rest, before, after)
    if top in ("figures", "evidence", "assessments") and len(rest) == 1:
        return _whole(subject, found)
    if "findings" in rest and (len(rest) == rest.index("findings") + 2):
        return _whole(subject, found)
    said = _verb(found) % {"part": name_of(found.place)}
    of = f" ({subject})" if subject else ""
    return Change(_capital(f"{said}{of}."), shown(found.place, found.before), shown(found.place, found.after))


def _whole(subject: str, found: Difference) -> Change:
    pattern = gettext("%(part)s was added") if found.before is None else gettext("%(part)s was removed")
    return Change(_capital(f"{pattern % {'part': subject}}."))


def _counting(subject: str, found: Difference) -> Change:
    """Return that evidence counts or no longer does: its source was retracted, or stands again."""
    if found.before and found.after:
        return Change(_capital(gettext("Why %(part)s is not counted changed.") % {"part": subject}))
    pattern = gettext("%(part)s is not counted any more: the source was retracted.")
    if found.after is None:
        pattern = gettext("%(part)s is counted again.")
    return Change(_capital(pattern % {"part": subject}))


def _source_changes(found: Difference, after: Document) -> list[Change]:
    """A source comes and goes with its evidence; only what is said about a source that stays is a change."""
    _, *rest = found.place
    if len(rest) < 2:
        return []
    short = next((source["short"] for source in after["sources"] if source["citekey"] == rest[0]), rest[0])
    if rest[1:] == ["notices"]:
        return [Change(*told) for told in notice_changes(short, found.before or [], found.after or [])]
    return [Change(gettext("The record about %(source)s changed.") % {"source": short})]


def _subject(top: str, rest: list[str], before: Document, after: Document) -> str:
    """Return what a change is about: a figure, a source's evidence, one of its findings, an assessment."""
    if not rest:
        return ""
    if top == "figures":
        texts = {figure["key"]: figure["text"] for figure in [*before["figures"], *after["figures"]]}
        return gettext("the figure “%(text)s”") % {"text": texts.get(rest[0], rest[0])}
    if top == "evidence":
        return _evidence(rest, before, after)
    if top == "assessments":
        named = gettext("the assessment of %(outcome)s") % {"outcome": rest[0]}
        return named if rest[0] else gettext("the assessment")
    return ""


def _evidence(rest: list[str], before: Document, after: Document) -> str:
    """Return the name of a source's evidence, or of one of its findings by what was found."""
    both = [before, after]
    shorts = {source["citekey"]: source["short"] for document in both for source in document["sources"]}
    evidence = gettext("the evidence from %(source)s") % {"source": shorts.get(rest[0], rest[0])}
    if "findings" not in rest[:-1]:
        return evidence
    rows = [item for document in both for item in document["evidence"] if item["source"] == rest[0]]
    found = {finding["key"]: finding["what"] for row in rows for finding in row["findings"]}
    key = rest[rest.index("findings") + 1]
    said = gettext("the finding “%(what)s” in %(evidence)s")
    return said % {"what": found.get(key, key), "evidence": evidence}


def _verb(found: Difference) -> str:
    is_plural = found.place[-1] in PLURALS
    if found.before in (None, "", []):
        return gettext("%(part)s were added") if is_plural else gettext("%(part)s was added")
    if found.after in (None, "", []):
        return gettext("%(part)s were removed") if is_plural else gettext("%(part)s was removed")
    return gettext("%(part)s changed")


def _capital(said: str) -> str:
    return f"{said[:1].upper()}{said[1:]}"
