"""Sentences that tell something of one named thing, and then something of another one.

Each part is judged as a sentence of its own: what both tell may stand in the texts, and be told of
the wrong one of the two.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

from briefing.verifying.bearing.bearers import kind_of
from briefing.verifying.claim import BORNE_OUT, Found
from briefing.verifying.naming.naming import Mention
from briefing.verifying.sentences import Sentence

_JOINT = {
    "en": re.compile(r"(?:, and |; and |, while |, whereas |, but | and | while |, |; )(?:the )?$"),
    "zh": re.compile("[，,；;](?:而|且|同时)?$"),
}
"""What stands between the halves, before the name of what the second one tells."""
_LEAD = {"en": re.compile(r"\s*(?:The )?$"), "zh": re.compile(r"\s*$")}
_LEAST = {"en": 12, "zh": 3}
"""So many characters at least each half has behind the name."""
_MOST = 4
"""A sentence that tells of more things is a list of its own."""
_SEVERAL = re.compile("[、和与及]|的[^，。]{1,6}$| and |, ")
"""What stands behind a name that is only the first of several, or only tells what is meant."""
_SAYING = re.compile(
    r"(?:说|表示|介绍|指出|认为|强调|称|告诉记者|提出|透露|坦言|看来)$"
    r"|\b(?:says?|said|notes?|noted|adds?|added|according to [^,]+)$"
)
"""What ends the words that only tell who says the rest."""
_VERB = re.compile(r" (?:is|are|was|were|has|have|had|will|heads|leads|chairs|runs|serves)\b")
"""The verb of a statement, behind the name that it begins with."""
_NAME = re.compile(r"(?:^|[\s–-])[A-Z][\w'’–-]*$")
"""A word with a capital, with which "and" joins another name."""


def judge_joined(
    sentence: Sentence,
    mentions: list[Mention],
    found: list[Found],
    judge: Callable[[Sentence], list[Found]],
) -> list[Found]:
    """Return findings with what is doubted of a half, or without doubts where no half has any."""
    if sentence.cell or sentence.is_mixed:
        return found
    spans = list(_split(sentence, mentions))
    if not 1 < len(spans) <= _MOST:
        return found
    halves = [
        one._replace(start=one.start + start, end=one.end + start)
        for start, end in spans
        for one in judge(_cut(sentence, start, end))
    ]
    doubts = [one for one in halves if one.status != BORNE_OUT]
    if all(one.status == BORNE_OUT for one in found):
        return [*found, *doubts]
    return found if doubts else halves


def _joins_names(text: str, joint: re.Match[str], name: Mention) -> bool:
    """Return whether "and" joins a name with the one before it, and no two statements."""
    before = text[: joint.start()]
    return (
        joint[0].startswith(" and")
        and bool(_NAME.search(before))
        and not (_VERB.search(before) and _VERB.match(text, name.end))
    )


def _cut(sentence: Sentence, start: int, end: int) -> Sentence:
    at = sentence.offset
    return Sentence(sentence.line, at + start, at + end, sentence.heading, sentence.date)


def _split(sentence: Sentence, mentions: list[Mention]) -> Iterator[tuple[int, int]]:
    """Yield where the halves begin and end, if each begins with a name and tells something."""
    text, language = sentence.text, sentence.language
    named = [one for one in mentions if any(kind_of(entry.record) for entry in one.entries)]
    if not named or not _LEAD[language].match(text[: named[0].start]):
        return
    starts = [0]
    for one in named[1:]:
        joint = _JOINT[language].search(text[: one.start])
        if joint and not _joins_names(text, joint, one):
            starts.append(joint.end())
    spans = list(pairwise([*starts, len(text)]))
    for start, end in spans:
        own = next(one for one in named if one.start >= start)
        behind = _JOINT[language].sub("", text[own.end : end])
        if len(behind) < _LEAST[language] or _SEVERAL.match(behind) or _SAYING.search(behind):
            return
    yield from spans
