"""Times in prose: which days the words of a sentence speak of."""

from __future__ import annotations

import calendar
import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Final

from summitry.lexicon.tables import table
from summitry.model.days import Days
from summitry.model.when import Window


@dataclass(frozen=True, slots=True)
class Time:
    """Words of a text that say when. ``window`` None: the words need a day that isn't known."""

    start: int
    end: int
    window: Window | None


@dataclass(frozen=True, slots=True)
class _Span:
    """A span of days, both included."""

    first: date
    last: date


_Match = re.Match[str]
_Reader = Callable[[_Match, date | None], Window | None]


def times(text: str, *, written: date | None = None) -> tuple[Time, ...]:
    """The times in a text, in its order, none within another.

    ``written`` is the day from which "last year" or "on June 3" count.
    """
    found: list[Time] = []
    end = 0
    for match in _finder().finditer(text):
        if match.start() < end:
            continue
        found.append(Time(match.start(), match.end(), _window(match, written)))
        end = match.end()
    return tuple(found)


def ends_of(words: str, written: date | None = None) -> tuple[Window | None, Window | None] | None:
    """The windows of the two ends of a time written with both ("2001–2009"); else None.

    None also of days that the calendar doesn't have.
    """
    try:
        return _ends_of(words, written)
    except (ValueError, OverflowError):
        return None


def _ends_of(words: str, written: date | None) -> tuple[Window | None, Window | None] | None:
    for pattern, reader in _forms():
        whole = pattern.fullmatch(words)
        if whole is None:
            continue
        groups = whole.groupdict()
        if reader is _around:
            return _both(groups.get("from"), groups.get("to"), written)
        if reader is _in_years:
            last = groups["tail"]
            return _both(groups["Y"], groups["Y"][: 4 - len(last)] + last, written)
        return None
    return None


def _window(match: _Match, written: date | None) -> Window | None:
    """The window of the first form that fits and can tell the days.

    None also of days that the calendar doesn't have.
    """
    words = match.group()
    for pattern, reader in _forms():
        whole = pattern.fullmatch(words)
        if whole is None:
            continue
        try:
            window = reader(whole, written)
        except (ValueError, OverflowError):
            return None
        if window is not None:
            return Window(window.surely, window.possibly, words)
    return None


# --- the parts of patterns ---------------------------------------------------------------------


def _any(words: Iterator[str] | list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _months() -> dict[str, int]:
    return {name.lower(): number for name, number in table("calendar")["months"].items()}


_DASH: Final = r"\s?[–—-]\s?"
_FROM_TO: Final = (r"(?:from\s+)?", rf"(?:{_DASH}|\s+to\s+|\s+through\s+|\s+until\s+)")
_BETWEEN: Final = (r"between\s+", r"\s+and\s+")
"""The words before and between the two ends of a span: "and" makes one only after "between"."""
_DAY: Final = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR: Final = r"(?:1[4-9]|20|21)\d\d"
_WEEKDAY: Final = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+(?:the\s+)?)?"


@cache
def _month_pattern() -> str:
    return rf"(?-i:{_any(list(table('calendar')['months']))})\.?"


@cache
def slots() -> Mapping[str, str]:
    """What stands in patterns of times for a day, a month, a year, and so on, by its letter."""
    parts = table("calendar")["parts"]
    return {
        "D": _DAY,
        "M": _month_pattern(),
        "Y": _YEAR,
        "P": _any([word for word in parts if word.split()[-1] != "of"]),
        "O": _any([word for word in parts if word.split()[-1] == "of"]),
        "S": _any(list(table("calendar")["seasons"])),
        "T": _any(list(table("calendar")["decades"])),
        "N": r"\d{1,3}|" + _any(list(table("numbers")["cardinals"])),
    }


def _named(pattern: str) -> str:
    """The pattern with its slots (``<D>``, ``<M2>``) as named groups."""
    return re.sub(
        r"<([A-Z])(\d?)>",
        lambda slot: f"(?P<{slot[1]}{slot[2]}>{slots()[slot[1]]})",
        pattern,
    )


# --- readers ------------------------------------------------------------------------------------


