"""Who does or owns something, where and with whom, held against models and texts.

A sentence is aligned with the texts without the words that say who or where, so that what is left
finds its own clauses. These are then asked whether they have them.
"""

import re
from collections.abc import Iterator
from itertools import islice, pairwise

from briefing.model.choices import WIDE
from briefing.model.records import Organisation, Person, Place
from briefing.verifying.aligning.clause import Clause
from briefing.verifying.aligning.clauses import MOST_ASKED, Clauses
from briefing.verifying.aligning.support import measure_support, stands_in
from briefing.verifying.claim import CONTRADICTED, UNKNOWN, Found, Says
from briefing.verifying.naming.naming import Entry, Mention
from briefing.verifying.naming.standing import shortens
from briefing.verifying.sentences import Sentence
from briefing.verifying.wording import pattern

_KINDS = {
    "doer": ("zh", "en"),
    "owner": ("zh",),
    "teller": ("zh",),
    "document": ("zh",),
    "site": ("zh", "en"),
    "parties": ("en",),
}
"""The turns of phrase that tell who or where, and the languages that have them."""
_LEAST = 0.34
"""The least share of English words for who does something that the texts must have."""


def judge_parties(sentence: Sentence, mentions: list[Mention], clauses: Clauses) -> Iterator[Found]:
    """Yield who or where is told to be of something that the texts tell of others alone."""
    for kind, languages in _KINDS.items():
        for language in (one for one in sentence.languages if one in languages):
            for told in islice(pattern(kind, language).finditer(sentence.text), MOST_ASKED):
                start, end = told.span("who")
                named = [
                    one for one in mentions if one.entries and one.start < end and start < one.end
                ]
                if kind == "doer" and _is_of_press(mentions, start, end):
                    continue  # who published an article stands in none of its clauses
                alike = clauses.align_rest(sentence, start, end, told.start())
                if alike and not _stands_there(kind, language, told["who"], named, alike, clauses):
                    first = alike[0]
                    if len(named) == 1:
                        start, end = named[0].start, named[0].end
                    at = first.paragraph
                    yield Found(start, end, "name", UNKNOWN, first.article, None, at)


def _is_of_press(mentions: list[Mention], start: int, end: int) -> bool:
    """Return whether a span names who published an article, and no record of a model."""
    named = [one for one in mentions if one.start < end and start < one.end]
    return bool(named) and not any(one.entries for one in named)


def _stands_there(
    kind: str,
    language: str,
    who: str,
    named: list[Mention],
    alike: list[Clause],
    clauses: Clauses,
) -> bool:
    """Return whether the sentences of clauses have who does something; the paragraph has where."""
    window = list(clauses.sentences_of(alike))
    paragraphs = "\n".join(clauses.paragraph_of(one) for one in alike)
    if kind == "site":
        places = [one for one in named if one.ids(Place) and not _is_wide(one)]
        return not places or any(stands_in(one, paragraphs) for one in places)
    if kind == "document":  # 方案提出 may stand for its whole title
        return who[-2:] in paragraphs
    people = [one for one in named if one.ids(Person)]
    if kind == "teller" or people:
        return not people or any(stands_in(one, paragraphs) for one in people)
    if kind == "parties":
        parties = [one for one in named if one.ids(Organisation) or one.ids(Place)]
        return all(_is_in(one, window) for one in parties)
    if not _has_level(who, language, paragraphs):
        return False
    if named:
        return any(_is_in(one, window) for one in named)
    if language == "zh":
        return shortens(_only_han(who), _only_han("".join(one.text for one in window)))
    return measure_support(who, "en", window) >= _LEAST


def _is_wide(mention: Mention) -> bool:
    """Return whether a name is that of a province or a region, in which most of a text lies."""
    return any(getattr(one.record, "kind", "") in WIDE for one in mention.entries)


def _only_han(text: str) -> str:
    return re.sub("[^\u3400-\u9fff]", "", text)


_LEVELS = {
    "provincial": "省|自治区",
    "prefectur": "州|盟|地区",
    "municipal": "市",
    "county": "县|旗",
    "district": "区",
    "central": "中央|国家|国务院|全国",
    "national": "中央|国家|国务院|全国",
    "state council": "国务院",
}
"""The words for the level of a government, by the English ones."""
_LEVEL = {
    "en": re.compile(rf"\b({'|'.join(_LEVELS)})(?:al|e|ity)?\b", re.I),
    "zh": re.compile("(自治区|省|州|盟|市|县|旗)(?=人?民?政府|委)|(国务院)"),
}


def _has_level(who: str, language: str, text: str) -> bool:
    """Return whether a text has the level of a government that does something, if it is told."""
    found = _LEVEL[language].search(who)
    if not found or not re.search("government|committee|council|政府|委", who, re.I):
        return True
    level = found[0] if language == "zh" else _LEVELS[found[1].lower()]
    return bool(re.search(level, text))


def _is_in(mention: Mention, window: list[Clause]) -> bool:
    """Return whether clauses have a name, or an anchor of what it stands for."""
    text = "\n".join(one.text for one in window)
    return stands_in(mention, text) or any(
        proof.paragraph == window[0].paragraph and proof.anchor in text
        for entry in mention.entries
        if entry.article is window[0].article
        for proof in entry.record.evidence
    )


def judge_owners(sentence: Sentence, mentions: list[Mention]) -> Iterator[Found]:
    """Yield the body that is told to be part of one that the models have as a part of it."""
    for one, other in pairwise(mentions):
        between = sentence.text[one.end : other.start].strip().removeprefix("Co., Ltd.").strip()
        between = between.removeprefix("Co.").removesuffix(" the").strip()
        if sentence.pattern("owns").fullmatch(between):
            parts, wholes = other, one
        elif sentence.pattern("owned").fullmatch(between):
            parts, wholes = one, other
        else:
            continue
        pairs = [(part, whole) for part in parts.entries for whole in wholes.entries]
        turned = [part for part, whole in pairs if _is_part(whole, part)]
        if turned and not any(_is_part(part, whole) for part, whole in pairs):
            article, record = turned[0]
            says, at = Says("name", record), record.evidence[0].paragraph
            yield Found(one.start, one.end, "name", CONTRADICTED, article, record, at, says)


def _is_part(part: Entry, whole: Entry) -> bool:
    """Return whether a body is a part of another one, or of a part of it."""
    record, seen = part.record, {part.record.id}
    while isinstance(record, Organisation) and record.part_of and record.part_of not in seen:
        seen.add(record.part_of)
        record = part.article.by_id[record.part_of]
    return part.record is not whole.record and whole.record.id in seen
