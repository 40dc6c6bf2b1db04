"""What a sentence tells to have come about of a project or deal, and what the texts tell of it.

Doubted is a milestone that the clauses which tell of the same know only as planned or denied, and
one beside which they know another that has been reached, and not this one.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from briefing.model.records import Figure
from briefing.names.milestones import (
    IN_USE,
    TITLE,
    Milestone,
    is_to_come,
    is_told_for,
    list_milestones,
    read_milestones,
)
from briefing.quantities.english_dates import Span
from briefing.quantities.rates import TIMES
from briefing.quantities.units import is_measured
from briefing.verifying.aligning.clause import Clause, names_record
from briefing.verifying.aligning.clauses import Clauses
from briefing.verifying.aligning.support import doubt, find_beside
from briefing.verifying.claim import BORNE_OUT, UNKNOWN, Found
from briefing.verifying.naming.naming import Mention, list_projects
from briefing.verifying.numbers.kinds import suits
from briefing.verifying.sentences import Sentence
from briefing.verifying.telling.reaching import counts_otherwise, name_milestones
from briefing.verifying.wording import pattern

_NOT_YET = re.compile("尚未|暂未|未|没|不(?![久断仅但])")
_PLANNED = re.compile("谋划|计划|拟(?!态)|力争|争取|筹划|规划|打造|将(?=[建打推加])|前期")
_STANDS = re.compile("已|正在|现有|完成")
_DENIED = {
    "zh": re.compile("(?:尚未|并未|从未|未曾|未能|没有|没能|还没|至今未)[\u4e00-\u9fff]{0,4}$"),
    "en": re.compile(r"\b(?:has|have|had|is|are|was|were) (?:not|never)(?: \w+)? ?$", re.I),
}
_AWAITED = {
    "zh": re.compile(
        "(?:将|即将|拟|(?<!该)计划(?![由的书中内外已要提])|预计|有望|力争|争取)(?:[^，。、；]{0,8})$"
    ),
    "en": re.compile(
        r"\b(?:will|(?:is|are) (?:to|due to|set to|about to|expected to)|plans? to)(?: be)? ?$",
        re.I,
    ),
}
_TO_BE = re.compile(r"\b(?:to|will|should) be (?=\w+ed\b|built\b)", re.I)
_NOT = re.compile(r"\b(?:not|yet to)\b", re.I)
_NO_VERB = re.compile(
    "(?:以?后|以?前|之后|之前|时|中(?=[^，。；])|的(?!是)|条件|手续|许可|准备|方案|图|率|量)"
)
"""What behind a Chinese word makes no milestone of it."""
_BARE = 1
"""A verb behind no more characters than these in its clause has its subject before that."""
_SINCE_WHAT = re.compile(r"\b(?:after|following|since|despite)\b", re.I)
"""What tells behind a milestone of what was before it."""
_IS_AIM = re.compile("(?:是|为|的)[^，。]{0,16}(?:方向|目标|任务|愿景|打算)")
"""What tells of the words before it that they are an aim."""
_LASTING = ("begun", "finished", "used")
_ONCE_BEFORE = {
    "zh": re.compile("等[待着到]|^等|待|一旦|若|如果"),
    "en": re.compile(r"\b(?:once|when|if|until|before|as soon as)\b", re.I),
}
"""What stands before one of which that is told."""
_ONCE_BEHIND = re.compile(r" (?:as soon as|once|the moment)\b", re.I)  # approved once signed
_GOES_ON = re.compile("[并把将]")  # what begins a clause that goes on with the one before


def judge_milestones(
    sentence: Sentence, mentions: list[Mention], clauses: Clauses
) -> Iterator[Found]:
    """Yield the milestones that a sentence tells as reached or denies, and the texts do not."""
    for milestone in list_milestones():
        yield from _judge_unreached(milestone, sentence, mentions, clauses)
        for start, end in find_reached(milestone, sentence, mentions):
            if _is_partial(sentence, start):
                continue
            close = clauses.align_closely(sentence, start, mentions)
            alike = close or _list_naming(mentions, clauses)
            if not alike:
                continue
            told = [each for one in alike for each in read_milestones(one.text)]
            here = [reached for one, reached in told if one.name == milestone.name]
            if here:
                doubted = not any(here)
            elif told:
                if not close:
                    continue
                paragraph = read_milestones(clauses.paragraph_of(alike[0]))
                doubted = any(reached for _, reached in told) and not any(
                    reached and is_told_for(one, milestone) for one, reached in [*told, *paragraph]
                )
            else:
                text = alike[0].text
                doubted = bool(
                    milestone.name in _LASTING
                    and _PLANNED.search(text)
                    and not _STANDS.search(text)
                )
            if doubted:
                first = alike[0]
                yield doubt(start, end, "stage", first)


def _list_naming(mentions: list[Mention], clauses: Clauses) -> list[Clause]:
    """Return the clauses of the sentences that name the only project which a memo's one names."""
    projects = list_projects(mentions)
    if len(projects) != 1:
        return []
    return list(clauses.sentences_of(clauses.list_naming(*projects)))


