"""Topics over time: in which years what was talked about, and of what the record doesn't say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from summitry.model.events import Encounter
from summitry.telling.pictures import alt
from summitry.telling.pictures.canvas import (
    Box,
    Json,
    Line,
    Picture,
    Sheet,
    Text,
    as_given,
    begun,
    finished,
    layer,
    pixels,
)
from summitry.telling.pictures.letters import cut, widest, width
from summitry.telling.pictures.look import Look, Palette, Size
from summitry.telling.pictures.shown import Shown
from summitry.telling.words import capitalised, joined

MOST_TOPICS: Final = 14
"""How many topics have a row; the rarest of more are told below."""

_ROW: Final = 20
_BARS: Final = 52
_BARS_NAME: Final = "Encounters"
_STEPS: Final = (1, 2, 5, 10, 20)


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """What is known of a topic: how many encounters of each year it was talked about at."""

    name: str
    years: Mapping[int, int]

    @property
    def number(self) -> int:
        """At how many encounters."""
        return sum(self.years.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Years:
    """The encounters of the years: all of them, and those of which a topic is on record.

    An encounter whose year isn't known is in none, and counted in ``undated``.
    """

    every: Mapping[int, int]
    told: Mapping[int, int]
    undated: int

    @property
    def span(self) -> range:
        """From the first year to the last."""
        return range(min(self.every), max(self.every) + 1) if self.every else range(0)


def talks_of(shown: Shown) -> tuple[Talk, ...]:
    """The topics on record, most often first."""
    often: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for event in shown.encounters():
        year = year_of(event)
        for topic in event.topics if year is not None else ():
            often[shown.names.topics[topic].name][year or 0] += 1
    talks = (Talk(name=name, years=dict(years)) for name, years in often.items())
    return tuple(sorted(talks, key=lambda talk: (-talk.number, talk.name)))


def years_of(shown: Shown) -> Years:
    """How many encounters there were in each year, and of how many a topic is on record."""
    found = [(year_of(event), bool(event.topics)) for event in shown.encounters()]
    return Years(
        every=Counter(year for year, _ in found if year is not None),
        told=Counter(year for year, told in found if told and year is not None),
        undated=sum(year is None for year, _ in found),
    )


def year_of(event: Encounter) -> int | None:
    """The year in which it surely began; None where that isn't known."""
    first, last = event.when.start.possible.earliest, event.when.start.possible.latest
    if first is None or last is None or first.year != last.year:
        return None
    return first.year


def topics(shown: Shown, look: Look) -> Picture:
    """The topics of a history by year: a row each, below a bar for each year's encounters."""
    talks, years = talks_of(shown), years_of(shown)
    every, told = sum(years.every.values()), sum(years.told.values())
    sheet = begun(look, shown.title, _headline(len(talks), told, every))
    layers: list[Json] = []
    if years.span:
        drawing = _Drawing(look, years, talks[:MOST_TOPICS])
        sheet = drawing.key(sheet)
        sheet, layers = drawing.drawn(sheet)
    return finished(
        sheet,
        name="topics",
        title=shown.title,
        notes=[*_notes(talks, years), *alt.sources(shown)],
        layers=layers,
        alt=alt.topics(shown, [(t.name, t.number) for t in talks], every - told, every),
    )


def _headline(topics: int, told: int, every: int) -> str:
    if not every:
        return "What they talked about: no encounter on record"
    if not topics:
        return f"What they talked about: no topic on record, of {alt.count(every, 'encounter')}"
    return (
        f"What they talked about: {alt.count(topics, 'topic')} on record,"
        f" of {told} of {alt.count(every, 'encounter')}"
    )


