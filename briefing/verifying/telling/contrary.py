"""What a sentence tells otherwise than the clauses of the texts that tell of the same.

It tells of the opposite way, by ``opposites.tsv``, of another side, or that another one says it.
"""

import re
from collections.abc import Iterable, Iterator

from briefing.model.records import Person, Place
from briefing.names.sides import SIDE
from briefing.verifying.aligning.clause import Clause
from briefing.verifying.aligning.clauses import Clauses
from briefing.verifying.aligning.support import count_words, doubt, find_beside, stands_in
from briefing.verifying.claim import BORNE_OUT, UNKNOWN, Found, Says
from briefing.verifying.naming.naming import Mention, hide
from briefing.verifying.opposites import Way, list_ways_told
from briefing.verifying.sentences import Sentence
from briefing.verifying.telling.slots import list_offices

_FEWEST_SHARED = 4
"""So many words of a clause must stand in the one that tells the same."""
_FEWEST_SAID = 4
"""What somebody said has so many characters at least."""


def judge_opposites(
    sentence: Sentence, mentions: list[Mention], clauses: Clauses
) -> Iterator[Found]:
    """Yield what a sentence tells of the way opposed to that of all clauses that tell the same."""
    text = hide(sentence.text, mentions, "\n")
    names = [(one.start, one.end) for one in mentions]
    for way in list_ways_told(text, tuple(sentence.languages)):
        said = _find_way(way, text, sentence)
        if said is None:
            continue
        both = any(way.opposite[lang].search(text) for lang in sentence.languages)
        if way.is_of_difference and _qualifies_number(sentence, said.end()):
            continue
        if way.is_of_amount and sentence.has_amount(said.start(), names):  # which is judged with it
            continue
        alike = [] if both else clauses.align_beyond_names(sentence, said.start(), mentions)
        told = _find_opposed(way, alike, mentions) or _find_opposed_to_clause(
            way, sentence, said, mentions, clauses
        )
        if told:
            yield doubt(*said.span(), "statement", told)


def _find_opposed(way: Way, alike: list[Clause], mentions: list[Mention]) -> Clause | None:
    """Return the first of some clauses that tells of a way or its opposite, if of that alone."""
    bare = ((one, without_names(one.text, mentions)) for one in alike)
    told, words = next((pair for pair in bare if _tells(way, pair[1])), (None, ""))
    return told if told and not way.own["zh"].search(words) else None


def _find_opposed_to_clause(
    way: Way,
    sentence: Sentence,
    said: re.Match[str],
    mentions: list[Mention],
    clauses: Clauses,
) -> Clause | None:
    """Return the clause that tells most of what the clause of a word tells, if of the opposite way.

    It shares several words with that, and no clause that has nearly as much tells of the way.
    """
    start, end = sentence.clauses[sentence.clause_at(said.start())]
    part = sentence.only(start, end).without(*said.span())
    alike = clauses.align_closely(part, said.start(), [])
    if not alike or any(way.own["zh"].search(one.text) for one in alike):
        return None
    shared = count_words(part.text, sentence.language, alike[0])
    return _find_opposed(way, alike[:1], mentions) if shared >= _FEWEST_SHARED else None


def _find_way(way: Way, text: str, sentence: Sentence) -> re.Match[str] | None:
    """Return where a sentence first tells of a way in a clause that tells of it alone."""
    for language in sentence.languages:
        for said in way.own[language].finditer(text):
            span = sentence.clauses[sentence.clause_at(said.start())]
            if not any(way.opposite[lang].search(text, *span) for lang in sentence.languages):
                return said
    return None


def _qualifies_number(sentence: Sentence, end: int) -> bool:
    """Return whether words that end at an offset are told of a number behind: less than 29%."""
    return any(one.start - 1 <= end < one.end for one in sentence.numbers)


_OF_ACCOUNTS = ("account", "counted", "prices")
"""The opposites that tell how a number was worked out, which other clauses tell as well."""


_TOWARDS = re.compile(f"[向朝往]({SIDE})(?!{SIDE})")


def judge_directions(
    sentence: Sentence, mentions: list[Mention], clauses: Clauses
) -> Iterator[Found]:
    """Yield the side towards which something is told, where the texts tell of another: 向东开放."""
    for said in _TOWARDS.finditer(sentence.text):
        alike = clauses.align(sentence, said.start(), mentions)
        told = [(side[1], one) for one in alike for side in _TOWARDS.finditer(one.text)]
        if told and not any(side == said[1] for side, _ in told):
            one = told[0][1]
            yield doubt(*said.span(), "statement", one)


def judge_opposites_beside(
    sentence: Sentence, mentions: list[Mention], found: Iterable[Found], clauses: Clauses
) -> Iterator[Found]:
    """Yield what the clause of a number tells of the way opposed to that of the text's clauses.

    These are the ones that have the number; all of them tell of the opposite way.
    """
    text = hide(sentence.text, mentions, "\n")
    found = list(found)
    ways_told = [
        way
        for way in list_ways_told(text, tuple(sentence.languages))
        if not way.is_of_amount and way.name != "first"  # which are judged by themselves
    ]
    for number in found if ways_told else ():
        if number.kind != "number" or number.status != BORNE_OUT:
            continue
        having = list(find_beside(number, sentence, clauses))
        beside = [one.text for one in having]
        led = [clauses.lead_to(one) for one in having]
        start, end = sentence.clauses[sentence.clause_at(number.start)]
        for way in ways_told if beside else ():
            if way.name in _OF_ACCOUNTS:
                (start, end), beside = _between(number, found, text), led
            ways = [
                (
                    way.own[lang].search(text, start, end),
                    way.opposite[lang].search(text, start, end),
                )
                for lang in sentence.languages
            ]
            said = next((own for own, _ in ways if own), None)
            if said is None or any(other for _, other in ways):
                continue
            if all(_is_opposed(way, one) for one in beside):
                at = number.paragraph
                yield Found(*said.span(), "statement", UNKNOWN, number.article, None, at)


