"""Events of the record in a few words: for lists of evidence, lines of a history, explanations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from summitry.model.events import Encounter, Event, Mode, Setting, Status, Visit
from summitry.model.names import Names
from summitry.model.people import OfficeId, PersonId, Tenure
from summitry.model.places import PlaceKind
from summitry.model.when import Moment
from summitry.telling import dates, modes, settings
from summitry.telling.dates import DateStyle
from summitry.telling.numbers import plain_length, times
from summitry.telling.voice import Voice
from summitry.telling.words import a, joined, sentence, spaced

MOST_NAMED: Final = 4
"""How many people a line names before it counts the others."""

MOST_LISTED: Final = 3
"""How many events are listed one by one; of more, the first and the last are told."""

# How a status changes the verb: what stands before it, of one person and of several.
_UNREAL: Final = {
    Status.HELD: ("", ""),
    Status.PLANNED: ("was to", "were to"),
    Status.CANCELLED: ("was to", "were to"),
    Status.DENIED: ("is said to have", "are said to have"),
    Status.DISPUTED: ("is said to have", "are said to have"),
}
_SAID_TO_HAVE: Final = frozenset({Status.DENIED, Status.DISPUTED})


def tenures_on(names: Names, person: PersonId, when: Moment) -> tuple[Tenure, ...]:
    """The tenures that a person was in on a day of the event, surely or possibly, in order.

    Offices that lead a state or government come first.
    """
    found = [
        tenure
        for tenure in names.tenures_of.get(person, ())
        if when.touches(tenure.when.outer).possibly()
    ]
    return tuple(
        sorted(
            found,
            key=lambda t: (not names.offices[t.office].leads, t.when.start.possible.first, t.id),
        )
    )


def capacity(names: Names, person: PersonId, when: Moment) -> str:
    """What the person was on the day: "president of Russia"; empty where no tenure is known.

    An acting tenure says so, and one that may only have touched the day "perhaps".
    """
    return joined(_capacities(names, person, when))


def _capacities(names: Names, person: PersonId, when: Moment) -> Iterator[str]:
    voice = Voice(names)
    held: dict[str, bool] = {}
    for tenure in tenures_on(names, person, when):
        office = spaced("acting" if tenure.acting else "", voice.office(tenure.office))
        held[office] = held.get(office, False) or when.touches(tenure.when.core).surely()
    for office, surely in held.items():
        yield office if surely else f"perhaps {office}"


def holders(names: Names, office: OfficeId, when: Moment) -> tuple[PersonId, ...]:
    """Who surely held the office on a day of the event, acting or not, by start."""
    found = sorted(
        (t for t in names.tenures_in.get(office, ()) if when.touches(t.when.core).surely()),
        key=lambda t: (t.when.start.possible.first, t.id),
    )
    return tuple(dict.fromkeys(tenure.person for tenure in found))


def describe(
    event: Event,
    names: Names,
    *,
    style: DateStyle = DateStyle.PLAIN,
    focus: Iterable[PersonId] = (),
) -> str:
    """One line: "A and B met in Geneva on 16 June 2021 (bilateral, 175 minutes).".

    ``focus`` are people to name first; of many others only the number is told. What was not held,
    or is disputed, is told as planned, cancelled, denied or disputed.
    """
    voice = Voice(names, style)
    details = ", ".join(_details(event))
    return sentence(
        _doers(voice, event, tuple(focus)),
        _did(voice, event),
        mention(voice, event),
        _gathering(voice, event),
        f"({details})" if details else "",
    )


def _doers(voice: Voice, event: Event, focus: tuple[PersonId, ...]) -> str:
    if isinstance(event, Visit):
        return voice.person(event.person)
    rest = sorted(event.people - set(focus), key=voice.person)
    people = [*(one for one in focus if one in event.people), *rest]
    named = [voice.person(one) for one in people]
    if len(named) > MOST_NAMED:
        kept = max(2, min(len(people) - len(rest), MOST_NAMED))
        named = [*named[:kept], f"{len(named) - kept} others"]
    return joined(named)


def _did(voice: Voice, event: Event) -> str:
    one, several = _UNREAL[event.status]
    to_do = bool(one) and event.status not in _SAID_TO_HAVE
    if isinstance(event, Visit):
        return spaced(one, _visited(voice, event, to_do=to_do))
    words = modes.words_for(frozenset({event.mode}))
    if event.status is Status.HELD:
        return words.past
    return spaced(several, words.base if to_do else words.participle)


def _visited(voice: Voice, visit: Visit, *, to_do: bool) -> str:
    if len(visit.kinds) == 1:
        (kind,) = visit.kinds
        did = f"{'pay' if to_do else 'paid'} {a(kind.value)} visit to"
    else:
        did = "visit" if to_do else "visited"
    return spaced(did, destination(voice, visit))


def destination(voice: Voice, visit: Visit) -> str:
    """Where a visit went: the place within the country if it is known, else the country."""
    return voice.place(visit.place or visit.country)


def mention(voice: Voice, event: Event) -> str:
    """Where and when, as it follows a verb or noun: "in Geneva on 16 June 2021"."""
    return spaced(where(voice, event), dates.moment(event.when, voice.style))


def where(voice: Voice, event: Event) -> str:
    """Where an encounter was: "at Villa La Grange in Geneva", "at Brdo Castle near Ljubljana".

    Empty where that isn't known; a city that the venue's name holds isn't said again.
    """
    if isinstance(event, Visit) or event.place is None:
        return ""
    place = voice.names.places[event.place]
    city = place.near or place.within
    named = city is None or voice.names.places[city].name in place.name
    if place.kind is not PlaceKind.VENUE or city is None or named:
        return voice.in_place(event.place)
    around = f"near {voice.place(city)}" if place.near else voice.in_place(city)
    return spaced(voice.in_place(event.place), around)


def label(voice: Voice, event: Event) -> str:
    """The event as a label, without a verb: "meeting between A and B in Geneva in June 2018"."""
    if isinstance(event, Visit):
        return f"{as_noun(voice, event)}, {voice.person(event.person)}"
    words = modes.words_for(frozenset({event.mode}))
    return spaced(words.noun, "between", _doers(voice, event, ()), mention(voice, event))


def listed(voice: Voice, events: Iterable[Event]) -> str:
    """Each event by place and day; of more than :data:`MOST_LISTED`, the first and the last."""
    found = list(events)
    if len(found) > MOST_LISTED:
        return f"the first {mention(voice, found[0])}, the last {mention(voice, found[-1])}"
    often = Counter(mention(voice, event) for event in found)
    return joined(told if n == 1 else f"{told} ({times(n)})" for told, n in often.items())


def as_noun(voice: Voice, event: Event) -> str:
    """The event after "the": "meeting in Geneva on 16 June 2021", "visit to Russia in 2009"."""
    if isinstance(event, Visit):
        return spaced("visit to", destination(voice, event), mention(voice, event))
    return spaced(modes.words_for(frozenset({event.mode})).noun, mention(voice, event))


def _gathering(voice: Voice, event: Event) -> str:
    if event.occasion is None:
        return ""
    sidelines = isinstance(event, Encounter) and event.settings == frozenset({Setting.SIDELINES})
    at = "for" if isinstance(event, Visit) else "on the sidelines of" if sidelines else "at"
    return f"{at} {voice.occasion(event.occasion)}"


def _details(event: Event) -> Iterator[str]:
    if event.status is not Status.HELD:
        yield event.status.value
    if isinstance(event, Visit):
        return
    said = settings_label(event)
    if said and not (event.occasion and event.settings == frozenset({Setting.SIDELINES})):
        yield said
    if event.minutes is not None:
        yield plain_length(event.minutes)


def settings_label(event: Encounter) -> str:
    """The settings that a meeting may have had, as a label: "sidelines or pull-aside"."""
    if event.mode is not Mode.IN_PERSON:
        return ""
    return joined((one.value for one in Setting if one in event.settings), "or")


def setting_predicate(event: Encounter) -> str:
    """The settings as they stand after "was"; empty where they are not known."""
    words = settings.words_for(event.settings).predicate.strip(" ,")
    return words.format(gathering=settings.LARGER)
