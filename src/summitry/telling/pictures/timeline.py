"""A timeline: meetings by counterpart, each at its days, with the contacts and visits below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from summitry.model.days import Days, until
from summitry.model.events import Event, Mode, Visit
from summitry.model.names import Names
from summitry.model.people import Tenure
from summitry.model.selection import Someone
from summitry.telling import modes
from summitry.telling.parties import party
from summitry.telling.pictures import alt, symbols
from summitry.telling.pictures.axis import Axis, axis_of
from summitry.telling.pictures.callouts import Callout, callouts
from summitry.telling.pictures.canvas import (
    Box,
    Item,
    Json,
    Line,
    Picture,
    Sheet,
    Text,
    begun,
    finished,
)
from summitry.telling.pictures.letters import cut, width
from summitry.telling.pictures.look import Look, Palette, Size
from summitry.telling.pictures.shown import Row, Shown, leading
from summitry.telling.pictures.symbols import CONTACT, RETURN, SYMBOLS, UNKNOWN, VISIT
from summitry.telling.pictures.tracks import Placed, placed, stacked
from summitry.telling.voice import Voice
from summitry.telling.words import capitalised

_TRACK: Final = 10
_STRIP: Final = 16
_BETWEEN: Final = 14
_TIER: Final = 14
_LEAST_SAID: Final = 6
"""How many letters of an office's title are worth saying where there is no room for all."""

_TOGETHER: Final = 200
"""Days for which two offices may be held together and be drawn one after the other."""


def timeline(shown: Shown, look: Look) -> Picture:
    """The timeline of a history, a row a counterpart."""
    sheet = begun(look, shown.title, capitalised(alt.span_of(shown)))
    axis = axis_of(shown, sheet.left, sheet.right)
    layers: list[Json] = []
    notes = [*alt.left_out(shown), *alt.sources(shown)]
    if axis is not None:
        drawing = _Drawing(shown, look, axis)
        sheet = sheet.key(list(drawing.key())).down(4)
        sheet = drawing.strip(sheet)
        events: list[Json] = []
        sure: list[Json] = []
        for row in shown.rows:
            sheet, held, surely = drawing.row(sheet, row)
            events += held
            sure += surely
        sheet = drawing.years(sheet)
        layers += symbols.layers(events, sure, axis, drawing.area, look.palette)
    return finished(
        sheet,
        name="timeline",
        title=shown.title,
        notes=notes,
        layers=layers,
        alt=alt.timeline(shown),
    )


