"""What a sentence tells as one more of the things that a text lists, or as one of so many.

Where a text names the five places on which a corridor is centred, a sixth is not one of them.
"""

import re
from collections.abc import Iterator
from itertools import islice, product

from briefing.names.pinyin import fold_pinyin, readings
from briefing.verifying.aligning.clause import Clause
from briefing.verifying.aligning.clauses import MOST_ASKED, Clauses
from briefing.verifying.aligning.support import doubt, stands_in
from briefing.verifying.claim import Found
from briefing.verifying.naming.naming import Mention
from briefing.verifying.naming.numbered import CARDINALS
from briefing.verifying.sentences import Sentence

_WHO = "(?P<who>(?:(?![一二两三四五六七八九十几多的是个有])[\u4e00-\u9fff]){2,10}?)"
_MORE = re.compile(
    "除了?(?P<some>[^，。；除]{2,40}?)(?:以外|之外|外)[，,]?[^，。；]{0,14}?"
    "(?:还有|还包括|另有|另一[个条台座项家处]是|(?:其余|剩下)的?[^，。；]{0,4}是"
    f"|还要?(?:加强)?[与同和]){_WHO}"
    "(?=[。，；、]|的[\u4e00-\u9fff]{2,4}[。，；]|等|$)"
)
"""What tells of one thing more than some others: 除甲、乙外，还有丙."""
_COUNT = "(?P<count>[两二三四五六七八九十])[个大条座家类项处块]"
_ONE_OF = (
    re.compile(
        f"{_COUNT}[^，。；、]{{0,12}}?[里中](?:还|就|也)?(?:有|包括|包含){_WHO}(?=[。，；]|$)"
    ),
    re.compile(
        f"(?:^|[，。；]){_WHO}(?:也|就|还)?[是属]于?[^，。；、]{{0,24}}?{_COUNT}[^，。；、]{{0,10}}之一"
    ),
)
"""What tells of one of a counted set: 五个重点中有甲."""
_ONE_OF_ENGLISH = (
    re.compile(
        rf"(?P<who>[A-Z][\w'’-]+)(?: County| City)? (?:is|was|are) (?:also )?(?:one of|among) the"
        rf" (?P<count>{'|'.join(CARDINALS)})\b"
    ),
    re.compile(
        rf"\b(?P<count>{'|'.join(CARDINALS)}) [a-z][^.;,]{{0,80}} includ(?:e|es|ed|ing)"
        r" (?P<who>[A-Z][\w'’-]+)(?: County| City)?(?=[.;]|$)"
    ),
)
_SIZES = dict(zip("两二三四五六七八九十", (2, *range(2, 11)), strict=True))
_SIZES |= dict(zip(CARDINALS, range(1, 11), strict=True))
_BETWEEN = re.compile("[、和与及]")
_PLACES = "市县区省州镇"
_MOST_READ = 6
_SHORTEST = 2


def judge_beyond(sentence: Sentence, mentions: list[Mention], clauses: Clauses) -> Iterator[Found]:
    """Yield what is told as one of listed things, and stands in no such list of the texts."""
    for said in islice(_MORE.finditer(sentence.text), MOST_ASKED):
        some = [_shorten(one) for one in _BETWEEN.split(said["some"])]
        own = sentence.without(*said.span("who"))
        ranked = islice(clauses.rank(own, said.start(), []), _MOST_READ)
        having = [one for _, one in ranked if all(each in one.text for each in some)]
        yield from _judge_who(said, having, mentions, clauses)
    for words in _ONE_OF if sentence.language == "zh" else _ONE_OF_ENGLISH:
        for said in islice(words.finditer(sentence.text), MOST_ASKED):
            own = sentence.without(*said.span("who"))
            ranked = islice(clauses.rank(own, said.start("count"), []), _MOST_READ)
            size = _SIZES[said["count"].lower()]
            having = [one for _, one in ranked if len(one.text.split("、")) == size]
            yield from _judge_who(said, having[:1], mentions, clauses)


def _judge_who(
    said: re.Match[str], having: list[Clause], mentions: list[Mention], clauses: Clauses
) -> Iterator[Found]:
    """Yield what is told as one of a list, if none of the sentences that have this names it."""
    start, end = said.span("who")
    own = [one for one in mentions if one.start < end and start < one.end]
    text = "\n".join(one.text for one in clauses.sentences_of(having))
    is_told = _shorten(said["who"]) in text or any(stands_in(one, text) for one in own)
    if having and not is_told and not _spells(said["who"], text):
        yield doubt(start, end, "name", having[0])


def _spells(name: str, text: str) -> bool:
    """Return whether a name in pinyin may stand for some characters of a text."""
    word = fold_pinyin(name).replace("'", "").lower()
    if not word.isascii():
        return False
    spelt = [[fold_pinyin(one) for one in readings(each)] for each in text]
    return any(
        word in map("".join, product(*spelt[at : at + size]))
        for size in (2, 3)
        for at in range(len(text) - size + 1)
    )


def _shorten(name: str) -> str:
    """Return a name without the word for its kind of place, if that leaves enough of it."""
    return name.rstrip(_PLACES) if len(name.rstrip(_PLACES)) >= _SHORTEST else name
