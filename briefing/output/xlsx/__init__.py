"""Excel: a workbook for people, in the reader's language, with links from sheet to sheet.

``rows`` makes rows of a document's records, and ``columns`` the tables of the sheets, whose cells
``values`` fills in the words of the ``reader``. ``evidence`` is the sheet of what all rests on,
``charts`` finds the figures that can be compared, and ``contents`` says what there is and whose
reporting it is. ``book`` writes it all; ``layout`` knows widths and how the sheets are printed.
"""

from briefing.document import Document
from briefing.output.office import remove_dates
from briefing.output.rows import has_sections, list_objects
from briefing.output.xlsx.book import write_book
from briefing.output.xlsx.columns import Tabulator
from briefing.output.xlsx.contents import describe
from briefing.output.xlsx.evidence import first_proofs, list_proofs, tabulate_proofs
from briefing.output.xlsx.reader import Reader
from briefing.output.xlsx.rows import Groups, Row, empty_row, gather_rows, is_answer
from briefing.output.xlsx.saving import save
from briefing.output.xlsx.tables import Table, pick_columns


def render(document: Document) -> bytes:
    """Return the records of a document as a workbook in the reader's language."""
    reader = Reader(document.lang, document.links)
    whole = any(has_sections(one) for one in list_objects(document))
    book = write_book(_tabulate(document, reader), describe(document, reader), reader, whole)
    return remove_dates(save(book))


def _tabulate(document: Document, reader: Reader) -> list[Table]:
    """Return the table of each section, and last that of the evidence."""
    groups = gather_rows(document)
    proofs = list_proofs(groups)
    home = {} if is_answer(document) else _index_records(groups)
    tabulator = Tabulator(reader, home, first_proofs(proofs))
    if any(groups.values()):
        tables = [tabulator.tabulate(section, rows) for section, rows in groups.items()]
    else:
        tables, proofs = [tabulator.head(document.section, empty_row(document))], []
    if document.fields:
        return [pick_columns(one, document.fields) for one in tables]
    if proofs:
        tables.append(tabulate_proofs(proofs, reader, map(tabulator.lead_to_owner, proofs)))
    return tables


def _index_records(groups: Groups) -> dict[tuple[str, str], Row]:
    """Return the row of each record by the ids of its article and its own."""
    found: dict[tuple[str, str], Row] = {}
    for rows in groups.values():
        for row in rows:
            if row.id and row.owner is None:
                found.setdefault((row.article, row.id), row)
    return found
