"""What the mentions with a frame say of an event's place, time, occasion, mode and setting."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from summitry.lexicon.tables import Sense
from summitry.model.events import EventKind, Mode, Setting
from summitry.model.places import PlaceKind, around
from summitry.model.selection import Party, Selection
from summitry.model.when import Window
from summitry.reading.mentions.calendar import Calendar
from summitry.reading.mentions.items import (
    AboutItem,
    DurationItem,
    EachItem,
    GatheringItem,
    HostItem,
    Item,
    ModeItem,
    PlaceItem,
    SeriesItem,
    SettingItem,
    TimeItem,
)

SEVERAL: Final = "more than one is spoken of, and it isn't clear what holds of each"


class Unreadable(Exception):
    """A frame that no claim can be made of; the message says why."""


class Narrowing:
    """What mentions say of an event's place, time, occasion, mode and setting."""

    def __init__(self, items: Iterable[Item], calendar: Calendar, sense: Sense) -> None:
        self.calendar, self.sense = calendar, sense
        self.fields: dict[str, object] = {}
        self.former: list[str] = []
        self.timed = False
        for item in items:
            self.timed = self.timed or isinstance(item, DurationItem)
            self._add(item)

    def _add(self, item: Item) -> None:
        visit = self.sense.kind is EventKind.VISIT
        match item:
            case PlaceItem(place, belonging):
                if belonging and not visit:
                    raise Unreadable("it isn't clear what belongs to the country")
                self._place(place)
            case EachItem():
                raise Unreadable(SEVERAL)
            case TimeItem(window):
                if window is not None:
                    self._window(window)
            case GatheringItem(occasion, series, place, window):
                self._gathering(occasion, series)
                if place is not None:
                    self._place(place)
                if window is not None and "window" not in self.fields:
                    self.fields["window"] = window
            case SeriesItem(series):
                self._gathering(None, series)
            case _:
                if not visit:
                    self._add_to_encounter(item)

    def _add_to_encounter(self, item: Item) -> None:
        match item:
            case ModeItem(modes):
                self._once("modes", modes)
            case SettingItem(settings):
                self._setting(settings)
            case AboutItem(topic):
                self._once("topic", topic)
            case HostItem(None):
                raise Unreadable("it isn't clear who the host was")
            case HostItem(host):
                self._once("host", host)
            case _:
                pass

    def _once(self, field: str, said: object) -> None:
        if self.fields.setdefault(field, said) != said:
            raise Unreadable(SEVERAL)

    def _setting(self, said: frozenset[Setting]) -> None:
        """Of two settings of which one may be the other ("briefly on the sidelines") the wider."""
        known = self.fields.get("settings")
        if isinstance(known, frozenset) and not (known <= said or said <= known):
            raise Unreadable(SEVERAL)
        self.fields["settings"] = said | known if isinstance(known, frozenset) else said

    def _place(self, place: str) -> None:
        """Of several places the innermost is kept; the states that it was in then are noted."""
        known = str(self.fields.get("place", place))
        inner, outer = (place, known) if self.calendar.was_within(place, known) else (known, place)
        if not self.calendar.was_within(inner, outer):
            raise Unreadable("more than one place is said of it")
        if not self.calendar.within(inner, outer):
            self.former.append(outer)
        self.fields["place"] = inner

    def _window(self, window: Window) -> None:
        known = self.fields.get("window")
        if isinstance(known, Window):
            window = _narrower(known, window)
        self.fields["window"] = window

    def _gathering(self, occasion: str | None, series: str | None) -> None:
        if self.fields.get("occasion") or self.fields.get("series"):
            raise Unreadable("more than one gathering is said of it")
        if occasion is not None:
            self.fields["occasion"] = occasion
        elif series is not None:
            self.fields["series"] = series

    def selection(self, who: Party, whom: Party | None) -> Selection:
        """A selection of the events that the word of meeting speaks of, so narrowed."""
        sense = self.sense
        if sense.kind is EventKind.VISIT:
            if "place" not in self.fields and not self._led_to_gathering():
                raise Unreadable("it isn't said where the visit went")
            base = Selection(kind=EventKind.VISIT, who=who, visit_kinds=sense.visit_kinds)
        else:
            base = Selection(who=who, whom=whom, modes=self._modes(), settings=sense.settings)
        return self.onto(base)

    def _modes(self) -> frozenset[Mode]:
        """The modes of the word of meeting: at a gathering, or at a place, perhaps others.

        A length said of talking in a place may be of a part of the meeting that was held there.
        """
        gathered = self.fields.keys() & {"occasion", "series"}
        placed = gathered or ("place" in self.fields and not self.timed)
        return self.sense.at_a_place if placed and self.sense.at_a_place else self.sense.modes

    def _led_to_gathering(self) -> bool:
        """Whether a visit without a place led to where an occasion named was held: to its city."""
        occasion = self.calendar.names.occasions.get(str(self.fields.get("occasion")))
        if occasion is None or occasion.place is None:
            return False
        places = self.calendar.names.places
        cities = (p.id for p in around(places, occasion.place) if p.kind is PlaceKind.CITY)
        self.fields["place"] = next(cities, occasion.place)
        return True

    def onto(self, selection: Selection) -> Selection:
        """The selection with these fields on top of its own."""
        fields = dict(self.fields)
        window = fields.get("window", selection.window)
        for state in self.former:
            self._stood(state, window)
        if selection.kind is EventKind.VISIT:
            fields = {
                k: v for k, v in fields.items() if k in ("window", "place", "occasion", "series")
            }
            own = selection.place
            if own is not None:
                self._went(str(fields.get("place", own)), own, window)
        if "occasion" in fields:
            fields["series"] = None
        elif "series" in fields:
            fields["occasion"] = None
        return replace(selection, **fields)  # type: ignore[arg-type]

    def _stood(self, state: str, window: object) -> None:
        """:class:`Unreadable` unless what is put in a former state was of its own days."""
        if not (isinstance(window, Window) and self.calendar.stood(state, window)):
            raise Unreadable("it isn't clear that there was such a state then")

    def _went(self, place: str, own: str, window: object) -> None:
        """:class:`Unreadable` unless an event at ``place`` was where a visit went."""
        if not self.calendar.was_within(place, own):
            raise Unreadable("the place of the event isn't where the visit went")
        if not self.calendar.within(place, own):
            self._stood(own, window)


def _narrower(first: Window, second: Window) -> Window:
    for inner, outer in ((first, second), (second, first)):
        if inner.possibly <= outer.possibly:
            return inner
    raise Unreadable("more than one time is said of it")