def bear_out_stages(
    sentence: Sentence, found: Iterable[Found], clauses: Clauses
) -> Iterator[Found]:
    """Yield what was found, a stage borne out where a clause that names the thing tells it.

    A model may leave a stage unsaid that its text tells.
    """
    for one in found:
        yield (
            one._replace(status=BORNE_OUT, says=None)
            if _tells_stage(sentence, one, clauses)
            else one
        )


def _tells_stage(sentence: Sentence, found: Found, clauses: Clauses) -> bool:
    """Return whether a clause that names a record tells as reached what a sentence tells of it."""
    if (found.kind, found.status) != ("stage", UNKNOWN):
        return False
    if not found.article or not found.record:
        return False
    text = sentence.clause_text(found.start)
    said = [
        one
        for one in list_milestones()
        for lang in sentence.languages
        if one.words[lang].search(text)
    ]
    return bool(said) and any(
        reached and is_told_for(one, said[0])
        for proof in found.record.evidence
        for clause in clauses.of_paragraph(found.article, proof.paragraph)
        if names_record(clause.text, found.record)
        for one, reached in read_milestones(clause.text)
    )


def judge_held(sentence: Sentence, found: Iterable[Found], clauses: Clauses) -> Iterator[Found]:
    """Yield the dates and numbers beside which the texts have other milestones than the sentence.

    Of a number it is what the sentence tells as reached, or of what it counts as well to come.
    """
    held = [one for one in found if one.status == BORNE_OUT]
    yield from _judge_dates(sentence, [one for one in held if one.kind == "date"], clauses)
    for number in (one for one in held if one.kind == "number"):
        said = _find_only(sentence, number.start)
        reached = said is not None and _is_reached(said, sentence, number.start)
        counts = _counts_things(number)
        if counts and not said:
            said = _find_only(sentence, number.start, awaited=True)
        if not said or not number.article or not (reached or counts):
            continue
        is_done = reached and counts  # of which the texts must tell it as well, not that it will be
        told = [read_milestones(one.text) for one in find_beside(number, sentence, clauses)]
        if told and not any(
            not each
            or any(is_told_for(one, said) and (is_so or not is_done) for one, is_so in each)
            for each in told
        ):
            yield number._replace(status=UNKNOWN)


def _counts_things(number: Found) -> bool:
    """Return whether a number is of a figure that counts things, as many or from so many on."""
    figure = number.record
    return isinstance(figure, Figure) and not (figure.unit or "a").isascii()


def _is_reached(milestone: Milestone, sentence: Sentence, at: int) -> bool:
    """Return whether the clause at an offset tells a milestone as reached."""
    clause = sentence.clause_at(at)
    spans = find_reached(milestone, sentence, [])
    return any(sentence.clause_at(start) == clause for start, _ in spans)


def _judge_dates(sentence: Sentence, dates: list[Found], clauses: Clauses) -> Iterator[Found]:
    clause_of = Counter(sentence.clause_at(one.start) for one in dates)
    for date in dates:
        said = _find_only(sentence, date.start)
        if not said or not date.article or clause_of[sentence.clause_at(date.start)] > 1:
            continue  # of several it is unsure which is whose
        told = [
            [one for one, _ in read_milestones(clause.text)]
            for clause in clauses.of_paragraph(date.article, date.paragraph)
            if _has_date(clause, date, sentence)
        ]
        if told and not any(
            not each or any(is_told_for(one, said) for one in each) for each in told
        ):
            yield date._replace(status=UNKNOWN)


def _find_only(sentence: Sentence, at: int, *, awaited: bool = False) -> Milestone | None:
    """Return the milestone of the clause at an offset, unless there are more or it is denied.

    It may be ``awaited`` in English: to be completed.
    """
    text = sentence.clause_text(at)
    if awaited:
        text = _TO_BE.sub("has been ", text)
    said = [
        (one, lang, word)
        for one in list_milestones()
        for lang in sentence.languages
        for word in one.words[lang].finditer(text)
    ]
    names = {one.name for one, _, _ in said}
    if len(names) != 1 and not (names and names <= set(IN_USE)):
        return None
    milestone, lang, word = said[0]
    return None if pattern("denies", lang).search(text[: word.start()]) else milestone


