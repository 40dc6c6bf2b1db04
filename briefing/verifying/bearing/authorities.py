"""Whether what a sentence tells of a party committee, government or meeting is told of that one.

Where a text tells what a provincial committee gave a city, a memo may not tell that the central
government gave it.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

from briefing.model.records import Person, Place, Strategy, Term
from briefing.names.languages import ByLanguage, compile_words
from briefing.verifying.aligning.clause import Clause
from briefing.verifying.aligning.clauses import MOST_ASKED, Clauses
from briefing.verifying.aligning.support import find_beside, stands_in
from briefing.verifying.claim import BORNE_OUT, UNKNOWN, Found
from briefing.verifying.naming.naming import Mention
from briefing.verifying.sentences import Sentence
from briefing.verifying.telling.slots import list_offices
from briefing.verifying.wording import read_lines


class _Authority(NamedTuple):
    """A body that decides: the words for it in a memo by language, and in a text."""

    words: ByLanguage[re.Pattern[str]]
    told: re.Pattern[str]


@cache
def _list_authorities() -> tuple[_Authority, ...]:
    """Return the bodies that decide, from ``authorities.tsv``."""
    rows = (line.split("\t") for line in read_lines("authorities.tsv"))
    return tuple(_Authority(compile_words(row[0], row[1]), re.compile(row[2])) for row in rows)


def judge_authorities(
    sentence: Sentence, mentions: list[Mention], found: Iterable[Found], clauses: Clauses
) -> Iterator[Found]:
    """Yield the bodies of which the text tells nothing where it tells the rest, but of others.

    Those in which somebody who is named has a post say who that is.
    """
    found = list(found)
    for authority in _list_authorities():
        for language in sentence.languages:
            for said in islice(authority.words[language].finditer(sentence.text), MOST_ASKED):
                start, end = said.span()
                names = [one for one in mentions if not one.ids(Place)]
                own = [one for one in names if one.start < end and start < one.end]
                if _is_of_post(start, end, own, mentions):
                    continue
                beside = [one for one in names if one not in own]
                told = _find_other(sentence, beside, clauses) or _find_untold(
                    authority, sentence, (start, end), own, found, clauses
                )
                if told:
                    at = told.paragraph
                    yield Found(start, end, "name", UNKNOWN, told.article, None, at)


_BEFORE, _BEHIND = 12, 30
"""So many characters before and behind a body somebody may be named who has a post there."""


def _is_of_post(start: int, end: int, own: list[Mention], mentions: list[Mention]) -> bool:
    """Return whether a body at a span is told of somebody's post."""
    offices = list_offices(mentions)
    return any(entry.record.id in offices for one in own for entry in one.entries) or any(
        0 <= start - one.end <= _BEFORE or 0 <= one.start - end <= _BEHIND
        for one in mentions
        if one.ids(Person)
    )


_GIVES = "(?:赋予|给予|授予|给|提出|确定|明确)[\u4e00-\u9fff]{0,4}"
_MARKS = "[“‘《（(]{0,2}"
"""What may stand between a body and what is its own."""


def _find_other(sentence: Sentence, beside: list[Mention], clauses: Clauses) -> Clause | None:
    """Return a clause that has another body right before what is named, if all such clauses do.

    Names are those of terms and plans: 市委“14510”总体思路. The sentence does not name the other.
    """
    named = [
        one
        for one in _list_authorities()
        if any(one.words[lang].search(sentence.text) for lang in sentence.languages)
    ]
    for record in (entry.record for one in beside for entry in one.entries):
        if not isinstance(record, (Term, Strategy)):
            continue
        having = [
            (found, clause)
            for clause in clauses.list_naming(record)
            if record.title.zh in clause.text
            and (found := _right_before().search(clause.text.partition(record.title.zh)[0]))
        ]
        if having and not any(one.told.search(found[1]) for one in named for found, _ in having):
            return having[0][1]
    return None


@cache
def _right_before() -> re.Pattern[str]:
    """Return the expression of any of these bodies at the end of what stands before its own."""
    return re.compile(f"({_any_named().pattern})(?:{_GIVES})?{_MARKS}$")


@cache
def _any_named() -> re.Pattern[str]:
    """Return the expression of the Chinese words for any of these bodies."""
    return re.compile("|".join(one.words["zh"].pattern for one in _list_authorities()))


_MOST_READ, _NEARLY = 20, 0.5
"""So many clauses are asked at most, which have so large a part of what the best one has."""


def _find_untold(
    authority: _Authority,
    sentence: Sentence,
    span: tuple[int, int],
    own: list[Mention],
    found: list[Found],
    clauses: Clauses,
) -> Clause | None:
    """Return the clause that tells a sentence and tells it of other bodies, if none tells of one.

    It has the sentence's number, or else most of its words.
    """
    start, end = span
    rest = [one for one in found if one.end <= start or end <= one.start]
    numbers = (one for one in rest if one.kind == "number" and one.status == BORNE_OUT)
    having = [told for one in numbers for told in find_beside(one, sentence, clauses)]
    ranked = list(islice(clauses.rank(sentence.without(start, end), start, []), _MOST_READ))
    alike = [one for share, one in ranked if share >= _NEARLY * ranked[0][0]]
    text = "\n".join(one.text for one in clauses.sentences_of([*having, *alike]))
    first = next(iter(having or alike), None)
    if (
        first is None
        or authority.told.search(text)
        or any(stands_in(one, text) for one in own)
        or not _any_named().search("".join(one.text for one in clauses.sentences_of([first])))
    ):
        return None
    return first
