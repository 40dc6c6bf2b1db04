"""A finished memo as lines of running text, each character with its place in the memo's file.

What is no claim of the memo is left out or blanked: code, the targets of links, front matter, the
numbers of headings and lists, and lines that only date or address the memo.
"""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import count, pairwise
from os.path import splitext
from typing import NamedTuple

from briefing.checks.numbers import read_chinese, read_english
from briefing.limits import (
    DOCUMENT_MEBIBYTES,
    MEMO_CELLS,
    MEMO_CHARACTERS,
    MEMO_COMPARISONS,
    MEMO_NUMBERS,
    MEMO_SENTENCES,
    SOURCE_CHARACTERS,
)
from briefing.model.reading import decode, read_bytes, refuse
from briefing.model.text import SourceText, count_numbers, refuse_controls, split_lines
from briefing.problem import Message, message
from briefing.verifying.line import Cell, Line, join_broken
from briefing.verifying.splitting import cut_sentences
from briefing.verifying.tables import join_tables

_MARKDOWN = frozenset(["", ".md", ".markdown", ".mdown"])
_HTML = frozenset([".html", ".htm", ".xhtml"])
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_BLANKED = re.compile(
    r"`[^`]*`"  # code
    r"|https?://[^\s<>()，。；、]+|<[^<>\s@]+@[^<>\s]+>|<!--.{0,2000}?-->|</?[a-z][^<>]*>"
    r"|\[\^[^\]]{0,200}\]:|[¶§] ?\d+(?:[-–,、]\d+)*"
)
_LEFT_OUT = re.compile(
    r"\*\*|__|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])|[\u200b-\u200f\u2060\ufeff\u00ad]"
    r"|(?<=\])\([^()\s]*(?:\s+\"[^\"]*\")?\)|(?<=\])\[[^\]]*\]"  # where a link leads
    r"|\[(?=[^\[\]]{1,200}\]\()|(?<=[^\s\[])\](?=\()"  # the marks of a link
    r"|\[\^[^\]]{0,200}\](?!:)|\[\d{1,3}\]"  # what refers to a note
    r"|<sup>[\d\[\],，、*†-]{1,12}</sup>(?!\w)|(?<=[\d万亿%])<sup>[^<>]{1,12}</sup>"
    r"|<(?P<struck>del|s|strike)>[^<>]{0,200}</(?P=struck)>|~~[^~]{1,200}~~"
    r"|</?(?:a|abbr|b|big|em|font|i|ins|mark|q|small|span|strong|sub|sup|u)(?:\s[^<>]*)?>"
)
"""What is written inside words and numbers, and no part of them."""
_NUMBERED = re.compile(
    r"\s*(?:>\s*)*(?:#{1,6}\s+)?(?:[-*+•]\s+)?"
    r"(?:(?:\d{1,2}(?:\.\d{1,2})*[.)、．]|\d{1,2}(?:\.\d{1,2})+)(?=\s|[^\d\s])(?!\d)\s*"
    r"|\d{3}[.)、．]\s+"
    r"|[（(][一二三四五六七八九十\d]{1,3}[）)]\s*|[一二三四五六七八九十]{1,3}、\s*"
    r"|第[一二三四五六七八九十\d]{1,3}[章节](?=\s)\s*)?"
)
"""What a line may begin with: marks of Markdown, and its number in a list or among headings."""
_OWN_LINE = re.compile(
    r"\s*(?:\*\*)?(?:date|dated|from|to|cc|ref(?:erence)?|version|time|page"
    r"|日期|时间|发件人?|收件人?|抄送|编号|文号|版本|印发日期)(?:\*\*)?\s*[:：].*",
    re.I,
)
_ONLY_DATE = re.compile(
    r"\s*+[（(]?\s*+(?:\d{4}\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}\s*日?"
    r"|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+,? \d{4}|[A-Z][a-z]+ \d{1,2},? \d{4})\s*+[）)]?\s*"
)


