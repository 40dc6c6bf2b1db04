"""What a number counts, and how many places a sentence lists where it tells how many they are."""

import re
from collections.abc import Callable
from itertools import groupby

from briefing.checks.numbers import Number
from briefing.model.records import Place
from briefing.names.glosses import meanings_of, stems_of
from briefing.names.joints import JOINT
from briefing.quantities.english_dates import Span
from briefing.verifying.aligning.clauses import Clauses
from briefing.verifying.aligning.support import stands_in
from briefing.verifying.claim import BORNE_OUT, Found
from briefing.verifying.naming.naming import Mention
from briefing.verifying.numbers.facts import Fact
from briefing.verifying.numbers.kinds import is_ordinal
from briefing.verifying.numbers.manner import tells_rank
from briefing.verifying.numbers.texts import has_words_beside
from briefing.verifying.sentences import Sentence

_PLACES = re.compile("个?(?:县|市|区|城市|地区)|\\s*(?:counties|cities|districts|places|towns)")


_MOST_LISTED = 20


_LISTED = re.compile(r"[\s,，、]*(?:and|和|与|及|以及)?[\s,，、]*")


_BEHIND = re.compile(r" (?:of )?(?:the )?([a-z-]+)(?: ([a-z-]+))?")


_VERBS = frozenset(["is", "was", "has", "does", "this", "its", "as", "us", "plus"])
"""Words in ``s`` behind what is counted that are no plural."""


def find_counted(number: Number, sentence: Sentence) -> frozenset[str]:
    """Return the stems of the English words behind a number, one of which is what it counts.

    Of two words the second is meant where it alone is in the plural: 108 government departments.
    """
    value, unit = number.readings[0]
    behind = _BEHIND.match(sentence.text, number.end)
    if unit is not None or isinstance(value, Span) or not behind:
        return frozenset()
    first, second = behind.groups()
    is_attribute = second and second.endswith("s") and not first.endswith("s")
    return stems_of(second if is_attribute and second not in _VERBS else behind[0])


def counts(fact: Fact, counted: frozenset[str]) -> bool:
    """Return whether a fact counts what has one of some English stems, by its label or unit."""
    if counted & fact.words["en"]:
        return True
    unit = getattr(fact.record, "unit", None) or ""
    return not unit.isascii() and bool(counted & meanings_of(unit))


_QUOTED = re.compile("[“‘「『](?P<word>[^“”‘’「」『』]{1,20})[”’」』]这?$")


def count_listed(number: Number, sentence: Sentence, mentions: list[Mention]) -> int:
    """Return how many places are listed of which a number tells how many they are, or 0.

    So it is told how many characters a word in quotation marks has: “数字”二字.
    """
    if number.readings[0].unit == "字" and number.start:
        word = _QUOTED.search(sentence.text, 0, number.start)
        return len(word["word"]) if word else 0
    told = any(_PLACES.match(sentence.text, at) for at in (number.end - 1, number.end))
    value = number.readings[0].value
    if not told or not isinstance(value, int) or value > _MOST_LISTED:
        return 0
    places = [one for one in mentions if one.ids(Place)]
    runs: list[list[Mention]] = []
    for one in places:
        last = runs[-1][-1] if runs else None
        joined = last and _LISTED.fullmatch(sentence.text, last.end, one.start)
        if last and joined and last.end < one.start:
            runs[-1].append(one)
        else:
            runs.append([one])
    near = [
        len(run)
        for run in runs
        if len(run) > 1
        and _is_beside(run, number, sentence.text)
        and not _AMONG.match(sentence.text, run[-1].end)
    ]
    return max(near, default=0)


_AMONG = re.compile("(?:,? among|,? included)|在内|在其中|都在其中")
"""What stands behind some of the places that are counted, and not all."""
_JOINT = re.compile(r"[\s等这的，,：:（(—–-]*|(?: counties| cities| districts)?(?: of|[:,(])? ?")


def _is_beside(run: list[Mention], number: Number, text: str) -> bool:
    """Return whether a list of places ends right before a number, or begins right behind it."""
    if run[-1].end <= number.start:
        return bool(_JOINT.fullmatch(text, run[-1].end, number.start))
    behind = re.sub(_PLACES, "", text[number.end - 1 : run[0].start], count=1)
    return number.end <= run[0].start and len(behind.strip(" ：:（(，,—–-、of")) <= 1


_ITEM = "[^，。；：、（）()“”,;:]{1,14}?"
_LISTS = {
    "zh": (
        re.compile(
            f"(?:^|[，。；：（“])(?P<list>{_ITEM}(?:、{_ITEM})*(?:(?:和|与|及|以及|、){_ITEM}))(?:这|等|共)?$"
        ),
        None,
    ),
    "en": (
        re.compile(
            r"(?P<list>[A-Z][\w’'-]*(?: [\w’'-]+){0,4}(?:, [A-Z][\w’'-]*(?: [\w’'-]+){0,4})*"
            r",? and [A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3})(?:,| –| are| were| have)?"
            r"(?: the| all(?: the)?)? $"
        ),
        re.compile(
            r"[^.;,:(]{0,60}(?:[,:(–—] ?|, namely )(?P<list>[A-Z][\w’' -]*(?:, [A-Z][\w’' -]*)*"
            r",? and (?:the )?[A-Z][\w’'-]*)"
        ),
    ),
}
"""A list right before a number of things, and one behind it."""
_JOINTS = {"zh": re.compile(JOINT), "en": re.compile(",? and |, ")}
_FAR = 120
_ONLY = re.compile(r"只|仅|唯|\b(?:only|just|sole\w*)\b", re.I)
"""With these, a list claims to be whole."""


