"""What in a sentence makes a number doubtful that a fact agrees with."""

import re

from briefing.checks.numbers import Number, read_chinese
from briefing.model.choices import WIDE
from briefing.model.records import Figure, Place
from briefing.names.languages import compile_words
from briefing.quantities.months import MONTHS
from briefing.verifying.aligning.clauses import Clauses
from briefing.verifying.numbers.binding import Bound
from briefing.verifying.numbers.indexes import Facts
from briefing.verifying.numbers.measured import is_of_other_measure
from briefing.verifying.numbers.otherwise import is_told_otherwise
from briefing.verifying.numbers.outcomes import is_of_goal
from briefing.verifying.numbers.weighing import is_share_of_other
from briefing.verifying.sentences import Sentence
from briefing.verifying.wording import pattern

_LEADING = re.compile("(?:届时|到时|其中|同时|目前|此外|另外|另|并|且|而|之后)?，?")
"""What may stand before the words of a clause that are copied."""
_FEWEST_COPIED = 10
"""Fewer characters before a number and with it may stand in a text by chance."""


def is_doubtful(
    number: Number, bound: Bound, sentence: Sentence, facts: Facts, clauses: Clauses
) -> bool:
    """Return whether a sentence tells otherwise of a number than the fact that it agrees with.

    It does not where a text has its clause in the same words.
    """
    return _tells_otherwise(number, bound, sentence, facts, clauses) and not _is_copied(
        number, sentence, clauses
    )


def _is_copied(number: Number, sentence: Sentence, clauses: Clauses) -> bool:
    """Return whether a text has a Chinese clause up to the end of a number in the same words."""
    if sentence.language != "zh":
        return False
    start, _ = sentence.clauses[sentence.clause_at(number.start)]
    leading = _LEADING.match(sentence.text, start)
    words = sentence.text[leading.end() if leading else start : number.end]
    return len(words) >= _FEWEST_COPIED and clauses.has(words)


def _tells_otherwise(
    number: Number, bound: Bound, sentence: Sentence, facts: Facts, clauses: Clauses
) -> bool:
    return (
        _is_of_name(bound, sentence)
        or _is_parted(number, bound, sentence)
        or _is_told_of_whole(number, bound, sentence)
        or _is_turned(number, bound, sentence, facts)
        or is_share_of_other(number, bound, sentence, facts, clauses)
        or _is_told_as_added(number, bound, sentence)
        or _is_of_other_base(number, bound)
        or _is_since_other_time(number, bound, sentence)
        or _is_for_each_of_other(number, bound)
        or _is_averaged_otherwise(number, bound, sentence, clauses)
        or _is_told_as_total(number, bound, sentence)
        or _is_told_as_level(number, bound, sentence)
        or _is_told_as_growth(number, bound, sentence)
        or _counts_other(number, bound, sentence, facts)
        or _is_told_as_now(number, bound, sentence)
        or is_of_other_measure(number, bound, sentence)
        or is_of_goal(number, bound, sentence, facts)
        or is_told_otherwise(number, bound, sentence)
    )


def _is_of_name(bound: Bound, sentence: Sentence) -> bool:
    """Return whether the number of a cell of a table is but the numeral of a name."""
    in_name = bound.fact.is_count or getattr(bound.fact.record, "in_name", False)
    return sentence.cell is not None and in_name


def _is_of_other_base(number: Number, bound: Bound) -> bool:
    """Return whether a rate is told as nominal or real that is held as neither."""
    said = number.around.bases & {"nominal", "real"}
    held = {base for one in bound.fact.held for base in one.around.bases}
    return bool(said) and not said & held


_MONTH = "|".join(MONTHS)
_SINCE = {
    "yoy": compile_words(
        "last year|previous year|(?:the|a) year (?:before|ago|earlier)|year[- ]on[- ]year"
        "|(?:than|from|on|to) 20[0-9]{2}",
        "去年|上年|前一年|同比|一年前",
    ),
    "mom": compile_words(
        "(?:last|previous) month|(?:the|a) month (?:before|ago|earlier)|month[- ]on[- ]month"
        f"|(?:than|from|on|below|above|over|against|with) (?:that of |that in |in )?(?:{_MONTH})"
        r"(?! (?:20[0-9]{2}|of|last|the|a)\b)",
        "上月|上个月|前一个?月|环比|比[0-9]{1,2}月|与[0-9]{1,2}月相比",
    ),
}
"""What tells that a change is one on the year or on the month before."""


_COMPARING = re.compile(" ?(?:而?[与同和跟]|compared (?:with|to))", re.I)
"""What begins a clause that tells with what the next one compares something."""


def _is_since_other_time(number: Number, bound: Bound, sentence: Sentence) -> bool:
    """Return whether a change on the month before is told as one on the year before, or so.

    Of two changes of a clause, each is told with the words between them.
    """
    change = bound.fact.record.change if isinstance(bound.fact.record, Figure) else None
    if not change or change.over not in _SINCE:
        return False
    said = _read_since(number, sentence)
    return bool(said) and change.over not in said


