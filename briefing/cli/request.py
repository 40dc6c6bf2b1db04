"""What all reading commands have in common: load articles, make a document, write it."""

import inspect
import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

import typer

from briefing.cli import options
from briefing.cli.environment import chosen_models, preferred_language
from briefing.problem import BriefingError, Status, message

if TYPE_CHECKING:
    from briefing.document import Document, Lang
    from briefing.shelf.library import Library


class Request(NamedTuple):
    """The loaded library and the display language of one command."""

    library: "Library"
    lang: "Lang"


def make_command(
    view: "Callable[..., Document]", own: dict[str, Any], *, articles: bool = True
) -> Callable[..., None]:
    """Return the function that Typer runs for a reading command.

    It loads the articles, calls ``view`` with a :class:`Request` and the values of the command's
    ``own`` parameters, and writes the document that it returns. ``own`` has the type of each
    parameter by name; the options that all reading commands share are added. A command without
    ``articles`` is given an empty library.
    """

    def command(
        ctx: typer.Context,
        export: str | None,
        output: str | None,
        lang: "Lang | None",
        no_color: bool,
        article: list[str] | None = None,
        **given: Any,
    ) -> None:
        from briefing.cli.console import emit, print_problem
        from briefing.cli.progress import track
        from briefing.output.formats import choose
        from briefing.shelf.library import Library, load

        refuse_extra(ctx)
        file = None if output == "-" else output
        form = choose(export, file)
        library = load(chosen_models(article), track) if articles else Library(())
        asked = lang or preferred_language(os.environ)
        for warning in library.warnings:
            print_problem(warning, asked)
        shown: Lang = "both" if form and form.bilingual else asked
        document = view(Request(library, shown), **given)._replace(lang=asked)
        emit(document, form, file, no_color)

    shared = {name: kind for name, kind in options.SHARED.items() if articles or name != "article"}
    # Typer reads the parameters of a command from its signature.
    parameters = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)
        for name, kind, default in (
            ("ctx", typer.Context, inspect.Parameter.empty),
            *((name, kind, _default(kind)) for name, kind in (own | shared).items()),
        )
    ]
    command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    command.__annotations__ = {one.name: one.annotation for one in parameters}
    return command


def _default(kind: Any) -> Any:
    """Return the default of a parameter of this type; one that must be given has none."""
    plain = get_args(kind)[0]
    if plain is bool:
        return False
    return None if type(None) in get_args(plain) else inspect.Parameter.empty


def refuse_extra(ctx: typer.Context) -> None:
    """Refuse arguments that the command has no place for."""
    if ctx.args:
        raise BriefingError(
            message("usage.extra-arguments", arguments=ctx.args),
            message("hint.help", command=ctx.info_name),
            status=Status.USAGE,
        )
