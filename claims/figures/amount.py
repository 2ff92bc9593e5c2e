"""One quantity with its role, and how its numbers are written in a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from claims.figures.quantity import Statistic


@dataclass(frozen=True, slots=True)
class Amount:
    """A quantity with its role: a value, a reported range, an interval; ``arithmetic`` if it was worked out.

    ``is_signed`` tells that a positive number is surely a rise; otherwise it may be the size of a fall.
    ``is_restated`` tells that the arithmetic only turns a ratio into per cent; ``step`` is then how precisely the
    ratio was printed, in per cent. ``direction`` shows the groups that gave the number its sign, if they did.
    """

    value: float | None
    low: float | None
    high: float | None
    unit: str
    statistic: Statistic | None
    ci_low: float | None = None
    ci_high: float | None = None
    arithmetic: str = ""
    is_signed: bool = False
    is_restated: bool = False
    step: float | None = None
    direction: str = ""

    @property
    def is_worked_out(self) -> bool:
        """Tell whether the amount follows by arithmetic from others, not only from another way to write it."""
        return bool(self.arithmetic) and not self.is_restated

    @property
    def numbers(self) -> tuple[float, ...]:
        """Return the numbers stated, the interval apart."""
        return tuple(number for number in (self.value, self.low, self.high) if number is not None)


def show(number: float) -> str:
    """Return a number as a reader expects it, the way pages print it: thousands by a comma, a true minus sign.

    At most four significant digits if broken.
    """
    return signed(f"{number:,.10g}" if number == round(number, 3) else f"{number:,.4g}")


def signed(text: str) -> str:
    """Return the text of a number with a true minus sign."""
    return text.replace("-", "−", 1) if text.startswith("-") else text


def interval_text(low: float, high: float) -> str:
    """Return a 95 % confidence interval in words."""
    return f"95 % CI {show(low)} to {show(high)}"
