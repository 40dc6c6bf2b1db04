"""The web page in a file to which a browser saved it together with its pictures (.mhtml)."""

from email import message_from_bytes
from email.message import Message

from briefing.model.reading import refuse
from briefing.problem import message


def read_mhtml(content: bytes, file: str) -> bytes:
    """Return the bytes of the page itself; ``file`` is the name of the file, for messages.

    Raises :class:`ModelError` where there is no page in it.
    """
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
