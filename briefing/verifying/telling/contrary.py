"""What a sentence tells otherwise than the clauses of the texts that tell of the same.

It tells of the opposite way, by ``opposites.tsv``, or tells as done what the texts say is not.
"""

import re
from collections.abc import Iterator

from briefing.model.records import Person
from briefing.verifying.aligning.clauses import Clauses
from briefing.verifying.claim import UNKNOWN, Found, Says
from briefing.verifying.naming.naming import Mention, hide
from briefing.verifying.opposites import Way, read_ways
from briefing.verifying.sentences import Sentence


def judge_opposites(
    sentence: Sentence, mentions: list[Mention], clauses: Clauses
) -> Iterator[Found]:
    """Yield what a sentence tells of the way opposed to that of all clauses that tell the same."""
    text = hide(sentence.text, mentions, "\n")
    names = [(one.start, one.end) for one in mentions]
    for way in read_ways():
        said = next(filter(None, (way.own[lang].search(text) for lang in sentence.languages)), None)
        if said is None or any(way.opposite[lang].search(text) for lang in sentence.languages):
            continue
        if way.is_of_amount and sentence.has_amount(said.start(), names):  # which is judged with it
            continue
        alike = clauses.align(sentence, said.start(), mentions)
        told = next((one for one in alike if _tells(way, one.text)), None)
        if told and not way.own["zh"].search(told.text):
            yield Found(*said.span(), "statement", UNKNOWN, told.article, None, told.paragraph)


def _tells(way: Way, chinese: str) -> bool:
    """Return whether a clause tells of one of two opposed ways."""
    return bool(way.own["zh"].search(chinese) or way.opposite["zh"].search(chinese))


def judge_teller(sentence: Sentence, mentions: list[Mention], clauses: Clauses) -> Iterator[Found]:
    """Yield the speaker of a sentence whose content the texts have beside other people alone."""
    people = [one for one in mentions if one.ids(Person)]
    if len(people) != 1 or not sentence.find("says"):
        return
    speaker, own = people[0], people[0].ids(Person)
    others = [one for one in mentions if one is not speaker]
    words = [span for span in sentence.clauses if not span[0] <= speaker.start < span[1]]
    at = words[0][0] if words else speaker.end
    alike = [one for one in clauses.align(sentence, at, others) if own & set(one.article.by_id)]
    tellers = [clauses.find_tellers(one) for one in alike]
    if tellers and all(found and not found & own for found in tellers):
        article, number = alike[0].article, alike[0].paragraph
        person = article.by_id[min(tellers[0])]
        says = Says("name", person)
        yield Found(speaker.start, speaker.end, "name", UNKNOWN, article, person, number, says)


_UNDONE = re.compile("未|没有|没能|还没|尚|计划|拟|谋划|争取|力争|将于|预计|停工|有待|仍处于|仍在")
_DONE = re.compile("已(?!谋划|列入|提出)|完成(?!设计)|建成(?!后)|投产(?!后)|(?<!计划)投用")


def judge_done(sentence: Sentence, mentions: list[Mention], clauses: Clauses) -> Iterator[Found]:
    """Yield what is told as done, and as undone in all clauses that tell of the same."""
    names = [(one.start, one.end) for one in mentions]
    for done in sentence.pattern("already").finditer(sentence.text):
        own = sentence.clause_text(done.start())
        if sentence.has_amount(done.start(), names) or any(
            sentence.pattern(kind).search(own) for kind in ("aimed", "denies", "halted")
        ):
            continue
        alike = clauses.align(sentence, done.start(), mentions)
        told = next(
            (one for one in alike if _DONE.search(one.text) or _UNDONE.search(one.text)), None
        )
        if told and not _DONE.search(told.text):
            yield Found(*done.span(), "stage", UNKNOWN, told.article, None, told.paragraph)
