"""Links to words on the page that an article is from, by their text fragment.

A text fragment (WICG, https://wicg.github.io/scroll-to-text-fragment/) is the text itself behind
``#:~:text=``; a browser that knows it scrolls to the words and marks them.
"""

from urllib.parse import quote


def link_to_words(address: str, words: str) -> str:
    """Return the address of a page with a fragment that leads to some words on it.

    A hyphen, which ends a prefix in a text fragment, is escaped like all that is not plain text.

    >>> link_to_words("https://example.org/a", "12-13项")
    'https://example.org/a#:~:text=12%2D13%E9%A1%B9'
    """
    written = quote(words, safe="").replace("-", "%2D")
    return f"{address}{'' if '#' in address else '#'}:~:text={written}"
