"""Plain data to YAML text, which is read as a model again."""

from typing import Any

import yaml

from briefing.limits import MODEL_MEBIBYTES

_Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_TEXT = yaml.resolver.BaseResolver.DEFAULT_SCALAR_TAG
_UNBROKEN = 2**31 - 1
"""A width at which no line is broken."""
_INDENTED = 12
"""About what a line of a block costs: the blanks before it."""


def dump(data: Any) -> str:
    """Return ``data`` as YAML text, in its own order, with Chinese characters unescaped.

    What would be longer than a model may be is written as shortly as it can be.
    """
    text: str = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)
    if len(text.encode()) > MODEL_MEBIBYTES * 2**20:
        text = yaml.dump(
            data, Dumper=_ShortDumper, allow_unicode=True, sort_keys=False, width=_UNBROKEN
        )
    return text


class _ShortDumper(_Dumper):  # type: ignore[misc, valid-type]  # it is found at run time
    """Writes a text as a block where its marks would be doubled between quotation marks."""


def _represent_shortly(dumper: Any, text: str) -> Any:
    lines = text.count("\n") + 1
    doubled = sum(map(text.count, "'\"\\"))
    style = "|" if doubled > _INDENTED * lines else None if lines == 1 else '"'
    return dumper.represent_scalar(_TEXT, text, style=style)


_ShortDumper.add_representer(str, _represent_shortly)
