"""Whether what a sentence lists, or tells as one of several things, is in the list of the texts."""

import re
from collections.abc import Iterator
from itertools import islice

from briefing.model.records import Place, Project
from briefing.verifying.aligning.clause import Clause
from briefing.verifying.aligning.clauses import MOST_ASKED, Clauses
from briefing.verifying.aligning.support import doubt, measure_support, stands_in
from briefing.verifying.claim import Found
from briefing.verifying.naming.naming import Mention
from briefing.verifying.naming.numbered import CARDINALS
from briefing.verifying.naming.standing import name_province
from briefing.verifying.sentences import Sentence

_LIST = {
    "zh": re.compile(
        "[\u4e00-\u9fffA-Za-z0-9]{1,12}(?:、[\u4e00-\u9fffA-Za-z0-9]{1,12})+"
        "(?:(?:和|与|及|以及)[\u4e00-\u9fff]{1,10})?"
    ),
    "en": re.compile(
        r"(?<![\w'’-])(?:[\w'’-]++ ){0,3}[\w'’-]++(?:, (?:[\w'’-]++ ){0,3}[\w'’-]++)+,? and"
        r" (?:[\w'’-]++ ?){1,4}"
    ),
}
_BETWEEN = {
    "zh": re.compile(
        "、|和|一直[\u4e00-\u9fff]{0,2}到|(?<!参)与|以及|(?<![涉普顾触波])及(?!时|其)"
    ),
    "en": re.compile(",? and |, "),
}
_NO_LIST = re.compile(r"[0-9]|, (?:is|are|was|were|who|which|in|of|at|by|with|including|such) ")
"""What stands between commas that part no items of a list."""
_VAGUE = re.compile(r"(?:other|similar|related|more|others|many|some)\b.*", re.I)
_FEWEST = {"zh": 3, "en": 4}
"""A list has so many items at least, of which all but one must stand in the text."""
_MOST_READ = 6
"""Of so many clauses that tell most of a sentence, the one is taken that has most of a list."""
_LEAST = 0.34
"""The least share of an item that must stand there."""


def judge_lists(sentence: Sentence, mentions: list[Mention], clauses: Clauses) -> Iterator[Found]:
    """Yield the only item of a list that the clauses lack which have all others."""
    told_of_kind = list(_find_other_names(sentence, clauses)) if sentence.language == "zh" else []
    first = clauses.list_best(sentence)[:1] if told_of_kind else []
    for start, end in told_of_kind if first else ():
        yield doubt(start, end, "name", first[0])
    for language in sentence.languages:
        for run in islice(_LIST[language].finditer(sentence.text), MOST_ASKED):
            items = _bound(sentence.text, list(_split(run, language)), language)
            listed = sentence.text[items[0][0] : items[-1][1]]
            if len(items) < _FEWEST[language] or _NO_LIST.search(listed):
                continue
            told = [sentence.text[start:end] for start, end in items]
            window = _find_list(told, sentence, run.start(), language, clauses)
            lacking = [
                (start, end)
                for (start, end), item in zip(items, told, strict=True)
                if not _is_supported(item, language, window)
                and not _is_named(start, end, mentions, window)
                and not _VAGUE.fullmatch(item)
            ]
            if language == "zh" and not lacking:
                lacking = [
                    span
                    for span, item in zip(items, told, strict=True)
                    if _is_replaced(item, told, window) or _is_unheard(item, told, window, clauses)
                ]
            if language == "en" and items[0] in lacking:
                continue  # what begins before the list
            if window and len(lacking) == 1:
                start, end = lacking[0]
                head = window[0]
                yield doubt(start, end, "name", head)


def _is_named(start: int, end: int, mentions: list[Mention], window: list[Clause]) -> bool:
    """Return whether an item is a name of what the clauses name, or a name that is no place's."""
    text = "".join(one.text for one in window)
    named = (one for one in mentions if one.start < end and start < one.end)
    return any(not one.ids(Place) or stands_in(one, text) for one in named)


_KIND = 2
"""Characters at the end of an item that tell of which kind it is."""
_PHRASE = 4
"""An item of so many characters may be told apart from the others."""


def _find_list(
    items: list[str], sentence: Sentence, at: int, language: str, clauses: Clauses
) -> list[Clause]:
    """Return the clauses that have most of some items, of those that tell most of a sentence."""
    alike = islice(clauses.rank(sentence, at, []), _MOST_READ)
    windows = [clauses.around(one) for _, one in alike]

    def count(window: list[Clause]) -> int:
        return sum(_is_supported(one, language, window) for one in items)

    return max(windows, key=count, default=[])


def _is_supported(item: str, language: str, window: list[Clause]) -> bool:
    """Return whether clauses have an item, or the province for which a character stands: 粤."""
    written = (item, name_province().get(item, item))
    return any(measure_support(one, language, window) >= _LEAST for one in written)


def _is_replaced(item: str, told: list[str], window: list[Clause]) -> bool:
    """Return whether all other items stand in clauses, and of this one only the word for its kind.

    So stands 管网 of 油气管网 in 城市地下管网, and 油气 does not.
    """
    text = "".join(one.text for one in window)
    if item in text or len(item) < _PHRASE or not all(one in text for one in told if one != item):
        return False
    own, kind = item[:-_KIND], item[-_KIND:]
    return kind in text and measure_support(own, "zh", window) < _LEAST


