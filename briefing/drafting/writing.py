"""A model as YAML, in the layout that people keep: short parts on one line, comments above."""

import re
from collections.abc import Callable, Mapping
from typing import Any

_PLAIN = re.compile(
    "(?![-?:,\\[\\]{}#&*!|>'\"%@`~\\s=<])[^:#,\\[\\]{}\"'\\\\\t\n\r\x00-\x1f\x7f\u0085\u2028\u2029\ufeff]+(?<!\\s)"
)
_MOMENT = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{5,8}[-+][0-9]{2}:[0-9]{2}")
_OTHER_TYPE = re.compile(
    "null|true|false|yes|no|on|off|(?![12][0-9]{3}$)[-+]?[0-9][0-9._]*", re.IGNORECASE
)
"""What other readers of YAML than ours take for something else than a text, but for years."""
_WIDE = re.compile("[^\x00-\u2e7f]")
"""A character that takes two cells of a terminal."""
_WIDEST = 100

Comments = Callable[[str], list[str]]


def write_model(data: Mapping[str, Any], head: list[str], comment: Comments) -> str:
    """Return plain data as the text of a model.

    ``head`` are the first lines, and ``comment`` returns the comments above a section. Texts,
    numbers, truth values, lists and mappings are written; keys are in the order of the data.
    """
    lines = [f"# {line}".rstrip() for line in head]
    for section, held in data.items():
        lines.append("")
        lines += [f"# {line}" for line in comment(section)]
        lines += _write_entry(section, held, "")
    return "\n".join(lines) + "\n"


def wrap(text: str) -> list[str]:
    """Return a comment as lines that are no wider than a model is; Chinese breaks anywhere."""
    lines, line = [], ""
    for piece in re.findall("[^ \u2e80-\uffff]+ ?|[\u2e80-\uffff][，。；：、！？）”》]*| ", text):
        if line and _width(line + piece.rstrip()) > _WIDEST - 2:
            lines.append(line.rstrip())
            line = ""
        line += piece
    return [*lines, line.rstrip()] if line.strip() else lines


def write_records(records: list[Any], indent: str) -> list[str]:
    """Return the lines of the records of a section, each of which begins with a dash."""
    return [line for one in records for line in _write_item(one, indent)]


def _write_entry(key: str, value: Any, indent: str) -> list[str]:
    """Return the lines of one key and its value.

    Only what may stand on one line is tried as one, so that no text is written once a level.
    """
    is_simple = not isinstance(value, Mapping | list)
    if is_simple or _is_short(value):
        flow = f"{indent}{key}: {write_flow(value)}"
        if is_simple or _width(flow) <= _WIDEST:
            return [flow]
    inner = f"{indent}  "
    if isinstance(value, Mapping):
        return [f"{indent}{key}:", *_write_fields(value, inner)]
    return [f"{indent}{key}:", *(line for one in value for line in _write_item(one, inner))]


def _write_fields(fields: Mapping[str, Any], indent: str) -> list[str]:
    return [line for key, value in fields.items() for line in _write_entry(key, value, indent)]


def _write_item(value: Any, indent: str) -> list[str]:
    """Return the lines of an item of a list: on one line if it is short and has no id."""
    is_simple = not isinstance(value, Mapping)
    if is_simple or _is_short(value):
        flow = f"{indent}- {write_flow(value)}"
        if is_simple or _width(flow) <= _WIDEST:
            return [flow]
    first, *rest = _write_fields(value, f"{indent}  ")
    return [f"{indent}- {first.lstrip()}", *rest]


def _is_short(value: Any) -> bool:
    """Return whether a value may stand on one line: it holds no list of mappings with lists."""
    if isinstance(value, list):
        return all(
            not isinstance(one, Mapping) or (_is_short(one) and "id" not in one) for one in value
        )
    if isinstance(value, Mapping):
        return "id" not in value and not any(isinstance(one, list) for one in value.values())
    return True


def write_flow(value: Any) -> str:
    """Return a value on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {write_flow(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(write_flow, value)) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return _number(value)
    return write_text(str(value))


def _number(value: float) -> str:
    if isinstance(value, float) and (value.is_integer() or "e" in repr(value)):
        return f"{value:f}".rstrip("0").rstrip(".")
    return repr(value)


def write_text(text: str) -> str:
    """Return a text as it may stand anywhere in YAML: plain, or between quotation marks.

    >>> write_text("近30亿元"), write_text("a: b"), write_text("30%")
    ('近30亿元', '"a: b"', '30%')
    """
    if _MOMENT.fullmatch(text):
        return text
    if _PLAIN.fullmatch(text) and not _OTHER_TYPE.fullmatch(text):
        return text
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + re.sub("[\x00-\x1f\x7f\x85\u2028\u2029\ufeff]", _escape, escaped) + '"'


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def _width(line: str) -> int:
    return len(line) + len(_WIDE.findall(line))
