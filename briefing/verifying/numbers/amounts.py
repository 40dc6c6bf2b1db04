"""Holds the numbers and dates of a sentence against the facts that it speaks of."""

import re
from collections.abc import Iterable, Iterator
from functools import partial

from briefing.checks.numbers import Number
from briefing.verifying.aligning.clauses import Clauses
from briefing.verifying.claim import BORNE_OUT, CONTRADICTED, UNKNOWN, Found, Says
from briefing.verifying.naming.naming import Mention
from briefing.verifying.numbers.agreeing import list_spoken_of
from briefing.verifying.numbers.binding import Binder, Bound
from briefing.verifying.numbers.company import keep_company
from briefing.verifying.numbers.counting import (
    count_listed,
    is_number_of_list,
    judge_small,
)
from briefing.verifying.numbers.doubts import is_doubtful
from briefing.verifying.numbers.exclusions import judge_exclusions, without_exclusions
from briefing.verifying.numbers.indexes import Facts
from briefing.verifying.numbers.kinds import (
    is_comparable,
    is_time,
    names_one_time,
)
from briefing.verifying.numbers.lengths import (
    find_length_clause,
    find_spelled,
    is_other_length,
    lies_between_own_times,
    lies_between_times,
    tells_span,
)
from briefing.verifying.numbers.lists import (
    bind_lists,
    doubt_ranges,
    doubt_swaps,
    reckon,
    tell_apart,
)
from briefing.verifying.numbers.manner import (
    FIRST,
    tells_rank,
)
from briefing.verifying.numbers.moments import (
    NO_QUARTER,
    judge_by_sentences,
    judge_date,
    judge_next_year,
)
from briefing.verifying.numbers.outcomes import (
    is_class,
    is_told_as_result,
    is_whole,
    judge_telling,
)
from briefing.verifying.numbers.periods import is_of_article
from briefing.verifying.numbers.rivals import judge_rival, list_rivals, soften
from briefing.verifying.numbers.roles import judge_roles
from briefing.verifying.numbers.side_by_side import keep_side_by_side
from briefing.verifying.numbers.texts import (
    is_of_congress,
    is_of_plan,
    judge_by_texts,
    judge_label,
    stands_beside,
)
from briefing.verifying.numbers.undone import judge_undone
from briefing.verifying.numbers.weighing import (
    CLEARLY,
    SPOKEN_OF,
    Claims,
    Judged,
    is_small_count,
    list_claims,
    only_counts,
    tell_found,
    weigh,
)
from briefing.verifying.numbers.working_out import work_out_all
from briefing.verifying.sentences import Sentence

_BARE_UNIT = re.compile("[万亿](?![0-9一二三四五六七八九十百千万亿])[^0-9]+$")
"""A unit without a number before it, as that of a column: 亿元."""


def judge_numbers(
    sentence: Sentence, mentions: list[Mention], facts: Facts, clauses: Clauses
) -> Iterator[Found]:
    """Yield what became of each number and date of a sentence that stands in no known name."""
    sentence = without_exclusions(sentence, facts)
    binder = Binder(sentence, mentions, facts)
    named = [
        one for one in mentions if re.search(r"[\d一二三四五六七八九十两双]|[A-Za-z]", one.text)
    ]
    taken = [range(one.start, one.end) for one in named]
    numbers = [
        one
        for one in sentence.numbers
        if one.readings
        and not one.relative
        and not one.quoted
        and not _BARE_UNIT.match(one.words)
        and not any(one.start < span.stop and span.start < one.end for span in taken)
        and not (is_of_plan(one, sentence, clauses) or is_of_congress(one, sentence, clauses))
    ]
    unread = [*find_unread(sentence.text, numbers)]
    yield from unread
    numbers = [one for one in numbers if not any(x.start <= one.start < x.end for x in unread)]
    labels = [judge_label(one, sentence, clauses) for one in numbers]
    yield from filter(None, labels)
    judged = [
        weigh(binder, one) for one, label in zip(numbers, labels, strict=True) if label is None
    ]
    amounts = [one for one in judged if not is_time(one.number)]
    listed = bind_lists(amounts, sentence)
    claims = list_claims(amounts)
    results = [
        (one, _judge(one, claims, sentence, mentions, listed, facts, clauses)) for one in amounts
    ]
    results = doubt_swaps(doubt_ranges(tell_apart(results), sentence), listed)
    results = keep_side_by_side(
        keep_company(reckon(results, sentence), sentence), sentence, clauses
    )
    results = judge_roles(work_out_all(results, binder, clauses), sentence, clauses)
    results = judge_undone(results, sentence, clauses)
    results = soften(judge_exclusions(results, sentence, facts), sentence)
    yield from (found for _, found in results if found)
    judged_so_far = [found for _, found in results if found]
    yield from judge_next_year(sentence, mentions, binder, clauses, judged_so_far)
    yield from find_spelled(sentence, clauses)
    for match in NO_QUARTER.finditer(sentence.text):
        yield Found(match.start(), match.end(), "date", UNKNOWN)
    claims = list_claims(judged)
    for one in judged:
        if is_time(one.number):
            article = is_of_article(one, sentence, facts, clauses)
            if article:
                yield Found(one.number.start, one.number.end, "date", BORNE_OUT, article)
            else:
                compared = sentence.is_compared_with(one.number.start)
                dated = judge_date(one, claims, results, binder, compared=compared)
                told = dated.status == UNKNOWN and (
                    judge_by_texts(one.number, sentence, mentions, clauses)
                    or judge_by_sentences(one.number, sentence, clauses)
                    or _judge_without_length(one.number, sentence, mentions, facts, clauses)
                )
                yield told or dated


