"""The rules on names: those of the article itself, of its records, and of partners."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from briefing.checks.context import ProofContext
from briefing.checks.naming import comparable, names_of, split_at_joints
from briefing.checks.registry import source_rule
from briefing.checks.rules.ownlines import find_other_papers
from briefing.checks.spans import find_all
from briefing.model.article import Article
from briefing.model.parts import Bilingual, Evidence
from briefing.model.records import Figure, Project, Record, Takeaway
from briefing.problem import Amendment, Finding, Message, Path, Remedy, message


@source_rule()
def source_name_not_found(context: ProofContext) -> Iterator[Finding]:
    """The title, the paper, its republisher, a reporter or the editor is not named in the text.

    The title must stand above the first sentence, and not within other words. What the text does
    not tell and you know from elsewhere is listed in `inferred`, unless a line such as 来源 names
    another paper. The ？ of a draft is no name, and is told once its `todo` is gone.

    Passes:
        # 记者甲某
        source: {reporters: [{zh: 甲某}]}
    Fails:
        # 记者甲某
        source: {reporters: [{zh: 乙某}]}
    """
    source = context.article.source
    for known in _NAMES:
        unknown: Bilingual | None = getattr(source, known)
        if unknown and _UNKNOWN.fullmatch(unknown.zh) and not source.todo:
            values = {"name": unknown.zh, "field": known, "instead": "不详"}
            missing = message("source-name-not-found.unknown", **values)
            yield Finding(missing, ("source", known, "zh"))
    whole = comparable("\n".join(paragraph.text for paragraph in context.source.paragraphs))
    for path, name in _source_names(context.article):
        if comparable(name.zh) not in whole:
            field = path[1]
            found = message("source-name-not-found", name=name.zh, field=field)
            yield Finding(found, (*path, "zh"))
        elif path[-1] == "title" and not _is_headline(context, comparable(name.zh)):
            yield Finding(message("source-name-not-found.title", name=name.zh), (*path, "zh"))
    yield from find_other_papers(context)


_NAMES = ("title", "publisher", "republisher", "editor")
"""The fields of a source that each hold a name."""
_UNKNOWN = re.compile("[?？]+")
"""What a draft has for a title or a paper that the text does not name."""
_HAN = re.compile("[\u4e00-\u9fff]")
_SHORTEST_SENTENCE = 19


def _is_headline(context: ProofContext, title: str) -> bool:
    """Return whether a title stands in a line, or two, above the first sentence of a text."""
    texts = [one.text for one in context.source.paragraphs]
    first = next((at for at, text in enumerate(texts) if _has_sentence(text)), len(texts))
    lines = [comparable(text) for text in texts[:first]]
    lines += [one + other for one, other in pairwise(lines)]
    whole = re.compile(f"(?<![\u4e00-\u9fff]){re.escape(title)}(?![\u4e00-\u9fff])")
    return any(map(whole.search, lines))


def _has_sentence(text: str) -> bool:
    """Return whether a paragraph has a sentence in Chinese, with its mark, and not only a title.

    A title may be a question.
    """
    begin = _HAN.search(text)
    text = text.rstrip(" \u3000？！")
    end = max(text.rfind(mark) for mark in "。！？")
    return begin is not None and end - begin.start() >= _SHORTEST_SENTENCE


def _source_names(article: Article) -> Iterator[tuple[Path, Bilingual]]:
    """Yield the names of a source that its text must have."""
    inferred = article.source.inferred
    for field in _NAMES:
        name: Bilingual | None = getattr(article.source, field)
        if name and field not in inferred and not _UNKNOWN.fullmatch(name.zh):
            yield ("source", field), name
    for index, reporter in enumerate(() if "reporters" in inferred else article.source.reporters):
        yield ("source", "reporters", index), reporter


@source_rule()
def name_not_found(context: ProofContext) -> Iterator[Finding]:
    """A record's Chinese name does not stand where its anchors do.

    It must touch one of them there; of a name with a colon or brackets in it, each part must. Where
    the text has only a short name or an alias, this must be made of characters of the name. So must
    a short name that does not stand there. `coined` marks a name that is ours.

    Passes:
        # 甲一码头开工。
        events: [{id: start, name: {zh: 甲一码头开工}, evidence: [{paragraph: 2, anchor: 开工}]}]
    Fails:
        # 甲一码头开工。
        events: [{id: start, name: {zh: 甲二码头开工}, evidence: [{paragraph: 2, anchor: 开工}]}]
    """
    for path, record in _named_records(context.article):
        name, *others = names_of(record)
        if not _is_named(context, name, others, record.evidence):
            yield Finding(_tell_where(context, name, record), (*path, record.TITLE, "zh"))
        short: Bilingual | None = getattr(record, "short", None)
        if short and not (
            _abbreviates(short.zh, name) or _stands_at(context, short.zh, record.evidence)
        ):
            yield Finding(message("name-not-found", name=short.zh), (*path, "short", "zh"))


def _tell_where(context: ProofContext, name: str, record: Record) -> Message:
    """Return that a name is not where a record's anchors are, and where else it stands, if it does.

    Else one would take it for a name of ours.
    """
    for proof in record.evidence:
        if comparable(name) in comparable(context.text_of(proof.paragraph)):
            return message("name-not-found.beside", name=name, paragraph=proof.paragraph)
    return message("name-not-found", name=name)


@source_rule(warning=True)
def coined_needlessly(context: ProofContext) -> Iterator[Finding]:
    """A record is `coined`, though its Chinese name stands where its anchors do. A warning.

    `--fix` takes the mark out.

    Passes:
        # 甲一码头开工。
        events: [{id: start, name: {zh: 码头动工}, coined: true,
          evidence: [{paragraph: 2, anchor: 甲一码头}]}]
    Fails:
        # 甲一码头开工。
        events: [{id: start, name: {zh: 甲一码头开工}, coined: true,
          evidence: [{paragraph: 2, anchor: 甲一码头}]}]
    """
    for path, record in context.article.all_parts:
        if not isinstance(record, Record) or not getattr(record, "coined", False):
            continue
        if _stands_at(context, record.title.zh, record.evidence):
            found = message("coined-needlessly", name=record.title.zh)
            field = (*path, "coined")
            yield Finding(found, field, remedy=Remedy(safe=True, changes=(Amendment(field),)))


def _named_records(article: Article) -> Iterator[tuple[Path, Record]]:
    """Yield the records whose names are those of the article."""
    for path, record in article.all_parts:
        if not isinstance(record, Record) or isinstance(record, Figure | Takeaway):
            continue
        if not getattr(record, "coined", False):
            yield path, record


def list_names(article: Article) -> Iterator[Path]:
    """Yield the path of every name that is compared with the text."""
    yield from (path for path, _ in _source_names(article))
    for path, record in _named_records(article):
        yield (*path, record.TITLE)
        if getattr(record, "short", None):
            yield (*path, "short")


def _is_named(
    context: ProofContext, name: str, others: Iterable[str], evidence: Sequence[Evidence]
) -> bool:
    """Return whether a name stands at its anchors, or a shorter form of it does.

    Where the text there differs from the name in a few characters only, the name is a slip.
    """
    if _stands_at(context, name, evidence):
        return True
    if not any(
        _abbreviates(other, name) and _stands_at(context, other, evidence) for other in others
    ):
        return False
    whole = comparable(name)
    texts = (context.text_of(proof.paragraph) for proof in evidence)
    return not any(_almost_stands(comparable(text), whole) for text in texts)


def _abbreviates(short: str, name: str) -> bool:
    """Return whether the characters of a short name stand in the name, in that order."""
    rest = iter(comparable(name))
    return all(character in rest for character in comparable(short))


def _almost_stands(text: str, name: str) -> bool:
    """Return whether a part of a text as long as a name has two thirds of its characters."""
    places, last = _places_of(text), len(text) - len(name)
    same = Counter(
        place - at
        for at, character in enumerate(name)
        for place in places.get(character, ())
        if 0 <= place - at <= last
    )
    return any(3 * one >= 2 * len(name) for one in same.values())


@lru_cache(maxsize=32)
def _places_of(text: str) -> dict[str, list[int]]:
    """Return where each character of a text stands, which many names ask for."""
    places: dict[str, list[int]] = {}
    for at, character in enumerate(text):
        places.setdefault(character, []).append(at)
    return places


def _stands_at(context: ProofContext, name: str, evidence: Iterable[Evidence]) -> bool:
    """Return whether every part of a name touches an anchor where that stands."""
    anchors: dict[str, set[str]] = {}
    for proof in evidence:
        text = comparable(context.text_of(proof.paragraph))
        anchors.setdefault(text, set()).add(comparable(proof.anchor))
    listed = frozenset((text, frozenset(found)) for text, found in anchors.items())
    return _touches(comparable(name), listed) or all(
        _touches(part, listed) for part in map(comparable, split_at_joints(name)) if part
    )


@lru_cache(maxsize=1024)
def _touches(name: str, anchors: frozenset[tuple[str, frozenset[str]]]) -> bool:
    """Return whether a name stands in a text where an anchor of it does, or overlaps it."""
    return any(
        anchor and text.find(anchor, max(0, start + 1 - len(anchor)), end - 1 + len(anchor)) >= 0
        for text, listed in anchors
        for start, end in find_all(text, name)
        for anchor in listed
    )


@source_rule()
def partner_not_found(context: ProofContext) -> Iterator[Finding]:
    """A partner of a project is named in none of its anchors, and not marked as inferred.

    Passes:
        # 示例集团投资的甲一码头开工。
        organisations: [{id: group, name: {zh: 示例集团}, kind: firm,
          evidence: [{paragraph: 2, anchor: 示例集团}]}]
        projects: [{id: wharf, name: {zh: 甲一码头}, status: under_construction,
          partners: [group], evidence: [{paragraph: 2, anchor: 示例集团投资的甲一码头}]}]
    Fails:
        # 示例集团投资的甲一码头开工。
        organisations: [{id: group, name: {zh: 示例集团}, kind: firm,
          evidence: [{paragraph: 2, anchor: 示例集团}]}]
        projects: [{id: wharf, name: {zh: 甲一码头}, status: under_construction,
          partners: [group], evidence: [{paragraph: 2, anchor: 甲一码头}]}]
    """
    for index, project in enumerate(context.article.of(Project)):
        if "partners" in project.inferred:
            continue
        anchors = [comparable(proof.anchor) for proof in project.evidence]
        for number, partner in enumerate(project.partners):
            names = [comparable(name) for name in names_of(context.article.by_id[partner])]
            if not any(name in anchor for name in names for anchor in anchors):
                found = message("partner-not-found", name=names[0])
                yield Finding(found, ("projects", index, "partners", number))
