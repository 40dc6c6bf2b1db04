"""Whether one rate or amount is above another one, as a sentence tells with few numbers or none.

What is told to have grown faster than something else, or by so many points faster, is held against
the figures of both. Where all that may be meant tell the same, it bears the words out or doubts
them.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Literal, NamedTuple

from briefing.checks.numbers import Number
from briefing.model.records import Place
from briefing.names.languages import compile_words
from briefing.verifying.aligning.clauses import MOST_ASKED
from briefing.verifying.claim import BORNE_OUT, UNKNOWN, Found
from briefing.verifying.naming.naming import Mention
from briefing.verifying.numbers.earlier import DIGITS, is_earlier
from briefing.verifying.numbers.facts import Fact
from briefing.verifying.numbers.indexes import Facts
from briefing.verifying.numbers.kinds import is_time, spans_of, suits
from briefing.verifying.numbers.manner import GROWTH
from briefing.verifying.numbers.pairs import Pair, Speaking, find_pairs
from briefing.verifying.numbers.rounding import is_result
from briefing.verifying.numbers.weighing import is_small_count
from briefing.verifying.sentences import Sentence

Way = Literal["above", "below", "level"]
_ABOVE_EN = (
    r"(?:faster|quicker|higher|stronger|better|larger|bigger|greater"
    r"|(?:more (?:quickly|rapidly|strongly|sharply)|by more)) than"
    r"|outpac\w+|outstripp?\w*|outr[au]n|outgr[eo]w\w*|beat(?:s|ing)?|exceed\w*|surpass\w*"
    r"|ahead of|above(?= (?:the|that|those|its)\b)"
)
_BELOW_EN = (
    r"(?:slower|lower|weaker|smaller|less (?:quickly|rapidly|strongly|sharply|fast)|by less"
    r"|more slowly) than|lag(?:s|ged|ging)?(?: behind)?|trail(?:s|ed|ing)?|behind"
    r"|below(?= (?:the|that|those|its)\b)|f[ae]ll(?:s|ing)? short of"
)
_LEVEL_EN = (
    r"as (?:fast|quickly|rapidly|strongly) as|level with|on a par with|match(?:es|ed|ing)"
    r"|(?:at )?the same (?:rate|pace) as|kept pace with"
)
_COMPARES = compile_words(
    rf"(?P<above>{_ABOVE_EN})|(?P<below>{_BELOW_EN})|(?P<level>{_LEVEL_EN})",
    "(?P<above>(?:[高快大强优]于|超过(?!去年|上年)|略超(?!过)|超(?=全年|年度)|领先于?|跑赢|胜过|[高快]出(?=[^，。；0-9]{3})))"
    "|(?P<below>(?:[低慢小弱逊]于|(?:未|没有?)(?:能?达到?|完成)(?=全年|年度)|不及|不如|落后于?|赶不上|跑输))"
    "|(?:比|较)(?P<with>[^，。；：比]{1,20}?)(?:还|更|都|要|略|稍)*(?:(?P<more>[高快大])|(?P<less>[慢低小]))"
    "|[与和同跟](?P<same>[^，。；：与和同跟]{1,16}?)(?:持平|相当|相同|一致|不相上下|一样快)",
)
"""What tells that one thing is above, below or level with another, which stands behind it."""
_PACE = compile_words(
    r".*(?:fast|quick|slow|rapid|strong|sharp|outpac|outr[au]n|outgr|kept pace).*", ".*[快慢跑].*"
)
_SIZE = compile_words(r".*(?:larger|bigger|smaller|greater).*", ".*[大小]于?$")
_GROWS = compile_words(
    r"gr[eo]w\w*|r[io]se\w*|rising|increas\w+|expan\w+|climb\w*|pace|rates?",
    f"{GROWTH}|涨幅|增势|提速",
)
"""What compares rates of growth, and what how much there is of two things; other words do either,
and where the sentence tells of growth they compare rates."""
_NO_OBJECT = re.compile(r"\s*(?:[,.;)]|$|(?:with|at|by|in)\b)")
"""What tells behind a word that compares that it does not tell with what: the last one trailed."""
_TURNED = re.compile("的(?:只有|仅有|唯有|是|为|有)(?=[^，。；]{2})")
"""What stands between that with which something is compared and what is: 快于全省的只有甲市."""
_ELSEWHERE = compile_words(
    r"nation\w*|country\w*|china\w*|world\w*|last|previous|earlier|before|ago|expect\w+"
    r"|forecast\w*|other|any|every|elsewhere|neighbou?r\w*|ever|usual",
    "全国|国内|去年|上年|同期|预期|以往|往年|其他|其它|任何|周边|外省|世界|全球|此前|之前",
)
"""With what is compared that the figures of an article seldom tell."""
_POINTED = compile_words(
    r"(?:this|that)(?: (?:rate|level|figure|pace|mark))?(?=[.,;]|$)", "[这该此前][一个]?[水增]"
)
"""With what is compared that the clauses before it tell: 快于这一水平."""
_ONE_POINT = re.compile(r"(?<!of )\b(?:a|one) (?:(?:full|whole) )?(?:percentage )?point\b", re.I)
"""A point that is not written as a number."""
_APART_BY_ONE = 0.95, 1.05
_DENIED = compile_words(r"not|no|never|neither|nor|hardly|n['’]t", "[未没不]|无法|并非")
_NO_OTHER = compile_words(
    r"no(?:ne|where| other| \w+ )", "没有[^，。]{0,6}[比像能]|无[^，。]{0,6}[比像能]"
)
_BEFORE = 12
"""A denial stands within so many characters before what compares."""
_WIDEST = 3
"""So many clauses before what compares may tell what is compared."""
_NUMBER_WITHIN = 8
"""An amount that begins so soon behind what compares is that with which something is compared."""
_AS_GOOD = 0.3
"""Of pairs that suit a sentence as well but for so much, all must tell the same."""


class _Comparison(NamedTuple):
    """What compares two things, where they stand, and the pairs of figures that may be meant."""

    said: re.Match[str]
    before: range
    behind: range
    pairs: list[Pair]

    @property
    def way(self) -> Way:
        """Which way the first one is told to be from the other."""
        groups = self.said.groupdict()
        if groups["above"] or groups.get("more"):
            return "above"
        return "below" if groups["below"] or groups.get("less") else "level"

    @property
    def ways(self) -> set[Way]:
        """Which ways the figures lie that may be meant."""
        return {_tell_way(one) for one in self.pairs}

    def list_apart(self) -> list[float]:
        """Return by how much the two figures of each pair are apart."""
        return [round(abs(_value_of(x.one) - _value_of(x.other)), DIGITS) for x in self.pairs]


def judge_compared(
    sentence: Sentence, mentions: list[Mention], found: Iterable[Found], facts: Facts
) -> Iterator[Found]:
    """Yield what was found, with what compares two things held against the figures of both.

    Where it is borne out, so is by how many points they are apart, and the time of each.
    """
    found = list(found)
    for language in sentence.languages:
        speaking = Speaking(sentence, mentions, facts, language)
        for one in _list_comparisons(speaking):
            pair = one.pairs[0].one
            is_so = one.ways == {one.way} and _is_apart_by_one(one, sentence)
            status = BORNE_OUT if is_so else UNKNOWN
            said = one.said.span()
            compared = Found(*said, "statement", status, pair.article, pair.record, pair.paragraph)
            if status == BORNE_OUT:
                found = [_bear_out(each, one, speaking) for each in found]
            found.append(compared)
    yield from found


def _bear_out(found: Found, one: _Comparison, speaking: Speaking) -> Found:
    """Return a doubted number, time or place of a comparison, borne out if the figures do so."""
    sentence, pair = speaking.sentence, one.pairs[0]
    if found.status == BORNE_OUT or found.kind not in ("number", "date", "statement", "name"):
        return found
    if found.kind == "name":
        named = [x for x in speaking.mentions if (x.start, x.end) == (found.start, found.end)]
        places = {place for each in named for place in each.ids(Place)}
        of_pair = places & (pair.one.places | pair.other.places)
        return found._replace(status=BORNE_OUT) if of_pair else found
    if found.kind == "statement":
        inside = one.before.start <= found.start < max(one.before.stop, one.behind.stop)
        words = sentence.text[found.start : found.end]
        grows = inside and any(_GROWS[lang].fullmatch(words) for lang in sentence.languages)
        return _as_borne_out(found, pair.one) if grows else found
    number = next((x for x in sentence.numbers if x.start == found.start), None)
    if number is None:
        return found
    for span, fact in ((one.before, pair.one), (one.behind, pair.other)):
        told = number.start in span or is_earlier(fact)  # which is mostly told again
        if told and (_is_time_of(number, fact) or _is_value_of(number, fact)):
            return _as_borne_out(found, fact)
    beside = sentence.clause_at(number.start) == sentence.clause_at(one.said.start())
    points = number.readings[0].unit == "pp" and beside
    if points and any(is_result(number, each) for each in one.list_apart()):
        return _as_borne_out(found, pair.one)
    return found


def _is_apart_by_one(one: _Comparison, sentence: Sentence) -> bool:
    """Return whether two rates are a point apart, where the clause tells that they are."""
    told = _ONE_POINT.search(sentence.clause_text(one.said.start()))
    return not told or any(_APART_BY_ONE[0] <= x < _APART_BY_ONE[1] for x in one.list_apart())


def _is_time_of(number: Number, fact: Fact) -> bool:
    return any(suits(one, code) for one in spans_of(number) for code in fact.times)


def _is_value_of(number: Number, fact: Fact) -> bool:
    value, unit = number.readings[0]
    return any((held.value, held.unit) == (value, unit) for held in fact.held)


def _as_borne_out(found: Found, fact: Fact) -> Found:
    return Found(
        found.start, found.end, found.kind, BORNE_OUT, fact.article, fact.record, fact.paragraph
    )


def _list_comparisons(speaking: Speaking) -> Iterator[_Comparison]:
    """Yield what compares two things of which the figures clearly are known."""
    sentence, _, _, language = speaking
    for said in islice(_COMPARES[language].finditer(sentence.text), MOST_ASKED):
        near, behind = _cut(said, speaking)
        start = max(near.start, said.start() - _BEFORE)
        if (
            _DENIED[language].search(sentence.text[start : said.start()])
            or _NO_OTHER[language].search(sentence.text[near.start : said.start()])
            or _ELSEWHERE[language].search(sentence.text[behind.start : behind.stop])
            or _is_with_amount(said, sentence)
            or (said["below"] and _NO_OBJECT.match(sentence.text, said.end()))
        ):
            continue
        grows = compares_growth(said, sentence, language)
        for before in _list_wider(near, said, speaking):
            pairs = list(find_pairs(speaking, before, behind, grows=grows))
            if pairs:
                break
        best = max((one.score for one in pairs), default=0.0)
        pairs = [one for one in pairs if one.score >= best - _AS_GOOD]
        one = _Comparison(said, before, behind, sorted(pairs, key=lambda each: -each.score))
        if len(one.ways) == 1:
            yield one


def compares_growth(said: re.Match[str], sentence: Sentence, language: str) -> bool:
    """Return whether rates are compared, and not how much there is of two things."""
    if _PACE[language].fullmatch(said[0]):
        return True
    rates = any(one.readings and one.readings[0].unit in ("%", "pp") for one in sentence.numbers)
    return not _SIZE[language].fullmatch(said[0]) and bool(
        rates or _GROWS[language].search(sentence.text)
    )


def _is_with_amount(said: re.Match[str], sentence: Sentence) -> bool:
    """Return whether an amount stands right behind what compares, as in 超过9500亿元."""
    rates = "%", "pp", "bp"
    return any(
        0 <= one.start - said.end() <= _NUMBER_WITHIN
        and bool(one.readings)
        and not (any(spans_of(one)) or is_small_count(one))
        and one.readings[0].unit not in rates
        and sentence.clause_at(one.start) == sentence.clause_at(said.start())
        for one in sentence.numbers
    )


def _cut(said: re.Match[str], speaking: Speaking) -> tuple[range, range]:
    """Return where the two sides stand of what compares them.

    That with which something is compared stands behind, or is what the clause before tells.
    """
    sentence, language = speaking.sentence, speaking.language
    own = sentence.clause_at(said.start())
    first, last = sentence.clauses[own]
    groups = said.groupdict()
    if groups.get("with") or groups.get("same"):
        behind = range(*said.span("with" if groups["with"] else "same"))
    else:
        behind = range(said.end(), max(last, said.end()))
        if turned := _TURNED.search(sentence.text, behind.start, behind.stop):
            return range(turned.end(), behind.stop), range(behind.start, turned.start())
    before = range(first, said.start())
    if own and _POINTED[language].search(sentence.text, behind.start, last):
        return before, range(*sentence.clauses[own - 1])
    return before, behind


def _list_wider(near: range, said: re.Match[str], speaking: Speaking) -> Iterator[range]:
    """Yield where the first side may stand: in the clause itself, and from ones before it on.

    The next one comes first where the clause names nothing, or that one tells but the time.
    """
    sentence = speaking.sentence
    own = sentence.clause_at(said.start())
    spans = [near]
    if near.stop <= said.start():
        firsts = (sentence.clauses[own - back][0] for back in range(1, min(own, _WIDEST) + 1))
        spans += [range(first, near.stop) for first in firsts]
    if len(spans) > 1:
        beside = range(spans[1].start, near.start)
        numbers = [one for one in sentence.numbers if one.start in beside]
        is_time_alone = bool(numbers) and all(map(is_time, numbers)) and not speaking.names(beside)
        if is_time_alone or not speaking.names(near):
            spans = [*spans[1:], near]
    yield from spans


def _tell_way(pair: Pair) -> Way:
    one, other = _value_of(pair.one), _value_of(pair.other)
    return "level" if one == other else "above" if one > other else "below"


def _value_of(fact: Fact) -> float:
    """Return the value of a figure, below nothing for a fall."""
    held = fact.held[0]
    assert not isinstance(held.value, str)
    turn = getattr(getattr(fact.record, "change", None), "turn", None)
    return -held.value if turn == "down" or held.around.direction == "down" else held.value