def _int(word: str) -> int:
    return int(re.sub(r"\D", "", word))


def _month(word: str) -> int:
    return _months()[word.rstrip(".").lower()]


def _year_span(year: int) -> _Span:
    return _Span(date(year, 1, 1), date(year, 12, 31))


def _month_span(year: int, month: int) -> _Span:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return _Span(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))


def _exact(first: date, last: date) -> Window:
    if last < first:
        raise ValueError(f"a span can't end before it starts, got {first} to {last}")
    return Window.of(Days.between(first, last))


def part_of(cuts: Sequence[int], part: str) -> Window:
    """A vague part ("early") of a span of days, cut into steps at these ordinals.

    The last cut is the day after the span. The possible edges are rounded outwards to whole steps,
    the sure ones inwards.
    """
    outer_from, inner_from, inner_to, outer_to = table("calendar")["parts"][part]
    steps = len(cuts) - 1
    possibly = Days((cuts[math.floor(outer_from * steps)], cuts[math.ceil(outer_to * steps)] - 1))
    surely = Days((cuts[math.ceil(inner_from * steps)], cuts[math.floor(inner_to * steps)] - 1))
    return Window(surely & possibly, possibly)


def _month_cuts(year: int) -> list[int]:
    return [date(year + n // 12, n % 12 + 1, 1).toordinal() for n in range(13)]


def _year_cuts(year: int) -> list[int]:
    return [date(year + n, 1, 1).toordinal() for n in range(11)]


def _iso(m: _Match, _: date | None) -> Window:
    return Window.on(date.fromisoformat(m["iso"]))


def _day(m: _Match, _: date | None) -> Window:
    return Window.on(date(int(m["Y"]), _month(m["M"]), _int(m["D"])))


def _days(m: _Match, _: date | None) -> Window:
    year, groups = int(m["Y"]), m.groupdict()
    month = _month(m["M"])
    last_month = _month(groups["M2"]) if groups.get("M2") else month
    first_year = int(groups["Y1"]) if groups.get("Y1") else year
    return _exact(date(first_year, month, _int(m["D"])), date(year, last_month, _int(m["D2"])))


def _day_of_no_year(m: _Match, written: date | None) -> Window | None:
    if written is None:
        return None
    month, day = _month(m["M"]), _int(m["D"])
    this = date(written.year, month, day)
    return Window.on(this if this <= written else date(written.year - 1, month, day))


def _in_month(m: _Match, _: date | None) -> Window:
    span = _month_span(int(m["Y"]), _month(m["M"]))
    part = m.groupdict().get("P")
    if part:
        cuts = list(range(span.first.toordinal(), span.last.toordinal() + 2))
        return part_of(cuts, part.lower())
    return _exact(span.first, span.last)


def _in_months(m: _Match, _: date | None) -> Window:
    groups = m.groupdict()
    first_year = int(groups["Y1"]) if groups.get("Y1") else int(m["Y"])
    first = _month_span(first_year, _month(m["M"]))
    return _exact(first.first, _month_span(int(m["Y"]), _month(m["M2"])).last)


def _between_months(m: _Match, _: date | None) -> Window | None:
    """Of "between June and August 2013"."""
    ends = (_month_span(int(m["Y"]), _month(m[group])) for group in ("M", "M2"))
    return _inside(*(_exact(end.first, end.last) for end in ends))


def _in_season(m: _Match, _: date | None) -> Window:
    first, last = table("calendar")["seasons"][m["S"].lower()]
    year = int(m["Y"])
    sure = (_month_span(year, first).first, _month_span(year, last).last)
    edge = timedelta(days=30)
    return Window(Days.between(*sure), Days.between(sure[0] - edge, sure[1] + edge))


def _in_part(m: _Match, _: date | None) -> Window:
    part = (m.groupdict().get("P") or m.groupdict().get("O") or "").lower()
    return part_of(_month_cuts(int(m["Y"])), part)


def _in_decade(m: _Match, _: date | None) -> Window:
    groups = m.groupdict()
    decade = (
        1900 + table("calendar")["decades"][groups["T"].lower()] if groups.get("T") else int(m["Y"])
    )
    first, last = date(decade, 1, 1), date(decade + 9, 12, 31)
    if groups.get("P"):
        return part_of(_year_cuts(decade), groups["P"].lower())
    return _exact(first, last)


def _in_year(m: _Match, _: date | None) -> Window:
    span = _year_span(int(m["Y"]))
    return _exact(span.first, span.last)


def _in_years(m: _Match, _: date | None) -> Window:
    first, last = int(m["Y"]), m["tail"]
    final = int(last) if len(last) == 4 else first - first % 100 + int(last)
    return _exact(date(first, 1, 1), date(final, 12, 31))


def _relative_year(m: _Match, written: date | None) -> Window | None:
    if written is None:
        return None
    back = {"last": 1, "this": 0}[m["which"].lower()]
    if m["unit"].lower() == "year":
        span = _year_span(written.year - back)
    else:
        span = _month_span(written.year, written.month - back)
    return _exact(span.first, min(span.last, written))


def _ago(m: _Match, written: date | None) -> Window | None:
    if written is None:
        return None
    word = m["N"].lower()
    number = int(word) if word.isdigit() else table("numbers")["cardinals"][word]
    centre = written.year - number
    return Window(
        Days.between(date(centre, 1, 1), date(centre, 12, 31)),
        Days.between(date(centre - 1, 1, 1), date(centre + 1, 12, 31)),
    )


def _around(m: _Match, written: date | None) -> Window | None:
    """The span between two times: "from X to Y", "from X on", "up to X"."""
    ends = {
        name: _window_of(m[name], written) if m.groupdict().get(name) else None
        for name in ("from", "to")
    }
    if any(ends[name] is None and m.groupdict().get(name) for name in ends):
        return None
    first, last = ends["from"], ends["to"]
    return None if first is None and last is None else _around_both(first, last)


def _around_both(first: Window | None, last: Window | None) -> Window:
    """The span from one time to another, both included; open where there is none."""
    return Window(
        Days((_start(first, sure=True), _end(last, sure=True))),
        Days((_start(first, sure=False), _end(last, sure=False))),
    )


def _between(m: _Match, written: date | None) -> Window | None:
    """The span between two times, of which writers mean the years or months named or do not."""
    first, last = (_window_of(m[end], written) for end in ("from", "to"))
    return None if first is None or last is None else _inside(first, last)


def _inside(first: Window, last: Window) -> Window:
    """The span between two times, which it may include or not unless they are days."""
    around = _around_both(first, last)
    if len(first.possibly) == len(last.possibly) == 1:
        return around
    return Window(Days((first.possibly.last + 1, last.possibly.first - 1)), around.possibly)


def _start(window: Window | None, *, sure: bool) -> int:
    """The first day of a span that starts in ``window``."""
    if window is None:
        return date.min.toordinal()
    return window.possibly.last if sure and not window.is_exact else window.possibly.first


def _end(window: Window | None, *, sure: bool) -> int:
    """The last day of a span that ends in ``window``."""
    if window is None:
        return date.max.toordinal()
    return window.possibly.first if sure and not window.is_exact else window.possibly.last


def _window_of(words: str, written: date | None) -> Window | None:
    for pattern, reader in _forms():
        whole = pattern.fullmatch(words)
        if whole is not None:
            return reader(whole, written)
    return None


def _both(
    first: str | None, last: str | None, written: date | None
) -> tuple[Window | None, Window | None]:
    """The windows of two times."""
    return (
        None if first is None else _window_of(first, written),
        None if last is None else _window_of(last, written),
    )


# --- the table of forms -------------------------------------------------------------------------


def _spans(
    first: str, last: str, reader: _Reader, between: _Reader | None = None
) -> Iterator[tuple[str, _Reader]]:
    """The forms of a span that is written with both its ends, of which the last has the year."""
    for (before, joint), chosen in ((_FROM_TO, reader), (_BETWEEN, between or reader)):
        yield f"{before}{first}{joint}{last}", chosen


_SIMPLE: Final[tuple[tuple[str, _Reader], ...]] = (
    (r"(?P<iso>\d{4}-\d{2}-\d{2})", _iso),
    *_spans(rf"{_WEEKDAY}<M>\s+<D>", r"<M2>\s+<D2>,?\s+<Y>", _days),
    *_spans(rf"{_WEEKDAY}<D>(?:\s+of)?\s+<M>\s+<Y1>", r"<D2>\s+<M2>\s+<Y>", _days),
    *_spans(rf"{_WEEKDAY}<D>(?:\s+of)?\s+<M>", r"<D2>\s+<M2>,?\s+<Y>", _days),
    *_spans(rf"{_WEEKDAY}<M>\s+<D>", r"<D2>,?\s+<Y>", _days),
    *_spans(rf"{_WEEKDAY}<D>", r"<D2>\s+<M>,?\s+<Y>", _days),
    (rf"{_WEEKDAY}<M>\s+<D>,?\s+<Y>", _day),
    (rf"{_WEEKDAY}<D>(?:\s+of)?\s+<M>,?\s+<Y>", _day),
    *_spans(r"<M>\s+<Y1>", r"<M2>\s+<Y>", _in_months),
    *_spans(r"<M>", r"<M2>\s+<Y>", _in_months, _between_months),
    (r"(?:<P>[\s-])?<M>,?\s+(?:of\s+)?<Y>", _in_month),
    (rf"{_WEEKDAY}<M>\s+<D>(?!\d|,?\s+\d{{4}})", _day_of_no_year),
    (rf"{_WEEKDAY}<D>(?:\s+of)?\s+(?!May\s+[a-z])<M>(?!,?\s+\d{{4}})", _day_of_no_year),
    (r"(?:the\s+)?<S>(?:\s+of)?\s+<Y>", _in_season),
    (r"(?:the\s+)?(?:<P>[\s-])?(?:the\s+)?<Y>[’']?s", _in_decade),
    (r"the\s+(?:<P>\s+)?<T>", _in_decade),
    (r"(?:<P>[\s-]|<O>\s+)<Y>", _in_part),
    (rf"<Y>{_DASH}(?P<tail>\d{{4}}|\d{{2}})(?![\d-])", _in_years),
    (r"<Y>(?!\d|-[a-z])", _in_year),
    (r"(?P<which>last|this)\s+(?P<unit>year|month)", _relative_year),
    (r"(?:about\s+|some\s+)?<N>\s+years?\s+ago", _ago),
)


_AFTER_ON: Final = r"was|were|since|about|at|for|in|while|to\s+talk"
"""What may follow "from 2018 on": of other words "on" may say what something was about."""


@cache
def _forms() -> tuple[tuple[re.Pattern[str], _Reader], ...]:
    """Every form, those of two times last."""
    simple = [(re.compile(_named(p), re.IGNORECASE), reader) for p, reader in _SIMPLE]
    once = "|".join(f"(?:{_bare(p)})" for p, _ in _SIMPLE)
    spans = (
        rf"from\s+(?P<from>{once})\s+(?:to|until|through)\s+(?P<to>{once})",
        rf"from\s+(?P<from>{once})\s+on(?:wards?)?\b(?=\s+(?:{_AFTER_ON})\b|\s*(?:[^\w\s]|$))",
        rf"(?:up\s+to|until)\s+(?P<to>{once})",
    )
    between = rf"between\s+(?P<from>{once})\s+and\s+(?P<to>{once})"
    return (
        (re.compile(between, re.IGNORECASE), _between),
        *((re.compile(span, re.IGNORECASE), _around) for span in spans),
        *simple,
    )


def _bare(pattern: str) -> str:
    """The pattern without named groups, to stand more than once in another."""
    return re.sub(r"\(\?P<\w+>", "(?:", _named(pattern))


@cache
def _finder() -> re.Pattern[str]:
    whole = "|".join(
        f"(?:{re.sub(r'[(][?]P<[A-Za-z0-9]+>', '(?:', pattern.pattern)})" for pattern, _ in _forms()
    )
    return re.compile(rf"(?<![\w$€£.,])(?:{whole})(?!\w)", re.IGNORECASE)
