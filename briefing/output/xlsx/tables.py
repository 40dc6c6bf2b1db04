"""What a sheet shows: a table of columns, and the order that they stand in."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from briefing.output.fields import refuse_unknown
from briefing.output.xlsx.reader import Reader
from briefing.output.xlsx.rows import Row
from briefing.output.xlsx.values import Datum

TITLES = ("name", "label", "title", "text", "citation")
"""The fields of which the first that a row has is what it is called."""
_FIRST = (
    *("when", "matches", "gist", "value", "value_to", "unit", "qualifier", "change", "kinds"),
    *("counted", "listed", "status", "stage", "tier", "gloss", "posts", "place", "places", "date"),
    *("period", "due", "actors", "said_by", "given_by", "partners", "organisation", "kind"),
)
"""The fields that a reader needs first, in this order; the others follow in that of the record."""
_LAST = (
    *("note", "short", "aliases", "basis", "inferred", "coined", "todo", "field", "anchors"),
    "section",
)
_LONG = ("text", "citation", "anchors", "matches")
"""The fields that hold long texts and are no texts in two languages, or may be titles."""
_BEHIND = ("paragraph", "paragraphs", "article", "record")
"""The columns that stand behind what is needed first, in this order."""
_LATE = (*_LAST, "kind", "about")
"""The fields that stand behind these."""
_OF_VALUES = ("value_to", "unit", "qualifier")
_SPARSE = 1 / 6  # of the rows; a column that fewer fill is not what a reader looks for first
_LINE, _TITLE, _WORD = 46, 34, 22


class Column(NamedTuple):
    """A column: a name of its own, its heading, its cells, and how it is set.

    ``widest`` is the most characters that a line of it may have.
    """

    key: str
    heading: str
    cells: Sequence[Datum]
    widest: int = _WORD


class Table(NamedTuple):
    """A sheet: its title, its columns, and the rows that they are made of."""

    title: str
    columns: Sequence[Column]
    rows: Sequence[Row]
    section: str = ""

    def column(self, key: str) -> int | None:
        """Return the place of a column, counted from 1, or nothing where there is none."""
        keys = [one.key for one in self.columns]
        return keys.index(key) + 1 if key in keys else None


def widest(field: str, *, is_title: bool, is_text: bool = False) -> int:
    """Return the most characters that a line of a field may have; a name is shorter than a text."""
    if is_title and field not in _LONG:
        return _TITLE
    return _LINE if field in _LONG or (is_text and field != "short") else _WORD


def order_fields(fields: Sequence[str], title: str | None) -> list[str]:
    """Return fields in the order in which a reader needs them: what a row is called comes first."""
    first = [title] if title else []
    first += [name for name in _FIRST if name in fields and name != title]
    last = [name for name in _LAST if name in fields and name not in first]
    return [*first, *(name for name in fields if name not in (*first, *last)), *last]


def put_sparse_last(columns: Sequence[Column]) -> list[Column]:
    """Return columns with what is needed less, or that few rows fill, behind the paragraphs.

    The id stands at the end.
    """
    tail = [one for one in columns if one.key in (*_BEHIND, "id")]
    sparse = [one for one in columns[1:] if one not in tail and _share_filled(one) < _SPARSE]
    if not any(one.key == "value" for one in sparse):  # what belongs to the values stays with them
        sparse = [one for one in sparse if one.key not in _OF_VALUES]
    dense = [one for one in columns if one not in tail and one not in sparse]
    late = [one for one in dense[1:] if one.key in _LATE]
    first = [one for one in dense if one not in late]
    behind = sorted(
        (one for one in tail if one.key != "id"), key=lambda one: _BEHIND.index(one.key)
    )
    return [*first, *behind, *late, *sparse, *(one for one in tail if one.key == "id")]


def _share_filled(column: Column) -> float:
    return sum(cell.value != "" for cell in column.cells) / max(1, len(column.cells))


def pick_columns(table: Table, fields: Sequence[str]) -> Table:
    """Return a table with the columns that are asked for by field or heading, in that order.

    What a row is called may be asked for by any field that does so. Raises :class:`BriefingError`
    for a column that there is not.
    """
    first, *_ = table.columns
    called = dict.fromkeys(TITLES, first.key) | {one.key: one.key for one in table.columns}
    called |= {one.heading.lower(): one.key for one in table.columns}
    wanted = [called.get(name.lower(), name) for name in fields]
    columns = {one.key: one for one in table.columns}
    refuse_unknown(
        [one for one in wanted if table.rows or one != "cite"], list(columns), "usage.no-column"
    )
    return table._replace(columns=[columns[name] for name in wanted if name in columns])


def list_paragraphs(fields: Mapping[str, Any]) -> list[int]:
    """Return the numbers of the paragraphs that a row names, once each, in order."""
    found = {one["paragraph"] for one in fields.get("evidence") or []}
    found.update(fields.get("paragraphs") or [])
    found.add(fields.get("paragraph"))
    return sorted(one for one in found if isinstance(one, int))


def name_row(row: Row, reader: Reader) -> str:
    """Return what a row is called in the reader's language, in short if it is a record's."""
    if (known := reader.articles.get(row.article)) and row.id in known.called:
        return reader.names(row.article, [row.id])
    title = next((row.fields[name] for name in TITLES if name in row.fields), "")
    said = reader.text(title) if isinstance(title, dict) else str(title)
    return said or reader.tab(row.section)
