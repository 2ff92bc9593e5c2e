"""Golden references. Rows marked ICMJE or CM follow sample references printed by the ICMJE and Citing Medicine."""

from __future__ import annotations

from typing import Any

import pytest

from sources.bib.cited import Part
from sources.bib.csl import parse_csl
from sources.bib.record import Name, Record
from sources.bib.vancouver import vancouver


def people(text: str) -> list[dict[str, str]]:
    """Read "Reno|Anna M.; Green|M." as CSL names; a name without a bar is a body."""
    parts = [name.strip().split("|") for name in text.split(";") if name.strip()]
    return [{"family": part[0], "given": part[1]} if len(part) == 2 else {"literal": part[0]} for part in parts]


def reference(authors: str, **members: Any) -> Record:
    item = {"id": "x", "type": "article-journal", "author": people(authors)}
    records, problems = parse_csl([item | {key.replace("_", "-"): value for key, value in members.items()}])
    assert problems == []
    return records[0]


def on(*parts: int) -> dict[str, Any]:
    return {"date-parts": [list(parts)]}


ROWS = [
    (
        "CM ch. 1 / ICMJE 1: full date, volume, issue, shortened pages",
        reference(
            "Halpern|Scott D.; Ubel|Peter A.; Caplan|Arthur L.",
            title="Solid-organ transplantation in HIV-infected patients",
            container_title_short="N Engl J Med",
            issued=on(2002, 7, 25),
            volume="347",
            issue="4",
            page="284-287",
        ),
        "Halpern SD, Ubel PA, Caplan AL. Solid-organ transplantation in HIV-infected patients. "
        "N Engl J Med. 2002 Jul 25;347(4):284-7.",
    ),
    (
        "ICMJE 1: more than six authors, the first six and et al.",
        reference(
            "Rose|Mark E.; Huerbin|M. B.; Melick|J.; Marion|Donald W.; Palmer|A M; Schiding|J.K.; Kochanek|P.",
            title="Regulation of interstitial excitatory amino acid concentrations after cortical contusion injury",
            container_title="Brain Res.",
            issued=on(2002),
            volume="935",
            issue="1-2",
            page="40-46",
        ),
        "Rose ME, Huerbin MB, Melick J, Marion DW, Palmer AM, Schiding JK, et al. Regulation of interstitial "
        "excitatory amino acid concentrations after cortical contusion injury. Brain Res. 2002;935(1-2):40-6.",
    ),
    (
        "ICMJE 2: an organisation as author",
        reference(
            "Diabetes Prevention Program Research Group",
            title="Hypertension, insulin, and proinsulin in participants with impaired glucose tolerance",
            container_title="Hypertension",
            issued=on(2002),
            volume="40",
            issue="5",
            page="679-686",
        ),
        "Diabetes Prevention Program Research Group. Hypertension, insulin, and proinsulin in participants with "
        "impaired glucose tolerance. Hypertension. 2002;40(5):679-86.",
    ),
    (
        "ICMJE 3: persons, a particle, then an organisation after a semicolon",
        reference(
            "Vallancien|Guy; Emberton|Mark; Harving|Niels; van Moorselaar|R. Jeroen; Alf-One Study Group",
            title="Sexual dysfunction in 1,274 European men suffering from lower urinary tract symptoms",
            container_title="J Urol",
            issued=on(2003),
            volume="169",
            issue="6",
            page="2257-2261",
        ),
        "Vallancien G, Emberton M, Harving N, van Moorselaar RJ; Alf-One Study Group. Sexual dysfunction in 1,274 "
        "European men suffering from lower urinary tract symptoms. J Urol. 2003;169(6):2257-61.",
    ),
    (
        "ICMJE 4: no author, the title stands first",
        reference(
            "",
            title="21st century heart solution may have a sting in the tail",
            container_title="BMJ",
            issued=on(2002),
            volume="325",
            issue="7357",
            page="184",
        ),
        "21st century heart solution may have a sting in the tail. BMJ. 2002;325(7357):184.",
    ),
    (
        "ICMJE 11: issue without volume; pages that do not shorten",
        reference("Banit|D. M.", title="T", container_title="Clin Orthop", issued=on(2002), issue="401", page="98-101"),
        "Banit DM. T. Clin Orthop. 2002;(401):98-101.",
    ),
    (
        "ICMJE 12: neither volume nor issue",
        reference("", title="Outreach", container_title="HRSA Careaction", issued=on(2002, 6), page="1-6"),
        "Outreach. HRSA Careaction. 2002 Jun:1-6.",
    ),
    (
        "ICMJE 13: roman page numbers; CM: a title that ends with its own mark gets no stop",
        reference(
            "Chadwick|R.", title="Is it?", container_title="Bioethics", issued=on(2002), volume="16", page="iii-v"
        ),
        "Chadwick R. Is it? Bioethics. 2002;16:iii-v.",
    ),
    (
        "PubMed's citation: month, DOI, PMID, PMCID",
        reference(
            "Veen|Yvonne van der",
            title="T",
            container_title="J Test",
            issued=on(2012, 12),
            volume="17",
            issue="12",
            page="1161-1168",
            DOI="10.1000/AbC",
            PMID="123",
            PMCID="PMC45",
            URL="https://example.org/x",
        ),
        "van der Veen Y. T. J Test. 2012 Dec;17(12):1161-8. doi: 10.1000/AbC. PMID: 123; PMCID: PMC45.",
    ),
    (
        "CM ch. 1: no date of publication",
        reference("Caillard|", title="T", container_title="J Test", volume="3", PMID="123"),
        "Caillard. T. J Test. [date unknown];3. PMID: 123.",
    ),
    (
        "CM ch. 23: an article known by its address only; a stop after an address that ends with a slash",
        reference("Wary|C.", title="T", container_title="J Test", issued=on(1999), URL="https://example.org/a/"),
        "Wary C. T. J Test [Internet]. 1999. Available from: https://example.org/a/.",
    ),
    (
        "ICMJE 25: a book with edition, place and publisher",
        reference(
            "Murray|Patrick R.; Rosenthal|Ken S.",
            type="book",
            title="Medical microbiology",
            edition="4",
            publisher="Mosby",
            publisher_place="St. Louis",
            issued=on(2002),
        ),
        "Murray PR, Rosenthal KS. Medical microbiology. 4th ed. St. Louis: Mosby; 2002.",
    ),
    (
        "ICMJE 28: a chapter in a book",
        reference(
            "Meltzer|P. S.",
            type="chapter",
            title="Chromosome alterations in human solid tumors",
            container_title="The genetic basis of human cancer",
            publisher="McGraw-Hill",
            publisher_place="New York",
            issued=on(2002),
            page="93-113",
        ),
        "Meltzer PS. Chromosome alterations in human solid tumors. In: The genetic basis of human cancer. "
        "New York: McGraw-Hill; 2002. p. 93-113.",
    ),
    (
        "CM ch. 4: a report by a body, place not known",
        reference(
            "Institute of Medicine",
            type="report",
            title="Intakes",
            publisher="National Academies Press",
            issued=on(1997),
            DOI="10.17226/5776",
        ),
        "Institute of Medicine. Intakes. [place unknown]: National Academies Press; 1997. doi: 10.17226/5776.",
    ),
    (
        "CM ch. 25: a web page, its date not known, the day it was read known",
        reference(
            "Labdoor",
            type="webpage",
            title="Rankings",
            container_title="Labdoor",
            accessed=on(2026, 3, 4),
            URL="https://example.org/rankings",
        ),
        "Labdoor. Rankings [Internet]. [place unknown]: Labdoor; [date unknown] [cited 2026 Mar 4]. "
        "Available from: https://example.org/rankings",
    ),
    (
        "CM ch. 25: a web page of which only title and address are known",
        reference("", type="webpage", title="Page", URL="https://example.org/p"),
        "Page [Internet]. [place unknown: publisher unknown]; [date unknown]. Available from: https://example.org/p",
    ),
]


