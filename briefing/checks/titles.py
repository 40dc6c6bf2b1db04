"""The posts that a Chinese text tells right beside the names of people."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from briefing.names.gazetteer import longest_place
from briefing.names.tables import alternatives, words

_KINDS = ("post", "office", "style")
"""The words for posts."""
_LONGEST = 60
"""A post with the body that it is in, and others in a list before it, has fewer characters."""
_MARK = re.compile("[，。；：！？“”《》\n]")
_JOINT = re.compile("(?:[（(][^（）()]{1,24}[）)])?(?:[、 \u3000]|和|与|及|以及|同)")
"""What stands between two names of a list, who have the post before the first one in common."""
_JOINS = re.compile("^[、 \u3000和与及兼同]+")
"""What joins a post to the one before it."""
_BESIDE = " \u3000”"
_TAKES = re.compile(
    "(?:同志|先生|女士)?(?:[（(]|，?(?:现任|时任|担任|兼任)|[是系任为]|担任|当选为?|出任|就任|接任|升任|调任"
    "|不再担任|辞去|卸任|的(?=[^，。；]{2,20}职务))"
)
"""What stands between a name and the posts that follow it as its own."""
_RELIEVED = re.compile("免去?[其他她]的?(?P<held>[^，。；]{2,30}?)职务")
"""What tells behind a name from which posts its holder was taken."""
_CLOSES = re.compile("[，。；：！？“”）)\n]")
_SENTENCE_END = re.compile("[。；！？\n]")
_DEPUTY = re.compile("(?<![大二三])副|助理|次长|常务")
_ACTING = re.compile("代理?(?!表|言)")
_FORMER = re.compile("原|前(?!线|锋|沿|台)|时任")
_SAME = {"支书": "书记", "村支书": "书记"}
_BEFORE_FORMER = re.compile("^$|[省市县区州旗局厅委院司部行会校团司]$")


class Title(NamedTuple):
    """A post that is told beside a name: the word for it with its rank, as 副局长.

    ``is_former`` tells that it is one of a time that is over, and ``body`` are the words before it,
    which name what the post is in, if they name anything.
    """

    word: str
    is_former: bool
    body: str = ""

    @property
    def rank(self) -> tuple[bool, bool]:
        """Whether the post is that of a deputy, and whether it is held for somebody else."""
        return bool(_DEPUTY.search(self.word)), bool(_ACTING.match(self.word))


class Named(NamedTuple):
    """A person's name at two offsets of a text."""

    start: int
    end: int


def find_titles(text: str, named: Sequence[Named]) -> list[list[Title]]:
    """Return the posts beside each of the people who are named in a text, who stand in order.

    >>> text = "市委副书记、代市长王某和副县长李某、赵某到场"
    >>> named = [Named(at, at + 2) for at in map(text.index, ("王某", "李某", "赵某"))]
    >>> [[one.word for one in held] for held in find_titles(text, named)]
    [['副书记', '代市长'], ['副县长'], ['副县长']]
    """
    found: list[list[Title]] = []
    for index, one in enumerate(named):
        floor = named[index - 1].end if index else 0
        before = _read_before(text, floor, one.start)
        if not before and found and _JOINT.fullmatch(text, floor, one.start):
            before = found[-1]
        behind = named[index + 1].start if index + 1 < len(named) else len(text)
        found.append([*before, *_read_behind(text, one.end, behind)])
    return found


def read_titles(text: str) -> list[Title]:
    """Return the posts that some words for posts tell."""
    return list(_titles_in(text, 0, len(text)))


def strip_rank(word: str) -> str:
    """Return the word for a post without its rank.

    >>> strip_rank("常务副县长"), strip_rank("村支书")
    ('县长', '书记')
    """
    for rank in ("代理", "常务", "助理", "执行", "第一", "副", "代", "原", "前"):
        word = word.removeprefix(rank)
    word = re.sub("^(?:常务|执行|第一)?副", "", word)
    return _SAME.get(word, word)


def _read_before(text: str, floor: int, end: int) -> list[Title]:
    """Return the posts in the words that end before a name with a post."""
    first = max(floor, end - _LONGEST)
    marks = [one.end() for one in _MARK.finditer(text, first, end)]
    first = marks[-1] if marks else first
    piece = text[first:end].rstrip(_BESIDE)
    if piece.endswith(("（代）", "(代)")):
        piece = piece[:-3]
    held = list(_titles_in(piece, 0, len(piece)))
    return held if held and _ends_with_title(piece) else []


def _ends_with_title(piece: str) -> bool:
    return any(one.end() == len(piece) for one in _words().finditer(piece))


def _read_behind(text: str, start: int, stop: int) -> Iterator[Title]:
    """Yield the posts behind a name: those that style it, or that its holder is said to have."""
    styled = _words().match(text, start)
    if styled and _is_post(styled[0]):
        yield Title(styled[0], is_former=False)
    elif takes := _TAKES.match(text, start):
        last = min(stop, takes.end() + _LONGEST)
        closes = _CLOSES.search(text, takes.end(), last)
        yield from _titles_in(text, takes.end(), closes.start() if closes else last)
    ends = _SENTENCE_END.search(text, start, stop)
    for one in _RELIEVED.finditer(text, start, ends.start() if ends else stop):
        yield from _titles_in(text, *one.span("held"))


def _titles_in(text: str, start: int, end: int) -> Iterator[Title]:
    was = _is_former(text[start:end])
    behind = start
    for one in _words().finditer(text, start, end):
        if _is_post(one[0]):
            body = text[behind : one.start()]
            yield Title(one[0], was or bool(_FORMER.match(one[0])), body)
            behind = one.end()


def _is_post(word: str) -> bool:
    """Return whether a word is for a post, and not only for who somebody is, as 先生 or 选手."""
    return word not in words("no-office") and word not in words("crowd")


def _is_former(before: str) -> bool:
    """Return whether the words for a post have 原 or the like, in no name of a place."""
    return any(
        _BEFORE_FORMER.search(before[: one.start()]) and not longest_place(before, one.start())
        for one in _FORMER.finditer(before)
    )


@cache
def _words() -> re.Pattern[str]:
    return re.compile(
        f"(?:{alternatives('modifier')})*(?:(?:项目|客户|产品)经理|{alternatives(*_KINDS)})"
        "(?!助理|会议|办公|处|会(?![长员]))"
    )


def list_words(titles: Iterable[Title]) -> str:
    """Return posts as a message names them."""
    told = (f"{_JOINS.sub('', one.body)}{one.word}" for one in titles)
    return "、".join(dict.fromkeys(told))
