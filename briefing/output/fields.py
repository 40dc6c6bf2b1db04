"""The fields that a result has, and those of them that a reader has asked for."""

from collections.abc import Iterable, Sequence
from typing import Any, get_args

import msgspec

from briefing.document import Document, Table
from briefing.model.parts import Bilingual, Period
from briefing.model.records import LAST_FIELDS
from briefing.model.sections import SECTIONS
from briefing.problem import BriefingError, Status, message, suggest


def pick_fields(records: list[dict[str, Any]], document: Document) -> list[dict[str, Any]]:
    """Return the records with the fields that the document is to show, in the order asked for.

    A record that lacks a field which others have gets it without a value. Where no fields are asked
    for, the records are returned as they are. Raises :class:`BriefingError` for an unknown field.
    """
    if not document.fields:
        return records
    refuse_unknown(document.fields, _known_fields(records, document))
    return [{name: record.get(name) for name in document.fields} for record in records]


def chosen_records(document: Document) -> list[dict[str, Any]] | dict[str, Any]:
    """Return the records of a document, a list or one object, with the fields to show.

    Whole models are as they are written, without what is empty, so that they can be read again.
    """
    records = document.records if isinstance(document.records, list) else [document.records]
    chosen = pick_fields(records, document)
    if document.models:
        written = zip(chosen, document.models, strict=True)
        names = document.fields
        chosen = [
            {name: model.get(name, every[name]) for name in names} if names else model
            for every, model in written
        ]
    return chosen if isinstance(document.records, list) else chosen[0]


def refuse_unknown(
    fields: Iterable[str], known: Sequence[str], said: str = "usage.no-field"
) -> None:
    """Raise :class:`BriefingError` for the first of the fields that is not known.

    Where nothing is known, because a result without records has no fields, all are taken. ``said``
    is the key of what is then said.
    """
    unknown = next((name for name in fields if known and name not in known), None)
    if unknown is not None:
        raise BriefingError(
            message(said, name=unknown, hint=suggest(unknown, known)),
            message("hint.there-are", names=known),
            status=Status.USAGE,
        )


def pick_columns(document: Document) -> Document:
    """Return a list for people with the columns that are asked for, in that order.

    A column is asked for by its field or by its heading as it is shown, and then no field is. A
    column that the list leaves out because nothing is in it may be asked for all the same. Raises
    :class:`BriefingError` where the document is no list, and for an unknown column.
    """
    if not document.fields:
        return document
    table = document.blocks[0]
    if len(document.blocks) > 1 or not isinstance(table, Table) or not table.columns[0].key:
        raise BriefingError(message("usage.fields-of-no-list"), status=Status.USAGE)
    every = {column.key: at for at, column in enumerate((*table.columns, *table.left_out))}
    called = {
        name.lower(): column.key
        for column in (*table.columns, *table.left_out)
        for name in filter(None, column.heading)
    }
    fields = [name if name in every else called.get(name.lower(), name) for name in document.fields]
    try:
        refuse_unknown(fields, list(every), "usage.no-column")
    except BriefingError as error:
        more = message("hint.fields-for-programs")
        raise BriefingError(*error.messages, more, status=error.status) from None
    nothing = ("",) * len(table.left_out)
    at = [every[name] for name in fields]
    shown = table._replace(
        columns=tuple((*table.columns, *table.left_out)[i] for i in at),
        rows=tuple(tuple((*row, *nothing)[i] for i in at) for row in table.rows),
    )
    return document._replace(blocks=(shown,), fields=())


def _known_fields(records: list[dict[str, Any]], document: Document) -> list[str]:
    """Return the fields that records have; those of an empty list are those of its section."""
    known = dict.fromkeys(name for one in records or empty_records(document) for name in one)
    if not records and document.section in SECTIONS:
        known["cite"] = None  # the reference, which the records of a list have if it is asked for
    return list(known)


def empty_records(document: Document) -> list[dict[str, Any]]:
    """Return a record without values that has the fields of the document's, if they are known."""
    if document.holds is not None:
        return [_empty_record(document.holds)]
    if document.section in SECTIONS:
        return [{"article": "", **_empty_record(SECTIONS[document.section].holds)}]
    return []


def _empty_record(kind: type) -> dict[str, Any]:
    """Return a record of a type without values, its fields in the order that records have."""
    fields: dict[str, Any] = {}
    for field in msgspec.structs.fields(kind):
        # A name may be bilingual, or a truth value, in one type and not in another.
        bilingual = Bilingual in (field.type, *get_args(field.type)) and field.type != Period
        fields[field.name] = {} if bilingual else False if field.type is bool else ""
    last = {name: fields.pop(name) for name in LAST_FIELDS if name in fields}
    return {**fields, **last}
