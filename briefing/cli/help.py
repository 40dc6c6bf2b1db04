"""Help, in the reader's language: the same document, terminal and pipe as every other answer."""

from collections.abc import Iterable, Sequence
from typing import Any

from briefing.cli.arguments import CommandLine
from briefing.cli.commands import GROUPS, Command
from briefing.cli.console import emit
from briefing.cli.environment import LANGUAGES
from briefing.cli.options import CHECK_FORMATS, HELP, SHARED
from briefing.document import Block, Cell, Document, Fields, Lang, Line, Phrase, Prose, texts
from briefing.model.article import SECTIONS
from briefing.output.cells import width
from briefing.problem import Message, message
from briefing.words.catalogue import catalogue, phrase
from briefing.words.messages import sentence

_COMPLETION = ("install_completion", "show_completion")


def show_help(group: Any, line: CommandLine, commands: Sequence[Command]) -> None:
    """Print the help of the command on the line, or of the tool where there is none."""
    if line.command:
        blocks = _command_blocks(group.commands[line.command], line.lang)
        blocks.append(
            _example(next(one for one in commands if one.name == line.command), line.lang)
        )
    else:
        blocks = _tool_blocks(group, commands, line.lang)
    emit(Document(tuple(blocks), [], Phrase(), Phrase(), line.lang))


def _line_up(blocks: Sequence[Fields]) -> list[Fields]:
    """Return the blocks with the labels of all of them as wide as the widest."""
    labels = [label for block in blocks for label, _ in block.rows]
    widest = max(width(text) for label in labels for _, text in texts(label))
    return [block._replace(label_width=widest) for block in blocks]


def explain(group: Any, lang: Lang) -> Any:
    """Return the group with help in one language, for shells that show it beside completions."""
    for one in group.params:
        one.help = _plain(_describe_parameter("", one), lang)
    for command in group.commands.values():
        command.help = _plain(describe_command(command.name), lang)
        for one in command.params:
            one.help = _plain(_describe_parameter(command.name, one), lang)
    return group


def describe_command(name: str) -> Phrase:
    """Return in both languages what a command does."""
    section = SECTIONS.get(name)
    return (
        Phrase(*section.help) if section and section.help else sentence(message(f"command.{name}"))
    )


def placeholder(parameter: Any) -> str:
    """Return the key of the placeholder of an option's or an argument's value."""
    return f"metavar.{parameter.metavar}"


def _describe_parameter(command: str, parameter: Any) -> Phrase:
    """Return in both languages what an option or an argument does."""
    key = f"option.{parameter.name}"
    return sentence(
        Message(f"{key}.{command}" if f"{key}.{command}" in catalogue() else key, _values())
    )


def _values() -> dict[str, Any]:
    """Return what descriptions name: the formats, the styles, the orders and so on."""
    from briefing.citation.styles import STYLES
    from briefing.output.formats import FORMATS
    from briefing.shelf.finding import ORDERS

    return {
        "formats": list(FORMATS),
        "check_formats": CHECK_FORMATS,
        "styles": list(STYLES),
        "orders": list(ORDERS),
        "languages": LANGUAGES,
    }


def _tool_blocks(group: Any, commands: Sequence[Command], lang: Lang) -> list[Block]:
    groups = [
        Fields(
            _say(f"panel.{name}", lang),
            tuple(
                (one.name, (Line(_in(describe_command(one.name), lang)),))
                for one in commands
                if one.group == name
            ),
        )
        for name in GROUPS
    ]
    shared = [one for one in group.commands["summary"].params if one.name in SHARED]
    return [
        _usage("briefing", "usage.tool", lang),
        Prose(_in(sentence(message("tool")), lang)),
        *_line_up(groups),
        *_line_up(
            [
                _options("panel.shared", "", shared, lang),
                _options("panel.options", "", group.params, lang, helping=True),
            ]
        ),
    ]


def _command_blocks(command: Any, lang: Lang) -> list[Block]:
    arguments = [one for one in command.params if one.param_type_name == "argument"]
    options = [one for one in command.params if one.param_type_name == "option"]
    # Only a reading command writes to a file, and shares its options with the others.
    is_reading = any(one.name == "output" for one in options)
    shared = [one for one in options if is_reading and one.name in SHARED]
    own = [one for one in options if one not in shared]
    blocks: list[Fields] = []
    if arguments:
        blocks.append(_options("panel.arguments", command.name, arguments, lang))
    if own:
        helping = not is_reading
        blocks.append(_options("panel.options", command.name, own, lang, helping=helping))
    if shared:
        blocks.append(_options("panel.shared", command.name, shared, lang, helping=True))
    return [
        _usage(f"briefing {command.name}", "usage.command", lang, arguments),
        Prose(_in(describe_command(command.name), lang)),
        *_line_up(blocks),
    ]


def _usage(name: str, key: str, lang: Lang, arguments: Iterable[Any] = ()) -> Prose:
    """Return the line that shows how a command is written."""
    words = [message(key, name=name)]
    words += [_usage_of_argument(one) for one in arguments]
    zh, en = zip(*(sentence(word) for word in words), strict=True)
    return Prose(phrase(" ".join(zh), " ".join(en), lang))


def _usage_of_argument(argument: Any) -> Message:
    key = "usage.required" if argument.required else "usage.optional"
    many = "…" if argument.nargs == -1 else ""
    return message(key, argument=message(placeholder(argument)), many=many)


def _options(
    title: str, command: str, parameters: Iterable[Any], lang: Lang, *, helping: bool = False
) -> Fields:
    """Return options or arguments and what they do; with ``helping`` also the one for help."""
    rows: list[tuple[Cell, tuple[Line, ...]]] = [
        (_name(one, lang), (Line(_in(_describe_parameter(command, one), lang)),))
        for one in parameters
    ]
    if helping:
        rows.append((", ".join(HELP), (Line(_say("option.help", lang)),)))
    return Fields(_say(title, lang), tuple(rows))


def _name(parameter: Any, lang: Lang) -> Phrase:
    """Return an option's names, shortest first, and the placeholder of its value."""
    if parameter.param_type_name == "argument":
        return _say(placeholder(parameter), lang)
    names = ", ".join(sorted(parameter.opts, key=len))
    if parameter.is_flag or parameter.name in _COMPLETION:
        return Phrase(en=names)
    zh, en = sentence(message(placeholder(parameter)))
    return phrase(f"{names} {zh}", f"{names} {en}", lang)


def _example(command: Command, lang: Lang) -> Prose:
    return Prose(_in(sentence(message("usage.example", example=command.example)), lang))


def _say(key: str, lang: Lang) -> Phrase:
    return _in(sentence(message(key)), lang)


def _in(both: Phrase, lang: Lang) -> Phrase:
    """Return the part of a phrase in both languages that is in the reader's."""
    return phrase(both.zh or "", both.en, lang)


def _plain(both: Phrase, lang: Lang) -> str:
    return (both.zh if lang == "zh" else both.en) or ""
