"""How well and how fast figures are read: ``python -m tests.benchmarks.bench_reading``.

Quality is precision, recall and F1 on value, unit and bound together, over the labelled set, by part and domain.
Speed is characters per second on texts of different density, beside one plain regular expression for numbers with
units over the same text in the same run. The aim is to take no more than five times as long over an article, by which
is meant a text with as many figures as the one that the shipped knowledge base audits; beside it stand a text with
twice as many, one of nothing but labelled sentences, and one without figures. Both readers are measured in turn,
several times, and the quickest of each counts.
"""

from __future__ import annotations

import re
import sys
import time
import timeit
from collections.abc import Callable
from functools import partial

from claims.figures.reading import read_figures
from tests.claims.figures.reading.labelled import BLIND, Sentence, labelled_sentences, score

PLAIN = re.compile(
    r"\d+(?:[.,]\d+)?\s*(?:%|percent|per cent|mg|g|kg|µg|IU|mmol|mEq|ml|l|mm|cm|m|km|h|hours?|days?|weeks?|months?|"
    r"years?|people|patients|participants|trials|times|fold|points)\b"
)
PROSE = (
    "The library reopened after a long repair, and readers came back slowly. Most of them asked for the same shelf by "
    "the window, where the light is good in the afternoon and nobody hurries. The staff had moved the atlases, which "
    "caused some confusion, but the catalogue was correct and the map room kept its old charm. "
)
CHARACTERS = 1_000_000
#: Characters to a figure in the audited article: 4,660 with 5 figures.
PER_FIGURE = 930
TURNS = 9


def main() -> None:
    """Print the two tables."""
    _print_quality()
    _print_speed()


def _print_quality() -> None:
    _line(f"{'part':12}{'domain':10}{'sentences':>10}{'figures':>9}{'precision':>11}{'recall':>8}{'F1':>8}")
    sentences = labelled_sentences()
    for part in ("tuning", *BLIND):
        rows = [sentence for sentence in sentences if sentence.part == part]
        for domain in sorted({sentence.domain for sentence in rows}):
            _print_row(part, domain, [sentence for sentence in rows if sentence.domain == domain])
        _print_row(part, "all", rows)
    _print_row("all", "all", sentences)
    for part, f1 in BLIND.items():
        _line(f"{part} at first sight, before any fault it showed was mended: F1 {f1:.3f}")


def _print_row(part: str, domain: str, rows: list[Sentence]) -> None:
    result = score(rows)
    figures = sum(len(row.figures) for row in rows)
    _line(
        f"{part:12}{domain:10}{len(rows):>10}{figures:>9}"
        f"{result.precision:>11.3f}{result.recall:>8.3f}{result.f1:>8.3f}"
    )


def texts() -> dict[str, str]:
    """Return texts of about a million characters: nothing but labelled sentences, fewer and fewer of them, none."""
    sentences = labelled_sentences()
    dense = " ".join(sentence.text for sentence in sentences) + "\n\n"
    return {
        "dense": dense * (CHARACTERS // len(dense)),
        "twice": _thinned(sentences, PER_FIGURE // 2),
        "article": _thinned(sentences, PER_FIGURE),
        "prose": PROSE * (CHARACTERS // len(PROSE)),
    }


def _thinned(sentences: list[Sentence], per_figure: int) -> str:
    """Return the sentences, each behind so much prose that a figure comes every ``per_figure`` characters."""
    figures = sum(len(sentence.figures) for sentence in sentences)
    prose = (per_figure * figures - sum(len(sentence.text) for sentence in sentences)) // len(sentences)
    before = (PROSE * (prose // len(PROSE) + 1))[:prose].rpartition(" ")[0]
    return "".join(f"{before}. {sentence.text}\n\n" for sentence in sentences)


def _print_speed() -> None:
    _line(f"\n{'text':10}{'chars/figure':>13}{'reading M/s':>13}{'plain M/s':>11}{'times slower':>14}")
    for name, text in texts().items():
        figures = len(read_figures(text))
        reading, plain = _seconds(partial(read_figures, text), partial(_pass, text))
        _line(
            f"{name:10}{len(text) // max(figures, 1):>13,}{len(text) / reading / 1e6:>13.2f}"
            f"{len(text) / plain / 1e6:>11.2f}{reading / plain:>14.1f}"
        )


def _line(text: str) -> None:
    sys.stdout.write(f"{text}\n")


def _pass(text: str) -> int:
    return sum(1 for _ in PLAIN.finditer(text))


def _seconds(*work: Callable[[], object]) -> list[float]:
    """Return the quickest time of each; they take turns, so that a busy moment of the machine falls on all."""
    turns = [[timeit.timeit(each, timer=time.process_time, number=1) for each in work] for _ in range(TURNS)]
    return [min(times) for times in zip(*turns, strict=True)]


if __name__ == "__main__":
    main()
