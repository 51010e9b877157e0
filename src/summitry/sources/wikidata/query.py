"""The query for office holders, as the Wikidata Query Service is asked it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from importlib.resources import files
from string import Template
from typing import Final

from summitry.model.problems import InputError

_ITEM: Final = re.compile(r"Q[1-9][0-9]*")


def query(*, offices: Sequence[str] = (), countries: Sequence[str] = ()) -> str:
    """The query for the holders of these positions, or of those who lead these countries.

    Both are ids of items, like Q11696 or Q30. InputError for another text, or for none of both.
    """
    chosen = []
    if offices:
        chosen.append(f"VALUES ?office {{ {_items(offices)} }}")
    if countries:
        chosen.append(_text("offices_of").substitute(countries=_items(countries)))
    if not chosen:
        raise InputError("no position and no country (expected an item of one, like Q11696 or Q30)")
    either = "\n    UNION\n    ".join(f"{{ {one} }}" for one in chosen)
    return _text("holders").substitute(offices=either)


def _text(name: str) -> Template:
    return Template(files(__package__).joinpath(f"{name}.sparql").read_text("utf-8"))


def _items(ids: Sequence[str]) -> str:
    for id in ids:
        if not _ITEM.fullmatch(id):
            raise InputError(f'not an item of Wikidata: "{id}" (expected Q and a number, like Q30)')
    return " ".join(f"wd:{id}" for id in dict.fromkeys(ids))
