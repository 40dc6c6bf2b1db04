"""Tables of a memo: what a cell that holds only a number tells, by the heads of its row and column.

The unit stands in the cell, else in brackets in a head, in a column of units, or above the table.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

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
_LONGEST_VALUE, _LONGEST_NAME = 40, 30
_IN_BRACKETS = re.compile(r"\s*[（(]\s*(?:单位[:：]\s*)?([^（()）]{1,20})[)）]\s*$")
_ABOVE = re.compile(r"(?:单位|[Uu]nits?)\s*[:：]\s*([^\s，。,;；)）]{1,20})")
_HEAD_OF_UNITS = re.compile(r"\s*(?:计量)?单位\s*|\s*units?(?: of measure)?\s*", re.I)
_CURRENCY = re.compile(r"(CNY|RMB|USD|US\$|\$|¥|￥)\s*(.*)")
_NO_UNIT = re.compile("[0-9]|[，。、；]|同比|比上年|年$|月$|季度$|末$")
"""What in brackets is no unit, but a time or something else."""


def join_tables(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield lines, those of which are cells with nothing but a number with their heads."""
    tables: dict[int, dict[tuple[int, int], str]] = defaultdict(dict)
    above: dict[int, str] = {}
    before = ""
    for line in lines:
        if line.cell is None:
            before = line.text
            continue
        table, row, column = line.cell
        above.setdefault(table, before)
        cells = tables[table]
        cells[row, column] = f"{cells.get((row, column), '')} {line.text}".strip()
    for line in lines:
        yield (
            _with_heads(line, tables[line.cell.table], above[line.cell.table])
            if (line.cell)
            else line
        )


def _with_heads(line: Line, cells: dict[tuple[int, int], str], above: str) -> Line:
    assert line.cell
    _, row, column = line.cell
    if not row:
        return line._replace(is_head=True)
    if not column or not _is_value(line.text):
        return line
    first, top = cells.get((row, 0), ""), cells.get((0, column), "")
    if _ONLY_NUMBER.fullmatch(first):  # which numbers the rows
        first = cells.get((row, 1), "") if column > 1 else ""
    side, unit_of_row = _split_unit(first)
    head, unit = _split_unit(top)
    told = _find_told_units(cells, row)
    caption = _ABOVE.search(above)
    unit = unit or unit_of_row or told or (caption[1] if caption else "")
    if not _ONLY_NUMBER.fullmatch(line.text):
        unit = ""  # which the cell has itself
    heads = [side, *_list_names(cells, row, column), "" if _OF_NO_WEIGHT.fullmatch(head) else head]
    heads = list(dict.fromkeys(filter(None, heads)))
    if not heads:
        return line
    currency = _CURRENCY.fullmatch(unit)
    lead, tail = currency.groups() if currency else ("", unit)
    joint = "，" if re.search("[\u3400-\u9fff]", "".join(heads)) else ", "
    before = joint.join(heads) + (" " if joint == ", " else "")
    blank = " " if tail[:1].isascii() and tail[:1].isalpha() else ""
    return line._replace(heads=(before + (f"{lead} " if lead else ""), blank + tail))


def _is_value(text: str) -> bool:
    return len(text) <= _LONGEST_VALUE and bool(_VALUE.fullmatch(text))


def _list_names(cells: dict[tuple[int, int], str], row: int, column: int) -> list[str]:
    """Return what else tells of the only value of a row, such as the places that it is of."""
    others = {at: text for (r, at), text in cells.items() if r == row and at not in (0, column)}
    if any(map(_is_value, others.values())):
        return []
    return [one for _, one in sorted(others.items()) if len(one) <= _LONGEST_NAME]


def _split_unit(head: str) -> tuple[str, str]:
    """Return a head without the unit that it has in brackets, and this, or ""."""
    found = _IN_BRACKETS.search(head)
    if not found or _NO_UNIT.search(found[1]):
        return head.strip(), ""
    return head[: found.start()].strip(), found[1].strip()


def _find_told_units(cells: dict[tuple[int, int], str], row: int) -> str:
    """Return the unit of a row that a column of units has, or ""."""
    columns: Iterable[int] = (
        column for (at, column), text in cells.items() if not at and _HEAD_OF_UNITS.fullmatch(text)
    )
    return next((cells.get((row, one), "") for one in columns), "")
