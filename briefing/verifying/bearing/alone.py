"""Names of which a sentence tells alone what the text tells of them together with others."""

import re
from collections.abc import Iterator
from itertools import islice

from briefing.names.joints import JOINT
from briefing.verifying.aligning.clause import Clause
from briefing.verifying.aligning.clauses import MOST_ASKED, Clauses
from briefing.verifying.aligning.support import doubt
from briefing.verifying.claim import Found
from briefing.verifying.naming.naming import Mention
from briefing.verifying.naming.variants import list_names
from briefing.verifying.numbers.kinds import is_time, is_unit_alike
from briefing.verifying.sentences import Sentence

_ALONE = {
    "zh": re.compile(
        "单独|独自|独家|独居|独力|一[家市县区]独|全部|全都|单是|光是|唯独|限于|只限|仅限|清一色"
        "|(?<![不非])[只仅](?![有是要能会好次占为])|只有|仅有|一个?[市县区乡镇](?![^，。]{0,2}[业体律共])"
    ),
    "en": re.compile(
        r"\b(?:alone|only(?=[.,;]|$)|solely|entirely|exclusively|single-handedly|by itself"
        r"|(?:on|by) (?:its|their|his|her) own(?! initiative| account)|just one of|nothing but"
        r"|(?:confined|limited|restricted) to|only (?:in|by|from|at|to|for)|only(?= (?-i:[A-Z]))"
        r"|all (?:of )?"
        r"(?:the |its |their )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten))\b",
        re.I,
    ),
}
"""What tells that something is so of what is named, and of nothing else."""
_PLAIN = "市县区省"
_NAMING = 0.3
"""The least share of it that a clause must have which names the same."""
_TOLD = 0.4
"""The least share of a sentence that the clause must have which tells the same."""


def judge_alone(sentence: Sentence, mentions: list[Mention], clauses: Clauses) -> Iterator[Found]:
    """Yield the names that stand alone for a list of which the sentence names nothing else."""
    for language in sentence.languages:
        for said in islice(_ALONE[language].finditer(sentence.text), MOST_ASKED):
            for mention in mentions:
                if sentence.clause_at(mention.start) != sentence.clause_at(said.start()):
                    continue
                told = _find_clause(sentence, mention, clauses)
                if told and _is_listed(mention, mentions, sentence, told):
                    yield doubt(*said.span(), "statement", told)
                    break
            else:
                if language == "zh" and (
                    told := _find_list(sentence, said.start(), clauses)
                    or _find_like(sentence, said.start(), clauses)
                ):
                    yield doubt(*said.span(), "statement", told)


_ITEM = re.compile(f"{JOINT}|等")
_LIKE, _SHORT = 3, 2
"""Of an item of a list so many characters in a row must be told, or all of a short one."""


def _find_list(sentence: Sentence, at: int, clauses: Clauses) -> Clause | None:
    """Return the clause that tells most of a Chinese sentence, if it lists more than that tells.

    The sentence tells some of its items at an offset, and others nowhere.
    """
    own = sentence.clause_text(at)
    for share, clause in clauses.rank(sentence, at, []):
        if share < _TOLD:
            break
        items = [one for one in _ITEM.split(clause.text) if len(one) >= _SHORT]
        told = [one for one in items if _has_some(one, own)]
        if told and any(not _has_some(one, sentence.text) for one in items):
            return clause
    return None


_GOES_ON = re.compile("^(?:进一步|同时|还要?|并|也|再|又)+")
_VERB = 2
"""So many characters of a clause, behind words with which it goes on, tell what is done."""
_WITH_NUMBER = re.compile("[0-9]")


def _find_like(sentence: Sentence, at: int, clauses: Clauses) -> Clause | None:
    """Return the clause that tells most of a clause, if one beside it tells the same of others.

    Both begin with what is done: 理顺和市的关系，理顺和省的关系.
    """
    own = sentence.only(*sentence.clauses[sentence.clause_at(at)])
    best = next(clauses.rank(own, at, []), None)
    if best is None or best[0] < _TOLD or _WITH_NUMBER.search(best[1].text):
        return None
    bare = _GOES_ON.sub("", best[1].text)
    for one in clauses.sentences_of([best[1]]):
        like = _GOES_ON.sub("", one.text)
        is_like = one is not best[1] and like[:_VERB] == bare[:_VERB]
        rest = _cut_common_end(like[_VERB:], bare)
        if is_like and rest and bare[:_VERB] in own.text and not _has_some(rest, sentence.text):
            return best[1]
    return None


def _cut_common_end(text: str, other: str) -> str:
    """Return a text without the characters at its end with which another one ends, too."""
    while text and other and text[-1] == other[-1]:
        text, other = text[:-1], other[:-1]
    return text


def _has_some(item: str, text: str) -> bool:
    """Return whether some characters in a row of an item stand in a text."""
    size = min(_LIKE, len(item))
    return any(item[at : at + size] in text for at in range(len(item) - size + 1))


def _find_clause(sentence: Sentence, mention: Mention, clauses: Clauses) -> Clause | None:
    """Return the clause that names something and tells most of a sentence, or has its number."""
    naming = [
        one
        for share, one in clauses.rank(sentence, mention.start, [])
        if share >= _NAMING and any(name in one.text for name in _names_of(mention))
    ]
    return next((one for one in naming if _has_amount(sentence, one)), next(iter(naming), None))


def _has_amount(sentence: Sentence, clause: Clause) -> bool:
    """Return whether a clause has an amount of a sentence."""
    return any(
        reading.value == held.value and is_unit_alike(reading.unit, held.unit)
        for number in sentence.numbers
        if not is_time(number)
        for reading in number.readings
        for held in clause.held
    )


def _names_of(mention: Mention) -> list[str]:
    """Return the Chinese names of what a mention stands for, without their kinds of place."""
    return [
        plain
        for entry in mention.entries
        for one in list_names(entry.record, "zh")
        if (plain := one.rstrip(_PLAIN))
    ]


def _is_listed(
    mention: Mention, mentions: list[Mention], sentence: Sentence, clause: Clause
) -> bool:
    """Return whether a clause names something in a list with what a sentence does not name."""
    named = "\n".join([sentence.text, *(one for each in mentions for one in _names_of(each))])
    for name in _names_of(mention):
        beside = re.search(
            f"{re.escape(name)}[^、和与及，]{{0,6}}?{JOINT}(?P<behind>[\u4e00-\u9fff]{{2}})"
            f"|(?P<before>[\u4e00-\u9fff]{{2}}){JOINT}{re.escape(name)}",
            clause.text,
        )
        if beside and not any(one in named for one in beside.groups() if one):
            return True
    return False
