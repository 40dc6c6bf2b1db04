"""The entry of the command line, and the one place where an error becomes lines and a status."""

import contextlib
import gc
import io
import os
import sys
from collections.abc import Iterable
from typing import Annotated, Any

import typer

from briefing import __version__
from briefing.cli.arguments import CommandLine, read_command_line
from briefing.cli.commands import Command, list_commands
from briefing.cli.options import NAMES_WITH_VALUE
from briefing.cli.usage import no_command, no_option, told_by_typer, usage_error
from briefing.document import Lang
from briefing.model.opened import forget
from briefing.problem import (
    BriefingError,
    ModelError,
    Status,
    message,
    system_reason,
)

USAGE_ERROR: Any = typer.BadParameter.__mro__[1]
"""The error of a command line that Typer cannot parse; it exports no better name for it."""

INTERRUPTED = 130
"""The exit status that shells expect of a command that Ctrl-C has ended."""

_COMPLETE = "_BRIEFING_COMPLETE"


def main() -> None:
    """Run the command line and leave with its exit status."""
    forget()
    line = read_command_line(sys.argv[1:])
    try:
        sys.exit(_run(line))
    except BriefingError as error:
        _print_error(error, line.message_lang)
        sys.exit(error.status)
    except OSError as error:  # of a folder for temporary files, or a stream that was closed
        if isinstance(error, BrokenPipeError):
            sys.exit(Status.READER_LEFT)
        told = _failed(error)
        _print_error(told, line.message_lang)
        sys.exit(told.status)
    except KeyboardInterrupt:  # while Typer runs a command, it answers with this status itself
        sys.exit(INTERRUPTED)
    finally:
        gc.enable()


def _run(line: CommandLine) -> int:
    """Do what the command line asks for, and return the exit status."""
    if line.wants_version:
        from briefing.cli.console import print_lines

        print_lines(f"briefing {__version__}\n")
        return Status.OK
    commands = list_commands()
    if _COMPLETE in os.environ:
        from briefing.cli.help import explain

        # What a shell asks is nobody's typing: where it makes no sense, there is no answer.
        with contextlib.suppress(KeyError, ValueError):
            return _call(explain(_build(commands.values()), line.lang), sys.argv[1:])
        return Status.USAGE
    if line.command is not None and line.command not in commands:
        raise no_command(line.command, commands)
    # Typer builds every command that it is given, so it is given no other than the one asked for.
    group = _build([commands[line.command]] if line.command else commands.values())
    if not sys.argv[1:] and sys.stdout is not None and sys.stdout.isatty():
        return _welcome(line)
    if line.wants_help or (line.command is None and not line.arguments):
        from briefing.cli.help import show_help

        show_help(group, line, commands)
        return Status.OK
    if line.command is None:
        return _run_without_command(line, group)
    return _call(group, [line.command, *line.arguments])


def _welcome(line: CommandLine) -> int:
    """Show what the article is about, and the commands that matter most."""
    from briefing.cli.console import emit
    from briefing.cli.environment import choose_models
    from briefing.shelf.library import load
    from briefing.views.summary import welcome

    emit(welcome(load(choose_models(None)), line.lang))
    return Status.OK


def _run_without_command(line: CommandLine, group: Any) -> int:
    """Show the script for completion, or refuse options that stand without a command."""
    first = line.arguments[0]
    if first == "--show-completion":
        from briefing.cli.console import print_lines

        # Typer leaves Python itself then, and says nothing of an output that is closed or full.
        script = io.StringIO()
        with contextlib.redirect_stdout(script), contextlib.suppress(SystemExit):
            _call(group, [first])
        print_lines(script.getvalue())
        return Status.OK
    name = first.partition("=")[0]
    if name in NAMES_WITH_VALUE:
        raise usage_error(message("usage.needs-command"))
    raise usage_error(no_option(name, NAMES_WITH_VALUE), message("hint.commands"))


def _build(commands: Iterable[Command]) -> Any:
    """Return a group of some commands, as Typer builds it."""
    app = typer.Typer(name="briefing", rich_markup_mode=None, pretty_exceptions_enable=False)
    app.callback(invoke_without_command=True)(_top)
    for command in commands:
        app.command(command.name, context_settings={"allow_extra_args": True})(command.run)
    group: Any = typer.main.get_command(app)
    # Typer would write into the reader's start-up file, and may leave half of it on a full disk.
    group.params = [one for one in group.params if one.name != "install_completion"]
    return group


def _call(group: Any, words: list[str]) -> int:
    """Let Typer parse the words and run the command; return the exit status."""
    try:
        status = group(words, prog_name="briefing", standalone_mode=False)
    except USAGE_ERROR as error:
        command = group.commands.get(words[0]) if words else None
        hint = [message("hint.help", command=command.name)] if command else []
        raise usage_error(told_by_typer(error, command or group), *hint) from None
    return status if isinstance(status, int) else Status.OK


def _top(
    version: Annotated[bool, typer.Option("--version")] = False,  # never parsed
) -> None:
    """Hold the options that stand without a command, for help and completion."""


def _failed(error: OSError) -> BriefingError:
    """Return the error that the system refused something which no command has met itself."""
    why = system_reason(error)
    told = message("failed", why=why)
    what = error.filename if isinstance(error.filename, str) else _find_lost_folder()
    if what:
        told = message("failed.at", what=what, why=why)
    return BriefingError(told, status=Status.INPUT_OUTPUT)


def _find_lost_folder() -> str:
    """Return the path of the working folder if it is no longer there, which no error names."""
    try:
        os.getcwd()
    except OSError:
        return os.environ.get("PWD") or os.curdir
    return ""


def _print_error(error: BriefingError, lang: Lang) -> None:
    from briefing.cli.console import print_messages, print_problems

    if isinstance(error, ModelError):
        print_problems(error.problems, lang)
    else:
        print_messages(error.messages, lang)
