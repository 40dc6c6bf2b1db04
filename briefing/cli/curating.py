"""The commands of curators and of assistants: they do not show articles as the others do."""

from typing import TYPE_CHECKING, Any

import typer

from briefing.cli import options
from briefing.cli.environment import choose_models, find_preferred_language
from briefing.cli.request import command
from briefing.cli.usage import usage_error
from briefing.problem import Status, message

if TYPE_CHECKING:
    from briefing.document import Lang


@command(
    options.TEXT,
    options.OUTPUT,
    options.ARTICLE,
    options.KEPT,
    options.PUBLISHED,
    options.FORCE,
    options.LANG,
)
def draft(
    text: str,
    output: str | None,
    article: list[str] | None,
    kept: str | None,
    date: str | None,
    force: bool,
    lang: "Lang | None",
) -> None:
    from briefing.cli.draft import Wanted, write_draft

    write_draft(text, Wanted(output, article or (), kept, date, force), lang)


@command(
    options.MODELS,
    options.SOURCE,
    *(options.FIX, options.DIFF, options.UNSAFE),
    *(options.SELECT, options.IGNORE),
    options.STRICT,
    options.NOTES,
    options.EXPLAIN,
    options.CHECK_FORMAT,
    options.ARTICLE,
    options.LANG,
)
def check(
    models: list[str] | None,
    article: list[str] | None,
    select: list[tuple[str, ...]] | None,
    ignore: list[tuple[str, ...]] | None,
    lang: "Lang | None",
    unsafe_fixes: bool,
    explain: str | None,
    **given: Any,
) -> None:
    if explain:
        _explain(explain)
        return
    from briefing.checks.manual import Selection
    from briefing.cli.checking import Asked, run_check

    asked = Asked(
        selection=Selection.of(select, ignore),
        lang=lang or find_preferred_language(),
        unsafe=unsafe_fixes,
        **given,
    )
    status = run_check(choose_models([*(models or ()), *(article or ())]), asked)
    if status:
        raise typer.Exit(status)


def _explain(code: str) -> None:
    from briefing.checks.manual import explain
    from briefing.cli.console import print_lines

    print_lines(explain(code))


@command(options.SOURCE, *options.PROOF)
def proof(
    source: str | None, output: str | None, article: list[str] | None, lang: "Lang | None"
) -> None:
    from briefing.cli.proof import write_proof

    write_proof(choose_models(article), source, output, lang)


@command(
    options.DRAFT,
    options.SOURCES,
    options.STRICT,
    options.EVERY,
    options.VERIFY_FORMAT,
    *options.PROOF,
)
def verify(
    draft: str,
    source: list[str] | None,
    strict: bool,
    every: bool,
    export: str | None,
    output: str | None,
    article: list[str] | None,
    lang: "Lang | None",
) -> None:
    from briefing.cli.verify import write_verified
    from briefing.verifying.verify import verify as hold

    models = choose_models(article)
    if [draft, *models, *(source or ())].count("-") > 1:
        raise usage_error(message("usage.stdin-twice"))
    verified = hold(draft, models, source)
    write_verified(verified, export, output, lang, every=every)
    if verified.count("contradicted") or (strict and verified.count("unknown")):
        raise typer.Exit(Status.PROBLEMS)


@command()
def skill() -> None:
    from briefing.cli.console import print_lines
    from briefing.words.catalogue import read_skill

    print_lines(read_skill())


@command(options.OUTPUT)
def schema(output: str | None) -> None:
    from briefing.cli.schema import write_schema

    write_schema(output)


@command(options.SOURCE, options.ARTICLE, options.LANG)
def mcp(source: str | None, article: list[str] | None, lang: "Lang | None") -> None:
    from briefing.cli.assistant import serve_assistant

    serve_assistant(choose_models(article), source, lang)