def _read_since(number: Number, sentence: Sentence) -> set[str]:
    """Return whether words tell that a number is a change on a year or on a month before."""
    own = sentence.clause_at(number.start)
    first, last = sentence.clauses[own]
    if own and _COMPARING.match(sentence.text, sentence.clauses[own - 1][0]):
        first, _ = sentence.clauses[own - 1]
    others = [one for one in sentence.numbers if one.readings and one.readings[0].unit == "%"]
    first = max([first, *(one.end for one in others if one.end <= number.start)])
    last = min([last, *(one.start for one in others if one.start >= number.end)])
    around = [(first, number.start), (number.end, last)]
    if sentence.language == "en":
        around.reverse()
    for start, end in around:
        words = [(over, _SINCE[over][sentence.language]) for over in _SINCE]
        if found := {over for over, told in words if told.search(sentence.text, start, end)}:
            return found
    return set()


def _is_for_each_of_other(number: Number, bound: Bound) -> bool:
    """Return whether an amount is for each of another unit than the label of a figure tells.

    Where the anchors tell it, the two have been converted.
    """
    said = {one.unit for one in number.around.rates if one.unit.isascii()}
    figure = bound.fact.record
    if not said or not isinstance(figure, Figure) or any(h.around.rates for h in bound.fact.held):
        return False
    labelled = read_chinese(f"{figure.label.zh}{figure.text}")
    known = {one.unit for each in labelled for one in each.around.rates if one.unit.isascii()}
    return bool(known) and not said & known


_AVERAGED = tuple(
    (compile_words(english, chinese), told)
    for english, chinese, told in (
        ("per capita|per head|per person", "人均", "人均"),
        ("per household", "户均", "户均|每户"),
        ("per mu", "亩均", "亩均|每亩|亩产"),
        ("per month|a month|monthly", "月均|月人均|每月|每个月", "月均|月人均|每个?月|月产|单月"),
        ("per day|a day|daily", "日均|每天|每日", "[日每]均|每日|天|日[产处供发接客]"),
    )
)
"""For each of whom or of what an amount may be: in both languages, and as texts tell it."""


def _is_averaged_otherwise(
    number: Number, bound: Bound, sentence: Sentence, clauses: Clauses
) -> bool:
    """Return whether an amount is told for each of what neither its figure nor its text tells."""
    clause, fact = sentence.clause_text(number.start), bound.fact
    beside = clauses.of_paragraph(fact.article, fact.paragraph)
    known = fact.record.title.zh + "".join(one.text for one in beside)
    return any(
        words[language].search(clause) and not re.search(told, known)
        for words, told in _AVERAGED
        for language in sentence.languages
    )


_TOTAL = re.compile(
    r"累计|总共|一共|总计|合计|\b(?:in total|altogether|cumulative(?:ly)?|all told|in all)\b", re.I
)

_YEARLY = re.compile(
    r"年均|每年|\b(?:a|per|each|every) year\b|\b(?:annual|yearly) average|\baverage annual", re.I
)


def _is_told_as_total(number: Number, bound: Bound, sentence: Sentence) -> bool:
    """Return whether what there is of something in each year is told as all that there is of it."""
    figure = bound.fact.record
    if number.around.rates or not isinstance(figure, Figure):
        return False
    label = f"{figure.label.zh} {figure.label.en or ''}"
    averaged = figure.change and figure.change.over == "annual_average"
    yearly = averaged or bool(_YEARLY.search(label))
    return yearly and bool(_TOTAL.search(sentence.clause_text(number.start)))


def _is_turned(number: Number, bound: Bound, sentence: Sentence, facts: Facts) -> bool:
    """Return whether something is told to have fallen to a number, and no fall of it is known.

    Where the sentence tells from what it fell, that is held against it as well.
    """
    begins = any(one.around.role == "from" for one in sentence.numbers)
    if number.around.role != "to" or number.around.direction != "down" or begins:
        return False
    words = bound.fact.words["zh"]
    return not any(
        held.around.direction == "down"
        for one in facts.all
        if 2 * len(words & one.words["zh"]) >= len(words)
        for held in one.held
    )


def _is_told_as_added(number: Number, bound: Bound, sentence: Sentence) -> bool:
    """Return whether as many as there are now are told to have been added."""
    reached = any(held.around.role == "to" for held in bound.fact.held)
    if not reached or number.around.role or _REACHED.search(sentence.text[: number.start]):
        return False
    return bool(sentence.find("added", number.start))


_REACHED = re.compile(
    r"(?:\bto|\breach\w*|(?:target|goal|level|total) of|(?:meet|hit)\w*|达到?|目标|至|到)"
    r"(?: the| its)? ?$",
    re.I,
)
"""What stands before what is reached when something is added."""


