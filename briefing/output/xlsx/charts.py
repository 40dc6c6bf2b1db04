"""Charts of figures that can be compared: of one unit, period and stage, and not far apart."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from openpyxl import Workbook
from openpyxl.chart import BarChart
from openpyxl.chart.data_source import (
    AxDataSource,
    NumData,
    NumDataSource,
    NumRef,
    NumVal,
    StrData,
    StrRef,
    StrVal,
)
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.series import Series
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.utils import get_column_letter

from briefing.document import Phrase
from briefing.model.records import Figure
from briefing.output.xlsx.cells import escape_codes, fit_cell
from briefing.output.xlsx.layout import set_page
from briefing.output.xlsx.reader import Reader
from briefing.output.xlsx.rows import Row
from briefing.output.xlsx.tables import Table
from briefing.output.xlsx.values import as_figure, is_figure
from briefing.words import catalogue, values

_FEWEST, _MOST = 3, 16
_MOST_CHARTS = 4
_LINES = 34
"""How many lines of the sheet a chart takes, which is a page."""
_APART = 100
"""How many times larger the largest figure may be, so that the bar of the smallest can be seen."""
_KINDS = ("money", "percent", "measure")
"""The kinds of figures that can be compared; a count is always one of something else."""


class _Labels(DataLabelList):
    """The numbers behind the bars, whose format is their own and not that of the cells."""

    __elements__ = DataLabelList.__elements__
    __nested__ = DataLabelList.__nested__

    def to_tree(self, *args: Any, **kwargs: Any) -> Any:
        """Return the labels as XML; openpyxl would leave open whose format they have."""
        tree = super().to_tree(*args, **kwargs)
        for one in tree.iter("numFmt"):
            one.set("sourceLinked", "0")
        return tree


class Group(NamedTuple):
    """Figures that can be compared, the largest first, each with its line in the sheet."""

    figures: Sequence[tuple[int, Figure]]

    @property
    def first(self) -> Figure:
        return self.figures[0][1]


def find_groups(rows: Sequence[Row]) -> list[Group]:
    """Return the figures of some rows that can be compared, the largest groups first.

    They have the same unit, period, stage and article, and compare the same. Shares of different
    things are not compared, nor is a range, or a number that only stands in a name. Those that are
    too far apart are in groups of their own.
    """
    found: dict[object, list[tuple[int, Figure]]] = {}
    for line, row in enumerate(rows, 2):
        figure = as_figure(row.fields)
        if _is_comparable(figure):
            key = (row.article, figure.unit, figure.period, figure.stage, figure.change)
            found.setdefault(key, []).append((line, figure))
    groups = [band for one in found.values() for band in _split_bands(one)]
    fitting = [one for one in groups if _FEWEST <= len(one.figures) <= _MOST]
    return sorted(fitting, key=lambda one: -len(one.figures))[:_MOST_CHARTS]


def _is_comparable(figure: Figure) -> bool:
    if figure.in_name or figure.value_to is not None or figure.kind not in _KINDS:
        return False
    return figure.value > 0 and (figure.kind != "percent" or figure.change is not None)


def _split_bands(figures: Sequence[tuple[int, Figure]]) -> Iterator[Group]:
    """Yield figures that are not too far apart, the largest first."""
    band: list[tuple[int, Figure]] = []
    for one in sorted(figures, key=lambda one: -one[1].value):
        if band and one[1].value * _APART < band[0][1].value:
            yield Group(band)
            band = []
        band.append(one)
    if band:
        yield Group(band)


def draw_charts(
    book: Workbook, tables: Sequence[Table], named: Mapping[int, str], reader: Reader, footer: str
) -> list[str]:
    """Add a sheet with a chart of each group of figures, and return its name, if there are any.

    The charts take their numbers and names out of the cells of a table, which ``named`` gives by
    the identity of each table.
    """
    charts = [
        (_draw(group, table, named[id(table)], reader), named[id(table)])
        for table in tables
        if table.rows and all(is_figure(row.fields) for row in table.rows)
        for group in find_groups(table.rows)
    ]
    if not charts:
        return []
    sheet = book.create_sheet(reader.heading("charts").replace(" / ", " "))
    note = catalogue.fill("chart.note", reader.lang, sheet=Phrase(charts[0][1]))
    sheet["A1"] = reader.say(note)
    for number, (chart, _) in enumerate(charts):
        sheet.add_chart(chart, f"A{3 + _LINES * number}")
    set_page(sheet, footer)
    sheet.sheet_view.showGridLines = False
    return [str(sheet.title)]


def _draw(group: Group, table: Table, name: str, reader: Reader) -> Any:
    chart: Any = BarChart()
    chart.type = "bar"
    chart.style = 10
    chart.gapWidth = 60
    chart.width, chart.height = 26, 16.5  # centimetres: a page
    chart.title = _title(group.first, reader)
    chart.title.overlay = False
    chart.legend = None
    series = _series(group, table, name)
    series.graphicalProperties = GraphicalProperties(solidFill="4472A8")
    series.dLbls = _Labels()
    series.dLbls.showVal = True
    for off in ("showSerName", "showCatName", "showLegendKey", "showPercent", "showBubbleSize"):
        setattr(series.dLbls, off, False)
    series.dLbls.numFmt = _number_format(group, reader)
    chart.series.append(series)
    chart.x_axis.scaling.orientation = "maxMin"  # the first one stands at the top
    chart.x_axis.delete = False
    chart.y_axis.delete = True  # each bar has its number
    chart.y_axis.scaling.min = 0
    chart.y_axis.majorGridlines = None
    return chart


def _series(group: Group, table: Table, name: str) -> Any:
    lines = [line for line, _ in group.figures]
    titles, numbers = table.column("title"), table.column("number")
    assert titles
    assert numbers
    told = (str(table.columns[titles - 1].cells[line - 2].value) for line in lines)
    labels = [escape_codes(fit_cell(one)) for one in told]
    points = [NumVal(idx=at, v=str(figure.value)) for at, (_, figure) in enumerate(group.figures)]
    series = Series(idx=0, order=0)
    series.val = NumDataSource(
        numRef=NumRef(
            f=_refer(name, numbers, lines),
            numCache=NumData(formatCode="General", ptCount=len(points), pt=points),
        )
    )
    names = [StrVal(idx=at, v=label) for at, label in enumerate(labels)]
    series.cat = AxDataSource(
        strRef=StrRef(f=_refer(name, titles, lines), strCache=StrData(ptCount=len(names), pt=names))
    )
    return series


def _refer(name: str, column: int, lines: Sequence[int]) -> str:
    """Return a reference to cells of a column that need not stand beside each other."""
    letter = get_column_letter(column)
    cells = ",".join(f"'{name}'!${letter}${line}" for line in lines)
    return f"({cells})" if len(lines) > 1 else cells


def _title(figure: Figure, reader: Reader) -> str:
    """Return what all figures of a group have in common: the unit, what they compare, when."""
    lang = reader.lang
    said = [catalogue.fill("chart.title", lang, unit=values.unit(figure.unit or "", lang))]
    if figure.change:
        said.append(values.change(figure.change, lang))
    if figure.period:
        said.append(values.period(figure.period, lang))
    if figure.stage != "unstated":
        said.append(
            catalogue.label("result", lang)
            if figure.stage == "done"
            else catalogue.stage(figure.stage, lang)
        )
    return " · ".join(map(reader.say, said))


def _number_format(group: Group, reader: Reader) -> str:
    """Return a format in which large numbers are read as the language says them."""
    least = min(figure.value for _, figure in group.figures)
    for limit, zh, en in _SCALES:
        if least >= limit:
            return en if reader.lang == "en" else zh
    return "General"


_SCALES = (
    (10**9, r'0\.00,,"亿"', '#,##0.0#,,," bn"'),
    (10**8, r'0\.00,,"亿"', '#,##0.0#,," m"'),
    (10**6, r'0\.0,"万"', '#,##0.0#,," m"'),
    (10**4, r'0\.0,"万"', "#,##0"),
)
"""The least number of a scale, and its formats: a comma cuts three digits, the point is text."""
