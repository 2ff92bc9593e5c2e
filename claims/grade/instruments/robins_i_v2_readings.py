"""Who has read the charts of the ROBINS-I V2 draft, and how far they agree, domain by domain.

The draft prints its charts as pictures; no machine-readable form is published. Five public readings were compared on
2026-11-22. A line of `robins_i_v2` is the one traced arrow by arrow (T) where at least one other reading has it too;
a line that T has alone stays undecided.
"""

from __future__ import annotations

#: Letter and description of each reading.
READERS = (
    (
        "T",
        "robins-i-mcp 0.1.0 by Black Swan Causal Labs: traced arrow by arrow from the figures on pages 20 to 47 of the "
        "draft, with tests that each answer to each question leaves by exactly one arrow",
    ),
    ("A", "ROBINS-I-Tool by AymanNad: the charts for the effect of starting written out as text"),
    ("P", "a public tool in Python that cites the page of each chart"),
    ("W", "robins-i-tool by Michelle-Watson: the charts drawn again as graphs, one of them also as a function"),
    ("C", "CoRATES by InfinityBowman: rule tables; what the first reading here follows"),
)

METHOD = (
    "The draft prints its charts as pictures. Five public readings of them were compared on 2026-11-22: "
    + "; ".join(f"{letter}, {said}" for letter, said in READERS)
    + ". A line here is that of T where at least one other reading has it too; a line that T has alone is undecided."
)

CONFOUNDING = (
    "Effect of starting (page 20): T and A agree on every line that A writes out. P agrees but for 1a.2 weak no after "
    "1a.1 yes, which it reads like a yes; W's function agrees but for 1a.4 yes after three good answers (moderate). "
    "C alone reads 1a.1 weak no like a yes.",
    "Effect of keeping to it (page 24): T and P agree that no line ends in plain low and that a weak no to 1b.2 ends "
    "in moderate at best; W and C end it in low with the remark on confounding. 1b.2 strong no ends in serious in T "
    "and C; P and W go on to ask 1b.5.",
    "1b.2 yes, 1b.3 weak no, 1b.5 no: T has moderate, as for the effect of starting; P and C have low with the remark.",
    "1a.4 and 1b.5 offer no answer “no information”: T, A, P and W.",
)
CLASSIFICATION = (
    "Page 28: T, P and W have three tracks through 2.4 and 2.5, each a level worse than the one before; 2.4 weak yes "
    "on the middle track ends in serious or critical in all three, and C has no line for it.",
    "2.3 strong yes counts as the problem avoided in T and A; P and C put it on the middle track.",
)
SELECTION = (
    "Page 32: T, C and P agree but for 3.4 without information, which P reads as low; A reads 3.5 no as low.",
    "3.8 without information ends in serious: T, A, P and C.",
)
MISSING_DATA = (
    "Page 38: T and A agree on every line. P and C read 4.6 yes like a weak no and ask 4.11 after 4.8 no, which the "
    "draft's own condition for 4.11 does not list; W's graph differs from all others.",
    "4.11 offers no answer “no information”: T, A, P and W.",
)
MEASUREMENT = (
    "Page 41: T, P and C agree on every line; A has low for 5.1 without information with 5.2 no, and moderate for 5.3 "
    "strong yes.",
)
REPORTING = ("Page 47: T, A, P and C agree on every line; nothing known on all of 6.2 to 6.4 is serious.",)
OVERALL = (
    "Page 49, a table of text: the worst domain; that several domains of one level may add up to the next worse one is "
    "a person's decision in T and A."
)
