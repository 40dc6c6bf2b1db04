"""Numbers of our own prose that only count what it or its evidence names: 两地 of 甲县和乙县."""

import re

from briefing.checks.context import ProofContext
from briefing.checks.judging import Judged
from briefing.checks.naming import names_of
from briefing.checks.once import once
from briefing.model.parts import Evidence
from briefing.model.records import Organisation, Place
from briefing.names.joints import JOINT
from briefing.names.people import find_people

_MOST = 4
"""More things than so many are counted by whoever lists them, and are a claim."""
_CHINESE = re.compile("[两二三四]个?(?P<what>[地省市县区州盟旗镇乡村国方家])")
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
_OF_LIST = re.compile("[两二三四][人位名家个方地处]")
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
_ANY = frozenset(["地", "方", "places", "sides", "parties", "partners", None])
"""What counts places or bodies whatever their names end in; the last is ``the two`` by itself."""
_BODIES = frozenset(["家", "firms", "companies"])


def counts_named(context: ProofContext, said: Judged) -> bool:
    """Return whether a number is just that of the places or bodies that its evidence names."""
    values = {one.value for one in said.number.readings}
    if not values & set(range(2, _MOST + 1)):
        return False
    if said.path[-1] == "zh" and _counts_own(said) in values:
        return True
    text, start, end = said.text, said.number.start, said.number.end
    is_chinese = said.path[-1] == "zh"
    found = _CHINESE.match(text, start) if is_chinese else _ENGLISH.match(text, end)
    is_bare = text.lower().endswith("the ", 0, start) and _BARE.match(text, end)
    if not found and (is_chinese or not is_bare):
        return False
    what = found["what"].lower() if found else None
    bodies, places = _list_named(context, tuple(getattr(said.part, "evidence", ())))
    last = _ENDS.get(what or "", what or "")
    counted = [bodies] if what in _BODIES else [places, bodies] if what in _ANY else []
    counted = counted or [{one for one in places if one.endswith(last)}]
    return any(len(one) in values for one in counted)


def _counts_own(said: Judged) -> int:
    """Return how many things of a list before it, or people, a number counts: 甲、乙两家."""
    if not _OF_LIST.fullmatch(said.number.words):
        return 0
    listed = _LISTED.search(said.text, 0, said.number.start)
    if listed:
        return len(_JOINT.findall(listed[0])) + 1
    is_people = said.number.words[-1] in "人位名"
    return len({one.name for one in find_people(said.text)}) if is_people else 0


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
