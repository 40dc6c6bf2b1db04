"""What a number counts, where the text counts something else: 320 projects are no 320 firms.

``countables.tsv`` has the things that are told apart.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from briefing.checks.numbers import Number
from briefing.model.records import Figure
from briefing.quantities.units import is_measured
from briefing.verifying.aligning.clause import Clause
from briefing.verifying.aligning.clauses import Clauses
from briefing.verifying.claim import BORNE_OUT, UNKNOWN, Found
from briefing.verifying.numbers.kinds import is_ordinal, is_time
from briefing.verifying.numbers.texts import agrees
from briefing.verifying.sentences import Sentence
from briefing.verifying.wording import read_lines

_APART = re.compile(r" (?:of|in|for|with|and|to|from|at|by|on|that|which|is|are|were|have|has) ")
"""Words between a number and a noun, of which the number is not, then."""
_BEFORE, _BEHIND = 12, 24
"""So many characters before and behind a number in a text may tell what it counts."""


class _Thing(NamedTuple):
    """The words for a thing in a memo by language, and those by which a text tells of it.

    Those of which something is a share stand behind "of": 72% of all households.
    """

    en: re.Pattern[str]
    zh: re.Pattern[str]
    of_en: re.Pattern[str]
    of_zh: re.Pattern[str]
    told: re.Pattern[str]


@cache
def _list_things() -> tuple[_Thing, ...]:
    rows = (line.split("\t") for line in read_lines("countables.tsv"))
    return tuple(
        _Thing(
            re.compile(rf" (?:[a-z][\w’'-]* ){{0,3}}?(?:{english})\b", re.I),
            re.compile(f"[^，。；、的在已将了和与]{{0,6}}?(?:{chinese})(?![长级域城])"),
            re.compile(rf"[\w %]{{0,12}}? of (?:[\w’'-]+ ){{0,3}}?(?:{english})\b(?!['’])", re.I),
            re.compile(f"的[^，。；、的在已将了和与]{{0,4}}?(?:{chinese})(?![长级域城])"),
            re.compile(told),
        )
        for english, chinese, told in rows
    )


def judge_countables(
    sentence: Sentence, found: Iterable[Found], clauses: Clauses
) -> Iterator[Found]:
    """Yield the numbers that are told of things of which no clause that has them tells."""
    numbers = {one.start: one for one in sentence.numbers if _is_count(one) or _is_share(one)}
    for one in found:
        number = numbers.get(one.start)
        if number is None or (one.kind, one.status) != ("number", BORNE_OUT) or not one.article:
            continue
        thing = _find_thing(number, sentence)
        told = clauses.of_paragraph(one.article, one.paragraph)
        having = [clause for clause in told if agrees(number, clause, None, clauses)]
        if thing and having and not thing.told.search(_read(number, having, one, clauses)):
            yield one._replace(status=UNKNOWN)


def _is_count(number: Number) -> bool:
    """Return whether a number may tell how many things there are."""
    return (
        bool(number.readings)
        and not (is_ordinal(number) or is_time(number))
        and not is_measured(number.readings[0].unit or "")
    )


def _is_share(number: Number) -> bool:
    """Return whether a number is a share, which may be one of many things, and no rise or fall."""
    unit = number.readings[0].unit if number.readings else None
    return unit == "%" and not number.around.direction


def _find_thing(number: Number, sentence: Sentence) -> _Thing | None:
    """Return the thing that the first noun behind a number is, if it is one of those known."""
    best: tuple[int, _Thing] | None = None
    of = "of_" if _is_share(number) else ""
    for thing in _list_things():
        words: re.Pattern[str] = getattr(thing, of + sentence.language)
        match = words.match(sentence.text, number.end)
        if (
            match
            and (of or not _APART.search(match[0]))
            and (best is None or match.end() < best[0])
        ):
            best = match.end(), thing
    return best[1] if best else None


def _read(number: Number, having: list[Clause], found: Found, clauses: Clauses) -> str:
    """Return what stands around a number in the clauses that have it, and its figure's label."""
    label = found.record.label.zh if isinstance(found.record, Figure) else ""
    texts, value = [label], str(number.readings[0].value)
    if _is_share(number):
        return "\n".join((*texts, *map(clauses.lead_to, having)))
    for one in having:
        at = re.search(rf"(?<![\d.]){re.escape(value)}(?![\d.])", one.text)
        near = one.text[max(0, at.start() - _BEFORE) : at.end() + _BEHIND] if at else ""
        texts.append(near or clauses.lead_to(one))
    return "\n".join(texts)
