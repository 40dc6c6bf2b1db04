"""The options and arguments, each defined once.

Their help stands in the catalogue under the name of the parameter, their placeholders under what
is here called ``value``.
"""

import datetime
import os
from collections.abc import Callable, Iterable, Sequence
from inspect import Parameter
from math import isfinite
from typing import TYPE_CHECKING, Any, get_args

import typer

from briefing.cli import completion
from briefing.cli.environment import LANGUAGES
from briefing.cli.usage import usage_error
from briefing.problem import message, suggest

if TYPE_CHECKING:
    from briefing.model.periods import Days
    from briefing.shelf.listed import Listed

CHECK_FORMATS = ("text", "json", "github")
VERIFY_FORMATS = (*CHECK_FORMATS, "html")
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

    return {"read": read, "complete": completion.complete_choices(names)}


def _number(option: str, value: str) -> float:
    from briefing.quantities.typed import read_number

    number = read_number(value)
    if number is None or not isfinite(number):
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


def _code(option: str, value: str) -> str:
    """Return the code of a year, a month or a day as people write them."""
    from briefing.model.periods import read_date

    date = read_date(value)
    if date is None:
        raise usage_error(message("usage.no-time", option=option, value=value))
    return date


def _since(option: str, value: str) -> datetime.date:
    return _read_span(option, value).first


def _until(option: str, value: str) -> datetime.date:
    return _read_span(option, value).last


def _read_span(option: str, value: str) -> "Days":
    """Return the first and the last day of a year, a month or a day as people write them."""
    from briefing.model.periods import days_of

    return days_of(_code(option, value))


def _word(of: str, known: Callable[[], Iterable[str]]) -> dict[str, Any]:
    """Return how one of some fixed values is read, in either language, and how it is completed.

    ``of`` is the part of the catalogue in which the values have their words. What is none of them
    is refused.
    """

    def read(option: str, value: str) -> str:
        from briefing.words.catalogue import suggest_word, value_named

        sign = value[:1] if of == "order" and value[:1] in ("-", "－") else ""
        values = list(known())
        named = value_named(value.removeprefix(sign), of, values)
        if named not in values:
            words = [message(f"{of}.{one}") for one in values]
            hint = suggest_word(value, of, values)
            wrong = message("usage.no-choice", option=option, value=value, hint=hint)
            raise usage_error(wrong, message("hint.there-are", names=words))
        return sign.replace("－", "-") + named

    return {"read": read, "complete": completion.complete_words(of, known)}


def _stages() -> Sequence[str]:
    from briefing.model.choices import Stage

    return get_args(Stage)


def _fields(option: str, value: str) -> tuple[str, ...]:
    names = (name.strip() for name in value.replace("，", ",").split(","))
    found = tuple(dict.fromkeys(filter(None, names)))
    if not found:
        raise usage_error(message("usage.needs-value", option=option))
    return found


def _list_selectable() -> Sequence[str]:
    from briefing.checks.manual import list_selectable

    return list_selectable()


def _codes(option: str, value: str) -> tuple[str, ...]:
    """Return the codes of problems that are named, of which one that ends in - means several."""
    from briefing.checks.manual import READ_ERRORS, codes_of

    found: list[str] = []
    for name in _fields(option, value):
        codes = codes_of(name)
        if not codes and name in READ_ERRORS:
            raise usage_error(message("usage.always-shown", option=option, code=name))
        if not codes:
            known = _list_selectable()
            wrong = message("usage.no-choice", option=option, value=name, hint=suggest(name, known))
            raise usage_error(wrong, message("hint.there-are", names=known))
        found += codes
    return tuple(found)


def _explained() -> Iterable[str]:
    from briefing.checks.manual import explain_codes

    return explain_codes()


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


def _styles() -> Iterable[str]:
    from briefing.citation.styles import STYLES

    return STYLES


_FORMAT = ("export", "--export", "-O", "--format")

EXPORT = _parameter(*_FORMAT, value="format", complete=completion.complete_formats)
OUTPUT = _parameter("output", "--output", "-o", value="file", read=_file_name)
ARTICLE = _parameter(
    "article",
    "--article",
    "-a",
    value="path",
    read=_file_name,
    complete=completion.complete_articles,
    many=True,
)
LANG = _parameter("lang", "--lang", value="language", **_choice(lambda: LANGUAGES))
NO_COLOR = _parameter("no_color", "--no-color")
NO_PAGER = _parameter("no_pager", "--no-pager")
TEMPLATE = _parameter("template", "--template", value="file", read=_file_name)
FIELDS = _parameter(
    "fields", "--fields", value="fields", read=_fields, complete=completion.complete_fields
)

SHARED = (EXPORT, OUTPUT, TEMPLATE, FIELDS, ARTICLE, LANG, NO_COLOR, NO_PAGER)
"""The options that every reading command has."""

