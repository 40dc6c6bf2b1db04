"""Those who contribute to what the reporters of a paper write, as bylines name them."""

from collections.abc import Iterator

from briefing.drafting.pages.bylines import AFTER_NAMES, IN_BRACKETS, LINE, split_names
from briefing.drafting.pages.roles import contributes, split_roles


def find_contributors(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield those who contribute to what reporters of a paper write, where a byline names them.

    The offset of each name stands with the role and the name.

    >>> list(find_contributors("甲县开工。（记者 林文山 通讯员 赵立）"))
    [(17, '通讯员', '赵立')]
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