class Memo(NamedTuple):
    """A memo: its file, and those of its lines that have text, in order.

    Of a Word document, ``unread`` names what else has text, and ``is_changed`` says that it holds
    tracked changes, which are taken as accepted.
    """

    file: str
    lines: tuple[Line, ...]
    unread: tuple[str, ...] = ()
    is_changed: bool = False

    def find_excess(self, texts: Iterable[SourceText]) -> Message | None:
        """Return what more there is than is judged, if there is too much.

        Each sentence outside of tables, and each cell that differs from the others, is judged by
        all of the texts, and each number by the facts.
        """
        memo = sum(len(line.text) for line in self.lines)
        told = sum(len(one.text) for text in texts for one in text.paragraphs)
        if memo * told > MEMO_COMPARISONS:
            return message("too-large.memo-comparisons")
        if len({(line.heads, line.text) for line in self.lines if line.cell}) > MEMO_CELLS:
            return message("too-large.memo-cells")
        prose = [line.text[: line.end] for line in self.lines if not line.cell]
        spans = (span for text in prose for span in cut_sentences(text))
        if any(count > MEMO_SENTENCES for count, _ in enumerate(spans, 1)):
            return message("too-large.memo-sentences")
        if sum(map(count_numbers, prose)) > MEMO_NUMBERS:
            return message("too-large.memo-numbers")
        return None


def read_memo(file: str) -> Memo:
    """Return a memo in plain text, Markdown, HTML or Word; ``-`` is standard input.

    The line of a Word document is the number of its paragraph that has text; those of its notes
    follow, and then its headers and footers. Raises
    :class:`ModelError` where the file cannot be read, is empty or is too large.
    """
    ending = splitext(file)[1].lower() if file != "-" else ""
    # A page has its marks besides its text.
    most = SOURCE_CHARACTERS if ending in _HTML else MEMO_CHARACTERS
    too_large = message("too-large.memo-page" if ending in _HTML else "too-large.memo")
    if ending == ".docx":
        memo = _read_word(file)
    else:
        text = _decode(read_bytes(file, 4 * most, too_large), file, ending)
        if len(text) > most:
            raise refuse(file, too_large)
        refuse_controls(text, file)
        memo = Memo(file, tuple(split_memo(text, ending)))
    if sum(len(line.text) for line in memo.lines) > MEMO_CHARACTERS:
        raise refuse(file, message("too-large.memo"))
    if not memo.lines:
        raise refuse(file, message("empty.memo"))
    return memo


def _read_word(file: str) -> Memo:
    """Return the memo that a Word document holds, with its notes and margins last."""
    from briefing.files.docx import read_docx

    too_large = message("too-large.document")
    word = read_docx(read_bytes(file, DOCUMENT_MEBIBYTES * 2**20, too_large), file)
    around = (*word.notes, *word.margins)
    if sum(len(one) + 1 for one in (*word.paragraphs, *around)) > MEMO_CHARACTERS + 1:
        raise refuse(file, message("too-large.memo"))
    cells = (Cell(*cell) if cell else None for cell in word.cells)
    body = list(map(_placed, word.paragraphs, count(1), cells))
    body = [one._replace(level=level) for one, level in zip(body, word.levels, strict=True)]
    behind = map(_placed, around, count(len(body) + 1))
    lines = _finish([*join_broken(body), *behind])
    return Memo(file, tuple(lines), word.unread, word.is_changed)


def _decode(content: bytes, file: str, ending: str) -> str:
    if ending in _HTML:  # which is refused as a text, but is a memo, in whatever encoding
        from briefing.files.encodings import decode_any

        return decode_any(content, file).text
    return decode(content, file)[0]


def split_memo(text: str, ending: str = "") -> list[Line]:
    """Return the lines of a memo that have text; ``ending`` is that of its file."""
    if ending in _HTML:
        from briefing.verifying.page import read_page

        return _finish(read_page(text))
    placed = [_placed(one.text, one.line, column=one.column) for one in split_lines(text)]
    if ending in _MARKDOWN:
        placed = list(map(_read_references, _read_markdown(placed)))
    return _finish(join_broken(placed))


def _finish(lines: Iterable[Line]) -> list[Line]:
    """Return the lines that have claims, without what is none, and cells with their heads."""
    return list(join_tables([kept for kept in map(_trim, lines) if kept]))


def _read_markdown(lines: list[Line]) -> Iterator[Line]:
    """Yield the lines of a Markdown file without code and front matter, and rows as their cells."""
    first = _behind_front_matter([line.text for line in lines])
    fence = ""
    table, row = -1, -1
    for number, line in enumerate(lines[first:], first):
        if mark := _FENCE.match(line.text):
            if not fence:
                fence = mark[1]
                continue
            if line.text.strip().startswith(fence):
                fence = ""
                continue
        if fence:
            continue
        after = lines[number + 1].text if number + 1 < len(lines) else ""
        if row < 0 and "|" in line.text and _DELIMITER.fullmatch(after):
            table, row = table + 1, 0
        elif row >= 0 and "|" not in line.text:
            row = -1
        if row < 0:
            yield line
        elif not _DELIMITER.fullmatch(line.text):
            yield from _split_row(line, table, row)
            row += 1


