"""Whether what a sentence tells to be done by the end of the year is what the text tells so."""

import re
from collections.abc import Iterator
from itertools import islice

from briefing.verifying.aligning.clauses import MOST_ASKED, Clauses
from briefing.verifying.aligning.support import count_words, doubt, list_words
from briefing.verifying.claim import Found
from briefing.verifying.naming.naming import Mention, hide, list_projects
from briefing.verifying.sentences import Sentence

_YEAR_END = {
    "zh": re.compile("(?:今年|本年)?(?:年底|年末|岁末)(?:之?前|以前)|今年(?:之?内|年内)|年内"),
    "en": re.compile(
        r"\b(?:by|before|until) (?:the )?(?:end of (?:the|this) year|year[- ]end|year['’]s end"
        r"|the year is out)\b|\bwithin (?:the|this) year\b",
        re.I,
    ),
}
"""What tells that something is to be done before the year ends."""
_ASKS = re.compile(
    "要求|明确|提出|必须|确保|力争|争取|计划|目标|完成"
    r"|\b(?:requires?|required|wants?|insists?|must|to be|is|are|complet\w+|finish\w*|done|be)\b",
    re.I,
)
"""What tells of no act by itself."""
_LATER = re.compile("[一二两三四五六七八九十0-9]年(?:之|以)?内|20[0-9]{2}年(?:年?底|底)?前?")
"""What tells of another time by which something is to be done."""


def judge_deadlines(
    sentence: Sentence, mentions: list[Mention], clauses: Clauses
) -> Iterator[Found]:
    """Yield the ends of the year by which the texts tell of other acts of a project than this.

    They stand in the sentences that name the project, which may tell the act with a later time.
    """
    projects = list_projects(mentions)
    for language in sentence.languages if projects else ():
        for said in islice(_YEAR_END[language].finditer(sentence.text), MOST_ASKED):
            text = hide(sentence.text, mentions)
            act = _ASKS.sub(" ", text[: said.start()] + " " + text[said.end() :])
            naming = list(clauses.sentences_of(clauses.list_naming(*projects)))
            told = [one for one in naming if _YEAR_END["zh"].search(one.text)]
            acting = [one for one in naming if count_words(act, language, one)]
            later = [one for one in acting if _LATER.search(one.text)]
            if not list_words(act, language) or any(one in acting for one in told):
                continue
            for one in islice((*told, *later), 1):
                yield doubt(*said.span(), "date", one)
