"""The rule on posts: each is that of its holder."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from typing import NamedTuple

from briefing.checks.context import ProofContext
from briefing.checks.marks import find_marks
from briefing.checks.naming import comparable, names_of
from briefing.checks.registry import source_rule
from briefing.checks.spans import Words, find_all
from briefing.model.article import Article
from briefing.model.records import Organisation, Person
from briefing.names.joints import JOINT
from briefing.problem import Finding, message

_ENDS = tuple(map(re.compile, ("[，。；！？,;!?]", "[。；！？;!?]", "[。！？!?]")))
"""What ends a clause, a part of a sentence, and a sentence."""
_TAKES = re.compile("(?:[^、（(]{0,4}(?:任|当选|成为|为|是|的)[^、（(]{0,12})?[（(]?")
"""What may stand between a name and the post that follows it as its own."""
_JOINT = re.compile(f"(?:{JOINT}|同)?")
"""What stands between two names of a list, where blanks are left out: 通讯员王某李某."""
_JOINT_AFTER_REMARK = re.compile(
    f"(?:（[^（）]{{1,30}}）|[(][^()]{{1,30}}[)])?(?:{_JOINT.pattern})"
)
"""What stands between two names behind a post; brackets behind a name tell only of that one."""
_OPENS, _CLOSES = "（(", "）)"
_CLOSED = re.compile("[)）均都]|同为|分别")
"""What tells that a post is not that of the name before a bracket alone."""
_LONGEST_REMARK = 30


class _Mention(NamedTuple):
    """A person's name in a text."""

    start: int
    end: int
    person: str


@source_rule()
def post_not_found(context: ProofContext) -> Iterator[Finding]:
    """A person's post is not in the paragraph of its anchors, or is another person's there.

    A post belongs to the next name in its clause, or else to the last one before it; also to that
    one if it stands right before the post, or before 任, 当选 and the like. If the next name is in
    a list, the post belongs to all names of the list; a post in brackets belongs only to the name
    before them. If its clause has no name, the part up to the next semicolon is read in the same
    way, then the sentence.

    Passes:
        # 市长王某、书记李某到场。
        people: [{id: mayor, name: {zh: 王某}, evidence: [{paragraph: 2, anchor: 王某}],
          posts: [{title: {zh: 市长}, evidence: [{paragraph: 2, anchor: 市长}]}]},
          {id: other, name: {zh: 李某}, evidence: [{paragraph: 2, anchor: 李某}]}]
    Fails:
        # 市长王某、书记李某到场。
        people: [{id: mayor, name: {zh: 王某}, evidence: [{paragraph: 2, anchor: 王某}],
          posts: [{title: {zh: 书记}, evidence: [{paragraph: 2, anchor: 书记}]}]},
          {id: other, name: {zh: 李某}, evidence: [{paragraph: 2, anchor: 李某}]}]
    """
    people = context.article.of(Person)
    names = Names({person.id: comparable(person.name.zh) for person in people})

    @cache
    def find_once(number: int, title: str) -> frozenset[str]:
        paragraph = context.source.paragraph(number)
        text = comparable(paragraph.text) if paragraph else ""
        found = (find_holders(text, *span, names) for span in find_all(text, title))
        return frozenset(chain.from_iterable(found))

    for index, person in enumerate(people):
        for number, post in enumerate(person.posts):
            path = ("people", index, "posts", number, "title", "zh")
            holders: set[str] = set()
            for proof in post.evidence:
                for title in _titles(context.article, post.title.zh, post.organisation):
                    holders |= find_once(proof.paragraph, title)
            if not holders:
                yield Finding(message("post-not-found", post=post.title.zh), path)
            elif person.id not in holders:
                other = context.article.by_id[min(holders)].title.zh
                told = message("post-not-found.other", post=post.title.zh, name=other)
                yield Finding(told, path)


def _titles(article: Article, title: str, organisation: str | None) -> list[str]:
    """Return a post as a text may have it: whole, or without the organisation before it."""
    titles = [comparable(title)]
    record = article.by_id.get(organisation or "")
    for name in names_of(record) if isinstance(record, Organisation) else ():
        rest = titles[0].removeprefix(comparable(name))
        if rest and rest != titles[0]:
            titles.append(rest)
    return titles


class Names:
    """The names of people by their ids, to be found in a text however many there are."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._people: dict[str, list[str]] = {}
        for person, name in names.items():
            self._people.setdefault(name, []).append(person)
        self._words = Words(self._people)
        self._found: dict[str, list[_Mention]] = {}

    def find(self, text: str, start: int, stop: int) -> list[_Mention]:
        """Return the names in a part of a text, in order; none overlaps the same name before it."""
        if text not in self._found:  # which is asked about for every post in it
            self._found[text] = sorted(self._find(text))
        found = self._found[text]
        return found[bisect_left(found, (start,)) : bisect_left(found, (stop,))]

    def _find(self, text: str) -> Iterator[_Mention]:
        for name, at in self._words.find(text):
            yield from (_Mention(at, at + len(name), one) for one in self._people[name])


def find_holders(text: str, first: int, last: int, names: Names) -> set[str]:
    """Return the people to whom a post at ``first`` to ``last`` of a text belongs.

    A post that is only the end of another one is nobody's: the 市长 of 副市长.
    """
    if text[first - 1 : first] == "副" or text.startswith(("助理", "办公"), last):
        return set()
    if (holders := _holders_of_remark(text, first, last, names)) is not None:
        return holders
    for ends in _ENDS:
        marks = find_marks(ends, text)
        if mentions := names.find(text, marks.behind(first), marks.before(last)):
            return _nearest(text, first, last, mentions)
    return set()


def _holders_of_remark(text: str, first: int, last: int, names: Names) -> set[str] | None:
    """Return the holders of a post in brackets behind a name, which is that name's alone.

    Beside a name in them it is that one's. Nothing is returned for a post that stands in none.
    """
    start = max(0, first - _LONGEST_REMARK)
    opens = max(text.rfind(mark, start, first) for mark in _OPENS)
    if opens < 0 or _CLOSED.search(text, opens, first):
        return None
    ends = [at for mark in _CLOSES if (at := text.find(mark, last, last + _LONGEST_REMARK)) >= 0]
    if not ends:
        return None
    if within := names.find(text, opens, min(ends)):
        return _nearest(text, first, last, within)
    before = [one for one in names.find(text, start, opens) if one.end == opens]
    return {one.person for one in before} or None


def _nearest(text: str, first: int, last: int, mentions: list[_Mention]) -> set[str]:
    """Return the holders of a post among the names in the same clause or sentence."""
    before = [one for one in mentions if one.end <= first]
    after = [one for one in mentions if one.start >= last]
    if before and (not after or _TAKES.fullmatch(text, before[-1].end, first)):
        return _in_list(text, before[::-1], _JOINT)
    return _in_list(text, after, _JOINT_AFTER_REMARK)


def _in_list(text: str, mentions: list[_Mention], joint: re.Pattern[str]) -> set[str]:
    """Return the first person, and those who stand beside in a list without a break."""
    holders: list[_Mention] = []
    for one in mentions:
        if holders:
            left, right = sorted((holders[-1], one))
            if not joint.fullmatch(text, left.end, right.start):
                break
        holders.append(one)
    return {one.person for one in holders}
