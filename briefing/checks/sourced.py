"""The rule on whose data or words a fact is from, where its sentence names another source."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from briefing.checks.context import ProofContext
from briefing.checks.finder import Words
from briefing.checks.names import index_names, names_of
from briefing.checks.registry import source_rule
from briefing.checks.stages import limits_of_sentence
from briefing.model.parts import Evidence
from briefing.model.records import Event, Organisation, Person, Record, Strategy
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
_FAR = 400
"""Characters of a sentence that are looked through."""


class _Named(NamedTuple):
    """The records that issue what a sentence tells, and what is left of the words beside them."""

    records: list[Record]
    rest: str


@source_rule(warning=True)
def source_of_sentence(context: ProofContext) -> Iterator[Finding]:
    """The sentences of a fact name another source of it than `said_by` has. A warning.

    They tell 根据甲局发布的数据， or 甲报发表的文章指出 before all anchors of the fact, and the
    model has the body that they name. One that stands there in other words is not doubted, nor
    what is `inferred`.

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
    for path, part in context.article.all_parts:
        told: tuple[str, ...] = getattr(part, "said_by", ())
        if not told or "said_by" in getattr(part, "inferred", ()):
            continue
        if other := sources.find_other([by_id[one] for one in told if one in by_id], part):
            names = "、".join(by_id[one].title.zh for one in told if one in by_id)
            found = message("source-of-sentence", told=other, name=names)
            yield Finding(found, (*path, "said_by"))


class _Sources:
    """Who has issued what the sentences of a text tell."""

    def __init__(self, context: ProofContext) -> None:
        self._context = context

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
        text, start, end = place
        first, last = limits_of_sentence(text, start, end)
        first = max(first, start - _FAR)
        sentence = text[first : min(last, end + _FAR)]
        found = [one for one in _SOURCE.finditer(sentence) if one.start() <= start - first]
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
