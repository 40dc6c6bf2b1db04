"""The rule on what our own prose calls the greatest or the next day, and its evidence does not."""

import re
from collections.abc import Iterator

from briefing.checks.context import ProofContext
from briefing.checks.registry import source_rule
from briefing.model.records import Term
from briefing.problem import Finding, message

_TO = "[0-9百千万亿元%％][至到~～—-][0-9]"
"""The middle of a range, which has both limits."""
_TELLING = (
    (
        re.compile("最[大高多长早快强]|唯一|第一大"),
        re.compile("最|首|第一|唯一|仅|只有|冠|龙头|头号|独|领先|榜|之王|极"),
    ),
    (
        re.compile("上限|封顶"),
        re.compile(f"[顶限]|最[高多大]|至多|不[超高多]|低于|不足|以[内下]|之内|可达|{_TO}"),
    ),
    (
        re.compile("下限|保底"),
        re.compile(f"[底限]|最[低少小]|至少|不[低少]|超|高于|突破|以上|起步|{_TO}"),
    ),
    (re.compile("次日|第二天|翌日"), re.compile("次日|第二天|翌|隔天|明天|明日")),
)
"""Words of our prose, and those of the article one of which bears them out."""


@source_rule(warning=True)
def superlative_unproved(context: ProofContext) -> Iterator[Finding]:
    """Our Chinese prose has 最大, 唯一, 上限 or 次日, and its evidence nothing of it. A warning.

    No paragraph of the evidence has any word of the kind, as 最, 首, 第一, 仅 or 龙头 for the first
    two, and 最高 or 不超过 for 上限. The glosses of terms are not read.

    Passes:
        # 县里最大的码头开工。
        events: [{id: start, name: {zh: 码头开工}, note: {zh: 是县里最大的码头},
          evidence: [{paragraph: 2, anchor: 码头开工}]}]
    Fails:
        # 县里的码头开工。
        events: [{id: start, name: {zh: 码头开工}, note: {zh: 是县里最大的码头},
          evidence: [{paragraph: 2, anchor: 码头开工}]}]
    """
    for _, part, evidence, texts in context.told:
        if isinstance(part, Term) or not texts:
            continue
        for where, text in texts:
            for words, bearing in _TELLING:
                said = words.search(text.zh)
                if not said:
                    continue
                numbers = {proof.paragraph for proof in evidence}
                held = [one.text for one in map(context.source.paragraph, numbers) if one]
                if held and not any(map(bearing.search, held)):
                    found = message("superlative-unproved", word=said[0])
                    yield Finding(found, (*where, "zh"))
