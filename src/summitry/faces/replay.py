"""``summitry replay``: saved answers, made again, and what of them no longer holds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from summitry.faces import options, screen
from summitry.faces.log import heading
from summitry.model.problems import InputError
from summitry.telling.changes import row_line

if TYPE_CHECKING:
    from summitry.faces.replaying import Point, Replayed, Saved, Turned
    from summitry.faces.wire import Json
    from summitry.model.changes import Change

NO_LONGER: Final = 1

_CAUSES: Final = {
    "record": "the record was changed",
    "reader": "the reader is another",
    "rules": "what counts is another",
    "telling": "it is told by another version",
    "day": "the day is another",
}
_SHORT: Final = 12


class ReplayFormat(StrEnum):
    """How replayed answers are shown."""

    TEXT = "text"
    JSON = "json"


def replay(
    answer: Annotated[
        Path,
        typer.Argument(
            metavar="PATH", help="A saved answer in JSON, or a folder of them, looked through."
        ),
    ],
    *,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DAY", help="As of this day. Default: each answer's own."),
    ] = None,
    record: options.Record = None,
    format: Annotated[ReplayFormat, typer.Option("--format")] = ReplayFormat.TEXT,
) -> None:
    """Make saved answers again, and tell what of them no longer holds, and why."""
    day = None if as_of is None else options.day(as_of)
    # The reader takes longer to load than a bad option to refuse.
    from summitry.desk.replay import Records  # noqa: PLC0415
    from summitry.faces.replaying import replay as made_again  # noqa: PLC0415

    found, others = _answers(answer)
    records = Records(record)
    replayed = [made_again(one, records, as_of=day) for one in found]
    if format is ReplayFormat.JSON:
        data = {"answers": [_as_json(one) for one in replayed], "passed_over": others}
        screen.put(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
    else:
        for one in replayed:
            screen.say(*lines(one))
        hold = sum(one.holds for one in replayed)
        passed = f", {screen.many(len(others), 'other file')} passed over" if others else ""
        screen.say(f"{screen.many(len(replayed), 'answer')}: {hold} of them hold{passed}")
    if not all(one.holds for one in replayed):
        raise typer.Exit(NO_LONGER)


def _answers(path: Path) -> tuple[list[Saved], list[str]]:
    """The answers in a file or a folder, and the files of JSON there that are something else."""
    from summitry.faces.replaying import saved  # noqa: PLC0415 - as above

    if not path.is_dir():
        return [saved(path)], []
    found: list[Saved] = []
    others: list[str] = []
    for file in sorted(path.rglob("*.json")):
        try:
            found.append(saved(file))
        except InputError:
            others.append(str(file))
    if not found:
        raise InputError(f'"{path}" has no saved answer (expected files of JSON in it)')
    return found, others


def lines(replayed: Replayed) -> Iterator[str]:
    """What became of an answer, in words: whether it holds, why not, and each point of it."""
    saved = replayed.saved
    verdict = "holds" if replayed.holds else "no longer holds"
    yield f"{saved.name}: {verdict} ({saved.made.kind}, as of {replayed.as_of.isoformat()})"
    if replayed.refused:
        yield f"    it can't be made again: {replayed.refused}"
    if replayed.turned or replayed.refused:
        yield from _causes(replayed)
    told = set[int]()
    for one in replayed.turned:
        yield from _turned(one)
        if one.since is not None:
            yield f"    since change {heading(one.since)}"
            rows = () if one.since.id in told else one.since.rows
            yield from (f"      {row_line(row)}" for row in rows)
            told.add(one.since.id)


def _causes(replayed: Replayed) -> Iterator[str]:
    for name, (was, now) in replayed.others.items():
        short = _SHORT if name == "record" else None
        yield f"    {_CAUSES[name]}: {was[:short]}, now {now[:short]}"
    if "record" in replayed.others and replayed.changes is None:
        yield "    its log doesn't know that version (compare two records: summitry record diff)"


def _turned(turned: Turned) -> Iterator[str]:
    yield f"  “{turned.of}”"
    was, now = turned.was, turned.now
    if was is None:
        yield "    was not said, is now"
    elif now is None:
        yield "    is no longer said"
    elif turned.holds:
        yield f"    is {_said(now)} still, for another reason"
    else:
        yield f"    was {_said(was)}, is {_said(now)}"
    if now is not None and now.because:
        yield f"    {now.because}"
    if now is not None and now.correction:
        yield f"    The record has: {now.correction}"


def _said(point: Point) -> str:
    return "not known" if point.says is None else point.says.replace("_", " ")


# --- as JSON ----------------------------------------------------------------------------------


def _as_json(replayed: Replayed) -> Json:
    saved = replayed.saved
    return {
        "answer": saved.name,
        "kind": saved.made.kind,
        "as_of": replayed.as_of.isoformat(),
        "holds": replayed.holds,
        "refused": replayed.refused or None,
        "causes": [
            {"cause": name, "was": was, "now": now} for name, (was, now) in replayed.others.items()
        ],
        "points": [
            {
                "of": one.of,
                "holds": one.holds,
                "was": None if one.was is None else one.was.says,
                "now": None if one.now is None else one.now.says,
                "because": one.now.because or None if one.now is not None else None,
                "correction": None if one.now is None else one.now.correction,
                "since": None if one.since is None else _change(one.since),
            }
            for one in replayed.turned
        ],
    }


def _change(change: Change) -> Json:
    return {
        "change": change.id,
        "made": change.signed.made.isoformat(),
        "act": change.act.value,
        "author": change.signed.author,
        "reason": change.signed.reason or None,
        "rows": [{"table": row.table, "row": row.row} for row in change.rows],
    }
