"""The rule on the posts that our own prose gives to people."""

import re
from collections.abc import Iterator
from functools import cache, cached_property
from typing import NamedTuple

from briefing.checks.context import ProofContext
from briefing.checks.lookup import Lookup
from briefing.checks.once import once
from briefing.checks.owntexts import is_record_name
from briefing.checks.registry import source_rule
from briefing.checks.rules.ownnames import hear_all
from briefing.checks.spans import Words, between, touches
from briefing.checks.titles import Named, Title, find_titles, list_words, read_titles, strip_rank
from briefing.model.parts import Part, Post
from briefing.model.records import Person, Term
from briefing.names.ministries import list_fields
from briefing.names.offices import Office, find_english_offices
from briefing.names.people import find_people
from briefing.names.pinyin import read_so
from briefing.names.spelling import agrees_for_person
from briefing.names.tables import surnames, words
from briefing.problem import Finding, message

_DEPUTY = re.compile(
    r"\b(?:deputy|vice|assistant|associate|under|number two|second[- ]in[- ]command)\b", re.I
)
_ACTING = re.compile(r"\b(?:acting|interim)\b", re.I)
_FORMER = re.compile(
    r"\b(?:former(?:ly)?|until now|ex-?|then|retired|previous(?:ly)?|once|was|had been|used to|late"
    r"|served)\b",
    re.I,
)
_WAS = re.compile(r"\b(?:former(?:ly)?|until now|ex)\b", re.I)
_OVER = re.compile("原|前|时任|[曾历]任|退|卸|辞|免|不再|撤|落马|开除|调离|离任")
"""What tells that somebody no longer holds a post."""
_WORD = "[A-Z][a-zü]+(?:['’-][a-zü]+)?"
_ENGLISH_NAME = re.compile(rf"\b(?P<name>{_WORD}(?= (?P<given>{_WORD})\b))")
"""What may be a name: two words with capitals, the second of which may be the first of another."""
_ENGLISH_FAMILY = re.compile(r" (?P<name>[A-Z][a-zü]+)\b(?! [A-Z])")
"""What may be a family name alone, behind a post."""
_STOPS = re.compile(r"[,;:.!?()“”\"—\n]|\band\b")
_STYLE = re.compile(r"(?: (?:Mr|Ms|Mrs|Dr|Comrade)\.?)? $")
_TAKES = re.compile(
    r"(?:,| \()\s*(?:who (?:is|was|serves as) )?(?:also |now |currently )?"
    r"|,? (?:(?:was|is|has been|were) (?:appointed|named|elected|made)(?: as)?"
    r"|is|was|serves as|who is|who was|becomes|became|has become) (?:also |now |currently )?"
)
"""What stands between a name and a post that is its holder's."""
_APPOINTS = re.compile(
    r"\b(?:appoint|nam|elect|mak)(?:ed|ing|s|es)(?: Mr| Ms| Mrs| Dr)?\.? $", re.I
)
"""What makes the words right behind a name a post of its holder."""
_NO_POST = re.compile(
    r"^(?-i:[a-z]+(?:ing|ed))\b|\b(?:with|by|to|at|for|in|of|on|from|said|says|who|when|while|after|before"
    r"|told|met|succeed\w*)\b",
    re.I,
)
"""What makes of the words before a post no post of the name before them."""
_LONGEST = 90
_MOST_READ = 10
"""In so many paragraphs the posts of a person are looked for by the name alone."""
_ANOTHER = re.compile(r"(?:,| and)? (?=[A-Z])")
_JOINED = re.compile(r"\s+and (?:(?!of|for|in|the other)[\w'’-]+ ){0,3}$")


@source_rule(warning=True)
def post_contradicted(context: ProofContext) -> Iterator[Finding]:
    """Our own prose gives a person another post than the text. A warning.

    The text tells posts beside the person's name, in Chinese; one of them must be of the kind and
    of the rank that our prose tells right beside that name: a deputy is not the head, nor an acting
    or a former one that who is in office; nor is one in an office of the state with another task.
    A person whose posts the text does not tell is not
    judged, nor is a word by which many posts may be meant.

    Passes:
        # 市水利局副局长王明说，码头开工了。
        events: [{id: start, name: {zh: 码头开工, en: "Wang Ming, deputy head, on the start"},
          evidence: [{paragraph: 2, anchor: 码头开工}]}]
    Fails:
        # 市水利局副局长王明说，码头开工了。
        events: [{id: start, name: {zh: 码头开工, en: "Director Wang Ming on the start"},
          evidence: [{paragraph: 2, anchor: 码头开工}]}]
    """
    people = _People(context)
    for _, part, _, texts in context.own_texts:
        for where, text in texts:
            if _is_post_or_name(part, where[-1]):
                continue
            for name, said, other in people.judge_chinese(text.zh):
                yield _report((*where, "zh"), name, said, other)
            for name, said, other in people.judge_english(text.en or ""):
                yield _report((*where, "en"), name, said, other)


