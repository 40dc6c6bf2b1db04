"""The entry of the command line, and the one place where an error becomes lines and a status."""

import gc
import os
import sys
from collections.abc import Iterable
from typing import Annotated, Any

import typer

from briefing import __version__
from briefing.cli.arguments import CommandLine, read_command_line
from briefing.cli.commands import Command, list_commands
from briefing.cli.options import NAMES_WITH_VALUE
from briefing.problem import BriefingError, Message, ModelError, Status, message, nearest, suggest

USAGE_ERROR: Any = typer.BadParameter.__mro__[1]
"""The error of a command line that Typer cannot parse; it exports no better name for it."""

INTERRUPTED = 130
"""The exit status that shells expect of a command that Ctrl-C has ended."""

_COMPLETE = "_BRIEFING_COMPLETE"


def main() -> None:
    """Run the command line and leave with its exit status."""
    line = read_command_line(sys.argv[1:], os.environ)
    try:
        sys.exit(_run(line))
    except ModelError as error:
        from briefing.cli.console import print_problem

        for problem in error.problems:
            print_problem(problem, line.lang)
        sys.exit(error.status)
    except BriefingError as error:
        _print_messages(error.messages, line)
        sys.exit(error.status)
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

        return _call(explain(_build(commands.values()), line.lang), sys.argv[1:])
    if line.command is not None and line.command not in commands:
        raise BriefingError(_unknown(line.command, commands), status=Status.USAGE)
    if line.wants_help or (line.command is None and not line.arguments):
        from briefing.cli.help import show_help

        wanted = [commands[line.command]] if line.command else list(commands.values())
        show_help(_build(wanted), line, list(commands.values()))
        return Status.OK
    # Typer builds every command that it is given, so it is given no other than the one asked for.
    asked = commands[line.command or "summary"]
    words = [asked.name] if line.command else []
    return _call(_build([asked]), [*words, *line.arguments])


def _build(commands: Iterable[Command]) -> Any:
    """Return a group of some commands, as Typer builds it."""
    app = typer.Typer(name="briefing", rich_markup_mode=None, pretty_exceptions_enable=False)
    app.callback(invoke_without_command=True)(_top)
    for command in commands:
        app.command(command.name, context_settings={"allow_extra_args": True})(command.run)
    return typer.main.get_command(app)


def _call(group: Any, words: list[str]) -> int:
    """Let Typer parse the words and run the command; return the exit status."""
    try:
        status = group(words, prog_name="briefing", standalone_mode=False)
    except USAGE_ERROR as error:
        command = group.commands.get(words[0]) if words else None
        hint = [message("hint.help", command=command.name)] if command else []
        raise BriefingError(_usage(error, command or group), *hint, status=Status.USAGE) from None
    return status if isinstance(status, int) else Status.OK


def _top(
    version: Annotated[bool, typer.Option("--version")] = False,  # never parsed
) -> None:
    """Hold the options that stand without a command, for help and completion."""


def _unknown(word: str, commands: dict[str, Command]) -> Message:
    """Return the message that a word is no command, with the command that it may mean."""
    from briefing.model.article import SECTIONS
    from briefing.words.catalogue import catalogue

    for name in commands:
        headings = SECTIONS[name].heading if name in SECTIONS else ()
        aliases = (*catalogue().get(f"alias.{name}", ()), *headings)
        if word.lower() in " ".join(aliases).lower().split():
            hint = message("hint.did-you-mean", suggestion=name)
            return message("usage.no-command", word=word, hint=hint)
    return message("usage.no-command", word=word, hint=suggest(word, commands))


def _usage(error: Any, command: Any) -> Message:
    """Return our own message for a command line that Typer cannot parse."""
    kind = type(error).__name__
    if kind == "NoSuchOption":
        # Hyphens are left out, since they would make any two options look similar.
        names = {name.strip("-"): name for one in command.params for name in one.opts}
        near = nearest(error.option_name.strip("-"), names)
        hint = message("hint.did-you-mean", suggestion=names[near]) if near else None
        return message("usage.no-option", option=error.option_name, hint=hint)
    if kind == "BadOptionUsage":
        needs_value = error.option_name in NAMES_WITH_VALUE
        key = "usage.needs-value" if needs_value else "usage.takes-no-value"
        return message(key, option=error.option_name)
    if kind == "MissingParameter" and error.param is not None:
        from briefing.cli.help import placeholder

        return message("usage.missing", parameter=message(placeholder(error.param)))
    return message("usage.other", why=error.format_message())


def _print_messages(messages: Iterable[Message], line: CommandLine) -> None:
    from briefing.words.messages import told

    for number, one in enumerate(messages):
        start = "" if number else "briefing: "
        print(f"{start}{told(one, line.lang)}", file=sys.stderr)
