"""What an assistant may ask a tool: the parameters, their JSON Schema, and how they are read."""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, get_args

from briefing.citation.styles import STYLES
from briefing.document import Lang
from briefing.model.choices import Stage
from briefing.model.periods import Days, days_of, read_date
from briefing.model.sections import SECTIONS
from briefing.problem import BriefingError, Message, Status, message, suggest
from briefing.serving.items import Language
from briefing.shelf.filtering import Filter
from briefing.shelf.listed import list_known_kinds
from briefing.words.catalogue import texts, value_named

Asked = Mapping[str, Any]
"""The arguments of a call, by the names of the parameters."""

_TYPES: dict[str, tuple[tuple[type, ...], str]] = {
    "string": ((str,), "tool.no-string"),
    "number": ((int, float), "tool.no-number"),
    "boolean": ((bool,), "tool.no-boolean"),
}
"""The types of JSON Schema: those of Python, and the message where a value has another one."""


class Parameter(NamedTuple):
    """A parameter of a tool: its type in JSON Schema, and the values that it may have, if few.

    What it means is said in the catalogue under ``argument.NAME``.
    """

    name: str
    type: str = "string"
    choices: Callable[[], Sequence[str]] = tuple
    required: bool = False

    def schema(self, lang: Lang) -> dict[str, Any]:
        """Return the JSON Schema of the parameter, in the language of the server."""
        described = texts(f"argument.{self.name}")[0 if lang == "zh" else 1]
        chosen = {"enum": list(self.choices())} if self.choices() else {}
        return {"type": self.type, "description": described, **chosen}


def _record_sections() -> list[str]:
    return [one.name for one in SECTIONS.values() if one.has_records]


WORDS = Parameter("words")
SECTION = Parameter("section", choices=_record_sections)
STAGE = Parameter("stage", choices=lambda: get_args(Stage))
FILTERS = (
    *(Parameter("city"), Parameter("kind"), STAGE, Parameter("said_by")),
    *(Parameter("since"), Parameter("until")),
)
BOUNDS = (Parameter("unit"), Parameter("min", "number"), Parameter("max", "number"))
EVERY = Parameter("all", "boolean")
NAME = Parameter("id", required=True)
CITED = Parameter("cited")
STYLE = Parameter("style", choices=lambda: list(STYLES))
MODEL = Parameter("model")
SOURCE = Parameter("source")
MEMO = Parameter("memo", required=True)
COMMON = (Parameter("lang", choices=lambda: get_args(Language)), Parameter("cursor"))
"""The parameters that every tool has."""


def refuse(wrong: Message, *hints: Message) -> BriefingError:
    """Return the error that a question cannot be answered as it is asked."""
    return BriefingError(wrong, *hints, status=Status.USAGE)


def check_arguments(parameters: Sequence[Parameter], asked: Asked) -> None:
    """Raise :class:`BriefingError` where arguments are not those that a tool takes."""
    known = {one.name: one for one in parameters}
    for name, value in asked.items():
        if name not in known:
            hint = suggest(name, known)
            raise refuse(
                message("tool.no-argument", name=name, hint=hint),
                message("hint.there-are", names=list(known)),
            )
        kinds, wrong = _TYPES[known[name].type]
        is_other = isinstance(value, bool) and bool not in kinds
        is_endless = isinstance(value, float) and not math.isfinite(value)
        if not isinstance(value, kinds) or is_other or is_endless:
            raise refuse(message(wrong, name=name))
        choices = known[name].choices()
        if choices and value not in choices:
            raise refuse(
                message("usage.no-choice", option=name, value=value, hint=None),
                message("hint.there-are", names=list(choices)),
            )
    for name, one in known.items():
        if one.required and not str(asked.get(name, "")).strip():
            raise refuse(message("tool.needs", name=name))


def read_filter(asked: Asked, sections: Sequence[str]) -> Filter:
    """Return the conditions that the arguments set for records of some sections.

    Raises :class:`BriefingError` for a time that cannot be read.
    """
    kind, since, until = asked.get("kind"), _read_days(asked, "since"), _read_days(asked, "until")
    return Filter(
        words=asked.get("words", "").split(),
        place=asked.get("city"),
        kind=kind and value_named(kind, "label", list_known_kinds(sections)),
        stage=asked.get("stage"),
        said_by=asked.get("said_by"),
        since=since and since.first,
        until=until and until.last,
        unit=asked.get("unit"),
        least=asked.get("min"),
        most=asked.get("max"),
        every=asked.get("all", False),
    )


def _read_days(asked: Asked, name: str) -> Days | None:
    if name not in asked:
        return None
    date = read_date(asked[name])
    if date is None:
        raise refuse(message("usage.no-time", option=name, value=asked[name]))
    return days_of(date)
