"""The web page in a file to which a browser saved it together with its pictures (.mhtml)."""

import re
from email import message_from_bytes
from email.message import Message

from briefing.model.reading import refuse
from briefing.problem import message

_PARTS = re.compile(rb"(?im)^content-type:\s{0,9}multipart/")
_MOST_PARTS = 20
"""A browser writes one part that holds parts, and a program for letters a few."""


def read_mhtml(content: bytes, file: str) -> bytes:
    """Return the bytes of the page itself; ``file`` is the name of the file, for messages.

    Raises :class:`ModelError` where there is no page in it, and where its parts are nested deeper
    than any browser does it, since each line is held against the boundaries of all of them.
    """
    if len(_PARTS.findall(content)) > _MOST_PARTS:
        raise refuse(file, message("too-deep.archive"))
    for part in message_from_bytes(content).walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            return _decode(part)
    raise refuse(file, message("no-document.page"))


def _decode(part: Message) -> bytes:
    """Return the content of a part; a page that declares no encoding gets that of its part."""
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)  # only a part that holds parts has no content of its own
    charset = part.get_content_charset()
    if charset is None or b"charset" in content[:20_000].lower():
        return content
    return f'<meta charset="{charset}">'.encode("ascii", "replace") + content
