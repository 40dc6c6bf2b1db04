"""Sentences of a memo that a text has in the same words, but for a few that tell something else."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import cache, lru_cache
from typing import NamedTuple

from briefing.names.abroad import find_abroad
from briefing.verifying.claim import UNKNOWN, Found
from briefing.verifying.naming.naming import Mention, Names
from briefing.verifying.sentences import Sentence
from briefing.verifying.telling.masked import AT_EDGES, MASK, Masked, MaskedTexts
from briefing.verifying.wording import read_lines

_WORD, _MOST_OTHER = 2, 0.15
"""A word of ours may be another one in a text that is nearly the same, or so much of all."""
_FEWEST, _LONGEST = 10, 300
"""Shorter clauses may be nearly the same by chance, and longer ones take too long."""
_MOST_ALIKE = 3
_LEAST_BESIDE, _BESIDE = 2, 3
"""So many characters beside a change are the same on both sides, and on one of them."""
_MOST_CHANGED = 6
"""What is longer is left out or added, and not said in another way."""
_NEGATION = re.compile(
    "尚未|并未|没有|未(?!来)|没(?!收)"
    "|不(?![断仅但少同久论管只过及足等锈良变到低高超])|无(?![人线缝障论数忧偿])|[缺勿]"
)
_TO_COME = re.compile("将|即将|拟|计划|预计|力争|争取|有望|正在|尚在")
_AFTER = re.compile("(?<![前今落背幕])后(?=[,，。]|$)|届时|一旦")
"""Words that put off what the clause tells, or the clauses behind it."""
_ASIDE = re.compile("[(（][^()（）]*[)）]")
_HAN = re.compile("[\u3400-\u9fff]")


class _Change(NamedTuple):
    """Words of a text at ``first``, and ours at ``start`` to ``end`` that stand in their place."""

    theirs: str
    ours: str
    start: int
    end: int
    first: int

    def tells_other(self, around: str) -> bool:
        """Return whether the words tell something else, in the words ``around`` them.

        Where those tell what comes after something else, 将 and the like may be left out; they may
        also stand elsewhere there.
        """
        theirs, ours = self.theirs, self.ours
        if not ours and _ASIDE.fullmatch(theirs):
            return False
        denied = [bool(_NEGATION.search(one)) for one in (theirs, ours)]
        if any(denied):
            return not all(denied)
        if not ours:
            moved = theirs in around
            return bool(_TO_COME.fullmatch(theirs)) and not moved and not _AFTER.search(around)
        if not theirs or MASK in theirs + ours:
            return False  # what is added tells more, and numerals are judged elsewhere
        theirs, ours = ("".join(_HAN.findall(one)) for one in (theirs, ours))
        return _exclude_each_other(theirs, ours)


def judge_altered(
    sentence: Sentence, mentions: Sequence[Mention], texts: MaskedTexts, names: Names
) -> Iterator[Found]:
    """Yield the words of a sentence in whose place a text has others that tell something else.

    What is named where a text names nothing is what the text is about there.
    """
    if sentence.language != "zh":
        return
    memo = Masked(sentence.text)
    whole = memo.words.strip(AT_EDGES)
    known = _compare_all(whole, texts)
    parts = [(memo.words.index(whole), known)]
    if not known:
        clauses = memo.clauses()
        parts = [(start, _compare_all(memo.words[start:end], texts)) for start, end in clauses]
    for first, alike in parts:
        told = []
        for other, changes, is_whole in alike:
            wrong = [
                (span, other)
                for one in changes
                for span in [_find_span(memo, first + one.start, first + one.end)]
                if (
                    one.tells_other(_read_around(sentence, span))
                    and not _names_subject(one, span, mentions, names)
                )
                or _names_other(one, memo.words[first:], other.words, names)
            ]
            if wrong or is_whole:
                told.append(wrong)
        if told and all(told):  # no text has it so
            for (start, end), other in told[0]:
                at = other.paragraph
                yield Found(start, end, "statement", UNKNOWN, other.article, None, at)


def _find_span(memo: Masked, start: int, end: int) -> tuple[int, int]:
    """Return where some characters of the words stand in the text, or the next one, if none."""
    spans = memo.spans[start : max(end, start + 1)]
    return spans[0][0], spans[-1][1]


def _read_around(sentence: Sentence, span: tuple[int, int]) -> str:
    """Return the words of a sentence up to the end of the clause that a span ends in."""
    return sentence.text[: sentence.clauses[sentence.clause_at(span[1] - 1)][1]]


def _names_subject(
    change: _Change, span: tuple[int, int], mentions: Sequence[Mention], names: Names
) -> bool:
    """Return whether a known name stands in the place of words that name nothing."""
    named = any(one.start <= span[0] and span[1] <= one.end for one in mentions if one.entries)
    return named and bool(change.theirs) and not names.find(change.theirs)


def _names_other(change: _Change, ours: str, theirs: str, names: Names) -> bool:
    """Return whether a change makes of a name in their words another name in ours."""
    for start, end, own in _list_names(ours[: change.end + _MOST_CHANGED], names):
        if not start <= change.start < change.end <= end:
            continue
        begin = change.first - (change.start - start)
        last = change.first + len(change.theirs) + end - change.end
        known = [one for *span, one in _list_names(theirs[begin:last], names) if span[0] == 0]
        if known and begin >= 0 and own not in known:
            return True
    return False


def _list_names(text: str, names: Names) -> list[tuple[int, int, str]]:
    """Return where a text names a record or a country, and the Chinese name of it."""
    found = [
        (one.start, one.end, one.entries[0].record.title.zh)
        for one in names.find(text)
        if one.entries
    ]
    return found + [(one.start, one.end, one.name) for one in find_abroad(text)]


def _compare_all(words: str, texts: MaskedTexts) -> list[tuple[Masked, list[_Change], bool]]:
    """Return the sentences that have nearly the same words, each with what is changed of it.

    The last tells whether nothing else of our words is other words there.
    """
    if not _FEWEST <= len(words) <= _LONGEST:
        return []
    alike = (one for one in texts.find_alike(words, _MOST_ALIKE) if len(one.words) <= 2 * _LONGEST)
    compared = ((one, _compare(one.words, words)) for one in alike)
    return [(one, *found) for one, found in compared if found]


@lru_cache(maxsize=4096)
def _compare(theirs: str, ours: str) -> tuple[list[_Change], bool] | None:
    """Return what is changed of their words in ours and whether that is all, or else None.

    That is where our words are not nearly the same. Sentences that are the same but for their
    numbers, which are no words, are compared once.
    """
    steps = SequenceMatcher(None, theirs, ours, autojunk=False).get_opcodes()
    same = [last - first if tag == "equal" else 0 for tag, first, last, _, _ in steps]
    other = len(ours) - sum(same)
    if other > max(_WORD, _MOST_OTHER * len(ours)):
        return None
    beside = [_BESIDE, *same, _BESIDE]  # the edges are as good as the same
    for at in (1, -2):  # and so is what is next to them
        beside[at] += _BESIDE if beside[at] else 0
    changes = [
        _Change(theirs[first:last], ours[start:end], start, end, first)
        for index, (tag, first, last, start, end) in enumerate(steps)
        if tag != "equal" and max(last - first, end - start) <= _MOST_CHANGED
        if min(beside[index], beside[index + 2]) >= _LEAST_BESIDE
        if max(beside[index], beside[index + 2]) >= _BESIDE
        if tag != "delete" or 0 < index < len(steps) - 1
    ]
    return changes, sum(one.end - one.start for one in changes) == other


def _exclude_each_other(one: str, other: str) -> bool:
    """Return whether two words stand in one line of the table, so that they tell other things."""
    lines = _read_exclusive()
    return bool(lines.get(one, frozenset()) & lines.get(other, frozenset()))


@cache
def _read_exclusive() -> dict[str, frozenset[int]]:
    """Return the numbers of the lines of ``rewordings.tsv`` that words stand in."""
    found: dict[str, frozenset[int]] = {}
    for number, line in enumerate(read_lines("rewordings.tsv")):
        for word in line.split():
            found[word] = found.get(word, frozenset()) | {number}
    return found
