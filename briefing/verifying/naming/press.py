"""Who wrote an article and who edited it, and how many reporters there were."""

import re
from collections.abc import Iterator, Sequence

from briefing.model.article import Article
from briefing.model.parts import Bilingual
from briefing.names.languages import compile_words
from briefing.verifying.claim import BORNE_OUT, UNKNOWN, Found
from briefing.verifying.naming.naming import Mention
from briefing.verifying.naming.parts import NUMBERS
from briefing.verifying.sentences import Sentence
from briefing.verifying.wording import pattern

_WROTE = compile_words(
    "reporters?|journalists?|correspondents?|wrote|written by|bylines?|authors?", "记者|采写|撰写"
)
_EDITED = compile_words("editors?|edited", "责编|编辑")
"""What tells who wrote an article and who edited it."""
_WRITING = compile_words(
    "wrote|written by|bylines?|authors?|credited|put their names", "采写|撰写|署名|合写"
)

_COUNTED = re.compile(r"[\u4e00-\u9fff]{0,3}记者| (?:\w+ )?(?:reporters|journalists)\b")
"""What stands behind the number of reporters."""

_PAGE = re.compile(
    r"\bpage (?P<behind>[a-z]+|\d{1,2})\b|\b(?:front|(?P<before>second|third|fourth)) page\b"
    r"|头版|第(?P<zh>[一二三四五六七八九]|\d{1,2})版",
    re.I,
)
_DIGITS = "零一二三四五六七八九"


def judge_press(
    sentence: Sentence, mentions: list[Mention], articles: Sequence[Article]
) -> Iterator[Found]:
    """Yield editors told as reporters, reporters told as editors, and the number of reporters."""
    sources = [one.source for one in articles]
    people = [[each for each in one.reporters if not each.corporate] for one in sources]
    written = {len(one) for one in (*people, *(one.reporters for one in sources)) if one}
    is_writing = any(_WRITING[one].search(sentence.text) for one in sentence.languages)
    for number in sentence.numbers if is_writing else ():
        if written and number.readings and _COUNTED.match(sentence.text, number.end):
            status = BORNE_OUT if number.readings[0].value in written else UNKNOWN
            yield Found(number.start, number.end, "number", status)
    reporters = set(_list_names([name for one in sources for name in one.reporters]))
    editors = set(_list_names([one.editor for one in sources]))
    people_of_press = editors | set(_list_names([one for each in people for one in each]))
    for mention in mentions:
        text = sentence.clause_text(mention.start)
        wrote = any(_WROTE[one].search(text) for one in sentence.languages)
        edited = any(_EDITED[one].search(text) for one in sentence.languages)
        of_other = editors - reporters if wrote else reporters - editors
        if not mention.entries and mention.text in people_of_press and _has_post(mention, sentence):
            yield Found(mention.start, mention.end, "name", UNKNOWN)
        if wrote != edited and not mention.entries and mention.text in of_other:
            yield Found(mention.start, mention.end, "name", UNKNOWN)


_OFFICIAL = re.compile(
    r" ?[,(] ?(?:an? |the )?[^,;.()]{0,60}?\b(?:official|director|mayor|secretary|heads?|chair\w*"
    r"|manager|governor|spokes\w+|magistrate)\b",
    re.I,
)


def _has_post(mention: Mention, sentence: Sentence) -> bool:
    """Return whether somebody is told to have a post, as nobody has who wrote an article."""
    start = mention.start
    return bool(_OFFICIAL.match(sentence.text, mention.end)) or any(
        one.end() == start
        for one in pattern("post", "zh").finditer(sentence.text, max(0, start - _NEAR), start)
    )


_NEAR = 8
"""A post right before a name has so many characters at most."""


def judge_page(
    sentence: Sentence, mentions: list[Mention], articles: Sequence[Article]
) -> Iterator[Found]:
    """Yield the page on which a newspaper is told to have an article, if the models know one."""
    sections = [one.source.section.zh for one in articles if one.source.section]
    known = {page for one in sections for _, page in _read_pages(one)}
    has_paper = any(not one.entries for one in mentions)
    for found, page in _read_pages(sentence.text) if known and has_paper else ():
        yield Found(*found.span(), "number", BORNE_OUT if page in known else UNKNOWN)


def _read_pages(text: str) -> Iterator[tuple[re.Match[str], int]]:
    """Yield where pages of newspapers stand in a text, and the number of each."""
    for found in _PAGE.finditer(text):
        word = (found["behind"] or found["before"] or found["zh"] or "1").lower()
        page = max(NUMBERS.get(word, 0), _DIGITS.find(word))
        if page > 0:
            yield found, page


def _list_names(names: Sequence[Bilingual | None]) -> Iterator[str]:
    for one in filter(None, names):
        yield from filter(None, (one.zh, one.en))
