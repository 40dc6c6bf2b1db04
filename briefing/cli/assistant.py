"""The command that serves an assistant."""

import sys
from collections.abc import Sequence

from briefing import __version__
from briefing.cli.console import print_problems
from briefing.cli.environment import choose_language
from briefing.cli.usage import usage_error
from briefing.document import Lang
from briefing.problem import closed_stream, message
from briefing.serving.desk import open_desk

_EXTRA = "mcp"


def serve_assistant(models: Sequence[str], source: str | None, lang: Lang | None) -> None:
    """Read models and their texts, and answer an assistant until standard input ends.

    Raises :class:`BriefingError` where one of them cannot be read or is standard input, and where
    the extra is not installed.
    """
    if "-" in (source, *models):
        raise usage_error(message("usage.mcp-stdin"))
    if sys.stdin is None or sys.stdout is None:
        raise closed_stream()
    try:
        from briefing.serving.server import serve
    except ImportError:
        needed = message("usage.needs-extra", format=_EXTRA, extra=_EXTRA)
        raise usage_error(needed, message("usage.install", extra=_EXTRA)) from None
    desk = open_desk(models, source, choose_language(lang))
    print_problems(desk.library.warnings, desk.lang)
    serve(desk, __version__)
