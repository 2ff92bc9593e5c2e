"""Numbers that are not figures: dates, times, labels, citation marks, test statistics and interval ends."""

from __future__ import annotations

import re

from claims.figures.lead import Lead
from claims.figures.numerals import DASH, GAP, GAP0

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b"
)
NUMBER = rf"[{DASH}+]?[0-9]+(?:[.,·][0-9]+)?"
TO = rf"(?:{GAP0}(?:[{DASH},;]|to|and){GAP0})"
#: What begins at a digit and is no quantity. It is passed over whole.
_SHAPE = re.compile(
    rf"""
    [0-9]+ (?: [{DASH}][0-9]+ ){{2,}}                                  # ISBN, ISO date, telephone
  | [0-9]{{1,4}} (?: [./][0-9]{{1,2}} ) [./][0-9]{{2,4}} (?![0-9])       # date
  | [0-9]{{1,3}} (?: \.[0-9]{{1,3}} ){{3}} (?![0-9])                     # internet address
  | (?! [0-9]{{1,3}} (?: \.[0-9]{{3}} )+ (?![0-9.]) ) [0-9]{{1,3}} (?: \.[0-9]{{1,3}} ){{2,}} (?! ,?[0-9])   # section
  | [0-9]+ (?: st | nd | rd | th ) \b                                # ordinal
  | (?: 1[0-9] | 20 ) [0-9] 0 '? s \b                             # decade
  | [0-9]{{1,2}} (?: [:.][0-9]{{2}} )? {GAP0} [ap] (?: m\b | \.m\.? )       # time of day
  | (?: [01]?[0-9] | 2[0-3] ) : [0-5][0-9] (?: :[0-5][0-9] )? (?![0-9])
  | [0-9]{{1,2}} {GAP0} o'clock
  | (?: [01]?[0-9] | 2[0-3] ) \.[0-5][0-9] (?= {GAP} (?: on{GAP}(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day
    | (?: this | in{GAP}the | tomorrow | yesterday ) {GAP} (?: morning | afternoon | evening ) | GMT | BST | CET ) \b )
  | (?: 24 | 12 | 48 ) (?: -?{GAP0}-? ) (?: h | hr | hour ) s? -?{GAP0}
    (?: (?: dietary | diet | food | urine | urinary ) {GAP} )?
    (?: recalls? | clock | format | notation | news ) \b                # names of a method or a device
  | [0-9]{{1,2}} (?: {GAP0} [{DASH}] {GAP0} [0-9]{{1,2}} )? {GAP} (?: of {GAP} )? {_MONTH} (?: ,? {GAP} [0-9]{{4}} )?
  | (?: 24/7 | 9/11 | 7/7 | 50/50 | 50-50 | 20/20 | 9-to-5 ) (?![0-9/])
  | 0[0-9]+ (?: {GAP}[0-9]{{3,}} )* (?![.,·0-9][0-9])                      # leading nought: telephone, code
  | [0-9]{{3}} [-.\s]{{1,3}} [0-9]{{3}} [-.\s]{{1,3}} [0-9]{{4}} (?![0-9])              # telephone
  | (?<=\+) [0-9]{{1,3}} (?: [\ -][0-9]{{2,4}} ){{2,}}                     # telephone
  | [0-9]{{1,4}} \( [0-9]+ (?:[{DASH}][0-9]+)? \) (?: :[0-9]+ (?:[{DASH}][0-9]+)? )?   # volume(issue):pages
  | [0-9]{{4}} ;{GAP0} [0-9]+ (?: \([0-9]+\) )? (?: :{GAP0}[0-9]+ (?: [{DASH}][0-9]+ )? )?   # year;volume:pages
  | [0-9]+ : [0-9]+ [{DASH}] [0-9]+                                   # volume:pages
    """,
    re.VERBOSE,
)
_YEAR = re.compile(
    rf"(?:(?:1[0-9]|20)[0-9]{{2}}|2100)(?![0-9.,·][0-9]|[0-9])(?:[{DASH}/](?:[0-9]{{4}}|[0-9]{{2}})(?![0-9]))?"
)
_BRACKET = re.compile(rf"[\[(][0-9]{{1,3}}[a-z]?(?:(?:[,;]{GAP0}|[{DASH}])[0-9]{{1,3}}[a-z]?)*[\])]")
_INTERVAL_NAME = r"(?:CIs?|CrIs?|confidence|credible|credibility|prediction|uncertainty|HDI|limits of agreement)\b"
_INTERVAL = re.compile(
    rf"{GAP0}-?{_INTERVAL_NAME}(?:{GAP}(?:intervals?|limits?|bounds?|bands?))?(?:{GAP0}\(?\[?C(?:r)?Is?\]?\)?)?"
    rf"(?:{GAP0}(?:[:,;=(\[]|of|was|were|is|from|ranging|between|for{GAP}[a-z]+))*{GAP0}"
    rf"(?:{NUMBER}{GAP0}(?:%|[a-zA-Zµ]{{1,4}}(?:/[a-zA-Z]{{1,3}})?)??{TO}{NUMBER})?"
)
_LEVEL = re.compile(rf"{GAP0}-?{_INTERVAL_NAME}")
_ESTIMATE_INTERVAL = re.compile(rf"{GAP0}[(\[]{GAP0}{NUMBER}{TO}{NUMBER}{GAP0}[)\];,]")
_TEST = re.compile(
    r"(?:(?<![A-Za-z0-9])[pP](?:[-\s]?values?)?(?:[\s-](?:for|of|was|is|were|trend|interaction|less|greater|than|below|above|"
    r"under|equal|to|all|both|at))*\s*[=<>≤≥≈]{0,2}"
    r"|(?<![A-Za-z])(?:[tFzZQ]|χ2|χ²|chi-squared?|I2|I²)\s?(?:\([0-9.,\s]*\)|[0-9])?\s*(?:[=<>≤≥≈]|was|of|is)"
    r"|(?<![A-Za-z])(?:SDs?|S\.D\.|SEM?|S\.E\.|s\.d\.|s\.e\.|IQR|CV|df|CI|CrI|α|alpha)\s?(?:[=:,(\[]|of|was|is)?"
    r"|(?:standard\s(?:deviation|error)s?|interquartile\srange|significance\slevel)\s?(?:\([A-Za-z]+\))?\s?(?:of|was|is|[=:,(\[])?)"
    rf"\s*[{DASH}]?$"
)
_SPREAD = re.compile(
    rf"{GAP0}[(\[]{GAP0}(?P<name>SDs?|SEM?|[sS]\.[dDeE]\.|±)?[,: =]{{0,3}}[0-9]+(?:[.,·][0-9]+)?{GAP0}[)\]]"
)
_SPREAD_SAID = re.compile(r"[(\[,±]\s?(?:SDs?|SEM?|[sS]\.[dDeE]\.)[)\]]")
#: The words that may end an announcement; any other word rules one out at once.
_ANNOUNCING_WORDS = (
    "p value values of was is were than below above under equal to at trend interaction all both sd sds se sem iqr "
    "cv df ci cri alpha α deviation deviations error errors range level"
)
_ANNOUNCING = frozenset(_ANNOUNCING_WORDS.split())
_LINKS = frozenset({"of", "was", "is", "were", "than", "below", "above", "under", "equal", "to", "at", "all", "both"})
#: What may stand before such a link.
_BEFORE_LINK = _ANNOUNCING | {"for", "less", "greater", "pvalue", "pvalues"}
#: One of these words is in every announcement.
_TEST_NAMES_WORDS = (
    "p P pvalue pvalues Pvalue Pvalues t F z Z Q χ chi I SD SDs SE SEM S s IQR CV df CI CrI α alpha standard "
    "interquartile significance"
)
_TEST_NAMES = frozenset(_TEST_NAMES_WORDS.split())
_LETTERS = re.compile("[A-Za-zχα]+")
_SPACES = ("", " ", "\n")
_ADDRESS = re.compile(r"://|www\.|@|\bdoi\b|10\.[0-9]{4,}/|\.(?:com|org|net|gov|edu|html?|pdf)\b", re.IGNORECASE)
_SCALE_NAME = re.compile(rf"[{DASH}\s]{{0,3}}(?:point{GAP})?(?:scales?\b|Likert)", re.IGNORECASE)
_SCALE_OF = re.compile(
    rf"\bscales?\b{GAP}(?:of|from|between|ranging{GAP}from|going{GAP}from|runs{GAP}from){GAP0}(?:from{GAP}|between{GAP})?$"
)
_OFFICES = frozenset({"patent", "patents", "us", "ep", "gb", "wo", "no", "no."})
_MONTH_WORDS = (
    "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october "
    "nov november dec december"
)
_MONTHS = frozenset(_MONTH_WORDS.split())
_ADDRESS_SIGNS = frozenset("/@.")
_DATE_LEFT = re.compile(rf"{_MONTH}\.?{GAP}$")

