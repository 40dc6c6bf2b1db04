"""The rule on how wide the area is that a number is of: a whole country, province or city."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.checks.beside import Beside, list_numbers_told, read_beside
from briefing.checks.context import ProofContext
from briefing.checks.lookup import Lookup
from briefing.checks.marks import right_before
from briefing.checks.once import once
from briefing.checks.registry import source_rule
from briefing.checks.stated import stated_quantities
from briefing.model.parts import Evidence
from briefing.model.records import Figure, Place
from briefing.problem import Finding, Message, message


class _Scope(NamedTuple):
    """How wide an area is: our words for it, what may tell of it in a text, the kinds of places."""

    words: re.Pattern[str]
    told: re.Pattern[str]
    kinds: frozenset[str] = frozenset()


def _scope(words: str, told: str, *kinds: str) -> _Scope:
    return _Scope(re.compile(words), re.compile(told), frozenset(kinds))


_SCOPES = (
    _scope("全球|世界(?!级|一流|遗产|杯)|国际市场", "球|世界|国际|海外|国外|各国|外"),
    _scope("全国(?!人大|政协)|我国|国内(?!外)", "国(?![际外])|中央|内"),
    _scope("全省|省内", "省|自治区|全区|我区|市区", "province"),
    _scope("全市(?!场)|市内|全州|全盟", "市|州|盟", "city"),
    _scope("全县(?!域)|县内|全旗", "县|旗|区", "county"),
)
"""The areas, the widest first."""
_COMPARED = re.compile(
    "(?:(?:[比于较居列位]|占)[^，。；]{0,4})?(?:全[国省市州县]|省内|国内)"
    "(?=的?(?:平均|首|第|前|唯一|最|同行|同类|范围|位|排|各|总?(?:产|量|比|的)|市州|设区))"
)
"""An area with which a thing is only compared, or in which it has a place: 比全省平均, 全国首个."""
_HELD = re.compile("(?:[比于较居列位占是为达]|相当)[^，。；]{0,3}$")
"""What before the word for an area tells that a number is only compared with it."""
_PLACED = ("rank", "ordinal")
"""Kinds of numbers that tell which place a thing has in an area: 全国首个."""


@source_rule(warning=True)
def area_not_told(context: ProofContext) -> Iterator[Finding]:
    """A number is given for a wider or narrower area than in the text. A warning.

    The label of a figure, or our own prose before a number, has a word such as 全国 or 全市, and
    the words beside the number in the article have only another one; or nothing in the paragraphs
    of the evidence names such an area, and no place of the record is one. What a number is only
    compared with, as 比全省平均, is not read.

    Passes:
        # 全省产茶5万吨，占全国的9%。
        figures: [{id: tea, label: {zh: 全省茶叶产量占全国的比重}, text: 9%, value: 9, unit: '%',
          kind: percent, evidence: [{paragraph: 2, anchor: 占全国的9%}]}]
    Fails:
        # 全省产茶5万吨，占全国的9%。
        figures: [{id: tea, label: {zh: 茶叶产量占世界的比重}, text: 9%, value: 9, unit: '%',
          kind: percent, evidence: [{paragraph: 2, anchor: 占全国的9%}]}]
    """
    areas = _Areas(context)
    for index, figure in enumerate(context.article.of(Figure)):
        stated = [] if figure.in_name else stated_quantities(context, figure)
        if len(stated) == 1 and stated[0].kind not in _PLACED:
            there = read_beside(context, stated[0].paragraph).get(stated[0].offset, Beside())
            told = areas.find_other(figure.label.zh, there)
            if not told and figure.places and "places" not in figure.inferred:
                told = areas.find_untold(figure.label.zh, figure.places, figure.evidence)
            if told:
                yield Finding(_say(told), ("figures", index, "label", "zh"))
    for path, numbers in list_numbers_told(context).items():
        for one in numbers:
            told = {}
            if one.quantity.kind not in _PLACED:
                told = areas.find_other(one.own.before, one.there)
            if told:
                yield Finding(_say(told), path)
                break


def _is_held(text: str, area: re.Match[str]) -> bool:
    """Return whether a number is only compared with an area, or is its share of it."""
    return right_before(_HELD, text, area.start()) is not None


def _say(told: dict[str, str]) -> Message:
    return message("area-not-told" if told["told"] else "area-not-told.silent", **told)


class _Areas(Lookup):
    """The words for areas in our own prose and in a text, without the names of places in them."""

    def find_other(self, own: str, beside: Beside) -> dict[str, str]:
        """Return the word for an area that our words have, and the other one beside a number."""
        own, before = self._context.hide_names(own), self._context.hide_names(beside.before)
        clause = before[before.rfind("，") + 1 :]
        if any(one.words.search(clause) for one in _SCOPES):
            before = clause
        there = before + self._context.hide_names(beside.behind)
        for scope in _SCOPES:
            said = scope.words.search(own)
            if not said or scope.words.search(there) or scope.told.search(there):
                continue
            for other in _SCOPES:
                held = other.words.search(before)
                if not held or other.words.search(own) or other.told.search(own):
                    continue
                if _is_held(own, said) or not _is_held(before, held):
                    return {"said": said[0], "told": held[0]}
        return {}

    def find_untold(
        self, own: str, places: Sequence[str], proofs: Sequence[Evidence]
    ) -> dict[str, str]:
        """Return the word for an area that our words have, if their evidence is silent of it."""
        own = _COMPARED.sub("〇", self._context.hide_names(own))
        by_id = self._context.article.by_id
        kinds = {place.kind for one in places if isinstance(place := by_id.get(one), Place)}
        told = frozenset[int]().union(*(self._read_told(one.paragraph) for one in proofs))
        for at, scope in enumerate(_SCOPES):
            said = scope.words.search(own)
            if not said or scope.kinds & kinds or _is_held(own, said):
                continue
            if at and at not in told:
                return {"said": said[0], "told": ""}
        return {}

    @once
    def _read_told(self, number: int) -> frozenset[int]:
        """Return the positions of the areas of which a paragraph may tell."""
        text = _COMPARED.sub("", self._context.hide_names(self._context.text_of(number)))
        return frozenset(at for at, scope in enumerate(_SCOPES) if scope.told.search(text))
