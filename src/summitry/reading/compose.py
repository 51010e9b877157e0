"""Mentions made of others, by a table: each form is a pattern over a line and what it makes.

They apply in the order of the table.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Final

from summitry.lexicon.tables import table
from summitry.reading import anchors, capacities, phrases, rosters
from summitry.reading.items import Item
from summitry.reading.line import Line, form
from summitry.reading.scene import Scene

_Maker = Callable[[Line, re.Match[str], Scene], Item | None]


def compose(line: Line, scene: Scene) -> Line:
    """The line with every composite mention as one."""
    for pattern, make in _table():
        line = line.rewritten(pattern, make, scene)
    return line


def _any(name: str) -> str:
    return "|".join(re.escape(w) for w in sorted(table("phrases")[name], key=len, reverse=True))


_LIST: Final = r"{Party}(?:, {Party})*(?:,? and {Party})?"
_WHERE: Final = r"(?:,? (?:(?:in|at|to|on|during|of|near|for) (?:the |an? )?)?(?:{Place}|{Time}|{Gathering}|{Mode}|{Setting}))*"


@cache
def _table() -> tuple[tuple[re.Pattern[str], _Maker], ...]:
    gathering = rf"(?:(?:{_any('gatherings')})\b|(?P<word>{{Word}}))"
    terms, takes, parts = (
        _any("terms"),
        _any("takes"),
        "|".join(map(re.escape, table("calendar")["parts"])),
    )
    return (
        (
            form(rf"(?:the )?(?P<part>{parts}) (?P<who>{{Party}})(?:'s)? (?P<term>{terms})\b"),
            phrases.part_of_term,
        ),
        (
            form(
                rf"(?:(?<=during )|(?<=in )|(?<=throughout ))(?P<who>{{Party}})(?:'s)? (?:(?P<nth>{{Ordinal}}) )?(?P<term>{terms})\b"
            ),
            phrases.whole_term,
        ),
        (form(r"{Time}(?:, {Time})*,? and {Time}"), phrases.times),
        (form(r"for (?:the|an?) (?:very )?(?P<nth>{Ordinal}) time"), phrases.for_the_nth_time),
        (form(r"{Setting}(?:(?:,|,? or) {Setting})+"), phrases.joined_settings),
        (form(r"{Mode}(?:(?:,|,? or) {Mode})+"), phrases.joined_modes),
        (
            form(
                rf"(?:(?P<time>{{Time}}) )?(?P<series>{{Series}}) {gathering}(?: in (?P<place>{{Place}}))?"
            ),
            phrases.gathering,
        ),
        (
            form(
                rf"(?:(?<=the )|(?<=an )|(?<=a ))(?P<place>{{Place}}) (?P<series>{{Series}})(?: {gathering})?"
            ),
            phrases.gathering,
        ),
        (form(r"(?P<series>{Series})(?=,? (?:and|or) {Gathering})"), phrases.gathering),
        (
            form(r"(?:(?<=at the )|(?<=during the )|(?<=of the ))(?P<series>{Series})(?! {Word})"),
            phrases.gathering,
        ),
        (form(r",? (?P<word>{Word}) by (?P<who>{Party}),?"), phrases.host),
        (
            form(r"(?:to {Word} about|to discuss|about) (?:the )?(?P<topic>{Topic|Place})"),
            phrases.about,
        ),
        (
            form(r"(?<!office)(?<!office ),? as (?:sitting )?(?P<title>{Title})"),
            capacities.as_title,
        ),
        (
            form(
                r",? (?:while|when) (?:they |the two )?(?:(?:were )?both (?:of them )?(?:men )?(?:were )?|{Party} (?:were )?(?:both )?(?:were )?)"
                r"(?:still )?in office"
            ),
            capacities.both_in_office,
        ),
        (form(r",? while (?P<who>{Party}) was in office"), capacities.one_in_office),
        (form(rf",? while {capacities.WAS}(?: and {capacities.WAS})*"), capacities.in_offices),
        (
            form(
                r"(?P<quantifier>every|each|all)(?: of)?(?: the)? (?:(?:sitting|serving|single) )?(?P<office>{Office})"
                r"(?:,? (?:since (?P<since>{Party})|from (?P<from>{Party})))?"
                r"(?: (?:up to|until|through|to) (?P<until>{Party}))?"
                rf"(?:,? except(?: for)? (?P<but>{_LIST}))?"
            ),
            rosters.each,
        ),
        (
            form(
                rf"since (?P<who>{{Party}}) (?:{takes}) (?:the |an? )?(?P<office>{{Office|Title}})"
            ),
            anchors.since_tenure,
        ),
        (
            form(
                r"since (?:the )?(?:(?P<time>{Time}) )?(?:{Party|Place}(?:'s)? )?(?:full-scale )?(?P<landmark>{Landmark})"
            ),
            anchors.since_landmark,
        ),
        (
            form(
                rf"since (?P<who>{{Party}})(?:'s)? (?:(?P<nth>{{Ordinal}}) )?(?:{{Time|Series|Gathering|Place|Setting|Mode}} )*(?P<word>{{Word}}){_WHERE}"
            ),
            anchors.since_event,
        ),
        (
            form(
                rf"since the (?:(?P<nth>{{Ordinal}}) )?(?:{{Mode|Setting}} )*(?P<word>{{Word}})(?: to (?:the )?{{Place}})? "
                rf"(?:of|between|by) (?P<who>{{Party}}(?: and {{Party}})?){_WHERE}"
            ),
            anchors.since_event,
        ),
        (form(r"no (?:(?:sitting|serving|other) )?(?P<office>{Office})"), rosters.none_of),
        (
            form(
                r"(?P<who>{Party})(?:,? who)? (?:was|became|is) (?:also )?the (?P<nth>{Ordinal}) (?:(?:sitting|serving) )?"
                r"(?P<office>{Office}) (?:ever )?to(?= {Word})"
            ),
            rosters.first_of,
        ),
        (form(rf"of the (?P<office>{{Office}}),? (?:only (?P<who>{_LIST})|none)"), rosters.only_of),
        (form(r"not one (?P<office>{Office})"), rosters.not_one),
        (form(r"(?P<number>{Number}) (?P<office>{Office})"), rosters.so_many),
        (form(r"(?P<one>an?) (?:sitting )?(?P<office>{Office})"), rosters.any_holder),
        (
            form(r"(?:^|(?<=and )|(?<=of )|(?<=with )|(?<=met ))(?P<office>{Office})(?P<one>x)?"),
            rosters.any_holder,
        ),
        (form(r"since (?:the time )?(?P<time>{Time})"), anchors.since_days),
        (form(r"since\b(?! (?:been|had|met))"), anchors.since_unknown),
    )
