"""The interface of every format that is for people.

A format is a subclass of :class:`Renderer` with one method for each kind of block. A type checker
reports a format that lacks one, because a class with an abstract method cannot be instantiated, and
a new kind of block that :meth:`Renderer.block` does not know, because of ``assert_never``.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import Generic, TypeVar, assert_never

from briefing.document import (
    Block,
    Cell,
    Commands,
    Compass,
    Fields,
    Items,
    KeyFigures,
    Line,
    Node,
    Phrase,
    Prose,
    Role,
    Table,
    Tree,
    Verbatim,
)

T = TypeVar("T")

RIGHT_ALIGNED: frozenset[Role] = frozenset({"number", "paragraph"})
"""The roles of columns whose cells are aligned on the right."""


class Renderer(ABC, Generic[T]):
    """Turns each block of a document into a ``T``."""

    def block(self, block: Block) -> T:
        """Render a block of any kind."""
        match block:
            case Prose():
                return self.prose(block)
            case Items():
                return self.items(block)
            case KeyFigures():
                return self.key_figures(block)
            case Fields():
                return self.fields(block)
            case Table():
                return self.table(block) if block.rows else self.empty(block.empty or Phrase())
            case Tree():
                return self.tree(block) if block.roots else self.empty(block.empty or Phrase())
            case Compass():
                return self.compass(block)
            case Commands():
                return self.commands(block)
            case Verbatim():
                return self.verbatim(block)
            case _:
                assert_never(block)

    @abstractmethod
    def prose(self, block: Prose) -> T: ...
    @abstractmethod
    def items(self, block: Items) -> T: ...
    @abstractmethod
    def key_figures(self, block: KeyFigures) -> T: ...
    @abstractmethod
    def fields(self, block: Fields) -> T: ...
    @abstractmethod
    def table(self, block: Table) -> T: ...
    @abstractmethod
    def tree(self, block: Tree) -> T: ...
    @abstractmethod
    def compass(self, block: Compass) -> T: ...
    @abstractmethod
    def commands(self, block: Commands) -> T: ...
    @abstractmethod
    def verbatim(self, block: Verbatim) -> T: ...
    @abstractmethod
    def empty(self, words: Phrase) -> T:
        """Render what is said where a table has no rows or a tree no branches."""


class LineRenderer(Renderer[list[str]]):
    """What the formats share that are lines of text: plain text and Markdown."""

    child_indent: str
    """What stands before the branches of a branch of a tree."""

    @abstractmethod
    def inline(self, cell: Cell) -> str:
        """Return a cell's text on one line, with a stroke between its languages."""

    @abstractmethod
    def statement(self, line: Line) -> str:
        """Return a statement, its remark and its paragraph marks."""

    @abstractmethod
    def branch(self, node: Node) -> str:
        """Return the line that names a branch of a tree."""

    def prose(self, block: Prose) -> list[str]:
        return [self.statement(block.line)]

    def items(self, block: Items) -> list[str]:
        return [f"- {self.statement(line)}" for line in block.lines]

    def tree(self, block: Tree) -> list[str]:
        return [line for root in block.roots for line in self._node(root, "")]

    def commands(self, _: Commands) -> list[str]:
        """Return nothing: only a terminal shows commands."""
        return []

    def empty(self, words: Phrase) -> list[str]:
        return [self.inline(words)] if any(words) else []

    def _node(self, node: Node, indent: str) -> Iterator[str]:
        yield indent + self.branch(node)
        for line in node.lines:
            yield f"{indent}  - {self.statement(line)}"
        for child in node.children:
            yield from self._node(child, indent + self.child_indent)
