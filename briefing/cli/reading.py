"""What every reading command does: load, ask its view for a document, write it."""

import functools
import inspect
import os
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from briefing.cli import options

if TYPE_CHECKING:
    from briefing.document import Document, Lang
    from briefing.model.load import Library


class Asked(NamedTuple):
    """What every view is asked with: the articles, and the language to show them in."""

    library: "Library"
    lang: "Lang"


_SHARED = (
    ("export", options.Export, None),
    ("output", options.Output, None),
    ("article", options.Article, None),
    ("lang", options.Language, None),
    ("no_color", options.NoColor, False),
)


def reading(view: Callable[..., "Document"]) -> Callable[..., None]:
    """A command out of a function that is given :class:`Asked` and its own options.

    The options that every reading command has are added to its signature, which Typer reads.
    """
    return _command(view, articles=True)


def answering(view: Callable[..., "Document"]) -> Callable[..., None]:
    """The same for a command that looks at no article: its library is empty."""
    return _command(view, articles=False)


def _command(view: Callable[..., "Document"], *, articles: bool) -> Callable[..., None]:
    own = list(inspect.signature(view).parameters.values())[1:]
    shared = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)
        for name, kind, default in _SHARED
        if articles or name != "article"
    ]

    @functools.wraps(view)
    def command(
        export: str | None,
        output: str | None,
        lang: "Lang | None",
        no_color: bool,
        article: list[os.PathLike[str]] | None = None,
        **given: Any,
    ) -> None:
        from briefing.cli.console import emit
        from briefing.model.load import Library, load
        from briefing.output.formats import choose

        form = choose(export, None if output == "-" else output)
        library = load(map(str, article or ())) if articles else Library(())
        for warning in library.warnings:
            print(warning, file=sys.stderr)
        asked = lang or preferred(os.environ)
        shown: Lang = "both" if form and form.bilingual else asked
        document = view(Asked(library, shown), **given)._replace(lang=asked)
        emit(document, form, output, no_color)

    parameters = [one.replace(kind=inspect.Parameter.KEYWORD_ONLY) for one in own] + shared
    command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # Typer's
    command.__annotations__ = {one.name: one.annotation for one in parameters}
    return command


def preferred(environ: Mapping[str, str]) -> "Lang":
    """The locale's language, if it is one of ours: the first variable that is set decides."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environ.get(name):
            return "zh" if environ[name].lower().startswith("zh") else "en"
    return "en"
