"""Rates: how often a client may ask for what is dear."""

from __future__ import annotations

import ipaddress
from collections import OrderedDict
from collections.abc import Callable
from math import ceil
from time import monotonic
from typing import Final

MOST_CLIENTS: Final = 10_000
"""Clients that are remembered; beyond, the one that asked longest ago is forgotten."""
MINUTE: Final = 60.0
_NETWORK: Final = 64
"""Bits of an IPv6 address that tell clients apart: one has all the addresses within."""


class Rates:
    """A bucket of tokens a client, which fills within a minute."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = monotonic) -> None:
        self._most = float(per_minute)
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, client: str) -> int:
        """0 if the client may ask, which is then noted; else in how many seconds it may."""
        who, at = _who(client), self._clock()
        left, since = self._left.pop(who, (self._most, at))
        left = min(self._most, left + (at - since) * self._most / MINUTE)
        allowed = left >= 1
        self._left[who] = (left - 1 if allowed else left, at)
        if len(self._left) > MOST_CLIENTS:
            self._left.popitem(last=False)
        return 0 if allowed else max(1, ceil((1 - left) * MINUTE / self._most))


def _who(client: str) -> str:
    try:
        address = ipaddress.ip_address(client.partition("%")[0])
    except ValueError:
        return client
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return str(address.ipv4_mapped)
        return str(ipaddress.ip_network((address, _NETWORK), strict=False))
    return str(address)
