"""Whether a sentence speaks of another time than a fact."""

from briefing.checks.numbers import Number
from briefing.model.parts import Bilingual
from briefing.quantities.english_dates import Span
from briefing.verifying.numbers.facts import Fact
from briefing.verifying.numbers.kinds import is_time, suits
from briefing.verifying.sentences import Sentence


def is_of_another_time(sentence: Sentence, number: Number, fact: Fact) -> bool:
    """Return whether the words around a number name a time, and not that of a fact."""
    if _is_of_last_year(sentence, number, fact) or _is_of_another_plan(sentence, fact):
        return True
    begins = sentence.text[: number.start].rstrip().endswith(("from", "由", "从"))
    if begins or number.around.role == "from":
        return False  # where it stands before the time that is named
    spoken = _times_of(sentence, number)
    if not spoken or not fact.times:
        return False
    return not any(suits(span, code) for span in spoken for code in fact.times)


def _times_of(sentence: Sentence, number: Number) -> list[Span]:
    """Return the times that the nearest clause with any names."""
    spoken: dict[int, list[Span]] = {}
    for one in sentence.numbers:
        if _is_of_event(one, number, sentence):
            continue
        if is_time(one) and not one.relative and not sentence.is_compared_with(one.start):
            readings = [r.value for r in one.readings if isinstance(r.value, Span)]
            spoken.setdefault(sentence.clause_at(one.start), []).extend(readings)
    order = sentence.nearest(spoken, number.start)
    found = list(spoken[order[0]]) if order else []
    clause = sentence.clause_text(number.start)
    whole = sentence.pattern("whole-year").search(clause)
    if whole or (found and sentence.pattern("of-year").search(clause)):
        found.append(Span(0, 1, 12))
    return found


def _is_of_event(time: Number, number: Number, sentence: Sentence) -> bool:
    """Return whether a time is that of something begun, finished or signed in another clause."""
    clause = sentence.clause_at(time.start)
    if clause == sentence.clause_at(number.start):
        return False
    start, end = sentence.clauses[clause]
    kinds = ("event",) if sentence.language == "zh" else ("done", "under_way", "agreed")
    text = sentence.text[start:end]
    return any(sentence.pattern(kind).search(text) for kind in kinds)


def _is_of_another_plan(sentence: Sentence, fact: Fact) -> bool:
    """Return whether the sentence tells of another Five-Year Plan than a fact's period."""
    period = getattr(fact.record, "period", None)
    if not isinstance(period, Bilingual):
        return False
    plan = sentence.pattern("plan")
    own = plan.search((period.zh if sentence.language == "zh" else period.en) or "")
    said = {found[1] for found in plan.finditer(sentence.text)}
    return bool(own and said and own[1] not in said)


def _tells_last_year(sentence: Sentence, number: Number) -> bool:
    """Return whether the last clause up to a number that tells of a time is of the year before."""
    own = sentence.clause_at(number.start)
    timed = {sentence.clause_at(one.start) for one in sentence.numbers if is_time(one)}
    for at in range(own, -1, -1):
        start, end = sentence.clauses[at]
        if sentence.pattern("last-year").search(sentence.text[start:end]):
            return True
        if at in timed or sentence.pattern("this-year").search(sentence.text[start:end]):
            return False
    return False


def year_beside(sentence: Sentence, number: Number) -> int | None:
    """Return how many years ahead of the article a date is told to be: 去年5月, March this year."""
    for one in sentence.numbers:
        years = [value for value, unit in one.readings if unit == "+year"]
        between = sentence.text[min(one.end, number.end) : max(one.start, number.start)]
        if one.relative and years and isinstance(years[0], int) and between.strip(" ,的of") == "":
            return years[0]
    return None


def _is_of_last_year(sentence: Sentence, number: Number, fact: Fact) -> bool:
    """Return whether the clause tells of the year before a fact's article, and the fact not."""
    if not _tells_last_year(sentence, number):
        return False
    if not fact.times and not fact.is_change:
        return False  # what has no time, as a length
    before = str(fact.article.source.day.year - 1)
    return not any(before in code for code in fact.times)