_LABELS_WORDS = (
    "figure figures fig fig. figs. table tables tab. chapter chapters ch. section sections sec. § step steps type "
    "types phase phases stage stages grade grades level levels class category tier week day month year visit "
    "question questions q page pages p. pp. pp volume volumes vol vol. vols. issue no no. nos. number numbers nr # "
    "room rooms platform gate route highway road street article articles act clause part parts item appendix "
    "equation eq eq. eqs. ref ref. refs. reference references note notes version v v. windows python formula apollo "
    "flight group groups cohort arm study studies experiment experiments model line lines channel extension area "
    "district psalm verse episode season series round lap game book box building floor omega vitamin isbn issn pmid "
    "pmcid arxiv tel tel. call dial code zip top war ward zone terminal exit junction bus lot lesson unit module "
    "exercise rule point principle reason tip myth fact opus symphony op. boeing airbus iphone galaxy catch agenda "
    "resolution directive regulation cup annex schedule paragraph para. verse hole stadium area51 interstate i- m- "
    "a- world league division generation gen mark mk supplementary panel panels case patient participant subject "
    "respondent player jersey shirt track title file layer node sample site lane trial task ex. fig.s theorem lemma "
    "corollary bundle bed wing studio channel radio"
)
LABELS = frozenset(_LABELS_WORDS.split())
#: The last words before a number that can make it a label, date, patent or statistic; any other word rules them out.
TELLING = LABELS | _ANNOUNCING | _MONTHS | _OFFICES | {"per"}


