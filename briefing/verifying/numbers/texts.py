"""Holds numbers against the texts, clause by clause, for what no record of a model bears out.

A model need not have all that its text tells. A number of a memo is borne out by a text if the
clause that speaks most of what the memo's sentence speaks of has it, and clearly more so than any
clause with another number of the kind, but for those with other numbers of the sentence.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile

from briefing.checks.agreement import Fault, judge
from briefing.checks.evidence import Held
from briefing.checks.numbers import Number
from briefing.model.records import Place
from briefing.names.issuing import ISSUE
from briefing.names.languages import compile_words
from briefing.quantities.english_dates import Span
from briefing.quantities.roman import LETTERS, SIGNS
from briefing.verifying.aligning.clause import Clause, names_record
from briefing.verifying.aligning.clauses import Clauses
from briefing.verifying.aligning.shares import LEAST
from briefing.verifying.aligning.support import stands_in
from briefing.verifying.claim import BORNE_OUT, UNKNOWN, Found, Kind
from briefing.verifying.naming.naming import Entry, Mention
from briefing.verifying.numbers.kinds import is_time, is_unit_alike, may_be_of_year, suits
from briefing.verifying.numbers.manner import is_below, tells_change, tells_rank
from briefing.verifying.numbers.rounding import is_exact
from briefing.verifying.numbers.times import year_beside
from briefing.verifying.opposites import compare_otherwise
from briefing.verifying.sentences import Sentence
from briefing.verifying.wording import pattern

_SPOKEN_OF = 0.3
_RIVAL = LEAST / _SPOKEN_OF
"""The clause of another number must be spoken of less than this part of the number's own."""
_NUMERALS = "零一二三四五六七八九十"
_MOST_NAMED = 10
_FIRST_PLAN, _LAST_PLAN = 11, 19
"""The Five-Year Plans that are called by their number: 十一五."""
_LABELS = {
    **dict.fromkeys(("unit", "berth", "block", "no.", "number"), "[号#]"),
    **dict.fromkeys(("phase", "stage"), "期|阶段"),
    "section": "标段|标|段",
    "line": "号?线",
    **dict.fromkeys(("class", "classes", "grade"), "类|级"),
}
"""What stands before a number that names one of several things, and behind it in Chinese."""
_LABEL = re.compile(rf"\b({'|'.join(map(re.escape, _LABELS))}) $", re.I)
_TOP = re.compile(r"\b(?:top|Fortune|Global)[ -]$", re.I)
_NAMED = re.compile(r"(?:[A-Z][a-z]+|\b[GSX]) ?$")
"""A word with a capital before a number, which makes it a part of a name: Highway 219, G219."""


def judge_by_texts(
    number: Number, sentence: Sentence, mentions: list[Mention], clauses: Clauses
) -> Found | None:
    """Return a number or date of a sentence as borne out by a text, if it is."""
    if sentence.cell and number.readings[0].unit is None:
        return None  # a numeral of a name would do
    if issued := _find_issued(number, sentence, clauses):
        return issued
    scored = (
        (share, one)
        for share, one in clauses.rank(sentence, number.start, mentions)
        if one.is_counting and _is_of_kind(number, one.held)
    )
    most, clause = next(scored, (0.0, None))
    ahead = year_beside(sentence, number)
    if clause is None or most < _SPOKEN_OF or not agrees(number, clause, ahead, clauses):
        return None
    rivals = takewhile(lambda one: one[0] > _RIVAL * most, scored)
    others = [one for one in sentence.numbers if one is not number and one.readings]
    if not all(
        agrees(number, one, ahead, clauses) or any(agrees(x, one, None, clauses) for x in others)
        for _, one in rivals
    ):
        return None
    if clause.is_hoped and not sentence.is_hoped():
        return None
    if _is_of_other_place(number, sentence, mentions, clause):
        return None
    if tells_rank(number, sentence) and not pattern("placed", "zh").search(clause.text):
        return None  # but the third meeting
    if is_below(number, clause.held) or (
        tells_change(number, sentence)
        and not any(one.around.direction in ("up", "down") for one in clause.held)
    ):
        return None
    if compare_otherwise(sentence.clause_text(number.start), sentence.language, clause.text):
        return None
    kind: Kind = "date" if is_time(number) else "number"
    return Found(number.start, number.end, kind, BORNE_OUT, clause.article, None, clause.paragraph)


