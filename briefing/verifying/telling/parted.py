"""What has come about of a firm or project, held against the parts of the text that name it.

Where some firms sign, the base of another is begun and a third one goes into production, all in one
sentence between semicolons, the first ones have not gone into production.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from briefing.checks.once import once
from briefing.model.article import Article
from briefing.model.records import Organisation, Project, Record
from briefing.names.milestones import Milestone, is_told_for, list_milestones, read_milestones
from briefing.verifying.aligning.clause import Clause, list_plain_names
from briefing.verifying.aligning.clauses import Clauses
from briefing.verifying.aligning.support import doubt
from briefing.verifying.claim import Found
from briefing.verifying.naming.naming import Mention
from briefing.verifying.sentences import Sentence
from briefing.verifying.telling.milestones import find_reached

_Part = list[Clause]


def judge_parted(sentence: Sentence, mentions: list[Mention], clauses: Clauses) -> Iterator[Found]:
    """Yield the milestones that a text tells beside the named firm or project, and of others."""
    reached = [
        (milestone, span)
        for milestone in list_milestones()
        for span in find_reached(milestone, sentence, mentions)
    ]
    for mention in mentions if reached else ():
        records = [one.record for one in mention.entries if _is_firm_or_project(one.record)]
        own = sentence.clause_at(mention.start)
        said = [(one, span) for one, span in reached if sentence.clause_at(span[0]) == own]
        if not records or not said:
            continue
        naming, others = _list_parts(records, clauses)
        told = [one for part in naming for one in _read_reached(part)]
        for milestone, span in said if told else ():
            if any(is_told_for(one, milestone) for one in told):
                continue
            beside = [part for part in others if _tells(part, milestone)]
            if beside and all(_names_another(one, records, clauses) for one in beside):
                yield doubt(*span, "stage", naming[0][0])


def _is_firm_or_project(record: Record) -> bool:
    return isinstance(record, Project) or (
        isinstance(record, Organisation) and record.kind in ("firm", "institute")
    )


def _list_parts(records: list[Record], clauses: Clauses) -> tuple[list[_Part], list[_Part]]:
    """Return the parts of sentences that name one of some records, and those beside them.

    These are all others of their paragraphs.
    """
    having = clauses.list_naming(*records)
    named = set(map(id, having))
    naming: list[_Part] = []
    others: list[_Part] = []
    paragraphs = {(one.article.source.id, one.paragraph): one for one in having}
    for one in paragraphs.values():
        for first in clauses.sentences_of_paragraph(one.article, one.paragraph):
            for units in clauses.split(first):
                part = [clause for unit in units for clause in unit.clauses]
                (naming if any(id(each) in named for each in part) else others).append(part)
    return naming, others


def _read_reached(part: _Part) -> Iterator[Milestone]:
    """Yield the milestones that a part of a sentence tells as reached."""
    for one in part:
        for milestone, reached in read_milestones(one.text):
            if reached:
                yield milestone


def _tells(part: Iterable[Clause], milestone: Milestone) -> bool:
    return any(
        one.name == milestone.name for clause in part for one, _ in read_milestones(clause.text)
    )


def _names_another(part: _Part, records: list[Record], clauses: Clauses) -> bool:
    """Return whether a part names a firm or project, and none of some records."""
    own = set(map(id, records))
    named = _find_named(clauses)
    return any(named[id(one)] - own for one in part)


@once
def _find_named(clauses: Clauses) -> dict[int, set[int]]:
    """Return the firms and projects that each clause names, both by the ids of their objects.

    Each clause is asked for the pieces of it that are as long as a name.
    """
    articles = {id(one.article): one.article for one in clauses.all}
    names = {key: _read_names(article) for key, article in articles.items()}
    sizes = {key: {len(name) for name in names[key]} for key in names}
    found: dict[int, set[int]] = {}
    for one in clauses.all:
        known, text = names[id(one.article)], one.text
        pieces = {
            text[at : at + size] for size in sizes[id(one.article)] for at in range(len(text))
        }
        found[id(one)] = {record for name in pieces & known.keys() for record in known[name]}
    return found


def _read_names(article: Article) -> dict[str, set[int]]:
    """Return the firms and projects of an article by their names, by the ids of their objects."""
    names: dict[str, set[int]] = defaultdict(set)
    for record in (*article.of(Organisation), *article.of(Project)):
        for name in list_plain_names(record) if _is_firm_or_project(record) else ():
            names[name].add(id(record))
    return names