_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,8});")
"""A character as Markdown and pages may write it: &#160; and &nbsp; are blanks."""


def _read_references(line: Line) -> Line:
    """Return a line of Markdown with the characters for which its references stand."""
    pieces: list[str] = []
    places: list[tuple[int, int]] = []
    end = 0
    for match in _REFERENCE.finditer(line.text):
        start, meant = match.start(), unescape(match[0]).replace("\n", " ")
        pieces += line.text[end:start], meant
        places += [*line.places[end:start], *[line.places[start]] * len(meant)]
        end = match.end()
    text = "".join([*pieces, line.text[end:]])
    return line._replace(text=text, places=(*places, *line.places[end:]))


_DELIMITER = re.compile(r"(?=.*\|)\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*")


def _split_row(line: Line, table: int, row: int) -> Iterator[Line]:
    """Yield the cells of a row of a Markdown table, which may begin and end without a mark."""
    bounds = [-1, *(one.start() for one in _BETWEEN_CELLS.finditer(line.text)), len(line.text)]
    spans = [slice(start + 1, end) for start, end in pairwise(bounds)]
    if not line.text[spans[0]].strip():
        del spans[0]
    if spans and not line.text[spans[-1]].strip():
        del spans[-1]
    for column, span in enumerate(spans):
        yield Line(line.text[span], line.places[span], Cell(table, row, column))


_BETWEEN_CELLS = re.compile(r"(?<!\\)\|")


def _behind_front_matter(lines: list[str]) -> int:
    """Return the index of the first line behind the data that a Markdown file may begin with."""
    if lines and lines[0].strip() == "---":
        ends = (at for at, line in enumerate(lines[1:], 1) if line.strip() in ("---", "..."))
        return next(ends, -1) + 1
    return 0


def _placed(line: str, number: int, cell: Cell | None = None, column: int = 1) -> Line:
    return Line(line, tuple((number, column + at) for at in range(len(line))), cell)


def _trim(line: Line) -> Line | None:
    """Return a line without what is no claim, or nothing where nothing is left."""
    text = line.text
    if _OWN_LINE.fullmatch(text) or (not line.cell and _ONLY_DATE.fullmatch(text)):
        return None
    inside = {at for found in _LEFT_OUT.finditer(text) for at in range(*found.span())}
    text = _BLANKED.sub(lambda found: " " * len(found[0]), text)
    head = None if line.cell else _NUMBERED.match(text)
    if head and not _begins_with_amount(text):
        line = _with_mark(line, head[0])
        text = " " * head.end() + text[head.end() :]
    kept = [at for at in range(len(text)) if at not in inside]
    text = "".join("\n" if text[at] == "|" else text[at] for at in kept)
    if not (text.strip() if line.cell else re.search(r"\w", text)):
        return None
    return line._replace(text=text, places=tuple(line.places[at] for at in kept))


def _with_mark(line: Line, head: str) -> Line:
    """Return a line with what its head says of its place: a heading, or an item of a list."""
    marked = _MARKS.fullmatch(head)
    assert marked  # it begins with what it takes, and takes anything behind
    bullet = "• " if marked["bullet"] else ""
    level = len(marked["signs"] or "") or line.level
    return line._replace(level=level, mark=(bullet + marked["number"]).strip() or line.mark)


_MARKS = re.compile(
    r"[\s>]*(?P<signs>#{1,6}(?=\s))?\s*(?P<bullet>[-*+•](?=\s))?\s*(?P<number>.*)", re.S
)
"""What a line begins with, which is no claim: how deep a heading is, a bullet, a number."""


def _begins_with_amount(text: str) -> bool:
    """Return whether a line begins with an amount, as 0.2 trillion yuan, and with no number."""
    found = _DECIMAL.match(text)
    if not found:
        return False
    begins = text[found.start(1) : found.start(1) + _LONGEST_AMOUNT]
    read = (*read_chinese(begins), *read_english(begins))
    return any(one.start == 0 and one.readings and one.readings[0].unit for one in read)


_DECIMAL = re.compile(r"\s*(?:>\s*)*(?:[-*+•]\s+)?(\d{1,2}\.\d)")
_LONGEST_AMOUNT = 40
