"""Elements of a page, of a type that keeps text and markup apart.

Markup is a :class:`markupsafe.Markup`; every other string is text and is escaped where it becomes
part of an element. What takes only markup does not take text: a type checker reports it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from markupsafe import Markup, escape

EMPTY = Markup()
SPACE = Markup(" ")
_SPECIAL = re.compile("[&<>'\"]")
_VOID = {"input", "link", "meta"}
_UNQUOTED = re.compile(r"[\w.#/-]*[\w.#-]", re.ASCII)


def element(tag: str, /, *content: str, **attributes: str | int | bool | None) -> Markup:
    """Return an element with its content, of which text is escaped.

    An attribute that is a word of Python has an underscore behind it, and other underscores stand
    for hyphens. An attribute that is ``True`` has no value; one that is ``None`` or ``False`` is
    left out.

    >>> print(element("a", "1 < 2", href="#p1", class_="mark", data_at=3))
    <a href=#p1 class=mark data-at=3>1 &lt; 2</a>
    """
    begin = _begin(tag, attributes)
    if tag in _VOID:
        return _mark(begin)
    inner = "".join([one if type(one) is Markup else _escape(one) for one in content])
    return _mark(f"{begin}{inner}</{tag}>")


def enclose(
    tag: str, content: Iterable[Markup], /, **attributes: str | int | bool | None
) -> Iterator[Markup]:
    """Yield an element piece by piece, so that a long one is never whole in memory.

    >>> print(*enclose("ul", [element("li", "1 < 2"), element("li", "3")], class_="lines"))
    <ul class=lines> <li>1 &lt; 2</li> <li>3</li> </ul>
    """
    yield _mark(_begin(tag, attributes))
    yield from content
    yield _mark(f"</{tag}>")


def _begin(tag: str, attributes: Mapping[str, str | int | bool | None]) -> str:
    return f"<{tag}{''.join([_attribute(key, value) for key, value in attributes.items()])}>"


def _mark(text: str) -> Markup:
    """Return a text as the markup that it is; a page has hundreds of thousands of pieces."""
    return str.__new__(Markup, text)


def _escape(text: str) -> str:
    """Return a text, or markup of another type, as markup."""
    return str(escape(text)) if type(text) is not str or _SPECIAL.search(text) else text


def join(parts: Iterable[Markup], between: Markup = EMPTY) -> Markup:
    """Return pieces of markup one after another; those that are empty are left out."""
    return _mark(str.join(between, [part for part in parts if part]))


def _attribute(name: str, value: str | int | bool | None) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return f" {_written(name)}"
    # Most values need no quotation marks, which are a tenth of a page.
    text = str(value)
    if _UNQUOTED.fullmatch(text):
        return f" {_written(name)}={text}"
    return f' {_written(name)}="{_escape(text)}"'


@cache
def _written(name: str) -> str:
    return name.rstrip("_").replace("_", "-")
