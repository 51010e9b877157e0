"""What stands set apart in the documents: commands with what they print, Python, files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from markdown_it import MarkdownIt

from tests.faces.command import ROOT

DOCS: Final = ROOT / "docs"
PAGES: Final = {page.name: page for page in (*sorted(DOCS.glob("*.md")), ROOT / "README.md")}
_PROMPT: Final = "$ "
_TITLE: Final = re.compile(r'title="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Step:
    """A command of a page, by its line there, and what the page says that it prints."""

    line: int
    command: str
    printed: str


@dataclass(frozen=True, slots=True)
class Block:
    """A text set apart, by the line of the page on which it starts, and the word of its fence."""

    line: int
    text: str
    info: str = ""

    @property
    def language(self) -> str:
        return self.info.partition(" ")[0]

    @property
    def file(self) -> str:
        """The name of the file that the block is; empty if it is none."""
        found = _TITLE.search(self.info)
        return found.group(1) if found else ""

    @property
    def is_transcript(self) -> bool:
        return self.text.startswith(_PROMPT)

    @property
    def is_python(self) -> bool:
        return self.text.startswith(">>> ")

    def steps(self) -> Iterator[Step]:
        """The commands of a transcript in their order."""
        lines = self.text.splitlines()
        starts = [n for n, line in enumerate(lines) if line.startswith(_PROMPT)]
        for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
            printed = "\n".join(lines[start + 1 : end]).strip("\n")
            yield Step(self.line + start, lines[start].removeprefix(_PROMPT), printed)


def blocks(page: Path) -> list[Block]:
    """Every block of a page that is set apart, in order."""
    tokens = MarkdownIt().parse(page.read_text("utf-8"))
    return [
        Block(token.map[0] + 1, token.content, token.info)
        for token in tokens
        if token.type in {"code_block", "fence"} and token.map is not None
    ]
