"""The manual page, made of what the commands say of themselves: ``python -m tests.docs.manual``."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version
from typing import Any, Final

from typer import Context
from typer.main import get_command

from summitry.faces.cli import app
from tests.faces.command import ROOT

PAGE: Final = ROOT / "man" / "summitry.1"

STATUSES: Final = {
    "0": "Nothing is refuted.",
    "1": "Something is refuted, a question has no answer, an audit found a fault, or two records "
    "differ.",
    "2": "The call or the input was bad; one line on stderr says what is wrong.",
}
EXAMPLES: Final = (
    "summitry check article.html",
    'summitry ask "When did Trump and Putin last meet?"',
    'summitry history Putin "President of the United States" --format html -o page.html',
    "summitry preview Trump Putin --on 2026-12-01 --in Budapest",
)


def manual() -> str:
    """The page, in the man macros of roff."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    group: Any = get_command(app)
    yield f'.TH SUMMITRY 1 "" "summitry {version("summitry")}" "User Commands"'
    yield from _section("NAME", r"summitry \- a sourced record of who met whom")
    yield from _section(
        "SYNOPSIS", r"\fBsummitry\fR \fICOMMAND\fR [\fIOPTIONS\fR] [\fIARGUMENTS\fR]"
    )
    yield from _section("DESCRIPTION", _text(group.help))
    yield ".SH COMMANDS"
    yield from _commands(group, "summitry")
    yield ".SH EXIT STATUS"
    for status, says in STATUSES.items():
        yield from (".TP", rf"\fB{status}\fR", _text(says))
    yield ".SH EXAMPLES"
    for example in EXAMPLES:
        yield from (".PP", ".nf", _text(example), ".fi")


def _section(title: str, text: str) -> tuple[str, str]:
    return f".SH {title}", text


def _commands(group: Any, path: str) -> Iterator[str]:  # noqa: ANN401 - Typer's own class
    for name, command in group.commands.items():
        if hasattr(command, "commands"):
            yield from _commands(command, f"{path} {name}")
            continue
        context = Context(command)
        called = (path, name, *command.collect_usage_pieces(context))
        yield f'.SS "{_text(" ".join(called))}"'
        yield _text(command.help)
        for one in command.params:
            record = one.get_help_record(context)
            if one.param_type_name == "option" and record is not None:
                names, says = record
                yield from (".TP", rf"\fB{_text(names)}\fR", _text(says or "How it is shown."))


def _text(text: str) -> str:
    plain = " ".join(text.split()).replace("\\", r"\e").replace("-", r"\-")
    return f"\\&{plain}" if plain.startswith((".", "'")) else plain


if __name__ == "__main__":
    PAGE.write_text(manual(), "utf-8")
