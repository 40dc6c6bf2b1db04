"""What the commands have in common: reading ones load articles, make a document and write it."""

from collections.abc import Callable
from inspect import Parameter, Signature
from typing import TYPE_CHECKING, Any, NamedTuple

import typer

from briefing.cli import options
from briefing.cli.environment import asked_language, chosen_models
from briefing.cli.usage import usage_error
from briefing.problem import message

if TYPE_CHECKING:
    from briefing.document import Document, Lang
    from briefing.shelf.library import Library


class Request(NamedTuple):
    """The loaded library and the display language of one command."""

    library: "Library"
    lang: "Lang"


def reading_command(
    view: "Callable[..., Document]", *own: Parameter, articles: bool = True
) -> Callable[..., None]:
    """Return the function that Typer runs for a reading command.

    It loads the articles, calls ``view`` with a :class:`Request` and the values of the command's
    ``own`` parameters, and writes the document that it returns. The options that all reading
    commands share are added. A command without ``articles`` is given an empty library.
    """

    def read(
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

        file = None if output == "-" else output
        form = choose(export, file)
        library = load(chosen_models(article), track) if articles else Library(())
        asked = asked_language(lang)
        for warning in library.warnings:
            print_problem(warning, asked)
        shown: Lang = "both" if form and form.bilingual else asked
        document = view(Request(library, shown), **given)._replace(lang=asked)
        emit(document, form, file, no_color)

    shared = [one for one in options.SHARED if articles or one is not options.ARTICLE]
    return make_command(read, *own, *shared)


def make_command(run: Callable[..., None], *takes: Parameter) -> Callable[..., None]:
    """Return the function that Typer runs for a command that takes these parameters.

    It refuses arguments that the command has no place for.
    """

    def command(ctx: typer.Context, **given: Any) -> None:
        if ctx.args:
            extra = message("usage.extra-arguments", arguments=ctx.args)
            raise usage_error(extra, message("hint.help", command=ctx.info_name))
        run(**given)

    # Typer reads the parameters of a command from its signature.
    context = Parameter("ctx", Parameter.KEYWORD_ONLY, annotation=typer.Context)
    signature = Signature([context, *takes])
    command.__signature__ = signature  # type: ignore[attr-defined]
    command.__annotations__ = {one.name: one.annotation for one in signature.parameters.values()}
    return command
