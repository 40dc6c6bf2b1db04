"""The rules on speakers and sources of whom the text tells nothing of the kind, or others."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from briefing.checks.context import ProofContext
from briefing.checks.lookup import Lookup
from briefing.checks.marks import limits_of_sentence, limits_of_whole_sentence
from briefing.checks.naming import STEM, index_names, names_of
from briefing.checks.once import once
from briefing.checks.registry import source_rule
from briefing.checks.spans import Words
from briefing.model.parts import Evidence, Part, infers
from briefing.model.records import Event, Organisation, Person, Place, Record, Strategy
from briefing.problem import Finding, message

_ISSUED = "(?:发布|公布|发表|刊发|刊登|出具|编制|印发|提供|统计|测算)"
_SOURCE = re.compile(
    f"(?:^|[，,])(?:根据|据)(?P<by>[^，。；,]{{2,30}}{_ISSUED}[^，。；,]{{0,50}})[，,]"
    f"|(?P<of>[^，。；：,“”]{{2,30}}{_ISSUED}的[^，。；：,“”]{{0,20}})(?:指出|认为|写道|显示|称)"
)
"""How a sentence names who has issued what it tells: 根据甲局发布的数据， 甲报发表的文章指出."""
_MARKS = re.compile("[《》“”「」‘’]")
_SHORTEST = 3
"""So many characters in a row of a name may be that name told otherwise."""
_ISSUERS: tuple[type[Record], ...] = (Organisation, Person, Event, Strategy)


class _Named(NamedTuple):
    """The records that issue what a sentence tells, and what is left of the words beside them."""

    records: list[Record]
    rest: str


@source_rule(warning=True)
def source_of_sentence(context: ProofContext) -> Iterator[Finding]:
    """The sentences of a fact name another source of it than `said_by` has. A warning.

    Before all anchors of the fact they have words such as 根据甲局发布的数据， or
    甲报发表的文章指出, and the model has the body that these name. There is no warning if the
    source in `said_by` stands there in other words. What is `inferred` is not checked.

    Passes:
        # 根据甲研究院发布的报告，码头产值3亿元。
        organisations:
        - {id: jia, name: {zh: 甲研究院}, kind: institute,
           evidence: [{paragraph: 2, anchor: 甲研究院}]}
        figures: [{id: output, label: {zh: 码头产值}, text: 3亿元, value: 300000000, unit: CNY,
          kind: money, said_by: [jia], evidence: [{paragraph: 2, anchor: 产值3亿元}]}]
    Fails:
        # 根据甲研究院发布的报告，码头产值3亿元。
        # 乙协会提供了资料。
        organisations:
        - {id: jia, name: {zh: 甲研究院}, kind: institute,
           evidence: [{paragraph: 2, anchor: 甲研究院}]}
        - {id: yi, name: {zh: 乙协会}, kind: association,
           evidence: [{paragraph: 3, anchor: 乙协会}]}
        figures: [{id: output, label: {zh: 码头产值}, text: 3亿元, value: 300000000, unit: CNY,
          kind: money, said_by: [yi], evidence: [{paragraph: 2, anchor: 产值3亿元}]}]
    """
    sources = _Sources(context)
    by_id = context.article.by_id
    for path, part in context.article.claims:
        told: tuple[str, ...] = getattr(part, "said_by", ())
        if not told or infers(part, "said_by"):
            continue
        if other := sources.find_other([by_id[one] for one in told if one in by_id], part):
            names = "、".join(by_id[one].title.zh for one in told if one in by_id)
            found = message("source-of-sentence", told=other, name=names)
            yield Finding(found, (*path, "said_by"))


class _Sources(Lookup):
    """Who has issued what the sentences of a text tell."""

    def find_other(self, told: Sequence[Record], part: object) -> str:
        """Return whom all sentences of a fact name as its source, if it is nobody who is told."""
        other = ""
        for proof in getattr(part, "evidence", ()):
            named = self._read(proof)
            if named is None or any(self._may_be(one, named) for one in told):
                return ""
            kinds = (Organisation, *map(type, told))
            issuers = [one for one in named.records if isinstance(one, kinds)]
            if not issuers:
                return ""  # only what is issued is named, and not by whom
            other = other or issuers[0].title.zh
        return other

    def _read(self, proof: Evidence) -> _Named | None:
        """Return whom the sentence of an anchor names before it, or None if nobody."""
        place = self._context.locate_anchor(proof)
        if place is None:
            return None
        text, start, _ = place
        first, last = limits_of_sentence(*place)
        found = [one for one in _SOURCE.finditer(text[first:last]) if one.start() <= start - first]
        if not found:
            return None
        head = _MARKS.sub("", found[-1]["by"] or found[-1]["of"])
        records = []
        rest = head
        for name, _ in sorted(self._words.find(head), key=lambda one: -len(one[0])):
            if name in rest:
                records += self._names[name]
                rest = rest.replace(name, "〇")
        return _Named(records, rest)

    def _may_be(self, record: Record, named: _Named) -> bool:
        """Return whether a record is among those that are named, or may be in other words."""
        if record in named.records:
            return True
        offices = [one.organisation for one in record.posts] if isinstance(record, Person) else []
        if any(one.id in offices for one in named.records):
            return True
        names = [_MARKS.sub("", one) for one in names_of(record)]
        return any(
            name[at : at + _SHORTEST] in named.rest
            for name in names
            for at in range(max(1, len(name) - _SHORTEST + 1))
        )

    @cached_property
    def _words(self) -> Words:
        return Words(self._names)

    @cached_property
    def _names(self) -> dict[str, list[Record]]:
        """The records that may be a source, by their names without marks."""
        found: dict[str, list[Record]] = {}
        records = chain.from_iterable(map(self._context.article.of, _ISSUERS))
        for name, held in index_names(records).items():
            found.setdefault(_MARKS.sub("", name), []).extend(held)
        return found


_SPEAKS = (
    "说(?!明)|讲(?!究)|谈|称(?![号呼为])|[写说讲问答]道|笑[着言道]|表示|介绍|指出|强调|认为|坦言|直言"
    "|透露|披露|宣布|通报|告诉|会议|总结|提醒"
)
_TELLS = re.compile(
    f"{_SPEAKS}|记者|据(?!点)|[问答写]|提出|要求|呼吁|获悉|了解|显示|统计|发布|公布|报告|报道|分析|评|主张|承诺|明确|号召|[指批]示|倡议"
    "|建议|：|，“|回忆|感慨|解释|补充|相信|希望|看来|出台|印发|计划|规划|意见|方案|目标|[将要]"
)
"""What in a sentence with a name may tell that somebody says or lays down a thing."""
_AROUND = re.compile(f"{_SPEAKS}|“[^”]{{10}}")
"""What may tell so in the sentence before or behind it."""
_GIVES = re.compile(
    "(?:所|已|还|近日|正式|专门|曾)?(?:确定|赋予|认定|授予|命名|批准|评定|评选)(?!了)"
)
_MOST = 200
"""So many sentences that name somebody are read."""
_LONGEST = 20
_KINDS: tuple[type[Record], ...] = (Person, Organisation, Place)


@source_rule(warning=True)
def speaker_not_speaking(context: ProofContext) -> Iterator[Finding]:
    """The text nowhere says that a speaker says anything, or names another giver. A warning.

    No sentence that names one of `said_by`, and none beside it, has a word of speech, a report, a
    plan or a quotation. A role has another giver if its sentence names one right before 确定,
    赋予, 认定 or the like, and none of `given_by`. What is `inferred` is not checked.

    Passes:
        # 王某说，码头要建成。
        people: [{id: wang, name: {zh: 王某}, evidence: [{paragraph: 2, anchor: 王某}]}]
        strategies: [{id: wharf, coined: true, name: {zh: 建设码头}, kind: goal, said_by: [wang],
          detail: named_only, evidence: [{paragraph: 2, anchor: 码头要建成}]}]
    Fails:
        # 码头年底建成。王某到场。
        people: [{id: wang, name: {zh: 王某}, evidence: [{paragraph: 2, anchor: 王某}]}]
        strategies: [{id: wharf, coined: true, name: {zh: 建设码头}, kind: goal, said_by: [wang],
          detail: named_only, evidence: [{paragraph: 2, anchor: 码头年底建成}]}]
    """
    tellers = _Tellers(context)
    by_id = context.article.by_id
    for path, part in context.article.claims:
        if path[:1] != ("people",) and not infers(part, "said_by"):
            for at, one in enumerate(getattr(part, "said_by", None) or ()):
                speaker = by_id.get(one)
                if isinstance(speaker, _KINDS) and not tellers.may_tell(one):
                    told = message("speaker-not-speaking", name=speaker.title.zh)
                    yield Finding(told, (*path, "said_by", at))
        if not infers(part, "given_by") and (giver := tellers.find_giver(part)):
            yield Finding(message("speaker-not-speaking.giver", name=giver), (*path, "given_by"))


class _Tellers(Lookup):
    """Who tells and gives something in a text, by their names."""

    @once
    def may_tell(self, identity: str) -> bool:
        """Return whether a sentence that names a record, or one beside it, may tell of speech."""
        places = self._places.get(identity, [])
        unread = not places or len(places) > _MOST
        return unread or any(self._tells(*place) for place in places)

    def _tells(self, number: int, offset: int) -> bool:
        text = self._context.text_of(number)
        first, last = limits_of_whole_sentence(text, offset, offset)
        if _TELLS.search(text, first, last):
            return True
        around = max(0, first - 1), min(len(text), last + 1)
        return _AROUND.search(text, *limits_of_whole_sentence(text, *around)) is not None

    def find_giver(self, part: Part) -> str:
        """Return who gives a role by the sentences of a part, if that is none whom it has."""
        told: tuple[str, ...] = getattr(part, "given_by", ())
        by_id = self._context.article.by_id
        if not told:
            return ""
        stems = {name[:STEM] for one in told if one in by_id for name in names_of(by_id[one])}
        for proof in getattr(part, "evidence", ()):
            if not (place := self._context.locate_anchor(proof)):
                continue
            text = place[0]
            first, last = limits_of_sentence(*place)
            if any(text.find(stem, first, last) >= 0 for stem in stems):
                return ""
            for verb in _GIVES.finditer(text, first, last):
                before = text[max(first, verb.start() - _LONGEST) : verb.start()]
                ends = (before[-length:] for length in range(len(before), 1, -1))
                if other := next((one for one in ends if one in self._bodies), ""):
                    return other
        return ""

    @cached_property
    def _bodies(self) -> frozenset[str]:
        """The names of the bodies of the model."""
        return frozenset(index_names(self._context.article.of(Organisation)))

    @cached_property
    def _places(self) -> dict[str, list[tuple[int, int]]]:
        """Where the text names each record that may speak, by its id."""
        named = index_names(chain.from_iterable(map(self._context.article.of, _KINDS)))
        words = Words(named)
        found: dict[str, list[tuple[int, int]]] = {}
        for paragraph in self._context.source.paragraphs:
            for name, offset in words.find(paragraph.text):
                for one in named[name]:
                    found.setdefault(one.id, []).append((paragraph.number, offset))
        return found
