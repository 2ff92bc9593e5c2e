"""How numbers and dates are printed in English; for every other language, Django knows its own forms."""

DATE_FORMAT = "j F Y"
DECIMAL_SEPARATOR = "."
#: A narrow space that does not break (ISO 80000-1): a comma would be a decimal sign to half the readers of English.
THOUSAND_SEPARATOR = "\u202f"
