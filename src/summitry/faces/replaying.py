"""Saved answers, made again: what of them no longer holds, and by which change.

An answer is taken apart into points: what it says of something. A point that is gone, is new, or
says something else keeps the answer from holding; one that only rests on something else doesn't.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Final

from pydantic import TypeAdapter, ValidationError

from summitry.desk.records import View
from summitry.desk.replay import Records, turning
from summitry.desk.scope import Scope
from summitry.desk.versions import versions
from summitry.faces import jobs, shapes
from summitry.faces.wire import Json, check_json
from summitry.model.changes import Change
from summitry.model.problems import InputError, SummitryError
from summitry.model.statements import Document

MOST_BYTES: Final = 64 * 1024 * 1024
Made = shapes.MadeCheck | shapes.MadeAnswer | shapes.MadeHistory | shapes.MadePreview
_MADE: Final[TypeAdapter[Made]] = TypeAdapter(Made)
_RECORD: Final = TypeAdapter(shapes.Record)
_DOCUMENT: Final = TypeAdapter(shapes.Document)


@dataclass(frozen=True, slots=True)
class Saved:
    """An answer that was saved, and what it was made with."""

    name: str
    data: Json
    record: shapes.Record
    made: Made

    @property
    def as_of(self) -> date:
        """The day by whose end it was made."""
        told = self.data["document"] if self.made.kind == "check" else self.data
        return date.fromisoformat(told["on" if self.made.kind == "preview" else "as_of"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """What an answer says of something: ``says``, for a reason, and what is right instead."""

    of: str
    says: str | None
    because: str = ""
    correction: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turned:
    """A point that is otherwise, and the change of the record that made it so, if one did."""

    of: str
    was: Point | None
    now: Point | None
    since: Change | None = None

    @property
    def holds(self) -> bool:
        """Whether the same is said, if for another reason."""
        return self.was is not None and self.now is not None and self.was.says == self.now.says


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """A saved answer beside the same made again: what differs, and what it was made with.

    ``refused``: why it can't be made again, if it can't; then nothing is said of its points.
    """

    saved: Saved
    digest: str
    as_of: date
    changes: tuple[Change, ...] | None
    turned: tuple[Turned, ...]
    refused: str = ""

    @property
    def holds(self) -> bool:
        """Whether all that it says is still said."""
        return not self.refused and all(one.holds for one in self.turned)

    @property
    def others(self) -> Mapping[str, tuple[str, str]]:
        """What it was made with, and the same is made with now, where these differ."""
        was = {
            "record": self.saved.record.digest,
            **{name: getattr(self.saved.made, name) for name in asdict(versions())},
            "day": self.saved.as_of.isoformat(),
        }
        now = {"record": self.digest, **asdict(versions()), "day": self.as_of.isoformat()}
        return {name: (was[name], now[name]) for name in was if was[name] != now[name]}


def saved(path: Path) -> Saved:
    """The answer in a file; InputError if it has none."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise InputError(f'"{path}" is too long (expected at most 64 MiB)')
        data = json.loads(path.read_bytes())
        answer = Saved(
            name=str(path),
            data=data,
            record=_RECORD.validate_python(data["record"]),
            made=_MADE.validate_python(data["made"]),
        )
        _ = answer.as_of, list(points(data)), json.dumps(data, ensure_ascii=False).encode()
        if answer.made.kind == "check":
            _DOCUMENT.validate_python(data["document"])
    except OSError as error:
        raise InputError(f'can\'t read "{path}": {error.strerror}') from None
    except (ValueError, TypeError, LookupError, RecursionError, ValidationError):
        raise InputError(
            f'"{path}" is no saved answer (expected the JSON of check, ask, history or preview)'
        ) from None
    return answer


def replay(answer: Saved, records: Records, *, as_of: date | None = None) -> Replayed:
    """Make an answer again: of the record as it is, as of its own day or another."""
    return _Replaying(answer, records, as_of or answer.as_of).replayed()


