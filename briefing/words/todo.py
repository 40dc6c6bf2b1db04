"""What a draft leaves to do, told in the language of its reader.

A model keeps it as a text, in the language in which the draft was made. A text that is in the words
of a draft is taken for the message that it was; what a person wrote stays as it is.
"""

import re
from collections.abc import Iterator
from functools import cache

from briefing.problem import Message
from briefing.words.catalogue import catalogue

_LONGEST = 500
"""The characters of what a draft leaves to do; a longer text is a person's."""
_KEYS = "draft.todo."
_LIST = re.compile("、|, ")


def read_todo(text: str) -> Message | None:
    """Return what a draft leaves to do as a message, or nothing for what is in other words.

    >>> read_todo("check the pinyin of 王单, which has characters with several readings").values
    {'name': '王单'}
    """
    if len(text) > _LONGEST:
        return None
    for key, pattern in _patterns():
        if found := pattern.fullmatch(text):
            values = found.groupdict()
            listed = {
                name: _LIST.split(values[name]) for name in ("numbers", "names") if name in values
            }
            return Message(key, values | listed)
    return None


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    return [
        (key, pattern)
        for key, texts in catalogue().items()
        if key.startswith(_KEYS)
        for pattern in map(_compile, texts)
    ]


def _compile(text: str) -> re.Pattern[str]:
    return re.compile("".join(_parts(text)))


def _parts(text: str) -> Iterator[str]:
    for at, part in enumerate(re.split(r"\{(\w+)\}", text)):
        yield f"(?P<{part}>.+)" if at % 2 else re.escape(part)
