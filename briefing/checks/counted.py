"""Numbers of our own prose that only count what it or its evidence names: 两地 of 甲县和乙县."""

import re
from collections.abc import Set
from itertools import pairwise

from briefing.checks.context import ProofContext
from briefing.checks.judging import Judged
from briefing.checks.naming import names_of
from briefing.checks.once import once
from briefing.checks.sentences import is_counted, read_sentences
from briefing.model.parts import Evidence
from briefing.model.records import Organisation, Place
from briefing.names.divisions import find_candidates, is_sure
from briefing.names.gazetteer import Listed, lies_in
from briefing.names.joints import JOINT
from briefing.names.people import find_people
from briefing.names.provinces import read_row

_MOST = 4
"""More things than so many are counted by whoever lists them, and are a claim."""
_KINDS = "省区市|省区|省市|省份|市州|州市|盟市|市县|县市|县区|区县|[地省市县区州盟旗镇乡村国方家]"
_CHINESE = re.compile(f"[两二三四]个?(?P<what>{_KINDS})")
_ENGLISH = re.compile(
    r" (?P<what>places|provinces|cities|counties|districts|prefectures|towns|townships|villages"
    r"|countries|sides|parties|partners|firms|companies)\b",
    re.I,
)
_BARE = re.compile(
    r"(?: (?:have|will|are|were|can|would|agreed|agree|sign|signed|plan|planned|jointly|also|work"
    r"|worked|cooperate|share|in|to|and|by|together)\b|[.,;]|$)"
)
"""What stands behind "the two" where it counts what was named before."""
_OF_LIST = re.compile(f"[两二三四](?:[人位名个处]|{_KINDS})")
_CLAUSE = re.compile("[^，。；：！？]+")
_LEFT_OUT = re.compile("[未没除]|不(?![断仅但少同久论管只])|以外|退出|出发")
_JOINT = re.compile(JOINT)
_LISTED = re.compile("[^，。；：！？、和与及]+(?:[、和与及][^，。；：！？、和与及]+)+$")
"""A list right before a number that counts it."""
_ENDS = {
    "provinces": "省",
    "cities": "市",
    "counties": "县",
    "districts": "区",
    "prefectures": "州",
    "towns": "镇",
    "townships": "乡",
    "villages": "村",
    "countries": "国",
}
"""How the Chinese names end of what an English word counts."""
_WHOLE_STATES = {
    "省份": ("省", "自治区"),
    "省区": ("省", "自治区"),
    "省区市": ("省", "自治区", "市"),
}
"""What Chinese words for provinces and their like count besides what their characters end in."""
_ANY = frozenset(["地", "方", "places", "sides", "parties", "partners", None])
"""What counts places or bodies whatever their names end in; the last is ``the two`` by itself."""
_BODIES = frozenset(["家", "firms", "companies"])


def counts_named(context: ProofContext, said: Judged) -> bool:
    """Return whether a number is just that of the places or bodies that its evidence names."""
    values = {one.value for one in said.number.readings}
    if not values & set(range(2, _MOST + 1)):
        return False
    if said.path[-1] == "zh" and (_counts_own(said) in values or _counts_row(context, said)):
        return True
    text, start, end = said.text, said.number.start, said.number.end
    is_chinese = said.path[-1] == "zh"
    found = _CHINESE.match(text, start) if is_chinese else _ENGLISH.match(text, end)
    is_bare = text.lower().endswith("the ", 0, start) and _BARE.match(text, end)
    if not found and (is_chinese or not is_bare):
        return False
    what = found["what"].lower() if found else None
    evidence = said.proofs
    bodies, places = _list_named(context, evidence)
    counted = [bodies] if what in _BODIES else [places, bodies] if what in _ANY else []
    ends = _list_ends(what or "")
    divisions = _list_divisions(context, evidence)
    counted = counted or [{one for one in places if one.endswith(ends)}]
    is_told = what and any(is_counted(context, evidence, one) for one in (what, *ends))
    if what not in _BODIES and not is_told:
        counted += [_choose(one, what, ends) for one in divisions]
    return any(len(one) in values for one in counted)


def _list_ends(what: str) -> tuple[str, ...]:
    """Return how the Chinese names end of what a word counts: 市州 are 某市 and 某州."""
    return _WHOLE_STATES.get(what) or tuple(_ENDS.get(what, what))


def _choose(divisions: Set[Listed], what: str | None, ends: tuple[str, ...]) -> set[str]:
    """Return the names of the divisions that a word counts; 两区 are no autonomous regions."""
    is_of_states = (what or "").startswith("省")
    return {
        one.name
        for one in divisions
        if what in _ANY
        or (
            one.name.endswith(ends)
            and (one.level == "province" or not is_of_states)
            and (is_of_states or one.suffix != "自治区")
        )
    }


def _counts_own(said: Judged) -> int:
    """Return how many things of a list before it, or people, a number counts: 甲、乙两家."""
    if not _OF_LIST.fullmatch(said.number.words):
        return 0
    listed = _LISTED.search(said.text, 0, said.number.start)
    if listed:
        return len(_JOINT.findall(listed[0])) + 1
    is_people = said.number.words[-1] in "人位名"
    return len({one.name for one in find_people(said.text)}) if is_people else 0


def _counts_row(context: ProofContext, said: Judged) -> bool:
    """Return whether a number counts a row of provinces that the evidence names: 闽宁两省区."""
    row = read_row(said.text[: said.number.start]) if _CHINESE.fullmatch(said.number.words) else ()
    listed = _list_divisions(context, said.proofs) if row else ()
    return len(row) in {one.value for one in said.number.readings} and any(
        {one.code for one in row} <= {one.code[:2] for one in divisions} for divisions in listed
    )


@once
def _list_named(context: ProofContext, evidence: tuple[Evidence, ...]) -> tuple[set[str], set[str]]:
    """Return the names of bodies and of places in some anchors, each thing once.

    A place is left out in which another one lies that is named there, too: 甲省 of 甲省乙县.
    """
    anchors = "\n".join(proof.anchor for proof in evidence)
    bodies = {
        one.name.zh
        for one in context.article.of(Organisation)
        if any(name in anchors for name in names_of(one))
    }
    named = {
        one.id: one
        for one in context.article.of(Place)
        if any(name in anchors for name in names_of(one))
    }
    wholes = {whole.id for one in named for whole in context.article.wholes_of(one)}
    return bodies, {one.name.zh for one in named.values() if one.id not in wholes}


@once
def _list_divisions(context: ProofContext, evidence: tuple[Evidence, ...]) -> list[set[Listed]]:
    """Return the divisions that each clause near some anchors names, without what others lie in.

    A clause is left out that may tell of them what is not so, or of others than those.
    """
    clauses = (one for text in read_sentences(context, evidence) for one in _CLAUSE.findall(text))
    found = [
        [
            one.places[0]
            for before, one in pairwise([None, *find_candidates(clause)])
            if one and is_sure(one, before)
        ]
        for clause in clauses
        if not _LEFT_OUT.search(clause)
    ]
    return [set(named) - {whole for one in named for whole in lies_in(one)} for named in found]