def _report(path: tuple[str | int, ...], name: str, said: str, other: list[Title]) -> Finding:
    values = {"name": name, "said": said, "other": list_words(other)}
    return Finding(message("post-contradicted", **values), path)


def _is_post_or_name(part: Part, field: str | int) -> bool:
    """Return whether a text is a post or a name, of which other rules tell."""
    return isinstance(part, (Post, Term)) or is_record_name(part, field)


Judged = tuple[str, str, list[Title]]
"""A person's name, the post that our prose gives, and those that the text gives."""


class _Mention(NamedTuple):
    """A person whom an English text names: where, and the name in Chinese."""

    start: int
    end: int
    name: str


class _People(Lookup):
    """The people of a text with the posts that it tells beside their names."""

    def __init__(self, context: ProofContext) -> None:
        super().__init__(context)
        self._text = context.whole_text

    @cached_property
    def _names(self) -> frozenset[str]:
        """The names of the people whom the text names, or the model does."""
        found = {
            one.name for each in self._context.source.paragraphs for one in find_people(each.text)
        }
        return frozenset({*found, *(one.name.zh for one in self._context.article.of(Person))})

    @cached_property
    def _words(self) -> Words:
        return Words(self._names)

    @cached_property
    def _told(self) -> dict[str, list[Title]]:
        """The posts of each of these people."""
        found = _titles_of(self._text, self._find_named(self._text))
        for person in self._context.article.of(Person):
            held = [title for post in person.posts for title in read_titles(post.title.zh)]
            found.setdefault(person.name.zh, []).extend(held)
        return found

    def _find_named(self, text: str) -> list[tuple[Named, str]]:
        named = sorted((Named(at, at + len(name)), name) for name, at in self._words.find(text))
        kept: list[tuple[Named, str]] = []
        for one in named:
            if not kept or one[0].start >= kept[-1][0].end:
                kept.append(one)
            elif one[0].end > kept[-1][0].end and one[0].start == kept[-1][0].start:
                kept[-1] = one
        return kept

    def judge_chinese(self, text: str) -> Iterator[Judged]:
        """Yield the posts that a Chinese text of ours gives to people who have others."""
        for name, said in _titles_of(text, self._find_named(text)).items():
            told = self._told.get(name, [])
            for title in said if told else ():
                base = strip_rank(title.word)
                if base not in _judged():
                    continue
                alike = [one for one in told if strip_rank(one.word).endswith(base)]
                if not any(one.rank == title.rank for one in alike):
                    yield name, title.word, alike or told
                elif title.is_former and not self._tells_over:
                    yield name, f"原{title.word}", alike
                elif _is_of_another_body(alike, title.body, "zh"):
                    yield name, f"{title.body}{title.word}", alike

    def judge_english(self, text: str) -> Iterator[Judged]:
        """Yield the posts that an English text gives to people who have others."""
        offices = list(find_english_offices(text)) if text else []
        if not offices:
            return
        mentions = self._find_mentions(text, offices)
        for index, one in enumerate(mentions):
            floor = mentions[index - 1].end if index else 0
            for phrase, office in _find_offices_of(text, offices, mentions, one, floor):
                stop = _STOPS.search(text, office.end)
                behind = text[office.end : stop.start() if stop else len(text)]
                around = phrase + (behind if behind.startswith(" of ") else "")
                told = self._titles_named(one.name)
                if not told or not office.tells:
                    continue
                alike = [title for title in told if office.renders.search(title.word)]
                rank = bool(_DEPUTY.search(phrase)), bool(_ACTING.search(phrase))
                held = [title for title in alike if title.rank == rank]
                was = bool(_WAS.search(phrase)) and not self._tells_over
                if not held or was or _is_over(held, text):
                    yield one.name, phrase.strip(), held or alike or told
                elif _is_of_another_body(held, around, "en"):
                    yield one.name, around.strip(), held

    def _titles_named(self, name: str) -> list[Title]:
        """Return the posts of a person, who may not be found in the text by them."""
        if name in self._told:
            return self._told[name]
        return _titles_beside(self._context, name)

    def _find_mentions(self, text: str, offices: list[Office]) -> list[_Mention]:
        """Return the people whom an English text names in full, or by the family behind a post."""
        found: dict[int, _Mention] = {}
        for one in _ENGLISH_NAME.finditer(text):
            start, end = one.start("name"), one.end("given")
            is_beside = bool(between(offices, start - _LONGEST + 1, end + _LONGEST))
            if is_beside and (name := self._name_read(text[start:end])):
                found[start] = _Mention(start, end, name)
        for office in offices:
            family = _ENGLISH_FAMILY.match(text, office.end)
            if not family or family.start("name") in found:
                continue
            if name := self._name_of_family(family["name"]):
                found[family.start("name")] = _Mention(*family.span("name"), name)
        return sorted(found.values())

    def _name_read(self, english: str) -> str | None:
        """Return the name that the text has of the person who is so called in English."""
        return self._called.get(english) or _name_read(self._context, self._names, english)

    @cached_property
    def _called(self) -> dict[str, str]:
        """The names of the people of the model by their English names."""
        people = self._context.article.of(Person)
        return {one.name.en: one.name.zh for one in people if one.name.en}

    def _name_of_family(self, english: str) -> str | None:
        """Return the only name of the text with a family name in pinyin."""
        families = [one for one in self._families if _is_of_family(english.lower(), one)]
        found = [name for family in families for name in self._families[family]]
        return found[0] if len(found) == 1 else None

    @cached_property
    def _families(self) -> dict[str, list[str]]:
        """The names whose posts are known, by family names of one character."""
        found: dict[str, list[str]] = {}
        for name in self._names:
            is_long = name[:2] in surnames() and len(name) > 2
            if self._told.get(name) and not is_long:
                found.setdefault(name[0], []).append(name)
        return found

    @cached_property
    def _tells_over(self) -> bool:
        """Whether the text tells of somebody who no longer holds a post."""
        return bool(_OVER.search(self._text))


