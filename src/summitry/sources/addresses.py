"""Which addresses of the network are public: those of the internet that anyone may reach."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Final

_NOT_PUBLIC_4: Final = tuple(
    map(
        IPv4Network,
        (
            "0.0.0.0/8",  # this network
            "10.0.0.0/8",  # private
            "100.64.0.0/10",  # shared by a carrier's customers
            "127.0.0.0/8",  # loopback
            "169.254.0.0/16",  # link-local, and where clouds keep a machine's metadata
            "172.16.0.0/12",  # private
            "192.0.0.0/24",  # protocols' own
            "192.0.2.0/24",  # documentation
            "192.31.196.0/24",  # name servers' own
            "192.52.193.0/24",  # relays' own
            "192.88.99.0/24",  # relays of IPv6
            "192.168.0.0/16",  # private
            "192.175.48.0/24",  # name servers' own
            "198.18.0.0/15",  # benchmarks
            "198.51.100.0/24",  # documentation
            "203.0.113.0/24",  # documentation
            "224.0.0.0/4",  # multicast
            "240.0.0.0/4",  # reserved, and broadcast
        ),
    )
)
_GLOBAL_6: Final = IPv6Network("2000::/3")
_NOT_PUBLIC_6: Final = tuple(
    map(
        IPv6Network,
        (
            "2001::/23",  # protocols' own, Teredo among them
            "2001:db8::/32",  # documentation
            "2002::/16",  # 6to4: an IPv4 address within, through anybody's relay
            "2620:4f:8000::/48",  # name servers' own
            "3fff::/20",  # documentation
        ),
    )
)
_TRANSLATED: Final = IPv6Network("64:ff9b::/96")
"""The last 32 bits are the IPv4 address that a network without IPv4 is to reach."""


def is_public(address: str) -> bool:
    """Whether an IPv4 or IPv6 address is public, also one that is written within another.

    The tables are those of the IANA's registries of special-purpose addresses. What is no address,
    or has a zone ("fe80::1%eth0"), is not public.
    """
    try:
        found = ip_address(address)
    except ValueError:
        return False
    if isinstance(found, IPv6Address):
        within = _within(found)
        if within is None:
            return _is_public_6(found)
        found = within
    return not any(found in network for network in _NOT_PUBLIC_4)


def _within(address: IPv6Address) -> IPv4Address | None:
    if address in _TRANSLATED and address.scope_id is None:
        return IPv4Address(address.packed[-4:])
    return address.ipv4_mapped


def _is_public_6(address: IPv6Address) -> bool:
    return (
        address.scope_id is None
        and address in _GLOBAL_6
        and not any(address in network for network in _NOT_PUBLIC_6)
    )
