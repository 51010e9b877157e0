"""Review on the command line: what reading proposed, accepted or turned down, one by one."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from summitry.desk.homes import Home
from summitry.faces import options, screen
from summitry.faces.signing import By, Why, signature
from summitry.model.problems import InputError, Overtaken, SummitryError
from summitry.model.proposals import Proposal

if TYPE_CHECKING:
    from summitry.desk.review import Effect, Taking

ASKED: Final = "accept, reject, merge, edit, skip, undo, quit?"
_LACKING: Final = {
    "new-person": "people",
    "new-organisation": "organisations",
    "new-country": "countries",
    "new-topic": "topics",
    "new-place": "place",
    "new-occasion": "occasion",
}
"""What the record lacks, by the name that it is edited under."""


def review(
    *,
    list_: Annotated[bool, typer.Option("--list", help="List the open proposals.")] = False,
    accept: Annotated[
        str | None, typer.Option("--accept", metavar="ID", help="Accept this proposal.")
    ] = None,
    reject: Annotated[
        str | None, typer.Option("--reject", metavar="ID", help="Reject this proposal.")
    ] = None,
    into: Annotated[
        str | None,
        typer.Option("--into", metavar="EVENT", help="With --accept: as this event, by its id."),
    ] = None,
    set_: Annotated[
        list[str] | None,
        typer.Option("--set", metavar="CELL=TEXT", help="With --accept: with this cell otherwise."),
    ] = None,
    anyway: Annotated[
        bool,
        typer.Option("--anyway", help="With --accept: also if it may be on record already."),
    ] = False,
    by: By = None,
    why: Why = "",
    record: options.Own = None,
) -> None:
    """Walk through what reading proposed: nothing enters the record without an acceptance."""
    from summitry.desk import review as desk  # noqa: PLC0415 - a command loads what it needs

    if sum((list_, accept is not None, reject is not None)) > 1:
        raise InputError("review: expected one of --list, --accept and --reject")
    if (into or set_ or anyway) and accept is None:
        raise InputError("review: --into, --set and --anyway are of --accept (expected that too)")
    if list_:
        _list(desk.proposals(record), record)
    elif accept is not None:
        taking = desk.Taking(into=into, anyway=anyway)
        proposed = desk.proposal(record, accept)
        for one in set_ or ():
            taking = _edited(taking, proposed, one)
        done = desk.accept(accept, record, taking, signed=signature(by, why)).effect
        screen.put(f"{record}: accepted {accept} as {done.id}: {done.says}\n")
    elif reject is not None:
        desk.reject(reject, record, signed=signature(by, why))
        screen.put(f"{record}: rejected {reject}\n")
    else:
        _Walk(record, by, why).walk()


def _list(found: tuple[Proposal, ...], record: Home | None) -> None:
    from summitry.desk import review as desk  # noqa: PLC0415 - as above
    from summitry.telling import proposals as telling  # noqa: PLC0415 - as above

    if not found:
        screen.put(f"{record}: no open proposals\n")
        return
    names = desk.names(record)
    for one in found:
        relation = telling.RELATIONS[one.relation]
        screen.put(
            f"{one.id}: {relation}: {telling.told(one.event, names)} ({telling.weight(one)})\n"
        )


def _edited(taking: Taking, proposed: Proposal, text: str) -> Taking:
    """With a cell otherwise, written as CELL=TEXT."""
    from summitry.desk import told  # noqa: PLC0415 - as above

    cell, mark, value = text.partition("=")
    cell, value = cell.strip(), value.strip()
    if not mark:
        raise InputError(f'not an edit: "{text}" (expected CELL=TEXT, like place=Geneva)')
    if cell in _LACKING:
        name = _LACKING[cell]
        held = getattr(taking.lacking, name)
        more: dict[str, Any] = {name: (*held, value) if isinstance(held, tuple) else value}
        return replace(taking, lacking=replace(taking.lacking, **more))
    if cell not in told.CELLS:
        known = ", ".join((*told.CELLS, *_LACKING))
        raise InputError(f'no cell "{cell}" (expected one of {known})')
    return replace(taking, event=told.edited(taking.event or proposed.event, cell, value))


# --- one by one -------------------------------------------------------------------------------


class _End(Exception):
    """Whoever reviews has said enough."""


@dataclass(slots=True)
class _Walk:
    """A walk through the open proposals, by lines that are read from the keyboard or a pipe."""

    record: Home | None
    by: str | None
    why: str
    decided: list[int] = field(default_factory=list)

    def walk(self) -> None:
        """Ask about each, until the last or the end of what is typed."""
        from summitry.desk import review as desk  # noqa: PLC0415 - as above

        found = desk.proposals(self.record)
        left = list(found)
        if not left:
            _list((), self.record)
        try:
            while left:
                self._show(left[0], f"{len(found) - len(left) + 1} of {len(found)}")
                left = self._answer(left, found)
        except _End:
            pass
        screen.say(f"decided {len(self.decided)}, left {len(desk.proposals(self.record))}")

    def _show(self, proposed: Proposal, where: str) -> None:
        from summitry.desk import review as desk  # noqa: PLC0415 - as above
        from summitry.telling import proposals as telling  # noqa: PLC0415 - as above

        relation = telling.RELATIONS[proposed.relation]
        matched = f" ({proposed.matched})" if proposed.matched else ""
        screen.say("", f"{where}  {proposed.id}  {relation}{matched}, {telling.weight(proposed)}")
        told = telling.told(proposed.event, desk.names(self.record))
        screen.say(f"  {told}", f"  {telling.because(proposed)}")
        for report in proposed.reports:
            screen.say(f"  - {telling.origin(report)}: {' '.join(report.sentence.split())}")
            if report.url:
                screen.say(f"    {report.url}")

    def _answer(self, left: list[Proposal], found: tuple[Proposal, ...]) -> list[Proposal]:
        """What is left once the first of these was decided, or left for later."""
        from summitry.desk import review as desk  # noqa: PLC0415 - as above

        proposed, taking = left[0], desk.NO_MORE
        taking = self._tell_effect(proposed, taking)
        while True:
            word = self._asked(ASKED).lower()
            try:
                match word[:1]:
                    case "a":
                        self._accept(proposed, taking)
                        return left[1:]
                    case "r":
                        signed = signature(self._who(), self._reason())
                        self.decided.append(desk.reject(proposed.id, self.record, signed=signed))
                        screen.say(f"rejected {proposed.id}")
                        return left[1:]
                    case "m":
                        merged = replace(
                            taking, seen="", into=self._asked("with which event, by its id?")
                        )
                        self._accept(proposed, merged)
                        return left[1:]
                    case "e":
                        taking = self._tell_effect(proposed, self._edit(proposed, taking))
                    case "s":
                        return left[1:]
                    case "u":
                        self._undo()
                        open_ids = {one.id for one in desk.proposals(self.record)}
                        return [one for one in found if one.id in open_ids]
                    case "q":
                        raise _End
                    case _:
                        screen.say(f'not an answer: "{word}" (expected one of {ASKED})')
            except Overtaken as error:
                screen.say(str(error))
                taking = self._tell_effect(proposed, taking)
            except SummitryError as error:
                screen.say(str(error))

    def _accept(self, proposed: Proposal, taking: Taking) -> None:
        from summitry.desk import review as desk  # noqa: PLC0415 - as above

        signed = signature(self._who(), self._reason())
        done = desk.accept(proposed.id, self.record, taking, signed=signed)
        self.decided.append(done.change)
        screen.say(f"accepted {proposed.id} as {done.effect.id}: {done.effect.says}")

    def _tell_effect(self, proposed: Proposal, taking: Taking) -> Taking:
        """Tell what accepting does, which is then what was seen."""
        from summitry.desk import review as desk  # noqa: PLC0415 - as above

        try:
            done = desk.effect(proposed, self.record, taking, today=options.day(None))
        except SummitryError as error:
            screen.say(f"  can't be accepted as it is: {error}")
            return taking
        for line in _effect_lines(done):
            screen.say(f"  {line}")
        return replace(taking, seen=done.mark)

    def _edit(self, proposed: Proposal, taking: Taking) -> Taking:
        """Cells otherwise, line by line, until an empty line."""
        while text := self._asked("CELL=TEXT (an empty line ends)?"):
            try:
                taking = _edited(taking, proposed, text)
            except SummitryError as error:
                screen.say(str(error))
        return taking

    def _undo(self) -> None:
        from summitry.desk import log as desk  # noqa: PLC0415 - as above

        if not self.decided:
            raise InputError("nothing was decided yet (expected a decision to undo)")
        done = desk.undo(self.record, self.decided[-1], signature(self._who(), self._reason()))
        self.decided.pop()
        screen.say(f"undone: change {done.undoes}")

    def _who(self) -> str | None:
        if self.by is None:
            self.by = self._asked("who are you?") or None
        return self.by

    def _reason(self) -> str:
        return self.why or self._asked("why?")

    def _asked(self, question: str) -> str:
        """What is typed next; _End where nothing comes any more."""
        screen.put(f"{question} ")
        line = sys.stdin.readline()
        if not sys.stdin.isatty():
            screen.put("\n")
        if not line:
            raise _End
        return line.strip()


def _effect_lines(done: Effect) -> Iterator[str]:
    cited = "1 citation" if done.citations == 1 else f"{done.citations} citations"
    if not done.before and "id" in done.after:
        yield f"accepting adds {done.id} with {cited}: {done.says}"
        return
    yield f"accepting adds {cited} to {done.id}: {done.says}"
    for name in {**done.before, **done.after}:
        yield f'  {name}: "{done.before.get(name, "")}" becomes "{done.after.get(name, "")}"'
