"""The interface of every format for people.

A format is a subclass of :class:`Renderer` with one method for each kind of block. A type checker
reports a subclass that lacks a method, because it is abstract, and a kind of block that
:meth:`Renderer.block` does not handle, because of ``assert_never``.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar, assert_never

from briefing import document as doc

T = TypeVar("T")

RIGHT_ALIGNED: frozenset[doc.Role] = frozenset({"number", "paragraph"})
"""The roles of columns that are aligned on the right."""


class Renderer(ABC, Generic[T]):
    """Renders each block of a document as a ``T``."""

    def block(self, block: doc.Block) -> T:
        """Render a block of any kind, or the text of an empty table or tree."""
        match block:
            case doc.Prose():
                return self.prose(block)
            case doc.Items():
                return self.items(block)
            case doc.KeyFigures():
                return self.key_figures(block)
            case doc.Fields():
                return self.fields(block)
            case doc.Outline():
                return self.outline(block)
            case doc.Table() | doc.Tree() | doc.Passages():
                return self._with_entries(block)
            case doc.Compass():
                return self.compass(block)
            case doc.Commands():
                return self.commands(block)
            case doc.Verbatim():
                return self.verbatim(block)
            case _:
                assert_never(block)

    def _with_entries(self, block: doc.Table | doc.Tree | doc.Passages) -> T:
        """Render a table or a tree, or what stands in place of one without entries."""
        if isinstance(block, doc.Passages):
            return self.passages(block)
        if isinstance(block, doc.Table) and block.rows:
            return self.table(block)
        if isinstance(block, doc.Tree) and block.roots:
            return self.tree(block)
        return self.empty(block.empty or doc.Phrase())

    def passages(self, block: doc.Passages) -> T:
        """Render the words that claims rest on as the table that they are."""
        return self._with_entries(block.table)

    @abstractmethod
    def prose(self, block: doc.Prose) -> T: ...
    @abstractmethod
    def items(self, block: doc.Items) -> T: ...
    @abstractmethod
    def key_figures(self, block: doc.KeyFigures) -> T: ...
    @abstractmethod
    def fields(self, block: doc.Fields) -> T: ...
    @abstractmethod
    def outline(self, block: doc.Outline) -> T: ...
    @abstractmethod
    def table(self, block: doc.Table) -> T: ...
    @abstractmethod
    def tree(self, block: doc.Tree) -> T: ...
    @abstractmethod
    def compass(self, block: doc.Compass) -> T: ...
    @abstractmethod
    def commands(self, block: doc.Commands) -> T: ...
    @abstractmethod
    def verbatim(self, block: doc.Verbatim) -> T: ...
    @abstractmethod
    def empty(self, words: doc.Phrase) -> T:
        """Render the text that stands for a table without rows or a tree without branches."""


class LineRenderer(Renderer[list[str]]):
    """Renders blocks as lines of text; the base of plain text and Markdown."""

    child_indent: str
    """The indentation of a node's children."""

    @abstractmethod
    def inline(self, cell: doc.Cell) -> str:
        """Return a cell's text on one line, with a slash between its languages."""

    @abstractmethod
    def statement(self, line: doc.Line) -> str:
        """Return a statement with its remark and paragraph marks."""

    @abstractmethod
    def node(self, node: doc.Node) -> str:
        """Return the line with a node's label and tags."""

    def prose(self, block: doc.Prose) -> list[str]:
        return [self.statement(block.line)]

    def items(self, block: doc.Items) -> list[str]:
        return [f"- {self.statement(line)}" for line in block.lines]

    def tree(self, block: doc.Tree) -> list[str]:
        return [line for root in block.roots for line in self._subtree(root, "")]

    def outline_lines(self, lines: Iterable[doc.Line], indent: str = "") -> Iterator[str]:
        """Yield statements, each with what is inside it on indented lines below it."""
        for line in lines:
            yield indent + self.statement(line)
            yield from self.outline_lines(line.inside, f"{indent}  ")

    def commands(self, _: doc.Commands) -> list[str]:
        """Return no lines, because only a terminal shows commands."""
        return []

    def empty(self, words: doc.Phrase) -> list[str]:
        return [self.inline(words)] if any(words) else []

    def _subtree(self, node: doc.Node, indent: str) -> Iterator[str]:
        yield indent + self.node(node)
        for line in node.lines:
            yield f"{indent}  - {self.statement(line)}"
        for child in node.children:
            yield from self._subtree(child, indent + self.child_indent)
