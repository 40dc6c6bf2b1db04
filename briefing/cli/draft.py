"""The command that drafts a model of a page, and writes the text that it is of beside it."""

import datetime
import os
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from briefing.cli.console import print_lines, print_messages, save
from briefing.cli.environment import asked_language
from briefing.cli.progress import track
from briefing.cli.usage import usage_error
from briefing.document import Lang
from briefing.drafting.draft import SCHEMA_FILE, Draft, draft, known_ids
from briefing.drafting.page import Page, read_page
from briefing.limits import PAGE_MEBIBYTES
from briefing.model.reading import ENDINGS, inspect_text, list_models, read_bytes
from briefing.problem import ModelError, message
from briefing.shelf.library import load
from briefing.words.messages import sentence

_TEXT_ENDING = ".txt"


def write_draft(
    page_file: str,
    output: str | None,
    models: Sequence[str],
    date: datetime.date | None,
    lang: Lang | None,
    force: bool,
) -> None:
    """Write a draft of a model of a page to a file, and its text beside it, or to stdout.

    Raises :class:`BriefingError` where the page cannot be read, where a file would be overwritten
    without ``force``, and where the draft cannot be read as a model; then nothing is written.
    """
    asked = asked_language(lang)
    file = None if output == "-" else output
    if file and PurePath(file).suffix.lower() not in ENDINGS:
        raise usage_error(message("usage.only-yaml", file=file))
    known = known_ids(load(list_models(models), track).articles if models else ())
    content = read_bytes(page_file, PAGE_MEBIBYTES * 2**20, message("too-large.page"))
    page = read_page(content, page_file)
    text_file = _choose_text_file(page_file, page, file)
    made = draft(
        page,
        known,
        _relative(text_file, file),
        say=lambda one: sentence(one),
        lang="zh" if asked == "zh" else "en",
        date=date,
        each=track,
    )
    _prove(made, file or "-")
    if file is None:
        print_lines(made.model)
        print_messages(page.told, asked)
        return
    written = {file: made.model}
    if text_file and not _is_same(text_file, page_file):
        written[text_file] = made.text
    _refuse_to_lose(written, [page_file], force)
    for name, text in reversed(written.items()):  # the model last, which names the text
        save(name, text.encode())
    schema = os.path.join(os.path.dirname(file), SCHEMA_FILE)
    if not os.path.exists(schema):
        save(schema, write_schema().encode())
    counts = message("draft.written", file=file, records=made.records, to_do=made.to_do)
    print_messages([counts, *page.told, message("draft.next", file=file)], asked)


def _choose_text_file(page_file: str, page: Page, file: str | None) -> str | None:
    """Return the file of the text that the model names: that of the page itself, if it is one.

    A draft on standard output names the page if it is a text, and else none.
    """
    if page.is_text and page_file != "-":
        return page_file
    return f"{os.path.splitext(file)[0]}{_TEXT_ENDING}" if file else None


def _relative(text_file: str | None, file: str | None) -> str | None:
    """Return the path of a text as a model in a file names it."""
    if text_file is None:
        return None
    return os.path.relpath(text_file, os.path.dirname(file) or "." if file else ".")


def _is_same(one: str, other: str) -> bool:
    return os.path.exists(one) and os.path.exists(other) and os.path.samefile(one, other)


def _refuse_to_lose(written: Iterable[str], read: Iterable[str], force: bool) -> None:
    """Refuse to write to a file that is there, unless that is forced, and to what is read."""
    for name in written:
        if any(_is_same(name, one) for one in read):
            raise usage_error(message("usage.output-is-input", file=name))
        if os.path.exists(name) and not force:
            raise usage_error(message("usage.exists", file=name))


def _prove(made: Draft, file: str) -> None:
    """Raise :class:`ModelError` where a draft is no model, which is a fault of the program."""
    inspected = inspect_text(made.model, file)
    if problems := [one for one in inspected.problems if not one.warning]:
        raise ModelError(problems)