def _between(number: Found, found: Iterable[Found], text: str) -> tuple[int, int]:
    """Return the span of a text from the number before one up to the number behind it."""
    numbers = [one for one in found if one.kind == "number"]
    start = max((one.end for one in numbers if one.end <= number.start), default=0)
    return start, min((one.start for one in numbers if one.start >= number.end), default=len(text))


_LOT = re.compile("首[批期轮]|第[一二三四][批轮]")
_OF_LOT = {
    "zh": re.compile("[首一二三][批期轮]|第[一二三四]|先"),
    "en": re.compile(
        r"\b(?:first|initial|phase|batch|stage|second|third|tranche|round|section|start|beg[aiu]n)",
        re.I,
    ),
}
"""What tells that an amount is of a first or second lot of something."""


def judge_lots(sentence: Sentence, found: Iterable[Found], clauses: Clauses) -> Iterator[Found]:
    """Yield the amounts that the texts tell of a first or second lot, and the sentence of all."""
    if any(_OF_LOT[lang].search(sentence.text) for lang in sentence.languages):
        return
    for number in found:
        if number.kind == "number" and number.status == BORNE_OUT:
            beside = list(find_beside(number, sentence, clauses))
            if beside and all(_LOT.search(one.text) for one in beside):
                yield number._replace(status=UNKNOWN)


def _is_opposed(way: Way, chinese: str) -> bool:
    """Return whether a clause tells of the way opposed to one, and not of that one."""
    return bool(way.opposite["zh"].search(chinese)) and not way.own["zh"].search(chinese)


def without_names(chinese: str, mentions: Iterable[Mention]) -> str:
    """Return a clause without the names of what a sentence mentions: the 北 of 环北部湾工程."""
    names = (one.record.title.zh for mention in mentions for one in mention.entries)
    for name in sorted(set(names), key=len, reverse=True):
        chinese = chinese.replace(name, "\n" * len(name))
    return chinese


def _tells(way: Way, chinese: str) -> bool:
    """Return whether a clause tells of one of two opposed ways."""
    return bool(way.own["zh"].search(chinese) or way.opposite["zh"].search(chinese))


def judge_teller(
    sentence: Sentence, mentions: list[Mention], found: Iterable[Found], clauses: Clauses
) -> Iterator[Found]:
    """Yield the speaker of a sentence whose content the texts do not have beside that person.

    The content is the numbers that are ``found`` in them, or else what they tell most alike.
    """
    says = sentence.find("says")
    speaker = _find_speaker(mentions, says) if says else None
    if not says or not speaker:
        return
    own = speaker.ids(Person)
    at = _find_content(sentence, speaker, says)
    offices = list_offices([speaker])
    others = [
        one
        for one in mentions
        if one is not speaker and not any(entry.record.id in offices for entry in one.entries)
    ]
    numbers = [
        (one.article, one.paragraph, clauses.find_tellers(one.article, one.paragraph))
        for one in found
        if one.kind == "number" and one.status == BORNE_OUT and one.article and one.paragraph
    ]
    alike = [
        (one.article, one.paragraph, clauses.find_tellers_of(one))
        for one in clauses.align(sentence, at, others)[:_MOST_ALIKE]
    ]
    told = [
        (article, at, tellers)
        for article, at, tellers in numbers or alike
        if own & set(article.by_id) and article.source.id in clauses.texts
    ]
    if told and not any(tellers & own for _, _, tellers in told):
        article, number, tellers = told[0]
        text = clauses.texts[article.source.id].text_of(number)
        placed = all(stands_in(one, text) for one in others if one.ids(Place))
        other = article.by_id[min(tellers)] if placed and len(tellers) == 1 else None
        person = Says("name", other) if other else None
        yield Found(speaker.start, speaker.end, "name", UNKNOWN, article, other, number, person)


_MOST_ALIKE = 3
"""So many of the clauses that tell most of what somebody said are asked who said it."""
_NEAR = 12
"""Of several people, the one who says something stands so near before it at most."""


def _find_speaker(mentions: list[Mention], says: re.Match[str]) -> Mention | None:
    """Return the only person whom a sentence names, or that one who stands before a word of it."""
    people = [one for one in mentions if one.ids(Person)]
    near = [one for one in people if 0 <= says.start() - one.end < _NEAR]
    return people[0] if len(people) == 1 else near[0] if len(near) == 1 else None


def _find_content(sentence: Sentence, speaker: Mention, says: re.Match[str]) -> int:
    """Return where the words begin that somebody says in a sentence."""
    if speaker.end <= says.start() and len(sentence.text) - says.end() > _FEWEST_SAID:
        return says.end() + 1
    words = [span for span in sentence.clauses if not span[0] <= speaker.start < span[1]]
    return words[0][0] if words else speaker.end
