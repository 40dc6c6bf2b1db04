"""The rule on what records refer to, where the clauses of their evidence name another record.

The clause of a fact has something that it tells of, or follows one that has. What a field refers to
is named there, or a whole of which it is part, or a word of its name stands there. Where none of
this is so, and another record of the same kind is named in that very position, the field has the
wrong one.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain, islice
from typing import NamedTuple

from briefing.checks.context import ProofContext
from briefing.checks.lookup import Lookup
from briefing.checks.marks import limits_of_clause, limits_of_sentence, right_before
from briefing.checks.naming import index_names, names_of
from briefing.checks.once import once
from briefing.checks.owntexts import rests_on_evidence
from briefing.checks.registry import source_rule
from briefing.checks.spans import between
from briefing.checks.stated import stated_quantities
from briefing.model.forms import pairs_of
from briefing.model.parts import Part, infers
from briefing.model.records import (
    Event,
    Figure,
    Organisation,
    Person,
    Place,
    Project,
    Record,
    Sector,
    Strategy,
)
from briefing.problem import Finding, message
from briefing.quantities.data import WordTable

_KINDS: dict[str, tuple[type[Record], ...]] = {
    "about": (Project, Organisation, Event, Strategy, Sector),
    "label": (Project, Organisation, Event, Strategy, Sector),
    "actors": (Organisation, Place),
    "part_of": (Strategy, Organisation),
    "organisation": (Organisation,),
}
"""The kinds of records that each field names, which are held against others of their kind."""
_NAMED: tuple[type[Record], ...] = (Sector, Project, Organisation, Event, Strategy, Place, Person)
_BESIDE = re.compile(
    "(?:[与和同跟为对向从到往至比于经距离按据]|连接|对接|依托|沿着?|通过|毗邻|靠近|紧邻|服务|配套|引进|带动|辐射|借助|借鉴|围绕"
    "|结合|利用|继|除|支[持撑]|保障|促进|推动|落实|贯彻|实施|根据|按照|响应|融入|参照)[“《]?$"
)
"""What before a name tells that it is only something beside that of which the clause tells."""
_SUBJECT = re.compile(
    "(?:其中|而|另外|此外|同时|目前|如今|现在|随后|今年|去年|[0-9〇零一二三四五六七八九十年月日上下半初底末季度至到-]{1,20})?"
    "(?:[^，,]{0,24}的|位于[^，,]{1,16}[的处]?)?[“《]?"
)
"""What may stand in a clause before the name of that of which it tells."""
_SUMMED = re.compile(
    "合计|[共总]计|一共|总共|累计共|以上|上述|分别|其[他余它]|[另再]有|两者|三者|均|都是|各"
)
"""What tells that a number is of several things, or of one that is not named."""
_IN_ITS_STEAD = re.compile(
    "[它她他]|(?<![极尤与])其(?![中他它余实次间])|[那这]里|此处|(?<![应活])该(?=项|公|企|工|园|厂|县|市|镇|村|校|院|桥|港)"
    "|前来|到访|来访|参观|考察|学习|调研|(?:后|之际|以来|期间)(?=[，,])"
)
"""What behind a name tells that what follows is again of what was told of before it."""
_LEVELS = 8
"""Records that are part of one another, at most."""
_MOST = 20
"""So many references of one field, positions of one fact and records of one name are read."""


class _Mention(NamedTuple):
    """Where a name stands in a paragraph, and the records that have it."""

    start: int
    end: int
    records: tuple[str, ...]


class _Position(NamedTuple):
    """Where a fact stands in a paragraph of a text."""

    number: int
    text: str
    start: int
    end: int


@source_rule(warning=True)
def other_is_named(context: ProofContext) -> Iterator[Finding]:
    """The clauses of a fact name another record of the kind than its field refers to. A warning.

    The fields are `about`, `actors`, `part_of` and the `organisation` of a post; for a figure,
    what its label names counts too. A clause that names no record goes on from the last one of its
    sentence that does. There is no warning if the clause names one of those in the field, a whole
    or a part of it, or has words of its name that the other one's lacks; nor if the other one only
    stands beside something, as after 与 or 依托. What is `inferred` is not checked.

    Passes:
        # 甲码头总投资5亿元，乙大桥总投资7亿元。
        projects:
        - {id: wharf, name: {zh: 甲码头}, status: unstated,
          evidence: [{paragraph: 2, anchor: 甲码头}]}
        - {id: bridge, name: {zh: 乙大桥}, status: unstated,
          evidence: [{paragraph: 2, anchor: 乙大桥}]}
        figures: [{id: cost, label: {zh: 总投资}, text: 7亿元, value: 700000000, unit: CNY,
          kind: money, about: [bridge], evidence: [{paragraph: 2, anchor: 7亿元}]}]
    Fails:
        # 甲码头总投资5亿元，乙大桥总投资7亿元。
        projects:
        - {id: wharf, name: {zh: 甲码头}, status: unstated,
          evidence: [{paragraph: 2, anchor: 甲码头}]}
        - {id: bridge, name: {zh: 乙大桥}, status: unstated,
          evidence: [{paragraph: 2, anchor: 乙大桥}]}
        figures: [{id: cost, label: {zh: 总投资}, text: 7亿元, value: 700000000, unit: CNY,
          kind: money, about: [wharf], evidence: [{paragraph: 2, anchor: 7亿元}]}]
    """
    named = _Named(context)
    by_id = context.article.by_id
    owner = ""
    for path, part in context.article.claims:
        owner = part.id if isinstance(part, Record) else owner
        if not rests_on_evidence(part):
            continue
        for field, kinds in _KINDS.items():
            told = named.list_in_label(part) if field == "label" else _list_told(part, field)
            for kind in kinds:
                given = [one for one in told if isinstance(by_id.get(one), kind)]
                if given and (other := named.tell_other(part, owner, kind, given)):
                    names = "、".join(by_id[one].title.zh for one in given)
                    found = message("other-is-named", name=names, other=other)
                    yield Finding(found, (*path, field))


def _list_told(part: Part, field: str) -> tuple[str, ...]:
    """Return the ids in a field of a part whose own words are expected to name them."""
    if getattr(part, "in_name", False) or infers(part, field):
        return ()
    told = getattr(part, field, None) or ()
    told = (told,) if isinstance(told, str) else tuple(told)
    return told if len(told) <= _MOST else ()


class _Named(Lookup):
    """Where the records of a model are named in its text."""

    def __init__(self, context: ProofContext) -> None:
        super().__init__(context)
        self._by_id = context.article.by_id

    def tell_other(self, part: Part, owner: str, kind: type[Record], given: Sequence[str]) -> str:
        """Return the record of a kind that all positions of a fact name instead of given ones."""
        if not all(one in self._told_of for one in given):
            return ""  # a rule on names tells that the text has it nowhere, or it is coined
        first = ""
        positions = list(islice(self._find_positions(part), _MOST + 1))
        for one in positions if len(positions) <= _MOST else ():
            other = self._tell_at(owner, one, kind, given)
            if not other:
                return ""
            first = first or other
        return first

    def list_in_label(self, part: Part) -> tuple[str, ...]:
        """Return the records that the label of a figure names."""
        if not isinstance(part, Figure) or part.in_name:
            return ()
        named = (name for _, name in self._table.find_all(part.label.zh))
        return tuple(dict.fromkeys(one for name in named for one in self._names[name]))[:_MOST]

    def _find_positions(self, part: Part) -> Iterator[_Position]:
        """Yield where the number of a figure stands, or else where the anchors of a part do."""
        stated = stated_quantities(self._context, part) if isinstance(part, Figure) else ()
        for quantity in stated:
            yield _Position(quantity.paragraph, *self._context.locate(quantity))
        for proof in () if stated else getattr(part, "evidence", ()):
            if place := self._context.locate_anchor(proof):
                yield _Position(proof.paragraph, *place)

    def _tell_at(self, own: str, at: _Position, kind: type[Record], given: Sequence[str]) -> str:
        """Return the record that the clause of a position names instead, or ""."""
        held = self._in(at.number, kind)
        first, here = self._find_nearest(at, held, own)
        if not here:
            return ""
        _, last = limits_of_clause(at.text, at.start, at.end)
        named = {one for mention in here for one in mention.records}
        named |= {one for each in between(held, at.end, last) for one in each.records}
        if any(self._are_related(one, other) for one in given for other in named):
            return ""
        if not self._own_words(given, named).isdisjoint(pairs_of(at.text[first:last])):
            return ""
        owner = next((one for one in reversed(here) if one.end <= at.start), here[0])
        if any(one.search(at.text, owner.end, at.end) for one in (_SUMMED, _IN_ITS_STEAD)):
            return ""
        if right_before(_BESIDE, at.text, owner.start, first):
            return ""
        is_subject = _SUBJECT.fullmatch(at.text, first, owner.start)
        if is_subject or at.start <= owner.end:
            return at.text[owner.start : owner.end]
        if any(self._first_of(at.number, one) < owner.start for one in given):
            return ""  # the paragraph is about it
        return at.text[owner.start : owner.end]

    def _find_nearest(
        self, at: _Position, held: Sequence[_Mention], own: str
    ) -> tuple[int, list[_Mention]]:
        """Return where the last clause begins that names any, and what it names.

        It is the clause of a position, or one before that in its sentence.
        """
        start, end = limits_of_clause(at.text, at.start, at.end)
        sentence, _ = limits_of_sentence(at.text, at.start, at.end)
        while True:
            here = [one for one in between(held, start, end) if own not in one.records]
            if here or start <= sentence:
                return start, here
            end = start
            start = limits_of_clause(at.text, start - 1, start - 1)[0]

    def _first_of(self, number: int, identity: str) -> int:
        """Return where a paragraph first names a record; its end if it does not."""
        return self._firsts(number).get(identity, len(self._context.text_of(number)))

    @once
    def _firsts(self, number: int) -> dict[str, int]:
        held = reversed(self._list(number))
        return {one: each.start for each in held for one in each.records}

    def _are_related(self, one: str, other: str) -> bool:
        """Return whether a record is another one, or a part of it, or is about it."""
        if one == other or other in self._wholes_of(one) or one in self._wholes_of(other):
            return True
        names, others = (names_of(self._by_id[each]) for each in (one, other))
        return any(a in b or b in a for a in names for b in others)

    @once
    def _wholes_of(self, identity: str) -> frozenset[str]:
        """Return the records of which one is part, and which it is about.

        What these are about in turn are its neighbours: a programme is about all of its works.
        """
        about = getattr(self._by_id[identity], "about", ())
        found = dict.fromkeys(one for one in (identity, *about) if one in self._by_id)
        for _ in range(_LEVELS):
            held = [getattr(self._by_id[one], "part_of", None) for one in list(found)[:_MOST]]
            found.update((one, None) for one in held if one in self._by_id)
        return frozenset(found)

    def _own_words(self, given: Iterable[str], others: Iterable[str]) -> frozenset[str]:
        """Return the words in the names of some records that those of others lack."""
        ours = frozenset[str]().union(*map(self._words_of, given))
        return ours.difference(*map(self._words_of, others))

    @once
    def _words_of(self, identity: str) -> frozenset[str]:
        return frozenset[str]().union(*map(pairs_of, names_of(self._by_id[identity])))

    @once
    def _in(self, number: int, kind: type[Record]) -> list[_Mention]:
        """Return where a paragraph names records of a kind, in order."""
        found = []
        for one in self._list(number):
            records = tuple(each for each in one.records if isinstance(self._by_id[each], kind))
            found += [one._replace(records=records)] if records else []
        return found

    @once
    def _list(self, number: int) -> list[_Mention]:
        """Return where a paragraph names any record, the longest names first."""
        return [
            _Mention(start, start + len(name), self._names[name])
            for start, name in self._table.find_all(self._context.text_of(number))
        ]

    @cached_property
    def _told_of(self) -> frozenset[str]:
        """The records that the text names anywhere."""
        numbers = (one.number for one in self._context.source.paragraphs)
        return frozenset(
            one for number in numbers for each in self._list(number) for one in each.records
        )

    @cached_property
    def _table(self) -> WordTable:
        return WordTable(self._names)

    @cached_property
    def _names(self) -> dict[str, tuple[str, ...]]:
        """The records by their names."""
        named = index_names(chain.from_iterable(map(self._context.article.of, _NAMED)), 2)
        return {
            name: tuple(one.id for one in held)
            for name, held in named.items()
            if len(held) <= _MOST
        }
