"""Examples of one kind of thing that a sentence tells as another kind of which the text has others.

Where a text strengthens coal machinery and other old industries and fosters aviation and other new
ones, aviation is no old industry; what is one of the two corridors is none of the three ports.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from briefing.checks.once import once
from briefing.names.glosses import by_beginning, find_alike, meanings_of, stems_of
from briefing.names.languages import compile_words
from briefing.verifying.aligning.clause import Clause
from briefing.verifying.aligning.clauses import Clauses
from briefing.verifying.aligning.support import doubt
from briefing.verifying.claim import Found
from briefing.verifying.naming.naming import Mention, hide
from briefing.verifying.sentences import Sentence
from briefing.verifying.telling.exchanged import JOINT
from briefing.verifying.wording import words_in

_LISTS = (
    re.compile("(?P<items>[^“”]+、[^“”]+)等(?P<kind>[\u4e00-\u9fff]{3,16})$"),
    re.compile(
        "^[“‘](?P<kind>[\u4e00-\u9fff]{2,6})[”’](?:即|是指|指的是|分别是|包括)(?P<items>.+、.+)$"
    ),
    re.compile(
        "^(?P<items>[\u4e00-\u9fff]{2,12})[是为][“‘](?P<kind>[\u4e00-\u9fff]{2,6})[”’]之一$"
    ),
)
"""Examples of a kind of thing, as a text has them between two commas."""
_AND = re.compile("[、和与及]")
_ANY = re.compile("重点|主要|一批|领域|产业|行业|项目|企业|方面|工程|地区|城市|部门|单位|平台")
"""What the name of any kind of thing may have in it."""
_ENDS = (4, 3)
"""So many characters at the end of an item stand for it: 重点培育 stands before the first one."""
_FEWEST = 2
"""So many words of another kind tell of it, or one beside what counts a thing among its kind."""
_COUNTED = compile_words(
    r"(?:count|list|class|classif|rank|includ|nam|number|plac|categori[sz]|group|treat|regard)"
    r"(?:s|es|ed|ied|ing)? (?:[a-z]+ )?(?:among|as|in|with|under|to)|one of|belongs?(?: to)?"
    r"|falls? (?:under|into)",
    "属于?|归[为到入在]|列[为入]|算[作是]|视[为作]|当作|划[入为]|之一|包括|[里中]有",
)
_WORD = re.compile("[A-Za-z-]+")

_Span = tuple[int, int]
_Pair = tuple[int, int, frozenset[str]]
"""Where two words stand, and their stems."""


class _Category:
    """A kind of thing of which a text gives examples; ``before`` is what stands before these."""

    def __init__(self, items: list[str], kind: str, before: str, clause: Clause) -> None:
        self.clause = clause
        self._items = items
        self._kind = _ANY.sub("，", kind)
        self._around = f"{before}，{self._kind}"

    def has(self, word: str, language: str) -> bool:
        """Return whether the name of the kind has a word, or may mean it."""
        if language == "zh":
            return word in words_in(self._kind, "zh")
        return bool(find_alike(word, _mean(self._kind)))

    def may_have(self, word: str, language: str) -> bool:
        """Return whether the kind may be told with a word, as right before the examples."""
        if language == "zh":
            return word in words_in(self._around, "zh")
        return bool(find_alike(word, _mean(self._around)))

    def find_item(
        self, sentence: Sentence, mentions: list[Mention], pairs: list[_Pair]
    ) -> tuple[int, int] | None:
        """Return where a sentence has one of the examples, if anywhere: a name, or two words."""
        for mention in mentions:
            names = [entry.record.title.zh for entry in mention.entries]
            if any(_is_item(name, one) for name in names for one in self._items):
                return mention.start, mention.end
        if sentence.language == "zh":
            return self._find_end(sentence.text)
        return next(
            (
                (start, end)
                for start, end, stems in pairs
                for meant in self._items_meant
                if all(find_alike(word, meant) for word in stems)
            ),
            None,
        )

    @cached_property
    def _items_meant(self) -> list[dict[str, list[str]]]:
        return [_mean(one) for one in self._items]

    def _find_end(self, text: str) -> tuple[int, int] | None:
        ends = (one[-size:] for one in self._items for size in _ENDS if len(one) >= size)
        return next(((at, at + len(one)) for one in ends if (at := text.find(one)) >= 0), None)


def _list_pairs(sentence: Sentence, mentions: list[Mention]) -> Iterator[_Pair]:
    """Yield the English words that stand side by side in a sentence and in no name."""
    for first, second in pairwise(_WORD.finditer(hide(sentence.text, mentions))):
        stems = stems_of(first[0]), stems_of(second[0])
        if all(stems):
            yield first.start(), second.end(), stems[0] | stems[1]


def _mean(text: str) -> dict[str, list[str]]:
    return by_beginning(meanings_of(text))


def _is_item(name: str, item: str) -> bool:
    return len(name) > 1 and (item.endswith(name) or name.endswith(item))


def judge_categories(
    sentence: Sentence, mentions: list[Mention], clauses: Clauses
) -> Iterator[Found]:
    """Yield the examples of a kind of thing that are told as another kind of the same paragraph.

    What is told side by side with examples of the kind that is named is told as one of them.
    """
    if sentence.is_mixed or sentence.is_title:
        return
    groups = _list_categories(clauses)
    pairs = list(_list_pairs(sentence, mentions)) if groups and sentence.language == "en" else []
    for group in groups:
        spans = ((one, one.find_item(sentence, mentions, pairs)) for one in group)
        told = [(one, span) for one, span in spans if span]
        if len(told) > 1 and (strange := _find_beside(told, sentence)):
            yield strange
            return
        if len(told) != 1:
            continue
        own, span = told[0]
        others = [one for one in group if one is not own]
        if _is_of_other(own, others, span, sentence) and _is_told_here(own, sentence, clauses):
            yield doubt(*span, "statement", own.clause)
            return


_APART = {"en": re.compile(r"[;:]|\bwhile\b|\bas well\b|\bwith\b"), "zh": re.compile("[，；。：]")}
"""What parts two things that are told of different kinds."""
_BESIDE = re.compile(r"(?:,|\band|\bor) (?:the )?$")
"""What stands before an item of an English list."""


def _find_beside(told: list[tuple[_Category, _Span]], sentence: Sentence) -> Found | None:
    """Return what is told beside an example of the only kind that is named, and is of another."""
    language = sentence.language
    words = {word for _, word in _list_words(sentence)}
    kinds = [one for one, _ in told]
    named = [
        (one, span)
        for one, span in told
        if any(
            one.has(word, language)
            and not any(other.may_have(word, language) for other in kinds if other is not one)
            for word in words
        )
    ]
    if len(named) != 1:
        return None
    own, span = named[0]
    for other, strange in told:
        if other is own or any(
            other.may_have(word, language) and not own.may_have(word, language) for word in words
        ):
            continue
        first, second = sorted((span, strange))
        if language == "en" and not _BESIDE.search(sentence.text, 0, second[0]):
            continue
        if not _APART[language].search(sentence.text, first[1], second[0]):
            return doubt(*strange, "statement", other.clause)
    return None


def _is_of_other(
    own: _Category, others: list[_Category], span: tuple[int, int], sentence: Sentence
) -> bool:
    """Return whether a sentence tells what stands at a span as another kind than its own.

    What it tells side by side with that may be of another kind.
    """
    language = sentence.language
    words = [(at, word) for at, word in _list_words(sentence) if not span[0] <= at < span[1]]
    if any(own.has(word, language) for _, word in words):
        return False
    counted = _COUNTED[language].search(sentence.text)
    for other in others:
        told = [
            (at, word)
            for at, word in words
            if other.has(word, language) and not own.may_have(word, language)
        ]
        if not told:
            continue
        first, last = min(told)[0], max(told)[0]
        between = (span[1], first) if first > span[0] else (last, span[0])
        joint = JOINT[language].search(sentence.text, *between)
        if counted or (not joint and len({word for _, word in told}) >= _FEWEST):
            return True
    return False


def _is_told_here(own: _Category, sentence: Sentence, clauses: Clauses) -> bool:
    """Return whether the paragraph of a kind tells most of a sentence, or this names its kind."""
    if sentence.language == "zh" and _COUNTED["zh"].search(sentence.text):
        return True
    here = own.clause.article, own.clause.paragraph
    return any((one.article, one.paragraph) == here for one in clauses.list_best(sentence))


def _list_words(sentence: Sentence) -> list[tuple[int, str]]:
    """Return the words of a sentence, each with its offset."""
    if sentence.language == "zh":
        return [(one.at, one.word) for one in sentence.words]
    words = _WORD.finditer(sentence.text)
    return [(one.start(), stem) for one in words for stem in stems_of(one[0])]


@once
def _list_categories(clauses: Clauses) -> list[list[_Category]]:
    """Return the kinds of things of which a paragraph gives examples, where it has several."""
    found: dict[tuple[str, int], list[_Category]] = defaultdict(list)
    for held in clauses.list_sentences():
        before = ""
        for unit in (one for part in held for one in part):
            listed = next((told for one in _LISTS if (told := one.search(unit.text))), None)
            if listed:
                items = [one for one in _AND.split(listed["items"]) if one]
                clause = unit.clauses[0]
                key = clause.article.source.id, clause.paragraph
                found[key].append(_Category(items, listed["kind"], before, clause))
            before = "" if listed else unit.text
    return [group for group in found.values() if len(group) > 1]
