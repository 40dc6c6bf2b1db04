"""Links to words on the page that an article is from, by their text fragment.

A text fragment (WICG, https://wicg.github.io/scroll-to-text-fragment/) is the text itself behind
``#:~:text=``; a browser that knows it scrolls to the words and marks them.
"""

from collections.abc import Sequence
from urllib.parse import quote

from briefing.document import Links, Proof, marks, paragraphs
from briefing.model.addresses import is_of_the_web

_KEPT = ":/?#[]@!$&'*+,;=%~"
"""What stays as it is in the address of a page; brackets and blanks do not."""


def link_to_words(address: str | None, words: str) -> str | None:
    """Return the address of a page with a fragment that leads to some words on it.

    Nothing is returned for an address that is not one of the web. A hyphen, which ends a prefix in
    a text fragment, is escaped like all that is not plain text.

    >>> link_to_words("https://example.org/a", "12-13项")
    'https://example.org/a#:~:text=12%2D13%E9%A1%B9'
    """
    if address is None or not is_of_the_web(address):
        return None
    written = quote(words, safe="").replace("-", "%2D")
    page = quote(address, safe=_KEPT)
    return f"{page}{'' if '#' in page else '#'}:~:text={written}"


def link_marks(evidence: Sequence[Proof], links: Links | None) -> list[tuple[str, str | None]]:
    """Return the marks of some paragraphs, each with the address of the first words cited there.

    Paragraphs in a row that have an address are marks of their own, as each leads elsewhere.
    """
    name = links.home(evidence[0]) if links and evidence else None
    address = links.articles[name].address if links and name else None
    if address is None or not is_of_the_web(address):
        return [(run, None) for run in marks(paragraphs(evidence)).split()]
    first = {proof.paragraph: proof.anchor for proof in reversed(evidence)}
    return [(f"¶{number}", link_to_words(address, first[number])) for number in sorted(first)]
