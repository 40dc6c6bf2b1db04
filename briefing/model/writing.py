"""A model as plain data that is read as the same model: without what is empty or what follows.

What is read again has no more values than it had, so that a model as large as may be can be
exported and read.
"""

from functools import cache
from typing import Any

import msgspec

from briefing.model.article import Article
from briefing.model.handing import take_back
from briefing.model.parts import Handed, Part
from briefing.model.records import LAST_FIELDS, Record
from briefing.model.yamlfile import VERSION


def write_model(article: Article) -> dict[str, Any]:
    """Return an article as its YAML has it, without what may be left out there."""
    return _write(article, {})


def _write(part: Part, changed: dict[str, Any]) -> dict[str, Any]:
    """Return the fields of a part that are not as they are where they are left out.

    Some have ``changed`` values.
    """
    handed, implied = part.handed_down, part.implied
    fields = {}
    for name, default in defaults_of(type(part)).items():
        value = changed[name] if name in changed else getattr(part, name)
        if value != implied.get(name, default):
            fields[name] = _plain(value, part, handed.get(name, {}))
    if isinstance(part, Record):
        for last in LAST_FIELDS:
            if last in fields:
                fields[last] = fields.pop(last)
    return fields


def _plain(value: Any, holder: Part, handed: Handed) -> Any:
    """Return what a field holds as plain data, parts of which have values from their holder."""
    if isinstance(value, Part):
        return _write(value, {})
    if isinstance(value, tuple) and value and isinstance(value[0], Part):
        return [_write(one, take_back(holder, one, handed)) for one in value]
    return msgspec.to_builtins(value)


@cache
def defaults_of(kind: type[msgspec.Struct]) -> dict[str, Any]:
    """Return the values that the fields of a type have where they are left out, in order.

    What is always written has ``NODEFAULT``, and so has the version: it tells later tools how to
    read the model.
    """
    fields = {one.name: one.default for one in msgspec.structs.fields(kind)}
    return fields | ({VERSION: msgspec.NODEFAULT} if VERSION in fields else {})
