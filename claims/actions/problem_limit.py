"""How many problems may be reported: by one sender and by everybody, in an hour and in a day.

Counted in the database, inside the verb's transaction, so that several workers share one count and none is lost.
An address is kept as a keyed hash that differs from window to window, so what was kept for a closed one tells nothing.
"""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from datetime import UTC, datetime

from django.utils.crypto import salted_hmac
from django.utils.translation import gettext

from claims.models import ReportCount
from claims.policies import Refused

#: Leading bits of an IPv6 address that stand for one subscriber (RFC 6177): the rest is theirs to vary.
IPV6_PREFIX = 64


@dataclass(frozen=True, slots=True)
class Limit:
    """Most reports in a window of ``span`` seconds: by one sender, and by everybody together."""

    span: int
    each: int
    together: int

    def end(self, now: datetime) -> datetime:
        """Return when the window that holds this moment closes."""
        return datetime.fromtimestamp((now.timestamp() // self.span + 1) * self.span, UTC)


LIMITS = (Limit(3600, each=5, together=60), Limit(24 * 3600, each=20, together=300))


class TooManyReports(Refused):
    """There is no room for another report now; ``retry_at`` says when there is again."""

    def __init__(self, retry_at: datetime, *, own: bool) -> None:
        from_you = gettext("Many reports have come from your network lately.")
        from_all = gettext("Very many reports have come in lately.")
        super().__init__(from_you if own else from_all)
        self.retry_at = retry_at


def network_of(address: str) -> str:
    """Return the part of an IP address that stands for one sender; what is no address stands for itself."""
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped:
            return str(ip.ipv4_mapped)
        return str(ipaddress.ip_network((ip.packed, IPV6_PREFIX), strict=False))
    return str(ip)


def sender_in(window: datetime, span: int, address: str) -> str:
    """Return the keyed hash by which a sender is told apart in one window, and in no other."""
    value = f"{span} {window.timestamp():.0f} {network_of(address)}"
    return salted_hmac("claims.problem.sender", value, algorithm="sha256").hexdigest()


def count_report(address: str, *, now: datetime) -> None:
    """Count a report from this address. Call inside a verb. Raises `TooManyReports`; nothing is counted then."""
    ReportCount.objects.filter(ends_at__lte=now).delete()
    full: list[tuple[datetime, bool]] = []
    for limit in LIMITS:
        ends_at = limit.end(now)
        for sender, most in ((sender_in(ends_at, limit.span, address), limit.each), ("", limit.together)):
            row, _ = ReportCount.objects.get_or_create(ends_at=ends_at, span=limit.span, sender=sender)
            if row.count >= most:
                full.append((ends_at, bool(sender)))
            row.count += 1
            row.save()
    if full:
        retry_at, own = max(full)
        raise TooManyReports(retry_at, own=own)
