"""Help, in the reader's language: the same document, terminal and pipe as every other answer."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, get_args

from briefing.cli.arguments import CommandLine
from briefing.cli.commands import GROUPS, Command
from briefing.cli.console import emit
from briefing.cli.environment import LANGUAGES
from briefing.cli.options import CHECK_FORMATS, HELP, SHARED_NAMES, VERIFY_FORMATS
from briefing.document import Block, Cell, Document, Fields, Lang, Line, Phrase, Prose, texts
from briefing.model.sections import SECTIONS
from briefing.output.cells import width
from briefing.problem import Message, message
from briefing.words.catalogue import phrase
from briefing.words.messages import sentence

Row = tuple[Cell, Phrase]
"""How something is written on the command line, and what it does."""


def show_help(group: Any, line: CommandLine, commands: Mapping[str, Command]) -> None:
    """Print the help of the command on the line, or of the tool where there is none."""
    if line.command:
        blocks = _command_blocks(group.commands[line.command], commands[line.command].example, line)
    else:
        blocks = _tool_blocks(group, commands.values(), line.lang)
    emit(
        Document(tuple(blocks), [], Phrase(), Phrase(), line.lang),
        no_color="--no-color" in line.arguments,
    )


def explain(group: Any, lang: Lang) -> Any:
    """Return the group as shells are to complete it.

    It has help in one language, which some shells show, and the options that may stand before the
    command, which are those of the command that has no others.
    """
    group.params += group.commands["summary"].params
    for command in group.commands.values():
        command.help = _describe_command(command.name, lang).english
    for command in (group, *group.commands.values()):
        for one in command.params:
            one.help = _describe_parameter(one, command.name, lang).english
    return group


def _tool_blocks(group: Any, commands: Iterable[Command], lang: Lang) -> list[Block]:
    groups: dict[str, list[Row]] = {
        name: [
            (one.name, _describe_command(one.name, lang)) for one in commands if one.group == name
        ]
        for name in GROUPS
    }
    # This command has the options that all share.
    params = group.commands["summary"].params
    shared = [one for one in params if one.opts[0] in SHARED_NAMES]
    options = {
        "shared": [_row(one, group.name, lang) for one in shared],
        "options": [*(_row(one, group.name, lang) for one in group.params), _help_row(lang)],
    }
    return [
        Prose(_say(lang, message("usage.tool", name="briefing"))),
        Prose(_say(lang, message("tool"))),
        *_panels(groups, lang),
        *_panels(options, lang),
    ]


def _command_blocks(command: Any, example: str, line: CommandLine) -> list[Block]:
    lang = line.lang
    units = _units_of(line.models) if any(one.name == "unit" for one in command.params) else []
    arguments = [one for one in command.params if one.param_type_name == "argument"]
    options = [one for one in command.params if one.param_type_name == "option"]
    # Only a reading command writes to a file, and shares its options with the others.
    is_reading = any(one.name == "output" for one in options)
    panels: dict[str, list[Row]] = {"arguments": [], "options": [], "shared": []}
    for one in arguments:
        panels["arguments"].append(_row(one, command.name, lang))
    for one in options:
        panel = "shared" if is_reading and one.opts[0] in SHARED_NAMES else "options"
        panels[panel].append(_row(one, command.name, lang, units))
    panels["shared" if is_reading else "options"].append(_help_row(lang))
    usage = message("usage.command", name=f"briefing {command.name}")
    return [
        Prose(_say(lang, usage, *map(_usage_of_argument, arguments))),
        Prose(_describe_command(command.name, lang)),
        *_panels(panels, lang),
        Prose(_say(lang, message("usage.example", example=example))),
    ]


def _panels(panels: Mapping[str, list[Row]], lang: Lang) -> list[Fields]:
    """Return the panels that have rows, with the labels of all of them as wide as the widest."""
    labels = [label for rows in panels.values() for label, _ in rows]
    widest = max(width(text) for label in labels for _, text in texts(label))
    return [
        Fields(
            _say(lang, message(f"panel.{name}")),
            tuple((label, (Line(does),)) for label, does in rows),
            widest,
        )
        for name, rows in panels.items()
        if rows
    ]


def _units_of(models: Iterable[str]) -> list[Message]:
    """Return the units of the figures in the chosen models; none of models that cannot be read."""
    from briefing.cli.environment import choose_models
    from briefing.problem import ModelError
    from briefing.shelf.filtering import describe_unit, leave_out_names
    from briefing.shelf.library import load
    from briefing.shelf.listed import list_units

    try:
        library = load(choose_models(list(models)))
    except ModelError:
        return []
    return list(map(describe_unit, list_units(leave_out_names(library.section("figures")))))


def _row(parameter: Any, command: str, lang: Lang, units: Sequence[Message] = ()) -> Row:
    """Return an option's names, shortest first, the placeholder of its value, and what it does."""
    does = _describe_parameter(parameter, command, lang, units)
    names = ", ".join(sorted(parameter.opts, key=len))
    placeholder = message(f"metavar.{parameter.metavar}")
    if parameter.param_type_name == "argument":
        return _say(lang, placeholder), does
    if not parameter.metavar:
        return names, does
    zh, en = sentence(placeholder)
    return phrase(f"{names} {zh}", f"{names} {en}", lang), does


def _help_row(lang: Lang) -> Row:
    return ", ".join(HELP), _say(lang, message("option.help"))


def _usage_of_argument(argument: Any) -> Message:
    key = "usage.required" if argument.required else "usage.optional"
    many = "…" if argument.nargs == -1 else ""
    return message(key, argument=message(f"metavar.{argument.metavar}"), many=many)


def _describe_command(name: str, lang: Lang) -> Phrase:
    section = SECTIONS.get(name)
    if section and section.help:
        return phrase(*section.help, lang)
    return _say(lang, message(f"command.{name}"))


def _describe_parameter(
    parameter: Any, command: str, lang: Lang, units: Sequence[Message] = ()
) -> Phrase:
    """Return what an option or an argument does, which may be said of one command in particular.

    Where ``units`` are known, they are said, too.
    """
    from briefing.citation.styles import STYLES
    from briefing.model.choices import Stage
    from briefing.output.formats import FORMATS
    from briefing.shelf.listed import describe_list

    kinds, orders = [], []
    if parameter.name in ("kind", "sort"):
        of = describe_list(command)
        kinds, orders = [of.kind_word(one) for one in of.kinds()], of.orders()
    described = message(
        f"option.{parameter.name}.{command}",
        formats=list(FORMATS),
        check_formats=CHECK_FORMATS,
        verify_formats=VERIFY_FORMATS,
        styles=list(STYLES),
        kinds=kinds,
        orders=[message(f"order.{one}") for one in orders],
        units=message("option-units", names=list(units)) if units else None,
        languages=LANGUAGES,
        stages=[message(f"stage.{one}") for one in get_args(Stage)],
    )
    return _say(lang, described)


def _say(lang: Lang, *messages: Message) -> Phrase:
    """Return messages in the reader's language, with a blank between them."""
    zh, en = zip(*map(sentence, messages), strict=True)
    return phrase(" ".join(zh), " ".join(en), lang)