@pytest.mark.parametrize(("rule", "record", "expected"), ROWS)
def test_the_reference_follows_the_published_rule(rule: str, record: Record, expected: str) -> None:
    assert str(vancouver(record)) == expected, rule


@pytest.mark.parametrize(
    ("rule", "name", "expected"),
    [
        ("at most two initials", Name("Baaij", "Jeroen HF", particle="de"), "de Baaij JH"),
        ("a hyphen between given names is passed over", Name("Bloch", "Jean-Pierre"), "Bloch JP"),
        ("hyphens in surnames stay", Name("Leroy-Willig", "Anne"), "Leroy-Willig A"),
        ("a stop in a surname goes", Name("St. James", "Charles A."), "St James CA"),
        ("particles stay as printed", Name("de la Broquerie", "G."), "de la Broquerie G"),
        (
            "a dropping particle stays with the surname",
            Name("Humboldt", "A.", dropping_particle="von"),
            "von Humboldt A",
        ),
        ("Jr without a stop", Name("Smith", "Ann B.", suffix="Jr."), "Smith AB Jr"),
        ("a roman numeral becomes an ordinal", Name("DeVita", "V. T.", suffix="III"), "DeVita VT 3rd"),
        ("no given name", Name("Caillard"), "Caillard"),
        ("letters beyond ASCII", Name("Løvik", "Øystein Åge"), "Løvik ØÅ"),
    ],
)
def test_a_personal_name(rule: str, name: Name, expected: str) -> None:
    assert vancouver(Record(id="x", type="book", author=(name,), title="T", issued=(2000,), publisher="P")).text == (
        f"{expected}. T. [place unknown]: P; 2000."
    ), rule


def test_identifiers_are_links_and_nothing_is_italic() -> None:
    record = Record(id="x", type="article", title="T", issued=(2000,), doi="10.1000/a<b", pmid="1", pmcid="PMC2")
    assert vancouver(record).parts == (
        Part("T."),
        Part(" "),
        Part("2000."),
        Part(" "),
        Part("doi: "),
        Part("10.1000/a<b", url="https://doi.org/10.1000/a%3Cb"),
        Part("."),
        Part(" "),
        Part("PMID: "),
        Part("1", url="https://pubmed.ncbi.nlm.nih.gov/1/"),
        Part("; "),
        Part("PMCID: "),
        Part("PMC2", url="https://pmc.ncbi.nlm.nih.gov/articles/PMC2/"),
        Part("."),
    )
