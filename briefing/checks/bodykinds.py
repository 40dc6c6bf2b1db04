"""The rule on the kinds of organisations and strategies, which their names may tell."""

import re
from collections.abc import Iterator
from functools import cache
from typing import get_args

from briefing.checks.registry import model_rule
from briefing.model.article import Article
from briefing.model.choices import OrganisationKind
from briefing.model.records import Organisation, Strategy
from briefing.names.tables import words
from briefing.problem import Finding, message

_UNSURE = ("总公司", "工作站", "合作社", "专业合作社", "农场", "林场", "联社", "政协")
"""How bodies of any kind are named."""
_SEVERAL = {
    "集团": frozenset(["firm", "institute"]),
    "中心": frozenset(["institute", "government", "firm"]),
    "企业": frozenset(["firm"]),
}
"""The kinds of bodies that are named so: a group may be one of hospitals."""
_LONGEST = 12
_LAYOUT = "^“?(?:[一二三四五六七八九十两双][带核翼湾廊区轴心圈极点群园环链]){2,4}”?$"
_UNLIKE = (
    (re.compile(_LAYOUT), frozenset(["reform", "effort", "node"])),
    (re.compile("战略$"), frozenset(["reform", "node", "path", "goal"])),
    (
        re.compile("^(?!.*(?:改革|布局)).*(?:规划|计划|方案|条例|办法)$"),
        frozenset(["reform", "node", "path"]),
    ),
    (re.compile("改革$"), frozenset(["layout", "node", "goal", "path"])),
    (re.compile("目标$"), frozenset(["layout", "node", "path", "reform", "effort"])),
)
"""The kinds that strategies are not of whose names are such."""


@model_rule(warning=True)
def kind_contradicts_name(article: Article) -> Iterator[Finding]:
    """An organisation or a strategy is of another kind than its name tells. A warning.

    The Chinese name of an organisation, or the short one, ends as names of another kind alone do:
    in 公司, 大学, 协会, 局 or 县委. The kind `other` says nothing else. A strategy whose name ends
    in 战略, 规划, 改革 or 目标, or is one of parts, as 一核两翼, is not of every kind.

    Passes:
        organisations: [{id: port, name: {zh: 甲县水利局}, kind: government,
          evidence: [{paragraph: 1, anchor: 甲县水利局}]}]
    Fails:
        organisations: [{id: port, name: {zh: 甲县水利局}, kind: firm,
          evidence: [{paragraph: 1, anchor: 甲县水利局}]}]
    """
    for index, body in enumerate(article.of(Organisation)):
        names = [name.zh for name in (body.name, body.short) if name]
        kinds = frozenset[str]().union(*map(_read_kinds, names))
        if body.kind != "other" and kinds and body.kind not in kinds:
            told = message("kind-contradicts-name", name=names[0], kind=sorted(kinds))
            yield Finding(told, ("organisations", index, "kind"))
    for index, strategy in enumerate(article.of(Strategy)):
        name = strategy.name.zh
        if any(strategy.kind in kinds and ends.search(name) for ends, kinds in _UNLIKE):
            told = message("kind-contradicts-name.unlike", name=name, kind=strategy.kind)
            yield Finding(told, ("strategies", index, "kind"))


def _read_kinds(name: str) -> frozenset[str]:
    """Return the kinds of which the longest end of a name tells, or none if it tells nothing."""
    ends = (name[-length:] for length in range(min(len(name), _LONGEST), 0, -1))
    return next((_kinds()[end] for end in ends if end in _kinds()), frozenset())


@cache
def _kinds() -> dict[str, frozenset[str]]:
    """Return the kinds by the ends of names; an end that tells nothing has none."""
    found: dict[str, frozenset[str]] = {}
    for kind in get_args(OrganisationKind):
        for word in words(kind) if kind != "other" else ():
            found[word] = frozenset() if word in found else frozenset([kind])
    return found | dict.fromkeys([*words("weak"), *_UNSURE], frozenset()) | _SEVERAL
