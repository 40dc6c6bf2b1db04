"""The rules on words of our own prose that its evidence or translation does not have."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, partial

from briefing.checks.context import ProofContext
from briefing.checks.marks import limits_of_clause, limits_of_sentence
from briefing.checks.naming import index_names, names_of
from briefing.checks.once import once
from briefing.checks.registry import source_rule
from briefing.checks.rules.referred import references_of
from briefing.checks.spans import Words
from briefing.checks.stated import find_told, stated_quantities
from briefing.model.parts import Bilingual, Evidence, Part, is_implied
from briefing.model.records import Figure, Place, Term
from briefing.names.contrasts import Contrast, Member, contrast_languages, contrast_texts
from briefing.problem import Finding, Path, message
from briefing.quantities import Quantity

_TOLD_ONCE = ("office", "deputy")
"""Words that a text may tell long before: the post of a person who speaks again."""
_COMPARED = re.compile("比|较|占|倍|超过|[高低快慢多少优]于")
"""What tells that a number is of two things, of which the clause may name only the other one."""


@source_rule(warning=True)
def word_contradicted(context: ProofContext) -> Iterator[Finding]:
    """A word of our own prose is another one than in its evidence or translation. A warning.

    The words are those for things of one kind that are told apart, such as levels of government,
    posts, crops, means of transport, or imports and exports. The English says one that the Chinese
    does not say, which says another one of its kind; or the Chinese says one that the paragraphs of
    its evidence do not say, and the sentences of its anchors say another one. The clause of a
    figure's number may not say another thing that is counted or measured than its label.

    Passes:
        # 它是国家级基地。
        events: [{id: base, coined: true, name: {zh: 国家级基地, en: a national base},
          evidence: [{paragraph: 2, anchor: 国家级基地}]}]
    Fails:
        # 它是国家级基地。
        events: [{id: base, coined: true, name: {zh: 国家级基地, en: a provincial base},
          evidence: [{paragraph: 2, anchor: 国家级基地}]}]
    """
    for told in context.own_texts:
        near = _read_sentences(context, told.evidence)
        numbers = {proof.paragraph for proof in told.evidence}
        for where, text in told.texts:
            for contrast in contrast_languages(text.zh, text.en or ""):
                found = message("word-contradicted.english", **contrast._asdict())
                yield Finding(found, (*where, "en"))
            own = context.hide_names(text.zh)
            contrasts = list(contrast_texts(own, near, partial(_is_said, context, numbers)))
            for contrast in contrasts:
                yield Finding(message("word-contradicted", **contrast._asdict()), (*where, "zh"))
            part = told.part
            if contrasts or not isinstance(part, Figure) or where[-1] != "label":
                continue
            if beside := _contrast_label(context, part):
                found = message("word-contradicted.clause", **beside._asdict())
                yield Finding(found, (*where, "zh"))


def _read_sentences(context: ProofContext, proofs: Sequence[Evidence]) -> str:
    """Return the sentences in which some anchors stand."""
    located = filter(None, map(context.locate_anchor, proofs))
    spans = ((found[0], *limits_of_sentence(*found)) for found in located)
    return "\n".join(dict.fromkeys(text[start:end] for text, start, end in spans))


def _contrast_label(context: ProofContext, figure: Figure) -> Contrast | None:
    """Return what the label of a figure says where all clauses of its number say another."""
    stated = [] if figure.in_name else stated_quantities(context, figure)
    return find_told(stated, partial(_contrast_clause, context, figure.label.zh))


def _contrast_clause(context: ProofContext, label: str, quantity: Quantity) -> Contrast | None:
    text, start, end = context.locate(quantity)
    first, last = limits_of_clause(text, start, end)
    if _COMPARED.search(text, first, last):
        first, _ = limits_of_sentence(text, start, end)
    return next(contrast_texts(label, text[first:last], lambda one: not one.is_measured), None)


def _is_said(context: ProofContext, numbers: set[int], member: Member) -> bool:
    """Return whether one of some paragraphs surely says a thing, or any of the text a post."""
    everywhere = (one.number for one in context.source.paragraphs)
    asked = everywhere if member.kind in _TOLD_ONCE else numbers
    return any(_says(context, number, member.chinese) for number in asked)


@once
def _says(context: ProofContext, number: int, words: re.Pattern[str]) -> bool:
    return words.search(context.text_of(number)) is not None


_KIND = re.compile(
    r" (?:City|County|Province|Prefecture|District|Banner|Town|Township|Village|Region|Area|Zone)$"
)
"""The word for the kind of place with which an English name ends."""
_PROPER = re.compile(
    r"(?!The |New |North|South|East|West|Central )[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*"
)
"""What is looked for in English: capitalised words that do not begin as common ones do."""
_SHORTEST = 2
"""So many characters of a Chinese name tell a place from others."""
_SHORTEST_ENGLISH = 4
"""An English name with fewer letters is not looked for, since other words may have it."""
_COMMON = "州西东南北中江海山河湖安阳城平口"
"""Characters of names by which no place is abbreviated."""


@source_rule(warning=True)
def place_unproved(context: ProofContext) -> Iterator[Finding]:
    """Our own prose names a place of the model that its evidence does not mention. A warning.

    The paragraphs of the evidence, or one right before them, must name the place or one that lies
    in it, or call it 全省 or 当地, unless the record itself refers to the place. A text whose
    Chinese names only another place of the same kind than the English is reported as well. The
    names of places and the glosses of terms are not read.

    Passes:
        # 甲市码头开工。
        # 雨季就要来了。
        # 乙港接待游客。
        places:
        - {id: jia, name: {zh: 甲市}, kind: city, evidence: [{paragraph: 2, anchor: 甲市}]}
        - {id: yi, name: {zh: 乙港}, kind: zone, evidence: [{paragraph: 4, anchor: 乙港}]}
        events: [{id: tour, coined: true, name: {zh: 乙港旅游},
          evidence: [{paragraph: 4, anchor: 乙港接待游客}]}]
    Fails:
        # 甲市码头开工。
        # 雨季就要来了。
        # 乙港接待游客。
        places:
        - {id: jia, name: {zh: 甲市}, kind: city, evidence: [{paragraph: 2, anchor: 甲市}]}
        - {id: yi, name: {zh: 乙港}, kind: zone, evidence: [{paragraph: 4, anchor: 乙港}]}
        events: [{id: tour, coined: true, name: {zh: 甲市旅游},
          evidence: [{paragraph: 4, anchor: 乙港接待游客}]}]
    """
    named, references = _Named(context), references_of(context)
    for path, part, evidence, texts in context.own_texts:
        if isinstance(part, (Place, Term)) or is_implied(part):
            continue
        numbers = {proof.paragraph for proof in evidence}
        referred = _list_places(context, part)
        for where, text in texts:
            for place, language, name in named.find(text):
                if place.id == _find_owner(context, path):
                    continue
                if language == "en" and named.has_other(text.zh, place):
                    yield Finding(message("place-unproved.other", name=name), (*where, language))
                elif place.id not in referred and not references.names_place(place, numbers):
                    yield Finding(message("place-unproved", name=name), (*where, language))


def _list_places(context: ProofContext, part: Part) -> set[str]:
    """Return the places to which a part refers, and those in which they lie."""
    fields = ("places", "actors", "said_by", "part_of")
    held = [one for field in fields for one in _tuple_of(getattr(part, field, None))]
    return {
        whole
        for one in held
        if isinstance(context.article.by_id.get(one), Place)
        for whole in (one, *context.article.places_around(one))
    }


def _find_owner(context: ProofContext, path: Path) -> str | None:
    """Return the id of the place of which a role, a task or a link tells, if it is that of one."""
    if path[0] != "places" or not isinstance(path[1], int):
        return None
    return context.article.of(Place)[path[1]].id


def _tuple_of(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()


class _Named:
    """The places of a model by the names that our own prose may have for them."""

    def __init__(self, context: ProofContext) -> None:
        self._places = context.article.of(Place)

    @cached_property
    def _chinese(self) -> dict[str, Place]:
        return {name: held[-1] for name, held in index_names(self._places, _SHORTEST).items()}

    @cached_property
    def _chinese_words(self) -> Words:
        return Words(self._chinese)

    @cached_property
    def _english_words(self) -> Words:
        return Words(self._english)

    @cached_property
    def _english(self) -> dict[str, Place]:
        """The places by their English names without the word for the kind: Kunshan, Hong Kong."""
        found = {}
        for place in self._places:
            name = _KIND.sub("", place.name.en or "")
            if len(name) >= _SHORTEST_ENGLISH and _PROPER.fullmatch(name):
                found[name] = place
        return found

    def has_other(self, chinese: str, place: Place) -> bool:
        """Return whether a Chinese text names a place of the same kind, and not that one."""
        named = (self._chinese[name] for name, _ in self._chinese_words.find(chinese))
        kinds = {one.kind for one in named if one is not place}
        return place.kind in kinds

    def find(self, text: Bilingual) -> Iterator[tuple[Place, str, str]]:
        """Yield the places that a text names, each with the language and the name, once each."""
        for name in dict.fromkeys(name for name, _ in self._chinese_words.find(text.zh)):
            yield self._chinese[name], "zh", name
        for name, start in self._english_words.find(text.en or ""):
            place = self._english[name]
            if _is_word(text.en or "", start, name) and not _is_told(place, text.zh):
                yield place, "en", name


def _is_word(text: str, start: int, name: str) -> bool:
    """Return whether a name stands at an offset of a text, in no longer word and not joined."""
    around = text[max(0, start - 1) : start] + text[start + len(name) : start + len(name) + 1]
    return not any(one.isalpha() or one in "-–" for one in around)


def _is_told(place: Place, chinese: str) -> bool:
    """Return whether a Chinese text names a place, also by a character: 忻 of 太忻大道."""
    return any(
        name[:_SHORTEST] in chinese
        or any(one in chinese for one in name[:_SHORTEST] if one not in _COMMON)
        for name in names_of(place)
    )


_TO = "[0-9百千万亿元%％][至到~～—-][0-9]"
"""The middle of a range, which has both limits."""
_AT_MOST = "最[大高多长](?=[^的，。；]{0,3}?[0-9一二两三四五六七八九十百半])"
"""What sets a limit to a number, and compares nothing: 最多可贷五十万元."""
_TELLING = (
    (
        re.compile(f"(?!{_AT_MOST})最[大高多长早快强]|唯一|第一大"),
        re.compile("最|首|第一|唯一|仅|只有|冠|龙头|头号|独|领先|榜|之王|极"),
    ),
    (
        re.compile(f"上限|封顶|{_AT_MOST}"),
        re.compile(f"[顶限]|最[高多大]|至多|不[超高多]|低于|不足|以[内下]|之内|可达|{_TO}"),
    ),
    (
        re.compile("下限|保底"),
        re.compile(f"[底限]|最[低少小]|至少|不[低少]|超|高于|突破|以上|起步|{_TO}"),
    ),
    (re.compile("次日|第二天|翌日"), re.compile("次日|第二天|翌|隔天|明天|明日")),
)
"""Words of our prose, and those of the article one of which bears them out."""


@source_rule(warning=True)
def superlative_unproved(context: ProofContext) -> Iterator[Finding]:
    """Our Chinese prose has 最大, 唯一, 上限 or 次日, and its evidence nothing of it. A warning.

    No paragraph of the evidence has any word of the kind, as 最, 首, 第一, 仅 or 龙头 for the first
    two, and 最高 or 不超过 for 上限 and for 最多 before a number. Glosses of terms are not read.

    Passes:
        # 县里最大的码头开工。
        events: [{id: start, name: {zh: 码头开工}, note: {zh: 是县里最大的码头},
          evidence: [{paragraph: 2, anchor: 码头开工}]}]
    Fails:
        # 县里的码头开工。
        events: [{id: start, name: {zh: 码头开工}, note: {zh: 是县里最大的码头},
          evidence: [{paragraph: 2, anchor: 码头开工}]}]
    """
    for _, part, evidence, texts in context.own_texts:
        if isinstance(part, Term) or not texts:
            continue
        for where, text in texts:
            for words, bearing in _TELLING:
                said = words.search(text.zh)
                if not said:
                    continue
                numbers = {proof.paragraph for proof in evidence}
                held = [one.text for one in map(context.source.paragraph, numbers) if one]
                if held and not any(map(bearing.search, held)):
                    found = message("superlative-unproved", word=said[0])
                    yield Finding(found, (*where, "zh"))
