"""What a browser does not show of a web page."""

UNREAD_OF_RUBY = frozenset(["rt", "rp", "rtc"])
"""How characters are read, which stands above them, and not between them."""


def is_hidden(style: str | None, *, hidden: bool) -> bool:
    """Return whether an element of a style, if it has one, or with ``hidden`` is not shown."""
    return hidden or "display:none" in "".join((style or "").split()).lower()
