"""Whether what a sentence tells as one of several things is one of them in the models."""

import re
from collections.abc import Iterator
from itertools import islice

from briefing.model.records import Place, Project
from briefing.verifying.aligning.clause import Clause
from briefing.verifying.aligning.clauses import MOST_ASKED, Clauses
from briefing.verifying.aligning.support import doubt
from briefing.verifying.claim import Found
from briefing.verifying.naming.naming import Mention
from briefing.verifying.naming.numbered import CARDINALS
from briefing.verifying.sentences import Sentence

_ONE_OF = {
    "en": re.compile(rf"\bone of (?:the|its|their) [“‘\"]?(?P<of>{'|'.join(CARDINALS)})\b", re.I),
    "zh": re.compile(
        '[“‘"]?(?P<of>[一二三四五六七八九十两][\u4e00-\u9fff]{1,3})[”’"]?(?:之一|中的一[个圈群廊港区带])'
    ),
}
"""What tells that something is one of a counted set: one of the three ports."""
_COUNTED = re.compile("([两二三四五六七八九十])个?(?=[^，。；]{1,14}(?:之一|[中里]的?一))")
"""How many things there are in a Chinese text of which something is one."""
_NUMERALS = dict(zip(CARDINALS, "一二三四五六七八九十", strict=True))


def judge_one_of(sentence: Sentence, mentions: list[Mention], clauses: Clauses) -> Iterator[Found]:
    """Yield what something is told to be one of, where all clauses that name it tell of another.

    So is a port one of the three ports, and of no three circles. English tells of them by how many
    there are.
    """
    for language in sentence.languages:
        for said in islice(_ONE_OF[language].finditer(sentence.text), MOST_ASKED):
            naming = _list_naming(sentence, said.start(), mentions, clauses)
            if language == "en":
                name = _NUMERALS[said["of"].lower()]
                found = [(each[1], one) for one in naming for each in _COUNTED.finditer(one.text)]
                told = [(count.replace("两", "二"), one) for count, one in found]
            else:
                name = said["of"]
                told = [
                    (each["of"], one) for one in naming for each in _ONE_OF["zh"].finditer(one.text)
                ]
            if told and not any(each == name for each, _ in told):
                yield doubt(*said.span("of"), "name", told[0][1])


def _list_naming(
    sentence: Sentence, at: int, mentions: list[Mention], clauses: Clauses
) -> list[Clause]:
    """Return the clauses that name what the clause of a sentence at an offset does.

    If that names nothing, they are those that clearly tell the same.
    """
    own = sentence.clause_at(at)
    named = [
        entry.record
        for one in mentions
        if sentence.clause_at(one.start) == own
        for entry in one.entries
    ]
    if not any(isinstance(one, (Place, Project)) for one in named):
        return list(clauses.sentences_of(clauses.align_closely(sentence, at, mentions)[:1]))
    return [one for record in named for one in clauses.list_naming(record)]
