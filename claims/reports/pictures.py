"""The preview picture of a claim (1200 × 630 pixels), set by typst like the reports."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings

from claims.documents.canonical import canonical_json
from claims.grade.vocabulary import Certainty, Verdict

TEMPLATE = Path(settings.BASE_DIR) / "templates" / "reports" / "preview.typ"


def _figures_line(figures: list[dict[str, Any]]) -> str:
    unsupported = sum(figure["unsupported"] for figure in figures)
    flagged = sum(figure["flagged"] for figure in figures)
    if not figures:
        return ""
    said = f"{unsupported} unsupported" if unsupported else f"{flagged} flagged" if flagged else "all traced"
    return f"{len(figures)} figure{'s' if len(figures) > 1 else ''}: {said}"


def claim_picture(document: dict[str, Any]) -> bytes:
    """Return the picture as PNG bytes; the same document gives the same bytes."""
    import typst  # loaded only where a picture is made (80 MB)

    verdict = Verdict(document["verdict"])
    certainty = Certainty(document["certainty"]).label if document["certainty"] else "not rated"
    data = {
        "id": document["id"],
        "statement": document["statement"],
        "verdict": f"{verdict.symbol} {verdict.label}",
        "certainty": f"certainty {certainty}",
        "figures": _figures_line(document["figures"]),
    }
    made: bytes = typst.compile(
        str(TEMPLATE),
        root=str(TEMPLATE.parent),
        format="png",
        ppi=72,
        sys_inputs={"data": canonical_json(data)},
        ignore_system_fonts=True,
    )
    return made
