"""Texts of any encoding that Chinese texts come in, found out from their bytes."""

import codecs
import re
from typing import NamedTuple

from briefing.model.reading import refuse
from briefing.model.textkind import find_encoding
from briefing.problem import message

LOST = "\ufffd"
"""What stands in a text for bytes that are no character."""
_DECLARED = re.compile(rb"""(?i)<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]+)""")
_HEAD = 20_000
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "big5": "big5hkscs"}
"""The encodings that have all characters of another one, and more, which texts in it often have."""
_MOST_LOST = 20
"""A text in which one of so many characters is lost is in another encoding, or no text."""


class Decoded(NamedTuple):
    """A text, the encoding that it was in, as Python names it, and how many characters are lost."""

    text: str
    encoding: str
    lost: int


def decode_any(content: bytes, file: str) -> Decoded:
    """Return content as a text without its byte order mark; ``file`` is its name, for messages.

    The encoding is UTF-8, UTF-16, UTF-32, GB18030, Big5 or Shift JIS, as its bytes tell, or what a
    web page declares. Raises :class:`ModelError` where it is none of these.
    """
    found = find_encoding(content)
    for name in (found, None if found else _find_declared(content)):
        if name is None:
            continue
        text = content.decode(name, "replace").removeprefix("\ufeff")
        lost = text.count(LOST)
        if lost * _MOST_LOST <= len(text) and "\0" not in text:
            return Decoded(text, name, lost)
    binary = b"\0" in content[:_HEAD]
    known = message("encoding.binary" if binary else "encoding.unknown")
    raise refuse(file, message("not-known-encoding", known=known))


def _find_declared(content: bytes) -> str | None:
    """Return the encoding that a web page says it is in, if Python knows it."""
    declared = _DECLARED.search(content[:_HEAD])
    if declared is None:
        return None
    name = declared[1].decode("ascii", "replace").lower()
    try:
        return _WIDER.get(name) or codecs.lookup(name).name
    except LookupError:
        return None
