"""What the commands have in common: reading ones load articles, make a document and write it."""

import shlex
from collections.abc import Callable, Sequence
from inspect import Parameter, Signature
from os.path import splitext
from typing import TYPE_CHECKING, Any, NamedTuple

import typer

from briefing.cli import options
from briefing.cli.environment import choose_language, choose_models
from briefing.cli.usage import usage_error
from briefing.problem import Message, message

if TYPE_CHECKING:
    from briefing.document import Document, Lang, Template
    from briefing.output.formats import Format
    from briefing.shelf.library import Library


class Request(NamedTuple):
    """The loaded library of one command, the language to show, and the one that was asked for.

    The languages differ where a format has both whatever is asked for. ``told`` takes what the
    reader is to be told beside the result, on stderr. Where ``has_room``, what is shown is not
    bound to a screen: a short view has the whole below it. Where it ``has_pages``, it is to be
    printed and handed on. ``ending`` is that of the file that is written, where no format is named.
    Where ``has_offsets``, the source text is of use for what is shown. ``fields`` are those
    that are asked for by name. Where it ``is_data``, every record is written, whatever is shown.
    A short view takes at most some ``lines``. What ``is_piped`` is for other programs to read by
    lines, and is not cut.
    """

    library: "Library"
    lang: "Lang"
    asked: "Lang"
    told: "list[Message]"
    has_room: bool = False
    has_pages: bool = False
    ending: str = ""
    has_offsets: bool = False
    fields: tuple[str, ...] = ()
    is_data: bool = False
    lines: int = 40
    is_piped: bool = False


