"""What the words around a number make of it: a rise, a fall, less than nought, a rank."""

import re
from collections.abc import Iterable

from briefing.checks.evidence import Held
from briefing.checks.numbers import Number
from briefing.model.records import Figure
from briefing.verifying.numbers.facts import Fact
from briefing.verifying.numbers.kinds import is_ordinal
from briefing.verifying.opposites import compare_otherwise
from briefing.verifying.sentences import Sentence

GROWTH = "增长|增速|增幅"
"""The alternatives of a pattern for what tells in Chinese that a number is a rate of growth."""
_FROM_OR_TO = re.compile(r"(?:\b(?:from|to)|[由从至到])(?: [a-z]+| (?:less|more) than)?$")
_LONGEST = 40
"""What tells that a share is risen from or to ends within so many characters before it."""


def tells_change(number: Number, sentence: Sentence) -> bool:
    """Return whether a share is told to be what something has risen or fallen by."""
    if number.readings[0].unit not in ("%", "pp", "bp") or number.around.role in ("from", "to"):
        return False
    before = sentence.text[max(0, number.start - _LONGEST) : number.start].rstrip()
    return number.around.direction in ("up", "down") and not _FROM_OR_TO.search(before)


_MORE_THAN = re.compile(
    r"[a-z -]{0,24}\b(?:more|less|fewer|\w+er) than\b"
    r"|[a-z -]{0,12}\b(?:ahead of|above|below|behind)\b",
    re.I,
)
"""What stands behind a number by which one amount is told to be more or less than another."""
_MORE_BY = re.compile(
    "比[^，。；]{1,20}[多少高低大小长短]出?[了约近超过逾]{0,2}$|[多高超]出[了约近超过逾]{0,2}$"
)


def tells_difference(number: Number, sentence: Sentence) -> bool:
    """Return whether a number is told to be by how much something is more or less."""
    if number.around.role == "by":
        return True
    if sentence.language == "zh":
        return bool(_MORE_BY.search(sentence.text[max(0, number.start - _LONGEST) : number.start]))
    return bool(_MORE_THAN.match(sentence.text, number.end))


FIRST = re.compile(r"(?:the )?first|首[个次家]?|第一[个次家]?", re.I)


def tells_rank(number: Number, sentence: Sentence) -> bool:
    """Return whether a number tells which place something takes in an order."""
    before = sentence.text[max(0, number.start - 12) : number.end]
    ordinal = is_ordinal(number) and not FIRST.fullmatch(number.words)
    return ordinal and bool(sentence.pattern("placed").search(before))


def is_below(number: Number, held: Iterable[Held]) -> bool:
    """Return whether a number has a minus, and nothing that is held is below nought or a fall."""
    return all(
        isinstance(one.value, int | float) and one.value < 0 for one in number.readings
    ) and not any(
        one.around.direction == "down" or (not isinstance(one.value, str) and one.value < 0)
        for one in held
    )


def compares_otherwise(fact: Fact, number: Number, sentence: Sentence) -> bool:
    """Return whether a difference is told to be above what its anchors tell it to be below."""
    anchors = "\n".join(one.anchor for one in fact.record.evidence)
    clause = sentence.clause_text(number.start)
    return fact.is_difference and compare_otherwise(clause, sentence.language, anchors)


_AREAS = {
    "world": re.compile("全球|世界|亚洲|\\b(?:world|globe|globally|Asia)\\b"),
    "country": re.compile(
        "全国|国内|我国"
        "|\\b(?:in|of|across|throughout|leads?|tops?) (?:all of )?"
        "(?:China|the (?:whole )?(?:country|nation))\\b"
        "(?!['’]s)|\\bnation(?:wide|ally)\\b"
    ),
    "province": re.compile(
        "全省|省内|我省|全区"
        "|\\b(?:in|of|across|throughout) the (?:whole )?province\\b|\\bprovince-?wide\\b"
    ),
    "city": re.compile(
        "全市|市内|全州|\\b(?:in|of|across|throughout) the (?:whole )?(?:city|prefecture)\\b"
    ),
}
"""The words that tell among whom something takes a place in an order."""


def ranks_elsewhere(fact: Fact, number: Number, sentence: Sentence) -> bool:
    """Return whether a rank or share is told of another area than its label and anchors tell."""
    known = _find_areas_of(fact)
    said = find_areas(sentence.clause_text(number.start)) if known else set()
    return bool(said) and said.isdisjoint(known)


_OF_COUNTRY = re.compile(
    "全国|我国|全球|世界|\\b(?:national|nation|country|China|world|global)(?:['’]s|wide|ly)?\\b",
    re.I,
)


def is_of_wider_area(fact: Fact, number: Number, sentence: Sentence) -> bool:
    """Return whether a number is told of the country or the world, and a fact is of neither.

    It is of another area, too, where both are told.
    """
    clause = sentence.clause_text(number.start)
    label = fact.record.title
    own = f"{label.zh}\n{label.en or ''}\n" + "\n".join(one.anchor for one in fact.record.evidence)
    if _OF_COUNTRY.search(clause) and not _OF_COUNTRY.search(own):
        return True
    said, known = find_areas(clause), find_areas(own)
    return bool(said and known) and said.isdisjoint(known)


def is_among(fact: Fact, kinds: set[str]) -> bool:
    """Return whether a fact is a rank, or a share of what an area of one of some kinds has."""
    is_rank = getattr(fact.record, "kind", "") == "rank"
    return is_rank or not kinds.isdisjoint(_find_areas_of(fact))


def _find_areas_of(fact: Fact) -> set[str]:
    """Return the areas among which a rank or share is, as its label and anchors tell."""
    record = fact.record
    if not isinstance(record, Figure):
        return set()
    is_share = record.unit == "%" and not fact.is_change
    if record.kind != "rank" and not is_share:
        return set()
    anchors = (one.anchor for one in record.evidence)
    return find_areas("\n".join((record.label.zh, record.label.en or "", *anchors)))


def find_areas(text: str) -> set[str]:
    """Return the areas among which a text tells something to be the first, or all."""
    return {area for area, words in _AREAS.items() if words.search(text)}
