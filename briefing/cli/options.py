"""The options and arguments, each defined once.

Their help and their placeholders stand in the catalogue, under the names of the parameters.
"""

import datetime
import os
from collections.abc import Callable, Iterable
from math import isnan
from typing import Annotated, Any, get_args, get_origin

import typer
from typer.models import OptionInfo

from briefing.cli import completion
from briefing.cli.environment import LANGUAGES
from briefing.document import Lang
from briefing.problem import BriefingError, Status, message, suggest

CHECK_FORMATS = ("text", "json", "github")
HELP = ("-h", "--help")
"""The options that ask for help, with and without a command."""


def _choice(names: Callable[[], Iterable[str]]) -> Callable[[str], Any]:
    """Return a reader of one of a few names, which refuses others with a hint."""

    def read(value: str) -> Any:
        known = list(names())
        if value in known:
            return value
        raise BriefingError(
            message("usage.no-choice", value=value, hint=suggest(value, known)),
            message("hint.there-are", names=known),
            status=Status.USAGE,
        )

    return read


def _number(value: str) -> float:
    try:
        number = float(value)
    except ValueError:
        number = float("nan")
    if isnan(number):
        raise BriefingError(message("usage.no-number", value=value), status=Status.USAGE)
    return number


def _date(value: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise BriefingError(message("usage.no-date", value=value), status=Status.USAGE) from None


def _kind(value: str) -> str:
    from briefing.words.catalogue import value_named

    return value_named(value)


def _unit(value: str) -> str:
    from briefing.quantities.units import unit_named

    return unit_named(value)


def _orders() -> Iterable[str]:
    from briefing.shelf.finding import ORDERS

    return [f"{sign}{name}" for name in ORDERS for sign in ("", "-")]


def _styles() -> Iterable[str]:
    from briefing.citation.styles import STYLES

    return STYLES


def _option(*names: str, **given: Any) -> Any:
    return typer.Option(*names, show_default=False, **given)


def _file_name(word: str) -> str:
    """Return a path of the command line in the form that the file system takes.

    Arguments are decoded from UTF-8 so that they can be read and shown. A system whose own encoding
    is another one needs the original bytes back.
    """
    try:
        os.fsencode(word)
    except UnicodeError:
        return os.fsdecode(word.encode())
    return word


Article = Annotated[list[str] | None, _option("--article", "-a", metavar="path", parser=_file_name)]
Language = Annotated[
    Lang | None,
    _option(
        "--lang",
        metavar="language",
        envvar="BRIEFING_LANG",
        parser=_choice(lambda: LANGUAGES),
        autocompletion=completion.choices(lambda: LANGUAGES),
    ),
]
Export = Annotated[
    str | None,
    _option("--export", "-O", "--format", metavar="format", autocompletion=completion.formats),
]
Output = Annotated[str | None, _option("--output", "-o", metavar="file", parser=_file_name)]
NoColor = Annotated[bool, _option("--no-color")]

SHARED = {
    "export": Export,
    "output": Output,
    "article": Article,
    "lang": Language,
    "no_color": NoColor,
}
"""The options that every reading command has, by the names of their parameters."""

Words = Annotated[list[str] | None, typer.Argument(metavar="words", show_default=False)]
Search = Annotated[list[str], typer.Argument(metavar="words")]
Names = Annotated[
    list[str] | None,
    typer.Argument(metavar="names", show_default=False, autocompletion=completion.places),
]
Record = Annotated[str, typer.Argument(metavar="id", autocompletion=completion.records)]
Cited = Annotated[
    str | None,
    typer.Argument(metavar="id", show_default=False, autocompletion=completion.records),
]
Style = Annotated[
    str | None,
    _option("--style", metavar="style", parser=_choice(_styles), autocompletion=completion.styles),
]
Accessed = Annotated[datetime.date | None, _option("--accessed", metavar="date", parser=_date)]
Models = Annotated[
    list[str] | None, typer.Argument(metavar="models", parser=_file_name, show_default=False)
]
Source = Annotated[str | None, _option("--source", metavar="text", parser=_file_name)]
Text = Annotated[str, typer.Argument(metavar="text", parser=_file_name)]
Date = Annotated[datetime.date | None, _option("--date", metavar="date", parser=_date)]
Strict = Annotated[bool, _option("--strict")]
CheckFormat = Annotated[
    str,
    _option(
        "--export",
        "-O",
        "--format",
        metavar="format",
        parser=_choice(lambda: CHECK_FORMATS),
        autocompletion=completion.choices(lambda: CHECK_FORMATS),
    ),
]
City = Annotated[str | None, _option("--city", metavar="name", autocompletion=completion.places)]
Kind = Annotated[
    str | None,
    _option("--kind", metavar="kind", parser=_kind, autocompletion=completion.kinds),
]
Unit = Annotated[str | None, _option("--unit", metavar="unit", parser=_unit)]
Least = Annotated[float | None, _option("--min", metavar="number", parser=_number)]
Most = Annotated[float | None, _option("--max", metavar="number", parser=_number)]
Sort = Annotated[
    str | None,
    _option(
        "--sort",
        metavar="order",
        parser=_choice(_orders),
        autocompletion=completion.choices(_orders),
    ),
]


def _names(parameters: Iterable[Any]) -> frozenset[str]:
    """Return the names of the options among some parameters, as they are typed."""
    infos = [get_args(one)[1] for one in parameters]
    # Typer keeps the first name where a default would stand.
    return frozenset(
        name
        for info in infos
        if isinstance(info, OptionInfo)
        for name in (info.default, *(info.param_decls or ()))
        if isinstance(name, str)
    )


SHARED_NAMES = _names(SHARED.values())
"""The names of the options that every reading command has."""

NAMES_WITH_VALUE = _names(
    one
    for one in list(globals().values())
    if get_origin(one) is Annotated and get_args(one)[0] is not bool
)
"""The names of all options that take a value."""