_LEVEL = re.compile(
    r"(?:达到?|为|是"
    r"|\b(?:reach\w*|total\w*|stands?|stood|amount\w*|came|was|were|is|are)(?: at| to)?)"
    r"(?: about| around| nearly| over| more than| almost|约|近|超过?)? ?$",
    re.I,
)
_GROWN = re.compile(
    "增|扩|升|提|多|新|再|降|减|缩|少|差|\\b(?:more|up|down|extra|further|than|by)\\b|(?:increas|grow|ris|rose|add|expan|fall|fell|cut|drop|declin|reduc|gain|differ|gap|chang)",
    re.I,
)


def _is_told_as_level(number: Number, bound: Bound, sentence: Sentence) -> bool:
    """Return whether by how much something has grown is told as how much of it there is."""
    figure = bound.fact.record
    if (
        not isinstance(figure, Figure)
        or not figure.change
        or number.readings[0].unit in ("%", "pp")
    ):
        return False
    before = sentence.text[max(0, number.start - _FAR) : number.start]
    return bool(_LEVEL.search(before)) and not _GROWN.search(sentence.clause_text(number.start))


_FAR = 40
_GROWTH = re.compile(
    "(?:增加|减少|扩大|增长|多|少)了(?:约|近|超过?)?$|(?:新增|净增|增设|增添)了?(?:约|近|超过?)?$"
    r"|\badd(?:s|ed|ing)?(?: (?:about|around|nearly|over|more than|almost|some|another))? $"
    r"|\b(?:ris\w+|rose|grow\w*|grew|increas\w+|up|climb\w+|f[ae]ll\w*|down|drop\w*|declin\w+)"
    r" by(?: (?:about|around|nearly|over|more than|almost|some))? $",
    re.I,
)
_MORE = re.compile(r" (?:\w+ )?(?:more(?! than)|fewer|extra|additional)\b", re.I)


def _is_told_as_growth(number: Number, bound: Bound, sentence: Sentence) -> bool:
    """Return whether how much there is of something is told as by how much it has grown."""
    figure = bound.fact.record
    if not isinstance(figure, Figure) or figure.change or number.readings[0].unit in ("%", "pp"):
        return False
    before = sentence.text[max(0, number.start - _FAR) : number.start]
    grown = _GROWTH.search(before) or _MORE.match(sentence.text, number.end)
    anchors = (one.anchor.partition(figure.text)[0] for one in figure.evidence)
    return bool(grown) and not _GROWN.search(" ".join((figure.label.zh, *anchors)))


def _is_told_as_now(number: Number, bound: Bound, sentence: Sentence) -> bool:
    """Return whether what a figure was before it changed is told as how much there is now."""
    if not sentence.find("at-present", number.start):
        return False
    figures = bound.fact.article.of(Figure)
    return any(one.before == bound.fact.record.id for one in figures)


_COUNTED = re.compile("[\u4e00-\u9fff]{4}")


def _counts_other(number: Number, bound: Bound, sentence: Sentence, facts: Facts) -> bool:
    """Return whether a Chinese number counts by a word by which its paragraph counts another.

    Things may be counted by several words: what stands behind the number is then in the label.
    """
    unit = number.readings[0].unit or ""
    own = {held.unit for held in bound.fact.held}
    if unit.isascii() or unit in ("个", *own):
        return False
    counted = _COUNTED.match(sentence.text, number.end)
    named = counted and counted[0] in bound.fact.record.title.zh
    return unit in facts.units_beside(bound.fact) and not named


_WHOLE_PROVINCE = compile_words(
    r"(?:across|throughout|all over) the (?:whole |entire )?province|province-?wide"
    r"|(?:province|(?-i:[A-Z])\w+) as a whole"
    r"|(?:the )?(?:whole|entire) (?:of the )?province",
    "全(?:省|自治区)(?![第首最前平各排上领唯范其率])",
)


def _is_told_of_whole(number: Number, bound: Bound, sentence: Sentence) -> bool:
    """Return whether the number of some places is told of all of their province.

    The label of the figure may tell of the whole as well.
    """
    figure = bound.fact.record
    if not isinstance(figure, Figure):
        return False
    by_id = bound.fact.article.by_id
    places = [place for one in figure.places if isinstance(place := by_id.get(one), Place)]
    before = sentence.text[: sentence.clauses[sentence.clause_at(number.start)][1]]
    said = any(_WHOLE_PROVINCE[one].search(before) for one in sentence.languages)
    return (
        said
        and bool(places)
        and not any(place.kind in WIDE for place in places)
        and not bound.is_placed
        and "省" not in figure.label.zh
    )


def _is_parted(number: Number, bound: Bound, sentence: Sentence) -> bool:
    """Return whether what several places have together is told of each of them."""
    if len(bound.fact.places) < 2:
        return False
    anchors = "".join(one.anchor for one in bound.fact.record.evidence)
    parted = sentence.find("parted", number.start)
    return bool(parted) and not pattern("parted", "zh").search(anchors)
