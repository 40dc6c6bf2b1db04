"""Tables of a memo: what a cell that holds only a number tells, by the heads of its row and column.

The unit stands in the cell, else in brackets in a head, in a column of units, or above the table.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.quantities.units import is_unit, unit_named
from briefing.verifying.line import Line

_ONLY_NUMBER = re.compile(r"\s*[+\-−－]?[0-9０-９][0-9０-９,，.．]*\s*")
_VALUE = re.compile(
    r"\s*(?:(?:约|近|超过?|逾|不足|不到|至少|nearly|about|around|over|more than|almost|at least"
    r"|some|CNY|RMB|USD|US\$|[$¥￥+\-−－]) ?){0,3}"
    r"[0-9０-９][0-9０-９,，.．]*(?:\s?[^\s，。,;；]{1,12}){0,3}\s*",
    re.I,
)
"""A number with its unit and qualifier, and nothing else."""
_OF_NO_WEIGHT = re.compile(
    r"\s*(?:values?|figures?|amounts?|numbers?|data|数值|数据|数量|数字|指标值|完成值)\s*", re.I
)
_LONGEST_HEAD, _LONGEST_NAME, _LONGEST_VALUE, _LONGEST_DATED = 20, 30, 40, 60
_IN_BRACKETS = re.compile(r"\s*[（(]\s*(?:单位[:：]\s*)?([^（()）]{1,20})[)）]\s*$")
_ABOVE = re.compile(r"(?:单位|[Uu]nits?)\s*[:：]\s*([^\s，。,;；)）]{1,20})")
_HEAD_OF_UNITS = re.compile(r"\s*(?:计量)?单位\s*|\s*units?(?: of measure)?\s*", re.I)
_CURRENCY = re.compile(r"(CNY|RMB|USD|US\$|\$|¥|￥)\s*(.*)")
_NO_UNIT = re.compile("(?:19|20)[0-9]{2}(?![0-9])|[，。、；]|同比|比上年|年$|月$|季度$|末$")
"""What in brackets is no unit, but a time or something else."""
_HEAD_OF_NUMBERS = re.compile(r"\s*(?:序号|编号|No\.?|#)\s*", re.I)
_TIME = re.compile("[0-9]{4}|[年月日季度]$|去年|今年|上年|全年|同期|半年|季度|目前|计划|目标|实际")
_IS_TIME = re.compile(r"\s*(?:(?:19|20)[0-9]{2}(?:年|\s*$)|[0-9]{1,2}[—-]?[0-9]{0,2}月)")
_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*+"
_DATED = re.compile(
    rf"(?:19|20)[0-9]{{2}}|[0-9]{{1,2}} ?[月日号]|\b{_MONTH}\.? [0-9]|[0-9] {_MONTH}\b|\bQ[1-4]\b"
)
"""What tells that a cell has a time."""
_ONLY_DATE = re.compile(rf"(?:{_MONTH}|Q(?=[1-4])|[0-9\s,.–—/年月日号季度至到-])++")
"""A cell that has nothing but a time; each character of it is read in one way alone."""
_PLACE = re.compile("[\u4e00-\u9fff]{1,8}(?:省|市|县|区|州|盟|旗)$|^全[省市国县州区]$")
_ENGLISH_UNITS = {
    "100 million": "亿",
    "100m": "亿",
    "10,000": "万",
    "10000": "万",
    "10 thousand": "万",
}
"""What Chinese statistics count by, in the English of their tables."""


def join_tables(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield lines, those of which are cells of a row with what the heads of the cell tell."""
    tables: dict[int, _Rows] = defaultdict(lambda: defaultdict(dict))
    above: dict[int, str] = {}
    before = ""
    for line in lines:
        if line.cell is None:
            before = line.text
            continue
        table, row, column = line.cell
        above.setdefault(table, before)
        cells = tables[table][row]
        cells[column] = f"{cells.get(column, '')} {line.text}".strip()
    known = {number: _Table(rows, above[number]) for number, rows in tables.items()}
    for line in lines:
        yield known[line.cell.table].tell(line) if line.cell else line


_Rows = dict[int, dict[int, str]]
"""The texts of the cells of a table by row and column."""


