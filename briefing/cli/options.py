"""The options and arguments, each defined once.

Their help stands in the catalogue under the name of the parameter, their placeholders under what
is here called ``value``.
"""

import datetime
import os
from collections.abc import Callable, Iterable, Sequence
from inspect import Parameter
from typing import Any, get_args

import typer

from briefing.cli import completion
from briefing.cli.environment import LANGUAGES
from briefing.cli.usage import usage_error
from briefing.problem import message, suggest

CHECK_FORMATS = ("text", "json", "github")
HELP = ("-h", "--help")
"""The options that ask for help, with and without a command."""

NAMES_WITH_VALUE: set[str] = set()
"""The names of all options that take a value."""


def _parameter(
    name: str,
    *options: str,
    value: str | None = None,
    read: Callable[[str, str], Any] | None = None,
    complete: Callable[..., Any] | None = None,
    many: bool = False,
    required: bool = False,
) -> Parameter:
    """Return a parameter for an option of these names, or for an argument, which has none.

    An option without a ``value`` is a flag. What is typed is read by ``read``, which is given the
    name of the option too.
    """
    option = options[0] if options else ""
    default: Any = ... if required else None if value else False
    given: dict[str, Any] = {
        "metavar": value,
        "parser": (lambda typed: read(option, typed)) if read else None,
        "autocompletion": complete,
    }
    info = typer.Option(default, *options, **given) if options else typer.Argument(default, **given)
    if value:
        NAMES_WITH_VALUE.update(options)
    kind = list[str] if many else str if value else bool
    return Parameter(name, Parameter.KEYWORD_ONLY, default=info, annotation=kind)


def _choice(names: Callable[[], Iterable[str]]) -> dict[str, Any]:
    """Return how one of a few names is read, refusing all others, and how it is completed."""

    def read(option: str, value: str) -> str:
        known = list(names())
        if value in known:
            return value
        hint = suggest(value, known)
        wrong = message("usage.no-choice", option=option, value=value, hint=hint)
        raise usage_error(wrong, message("hint.there-are", names=known))

    return {"read": read, "complete": completion.choices(names)}


def _told_choice(part: str, names: Callable[[], Sequence[str]]) -> dict[str, Any]:
    """Return how one of a few values is read, by its name or by our word for it.

    The words stand in a ``part`` of the catalogue.
    """

    def read(option: str, value: str) -> str:
        from briefing.words.catalogue import value_named

        named = value_named(value, part)
        if named not in names():
            wrong = message("usage.no-choice", option=option, value=value, hint=None)
            known = [message(f"{part}.{name}") for name in names()]
            raise usage_error(wrong, message("hint.there-are", names=known))
        return named

    return {"read": read, "complete": completion.choices(names)}


def _number(option: str, value: str) -> float:
    from briefing.quantities.typed import read_number

    number = read_number(value)
    if number is None:
        raise usage_error(message("usage.no-number", option=option, value=value))
    return number


def _paragraph(_: str, value: str) -> int:
    number = value.strip("¶第段 ")
    if not number.isdecimal() or not int(number):
        raise usage_error(message("usage.no-paragraph-number", value=value))
    return int(number)


def _date(option: str, value: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise usage_error(message("usage.no-date", option=option, value=value)) from None


def _kind(_: str, value: str) -> str:
    from briefing.words.catalogue import value_named

    return value_named(value)


def _stages() -> Sequence[str]:
    from briefing.model.choices import Stage

    return get_args(Stage)


def _gaps() -> Sequence[str]:
    from briefing.shelf.gaps import KINDS

    return KINDS


def _fields(option: str, value: str) -> tuple[str, ...]:
    names = (name.strip() for name in value.replace("，", ",").split(","))
    found = tuple(dict.fromkeys(filter(None, names)))
    if not found:
        raise usage_error(message("usage.needs-value", option=option))
    return found


def _file_name(_: str, word: str) -> str:
    """Return a path of the command line in the form that the file system takes.

    Arguments are decoded from UTF-8 so that they can be read and shown. A system whose own encoding
    is another one needs the original bytes back.
    """
    try:
        os.fsencode(word)
    except UnicodeError:
        return os.fsdecode(word.encode())
    return word


def _orders() -> Iterable[str]:
    from briefing.shelf.finding import ORDERS

    return [f"{sign}{name}" for name in ORDERS for sign in ("", "-")]


def _styles() -> Iterable[str]:
    from briefing.citation.styles import STYLES

    return STYLES


_FORMAT = ("export", "--export", "-O", "--format")

EXPORT = _parameter(*_FORMAT, value="format", complete=completion.formats)
OUTPUT = _parameter("output", "--output", "-o", value="file", read=_file_name)
ARTICLE = _parameter("article", "--article", "-a", value="path", read=_file_name, many=True)
LANG = _parameter("lang", "--lang", value="language", **_choice(lambda: LANGUAGES))
NO_COLOR = _parameter("no_color", "--no-color")
NO_PAGER = _parameter("no_pager", "--no-pager")
FIELDS = _parameter("fields", "--fields", value="fields", read=_fields, complete=completion.fields)

SHARED = (EXPORT, OUTPUT, FIELDS, ARTICLE, LANG, NO_COLOR, NO_PAGER)
"""The options that every reading command has."""

SHARED_NAMES = {name for one in SHARED for name in one.default.param_decls}
"""The names of these options."""

WORDS = _parameter("words", value="words", many=True)
SEARCH = _parameter("words", value="words", many=True, required=True)
NAMES = _parameter("names", value="names", complete=completion.places, many=True)
RECORD = _parameter("name", value="id", complete=completion.records, required=True)
PARAGRAPH = _parameter("number", value="paragraph", read=_paragraph, required=True)
CITED = _parameter("name", value="id", complete=completion.records)
MODELS = _parameter("models", value="models", read=_file_name, many=True)
TEXT = _parameter("text", value="text", read=_file_name, required=True)

CITY = _parameter("place", "--city", value="name", complete=completion.places)
KIND = _parameter("kind", "--kind", value="kind", read=_kind, complete=completion.kinds)
STAGE = _parameter("stage", "--stage", value="stage", **_told_choice("stage", _stages))
GAP = _parameter("kind", "--kind", value="kind", **_told_choice("gap", _gaps))
SAID_BY = _parameter("said_by", "--said-by", value="name", complete=completion.speakers)
FULL = _parameter("full", "--full")
EVERY = _parameter("every", "--all")
FULL = _parameter("full", "--full")
UNIT = _parameter("unit", "--unit", value="unit")
LEAST = _parameter("least", "--min", value="number", read=_number)
MOST = _parameter("most", "--max", value="number", read=_number)
SORT = _parameter("sort", "--sort", value="order", **_choice(_orders))
STYLE = _parameter(
    "style", "--style", value="style", **_choice(_styles) | {"complete": completion.styles}
)
ACCESSED = _parameter("accessed", "--accessed", value="date", read=_date)
DATE = _parameter("date", "--date", value="date", read=_date)
SOURCE = _parameter("source", "--source", value="text", read=_file_name)
STRICT = _parameter("strict", "--strict")
NOTES = _parameter("notes", "--notes")
CHECK_FORMAT = _parameter(*_FORMAT, value="format", **_choice(lambda: CHECK_FORMATS))