_DOCUMENT = compile_words(
    r"(?:policy )?(?:document|paper|opinions?|guidelines?|circular|notice|directive)s?",
    f"(?:份|底|初)?(?:{ISSUE}|下发)?的?(?:这份|那份)?(?:文件|意见|通知|《)",
)
"""What stands behind the month in which a document was issued."""
_ISSUED = re.compile(f"{ISSUE}|下发|颁布")


def _find_issued(number: Number, sentence: Sentence, clauses: Clauses) -> Found | None:
    """Return a month as borne out that tells which document is meant, where one is of it."""
    value = number.readings[0].value
    behind = number.end + (sentence.language == "en")
    beside = _DOCUMENT[sentence.language].match(sentence.text, behind)
    if not beside or not isinstance(value, Span) or not value.first or value.day:
        return None
    for one in clauses.list_telling(_ISSUED.pattern):
        if any(held.unit == "date" and suits(value, str(held.value)) for held in one.held):
            at = number.start, number.end
            return Found(*at, "date", BORNE_OUT, one.article, None, one.paragraph)
    return None


_WATERS = re.compile("(?:[河江湖海溪山岭]|三角洲|水库|流域)$")
"""What ends the names of regions that are rivers, lakes, mountains and the like."""


def _is_of_other_place(
    number: Number, sentence: Sentence, mentions: list[Mention], clause: Clause
) -> bool:
    """Return whether what a clause tells a number of names places, and none of the memo's clause.

    Of a list it is the item that has the number.
    """
    own = sentence.clause_at(number.start)
    said = [
        one for one in mentions if sentence.clause_at(one.start) == own and _are_places(one.entries)
    ]
    item = _find_item(number, clause)
    if not said or any(stands_in(one, item) for one in said):
        return False
    title = clause.article.source.title.zh
    return any(
        names_record(item, place)
        for place in clause.article.of(Place)
        if not _is_wide(place) and not names_record(title, place)
    )


def _find_item(number: Number, clause: Clause) -> str:
    """Return the item of the list in a clause that has a number, or the clause where none has."""
    words = [
        one.words
        for one in clause.held
        if any(one.value == reading.value for reading in number.readings)
    ]
    items = clause.text.split("、")
    return next((one for one in items if any(each in one for each in words)), clause.text)


def _are_places(entries: Sequence[Entry]) -> bool:
    """Return whether a name stands for a place, and for none that most others lie in."""
    places = [one.record for one in entries if isinstance(one.record, Place)]
    return bool(places) and not any(map(_is_wide, places))


def _is_wide(place: Place) -> bool:
    """Return whether most of what a text tells of may lie in a place: a province or a region."""
    is_river = _WATERS.search(place.name.zh)
    return place.kind == "province" or (place.kind == "region" and not is_river)


def stands_beside(
    number: Number, sentence: Sentence, mentions: list[Mention], clauses: Clauses
) -> bool:
    """Return whether a clause that tells the same as a sentence has just the number."""
    alike = clauses.align(sentence, number.start, mentions)
    return any(agrees(number, one, None, clauses) for one in alike)


def has_words_beside(
    number: Number, sentence: Sentence, mentions: list[Mention], clauses: Clauses
) -> bool:
    """Return whether a clause that tells the same as a sentence has the words of a number in it."""
    alike = clauses.align(sentence, number.start, mentions)
    return len(number.words) > 1 and any(number.words in one.text for one in alike)


