"""The command that drafts a model of a page, and writes the text that it is of beside it."""

import os
import re
import shlex
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import NamedTuple

from briefing.cli.console import print_messages, write_content
from briefing.cli.environment import choose_language
from briefing.cli.progress import track
from briefing.cli.saving import is_stream, save_all
from briefing.cli.usage import usage_error
from briefing.document import Document, Lang, Phrase
from briefing.drafting.bounds import TooManyValuesError
from briefing.drafting.draft import SCHEMA_FILE, Drafted, draft_page, list_known, update
from briefing.drafting.pages.page import Page, read_page
from briefing.limits import MODEL_MEBIBYTES, PAGE_MEBIBYTES
from briefing.model.folders import ENDINGS, list_models
from briefing.model.opened import is_same, was_read
from briefing.model.reading import decode, inspect_text, names_stream, read_bytes, refuse
from briefing.model.text import is_in_folder_of, parse_text
from briefing.model.yamlfile import HIDDEN
from briefing.output.formats import FORMATS
from briefing.problem import ModelError, message
from briefing.shelf.library import load

_TEXT_ENDING = ".txt"


class Wanted(NamedTuple):
    """What is asked of a draft: the file to write, models to take ids from, the model to keep."""

    output: str | None
    models: Sequence[str]
    kept: str | None
    date: str | None
    force: bool


def write_draft(page_file: str, wanted: Wanted, lang: Lang | None) -> None:
    """Write a draft of a model of a page to a file, and its text beside it, or to stdout.

    Raises :class:`BriefingError` where something cannot be read, where a file would be overwritten
    and that is not forced, and where the draft is no model; then nothing is written.
    """
    asked = choose_language(lang)
    is_streamed = wanted.output in (None, "-") or is_stream(wanted.output)
    file = None if is_streamed else wanted.output
    if file is not None and PurePath(file).suffix.lower() not in ENDINGS:
        raise usage_error(message("usage.only-yaml", file=file))
    if file:
        _refuse_to_lose(file, wanted.force, [page_file, *wanted.models])
    content = read_bytes(page_file, PAGE_MEBIBYTES * 2**20, message("too-large.page"))
    page = read_page(content, page_file)
    text_file = _choose_text_file(page_file, content, page, file)
    if text_file and re.search(HIDDEN, text_file):
        raise usage_error(message("usage.odd-name", file=text_file))
    try:
        made = _make(page, wanted, _relative(text_file, file), asked)
    except TooManyValuesError:
        raise refuse(page_file, message("too-large.draft")) from None
    _prove(made, page_file)
    if file is None:
        write_content(made.model.encode(), wanted.output)
        print_messages(page.told, asked)
        return
    text = content if _is_text_of(content, page) else made.text.encode()
    _write(made, file, {} if text_file in (None, page_file) else {text_file: text}, wanted)
    counts = message("draft.written", file=file, records=made.records, to_do=made.to_do)
    print_messages([counts, *page.told, message("draft.next", file=shlex.quote(file))], asked)


def _make(page: Page, wanted: Wanted, text_file: str | None, asked: Lang) -> Drafted:
    """Return the draft of a page, or the kept model with what the page has besides."""
    models = list_models(wanted.models) if wanted.models else []
    known = list_known(load(models, track).articles if models else ())
    if wanted.kept is None:
        return draft_page(page, asked, text_file, known, wanted.date, track)
    content = read_bytes(wanted.kept, MODEL_MEBIBYTES * 2**20, message("too-large.file"))
    kept, _ = decode(content, wanted.kept)
    return update(kept, wanted.kept, page, asked, text_file, known, track)


def _write(made: Drafted, file: str, texts: Mapping[str, bytes], wanted: Wanted) -> None:
    """Write the files, all or none: the model last, since it names the text.

    A model that is kept, or is one of a folder, keeps its ids, and may be replaced with its text. A
    text that is there already in the same words is not written again.
    """
    files = {}
    for text_file, content in texts.items():
        if not _holds(text_file, content):
            _refuse_to_lose(text_file, wanted.force)
            files[text_file] = content
    schema = os.path.join(os.path.dirname(file), SCHEMA_FILE)
    if not os.path.lexists(schema):  # nor where a link of that name leads elsewhere
        files[schema] = FORMATS["json"].render(_schema())
    save_all({**files, file: made.model.encode()}, mends=True)


def _holds(file: str, content: bytes) -> bool:
    """Return whether a file that is there has just this content."""
    if not os.path.isfile(file) or os.path.getsize(file) != len(content):
        return False
    with open(file, "rb") as stream:
        return stream.read() == content


def _choose_text_file(page_file: str, content: bytes, page: Page, file: str | None) -> str | None:
    """Return the file of the text that the model names: that of the page, if it is such a text.

    It must be in the folder of the model, or else a copy beside the model is named. A draft on
    standard output names no other.
    """
    is_text = not names_stream(page_file) and _is_text_of(content, page)
    if is_text and (file is None or is_in_folder_of(file, page_file)):
        return page_file
    if file is None:
        return None
    stem = os.path.splitext(file)[0]
    beside = stem + _TEXT_ENDING
    # A text of another encoding stays as it is.
    return f"{stem}.utf-8{_TEXT_ENDING}" if was_read(beside) else beside


def _is_text_of(content: bytes, page: Page) -> bool:
    """Return whether the paragraphs of a page are those of its file, as a check reads that."""
    try:
        text = parse_text(content, "")
    except ModelError:
        return False
    return tuple(one.text for one in text.paragraphs) == tuple(page.paragraphs)


def _schema() -> Document:
    from briefing.views.schema import describe_model

    return Document((), describe_model(), Phrase(), Phrase(), "both")


def _relative(text_file: str | None, file: str | None) -> str | None:
    """Return the path of a text as a model in a file names it."""
    if text_file is None:
        return None
    try:
        return os.path.relpath(text_file, os.path.dirname(file) or "." if file else ".")
    except OSError:  # the working folder, in which such a model would stand, is no longer there
        return None


def _refuse_to_lose(file: str, force: bool, inputs: Iterable[str] = ()) -> None:
    """Refuse to write to one of the inputs, and to a file that is there, unless it is forced."""
    if any(os.path.isfile(one) and is_same(file, one) for one in inputs):
        raise usage_error(message("usage.output-is-input", file=file))
    if os.path.lexists(file) and not force:  # a link is, wherever it leads
        raise usage_error(message("usage.exists", file=file))


def _prove(made: Drafted, page_file: str) -> None:
    """Raise :class:`ModelError` where a draft is no model, as that of a very long text is none."""
    problems = [one for one in inspect_text(made.model, page_file).problems if not one.warning]
    for one in problems:
        if one.code == "too-large":  # its place is one in the draft, which nobody will see
            many = one.message.key == "too-large.values"
            raise refuse(page_file, message("too-large.draft") if many else one.message)
    if problems:
        raise ModelError(problems)
