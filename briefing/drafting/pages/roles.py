"""The roles of those who write the news, before their names: 记者 甲某 通讯员 乙某."""

import re
from collections.abc import Iterable, Sequence

ROLES = "(?:记者|記者|通讯员|通訊員|实习生|特派员|作者|评论员|撰稿人)"
_ROLE = re.compile(rf"[^\s　、,，]*?{ROLES}[\s　:：]*")
_OWN_ROLE = re.compile(f"(?:本[报刊网台]|特约|见习|实习|首席|全媒体|融媒体)*{ROLES}")
"""A role without the name that may stand before it."""
_CONTRIBUTES = re.compile("通讯员|通訊員|实习生")
"""The roles of those who are no reporters of the paper, but contribute to what these write."""


def contributes(role: str) -> bool:
    """Return whether a role is that of somebody who only contributes to what reporters write."""
    return bool(_CONTRIBUTES.search(role))


def split_roles(text: str) -> tuple[str, list[tuple[str, str]]]:
    """Return what stands before the first role in a text, and each role with what is behind it.

    >>> split_roles("本报记者 林文山 通讯员赵立")
    ('', [('本报记者 ', '林文山 '), ('通讯员', '赵立')])
    >>> split_roles("首席记者林文山通讯员赵立")
    ('', [('首席记者', '林文山'), ('通讯员', '赵立')])
    """
    roles = [role.span() for role in _ROLE.finditer(text)]
    for at in range(1, len(roles)):  # what stands between two roles without a blank is a name
        (_, before), (start, end) = roles[at - 1 : at + 1]
        own = _OWN_ROLE.search(text, start, end)
        if own and start == before:
            roles[at] = own.span()
    ends = [*(start for start, _ in roles), len(text)]
    behind = zip(roles, ends[1:], strict=True)
    return text[: ends[0]], [(text[slice(*role)], text[role[1] : end]) for role, end in behind]


def keep_reporters(named: Iterable[tuple[str, Sequence[str]]]) -> list[str]:
    """Return the names of those who are reporters by their role, or of all where none is.

    >>> keep_reporters([("记者", ["林文山"]), ("通讯员", ["赵立"])])
    ['林文山']
    >>> keep_reporters([("通讯员", ["赵立"])])
    ['赵立']
    """
    told = list(named)
    own = [name for role, names in told if not contributes(role) for name in names]
    return list(dict.fromkeys(own or [name for _, names in told for name in names]))
