from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.faces.web.rates import MOST_CLIENTS, Rates


class Clock:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@given(st.integers(1, 20), st.lists(st.floats(0, 30), max_size=60))
def test_no_client_gets_more_than_twice_its_due_and_whoever_waits_gets_in(
    per_minute: int, pauses: list[float]
) -> None:
    clock = Clock()
    rates = Rates(per_minute, clock)
    let_in: list[float] = []
    for pause in pauses:
        clock.now += pause
        wait = rates.wait("a")
        if wait:
            clock.now += wait
            wait = rates.wait("a")
        assert wait == 0
        let_in.append(clock.now)
    for start in let_in:
        assert sum(start <= at < start + 60 for at in let_in) <= 2 * per_minute


def test_clients_are_told_apart_by_what_is_theirs() -> None:
    rates = Rates(1, Clock())
    assert rates.wait("192.0.2.1") == 0
    assert rates.wait("192.0.2.1") == 60
    assert rates.wait("::ffff:192.0.2.1") == 60
    assert rates.wait("192.0.2.2") == 0
    assert rates.wait("2001:db8::1") == 0
    assert rates.wait("2001:db8::ffff:2") == 60
    assert rates.wait("2001:db8:0:1::1") == 0
    assert rates.wait("fe80::1%eth0") == 0


@pytest.mark.parametrize("client", ["", "nonsense", "\x00", "1.2.3", "::1%" + "a" * 999])
def test_whatever_a_client_is_called_it_is_counted(client: str) -> None:
    rates = Rates(1, Clock())
    assert rates.wait(client) == 0
    assert rates.wait(client) == 60


def test_many_clients_take_no_more_memory() -> None:
    rates = Rates(1, Clock())
    for number in range(MOST_CLIENTS + 10):
        assert rates.wait(f"client {number}") == 0
    # The first ones are forgotten; the last are not.
    assert rates.wait("client 0") == 0
    assert rates.wait(f"client {MOST_CLIENTS + 9}") == 60