def command(*takes: Parameter) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Make a function a command that takes these parameters, for Typer to run.

    The command refuses arguments that it has no place for.
    """

    def decorate(run: Callable[..., None]) -> Callable[..., None]:
        def checked(ctx: typer.Context, **given: Any) -> None:
            if ctx.args:
                extra = message("usage.extra-arguments", arguments=ctx.args)
                raise usage_error(extra, message("hint.help", command=ctx.info_name))
            run(**given)

        # Typer reads the parameters of a command from its signature.
        context = Parameter("ctx", Parameter.KEYWORD_ONLY, annotation=typer.Context)
        checked.__signature__ = Signature([context, *takes])  # type: ignore[attr-defined]
        checked.__annotations__ = {one.name: one.annotation for one in (context, *takes)}
        return checked

    return decorate


def reading_command(
    *own: Parameter, articles: bool = True, cites: bool = False
) -> "Callable[[Callable[..., Document]], Callable[..., None]]":
    """Make a view a command that takes these parameters and the options that such commands share.

    The command loads the articles, calls the view with a :class:`Request` and the values of its
    ``own`` parameters, and writes the document that it returns. One without ``articles`` is given
    an empty library. Only one that ``cites`` writes files of citations.
    """
    shared = [one for one in options.SHARED if articles or one is not options.ARTICLE]

    def decorate(view: "Callable[..., Document]") -> Callable[..., None]:
        @command(*own, *shared)
        def read(
            export: str | None,
            output: str | None,
            template: str | None,
            lang: "Lang | None",
            fields: tuple[str, ...] | None,
            no_color: bool,
            no_pager: bool,
            article: list[str] | None = None,
            **given: Any,
        ) -> None:
            from briefing.cli.console import emit, is_on_screen, print_messages, print_problems
            from briefing.cli.progress import track
            from briefing.output.formats import SCREEN
            from briefing.shelf.library import Library, load

            file = None if output == "-" else output
            form, ending = _choose_format(export, file, cites)
            styled = _read_template(template, form)
            paths = choose_models(article)
            texts = [given[name] for name in ("text", "source") if given.get(name)]
            if articles and "-" in texts and "-" in paths:
                raise usage_error(message("usage.stdin-twice"))
            library = load(paths, track) if articles else Library(())
            asked = choose_language(lang)
            print_problems(library.warnings, asked)
            shown: Lang = "both" if form and form.bilingual else asked
            request = Request(
                library,
                shown,
                asked,
                [],
                has_room=bool(form and form.has_room),
                has_pages=bool(form and form.has_pages),
                ending=ending,
                has_offsets=bool(form and form.has_offsets),
                fields=fields or (),
                is_data=bool(form and form.is_data),
                is_piped=not form and not is_on_screen(),
                lines=form.count_lines(shown) if form else SCREEN,
            )
            document = view(request, **given)
            document = _name_models(document, article or ())
            document = document._replace(fields=fields or ())
            if fields and not (form and form.has_fields):
                document = _pick_columns(document, form)
            if form and form.has_links:
                document = _link(document, library, form)
            if form and form.has_evidence and not document.is_screen:
                document = _add_evidence(document, library, shown)
            if form and form.has_offsets:
                document = _add_texts(document, request, given.get("source"))
            document = document._replace(lang=asked, template=styled)
            emit(document, form, file, no_color, pager=not no_pager)
            print_messages(request.told, asked)

        return read

    return decorate


def _choose_format(
    export: str | None, file: str | None, cites: bool
) -> "tuple[Format | None, str]":
    """Return the format of a result, and the ending of its file where no format is named.

    Raises :class:`BriefingError` for an unknown one, and for a file of citations that is none.
    """
    from briefing.output.formats import choose

    form = choose(export, file)
    ending = splitext(file)[1].lower() if file and not export else ""
    if form and form.name == "text" and not cites:
        from briefing.citation.styles import style_of_file

        if style_of_file(ending):
            raise usage_error(message("usage.of-citations", ending=ending, file=file))
    return form, ending


def _link(document: "Document", library: "Library", form: "Format") -> "Document":
    """Return the document with what its format links, cited as it is accessed today.

    A format that only ``links_away`` has nothing to link where no article has an address.
    """
    if form.links_away and not any(one.source.address for one in library.articles):
        return document
    from datetime import date

    from briefing.views.linking import add_links

    return add_links(document, library, date.today())


def _add_evidence(document: "Document", library: "Library", lang: "Lang") -> "Document":
    """Return the document with the words that its claims rest on behind what it tells."""
    from briefing.views.passages import add_passages

    return add_passages(document, library, lang)


def _add_texts(document: "Document", request: Request, source: str | None) -> "Document":
    """Return the document with the source texts that say where anchors stand."""
    from briefing.cli.texts import add_texts

    return add_texts(document, request.library, source, request.told)


def _read_template(file: str | None, form: "Format | None") -> "Template | None":
    """Return the file whose styles are wanted, if there is one.

    Raises :class:`BriefingError` where it cannot be read, and where the format has no styles.
    """
    if file is None:
        return None
    if form is None or not form.has_template:
        raise usage_error(message("usage.template-for-word"))
    from briefing.document import Template
    from briefing.limits import TEMPLATE_MEBIBYTES
    from briefing.model.reading import read_bytes

    content = read_bytes(file, TEMPLATE_MEBIBYTES * 2**20, message("too-large.template"))
    return Template(file, content)


def _name_models(document: "Document", models: Sequence[str]) -> "Document":
    """Return the document with the models that were named in the commands to type next.

    Help takes no model.
    """
    from briefing.document import Commands

    if not models:
        return document
    named = "".join(f" -a {shlex.quote(one)}" for one in models)

    def name_models(command: str) -> str:
        return command if command.endswith(" --help") else command + named

    blocks = (
        block._replace(rows=tuple((name_models(one), shows) for one, shows in block.rows))
        if isinstance(block, Commands)
        else block
        for block in document.blocks
    )
    return document._replace(blocks=tuple(blocks))


def _pick_columns(document: "Document", form: "Format | None") -> "Document":
    """Return a list for people with the columns that are asked for, if its format has columns."""
    from briefing.output.fields import pick_columns

    if form and form.module == "package":
        raise usage_error(message("usage.no-fields", format=form.name))
    return document if form and form.is_data else pick_columns(document)
