from __future__ import annotations

from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summitry.reading.documents.blocks import Block, BlockKind, cleaned, lay
from summitry.reading.text.sentences import sentences

HEADING, PARAGRAPH, ITEM, ROW = BlockKind

LAID: Final = {
    "nothing": ([], ""),
    "words alone": ([Block(PARAGRAPH, "They met.")], "They met.\n"),
    "two paragraphs": ([Block(PARAGRAPH, "A."), Block(PARAGRAPH, "B.")], "A.\n\nB.\n"),
    "a heading": ([Block(HEADING, "A\nb", level=2), Block(PARAGRAPH, "C.")], "## A b\n\nC.\n"),
    "items": (
        [Block(ITEM, "A."), Block(ITEM, "B."), Block(ITEM, "C.", number=7), Block(PARAGRAPH, "D.")],
        "- A.\n- B.\n7. C.\n\nD.\n",
    ),
    "rows are closed": ([Block(ROW, "A; B"), Block(ROW, "C.")], "A; B.\n\nC.\n"),
    "what is empty": ([Block(HEADING, " ", level=1), Block(ITEM, "\u200b"), Block(ROW, "")], ""),
    "lines of a paragraph": ([Block(PARAGRAPH, " A \n\n B ")], "A\nB\n"),
}  # fmt: skip


@pytest.mark.parametrize(("blocks", "text"), LAID.values(), ids=LAID)
def test_blocks_are_laid_out(blocks: list[Block], text: str) -> None:
    assert lay(blocks) == text


CLEANED: Final = {
    "They\u00a0met\u202f \t again": "They met again",
    "sum\u00admit\u200b \ufeff": "summit",
    "a\x00b\x1bc\ud800": "abc",
    "one \n \n two": "one\ntwo",
    "one\ftwo\vthree": "one two three",
    "Jose\u0301": "José",
}


@pytest.mark.parametrize(("written", "text"), CLEANED.items())
def test_what_nobody_sees_is_left_out(written: str, text: str) -> None:
    assert cleaned(written) == text


@given(st.text())
def test_what_is_clean_stays_as_it_is(text: str) -> None:
    once = cleaned(text)
    assert cleaned(once) == once
    assert once.encode().decode() == once


WORDS: Final = st.text(alphabet="abc AB", min_size=1).filter(str.strip)
BLOCKS: Final = st.builds(
    Block, st.sampled_from(BlockKind), WORDS.map(lambda words: f"{words}."), level=st.just(2)
)


@given(st.lists(BLOCKS))
def test_every_block_is_read_for_itself(blocks: list[Block]) -> None:
    read = sentences(lay(blocks))
    assert [one.text for one in read] == [cleaned(block.text) for block in blocks]
    assert len({one.block for one in read}) == len(blocks)