def shape_end(text: str, start: int) -> int:
    """Return the end of the date, time, identifier or citation that begins at ``start``, or ``start``."""
    match = _SHAPE.match(text, start)
    return match.end() if match else start


def year_end(text: str, start: int) -> int:
    """Return the end of a four-digit number that could be a year (or a span of years), or ``start``."""
    match = _YEAR.match(text, start)
    return match.end() if match else start


def bracket_end(text: str, start: int) -> int:
    """Return the end of the bracketed citation mark or list number around ``start``, or ``start``."""
    match = _BRACKET.match(text, start - 1) if start else None
    return match.end() if match else start


def interval_end(text: str, end: int) -> int:
    """Return the end of the confidence interval whose level ("95 %") ends at ``end``, or ``end``."""
    match = _INTERVAL.match(text, end) if _LEVEL.match(text, end) else None
    return match.end() if match else end


def estimate_interval_end(text: str, end: int) -> int:
    """Return the end of a bracketed interval directly behind an estimate: "0.58 (0.43-0.78)"."""
    ahead = text[end : end + 4]
    match = _ESTIMATE_INTERVAL.match(text, end) if "(" in ahead or "[" in ahead else None
    return match.end() if match else end


def is_test_statistic(lead: Lead) -> bool:
    """Tell whether the text before a number announces a p-value, a test statistic, a spread or an interval."""
    if lead.last in _LINKS and not _announces(lead.left):
        return False
    left = lead.left[-36:]
    return not _TEST_NAMES.isdisjoint(_LETTERS.findall(left)) and _TEST.search(left) is not None


def _announces(left: str) -> bool:
    """Tell whether the last word but one can belong to an announcement that ends in a word such as "of" or "was"."""
    word = left.rsplit(None, 2)[-2:][0]
    return not word.isalpha() or word.lower() in _BEFORE_LINK or word in _TEST_NAMES


def is_labelled(lead: Lead) -> bool:
    """Tell whether the word before a number makes it a label: "Table 2", "type 2", "week 4", "No. 7"."""
    return lead.last in LABELS and not (lead.last in _STUDIES and _POINTED.search(lead.left))


_STUDIES = frozenset({"trial", "study", "experiment", "survey", "cohort"})
#: "In the trial 22 patients fell ill": a study that was named before, not the study with this number.
_POINTED = re.compile(
    rf"\b(?:the|this|that|our|their|each|another){GAP}(?:trial|study|experiment|survey|cohort){GAP}$", re.IGNORECASE
)


def is_patent(lead: Lead) -> bool:
    """Tell whether the number is that of a patent: "patent US 9,876,543"."""
    return lead.last in _OFFICES and "atent" in lead.left


def follows_month(lead: Lead) -> bool:
    """Tell whether the number is the day in "March 5"."""
    return lead.last.rstrip(".") in _MONTHS and _DATE_LEFT.search(lead.left) is not None


def spread_end(text: str, end: int) -> int:
    """Return the end of the bracketed spread behind a number: "57.3 (SD 9.4)", or "(9.4)" where "(SD)" is announced."""
    match = _SPREAD.match(text, end)
    if match and (match["name"] or _SPREAD_SAID.search(text, max(0, end - 80), end)):
        return match.end()
    return end


def in_address(text: str, start: int) -> bool:
    """Tell whether the number stands inside a web address, an e-mail address or a DOI."""
    if text[start - 1 : start] in _SPACES and not text.startswith("10.", start):
        return False
    begin, stop = max(0, start - 120), start + 40
    word = text[begin:start].rsplit(None, 1)[-1:] if not text[start - 1 : start].isspace() else []
    chunk = (word[0] if word else "") + (text[start:stop].split(None, 1) or [""])[0]
    if _ADDRESS_SIGNS.isdisjoint(chunk) and "doi" not in chunk.lower():
        return False
    return _ADDRESS.search(chunk) is not None


def names_scale(text: str, left: str, end: int) -> bool:
    """Tell whether the number belongs to a rating scale: "a 0-10 scale", "a scale of 1 to 5"."""
    if "cale" not in left and "cale" not in text[end : end + 16] and "Likert" not in text[end : end + 16]:
        return False
    return _SCALE_NAME.match(text, end) is not None or _SCALE_OF.search(left) is not None
