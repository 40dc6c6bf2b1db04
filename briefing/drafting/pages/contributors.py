"""Those who contribute to what the reporters of a paper write, as bylines name them."""

import re
from collections.abc import Iterator

from briefing.drafting.pages.bylines import (
    AFTER_NAMES,
    HAN,
    IN_BRACKETS,
    LINE,
    are_surely_names,
    split_names,
)
from briefing.drafting.pages.roles import ROLES, contributes, split_roles
from briefing.names.people import Mention

_SIGNED = re.compile(
    "(?:^|[。！？”?）)]\\s*)[（(]?(?:[\u4e00-\u9fff]{2,4}[、 \u3000])*$|[（(][\u4e00-\u9fff]{2,4}$"
)
_SIGNATURE = re.compile("[^，。；：！？（）()]{0,9}[）)]?\\s*$")
"""What stands before and behind the name of somebody who signs an article."""
_PICTURED = re.compile("\\s*(?:摄|供图)(?![像制入])")
"""What stands behind the name of somebody who took a picture."""
_SLASHED = re.compile("记者[/／]$")
_NEAR = 8
_FURTHEST = 200
"""No names of those who sign together go so far before the last of them."""
_TOOK = re.compile(
    f"(?:^|(?<=[。！？”）)\\d\\s　]))(?P<names>[{HAN}]{{2,4}}(?:[\\s　、]+[{HAN}]{{2,4}}){{0,3}})"
    "[\\s　]*摄(?![影像制入氏于])"
)
"""Those who took a picture, with nothing else before them in a caption."""
_OF_ROLE = re.compile(f"{ROLES}[\\s　:：]*$")


def is_signed(text: str, one: Mention) -> bool:
    """Return whether a name is that of somebody who signs a text or one of its pictures."""
    if _PICTURED.match(text, one.end) or _SLASHED.search(
        text, max(0, one.start - _NEAR), one.start
    ):
        return True
    if not _SIGNATURE.match(text, one.end):
        return False
    signed = _SIGNED.search(text, max(0, one.start - _FURTHEST), one.start)
    return signed is not None and signed.start() > 0


def find_contributors(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield those who contribute to what reporters of a paper write, where a byline names them.

    The offset of each name stands with the role and the name. Who took a picture has no role.

    >>> list(find_contributors("甲县开工。（记者 林文山 通讯员 赵立）"))
    [(17, '通讯员', '赵立')]
    >>> list(find_contributors("果农在摘桃。林文山 赵立 摄"))
    [(6, '', '林文山'), (10, '', '赵立')]
    """
    bylines = [(one.start(1), one[1]) for one in IN_BRACKETS.finditer(text)]
    if line := LINE.match(text):
        bylines = [(0, line[0])]
    for start, byline in bylines:
        _, pieces = split_roles(byline)
        at = start + len(byline) - sum(len(role) + len(piece) for role, piece in pieces)
        for role, piece in pieces:
            at += len(role)
            if contributes(role):
                for name in split_names(AFTER_NAMES.sub("", piece.strip("（(）)】 \u3000"))):
                    found = text.find(name, at, at + len(piece))
                    if found >= 0:  # a name may be spaced out
                        yield found, role.strip(" \xa0\u3000:："), name
            at += len(piece)
    yield from _find_photographers(text)


def _find_photographers(text: str) -> Iterator[tuple[int, str, str]]:
    for match in _TOOK.finditer(text):
        is_reporter = _OF_ROLE.search(text, max(0, match.start() - _NEAR), match.start())
        if not is_reporter and are_surely_names(match["names"]):
            for name in split_names(match["names"]):
                found = text.find(name, match.start("names"), match.end("names"))
                if found >= 0:
                    yield found, "", name