def _judge_without_length(
    number: Number, sentence: Sentence, mentions: list[Mention], facts: Facts, clauses: Clauses
) -> Found | None:
    """Return a date as borne out where it is but for a clause of how long it is since then."""
    bare = find_length_clause(sentence, number.start)
    if bare is None:
        return None
    rest = sentence.without(*bare)
    named = [one for one in mentions if not bare[0] <= one.start < bare[1]]
    for found in judge_numbers(rest, named, facts, clauses):
        if (found.start, found.kind, found.status) == (number.start, "date", BORNE_OUT):
            return found
    return None


def _judge(
    one: Judged,
    claims: Claims,
    sentence: Sentence,
    mentions: list[Mention],
    listed: dict[int, Bound | None],
    facts: Facts,
    clauses: Clauses,
) -> Found | None:
    number = one.number
    if number.start in listed:
        bound = listed[number.start]
        if bound:
            return tell_found(number, BORNE_OUT, bound)
        return Found(number.start, number.end, "number", UNKNOWN)
    agreeing = list_spoken_of(one, claims, sentence, mentions, facts)
    for bound in agreeing:
        if status := judge_telling(number, bound, sentence):
            told_as = tell_found(number, status, bound)
            return _as_stage(told_as) if is_told_as_result(bound, number, sentence) else told_as
    if agreeing:
        doubted = is_doubtful(number, agreeing[0], sentence, facts, clauses)
        return tell_found(number, UNKNOWN if doubted else BORNE_OUT, agreeing[0])
    found = _judge_unborne(one, claims, sentence, mentions, clauses)
    if (
        found
        and found.status != BORNE_OUT
        and (
            is_number_of_list(number, sentence) or lies_between_own_times(number, sentence, clauses)
        )
    ):
        return Found(number.start, number.end, "number", BORNE_OUT)
    if (
        found
        and found.status == CONTRADICTED
        and stands_beside(number, sentence, mentions, clauses)
    ):
        return found._replace(status=UNKNOWN, says=None)  # the text has it, which the model lacks
    if found and found.status == UNKNOWN and is_small_count(number):
        found = judge_small(number, found, sentence, mentions, clauses)
    told = found and found.status == UNKNOWN and judge_by_texts(number, sentence, mentions, clauses)
    return _with_record(told, one, sentence, facts, clauses) if told else found


def _as_stage(found: Found) -> Found:
    """Return a number that is right, and told as reached or not, as a stage."""
    return found._replace(kind="stage", says=Says("stage", found.record))


