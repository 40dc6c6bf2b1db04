"""Whether the texts have the cause that a sentence gives for something."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from briefing.names.languages import compile_words
from briefing.verifying.aligning.clause import Clause
from briefing.verifying.aligning.clauses import MOST_ASKED, Clauses
from briefing.verifying.aligning.support import doubt, find_beside, measure_support
from briefing.verifying.claim import BORNE_OUT, Found, list_proved
from briefing.verifying.sentences import Sentence
from briefing.verifying.wording import pattern

_DENIED = re.compile("(?:不是|并非|而非|绝非)(?:因|由于|为了?|受)?")
_LEAST, _LEAST_UNREASONED = 0.3, 0.5
"""The least share of a cause that the clause of a reason must have, or, without one, a sentence."""
_BESIDE = 2
"""A reason stands no more clauses than these before or behind what it is a reason for."""


def judge_causes(sentence: Sentence, found: Iterable[Found], clauses: Clauses) -> Iterator[Found]:
    """Yield the causes of which the sentences of the texts have little that tell the effect.

    These are of the paragraphs that bear out what else is ``found`` of the sentence, if any.
    """
    found = list(found)
    proved = list_proved(found)
    for language in sentence.languages:
        for cause in islice(pattern("cause", language).finditer(sentence.text), MOST_ASKED):
            start, end = cause.span(cause.lastindex or 0)
            beside = _list_beside(found, sentence, clauses)
            alike = clauses.find_told(sentence, start, end, cause.start(), proved, beside)
            around = list(clauses.sentences_of(alike))
            reasons = _list_reasons(alike, around)
            window = reasons or around
            least = _LEAST if reasons else _LEAST_UNREASONED
            told = sentence.text[start:end]
            if alike and (
                measure_support(told, language, window) < least
                or _is_denied(told, language, window)
                or (not reasons and _is_unreasoned(cause, language, alike[0], window, clauses))
            ):
                first = alike[0]
                yield doubt(start, end, "statement", first)


def _list_beside(found: list[Found], sentence: Sentence, clauses: Clauses) -> list[Clause]:
    """Return the clauses that have a number of a sentence which is borne out."""
    numbers = (one for one in found if one.kind == "number" and one.status == BORNE_OUT)
    return [clause for one in numbers for clause in find_beside(one, sentence, clauses)]


_SURELY = compile_words(
    "because(?: of)?|thanks to|due to|owing to|as a result of|attributed to|driven by|caused by",
    "因|由于|得益于|归[功咎因]于|缘于|源于|主要[是靠由]",
)
"""What tells a cause as such, and not only what something is for or about."""
_REASONED = re.compile(
    "因|由此|由于|受|靠|得益|带动|拉动|导致|使|为此|从而|引发|归|源|缘|凭|让|驱动|支撑|突遇|遭遇|影响"
    "|在于|随着|为了|应对|造成|致|后|优势|依托|依靠|借|抓住|通过|促"
)
"""What a clause tells by which one thing may come about by another."""


def _is_unreasoned(
    cause: re.Match[str], language: str, effect: Clause, window: list[Clause], clauses: Clauses
) -> bool:
    """Return whether a text has a cause and its effect, and nothing that joins them beside either.

    The text tells of both, one after the other, and the memo that one came about by the other.
    """
    if not _SURELY[language].search(cause[0]):
        return False
    told = cause[cause.lastindex or 0]
    best = max(window, key=lambda one: _share_in(told, language, one))
    beside = [one.text for each in (best, effect) for one in clauses.around(each)]
    return not any(map(_REASONED.search, beside))


def _list_reasons(told: list[Clause], window: list[Clause]) -> list[Clause]:
    """Return the clauses of reasons that are next to what is told, without their sentences."""
    effects = [at for at, one in enumerate(window) if one is told[0]] if told else []
    near = window[max(0, effects[0] - _BESIDE) : effects[0] + _BESIDE + 1] if effects else []
    reasons = (one for one in near if pattern("reason", "zh").search(one.text))
    return [one._replace(sentence=one.own) for one in reasons]


def _is_denied(told: str, language: str, window: list[Clause]) -> bool:
    """Return whether the clause that has most of a cause says that it is none: 并非因为缺水."""
    best = max(window, key=lambda one: _share_in(told, language, one), default=None)
    return (
        best is not None and _share_in(told, language, best) > 0 and bool(_DENIED.search(best.text))
    )


def _share_in(told: str, language: str, clause: Clause) -> float:
    """Return the share of some words that a clause itself has."""
    return measure_support(told, language, [clause._replace(sentence=clause.own)])
