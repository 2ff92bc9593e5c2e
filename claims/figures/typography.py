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


_PLAIN = {variant: sign for sign, variants in VARIANTS.items() for variant in variants}
_ASCII = bytes(range(128))


def plain_signs(text: str) -> str:
    """Return ``text`` with one hyphen, space, quote and micro sign for all variants; same length, same positions."""
    for variant in _signs_of(text) & _PLAIN.keys():
        text = text.replace(variant, _PLAIN[variant])
    return text


def _signs_of(text: str) -> set[str]:
    """Return the signs in a text that may be variants: all beyond ASCII, and the white space but space and new line."""
    signs = {space for space in "\t\r\f\v" if space in text}
    if not text.isascii():  # to delete by table takes a third of the time that looking for each variant takes
        signs.update(text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass"))
    return signs