def judge_label(number: Number, sentence: Sentence, clauses: Clauses) -> Found | None:
    """Return what became of a number that names one of several things: Unit 2, Phase 2.

    Nothing is said where no text is there, or where a number names nothing.
    """
    value, unit = number.readings[0]
    before = sentence.text[: number.start]
    named = _LABEL.search(before)
    if not clauses.texts or not isinstance(value, int):
        return None
    texts = (one.text for text in clauses.texts.values() for one in text.paragraphs)
    if named and 0 < value <= _MOST_NAMED:
        roman = f"{SIGNS[value - 1]}|(?<![A-Z]){LETTERS[value - 1]}(?![A-Z])"
        written = f"(?<![0-9]){value}|{_NUMERALS[value]}|{roman}"
        more = f"(?:[、和或至到—~-](?:[{SIGNS}]|[IVX]+))*"  # of Ⅱ、Ⅲ类
        known = re.compile(f"(?:{written}){more} ?(?:{_LABELS[named[1].lower()]})")
        status = BORNE_OUT if any(map(known.search, texts)) else UNKNOWN
        return Found(number.start, number.end, "number", status)
    if unit is None and sentence.language == "en" and _NAMED.search(before):
        numbered = re.compile(rf"[国省县]道{value}(?![0-9])|(?<![0-9.]){value}[号道线]")
        if any(map(numbered.search, texts)):
            return Found(number.start, number.end, "number", BORNE_OUT)
    if _TOP.search(before) and clauses.has(f"{value}强"):
        return Found(number.start, number.end, "number", BORNE_OUT)
    return None


def is_of_plan(number: Number, sentence: Sentence, clauses: Clauses) -> bool:
    """Return whether a number is a part of the name of a Five-Year Plan that the texts have."""
    return any(
        plan.start() <= number.start < plan.end()
        and clauses.has(f"十{_NUMERALS[int(plan[1]) % 10]}五")
        for plan in pattern("plan", "en").finditer(sentence.text)
        if _FIRST_PLAN <= int(plan[1]) <= _LAST_PLAN
    )


_CONGRESS = re.compile(
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th) (?:[A-Za-z]\w* ){0,4}(?:[Cc]ongress|[Cc]ommittee|[Pp]lenum)\b"
)
_CONGRESSES = range(10, 30)
_CALLED = "大届次"
"""What stands behind the number of a congress or of the committee that it elects."""


def is_of_congress(number: Number, sentence: Sentence, clauses: Clauses) -> bool:
    """Return whether a number is that of a Party congress or committee of the texts: 党的十八大."""
    return any(
        found.start() <= number.start < found.end()
        and int(found[1]) in _CONGRESSES
        and any(clauses.has(f"{_write(int(found[1]))}{one}") for one in _CALLED)
        for found in _CONGRESS.finditer(sentence.text)
    )


def _write(number: int) -> str:
    """Return a number from 10 to 29 in Chinese."""
    tens, ones = divmod(number, 10)
    return f"{'二' if tens > 1 else ''}十{_NUMERALS[ones] if ones else ''}"


def _is_of_kind(number: Number, held: Iterable[Held]) -> bool:
    if is_time(number):
        return any(one.unit == "date" for one in held)
    return any(
        one.unit != "date" and is_unit_alike(reading.unit, one.unit)
        for reading in number.readings
        for one in held
    )


def agrees(number: Number, clause: Clause, ahead: int | None, clauses: Clauses) -> bool:
    """Return whether a clause has a number or date; ``ahead`` are the years told beside a date."""
    if ahead is not None and is_time(number):
        year = clause.article.source.day.year + ahead
        readings = tuple(
            one._replace(value=one.value._replace(year=year))
            for one in number.readings
            if isinstance(one.value, Span)
        )
        number = number._replace(readings=readings)
    spans = [one.value for one in number.readings if isinstance(one.value, Span)]
    if spans:
        around, day = clauses.paragraph_of(clause), clause.article.source.day
        if not any(may_be_of_year(one, around, day) for one in spans):
            return False
    units = {one.unit for one in number.readings}
    own = tuple(one for one in clause.held if one.unit in units)
    held = own or clause.held  # what is counted by another word is another thing, if this one is
    return judge(number, held).fault == Fault.NONE and is_exact(number, held)
