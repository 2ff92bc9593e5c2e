"""Answers to each instrument that lead to a known judgement."""

from __future__ import annotations

#: RoB 2 (assignment): every domain low.
ROB2_LOW = {
    "1.1": "Y", "1.2": "Y", "1.3": "N", "2.1": "N", "2.2": "N", "2.6": "Y", "3.1": "Y", "4.1": "N", "4.2": "N",
    "4.3": "N", "5.1": "Y", "5.2": "N", "5.3": "N",
}  # fmt: skip
#: RoB 2 (assignment): two domains with some concerns, so that a person may decide on high.
ROB2_SEVERAL = {**ROB2_LOW, "1.1": "N", "5.1": "NI"}
#: RoB 2 (adhering): every domain low.
ADHERING_LOW = {
    "1.1": "Y", "1.2": "Y", "1.3": "N", "2.1": "N", "2.2": "N", "2.4": "N", "2.5": "N", "3.1": "Y", "4.1": "N",
    "4.2": "N", "4.3": "N", "5.1": "Y", "5.2": "N", "5.3": "N",
}  # fmt: skip
#: ROBINS-I 2016: the second domain is the worst.
ROBINS_SERIOUS = {"1": "moderate", "2": "serious", **dict.fromkeys("34567", "low")}
#: AMSTAR 2: a plain no to item 7, which is critical by default, and to item 10, which is not.
AMSTAR_LOW = {str(item): "yes" for item in range(1, 17)} | {"7": "no", "10": "no"}
#: ROBINS-I V2: only the questions before the domains are answered so far.
V2_BEGUN = {"1.0": "assignment"}
#: ROBINS-I V2: the questions before the domains stop the appraisal.
V2_STOPPED = {"B1": "N", "B2": "Y"}
