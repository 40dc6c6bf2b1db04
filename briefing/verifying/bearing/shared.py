"""Numbers of several things together that a sentence tells of one of them alone.

A text may give what 268 projects cost, and name some of them: none of these costs as much. So it is
with what four counties have built together.
"""

import re
from collections.abc import Iterable, Iterator

from briefing.model.records import Figure, Place, Project
from briefing.names.languages import compile_words
from briefing.verifying.aligning.clause import Clause
from briefing.verifying.aligning.clauses import Clauses
from briefing.verifying.bearing.bearers import Bearers, kind_of
from briefing.verifying.claim import BORNE_OUT, UNKNOWN, Found
from briefing.verifying.naming.naming import Entry, Mention
from briefing.verifying.numbers.kinds import is_ordinal
from briefing.verifying.numbers.texts import agrees
from briefing.verifying.sentences import Sentence

_AMONG = compile_words(
    r"such as|including|among|together|combined|as well as|like|and (?:\w+ )?other(?: \w+)?"
    r"|of which|between them|in all|total(?:ling|s)?|counties|cities|districts|projects",
    "等|包括|其中|一道|合计|之一|在内|[0-9一二三四五六七八九十两多几]+(?:个|座)?(?:[县市区]|项|大)",
)
"""What tells that a number is of more than what is named beside it."""
_TOGETHER = re.compile("共|合计|总计|[0-9一二三四五六七八九十两]+(?:个)?[县市区]")


def judge_shared(
    sentence: Sentence,
    mentions: list[Mention],
    found: Iterable[Found],
    clauses: Clauses,
    bearers: Bearers,
) -> Iterator[Found]:
    """Yield the numbers of which no text tells that they are of what a sentence names."""
    if any(_AMONG[one].search(sentence.text) for one in sentence.languages):
        return
    numbers = {one.start: one for one in sentence.numbers if not is_ordinal(one)}
    for one in found:
        figure, number = one.record, numbers.get(one.start)
        if (one.kind, one.status) != ("number", BORNE_OUT) or not isinstance(figure, Figure):
            continue
        named = _list_named(one, sentence, mentions)
        having = [
            clause
            for proof in figure.evidence
            if one.article
            for clause in clauses.of_paragraph(one.article, proof.paragraph)
            if number and agrees(number, clause, None, clauses)
        ]
        if having and (
            _is_of_others(figure, named, having, bearers) or _is_of_more(figure, named, having)
        ):
            yield one._replace(status=UNKNOWN)


def _list_named(one: Found, sentence: Sentence, mentions: list[Mention]) -> list[Entry]:
    """Return what the clause of a number names before it, if it tells nothing of the province."""
    own = sentence.clause_at(one.start)
    if any(sentence.clause_at(at) == own for at in sentence.provinces()):
        return []
    return [
        entry
        for mention in mentions
        if sentence.clause_at(mention.start) == own and mention.start < one.start
        for entry in mention.entries
        if entry.article is one.article and kind_of(entry.record)
    ]


def _is_of_others(
    figure: Figure, named: list[Entry], having: list[Clause], bearers: Bearers
) -> bool:
    """Return whether a figure is of nothing that is named, and a project or place is."""
    owners = {figure.id, *figure.about, *figure.places}
    return any(isinstance(one.record, (Project, Place)) for one in named) and not any(
        one.record.id in owners or any(bearers.are_of(clause, one) for clause in having)
        for one in named
    )


def _is_of_more(figure: Figure, named: list[Entry], having: list[Clause]) -> bool:
    """Return whether a figure is of several places together, of which only some are named."""
    places = {one.record.id for one in named if isinstance(one.record, Place)}
    own = places.intersection(figure.places)
    return (
        own == places
        and 0 < len(own) < len(figure.places)
        and any(_TOGETHER.search(one.text) for one in having)
    )
