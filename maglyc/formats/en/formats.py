"""How numbers and dates are printed in English; for every other language, Django knows its own forms."""

DATE_FORMAT = "j F Y"
DECIMAL_SEPARATOR = "."
#: As the sentences of the record write it.
THOUSAND_SEPARATOR = ","
