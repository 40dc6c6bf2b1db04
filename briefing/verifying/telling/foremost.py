"""What is told to be the most of some things, where the text gives the numbers of all of them."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from briefing.model.article import Article
from briefing.model.records import Figure, Record
from briefing.names.languages import compile_words
from briefing.verifying.aligning.clauses import MOST_ASKED, Clauses
from briefing.verifying.claim import BORNE_OUT, UNKNOWN, Found
from briefing.verifying.naming.naming import Mention
from briefing.verifying.numbers.comparing import compares_growth
from briefing.verifying.numbers.indexes import Facts
from briefing.verifying.numbers.kinds import is_unit_alike
from briefing.verifying.numbers.pairs import Speaking, list_figures, read_side
from briefing.verifying.sentences import Sentence

_FEWEST = 3
"""So many numbers of a unit at least stand in one sentence of the text."""
_NEAR = 16
"""A number stands so many characters behind the clause of a superlative that it proves at most."""
_LEAST = re.compile(r"最[慢小低少弱短末]|\b(?:slow|small|low|weak|short|few)\w*|\bleast\b", re.I)
"""What tells of the least of some numbers."""


_OF_ALL = re.compile(
    r"\b(?:of|among) (?:the|all) (?:three|four|five|six)\b"
    r"|\b(?:of|among) the (?:\w+ )?sectors\b"
    "|三次产业|三大产业|[三四五六]个[^，。]{0,6}[里中]",
    re.I,
)
"""What tells of how many things it is the most."""
_MOST = compile_words(
    r"(?:the )?(?:most (?:quickly|rapidly)"
    r"|(?:fast|slow|high|low|strong|weak|larg|bigg|small|great)est)",
    "最[快慢高低强弱大小]",
)
"""What tells which rate or amount is the most or least of several, without its number."""


def judge_foremost(
    sentence: Sentence,
    mentions: list[Mention],
    found: Iterable[Found],
    facts: Facts,
    clauses: Clauses,
) -> Iterator[Found]:
    """Yield what was found, with superlatives held against the numbers of a text.

    The number next to one, or that of the figure of which its clause speaks, is the highest of the
    like ones in a sentence of the text, or the lowest, and bears it out; where it is neither, the
    superlative is doubted.
    """
    found = list(found)
    numbers = [
        one
        for one in found
        if one.kind == "number" and one.status == BORNE_OUT and isinstance(one.record, Figure)
    ]
    spans: list[tuple[int, int]] = []
    doubted: list[Found] = []
    of_all = _OF_ALL.search(sentence.text)
    for said in sentence.pattern("superlative").finditer(sentence.text) if numbers else ():
        number = min(numbers, key=lambda each: abs(each.start - said.start()))
        same = sentence.clause_at(number.start) == sentence.clause_at(said.start())
        if not same and not 0 <= number.start - said.end() <= _NEAR:
            continue
        words = sentence.text[said.start() : said.end() + 1]
        where = number.record, number.article, number.paragraph
        is_foremost = _is_foremost(*where, words, clauses)
        if is_foremost:
            spans.append(said.span())
        elif is_foremost is False and of_all:
            at = number.paragraph
            doubted.append(Found(*said.span(), "statement", UNKNOWN, number.article, None, at))
    if of_all:
        for one in _judge_by_words(sentence, mentions, facts, clauses, of_all):
            if one.status == BORNE_OUT:
                spans += [(one.start, one.end), of_all.span()]
            doubted.append(one)
    yield from doubted
    for one in found:
        borne_out = any(start <= one.start < end for start, end in spans)
        if not borne_out or one.status != UNKNOWN or one.kind not in ("statement", "number"):
            yield one


def _judge_by_words(
    sentence: Sentence,
    mentions: list[Mention],
    facts: Facts,
    clauses: Clauses,
    of_all: re.Match[str],
) -> Iterator[Found]:
    """Yield superlatives of rates and amounts that are known by the words of their clauses."""
    rest = sentence.without(*of_all.span())
    for language in sentence.languages:
        speaking = Speaking(rest, mentions, facts, language)
        for said in islice(_MOST[language].finditer(rest.text), MOST_ASKED):
            own = rest.clause_at(said.start())
            span = range(*rest.clauses[own])
            if own and not speaking.names(span):
                span = range(rest.clauses[own - 1][0], span.stop)
            grows = compares_growth(said, rest, language)
            ranked = list_figures(read_side(speaking, span), speaking, grows=grows)
            best = [fact for fact, score in ranked if score == ranked[0][1]]
            told = {
                _is_foremost(one.record, one.article, one.paragraph, said[0], clauses)
                for one in best
            }
            if len(told) == 1 and None not in told:
                one, status = best[0], BORNE_OUT if True in told else UNKNOWN
                yield Found(
                    *said.span(), "statement", status, one.article, one.record, one.paragraph
                )


def _is_foremost(
    figure: Record | None,
    article: Article | None,
    paragraph: int | None,
    words: str,
    clauses: Clauses,
) -> bool | None:
    """Return whether a figure is the highest or lowest of the like ones beside it in a text.

    Without enough of them it is not known.
    """
    if not isinstance(figure, Figure) or article is None:
        return None
    foremost = min if _LEAST.search(words) else max
    for clause in clauses.of_paragraph(article, paragraph):
        own = [held for held in clause.held if is_unit_alike(figure.unit, held.unit)]
        if any(held.value == figure.value for held in own):
            values = [
                held.value
                for one in clauses.sentences_of([clause])
                for held in one.held
                if is_unit_alike(figure.unit, held.unit) and isinstance(held.value, int | float)
            ]
            if len(values) >= _FEWEST:
                return figure.value == foremost(values)
    return None