@dataclass(frozen=True, slots=True)
class _Drawing:
    shown: Shown
    look: Look
    axis: Axis

    @property
    def palette(self) -> Palette:
        return self.look.palette

    @property
    def as_of(self) -> int:
        return self.shown.as_of.toordinal()

    @property
    def area(self) -> float:
        """The area of a circle, in square pixels."""
        return 38 if self.look.is_narrow else 54

    @property
    def size(self) -> float:
        """The room of a symbol, with what keeps it apart from the next."""
        return 8 if self.look.is_narrow else 9.5

    # --- the rows -----------------------------------------------------------------------------

    def strip(self, sheet: Sheet) -> Sheet:
        """What the first party was, a band a title; nothing of an office."""
        held = [t for t in self.shown.tenures() if self.band(t.when.outer) is not None]
        if not isinstance(self.shown.one, Someone) or not held:
            return sheet
        sheet = self.heading(sheet, self.shown.one.person, "", sheet.left)
        top = sheet.bottom + 2
        lanes = _lanes(held, self.shown.names)
        bottom = top + len(lanes) * (_STRIP + 2) - 2
        for number, lane in enumerate(lanes):
            at = top + number * (_STRIP + 2)
            for title, tenures in lane:
                sheet = sheet.put(*self.titled(title, tenures, at))
        return replace(sheet.put(*self.lines(top, bottom)), bottom=bottom + _BETWEEN)

    def titled(self, title: str, tenures: Sequence[Tenure], top: float) -> Iterator[Item]:
        """A band with its title, where it has room for it."""
        boxes = list(self.bands(tenures, top, top + _STRIP))
        yield from boxes
        left, right = min(one.x for one in boxes), max(one.x2 for one in boxes)
        yield Box(x=left - 1, y=top, x2=left, y2=top + _STRIP, fill=self.palette.ground)
        said = cut(capitalised(title), Size.SMALL, right - left - 8)
        if len(said) >= min(len(title), _LEAST_SAID):
            base = top + _STRIP - 4.5
            yield Text(text=said, x=left + 5, y=base, size=Size.SMALL, fill=self.palette.muted)

    def row(self, sheet: Sheet, row: Row) -> tuple[Sheet, list[Json], list[Json]]:
        """A counterpart: the name, and over the time in office what was held."""
        tenures = leading(self.shown.names, row.tenures)
        outer = self.band(_union(t.when.outer for t in tenures))
        start = sheet.left if outer is None else outer[0]
        sheet = self.heading(sheet, row.person, alt.counted(row), start)
        top = sheet.bottom + 2
        marks = stacked(row.meetings, self.axis, self.as_of, self.size)
        named: tuple[Callout, ...] = ()
        if len(self.shown.rows) == 1:
            named = callouts(marks, self.axis, self.shown.names, self.as_of, self.size)
        levels = 1 + max((mark.level for mark in marks), default=0)
        tiers = 1 + max((one.tier for one in named), default=-1)
        foot = top + 6 + tiers * _TIER + levels * self.size
        sheet = sheet.put(*self.named(named, top + 2 + tiers * _TIER, foot))
        events = [
            self.event(m, symbol_of(m.event), foot - (m.level + 0.5) * self.size) for m in marks
        ]
        sure = [one for m, e in zip(marks, events, strict=True) for one in self.surely(m, e)]
        bottom = foot + 3
        for held in (row.contacts, row.visits):
            if held:
                events += self.track(held, row, bottom + _TRACK / 2)
                bottom += _TRACK
        sheet = sheet.put(*self.bands(tenures, top, bottom + 2), *self.lines(top, bottom + 2))
        return replace(sheet, bottom=bottom + 2 + _BETWEEN), events, sure

    def heading(self, sheet: Sheet, person: str, said: str, start: float) -> Sheet:
        """A name above its band, and in smaller letters how much was held."""
        name = self.shown.names.people[person].name
        bold = width(name, Size.LABEL, bold=True) + 8
        said = cut(said, Size.SMALL, sheet.right - sheet.left - bold)
        room = sheet.right - bold - width(said, Size.SMALL)
        x = max(sheet.left, min(start, room))
        sheet = sheet.down(Size.LABEL + 2)
        base = sheet.bottom - 2
        return sheet.put(
            Text(text=name, x=x, y=base, fill=self.palette.ink, bold=True),
            Text(text=said, x=x + bold, y=base, size=Size.SMALL, fill=self.palette.muted),
        )

    def band(self, days: Days) -> tuple[float, float] | None:
        """Where a time lies on the axis; None where it doesn't."""
        days = days & until(self.as_of) & self.axis.days
        return None if days.is_empty() else (self.axis.x(days.first), self.axis.x(days.last + 1))

    def bands(self, tenures: Iterable[Tenure], top: float, bottom: float) -> Iterator[Box]:
        """A time in office, fainter on days on which it may not have begun, or have been over."""
        found = list(tenures)
        outer, core = _union(t.when.outer for t in found), _union(t.when.core for t in found)
        for days, fill in ((outer - core, self.palette.fade), (core, self.palette.band)):
            for span in days.spans:
                at = self.band(Days(span))
                if at is not None:
                    yield Box(x=at[0], y=top, x2=at[1], y2=bottom, fill=fill)

    def named(self, named: Iterable[Callout], base: float, foot: float) -> Iterator[Item]:
        """Where meetings were, with lines down to them."""
        for one in named:
            y = base - one.tier * _TIER - 2
            to = foot - (one.level + 1) * self.size
            yield Line(x=one.x, y=y + 3, x2=one.x, y2=to, stroke=self.palette.host, thick=0.8)
            yield Text(text=one.text, x=one.left, y=y, size=Size.SMALL, fill=self.palette.ink)

    # --- what was held ------------------------------------------------------------------------

    def event(self, mark: Placed, drawn: str, y: float) -> Json:
        """An event as a specification has it; it is ``long`` if its days are seen to be several."""
        left, right = mark.within(self.axis, self.as_of)
        long = right - left > self.size
        return {
            **mark.values(self.axis, self.as_of),
            "drawn": drawn,
            "y": round(y, 1),
            "long": long,
            "vague": long and mark.is_vague,
        }

    def surely(self, mark: Placed, event: Json) -> Iterator[Json]:
        """The days that a long stretch surely had."""
        if mark.sure is not None and event["long"]:
            core = Placed(event=mark.event, first=mark.sure[0], last=mark.sure[1], sure=None)
            yield {**core.values(self.axis, self.as_of), "drawn": event["drawn"], "y": event["y"]}

    def track(self, events: Iterable[Event], row: Row, y: float) -> Iterator[Json]:
        """Contacts or visits, in a track of their own."""
        return (self.event(placed(event), symbol_of(event, row), y) for event in events)

    # --- what explains it -----------------------------------------------------------------------

    def key(self) -> Iterator[tuple[Sequence[Item], str]]:
        """What each symbol that is drawn stands for."""
        drawn = {symbol_of(e, row) for row in self.shown.rows for e in row.events}
        for kind in SYMBOLS:
            if kind in drawn:
                dot = symbols.in_key(kind, self.area, self.palette)
                yield (dot,), self.says(kind)
        if any(self.event(m, UNKNOWN, 0)["vague"] for m in map(placed, self.shown.meetings())):
            colour = self.palette.muted
            line = Line(x=-8, y=0, x2=8, y2=0, stroke=colour, thick=1.4)
            dot = symbols.in_key("bilateral", self.area, self.palette, hollow=True)
            yield (line, replace(dot, stroke=colour)), "on one of these days"
        if any(self.band(t.when.outer) for row in self.shown.rows for t in row.tenures):
            yield (Box(x=-7, y=-5, x2=7, y2=5, fill=self.palette.band),), "in office"

    def says(self, kind: str) -> str:
        voice = Voice(self.shown.names)
        match kind:
            case symbols.CONTACT:
                found = {e.mode for row in self.shown.rows for e in row.contacts}
                return " or ".join(
                    modes.words_for(frozenset({one})).noun for one in Mode if one in found
                )
            case symbols.VISIT:
                return f"visit by {party(voice, self.shown.one)}"
            case symbols.RETURN:
                known = isinstance(self.shown.other, Someone)
                by = party(voice, self.shown.other) if known else "the counterpart"
                return f"visit by {by}"
            case symbols.UNKNOWN:
                return "setting not known for certain"
            case _:
                return kind

    def lines(self, top: float, bottom: float) -> Iterator[Line]:
        """A line where each year begins that is named."""
        for _, x in self.axis.ticks():
            yield Line(x=x, y=top, x2=x, y2=bottom, stroke=self.palette.line, thick=0.7)

    def years(self, sheet: Sheet) -> Sheet:
        """The years, below."""
        base = sheet.bottom - _BETWEEN + Size.SMALL + 6
        fill = self.palette.muted
        for year, x in self.axis.ticks():
            half = width(year, Size.SMALL) / 2
            at = max(half, min(x, self.look.pixels - half))
            text = Text(text=year, x=at, y=base, size=Size.SMALL, fill=fill, align="center")
            sheet = sheet.put(text)
        return replace(sheet, bottom=base + 3)


def symbol_of(event: Event, row: Row | None = None) -> str:
    """How an event of a row is drawn: a key of :data:`SYMBOLS`."""
    if isinstance(event, Visit):
        return RETURN if row is not None and event.person == row.person else VISIT
    if event.mode is not Mode.IN_PERSON:
        return CONTACT
    return next(iter(event.settings)).value if len(event.settings) == 1 else UNKNOWN


Lane = list[tuple[str, list[Tenure]]]
"""Titles one after the other, each with the tenures that gave it."""


def _lanes(tenures: Iterable[Tenure], names: Names) -> list[Lane]:
    """Tenures by title, side by side only where the offices were held together for long."""
    lanes: list[Lane] = []
    for tenure in tenures:
        title = names.offices[tenure.office].title
        begins = tenure.when.outer.first
        for lane in lanes:
            said, held = lane[-1]
            ends = held[-1].when.outer.last
            if said == title and ends + 1 >= begins:
                held.append(tenure)
                break
            if ends - begins <= _TOGETHER:
                lane.append((title, [tenure]))
                break
        else:
            lanes.append([(title, [tenure])])
    return lanes


def _union(times: Iterable[Days]) -> Days:
    return Days(*(span for days in times for span in days.spans))
