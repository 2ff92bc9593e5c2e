"""Whether "pounds" are money or a weight: the words before the number tell."""

from __future__ import annotations

import re

from claims.figures.lead import Lead
from claims.figures.quantities import Quantity

#: A word for money, and at most five others that speak of no weight.
_SPENT = re.compile(
    r"\b(?:cost|costs|costing|pays?|paid|paying|spend|spends|spent|spending|charg(?:e|es|ed|ing)|worth|earn(?:s|ed|ing)?|sav(?:e|es|ed)|"
    r"pric(?:e|es|ed)|fees?|fine[ds]?|ow(?:e|es|ed)|sold|buys?|bought|budget|bills?|wages?|salary|donat(?:e|es|ed)|debts?|pound)"
    r"\b(?:\s+(?!(?:and|but|los\w+|lost|gain\w*|weigh\w*|shed|bags?|sacks?|box(?:es)?)\b)[\w'-]+){0,5}\s+$",
    re.IGNORECASE,
)


def means_money(text: str, quantity: Quantity, lead: Lead) -> bool:
    """Tell whether a number of pounds is an amount of money: "costs three pounds", not "lost three pounds"."""
    spelled = "pound" in text[quantity.number_end : quantity.end].lower()
    return spelled and _SPENT.search(lead.left) is not None
