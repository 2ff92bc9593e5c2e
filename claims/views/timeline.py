"""The timeline of a claim: what its document says on each source, drawn and as rows of a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext

from claims.documents.evidence_part import HUMAN
from claims.grade.vocabulary import Stance
from claims.views.drawing_timeline import LARGEST, SIZES, UNSIZED, Spot, Timeline, timeline
from claims.views.published import Document
from sources.bib.notices import StandingWord

#: With fewer sources there is no course of time to see.
FEWEST = 2
#: Stances that are drawn even where no source takes them: counterevidence is looked for, not left out.
ALWAYS = (Stance.SUPPORTS, Stance.PARTLY_SUPPORTS, Stance.CONTRADICTS, Stance.INCONCLUSIVE)


def timeline_of(document: Document, standings: Mapping[str, str]) -> dict[str, Any] | None:
    """Return the drawing, its rows and its legends; ``None`` where the claim has too few sources for one.

    ``standings`` tell where sources stand now, by citekey; those that evidence may not rest on are marked.
    """
    rows = timeline_rows(document, standings)
    if len(rows) < FEWEST:
        return None
    taken = {row["stance"] for row in rows}
    lanes = [str(stance) for stance in Stance if stance in ALWAYS or stance in taken]
    spots = [Spot(place, row["stance"], row["year"], row["participants"]) for place, row in enumerate(rows)]
    drawing = timeline(spots, [*lanes, *sorted(taken - set(lanes))])
    return {
        "drawing": drawing,
        "lanes": _with_rows(drawing, rows),
        "rows": sorted(rows, key=lambda row: (row["year"] is None, row["year"] or 0, row["number"])),
        "sizes": legend(),
        "standings": [str(word) for word in StandingWord if word in {row["standing"] for row in rows}],
    }


def timeline_rows(document: Document, standings: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return one row for each piece of evidence in the document's order, ``number`` being that of the reference.

    ``participants`` is ``None`` where the number is not known or the design counts no people (``people`` tells).
    """
    numbers = {source["citekey"]: number for number, source in enumerate(document["sources"], 1)}
    rows = []
    for item in document["evidence"]:
        number = numbers[item["source"]]
        source = document["sources"][number - 1]
        people = item["design"] in HUMAN
        rows.append(
            {
                "number": number,
                "short": source["short"],
                "standing": standings.get(item["source"], ""),
                "year": year_of(source["csl"]),
                "stance": item["stance"],
                "design": item["design"],
                "people": people,
                "participants": item["n"] if people else None,
            }
        )
    return rows


def year_of(csl: dict[str, Any]) -> int | None:
    """Return the year in which a work was issued, as its CSL record has it; ``None`` where it has none."""
    match csl.get("issued"):
        case {"date-parts": [[int(year), *_], *_]}:
            return year
        case _:
            return None


def legend() -> list[dict[str, Any]]:
    """Return the sizes of circles with the participants they stand for."""
    below = [0, *(most for most, _ in SIZES)]
    steps = [
        (radius, gettext("%(low)d to %(high)d") % {"low": low + 1, "high": most})
        for low, (most, radius) in zip(below, SIZES, strict=False)
    ]
    sizes = [*steps, (LARGEST, gettext("more than %(number)d") % {"number": below[-1]}), (UNSIZED, "")]
    return [{"radius": radius, "side": 2 * radius + 4, "middle": radius + 2, "said": said} for radius, said in sizes]


def _with_rows(drawing: Timeline, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [
        {
            "value": lane.value,
            "y": lane.y,
            "circles": [{"circle": circle, "row": rows[circle.spot.place]} for circle in lane.circles],
        }
        for lane in drawing.lanes
    ]
