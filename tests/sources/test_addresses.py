from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.sources.addresses import is_public

PUBLIC: Final = (
    "93.184.215.14",
    "8.8.8.8",
    "172.32.0.1",
    "100.128.0.1",
    "2606:4700::6810:84e5",
    "2a00:1450:4001:80b::200e",
    "::ffff:8.8.8.8",
    "64:ff9b::8.8.8.8",
)

NOT_PUBLIC: Final = {
    "loopback": ("127.0.0.1", "127.255.255.254", "::1", "::ffff:127.0.0.1"),
    "private": ("10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "fc00::1", "fd12::1"),
    "a carrier's": ("100.64.0.1", "100.127.255.255"),
    "link-local": ("169.254.1.1", "fe80::1", "fe80::1%eth0", "fec0::1"),
    "a cloud's metadata": ("169.254.169.254", "::ffff:169.254.169.254", "fd00:ec2::254"),
    "unspecified": ("0.0.0.0", "0.1.2.3", "::"),  # noqa: S104 - nothing listens to it
    "multicast": ("224.0.0.1", "239.255.255.255", "ff02::1"),
    "reserved": ("240.0.0.1", "255.255.255.255", "192.0.0.8", "198.18.0.1"),
    "documentation": ("192.0.2.1", "198.51.100.1", "203.0.113.1", "2001:db8::1", "3fff::1"),
    "written within another": (
        "::127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::10.0.0.1",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::1",
        "2002:7f00:1::1",
        "2002:808:808::1",
        "2001:0:4136:e378::1",
    ),
    "no address": ("", "localhost", "127.1", "0x7f000001", "2130706433", "8.8.8.8:80", "[::1]"),
}


@pytest.mark.parametrize("address", PUBLIC)
def test_what_anyone_may_reach_is_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address", [one for some in NOT_PUBLIC.values() for one in some], ids=lambda one: one or "none"
)
def test_what_is_not_of_the_internet_is_not_public(address: str) -> None:
    assert not is_public(address)


@given(st.ip_addresses(v=4))
def test_what_python_calls_not_global_is_not_public(address: IPv4Address) -> None:
    special = address.is_private or address.is_multicast or address.is_reserved
    assert not (is_public(str(address)) and special)


@given(st.ip_addresses(v=4))
def test_an_address_is_as_public_as_the_one_within_it(address: IPv4Address) -> None:
    mapped = IPv6Address(f"::ffff:{address}")
    translated = IPv6Address(int(IPv6Address("64:ff9b::")) + int(address))
    assert is_public(str(mapped)) == is_public(str(translated)) == is_public(str(address))


@given(st.ip_addresses(v=6))
def test_of_ipv6_only_what_is_global_is_public(address: IPv6Address) -> None:
    if is_public(str(address)) and address.ipv4_mapped is None:
        assert str(address).startswith(("2", "3", "64:ff9b:"))
        assert address.sixtofour is None
        assert address.teredo is None