def is_number_of_list(number: Number, sentence: Sentence) -> bool:
    """Return whether a number is how many items the list has that stands beside it."""
    value, unit = number.readings[0]
    if isinstance(value, Span) or not 1 < value <= _MOST_LISTED or (unit and unit.isascii()):
        return False
    if _ONLY.search(sentence.clause_text(number.start)):
        return False
    before, behind = _LISTS[sentence.language]
    start, end = number.start, number.end
    found = before.search(sentence.text[max(0, start - _FAR) : start])
    if not found and behind:
        found = behind.match(sentence.text, end, end + _FAR)
    joints = _JOINTS[sentence.language].findall(found["list"]) if found else []
    return len(joints) + 1 == value


_SEGMENT_END = re.compile("[，。；：！？“”（）]")
_LAST_JOINT = re.compile("以及|和|与|及")
_FEWEST_LISTED, _MOST_COUNTED = 2, 10
_LONGEST_ITEM = 14
"""What is longer is no item of a list but a clause of its own."""
_MOST_LISTING = 3
"""In so many clauses of a text at most is looked for a list of what a sentence counts."""
_ONE_OF = re.compile(r"\b(?:among|of) (?:the|its|these|those) $")
_ONE_OF_ZH = re.compile("[^，。；]{0,12}(?:之一|中的)")
_SUCH_AS = re.compile(r"\b(?:among|includ\w+|namely|such as)\b|其中|包括|例如", re.I)


def judge_by_lists(
    number: Number, sentence: Sentence, mentions: list[Mention], clauses: Clauses
) -> Found | None:
    """Return a small number as borne out where a text lists as many things as it tells.

    It is not where something is told to be one of them, since the number is then none of the
    list's own; and the places that the sentence names as some of them are in the list.
    """
    text = sentence.text
    if _ONE_OF.search(text, 0, number.start) or _ONE_OF_ZH.match(text, number.end):
        return None
    members = [
        one
        for one in mentions
        if one.ids(Place) and _SUCH_AS.search(sentence.clause_text(one.start))
    ]
    for clause in clauses.align(sentence, number.start, mentions)[:_MOST_LISTING]:
        if _is_number_of_list(number, clause.text, sentence) and all(
            stands_in(one, clause.text) for one in members
        ):
            at = clause.article, None, clause.paragraph
            return Found(number.start, number.end, "number", BORNE_OUT, *at)
    return None


def _is_number_of_list(number: Number, text: str, sentence: Sentence) -> bool:
    """Return whether a Chinese text lists as many things as a small number tells.

    They are all of a list, or those of it that end in the same two characters, where the sentence
    says what these mean: two railways, of 甲乙高铁、丙丁高铁、戊水库.
    """
    value, unit = number.readings[0]
    if not isinstance(value, int) or not _FEWEST_LISTED <= value <= _MOST_COUNTED:
        return False
    if (unit and unit.isascii()) or is_ordinal(number):
        return False
    lists = (_items_of(one) for one in _SEGMENT_END.split(text) if "、" in one)
    counted = find_counted(number, sentence)

    def is_counted(ending: str) -> bool:
        return ending in sentence.text or bool(counted & meanings_of(ending))

    return any(value in _sizes_of(items, is_counted) for items in lists)


def _items_of(segment: str) -> list[str]:
    """Return the items of a list; of the last two, another word may stand between them."""
    *items, last = segment.split("、")
    joint = _LAST_JOINT.search(last, 1)
    items += [last[: joint.start()], last[joint.end() :]] if joint else [last]
    return items


def _sizes_of(items: list[str], is_counted: Callable[[str], bool]) -> set[int]:
    """Return how many items a list has, and how many in a row of those that end in what is told."""
    short = all(len(one) <= _LONGEST_ITEM for one in items[1:-1])
    sizes = {len(items)} if short and len(items) > _FEWEST_LISTED else set[int]()
    for ending, alike in groupby(items, key=lambda one: one[-2:]):
        if is_counted(ending):
            sizes.add(len(list(alike)))
    return sizes


def judge_small(
    number: Number, found: Found, sentence: Sentence, mentions: list[Mention], clauses: Clauses
) -> Found | None:
    """Return what becomes of a small count; one that a text has in the same words needs no figure.

    So is 川渝两地 told, which are two by any count.
    """
    listed = judge_by_lists(number, sentence, mentions, clauses)
    same = not tells_rank(number, sentence) and has_words_beside(
        number, sentence, mentions, clauses
    )
    return listed or (None if same else found)