def _notes(talks: Sequence[Talk], years: Years) -> Iterator[str]:
    more = talks[MOST_TOPICS:]
    if more:
        yield f"Not drawn: {joined(f'{talk.name} ({talk.number})' for talk in more)}."
    if years.undated:
        one = years.undated == 1
        told = alt.count(years.undated, "encounter")
        yield f"{told} of no certain year {'is' if one else 'are'} not drawn."
    if talks:
        yield "The record has known topics alone: others may have been talked about."


@dataclass(frozen=True, slots=True)
class _Drawing:
    look: Look
    years: Years
    talks: Sequence[Talk]

    @property
    def palette(self) -> Palette:
        return self.look.palette

    @property
    def row(self) -> float:
        """How high a topic's row is: on a phone its name stands above it."""
        return _ROW + (Size.SMALL if self.look.is_narrow else 0)

    def key(self, sheet: Sheet) -> Sheet:
        """What the bars and the bands stand for, as far as there are any."""
        every, told = self.years.every, self.years.told
        entries: list[tuple[Sequence[Box], str]] = []
        if told:
            entries.append(
                ((_swatch(4, self.palette.strong),), "encounters with a topic on record")
            )
        if any(number > told.get(year, 0) for year, number in every.items()):
            entries.append(((_swatch(4, self.palette.faint),), "encounters without"))
        if any(not told.get(year) for year in every):
            entries.append(((_swatch(7, self.palette.band),), "no topic of the year on record"))
        return sheet.key(entries).down(6)

    def drawn(self, sheet: Sheet) -> tuple[Sheet, list[Json]]:
        """The bars, the rows and the years, below what is on the sheet."""
        names = [capitalised(talk.name) for talk in self.talks]
        left, top = sheet.left, sheet.bottom
        if not self.look.is_narrow:
            most = (sheet.right - sheet.left) * 0.42
            left += min(widest([_BARS_NAME, *names], Size.SMALL), most) + 12
        columns = _Columns(self.years.span, left, sheet.right)
        above = Size.SMALL + 6 if self.look.is_narrow else 0
        foot = top + above + _BARS
        bottom = foot + 6 + len(self.talks) * self.row
        sheet = sheet.put(
            *self.silences(columns, top + above, bottom),
            Line(x=left, y=foot, x2=sheet.right, y2=foot, stroke=self.palette.line),
            self.name(_BARS_NAME, sheet.left, top + Size.SMALL if above else foot - 2),
            *self.numbers(columns, foot),
        )
        for number, name in enumerate(names):
            y = self.line(foot, number)
            base = y - _ROW / 2 + 2 if above else y + 4
            room = sheet.right - sheet.left if above else left - sheet.left - 8
            sheet = sheet.put(
                self.name(cut(name, Size.SMALL, room), sheet.left, base),
                Line(x=left, y=y, x2=sheet.right, y2=y, stroke=self.palette.line, thick=0.6),
            )
        layers = [*self.bars(columns, foot), *self.dots(columns, foot)]
        return self.named_years(replace(sheet, bottom=bottom), columns), layers

    def line(self, foot: float, number: int) -> float:
        """Where the discs of a row stand."""
        return foot + 6 + (number + 1) * self.row - _ROW / 2

    def numbers(self, columns: _Columns, foot: float) -> Iterator[Text]:
        """The number of each year's encounters, above its bar; without room, of the highest."""
        most = max(self.years.every.values())
        room = columns.wide >= width(str(most), Size.SMALL) + 2
        tall = next(year for year, number in self.years.every.items() if number == most)
        for year, number in self.years.every.items():
            if room or year == tall:
                y = foot - self.high * number - 3
                x, fill = columns.middle(year), self.palette.muted
                yield Text(text=str(number), x=x, y=y, size=Size.SMALL, fill=fill, align="center")

    @property
    def high(self) -> float:
        """How high a bar is for each encounter."""
        return (_BARS - Size.SMALL - 4) / max(self.years.every.values())

    def name(self, said: str, x: float, base: float) -> Text:
        return Text(text=said, x=x, y=base, size=Size.SMALL, fill=self.palette.ink)

    def silences(self, columns: _Columns, top: float, bottom: float) -> Iterator[Box]:
        """A band over each year that has encounters, and of none a topic on record."""
        for year in self.years.span:
            if self.years.every.get(year) and not self.years.told.get(year):
                left, right = columns.edges(year)
                yield Box(x=left, y=top, x2=right, y2=bottom, fill=self.palette.band)

    def bars(self, columns: _Columns, foot: float) -> Iterator[Json]:
        """A bar for each year's encounters, of which those with a topic on record are dark."""
        values = []
        for year, every in sorted(self.years.every.items()):
            told = self.years.told.get(year, 0)
            left, right = columns.bar(year)
            values += [
                {
                    "year": year,
                    "topic on record": known,
                    "encounters": number,
                    "x": left,
                    "x2": right,
                    "y": round(foot - self.high * above, 1),
                    "y2": round(foot - self.high * below, 1),
                    "fill": fill,
                }
                for known, number, below, above, fill in (
                    (True, told, 0, told, self.palette.strong),
                    (False, every - told, told, every, self.palette.faint),
                )
                if number
            ]
        yield layer(
            values,
            {"type": "rect"},
            {
                "x": pixels("x"),
                "x2": {"field": "x2"},
                "y": pixels("y"),
                "y2": {"field": "y2"},
                "fill": as_given("fill"),
            },
        )

    def dots(self, columns: _Columns, foot: float) -> Iterator[Json]:
        """A disc for each topic and year, as large as it was talked about often."""
        most = max((n for talk in self.talks for n in talk.years.values()), default=1)
        room = min(_ROW - 3, columns.wide * 0.92)
        unit = min(7.0, room / most**0.5)
        values = [
            {
                "topic": talk.name,
                "year": year,
                "encounters": number,
                "x": columns.middle(year),
                "y": round(self.line(foot, row), 1),
                "area": round(0.7854 * unit**2 * number, 1),
            }
            for row, talk in enumerate(self.talks)
            for year, number in sorted(talk.years.items())
        ]
        if values:
            yield layer(
                values,
                {"type": "circle", "opacity": 1, "fill": self.palette.strong},
                {"x": pixels("x"), "y": pixels("y"), "size": as_given("area")},
            )

    def named_years(self, sheet: Sheet, columns: _Columns) -> Sheet:
        """The years, below their columns."""
        base = sheet.bottom + Size.SMALL + 4
        room = width("2000", Size.SMALL) + 8
        step = next((n for n in _STEPS if columns.wide * n >= room), _STEPS[-1])
        for year in self.years.span:
            if year % step == 0 or len(self.years.span) <= 2:
                text = Text(
                    text=str(year),
                    x=columns.middle(year),
                    y=base,
                    size=Size.SMALL,
                    fill=self.palette.muted,
                    align="center",
                )
                sheet = sheet.put(text)
        return replace(sheet, bottom=base + 3)


def _swatch(half: float, fill: str) -> Box:
    return Box(x=-half, y=-5, x2=half, y2=5, fill=fill)


@dataclass(frozen=True, slots=True)
class _Columns:
    """The years as columns between two places on the sheet."""

    years: range
    left: float
    right: float

    @property
    def wide(self) -> float:
        return (self.right - self.left) / len(self.years)

    def middle(self, year: int) -> float:
        return round(self.left + (year - self.years.start + 0.5) * self.wide, 1)

    def edges(self, year: int) -> tuple[float, float]:
        return round(self.middle(year) - self.wide / 2, 1), round(
            self.middle(year) + self.wide / 2, 1
        )

    def bar(self, year: int) -> tuple[float, float]:
        return self._about(year, min(self.wide * 0.36, 14))

    def _about(self, year: int, half: float) -> tuple[float, float]:
        middle = self.left + (year - self.years.start + 0.5) * self.wide
        return round(middle - half, 1), round(middle + half, 1)
