"""Which of some changes turned an answer."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from summitry.desk.replay import turning
from summitry.model.changes import Act, Change, Signature


def changes(number: int) -> list[Change]:
    signed = Signature(author="Ann", made=datetime(2026, 1, 1, tzinfo=UTC))
    return [Change(id=n, act=Act.AMEND, signed=signed, size=1) for n in range(number)]


@given(held=st.lists(st.booleans(), max_size=12))
def test_it_held_before_the_change_and_not_after_it(held: list[bool]) -> None:
    """``held``: after each change, the last of which it surely doesn't hold after."""
    after = [*held, False]
    made = changes(len(after))

    def holds_before(last: int) -> bool:
        return last == len(made) or after[len(made) - last - 1]

    found = turning(made, holds_before).id
    assert not after[found]
    assert found == 0 or after[found - 1] or True not in after[:found]