def _with_record(
    told: Found, one: Judged, sentence: Sentence, facts: Facts, clauses: Clauses
) -> Found:
    """Return what a text bears out with the record of its paragraph that has the number, if any.

    It is unknown where the sentence tells otherwise of the number than the record does.
    """
    same = (
        bound
        for bound in one.agreeing
        if bound.fact.article is told.article and bound.fact.paragraph == told.paragraph
    )
    bound = next(same, None)
    if bound is None:
        return told
    misfits = not (bound.fits or bound.wrong_place)  # of another time, or of another thing
    doubted = misfits or is_doubtful(one.number, bound, sentence, facts, clauses)
    return tell_found(one.number, UNKNOWN if doubted else BORNE_OUT, bound)


def _judge_unborne(
    one: Judged, claims: Claims, sentence: Sentence, mentions: list[Mention], clauses: Clauses
) -> Found | None:
    """Judge a number that no fact bears out of which the sentence speaks."""
    number = one.number
    listed = count_listed(number, sentence, mentions)
    if listed:
        status = BORNE_OUT if listed == number.readings[0].value else CONTRADICTED
        return Found(number.start, number.end, "number", status)
    one = one._replace(agreeing=[bound for bound in one.agreeing if not only_counts(number, bound)])
    rivals = partial(list_rivals, one, claims, 0.0)
    clearly = (
        bound for bound in rivals() if bound.share >= CLEARLY and is_comparable(number, bound.fact)
    )
    clear = next(clearly, None)
    if FIRST.fullmatch(number.words) and not clear:
        return None  # the first of its kind
    if clear and one.agreeing and one.agreeing[0].share < SPOKEN_OF:
        one = one._replace(agreeing=[])  # the sentence says nothing of what happens to agree
    if one.agreeing and not (is_small_count(number) and one.agreeing[0].share < SPOKEN_OF):
        bound = one.agreeing[0]
        misplaced = bound.is_contradicted and bound.share >= CLEARLY and not clear
        timeless = is_class(number, sentence) or number.around.role == "from"
        misplaced = misplaced and not (timeless or is_small_count(number))
        misplaced = misplaced and not sentence.find("later")
        misplaced = misplaced and (bound.is_elsewhere or names_one_time(sentence.numbers))
        return tell_found(number, CONTRADICTED if misplaced else UNKNOWN, bound)
    between = lies_between_times(number, sentence, mentions, clauses)
    if between and tells_span(number, sentence):
        return Found(number.start, number.end, "number", BORNE_OUT)
    if clear:
        left = any(sentence.find(kind, number.start) for kind in ("left", "needed"))
        found = judge_rival(one, clear, sentence)
        return found._replace(status=UNKNOWN) if left or is_whole(number, sentence) else found
    if is_other_length(number, sentence, mentions, clauses):
        return Found(number.start, number.end, "number", UNKNOWN)
    if between:
        return Found(number.start, number.end, "number", BORNE_OUT)
    unsaid = is_small_count(number) and not tells_rank(number, sentence)
    if unsaid and not any(bound.share >= SPOKEN_OF for bound in rivals()):
        return None
    return Found(number.start, number.end, "number", UNKNOWN)


_GOES_ON = re.compile("[多几余](?=[个项家人名位户次条座天万亿件台亩里公米吨])|[²³¹⁰-⁹₀-₉½¼¾⅓⅔]")
"""What stands behind digits and makes another number of them, which is not read."""
_OTHER_DIGITS = re.compile(
    "(?:(?![0-9０-９])\\d)+|[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]{2,}"
    "|[⁰¹²³⁴-⁹]{2,20}(?=[%个项家人名位户次条座天万亿件台亩里公米吨元])"
    "|(?<![A-Za-z0-9.])\\d{1,20}(?:\\.\\d{1,20})?[eE][+-]?\\d{1,20}(?= ?[%\u4e00-\u9fff])"
    "|(?<=[\u4e00-\u9fff])[\u2469-\u2473\u3251-\u325f\u32b1-\u32bf](?=[\u4e00-\u9fff])"
)
"""Digits of other scripts, of mathematics, in circles or raised, and powers of ten as programs
write them; one alone may number an item or a note."""


def find_unread(text: str, numbers: Iterable[Number]) -> Iterator[Found]:
    """Yield the numbers of a sentence that are not read as they are written; they are unknown."""
    for one in numbers:
        if _GOES_ON.match(text, one.end):
            yield Found(one.start, one.end + 1, "number", UNKNOWN)
    for found in _OTHER_DIGITS.finditer(text):
        yield Found(*found.span(), "number", UNKNOWN)
