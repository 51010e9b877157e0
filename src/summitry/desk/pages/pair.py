"""The page of two parties: their history."""

from __future__ import annotations

from summitry.desk.history import gathered
from summitry.desk.pages.register import Register
from summitry.desk.paper import paper_of
from summitry.model.selection import Party
from summitry.telling.paper import Paper


def pair_page(one: Party, other: Party, register: Register) -> Paper:
    """What is told of two parties of the record."""
    return paper_of(
        gathered(
            one,
            other,
            register.view,
            as_of=register.as_of,
            today=register.today,
            frame_of=register.frame,
        )
    )
