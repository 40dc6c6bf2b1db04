"""What can be wrong with a command line, and what may have been meant."""

from collections.abc import Iterable
from typing import Any

from briefing.problem import BriefingError, Message, Status, did_you_mean, message, nearest


def usage_error(*messages: Message) -> BriefingError:
    """Return the error of a command line that is wrong."""
    return BriefingError(*messages, status=Status.USAGE)


def no_command(word: str, commands: Iterable[str]) -> BriefingError:
    """Return the error of a word that is no command."""
    hint = did_you_mean(_command_meant(word, commands))
    return usage_error(message("usage.no-command", word=word, hint=hint), message("hint.commands"))


def no_option(option: str, known: Iterable[str]) -> Message:
    """Return the message that there is no such option."""
    # Hyphens are left out, since they would make any two options look similar.
    names = {name.strip("-"): name for name in known}
    word = option.strip("-—–－")
    near = _same_word(word, names) or nearest(word, names)
    return message("usage.no-option", option=option, hint=did_you_mean(near and names[near]))


def told_by_typer(error: Any, command: Any) -> Message:
    """Return our own message for a command line that Typer cannot parse."""
    kind = type(error).__name__
    if kind == "NoSuchOption":
        return no_option(error.option_name, (name for one in command.params for name in one.opts))
    if kind == "BadOptionUsage":
        takes_value = any(one.metavar for one in command.params if error.option_name in one.opts)
        key = "usage.needs-value" if takes_value else "usage.takes-no-value"
        return message(key, option=error.option_name)
    if kind == "MissingParameter" and error.param is not None:
        missing = message(f"metavar.{error.param.metavar}")
        return message("usage.missing", parameter=missing)
    return message("usage.other", why=error.format_message())


def _command_meant(word: str, commands: Iterable[str]) -> str | None:
    """Return the command that a word may mean, which may be another name or that of a place."""
    from briefing.model.sections import SECTIONS
    from briefing.words.catalogue import catalogue

    if word in catalogue()["alias.help"][0].split():
        return "help"
    for name in commands:
        headings = SECTIONS[name].heading if name in SECTIONS else ()
        aliases = (name, *catalogue().get(f"alias.{name}", ()), *headings)
        if _same_word(word, " ".join(aliases).lower().split()):
            return name
    return nearest(word, commands) or _place_named(word)


def _same_word(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that this one is, in whatever number, form and English spelling."""
    from briefing.names.stems import root

    return next((one for one in known if root(one) == root(word.lower())), None)


def _place_named(word: str) -> str | None:
    """Return the command that shows the place that a word names, if it names one."""
    from briefing.cli.environment import choose_models
    from briefing.shelf.finding import find_places
    from briefing.shelf.library import load

    try:
        places = find_places(load(choose_models(None)), word)
    except BriefingError:
        return None
    return f"{'city' if places[0].record.kind == 'city' else 'zone'} {word}"
