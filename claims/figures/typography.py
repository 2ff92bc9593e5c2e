"""One spelling for the signs that typography varies, so that every rule is written once."""

from __future__ import annotations

#: Sign -> the variants read as it. Each variant is one code point, so that positions stay those of the text.
#: The em dash is left: it separates clauses and never joins the ends of a range inside a name.
VARIANTS = {
    "-": "\u00ad‐‑‒–−﹣－",
    " ": "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\r\f\v",
    "'": "‘’ʼ′",
    '"': "“”„″",
    "µ": "μ",
    "%": "％",
}


def plain_signs(text: str) -> str:
    """Return ``text`` with one hyphen, space, quote and micro sign for all variants; same length, same positions."""
    for sign, variants in VARIANTS.items():
        for variant in variants if not text.isascii() else ("\t\r\f\v" if sign == " " else ""):
            if variant in text:
                text = text.replace(variant, sign)
    return text
