"""A package of data: tables as CSV, and ``datapackage.json``, which says what is in them.

It is a Data Package (https://datapackage.org/standard, version 2.0) in a zip file, for programs
that join the tables.
"""

import csv
import io
import json
import zipfile
from typing import Any

from briefing.document import Document, Phrase
from briefing.model.sections import SECTIONS
from briefing.output.package.tables import Table, Tables
from briefing.words.catalogue import describe_table

_PROFILE = "https://datapackage.org/profiles/2.0/{name}.json"
_DESCRIPTOR = "datapackage.json"
_DATE = (
    1980,
    1,
    1,
    0,
    0,
    0,
)  # the first that a zip file can have: the bytes are the same every day


def render(document: Document) -> bytes:
    """Return the package as a zip file."""
    tables = Tables(document).listed()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        descriptor = json.dumps(_describe(document, tables), ensure_ascii=False, indent=1)
        _add(package, _DESCRIPTOR, f"{descriptor}\n")
        for table in tables:
            _add(package, _file_name(table), _write_table(table))
    return out.getvalue()


def _add(package: zipfile.ZipFile, name: str, content: str) -> None:
    entry = zipfile.ZipInfo(name, _DATE)
    entry.external_attr = 0o644 << 16
    entry.create_system = 3  # the permissions are those of Unix, whatever the system
    package.writestr(entry, content.encode(), zipfile.ZIP_DEFLATED)


def _file_name(table: Table) -> str:
    return f"{table.name}.csv"


def _write_table(table: Table) -> str:
    """Return a table as CSV. No text is changed, not even one that a spreadsheet would run."""
    out = io.StringIO()
    writer = csv.DictWriter(out, list(table.columns), extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(table.rows)
    return out.getvalue()


def _describe(document: Document, tables: list[Table]) -> dict[str, Any]:
    """Return the descriptor of the package: where it is from, and what each table holds."""
    sources = [article.source for article in document.articles or ()]
    described: dict[str, Any] = {
        "$schema": _PROFILE.format(name="datapackage"),
        "name": sources[0].id if len(sources) == 1 else "briefing",
        "title": document.attribution.joined(" / ") or None,
        "sources": [
            {"title": source.title.zh, "path": source.address}
            if source.address
            else {"title": source.title.zh}
            for source in sources
        ],
        "contributors": [
            {"title": reporter.zh, "roles": ["reporter"]}
            for reporter in dict.fromkeys(one for source in sources for one in source.reporters)
        ],
        "attribution": _say(document.attribution),
        "rights": _say(document.rights),
        "resources": [_describe_table(table) for table in tables],
    }
    return {name: held for name, held in described.items() if held}


def _say(phrase: Phrase) -> dict[str, str]:
    return {lang: words for lang, words in phrase._asdict().items() if words}


def _describe_table(table: Table) -> dict[str, Any]:
    section = SECTIONS.get(table.name)
    schema: dict[str, Any] = {
        "$schema": _PROFILE.format(name="tableschema"),
        "fields": [column.describe() for column in table.columns.values()],
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    if table.named:
        schema["foreignKeys"] = [
            {
                "fields": list(key.columns),
                "reference": {"resource": key.table, "fields": list(key.named)},
            }
            for key in table.named
        ]
    return {
        "name": table.name,
        "type": "table",
        "path": _file_name(table),
        "description": section.heading[1] if section else describe_table(table.name),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }
