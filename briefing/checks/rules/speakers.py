"""The rule on who speaks, gives and acts, where the sentence of a claim begins with another one."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from briefing.checks.context import ProofContext
from briefing.checks.lookup import Lookup
from briefing.checks.naming import STEM, index_names, names_of
from briefing.checks.once import once
from briefing.checks.registry import source_rule
from briefing.checks.spans import Spans
from briefing.model.forms import pairs_of
from briefing.model.parts import Evidence, Part, infers, is_implied
from briefing.model.records import (
    Event,
    Figure,
    Organisation,
    Person,
    Place,
    Record,
    Strategy,
)
from briefing.problem import Finding, Message, message

_SENTENCE = re.compile("[^。；！？;!?]+")
_HEAD = "(?P<head>(?:“[^“”]{1,10}”)?[^：:“”‘’]{1,80}?)"
_AGAIN = "(?:今天|昨天|日前|近日|进一步|明确|还|也|曾|专门|特别|反复|多次|再次|郑重)*"
_SAYS = (
    f"{_AGAIN}(?:表示|介绍|指出|强调|认为|坦言|透露|提出|要求|宣布|呼吁|通报"
    "|告诉记者|获悉|了解到|说"
    "|(?:最新)?(?:发布|公布)?的?(?:最新)?(?:统计|监测|调查)?(?:数据|公报|结果|报告)?显示)"
)
_NO_SPEECH = "[的申建0-9一二两三四五六七八九十]"
"""What behind 提出 tells that a thing is put forward there, and nothing said: 提出四项倡议."""
_BEGINS = {
    "said_by": re.compile(f"{_HEAD}{_SAYS}(?P<end>[，：,:“]|要(?!求)|(?<=提出)(?!{_NO_SPEECH}))"),
    "given_by": re.compile(
        f"{_HEAD}(?:{_SAYS}(?P<end>[，：,:“]|要(?!求))|{_AGAIN}赋予(?P<gives>))"
    ),
    "actors": re.compile(
        f"{_HEAD}(?:将(?![军领来])|计划(?!单列|生育)|正在|力争|拟(?!议)|负责)(?P<end>)"
    ),
}
"""By the field: how a sentence begins that names who it is, as 甲市市长王某介绍， and 甲市将."""
_QUOTED = re.compile("“[^“”]{10,}”")
_BEFORE = re.compile(f"{_HEAD}{_SAYS}道?[，：,:]?$")
_BEHIND = re.compile(f"(?P<head>[^，：:“”‘’。；,;]{{1,40}}?){_SAYS}道?[，：。；,:;]")
"""Who says what stands in quotation marks, before it and behind it."""
_CLOSED = "。，！？…,!?"
"""With these ends what somebody says before the name of that person is told."""
_POST = re.compile(
    "(?:总书记|国家主席|主席|总理|同志|书记|[省市县区州镇村]长|主任|局长|厅长|董事长|经理|教授|研究员|院士)?$"
)
"""What may stand between the name of a person and what that person does."""
_WHERE = re.compile("(?:在[^，,]{1,20}[上时中]|中)$")
"""Where or when somebody says a thing, behind the name."""
_FOLLOWED = re.compile("按照?|根据|依据|遵[照循]|贯彻|落实|响应|围绕|结合|达到|符合|满足|适应")
"""What tells that what somebody has asked for is only followed: 按照甲省要求."""
_DONE_TO = re.compile("[在于对向给为把将到至经过以离与跟比]$")
"""What before a name tells that it is not of whom the sentence is."""
_MEETINGS = ("会议", "全会", "大会")
_MARKS = re.compile("[《》“”「」‘’]|[（(][^（()）]*[）)]")
_UNNAMED = re.compile("我们|[我全该本]|当地|各地|[省市县区州]里|[两三四五六七八九十]地")
"""What may stand for who acts without a name."""
_MOST = 20
"""Where more records share a name, or one anchor stands oftener in a paragraph, nothing is told."""
_SHORTEST = 2
_LONGEST = 40
"""A name with more characters is not looked for at the beginning of a sentence."""
_LONGEST_HEAD = 80
_MOST_READ = 300
"""So many characters of a sentence are asked whether they name who is told."""
_NAMED: tuple[type[Record], ...] = (Person, Organisation, Event, Place, Strategy)
_ISSUED = (Event, Strategy)
"""What says things in the name of a body: a meeting, a plan."""


class _Beginning(NamedTuple):
    """A sentence that begins with who speaks or acts, or whose data are said to show a thing."""

    start: int
    end: int
    head: str
    behind: int
    gives: bool
    shows: bool = False


@source_rule(warning=True)
def speaker_of_sentence(context: ProofContext) -> Iterator[Finding]:
    """The sentences of a claim begin with another speaker, giver or actor than it has. A warning.

    They begin with 甲某表示， or 会议提出， for `said_by`, also if this is left out, and with
    甲局数据显示， if it names another; with 甲省赋予 for `given_by`; and with 甲市将 or 甲市计划
    for `actors` that they do not name. All anchors of the claim stand after such words, and the
    model has the one whom they name. A plan need not be the speaker of what is `about` it. What is
    `inferred` is not checked.

    Passes:
        # 王某表示，码头要建成。
        people: [{id: wang, name: {zh: 王某}, evidence: [{paragraph: 2, anchor: 王某}]}]
        strategies: [{id: wharf, coined: true, name: {zh: 建设码头}, kind: goal, said_by: [wang],
          detail: named_only, evidence: [{paragraph: 2, anchor: 码头要建成}]}]
    Fails:
        # 王某表示，码头要建成。
        people: [{id: wang, name: {zh: 王某}, evidence: [{paragraph: 2, anchor: 王某}]}]
        strategies: [{id: wharf, coined: true, name: {zh: 建设码头}, kind: goal,
          detail: named_only, evidence: [{paragraph: 2, anchor: 码头要建成}]}]
    """
    sentences = _Sentences(context)
    told_of: set[tuple[str, str, tuple[str, ...]]] = set()
    owner = ""
    for path, part in context.article.claims:
        if isinstance(part, Record):
            owner = part.id
        if isinstance(part, Figure) and part.in_name:
            continue
        for field in _BEGINS:
            told = _list_told(part, field)
            other = sentences.tell_other(part, field, told, owner) if told is not None else ""
            if told is not None and other and (key := (owner, other, told)) not in told_of:
                told_of.add(key)  # a measure that has it of its strategy is not told again
                yield Finding(_say(context, field, other, told), (*path, field))


def _list_told(part: Part, field: str) -> tuple[str, ...] | None:
    """Return whom a field of a part names, or None if the part has no such field to be judged."""
    if isinstance(part, Person) or is_implied(part):
        return None
    if infers(part, field):
        return None
    told: tuple[str, ...] | None = getattr(part, field, None)
    return told


def _say(context: ProofContext, field: str, other: str, told: Sequence[str]) -> Message:
    """Return what is wrong with a field, by the names of whom the text and the model have."""
    by_id = context.article.by_id
    if not told:
        return message("speaker-of-sentence", field=field, told=other)
    names = "、".join(by_id[one].title.zh for one in told if one in by_id)
    return message("speaker-of-sentence.other", field=field, told=other, name=names)


class _Sentences(Lookup):
    """The sentences of a text that begin with who speaks, gives or acts, by what they tell."""

    def tell_other(self, part: Part, field: str, told: Sequence[str], owner: str) -> str:
        """Return whom all sentences of a part name, and a field of it does not, or ""."""
        if (field == "actors" and not told) or len(told) > _MOST:
            return ""
        wholes = {*getattr(part, "about", ()), getattr(part, "part_of", None)}
        if not isinstance(self._context.article.by_id.get(owner), Person):
            wholes.add(owner)
        other = ""
        for number, one in self._list_beginnings(getattr(part, "evidence", ()), field):
            named = self._find_named(one.head)
            is_open = one.shows or (field == "given_by" and not one.gives)
            if not named or (not told and is_open):
                return ""
            if any(record.id in wholes and _may_say_itself(record, told) for record in named):
                return ""  # it is part of the plan that says so
            if field == "given_by" and not one.gives and _are(named, (Person,)):
                return ""  # a person may tell of what others gave
            if not told and _are(named, (Place,)):
                return ""  # whose it is may be told by the places instead
            if not told and _are(named, _ISSUED) and getattr(part, "stage", None) == "done":
                return ""  # a plan tells of what is to come: the fact beside it is the article's
            if any(self._may_be(identity, number, one, field, named) for identity in told):
                return ""
            other = other or named[0].title.zh
        return other

    def _list_beginnings(
        self, evidence: Sequence[Evidence], field: str
    ) -> list[tuple[int, _Beginning]]:
        """Return the beginnings of the sentences of all anchors, or none if one has no such.

        One anchor at least stands behind the beginning of its sentence.
        """
        found = {}
        is_behind = False
        for proof in evidence:
            spans = self._context.occurrences(proof.paragraph, proof.anchor)
            if not 0 < len(spans) <= _MOST:
                return []
            for start, _ in spans:
                one = self._find_around(field, proof.paragraph, start)
                if not one:
                    return []
                is_behind = is_behind or one.behind <= start
                found[proof.paragraph, one.start] = (proof.paragraph, one)
        return list(found.values()) if is_behind else []

    def _find_around(self, field: str, number: int, start: int) -> _Beginning | None:
        """Return the beginning of the sentence in which an offset of a paragraph stands."""
        touching = self._beginnings_in(field, number).touching((start, start + 1))
        return next((one for _, one in touching), None)

    @once
    def _beginnings_in(self, field: str, number: int) -> Spans[_Beginning]:
        text = self._context.text_of(number)
        quoted = _find_quoted(text) if field == "said_by" else ()
        found = (*_find_beginnings(text, field), *quoted)
        return Spans(((one.start, one.end), one) for one in found)

    def _find_named(self, head: str) -> list[Record]:
        """Return the records with whose name the beginning of a sentence ends, but for a post."""
        bare = _WHERE.sub("", _MARKS.sub("", head))
        clause = max(bare.rfind(mark) for mark in "，,") + 1
        if _FOLLOWED.search(bare, clause):
            return []  # what was asked is only followed here
        if bare[clause:] in _MEETINGS:
            return self._meetings if len(self._meetings) == 1 else []
        for kinds, end in ((_NAMED, len(bare)), ((Person,), len(_POST.sub("", bare)))):
            for start in range(max(clause, end - _LONGEST), end - 1):
                held = self._names.get(bare[start:end], [])
                found = [one for one in held[: _MOST + 1] if _are([one], kinds)]
                if found:
                    is_sure = len(held) <= _MOST and not _DONE_TO.search(bare[clause:start])
                    return found if is_sure else []
        return []

    def _may_be(
        self, identity: str, number: int, one: _Beginning, field: str, named: Sequence[Record]
    ) -> bool:
        """Return whether who is told may be whom a sentence names, at its beginning or later."""
        record = self._context.article.by_id.get(identity)
        if record is None or any(each is record for each in named):
            return True
        words = one.head
        if field == "actors":
            words = self._context.text_of(number)[one.start : min(one.end, one.start + _MOST_READ)]
        if not {name[:STEM] for name in names_of(record)}.isdisjoint(pairs_of(words)):
            return True
        if field == "actors" and _UNNAMED.search(words):
            return True
        return any(self._may_speak_for(record, each, words) for each in named)

    def _may_speak_for(self, record: Record, other: Record, words: str) -> bool:
        """Return whether what one record says may be told as what another one says.

        So it is of a place and one in it, a body and its people, and a meeting or plan of a body.
        """
        if isinstance(record, Place) and isinstance(other, Place):
            wholes_of = self._context.article.wholes_of
            return record in wholes_of(other.id) or other in wholes_of(record.id)
        if isinstance(other, Person):
            held = _offices_of(other)
            return record.id in held or (isinstance(record, Event) and "会" in words)
        if isinstance(record, Person):
            return other.id in _offices_of(record)
        return isinstance(other, _ISSUED) and not isinstance(record, Place)

    @cached_property
    def _meetings(self) -> list[Record]:
        return [one for one in self._context.article.of(Event) if "会" in one.name.zh[-2:]]

    @cached_property
    def _names(self) -> Mapping[str, list[Record]]:
        """The records that may speak or act, by their names without marks."""
        names: dict[str, list[Record]] = {}
        records = chain.from_iterable(map(self._context.article.of, _NAMED))
        for name, held in index_names(records, _SHORTEST).items():
            names.setdefault(_MARKS.sub("", name), []).extend(held)
        return names


def _offices_of(person: Person) -> set[str | None]:
    """Return the bodies in which a person has posts, and the places of that person."""
    return {*person.places, *(post.organisation for post in person.posts)}


def _may_say_itself(record: Record, told: Sequence[str]) -> bool:
    """Return whether what a claim is about may say it without being told as its speaker."""
    return not told or isinstance(record, _ISSUED)


def _are(records: Sequence[Record], kinds: tuple[type[Record], ...]) -> bool:
    """Return whether all of some records are of some kinds."""
    return all(isinstance(one, kinds) for one in records)


def _find_beginnings(text: str, field: str) -> Iterator[_Beginning]:
    """Yield the sentences of a paragraph that begin so and do not stand in quotation marks.

    Before a clause that names its speaker the article itself speaks.
    """
    depth = 0
    for sentence in _SENTENCE.finditer(text):
        start, end = sentence.span()
        while text[start : start + 1] in ("”", "’", " ", "\u3000"):
            depth -= text[start] == "”"
            start += 1
        if depth <= 0 and (begin := _BEGINS[field].match(text, start, end)):
            groups = begin.groupdict()
            behind = begin.start("end") if groups["end"] is not None else begin.end()
            head = begin["head"]
            if field == "said_by":
                start += max(head.rfind(mark) for mark in "，,") + 1
            shows = text.endswith("显示", 0, behind)
            yield _Beginning(start, end, head, behind, groups.get("gives") is not None, shows)
        depth += text.count("“", start, end) - text.count("”", start, end)


def _find_quoted(text: str) -> Iterator[_Beginning]:
    """Yield what stands in quotation marks, each with whoever is said to say it."""
    last = 0
    for quoted in _QUOTED.finditer(text):
        start, end = quoted.span()
        first = max(last, start - _LONGEST_HEAD)
        first = max(first, *(text.rfind(mark, first, start) + 1 for mark in "。；！？”"))
        said = _BEFORE.match(text, first, start)
        if not said and text[end - 2] in _CLOSED:
            said = _BEHIND.match(text, end)
        if said:
            yield _Beginning(start, end, said["head"], start, gives=False)
        last = end
