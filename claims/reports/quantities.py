"""Quantities in words: what a claim asserts, and what a source found with its interval and p."""

from __future__ import annotations

from typing import Any

from django.utils.formats import get_format
from django.utils.translation import gettext

from claims.figures.quantity import Bound, Direction, Statistic
from sources.labels import label

#: Units that stand close to their number; every other unit is a word of its own.
CLOSE_UNITS = frozenset({"%", "‰", "°"})


def number_text(value: float) -> str:
    """Return a number with six significant digits, a true minus sign, and the signs of the language within."""
    text = f"{value:,.6g}" if abs(value) < 1e6 else f"{value:,.0f}"
    signs = {"-": "−", ",": get_format("THOUSAND_SEPARATOR"), ".": get_format("DECIMAL_SEPARATOR")}
    return text.translate(str.maketrans(signs))


def with_unit(text: str, unit: str | None) -> str:
    """Return a number's text with its unit."""
    if not unit:
        return text
    return f"{text}{unit}" if unit in CLOSE_UNITS else f"{text}\u00a0{unit}"


def span_text(low: float | None, high: float | None, unit: str | None) -> str:
    """Return a range, or the one end that is known; empty where neither is."""
    ends = [number_text(end) for end in (low, high) if end is not None]
    if not ends:
        return ""
    joined = ends[0] if len(set(ends)) == 1 else gettext("%(low)s to %(high)s") % {"low": ends[0], "high": ends[1]}
    return with_unit(joined, unit)


def asserted_text(figure: dict[str, Any]) -> str:
    """Return in words what the figure asserts, e.g. ``relative change, decrease, up to 33%, against placebo``."""
    direction = figure["direction"]
    value = span_text(figure["low"], figure["high"], figure["unit"])
    bound, bounded = Bound(figure["bound"]), gettext("%(bound)s %(value)s")
    parts = [
        label(Statistic(figure["statistic"])),
        label(Direction(direction)) if direction and direction != Direction.NONE else "",
        value if bound in (Bound.EXACTLY, Bound.RANGE) else bounded % {"bound": label(bound), "value": value},
        gettext("against %(comparator)s") % {"comparator": figure["comparator"]} if figure["comparator"] else "",
        gettext("in %(population)s") % {"population": figure["population"]} if figure["population"] else "",
    ]
    return ", ".join(part for part in parts if part)


def found_text(finding: dict[str, Any]) -> str:
    """Return the size of a finding; empty where the source gives none."""
    if finding["value"] is not None:
        return with_unit(number_text(finding["value"]), finding["unit"])
    return span_text(finding["low"], finding["high"], finding["unit"])


def doubt_text(finding: dict[str, Any]) -> str:
    """Return the 95 % confidence interval and the p value as far as they are known."""
    parts = []
    if finding["ci_low"] is not None and finding["ci_high"] is not None:
        ends = {"low": number_text(finding["ci_low"]), "high": number_text(finding["ci_high"])}
        parts.append(gettext("95%% CI %(low)s to %(high)s") % ends)
    if finding["p"]:
        parts.append(p_text(finding["p"]))
    return "; ".join(parts)


def p_text(printed: str) -> str:
    """Return p as the source prints it, with the letter before it where the print is a number alone."""
    if printed[0].isdigit() or printed[0] == ".":
        return f"p = {printed}"
    return f"p {printed}" if printed[0] in "<>=≤≥" else printed


def arm_text(arm: dict[str, Any]) -> str:
    """Return one group's size and result, e.g. ``zinc: n = 60, mean 4.2 (SD 1.1)``."""
    parts = []
    if arm.get("n") is not None:
        parts.append(f"n = {arm['n']}")
    if arm.get("mean") is not None:
        spread = gettext(" (SD %(sd)s)") % {"sd": number_text(arm["sd"])} if arm.get("sd") is not None else ""
        parts.append(gettext("mean %(mean)s") % {"mean": number_text(arm["mean"])} + spread)
    if arm.get("events") is not None:
        parts.append(gettext("%(events)s with the event") % {"events": arm["events"]})
    return f"{arm['label']}: {', '.join(parts)}" if parts else str(arm["label"])