def _titles_of(text: str, named: list[tuple[Named, str]]) -> dict[str, list[Title]]:
    found: dict[str, list[Title]] = {}
    held = find_titles(text, [one for one, _ in named])
    for (_, name), titles in zip(named, held, strict=True):
        found.setdefault(name, []).extend(titles)
    return found


@once
def _titles_beside(context: ProofContext, name: str) -> list[Title]:
    """Return the posts beside a name that nothing tells to be a person's, where it first stands."""
    found: list[Title] = []
    for number in context.paragraphs_containing(name, _MOST_READ):
        text = context.text_of(number)
        named = [Named(*one.span()) for one in re.finditer(re.escape(name), text)]
        spans = [(one.start, one.end) for one in named[:_MOST_READ]]
        others = (Named(one.start, one.end) for one in find_people(text))
        every = sorted([*named, *(one for one in others if not touches(one[:2], spans))])
        for one, titles in zip(every, find_titles(text, every), strict=True):
            if one in named:
                found += titles
    return found


@once
def _name_read(context: ProofContext, names: frozenset[str], english: str) -> str | None:
    """Return the name in the text that is some pinyin, rather one of the names that are known."""
    letters = english.replace(" ", "")
    reading = read_so(letters) if hear_all(context).may_have(letters) else None
    found = {one[0] for one in reading.finditer(context.whole_text)} if reading else set()
    likely = found & names or {one for one in found if one[0] in surnames()}
    return min(likely, default=None)


@cache
def _is_of_family(english: str, family: str) -> bool:
    return bool(agrees_for_person(f"{english} {english}", family + family))


@cache
def _judged() -> frozenset[str]:
    """Return the Chinese posts that are told apart; much else tells who somebody is."""
    return words("style") - words("address") | {"发言人", "项目经理", "预报员"}


def _find_offices_of(
    text: str, offices: list[Office], mentions: list[_Mention], one: _Mention, floor: int
) -> Iterator[tuple[str, Office]]:
    """Yield the posts beside an English name, each with the words for it."""
    style = _STYLE.search(text, floor, one.start)
    before = style.start() if style else one.start
    for office in between(offices, floor, before):
        if office.end == before:
            stops = [stop.end() for stop in _STOPS.finditer(text, floor, office.start)]
            yield text[stops[-1] if stops else floor : office.end], office
    takes = _TAKES.match(text, one.end)
    if not takes and not _APPOINTS.search(text, floor, one.start):
        return
    at = takes.end() if takes else one.end + 1
    stop = _STOPS.search(text, at, at + _LONGEST)
    last = stop.start() if stop else min(len(text), at + _LONGEST)
    behind = [office for office in between(offices, at, last) if office.end <= last]
    if not behind or _NO_POST.search(text[at : behind[0].start]):
        return
    another = _ANOTHER.match(text, behind[0].end)
    if another and another.end() < mentions[-1].start:
        return
    yield text[at : behind[0].end], behind[0]
    for office in between(offices, behind[0].end + 1, behind[0].end + _LONGEST):
        if _JOINED.fullmatch(text, behind[0].end, office.start):
            yield text[behind[0].end : office.end].replace(" and ", "", 1), office


def _is_of_another_body(held: list[Title], words: str, language: str) -> bool:
    """Return whether words tell another task of an office than those that some posts are in."""
    said = {
        one
        for one in list_fields()
        if (one.chinese if language == "zh" else one.english).search(words)
    }
    theirs = [{one for one in list_fields() if one.chinese.search(each.body)} for each in held]
    return bool(said) and all(theirs) and not any(fields & said for fields in theirs)


def _is_over(held: list[Title], text: str) -> bool:
    """Return whether a text tells a post as held that is over by what the article says."""
    return all(one.is_former for one in held) and not _FORMER.search(text)