ARTICLE_NAMES = set(ARTICLE.default.param_decls)
"""The names of the option that chooses the models."""

PROOF = (OUTPUT, ARTICLE, LANG)
"""The options that the command which makes a page of a text has from these."""

SHARED_NAMES = {name for one in SHARED for name in one.default.param_decls}
"""The names of these options."""

WORDS = _parameter("words", value="words", many=True)
SEARCH = _parameter("words", value="words", many=True, required=True)
NAMES = _parameter("names", value="names", complete=completion.complete_places, many=True)
RECORD = _parameter("name", value="id", complete=completion.complete_records, required=True)
PARAGRAPH = _parameter("number", value="paragraph", read=_paragraph, required=True)
CITED = _parameter("cited", value="id", complete=completion.complete_records, many=True)
MODELS = _parameter("models", value="models", read=_file_name, many=True)
TEXT = _parameter("text", value="text", read=_file_name, required=True)

CITY = _parameter("place", "--city", value="name", complete=completion.complete_places)
STAGE = _parameter("stage", "--stage", value="stage", **_word("stage", _stages))
SAID_BY = _parameter("said_by", "--said-by", value="name", complete=completion.complete_speakers)
FULL = _parameter("full", "--full")
EVERY = _parameter("every", "--all")
SINCE = _parameter("since", "--since", value="date", read=_since)
UNTIL = _parameter("until", "--until", value="date", read=_until)
UNIT = _parameter("unit", "--unit", value="unit", complete=completion.complete_units)
LEAST = _parameter("least", "--min", value="number", read=_number)
MOST = _parameter("most", "--max", value="number", read=_number)
STYLE = _parameter(
    "style", "--style", value="style", **_choice(_styles) | {"complete": completion.complete_styles}
)
ACCESSED = _parameter("accessed", "--accessed", value="date", read=_date)
DATE = _parameter("date", "--date", value="date", read=_date)
PUBLISHED = _parameter("date", "--date", value="date", read=_code)
SOURCE = _parameter("source", "--source", value="text", read=_file_name)
STRICT = _parameter("strict", "--strict")
NOTES = _parameter("notes", "--notes")
KEPT = _parameter("kept", "--from", value="file", read=_file_name)
FORCE = _parameter("force", "--force")
EXPLAIN = _parameter("explain", "--explain", value="code", **_choice(_explained))
FIX = _parameter("fix", "--fix")
UNSAFE = _parameter("unsafe_fixes", "--unsafe-fixes")
DIFF = _parameter("diff", "--diff")
_CODES: dict[str, Any] = {
    "value": "codes",
    "read": _codes,
    "complete": completion.complete_choices(_list_selectable),
    "many": True,
}
SELECT = _parameter("select", "--select", **_CODES)
IGNORE = _parameter("ignore", "--ignore", **_CODES)
DRAFT = _parameter("draft", value="draft", read=_file_name, required=True)
SOURCES = _parameter("source", "--source", value="text", read=_file_name, many=True)
VERIFY_FORMAT = _parameter(*_FORMAT, value="format", **_choice(lambda: VERIFY_FORMATS))
CHECK_FORMAT = _parameter(*_FORMAT, value="format", **_choice(lambda: CHECK_FORMATS))


def list_filters(name: str, *, every: bool = False, folds: bool = False) -> list[Parameter]:
    """Return the words and options that narrow and order a list, by the fields that it has.

    With ``every``, the list leaves something out unless it is asked for. One that ``folds`` gives a
    row to each record only where it is asked for in full.
    """
    from briefing.model.periods import TIME_FIELDS
    from briefing.shelf.listed import KINDS, describe_list

    of = describe_list(name)
    narrowing = (  # the options, and the fields of which the records of a list must have one
        (CITY, ("places", "about")),
        (STAGE, ("stage",)),
        (SAID_BY, ("said_by",)),
        (SINCE, TIME_FIELDS),
        (UNTIL, TIME_FIELDS),
        (UNIT, ("value",)),
        (LEAST, ("value",)),
        (MOST, ("value",)),
    )
    takes = [WORDS, *(one for one, needs in narrowing if not of.fields.isdisjoint(needs))]
    if not of.fields.isdisjoint(KINDS):
        takes.insert(2, _parameter("kind", "--kind", value="kind", **_kind(of)))
    if every:
        takes.append(EVERY)
    if folds:
        takes.append(FULL)
    return [*takes, _parameter("sort", "--sort", value="order", **_word("order", of.orders))]


def _kind(of: "Listed") -> dict[str, Any]:
    """Return how a kind is read and completed; what is no kind of records is told of later."""
    if of.words != "label":
        return _word(of.words, of.kinds)

    def read(_: str, value: str) -> str:
        from briefing.words.catalogue import value_named

        return value_named(value, of.words, of.kinds())

    return {"read": read, "complete": completion.complete_kinds}