class _Replaying:
    def __init__(self, answer: Saved, records: Records, as_of: date) -> None:
        self._answer, self._records, self._as_of = answer, records, as_of
        self._changes = records.since(answer.record.digest)
        self._points: dict[int, Mapping[str, Point]] = {}
        """What is said of the record before so many of its last changes."""
        self._refused = ""

    def replayed(self) -> Replayed:
        was, now = _by_what(self._answer.data), self._after(0)
        if self._refused:
            now = was
        keys = [key for key in dict.fromkeys((*was, *now)) if was.get(key) != now.get(key)]
        return Replayed(
            saved=self._answer,
            digest=self._records.now.about().digest,
            as_of=self._as_of,
            changes=self._changes,
            refused=self._refused,
            turned=tuple(
                Turned(
                    of=(was.get(key) or now[key]).of,
                    was=was.get(key),
                    now=now.get(key),
                    since=self._cause(key, was.get(key)),
                )
                for key in keys
            ),
        )

    def _cause(self, key: str, was: Point | None) -> Change | None:
        """The change after which a point is otherwise; None where it isn't the record's doing."""
        changes = self._changes
        if not changes or self._as_of != self._answer.as_of:
            return None
        if self._after(len(changes)).get(key) != was:
            return None
        return turning(changes, lambda left: self._after(left).get(key) == was)

    def _after(self, left: int) -> Mapping[str, Point]:
        """What is said of the record before the last so many of its changes."""
        if left not in self._points:
            view = self._records.before(self._changes[-left:] if left and self._changes else ())
            try:
                self._points[left] = _by_what(again(self._answer, view, self._as_of))
            except SummitryError as error:
                self._points[left] = {}
                self._refused = self._refused or ("" if left else str(error))
        return self._points[left]


# --- made again -------------------------------------------------------------------------------


def again(answer: Saved, view: View, as_of: date) -> Json:
    """The same asked of a record, as of a day."""
    made = answer.made
    match made:
        case shapes.MadeCheck():
            from summitry.desk.check import check  # noqa: PLC0415 - the reader takes long to load

            of = shapes.Document.model_validate(answer.data["document"])
            document = Document(
                text=of.text,
                as_of=as_of,
                title=of.title or "",
                published=None if of.published is None else date.fromisoformat(of.published),
                type=of.type,
            )
            return check_json(check(document, view), made.asked.style, unread=made.asked.unread)
        case shapes.MadeAnswer():
            ask = jobs.Ask(
                question=made.asked.question, today=as_of, as_of=as_of, style=made.asked.style
            )
            return ask.answer(view)
        case shapes.MadeHistory():
            return _history(made.asked, as_of).answer(view)
        case shapes.MadePreview():
            asked = made.asked
            supposed = jobs.Preview(
                a=asked.a, b=asked.b, on=as_of, place=asked.place, at=asked.at, style=asked.style
            )
            return supposed.answer(view)


def _history(asked: shapes.AskedHistory, as_of: date) -> jobs.History:
    return jobs.History(
        a=asked.a,
        b=asked.b,
        today=as_of,
        as_of=as_of,
        scope=Scope(
            since=asked.since,
            until=asked.until,
            modes=None if asked.modes is None else frozenset(asked.modes),
            visits=asked.visits,
            rule=asked.rule,
        ),
        words=asked.words,
        style=asked.style,
    )


# --- points -----------------------------------------------------------------------------------


def points(data: Json) -> Iterator[Point]:
    """What an answer says, point by point."""
    match data["made"]["kind"]:
        case "check":
            yield from _of_check(data)
        case "ask":
            of, because = data["question"], data["because"]
            yield Point(of=of, says=data["answer"], because=because, correction=data["says"])
        case "history":
            sections = [
                fact for one in data["sections"] for fact in (*one["facts"], *one["counts"])
            ]
            themes = [fact for one in data["themes"] for fact in one["facts"]]
            for fact in (*data["key_facts"], *data["counts"], *sections, *themes):
                yield Point(of=fact["says"], says=fact["says"])
        case _:
            for one in (*data["counts"], *data["firsts"], *data["before"]):
                yield Point(of=one["says"], says=one["says"])
            for one in data["unknown"]:
                yield Point(of=one["whether"], says=None, because=" ".join(one["gaps"]))


def _of_check(data: Json) -> Iterator[Point]:
    for statement in data["statements"]:
        for claim in statement["claims"]:
            yield Point(
                of=f"{statement['text']} ({claim['says']})"
                if len(statement["claims"]) > 1
                else statement["text"],
                says=claim["verdict"],
                because=claim["because"],
                correction=claim["correction"],
            )


def _by_what(data: Json) -> dict[str, Point]:
    """The points by what they are of; of the same said twice each has its number."""
    found: dict[str, Point] = {}
    for point in points(data):
        number, key = 1, point.of
        while key in found:
            number += 1
            key = f"{point.of} [{number}]"
        found[key] = point
    return found
