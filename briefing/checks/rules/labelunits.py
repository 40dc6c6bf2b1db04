"""The rule that the label of a figure is of something that its unit measures."""

import re
from collections.abc import Iterator
from functools import cache

from briefing.checks.registry import model_rule
from briefing.model.article import Article
from briefing.model.records import Figure
from briefing.names.labels import words_of_labels
from briefing.problem import Finding, message
from briefing.quantities.conversion import convert
from briefing.quantities.units import rows

_NOT_OF = {
    "of-money": ("area", "length", "duration", "measure"),
    "of-share": ("money", "area", "length", "duration", "measure", "count"),
    "of-rank": ("money", "percent", "area", "length", "duration", "measure"),
    "of-number": ("money", "area", "length", "duration", "measure"),
    "of-area": ("money", "length", "duration", "measure", "count"),
    "of-length": ("money", "area", "measure", "count"),
    "of-time": ("money", "area", "length", "measure"),
}
"""By how a label ends: the kinds of units that are not those of its number."""
_REMARK = re.compile("[（(][^（()）]{0,40}[)）]$|(?:的?(?:目标|规划|计划))$")


@model_rule(warning=True)
def label_of_other_unit(article: Article) -> Iterator[Finding]:
    """A label ends as that of an amount of another kind than its unit is. A warning.

    A label that ends with 投资 or 收入 is not of an area or of days, one with 面积 or 人数 not of
    money, and one with 位次 of no amount or share. One that ends with 比重 or 增速 is of no amount
    at all. Of money a percentage may be told for its growth.

    Passes:
        figures: [{id: land, label: {zh: 种植面积}, text: 5万亩, value: 50000, unit: mu,
          kind: measure, evidence: [{paragraph: 1, anchor: 要点}]}]
    Fails:
        figures: [{id: land, label: {zh: 种植面积}, text: 5万元, value: 50000, unit: CNY,
          kind: money, evidence: [{paragraph: 1, anchor: 要点}]}]
    """
    for index, figure in enumerate(article.of(Figure)):
        if figure.in_name or figure.kind in ("ordinal", "rank") or not figure.unit:
            continue
        label = _REMARK.sub("", figure.label.zh)
        kind = _kind_of_unit(figure.unit)
        for named, others in _NOT_OF.items():
            if kind in others and label.endswith(words_of_labels(named)):
                told = message("label-of-other-unit", label=figure.label.zh, number=figure.text)
                yield Finding(told, ("figures", index, "label", "zh"))
                break


@cache
def _kind_of_unit(unit: str) -> str:
    """Return what kind of amount a unit is of: area and length among others that are measured."""
    above = unit.partition("/")[0]
    if above in ("times", "ratio"):  # 师生比 1∶12 is a share, too
        return "percent"
    for kind, base in (("area", "m2"), ("length", "m")):
        if convert(1, above, base) is not None:
            return kind
    return next((row.kind for row in rows() if row.code == above), "count")
