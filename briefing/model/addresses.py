"""The addresses of pages."""

from urllib.parse import urlsplit


def is_of_the_web(address: str) -> bool:
    """Return whether an address is one that a reader can follow to a page.

    >>> [is_of_the_web(one) for one in ("https://example.org/a", "javascript:x", "https:x", "a.cn")]
    [True, False, False, False]
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)