class _Table:
    """A table, of which each row is read once, and the line above it."""

    def __init__(self, rows: _Rows, above: str) -> None:
        self._rows = rows
        caption = _ABOVE.search(above)
        self._unit = caption[1] if caption else ""
        heads = rows.get(0, {})
        others = [text for column, text in heads.items() if column]
        self._has_heads = bool(others) and not any(map(_is_value, others))
        self._columns = sorted(heads)
        self._of_units = {at for at, text in heads.items() if _HEAD_OF_UNITS.fullmatch(text)}
        self._of_numbers = {at for at, text in heads.items() if _HEAD_OF_NUMBERS.fullmatch(text)}
        self._names: dict[int, _Names] = {}

    def tell(self, line: Line) -> Line:
        """Return a line of a cell with its heads, or as a head itself."""
        assert line.cell
        _, row, column = line.cell
        if not row and self._has_heads:
            return _without_unit(line)._replace(is_head=len(line.text.strip()) <= _LONGEST_HEAD)
        if self._has_heads and column in self._of_units | self._of_numbers:
            return line._replace(is_head=True)
        if not _is_value(line.text):
            told = self._tell_dated(line)
            return told if told.heads or column else _without_unit(line)
        names = self._list_names(row, column)
        head, unit = self._read_head(column)
        side, unit_of_row = _split_unit(names[0]) if names else ("", "")
        if not side and not head:
            return line
        if not _ONLY_NUMBER.fullmatch(line.text):
            unit = ""  # which the cell has itself
        else:
            unit = unit or unit_of_row or self._find_unit_of_row(row) or self._unit
        lead, tail = _place_unit(unit)
        before = _join([side, *names[1:]], head)
        return line._replace(heads=(before + lead, tail))

    def _tell_dated(self, line: Line) -> Line:
        """Return the line of a short cell with a time with what its row is about, if it has that.

        In the first column a cell is one of a time if it has nothing else.
        """
        assert line.cell
        _, row, column = line.cell
        is_dated = len(line.text) <= _LONGEST_DATED and _DATED.search(line.text)
        if not is_dated or not (column or _ONLY_DATE.fullmatch(line.text)):
            return line
        others = (text for at, text in sorted(self._rows[row].items()) if at != column)
        name = next((one for one in others if _is_name(one)), "")
        joint = "，" if re.search("[\u3400-\u9fff]", name) else ", "
        return line._replace(heads=(name + joint, "")) if name else line

    def _read_head(self, column: int) -> tuple[str, str]:
        """Return the head of a column without its unit, and this."""
        if not self._has_heads:
            return "", ""
        at = bisect_right(self._columns, column) - 1  # it may go over several columns
        head, unit = _split_unit(self._rows[0][self._columns[at]] if at >= 0 else "")
        if not unit and _place_unit(head, strict=True) != ("", ""):
            return "", head
        return ("" if _OF_NO_WEIGHT.fullmatch(head) else head), unit

    def _list_names(self, row: int, column: int) -> list[str]:
        """Return what stands in a row beside a value: its head, and else if it has one value."""
        if row not in self._names:
            left_out = self._of_units | self._of_numbers
            own = {at: text for at, text in self._rows[row].items() if at not in left_out}
            values = {at for at, text in own.items() if _is_value(text)}
            texts = {at: own[at] for at in sorted(own.keys() - values) if re.search(r"\w", own[at])}
            self._names[row] = _Names(texts, len(values))
        names = self._names[row]
        first = min(names.texts, default=-1)
        if first < 0 or first > column:
            return []
        if names.values > 1:
            return [names.texts[first]]
        return [one for at, one in names.texts.items() if at == first or len(one) <= _LONGEST_NAME]

    def _find_unit_of_row(self, row: int) -> str:
        """Return the unit of a row that a column of units has, or ""."""
        return next((self._rows[row].get(one, "") for one in sorted(self._of_units)), "")


class _Names(NamedTuple):
    """The cells of a row that are no values, by column, in order, and how many are."""

    texts: dict[int, str]
    values: int


def _join(names: list[str], head: str) -> str:
    """Return names and the head of a column as the words that stand before a value.

    A time or a place that a head tells stands before what it is of.
    """
    told = [one for one in dict.fromkeys(names) if one and one != head]
    if re.search("[\u3400-\u9fff]", "".join([*told, head])):
        leads = bool(head) and bool(_TIME.search(head) or _PLACE.search(head))
        return f"{head}{'，'.join(told)}" if leads else f"{'，'.join(told)}{head}"
    return ", ".join([*told, head] if head else told) + " "


def _place_unit(unit: str, *, strict: bool = False) -> tuple[str, str]:
    """Return what of a unit stands before a number, and what behind it.

    With ``strict``, that is nothing for what is no known unit.
    """
    currency = _CURRENCY.fullmatch(unit)
    lead, tail = currency.groups() if currency else ("", unit)
    for written, sign in _ENGLISH_UNITS.items():
        if tail.lower().startswith(written):
            rest = tail[len(written) :].strip()
            in_yuan = lead in ("CNY", "RMB", "¥", "￥") or "yuan" in rest
            return "", f"{sign}{'元' if in_yuan else rest}"
    if strict and not (currency or is_unit(unit_named(tail)) or tail in ("%", "％")):
        return "", ""
    blank = " " if tail[:1].isascii() and tail[:1].isalpha() else ""
    return (f"{lead} " if lead else ""), blank + tail


def _is_value(text: str) -> bool:
    is_short = len(text) <= _LONGEST_VALUE and not _IS_TIME.match(text)
    return is_short and bool(_VALUE.fullmatch(text))


def _is_name(text: str) -> bool:
    """Return whether a cell names something: it has words, and is neither a value nor a time."""
    return bool(re.search(r"[^\W\d_]{2}", text)) and not (
        _is_value(text) or _ONLY_DATE.fullmatch(text)
    )


def _without_unit(line: Line) -> Line:
    """Return the line of a head of which the unit that it has in brackets is not judged."""
    head, unit = _split_unit(line.text)
    return line._replace(end=line.text.index(head) + len(head)) if unit else line


def _split_unit(head: str) -> tuple[str, str]:
    """Return a head without the unit that it has in brackets, and this, or ""."""
    found = _IN_BRACKETS.search(head)
    if not found or _NO_UNIT.search(found[1]):
        return head.strip(), ""
    return head[: found.start()].strip(), found[1].strip()
