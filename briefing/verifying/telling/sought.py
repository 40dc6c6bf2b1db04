"""What is told as settled or won, where the clause of the text that tells the same seeks it."""

import re
from collections.abc import Iterator
from itertools import islice

from briefing.names.languages import compile_words
from briefing.verifying.aligning.clauses import MOST_ASKED, Clauses
from briefing.verifying.aligning.support import doubt
from briefing.verifying.claim import Found
from briefing.verifying.naming.naming import Mention
from briefing.verifying.sentences import Sentence

_WON = compile_words(
    r"(?:has|have) (?:now |already |since |finally )?(?:been (?:settled|decided|chosen|selected"
    r"|included|listed|written|admitted|named|designated|granted|placed)"
    r"|found (?:its|their) way|made it)",
    "已(?:经)?(?:确定|敲定|纳入|列入|写[入进]|获批|争取到|落实|入选|成为|明确|拿到|上市|成功)"
    "|现已|均已|成功入选",
)
_SOUGHT = re.compile("争取|力争|尚在|正[^，。]{0,6}争取|拟(?!态)|推动[^，。]{0,12}(?:上市|入选)")
_WON_THERE = re.compile("已|获(?!得感)|现有|目前|成功(?!入选)")


def judge_sought(sentence: Sentence, mentions: list[Mention], clauses: Clauses) -> Iterator[Found]:
    """Yield what is told as won, where the clauses that tell most of it tell of it as sought."""
    for language in sentence.languages:
        for said in islice(_WON[language].finditer(sentence.text), MOST_ASKED):
            if language == "zh" and sentence.is_hoped(said.start()):
                continue
            rest = sentence.without(*said.span())
            alike = clauses.align_beyond_names(rest, said.start(), mentions)[:1]
            alike = alike or [one for _, one in islice(clauses.rank(rest, said.start(), []), 1)]
            for one in alike:
                if _SOUGHT.search(one.text) and not _WON_THERE.search(one.text):
                    yield doubt(*said.span(), "stage", one)
