"""Numbers of a whole and of the whole without a part, as investment without that in property.

What the label of a figure leaves out in brackets is said of it in passing, and of no other figure:
（不含农户）. A number without a part is told with words that leave it out, and the number beside it
that is told in place of it is that of the whole.
"""

import re

from briefing.checks.numbers import Number
from briefing.model.records import Figure
from briefing.names.languages import compile_words
from briefing.verifying.claim import BORNE_OUT, UNKNOWN, Found
from briefing.verifying.numbers.facts import Fact
from briefing.verifying.numbers.indexes import Facts
from briefing.verifying.numbers.weighing import Judged, Results, tell_found
from briefing.verifying.sentences import Sentence

_LEAVES_OUT = {"en": "@excluding", "zh": "@扣除"}
"""The words of labels for what is left out."""
_SAID = {
    "en": (
        r"[(,]? ?(?:excluding|without|except|excl\.|leaving (?:out|aside)|other than"
        r"|not (?:counting|including)) (?:the |those of )?{what}(?: out| aside)?\)?"
        r"|[(,]? ?{what} (?:(?:are |is )?not (?:counted|included)|excluded|aside|apart|left out)\)?"
    ),
    "zh": (
        "[（(]?(?:不含|不包括|不计|扣除|剔除|不算){what}(?:投资)?[）)]?的?"
        "|[（(]?{what}(?:投资)?(?:除外|不计|不计入|不含|以外)[）)]?的?"
    ),
}
"""How a sentence says what the label of a figure leaves out."""
_TOLD = compile_words(
    r"leav(?:e|es|ing)|left|strip\w*|tak(?:e|es|ing) (?:out|away)|taken out|aside|apart|remov\w+"
    r"|outside|non-\w+|not count\w+|ignor\w+|disregard\w*|exclud\w+|except\w*|rest|other",
    "[去除刨撇抛剔扣排][掉除开去]|不[算计含包考]|以外|之外|其余|其他|拿掉|拿走|非",
)
"""What tells otherwise than a label that something is left out."""


def without_exclusions(sentence: Sentence, facts: Facts) -> Sentence:
    """Return a sentence with blanks instead of what labels of figures leave out in brackets."""
    for language in sentence.languages:
        for what in facts.left_out[language]:
            said = re.compile(_SAID[language].format(what=re.escape(what)), re.I)
            if what.lower() in sentence.text.lower():
                for found in said.finditer(sentence.text):
                    sentence = sentence.without(*found.span())
    return sentence


def judge_exclusions(results: Results, sentence: Sentence, facts: Facts) -> Results:
    """Return results in which a number is of a whole or of one without a part as the words tell.

    What is of the whole without a part is doubted where nothing tells that a part is left out, and
    what is of the whole where its clause tells that. A doubted number of the whole is borne out
    beside that of the whole without the part.
    """
    told = [
        (one.number.start, facts.of_figure(found.record))
        for one, found in results
        if found and found.status == BORNE_OUT and isinstance(found.record, Figure)
    ]
    parted = [(start, fact) for start, fact in told if _is_parted(fact)]
    return [(one, _judge(one, found, parted, sentence, facts)) for one, found in results]


def _judge(
    one: Judged,
    found: Found | None,
    parted: list[tuple[int, Fact]],
    sentence: Sentence,
    facts: Facts,
) -> Found | None:
    if not found or not isinstance(found.record, Figure):
        return found
    fact = facts.of_figure(found.record)
    is_own = one.number.readings[0].value in [held.value for held in fact.held]
    if not parted:
        apart = any(_is_parted(one) and _is_whole_of(fact, one) for one in facts.list_alike(fact))
        doubtful = apart and is_own and found.status == BORNE_OUT
        told_apart = doubtful and _leaves_out(_text_around(one.number, sentence), sentence)
        return found._replace(status=UNKNOWN) if told_apart else found
    is_of_part = found.status == BORNE_OUT and _is_parted(fact)
    if is_of_part and is_own:
        words = [one.word for one in sentence.words]
        leaves_out = any(one in words for one in _LEAVES_OUT.values())
        leaves_out = leaves_out or _leaves_out(sentence.text, sentence)
        return found if leaves_out else found._replace(status=UNKNOWN)
    if found.status == UNKNOWN:
        own = sentence.clause_at(one.number.start)
        without = _leaves_out(sentence.clause_text(one.number.start), sentence)
        beside = [fact for at, fact in parted if not without or sentence.clause_at(at) == own]
        for bound in one.agreeing:
            if bound.fits and any(_is_whole_of(bound.fact, each) for each in beside):
                return tell_found(one.number, BORNE_OUT, bound)
    return found


def _text_around(number: Number, sentence: Sentence) -> str:
    """Return the words of a clause, with those before it that are behind any other number."""
    before = [one.end for one in sentence.numbers if one.end <= number.start]
    start, end = sentence.clauses[sentence.clause_at(number.start)]
    return sentence.text[min(start, max(before, default=0)) : end]


def _leaves_out(words: str, sentence: Sentence) -> bool:
    return any(_TOLD[lang].search(words) for lang in sentence.languages)


def _is_parted(fact: Fact) -> bool:
    """Return whether a figure is of a whole without a part."""
    return _LEAVES_OUT["zh"] in fact.words["zh"]


def _is_whole_of(fact: Fact, parted: Fact) -> bool:
    """Return whether a figure is of the whole of which another one leaves out a part."""
    return (
        (fact.article, fact.paragraph, fact.places)
        == (parted.article, parted.paragraph, parted.places)
        and bool(fact.words["zh"])
        and fact.words["zh"] < parted.words["zh"]
        and not _is_parted(fact)
    )
