"""Text in Word. Each run names its language, from which its font and spelling follow."""

from collections.abc import Iterable, Mapping

from briefing.document import Cell, Lang, Line, Marked, Phrase, is_list, texts
from briefing.output.docx.element import Element, make_break, make_run, one_line
from briefing.output.docx.links import Bookmarks


class TextWriter:
    """Writes the contents of cells as runs, with links to what the document has.

    ``styles`` are the ids of the styles by their names.
    """

    def __init__(self, styles: Mapping[str, str], bookmarks: Bookmarks, lang: Lang) -> None:
        self.styles = styles
        self.lang = lang
        self.bookmarks = bookmarks
        self.article: str | None = bookmarks.home(())

    def cell(
        self, cell: Cell, style: str | None = None, separator: str | None = None
    ) -> list[Element]:
        """Return a cell's texts, each on a line of its own unless a separator is given."""
        if isinstance(cell, Marked):
            return self._marked(cell)
        if isinstance(cell, Line):
            return self.statement(cell)
        found: list[Element] = []
        for number, (lang, text) in enumerate(texts(cell)):
            if number:
                found.append(make_run(separator) if separator else make_break())
            found.append(self._run(one_line(text), lang, style))
        return found

    def named(self, cell: Cell) -> list[Element]:
        """Return a cell in which a name that stands alone is a link to its record."""
        content = self.cell(cell)
        if not isinstance(cell, str | Phrase):
            return content
        words = cell if isinstance(cell, str) else cell.chinese
        linked = self.bookmarks.link_name(self.article, words, content)
        if linked is content:
            return content
        return self.bookmarks.link_name(self.article, words, self.cell(cell, "Link"))

    def names(self, article: str, cells: tuple[Cell, ...], ids: Iterable[str]) -> list[Element]:
        """Return names in a row, each of them a link to the record of its id."""
        chinese = all(lang == "zh" for lang, _ in texts(cells))
        found: list[Element] = []
        for cell, id_ in zip(cells, ids, strict=True):
            content = self.cell(cell, separator=" / ")
            linked = self.bookmarks.link(article, id_, content)
            if linked is not content:
                linked = self.bookmarks.link(article, id_, self.cell(cell, "Link", " / "))
            found += [make_run("、" if chinese else "; ")] if found else []
            found += linked
        return found

    def statement(self, line: Line) -> list[Element]:
        """Return a statement, its remark in each language, and its paragraph marks."""
        found: list[Element] = []
        if isinstance(line.text, Marked):
            found += self._marked(line.text)
        elif is_list(line.text):
            found += self.cell(line.text)
        else:
            for number, (lang, text) in enumerate(texts(line.text)):
                if number:
                    found.append(make_break())
                found.append(self._run(one_line(text), lang))
                if line.remark:
                    found.append(self._remark(line.remark, lang))
        return found + self.marks(line, apart=bool(found))

    def marks(self, line: Line, *, apart: bool = False) -> list[Element]:
        """Return paragraph marks, each a link to the words of the article, if there are any."""
        found: list[Element] = []
        home = self.bookmarks.home(line.evidence)
        for mark, target in self.bookmarks.list_marks(line.evidence):
            if found or apart:
                found.append(self._run(" " if found else "  ", None, "Mark"))
            content = [self._run(mark, None, "Mark")]
            if isinstance(target, str):
                content = self.bookmarks.link_away(target, content)
            elif target:
                content = self.bookmarks.link(home, target, content)
            found += content
        return found

    def _run(self, text: str, lang: str | None, style: str | None = None) -> Element:
        return make_run(text, lang, self.styles[style] if style else None)

    def _remark(self, remark: Phrase, lang: str | None) -> Element:
        zh, en = remark
        text = f"（{zh or en}）" if lang == "zh" else f" ({en or zh})"
        return self._run(one_line(text) if lang == "zh" else f" {one_line(text)}", lang, "Remark")

    def _marked(self, cell: Marked) -> list[Element]:
        """Return a text with its marked words in bold, after its label."""
        found = [self._run(cell.heading(), None, "Label")]
        for text, marked in cell.parts():
            found.append(self._run(text, cell.lang, "Name" if marked else None))
        return found