def _has_date(clause: Clause, date: Found, sentence: Sentence) -> bool:
    """Return whether a clause of a text has a date that stands in a sentence."""
    codes = [str(held.value) for held in clause.held if held.unit == "date"]
    return any(
        suits(reading.value, code)
        for number in sentence.numbers
        if number.start == date.start
        for reading in number.readings
        if isinstance(reading.value, Span)
        for code in codes
    )


def _judge_unreached(
    milestone: Milestone, sentence: Sentence, mentions: list[Mention], clauses: Clauses
) -> Iterator[Found]:
    """Yield where a sentence denies or awaits a milestone that the texts tell as reached alone."""
    for lang in sentence.languages:
        for word in milestone.words[lang].finditer(sentence.text):
            first, _ = sentence.clauses[sentence.clause_at(word.start())]
            before = TITLE.sub("《》", sentence.text[first : word.start()])
            denied = _DENIED[lang].search(before) or (lang == "en" and _NOT.search(word[0]))
            if not denied and not _AWAITED[lang].search(before):
                continue
            if "%" in _units_beside(sentence, word.start()):
                continue
            if is_still_built(sentence, word.start(), mentions, clauses):
                continue
            alike = clauses.align_closely(sentence, word.start(), mentions)
            alike = alike or _list_naming(mentions, clauses)
            told = [each for one in alike for each in read_milestones(one.text)]
            here = [reached for one, reached in told if one.name == milestone.name]
            if here and all(here) and not counts_otherwise(sentence, word.start(), alike):
                one = alike[0]
                yield doubt(*word.span(), "stage", one)


_STILL_BUILT = re.compile("在建|正在|施工|建设中|加快(?:建设|实施|推进)|开工")


def is_still_built(
    sentence: Sentence, at: int, mentions: Iterable[Mention], clauses: Clauses
) -> bool:
    """Return whether a clause that names what a sentence does, around an offset, has it going on.

    What is being built has not been finished, or opened.
    """
    clause = sentence.clause_at(at)
    within = [(sentence.clause_at(one.start), one) for one in mentions]
    beside = [one for number, one in within if number == clause] or [
        one for number, one in within if number == clause - 1
    ]
    return name_milestones(sentence.clause_text(at)) <= set(IN_USE) and any(
        (proof.anchor in told.text or names_record(told.text, record))
        and _STILL_BUILT.search(told.text)
        for mention in beside
        for article, record in mention.entries
        for proof in record.evidence
        for told in clauses.of_paragraph(article, proof.paragraph)
    )


def find_reached(
    milestone: Milestone, sentence: Sentence, mentions: list[Mention]
) -> Iterator[tuple[int, int]]:
    """Yield where a sentence tells a milestone as reached."""
    for lang in sentence.languages:
        for word in milestone.words[lang].finditer(sentence.text):
            if any(one.start < word.end() <= one.end for one in mentions):
                continue
            first, _ = sentence.clauses[sentence.clause_at(word.start())]
            clause = sentence.clause_text(word.start())
            before, behind = clause[: word.start() - first], clause[word.end() - first :]
            if _ONCE_BEFORE[lang].search(before) or sentence.tells_later(word.start()):
                continue
            if lang == "en":
                until = _SINCE_WHAT.search(clause, word.end() - first)
                told = clause[: until.start()] if until else clause
                reached = not (pattern("unlike", "en").search(told) or _ONCE_BEHIND.match(behind))
            else:
                if first and (len(before) <= _BARE or _GOES_ON.match(before)):
                    before = sentence.clause_text(first - 1) + before
                reached = not (
                    is_to_come(before)
                    or _DENIED["zh"].search(before)
                    or _NOT_YET.search(behind)
                    or _NO_VERB.match(behind)
                    or _IS_AIM.search(sentence.text, word.end())
                )
            if reached:
                yield word.span()


def _is_partial(sentence: Sentence, at: int) -> bool:
    """Return whether a clause tells how much of something has come about: 65% of it, 29 km."""
    return any(
        unit == "%" or (is_measured(unit) and unit not in (*TIMES, "CNY"))
        for unit in _units_beside(sentence, at)
    )


def _units_beside(sentence: Sentence, at: int) -> list[str]:
    """Return the units of the amounts of the clause at an offset."""
    clause = sentence.clause_at(at)
    return [
        one.readings[0].unit or ""
        for one in sentence.numbers
        if one.readings and sentence.clause_at(one.start) == clause
        if not isinstance(one.readings[0].value, Span)
    ]
