"""The rules on names in our own prose that are spelt otherwise than those of the text."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property

from briefing.checks.context import ProofContext
from briefing.checks.lookup import Lookup
from briefing.checks.naming import names_of
from briefing.checks.once import once
from briefing.checks.owntexts import list_prose
from briefing.checks.registry import source_rule
from briefing.checks.slips import Spelt
from briefing.model.records import Person
from briefing.names.abroad import find_abroad
from briefing.names.glosses import is_english
from briefing.names.people import find_people
from briefing.names.pinyin import Heard, count_syllables, fold_pinyin, readings
from briefing.names.spelt import list_spelt
from briefing.names.tables import surnames, words_of
from briefing.names.transliterated import list_runs, may_render
from briefing.names.treated import find_treated
from briefing.problem import Finding, message

_WORD = re.compile(r"(?<![\w’'-])[A-ZÜ][a-zü]*(?:['’](?!s\b)[a-zü]+)?(?![\w-])")
_OPENS = re.compile(r"(?:^|[.!?:;“\"]\s*)$")
"""What stands before the first word of a sentence."""
_PREFIX = re.compile("^(?:re|de|pre|un|co|bi|di|in|non)(?=[a-z]{4})")
_SENTENCE = re.compile("[^。！？\n]+")
_SHORTEST = 5
"""A shorter word may be of another language, or an abbreviation."""
_MOST_FOREIGN = 4000
"""In so many characters about other countries each name is sought by its sound."""


@source_rule(warning=True)
def pinyin_unproved(context: ProofContext) -> Iterator[Finding]:
    """Our own English prose has a name in pinyin that nothing in the text is read as. A warning.

    It is a word with a capital that can be read as two Chinese characters or more, and is no
    English word and in no English name of a record; or a family name before a given one. No
    characters that stand together in the text, in a name of the model or in the Chinese of the same
    text of ours are read so, nor do characters by which a sentence that names a country writes
    foreign names by their sound. The names of records are not read, nor are divisions of China, of
    which other rules tell.

    Passes:
        # 恒拓公司的码头开工。
        events: [{id: start, name: {zh: 码头开工}, note: {zh: 恒拓公司, en: Hengtuo begins work},
          evidence: [{paragraph: 2, anchor: 码头开工}]}]
    Fails:
        # 恒拓公司的码头开工。
        events: [{id: start, name: {zh: 码头开工}, note: {zh: 恒拓公司, en: Hengyuan begins work},
          evidence: [{paragraph: 2, anchor: 码头开工}]}]
    """
    pinyin = _Pinyin(context)
    for where, text in list_prose(context.own_texts):
        for name in dict.fromkeys(pinyin.find_unread(text.en, text.zh) if text.en else ()):
            yield Finding(message("pinyin-unproved", name=name), (*where, "en"))


class _Pinyin(Lookup):
    """The names in pinyin of a model, which are looked for in a text and the model."""

    def __init__(self, context: ProofContext) -> None:
        super().__init__(context)
        self._records = [record for _, record in context.article.records()]
        self._is_heard = cache(self._look_for)

    @cached_property
    def _called(self) -> frozenset[str]:
        """The words of the English names of the model, in small letters."""
        names = (
            one.en
            for record in self._records
            for one in (record.title, getattr(record, "short", None))
            if one and one.en
        )
        return frozenset(fold_pinyin(word) for name in names for word in _WORD.findall(name))

    @cached_property
    def _families(self) -> frozenset[str]:
        """The family names, in pinyin, of the people whom the text names."""
        names = _list_people(self._context)
        return frozenset(one for name in names for one in _read_family(name[0]))

    def find_unread(self, english: str, chinese: str) -> Iterator[str]:
        """Yield the names in pinyin of an English text that are read nowhere."""
        beside = Heard(chinese)
        before: re.Match[str] | None = None
        for one in _WORD.finditer(english):
            follows = before and english[before.end() : one.start()] == " "
            is_given = before and follows and not _is_article(before[0], one[0])
            name = f"{before[0]} {one[0]}" if before and is_given else ""
            before = one
            if name and self._is_person(name) and self._is_nowhere(name, beside):
                yield name
            elif (
                self._may_be_name(one[0])
                and self._is_nowhere(one[0], beside)
                and not _is_ordinary(one, english)
            ):
                yield one[0]

    def _may_be_name(self, word: str) -> bool:
        """Return whether a word can be read as two characters or more, and is in no known name."""
        letters = _letters_of(word)
        is_read = len(letters) >= _SHORTEST and max(count_syllables(letters), default=0) > 1
        return is_read and fold_pinyin(word) not in self._called and word not in list_spelt()

    def _is_person(self, name: str) -> bool:
        """Return whether two words are a family name and a given name of one or two syllables."""
        family, given = map(_letters_of, name.split(" "))
        if family not in _list_families() or not count_syllables(given) & {1, 2}:
            return False
        if family in self._families:
            return True
        return fold_pinyin(given) not in self._called and not (
            is_english(family) and is_english(given)
        )

    def _is_nowhere(self, name: str, beside: Heard) -> bool:
        """Return whether nothing in the article and in the Chinese of a text is read so."""
        is_heard = self._is_heard(name) or beside.may_have(_letters_of(name))
        return not is_heard and not may_render(list_foreign(self._context), name)

    def _look_for(self, name: str) -> bool:
        return hear_all(self._context).may_have(_letters_of(name))


def _is_article(word: str, name: str) -> bool:
    """Return whether a word before a name is no family name but its article: a Shanghai plan.

    It is the one that the sound of the name asks for, and the name is longer than a given one may
    be that has one syllable: An Anhui plan.
    """
    is_long = max(count_syllables(_letters_of(name)), default=0) > 1
    return is_long and word == ("An" if name[0] in "AEIOU" else "A")


def _is_ordinary(found: re.Match[str], text: str) -> bool:
    """Return whether a word is an English one, or at the beginning of a sentence made of one."""
    letters = _letters_of(found[0])
    if letters in words_of("common_words.txt") or is_english(letters):
        return True
    opens = _OPENS.search(text, max(0, found.start() - 4), found.start())
    return bool(opens) and is_english(_PREFIX.sub("", letters))


def _letters_of(word: str) -> str:
    return re.sub("['’ ]", "", fold_pinyin(word))


@cache
def _list_families() -> frozenset[str]:
    """Return all family names of one character in pinyin."""
    return frozenset(one for name in surnames() if len(name) == 1 for one in _read_family(name))


def _read_family(character: str) -> Iterable[str]:
    return surnames().get(character) or readings(character)


@once
def _join_names(context: ProofContext) -> str:
    """Return the text and the names of the model."""
    names = (name for _, record in context.article.records() for name in names_of(record))
    return "\n".join([context.whole_text, *dict.fromkeys(names)])


@once
def hear_all(context: ProofContext) -> Heard:
    """Return how the text and the names of the model are read."""
    return Heard(_join_names(context))


@once
def list_foreign(context: ProofContext) -> frozenset[str]:
    """Return the runs of characters by which sentences that name a country write foreign names."""
    sentences = _SENTENCE.findall(context.whole_text)
    foreign = "\n".join(one for one in sentences if next(find_abroad(one), None))
    return list_runs(foreign[:_MOST_FOREIGN])


@once
def _list_people(context: ProofContext) -> frozenset[str]:
    """Return the names of the people whom the text or the model names."""
    paragraphs = [one.text for one in context.source.paragraphs]
    found = [(at, one) for at, text in enumerate(paragraphs, 1) for one in find_people(text)]
    treated = find_treated(paragraphs, found)
    return frozenset({*treated, *(one.name.zh for one in context.article.of(Person))})


@source_rule(warning=True)
def name_misspelt(context: ProofContext) -> Iterator[Finding]:
    """Our own Chinese prose has a name of the text with another character in it. A warning.

    It is the name of a person, or of a place, a body or a project of the model, and what our prose
    has instead stands nowhere in the text. The characters of a person's given name may be turned
    around. The names of records are not read.

    Passes:
        # 叶青禾夺冠。
        events: [{id: win, name: {zh: 夺冠}, note: {zh: 叶青禾得了冠军},
          evidence: [{paragraph: 2, anchor: 叶青禾夺冠}]}]
        people: [{id: ye, name: {zh: 叶青禾}, evidence: [{paragraph: 2, anchor: 叶青禾}]}]
    Fails:
        # 叶青禾夺冠。
        events: [{id: win, name: {zh: 夺冠}, note: {zh: 叶青荷得了冠军},
          evidence: [{paragraph: 2, anchor: 叶青禾夺冠}]}]
        people: [{id: ye, name: {zh: 叶青禾}, evidence: [{paragraph: 2, anchor: 叶青禾}]}]
    """
    spelt = Spelt(context, _join_names(context), _list_people(context))
    for where, text in list_prose(context.own_texts):
        if text.zh not in context.whole_text:
            for said, name in dict.fromkeys(spelt.find_slips(text.zh)):
                yield Finding(message("name-misspelt", said=said, name=name), (*where, "zh"))
