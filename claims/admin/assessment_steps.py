"""An assessment as last saved: certainty, the sum that leads to it, and what the rules would suggest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from claims.admin.words import verdict_mark
from claims.grade.rating import START
from claims.grade.vocabulary import Certainty, Domain, Upgrade
from claims.models import Assessment
from claims.reports.comparison import comparison_of
from sources.labels import label, record_text


def steps_shown(part: dict[str, Any], assessment: Assessment, warned: Iterable[str] = ()) -> SafeString:
    """Return certainty, steps with the suggestions beside them, what these compare, and by whom and when.

    ``part`` is the assessment as the claim's document would hold it; ``warned`` are sentences that ask to look again.
    """
    suggestions = {row["name"]: row for row in part["suggestions"]}
    rows = format_html_join(
        "",
        "<tr><th scope=row>{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
        (
            (
                _named(step),
                signed(step["change"]),
                step["after"],
                record_text(step["reason"]),
                _suggested(suggestions, step),
            )
            for step in part["steps"]
        ),
    )
    headings = (_("step"), _("change"), _("sum"), _("reason"), _("the rules suggest"))
    return format_html(
        '{}<div class="scroll"><table class="steps"><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>'
        '{}<span class="quiet">{}</span>',
        verdict_mark(Certainty(part["certainty"])),
        format_html_join("", "<th scope=col>{}</th>", ((heading,) for heading in headings)),
        rows,
        _compared(part, warned),
        _("recorded by %(who)s on %(day)s; saving a change records a new assessment")
        % {
            "who": assessment.recorded_by.get_username() if assessment.recorded_by else _("the program"),
            "day": f"{assessment.recorded_at:%Y-%m-%d}",
        },
    )


def _named(step: dict[str, Any]) -> str:
    """Return what a step is called in the language of the site."""
    known = {str(word): word for words in (Domain, Upgrade) for word in words}
    return label(known[step["name"]]) if step["name"] in known else str(record_text(step["label"]))


def signed(step: int) -> str:
    return f"{step:+d}" if step else "0"


def _suggested(suggestions: dict[str, dict[str, Any]], step: dict[str, Any]) -> SafeString:
    """Return what is suggested for a step and why; where the choice differs without a reason, that one is needed."""
    row = suggestions[step["name"]]
    value = row["suggested"]
    if value is None:
        return format_html('<span class="quiet">{}</span>', record_text(row["reason"]))
    shown = label(Certainty(value)) if step["name"] == START else signed(value)
    missing = value != row["chosen"] and not step["reason"].strip()
    ask = format_html(" <strong>{}</strong>", _("Differs: give the reason.")) if missing else ""
    return format_html('{}{} <span class="quiet">{}</span>', shown, ask, record_text(row["reason"]))


def _compared(part: dict[str, Any], warned: Iterable[str]) -> SafeString:
    warnings = format_html_join("", "<p><strong>{}</strong></p>", ((text,) for text in warned))
    said = comparison_of(part) or {"sentences": [], "used": [], "left_out": []}
    lists = [(_("Effects used:"), said["used"]), (_("Effects left out, and why:"), said["left_out"])]
    return format_html(
        "{}<p>{}</p>{}",
        warnings,
        record_text(" ".join(said["sentences"])),
        format_html_join(
            "",
            "<p>{}{}</p>",
            ((title, format_html_join("", "<br>{}", ((row,) for row in rows))) for title, rows in lists if rows),
        ),
    )
