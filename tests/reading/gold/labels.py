"""The gold corpus: texts cut into sentences, each with the claims that it makes (see README.md)."""

from __future__ import annotations

import hashlib
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Final

from summitry.model.findings import Verdict
from summitry.model.statements import Document

CORPUS: Final = Path(__file__).parent / "corpus"

SIGNS: Final[dict[str, Verdict | None]] = {
    "+": Verdict.SUPPORTED,
    "-": Verdict.REFUTED,
    "?": Verdict.NOT_ENOUGH_EVIDENCE,
    "*": Verdict.CONFLICTING_EVIDENCE,
    "~": None,
}
"""What stands before a claim: its verdict by the record, or that none is asked."""

_LINE_OF_ITS_OWN: Final = re.compile(r"(\^|#+ |[-*•·|>]|\d+[.)] )")
_UNDECIDED: Final = re.compile(r"\{\?([^}]*)\}")
_HEADER: Final = frozenset({"title", "date", "record", "style"})


class LabelError(ValueError):
    """A text or a label that can't be read; the message says where."""


class Which(StrEnum):
    """Which record a text is held against."""

    BUNDLED = "bundled"
    HISTORIAN = "historian"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One way to put a claim, in the corpus's notation, and the verdict on the claim so put."""

    sign: str
    text: str

    @property
    def verdict(self) -> Verdict | None:
        """The verdict that the record gives; None where none is asked."""
        return SIGNS[self.sign]


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One claim of a sentence: any of its wordings will do.

    A claim that is optional is neither missed where it isn't read nor wrong where it is.
    """

    wordings: tuple[Wording, ...]
    optional: bool
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence, or a piece of one line: a row, a caption, an item; offsets within the text."""

    text: str
    start: int
    end: int
    line: int
    labels: tuple[Label, ...] = ()
    silence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text of the corpus."""

    name: str
    title: str
    written: date
    record: Which
    style: str
    sentences: tuple[Sentence, ...]
    text: str

    @property
    def held_out(self) -> bool:
        """Whether the text is kept from those who tune forms: one of three, by its name's hash."""
        return int(hashlib.sha256(self.name.encode()).hexdigest(), 16) % 3 == 0

    @property
    def document(self) -> Document:
        """The text as a document of its day."""
        return Document(
            text=self.text, as_of=self.written, title=self.title, published=self.written
        )


def corpus(folder: Path = CORPUS) -> tuple[Text, ...]:
    """Every text of the folder, by name."""
    return tuple(load(path) for path in sorted(folder.glob("*.txt")))


def load(path: Path) -> Text:
    """A text from its file: a header, ``---``, then sentences with their labels indented below."""
    try:
        return _text(path.stem, path.read_text("utf-8"))
    except LabelError as problem:
        raise LabelError(f"{path.name}:{problem}") from None


def _text(name: str, content: str) -> Text:
    head, _, body = content.partition("\n---\n")
    header = dict(line.split(": ", maxsplit=1) for line in head.splitlines())
    if not header.keys() <= _HEADER:
        raise LabelError(f"1: a header of {', '.join(sorted(header))}: expected {sorted(_HEADER)}")
    sentences: list[Sentence] = []
    text = ""
    for number, raw, joint, lines in _pieces(body, head.count("\n") + 3):
        if not raw:
            raise LabelError(f"{number}: a label before any sentence")
        start = len(text) + len(joint)
        text += joint + raw
        labels, silence = _labels(lines)
        sentences.append(
            Sentence(
                text=raw, start=start, end=len(text), line=number, labels=labels, silence=silence
            )
        )
    return Text(
        name=name,
        title=header.get("title", ""),
        written=date.fromisoformat(header["date"]),
        record=Which(header["record"]),
        style=header["style"],
        sentences=tuple(sentences),
        text=text + "\n",
    )


_Lines = list[tuple[int, str]]


def _pieces(body: str, first: int) -> Iterator[tuple[int, str, str, _Lines]]:
    """The sentences with their line number, what joins them to the text before, and their labels.

    Sentences on lines of their own follow one another by a space; a blank line parts paragraphs;
    a heading, an item, a row and what is marked with ``^`` stands on a line of its own.
    """
    number, sentence, joint, lines = first, "", "", list[tuple[int, str]]()
    gap, begun, alone = "", False, False
    for at, raw in enumerate(body.splitlines(), first):
        if raw.startswith("    "):
            lines.append((at, raw.strip()))
        elif not raw.strip():
            gap = "\n\n"
        else:
            if begun or lines:
                yield number, sentence, joint, lines
            own = _LINE_OF_ITS_OWN.match(raw) is not None
            joint = (gap or ("\n" if own or alone else " ")) if begun else ""
            number, sentence, lines = at, raw.removeprefix("^"), []
            gap, begun, alone = "", True, own
    if begun or lines:
        yield number, sentence, joint, lines


def _labels(lines: _Lines) -> tuple[tuple[Label, ...], str]:
    labels: list[Label] = []
    silence = ""
    for number, line in lines:
        if line.startswith("none: "):
            silence = line.removeprefix("none: ")
            continue
        word, _, rest = line.partition(" ")
        if word == "or" and labels:
            last = labels.pop()
            wordings = (*last.wordings, *_wordings(rest, number, last.wordings[0].sign))
            labels.append(Label(wordings=wordings, optional=last.optional, line=last.line))
        else:
            wordings = _wordings(rest if word == "may" else line, number)
            labels.append(Label(wordings=wordings, optional=word == "may", line=number))
    if silence and not all(label.optional for label in labels):
        raise LabelError(f"{lines[0][0]}: a sentence has claims or none, not both")
    return tuple(labels), silence


def _wordings(text: str, number: int, default: str = "") -> tuple[Wording, ...]:
    """The wording, and those in which the record no longer decides what it says more."""
    sign, _, rest = text.partition(" ")
    if sign not in SIGNS:
        sign, rest = default, text
    if not sign:
        raise LabelError(f"{number}: {text!r} starts with none of {' '.join(SIGNS)}")
    parts = _UNDECIDED.split(rest)
    choices = [("", part) if at % 2 else (part,) for at, part in enumerate(parts)]
    plain, *more = (" ".join("".join(choice).split()) for choice in itertools.product(*choices))
    beyond = "?" if sign == "+" else sign
    return (
        Wording(sign=sign, text=plain),
        *(Wording(sign=beyond, text=fuller) for fuller in more),
    )
