"""The table of export formats: the name, file endings and writer module of each."""

from importlib import import_module
from pathlib import PurePath
from typing import NamedTuple, Protocol, cast

from briefing.document import Document, Lang
from briefing.problem import BriefingError, Status, message, suggest

SCREEN, PAGE, ANY = 40, 48, 1_000_000
"""The lines of a screen, of a printed page, and of what is as long as it has to be."""
CHINESE_PAGE = 42
"""The lines of a page in Chinese, which are set wider apart."""


class Writer(Protocol):
    """A module that writes documents in one format."""

    def render(self, document: Document) -> str | bytes:
        """Return the document in this format."""
        ...


class Format(NamedTuple):
    """An export format.

    ``module`` is its writer's name in :mod:`briefing.output`, and ``endings`` are its file endings.
    ``mark`` is a byte order mark that begins a file, but not what is sent to a pipe. ``extra`` is
    the optional dependency of this package that the writer needs. A ``bilingual`` format holds both
    languages, whichever was asked for, and a ``binary`` one cannot be printed on a terminal. One
    that ``has_fields`` is for programs: it holds the fields of the records under their own names.
    One that ``has_links`` links names to records, and claims to what they rest on; one that only
    ``links_away`` links claims to the words on the page of their article; one that ``has_room`` has
    the whole below a short view; one that ``has_pages`` is printed; one that ``has_evidence`` ends
    with the words that its claims rest on; one that ``has_offsets`` says where these stand in the
    source text, where that is at hand; one that ``has_template`` can have the styles of another
    file. A short view takes at most some ``lines``.
    """

    name: str
    module: str
    endings: tuple[str, ...]
    mark: bytes = b""
    extra: str | None = None
    bilingual: bool = False
    binary: bool = False
    has_fields: bool = False
    has_links: bool = False
    links_away: bool = False
    has_offsets: bool = False
    has_room: bool = False
    has_pages: bool = False
    has_evidence: bool = False
    has_template: bool = False
    lines: int = SCREEN

    @property
    def is_data(self) -> bool:
        """Whether the format holds the records of a document, and not what people are shown."""
        return self.has_fields or self.module in ("package", "xlsx")

    def count_lines(self, lang: Lang) -> int:
        """Return how many lines a short view in a language takes at most."""
        return CHINESE_PAGE if self.has_pages and lang == "zh" else self.lines

    def render(self, document: Document) -> bytes:
        """Return the document in this format. Only now is the format's module imported.

        Raise :class:`BriefingError` where the format's extra is not installed.
        """
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
    form.name: form
    for form in (
        Format("text", "plain", (".txt", ".text", ".bib", ".ris")),
        Format("json", "json", (".json",), has_fields=True),
        Format("jsonl", "jsonl", (".jsonl", ".ndjson"), has_fields=True),
        Format("csv", "csv", (".csv",), mark=b"\xef\xbb\xbf", has_fields=True),
        Format("tsv", "tsv", (".tsv", ".tab"), has_fields=True),
        Format("zip", "package", (".zip",), binary=True, has_offsets=True),
        Format("yaml", "yaml", (".yaml", ".yml"), has_fields=True),
        Format("md", "markdown", (".md", ".markdown"), has_links=True, links_away=True, lines=ANY),
        Format(
            "html",
            "html",
            (".html", ".htm"),
            bilingual=True,
            has_links=True,
            has_room=True,
            lines=ANY,
        ),
        Format("xlsx", "xlsx", (".xlsx",), extra="office", binary=True, has_links=True, lines=ANY),
        Format(
            "docx",
            "docx",
            (".docx",),
            extra="office",
            binary=True,
            has_links=True,
            has_pages=True,
            has_evidence=True,
            has_template=True,
            lines=PAGE,
        ),
    )
}


def choose(name: str | None, file: str | None) -> Format | None:
    """Return the format called ``name``, or else the one of the file's ending.

    Return ``None`` where neither is given. Raise :class:`BriefingError` for an unknown name or
    ending.
    """
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
    by_ending = {ending: form for form in FORMATS.values() for ending in form.endings}
    if form := by_ending.get(PurePath(file).suffix.lower()):
        return form
    raise BriefingError(
        message("usage.no-ending", file=file, endings=list(by_ending)), status=Status.USAGE
    )