def _is_unheard(item: str, told: list[str], window: list[Clause], clauses: Clauses) -> bool:
    """Return whether all other items stand in clauses, and this one in no text, nor half of it.

    Half of it is asked for where all items are as long. One that is called a thing of the same kind
    as another item need only stand in no text: where two corridors are named, a third name is that
    of another one.
    """
    text = clauses.paragraph_of(window[0]) if window else ""
    others = [one for one in told if one != item]
    name = item.rstrip(_PLACES) if len(item) > _KIND else item
    if clauses.has(name) or not all(one in text for one in others):
        return False
    if len(item) >= _PHRASE and any(one[-_KIND:] == item[-_KIND:] for one in others):
        return True
    pairs = [name[at : at + 2] for at in range(len(name) - 1)]
    is_as_long = bool(pairs) and {len(one) for one in told} == {len(item)}
    return is_as_long and 2 * sum(one in text for one in pairs) <= len(pairs)


def _find_other_names(sentence: Sentence, clauses: Clauses) -> Iterator[tuple[int, int]]:
    """Yield the name of a thing that no text has, beside one of the same kind that a text has."""
    for joint in islice(_JOINT.finditer(sentence.text), MOST_ASKED):
        own = _ENDS_NAME.split(sentence.text[joint.end() : joint.end() + _LONGEST])[0]
        before = sentence.text[max(0, joint.start() - _LONGEST) : joint.start()]
        at = own.find(before[-_KIND:], _KIND)
        if len(before) < _PHRASE or at < 0 or not _HAN.fullmatch(before[-_PHRASE:]):
            continue
        name = own[: at + _KIND]
        if clauses.has(before[-_PHRASE:]) and not clauses.has(name):
            yield joint.end(), joint.end() + len(name)


_JOINT = re.compile("[、和与及]")
_ENDS_NAME = re.compile("[^\u4e00-\u9fffA-Za-z0-9]|[、和与及的]")
_HAN = re.compile("[\u4e00-\u9fff]+")
_LONGEST = 10
"""A name has so many characters at most."""
_PLACES = "市县区省州"


_HEAD = re.compile(".*(?:是|为|包括|有|投向|来自|涉及|即|在|被|由|把|从)")
_TAIL = re.compile(
    "这?[一二三四五六七八九十两0-9]+(?:个|大|种|类|项|家|地|市|县|省|国|处|条|座|方面|部分|领域|行业|块|张)|等|[都均全皆](?=[得能要会被已在可是有])"
)
_ENDS = re.compile("[，,。；;、]|$")


def _bound(text: str, items: list[tuple[int, int]], language: str) -> list[tuple[int, int]]:
    """Return the items of a list without what stands before the first and behind the last.

    Where it is not told where these begin and end, what is next to the other items is left of them.
    """
    (first, begins), (last, end) = items[0], items[-1]
    if language == "zh":
        head, tail = _HEAD.match(text, first, begins), _TAIL.search(text, last, end + 1)
        first = head.end() if head else max(first, begins - 2)
        end = tail.start() if tail else end if _ENDS.match(text, end) else min(end, last + 2)
    else:
        first = begins - len(" ".join(text[first:begins].split()[-1:]))
        words = text[last:end].split()
        end = last + len(" ".join(words[:1]))
    return [(first, begins), *items[1:-1], (last, end)]


def _split(run: re.Match[str], language: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the items of a list."""
    start = run.start()
    for between in _BETWEEN[language].finditer(run.string, run.start(), run.end()):
        yield start, between.start()
        start = between.end()
    yield start, run.end()


_ONE_OF = {
    "en": re.compile(rf"\bone of (?:the|its|their) [“‘\"]?(?P<of>{'|'.join(CARDINALS)})\b", re.I),
    "zh": re.compile(
        '[“‘"]?(?P<of>[一二三四五六七八九十两][\u4e00-\u9fff]{1,3})[”’"]?(?:之一|中的一[个圈群廊港区带])'
    ),
}
"""What tells that something is one of a counted set: one of the three ports."""
_COUNTED = re.compile("([两二三四五六七八九十])个?(?=[^，。；]{1,14}(?:之一|[中里]的?一))")
"""How many things there are in a Chinese text of which something is one."""
_NUMERALS = dict(zip(CARDINALS, "一二三四五六七八九十", strict=True))


def judge_one_of(sentence: Sentence, mentions: list[Mention], clauses: Clauses) -> Iterator[Found]:
    """Yield what something is told to be one of, where all clauses that name it tell of another.

    So is a port one of the three ports, and of no three circles. English tells of them by how many
    there are.
    """
    for language in sentence.languages:
        for said in islice(_ONE_OF[language].finditer(sentence.text), MOST_ASKED):
            naming = _list_naming(sentence, said.start(), mentions, clauses)
            if language == "en":
                name = _NUMERALS[said["of"].lower()]
                found = [(each[1], one) for one in naming for each in _COUNTED.finditer(one.text)]
                told = [(count.replace("两", "二"), one) for count, one in found]
            else:
                name = said["of"]
                told = [
                    (each["of"], one) for one in naming for each in _ONE_OF["zh"].finditer(one.text)
                ]
            if told and not any(each == name for each, _ in told):
                yield doubt(*said.span("of"), "name", told[0][1])


def _list_naming(
    sentence: Sentence, at: int, mentions: list[Mention], clauses: Clauses
) -> list[Clause]:
    """Return the clauses that name what the clause of a sentence at an offset does.

    If that names nothing, they are those that clearly tell the same.
    """
    own = sentence.clause_at(at)
    named = [
        entry.record
        for one in mentions
        if sentence.clause_at(one.start) == own
        for entry in one.entries
    ]
    if not any(isinstance(one, (Place, Project)) for one in named):
        return list(clauses.sentences_of(clauses.align_closely(sentence, at, mentions)[:1]))
    return [one for record in named for one in clauses.list_naming(record)]
