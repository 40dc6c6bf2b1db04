"""The rule on the kind of an organisation, which its name may tell."""

from collections.abc import Iterator
from functools import cache
from typing import get_args

from briefing.checks.registry import model_rule
from briefing.model.article import Article
from briefing.model.choices import OrganisationKind
from briefing.model.records import Organisation
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


@model_rule(warning=True)
def kind_contradicts_name(article: Article) -> Iterator[Finding]:
    """An organisation is of another kind than its name tells. A warning.

    The Chinese name, or the short one, ends as names of another kind alone do: in 公司, 大学, 协会,
    局 or 县委. The kind `other` says nothing else.

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
