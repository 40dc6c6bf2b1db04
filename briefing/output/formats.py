"""The table of export formats: what each is called, its endings, and the module that writes it."""

from importlib import import_module
from pathlib import PurePath
from typing import NamedTuple, Protocol, cast

from briefing.document import Document
from briefing.problem import BriefingError, Status, message, suggest


class Writer(Protocol):
    """A module of a format."""

    def render(self, document: Document) -> str | bytes:
        """Return the document in this format."""
        ...


class Format(NamedTuple):
    """A format to export to, and the module that writes it.

    ``mark`` begins a file of this format, but is not sent down a pipe. ``extra`` names the extra
    that has to be installed. A format that is ``bilingual`` holds both languages, whichever it
    shows first. One that is ``binary`` cannot be printed on a terminal.
    """

    name: str
    module: str
    endings: tuple[str, ...]
    mark: bytes = b""
    extra: str | None = None
    bilingual: bool = False
    binary: bool = False

    def render(self, document: Document) -> bytes:
        """Return the document in this format, whose module is imported only now."""
        try:
            writer = cast(Writer, import_module(f"briefing.output.{self.module}"))
        except ModuleNotFoundError:
            if self.extra is None:
                raise
            raise BriefingError(
                message("usage.needs-extra", format=self.name, extra=self.extra),
                message("usage.install", extra=self.extra),
                status=Status.USAGE,
            ) from None
        content = writer.render(document)
        return content if isinstance(content, bytes) else content.encode()


FORMATS = {
    one.name: one
    for one in (
        Format("text", "plain", (".txt", ".text", ".bib")),
        Format("json", "json", (".json",)),
        Format("jsonl", "jsonl", (".jsonl", ".ndjson")),
        Format("csv", "csv", (".csv",), mark=b"\xef\xbb\xbf"),
        Format("tsv", "tsv", (".tsv", ".tab")),
        Format("yaml", "yaml", (".yaml", ".yml")),
        Format("md", "markdown", (".md", ".markdown")),
        Format("html", "html", (".html", ".htm"), bilingual=True),
        Format("xlsx", "xlsx", (".xlsx",), extra="office", binary=True),
        Format("docx", "docx", (".docx",), extra="office", binary=True),
    )
}


def choose(name: str | None, file: str | None) -> Format | None:
    """Return the format with that name, or else the one of the file's ending, or else ``None``."""
    if name is not None:
        if name.lower() in FORMATS:
            return FORMATS[name.lower()]
        raise BriefingError(
            message("usage.no-format", name=name, hint=suggest(name, FORMATS)),
            message("hint.there-are", names=list(FORMATS)),
            status=Status.USAGE,
        )
    if file is None:
        return None
    ending = PurePath(file).suffix.lower()
    for one in FORMATS.values():
        if ending in one.endings:
            return one
    known = [ending for one in FORMATS.values() for ending in one.endings]
    raise BriefingError(message("usage.no-ending", file=file, endings=known), status=Status.USAGE)
