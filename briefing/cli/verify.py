"""Writes what became of a memo: lines, JSON, annotations, or the memo marked in place."""

from os.path import splitext

from briefing.cli.console import emit_page, print_messages, print_report
from briefing.cli.environment import choose_language
from briefing.cli.saving import save
from briefing.document import Lang
from briefing.output.verified import FORMATS, name_parts
from briefing.problem import message
from briefing.verifying.verify import Verified


def write_verified(
    verified: Verified, export: str | None, output: str | None, lang: Lang | None, *, every: bool
) -> None:
    """Write what became of a memo in a format, to a file or to standard output.

    Without a format, the ending of the file picks it. Raises :class:`BriefingError` where the file
    was read or cannot be written.
    """
    file = None if output == "-" else output
    endings = {".html": "html", ".htm": "html", ".json": "json"}
    form = export or endings.get(splitext(file or "")[1].lower(), "text")
    asked = choose_language(lang)
    if verified.memo.is_changed:
        print_messages([message("verify.changes")], asked)
    if unread := verified.memo.unread:
        print_messages([message("verify.unread", parts=name_parts(unread))], asked)
    if form == "html":
        from briefing.output.html.verified import render

        emit_page([render(verified, asked)], file)
        return
    written = FORMATS[form](verified, asked, every=every)
    if file:
        save(file, written.encode())
    else:
        print_report(written)
