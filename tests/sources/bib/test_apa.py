"""Golden references after the Publication Manual of the APA, 7th edition; each row names the section."""

from __future__ import annotations

import pytest

from sources.bib.apa import apa
from sources.bib.cited import Part
from sources.bib.record import Name, Record


def crowd(size: int) -> tuple[Name, ...]:
    return tuple(Name(f"N{number}", "A.") for number in range(1, size + 1))


def article(*author: Name, **fields: object) -> Record:
    base: dict[str, object] = {"id": "x", "type": "article-journal", "title": "A title", "container_title": "Journal"}
    return Record(**(base | {"author": author} | fields))  # type: ignore[arg-type]


ROWS = [
    (
        "10.1: journal article with DOI; en dash; no stop after the address",
        article(
            Name("Reno", "Anna M."),
            Name("Green", "Mike"),
            issued=(2022, 8, 1),
            volume="36",
            issue="8",
            page="2198-2203",
            doi="10.1519/JSC.0000000000003827",
            url="https://example.org/",
        ),
        "Reno, A. M., & Green, M. (2022). A title. Journal, 36(8), 2198–2203. "
        "https://doi.org/10.1519/JSC.0000000000003827",
    ),
    (
        "9.25: pages given short are printed in full",
        article(issued=(2012,), page="1161-8"),
        "A title. (2012). Journal, 1161–1168.",
    ),
    (
        "9.27: an article number",
        article(issued=(2018,), volume="13", page="e0208454"),
        "A title. (2018). Journal, 13, Article e0208454.",
    ),
    ("9.25: issue without volume", article(issued=(2020,), issue="9"), "A title. (2020). Journal, (9)."),
    (
        "9.25: two issues in one, with an en dash",
        article(issued=(2014,), volume="119", issue="11-12", page="305-310"),
        "A title. (2014). Journal, 119(11–12), 305–310.",
    ),
    (
        "9.25: an issue with a word in it",
        article(issued=(2014,), volume="9", issue="Suppl. 1-A", page="5"),
        "A title. (2014). Journal, 9(Suppl. 1-A), 5.",
    ),
    ("9.17: no date", article(Name("Caillard")), "Caillard. (n.d.). A title. Journal."),
    ("9.12: no author, the title stands first", article(title="Why?", issued=(2022,)), "Why? (2022). Journal."),
    (
        "9.11: a body as author",
        article(Name(literal="EFSA Panel (NDA)"), issued=(2015,)),
        "EFSA Panel (NDA). (2015). A title. Journal.",
    ),
    ("9.8: three authors", article(*crowd(3), issued=(2001,)), "N1, A., N2, A., & N3, A. (2001). A title. Journal."),
    (
        "9.8: twenty authors are all named",
        article(*crowd(20), issued=(2001,)),
        ", ".join(f"N{number}, A." for number in range(1, 20)) + ", & N20, A. (2001). A title. Journal.",
    ),
    (
        "9.8: of twenty-one the first nineteen and the last",
        article(*crowd(21), issued=(2001,)),
        ", ".join(f"N{number}, A." for number in range(1, 20)) + ", . . . N21, A. (2001). A title. Journal.",
    ),
    (
        "10.2: a book with DOI; the publisher",
        Record(
            "x",
            "book",
            "Intakes",
            (Name(literal="Institute of Medicine"),),
            issued=(1997,),
            publisher="NAP",
            doi="10.17226/5776",
        ),
        "Institute of Medicine. (1997). Intakes. NAP. https://doi.org/10.17226/5776",
    ),
    (
        "10.3: a chapter",
        Record("x", "chapter", "Part", (Name("Fox", "B."),), "Whole", issued=(2001,), page="3-9", publisher="Press"),
        "Fox, B. (2001). Part. In Whole (pp. 3–9). Press.",
    ),
    (
        "10.16: a web page with its full date; 9.32: the site is not repeated when it is the author",
        Record(
            "x",
            "webpage",
            "Ranks",
            (Name(literal="Labdoor"),),
            "Labdoor",
            issued=(2026, 3, 4),
            url="https://example.org/",
        ),
        "Labdoor. (2026, March 4). Ranks. https://example.org/",
    ),
    (
        "10.16: a web page with month, the site named",
        Record("x", "webpage", "Ranks", (Name(literal="NIH"),), "ODS", issued=(2026, 3), url="https://example.org/"),
        "NIH. (2026, March). Ranks. ODS. https://example.org/",
    ),
]


@pytest.mark.parametrize(("rule", "record", "expected"), ROWS)
def test_the_reference_follows_the_manual(rule: str, record: Record, expected: str) -> None:
    assert str(apa(record)) == expected, rule


@pytest.mark.parametrize(
    ("rule", "name", "expected"),
    [
        ("particle in the family name", Name("van der Veen", "Yvonne"), "van der Veen, Y."),
        ("particle in its own member", Name("Veen", "Yvonne", particle="van der"), "van der Veen, Y."),
        ("particle left among the given names", Name("Veen", "Yvonne van der"), "van der Veen, Y."),
        ("particle de la", Name("de la Broquerie", "G."), "de la Broquerie, G."),
        ("initials run together", Name("de Baaij", "Jeroen HF"), "de Baaij, J. H. F."),
        ("initials without spaces", Name("Santa Ana", "C.A."), "Santa Ana, C. A."),
        ("hyphen between given names", Name("Bloch", "Jean-Pierre M."), "Bloch, J.-P. M."),
        ("hyphen between initials", Name("Bloch", "J.-P."), "Bloch, J.-P."),
        ("suffix", Name("King", "Martin L.", suffix="Jr"), "King, M. L., Jr."),
        ("roman suffix", Name("King", "Martin", suffix="III"), "King, M., III."),
    ],
)
def test_a_personal_name(rule: str, name: Name, expected: str) -> None:
    stop = "" if expected.endswith(".") else "."
    assert apa(article(name, issued=(2000,))).text == f"{expected}{stop} (2000). A title. Journal.", rule


def test_italics_of_an_article_are_journal_and_volume() -> None:
    record = article(issued=(2000,), volume="3", issue="1", page="5", doi="10.1000/1")
    assert [part.text for part in apa(record).parts if part.italic] == ["Journal", "3"]
    assert apa(record).parts[-1] == Part("https://doi.org/10.1000/1", url="https://doi.org/10.1000/1")


@pytest.mark.parametrize(
    ("record", "italic"),
    [
        (Record("x", "book", "Whole?", publisher="P"), ["Whole?"]),
        (Record("x", "webpage", "Page", container_title="Site"), ["Page"]),
        (Record("x", "chapter", "Part", container_title="Whole"), ["Whole"]),
        (Record("x", "article", "Preprint"), ["Preprint"]),
    ],
)
def test_a_work_of_its_own_has_its_title_in_italics(record: Record, italic: list[str]) -> None:
    assert [part.text for part in apa(record).parts if part.italic] == italic


def test_markup_in_a_title_is_plain_text() -> None:
    assert apa(article(title="<b>Mg</b> & you", issued=(2000,))).text == "<b>Mg</b> & you. (2000). Journal."
