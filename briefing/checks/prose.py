"""The rules on the numbers in our own prose."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from briefing.checks import evidence, numbers
from briefing.checks.agreement import Fault, Verdict, judge
from briefing.checks.context import ProofContext
from briefing.checks.evidence import Held
from briefing.checks.registry import source_rule
from briefing.model.article import Article
from briefing.model.parts import Bilingual, Evidence, Part, parts
from briefing.model.records import Figure
from briefing.problem import Finding, Path, message


@source_rule()
def number_unproved(context: ProofContext) -> Iterator[Finding]:
    """A number in our own prose, in either language, is none that the evidence holds.

    The evidence is the record's own, and that of the figures that it is about or that are about
    it. Units must match: "5 years" in the evidence does not support "5 strategies" in our text. A
    name in quotation marks that holds a numeral must stand in the source. The gloss of a term that
    is not spelled out is general knowledge: a number in it may come from elsewhere, but must be the
    same in both languages.

    Passes:
        # 项目24项。
        events: [{id: start, name: {zh: 24项, en: 24 projects},
          evidence: [{paragraph: 2, anchor: 24项}]}]
    Fails:
        # 项目24项。
        events: [{id: start, name: {zh: 24项, en: 42 projects},
          evidence: [{paragraph: 2, anchor: 24项}]}]
    """
    for said in _judged_numbers(context):
        if said.verdict.fault == Fault.VALUE:
            yield Finding(message("number-unproved", number=said.number.words), said.path)


@source_rule()
def qualifier_unproved(context: ProofContext) -> Iterator[Finding]:
    """A number in our own prose is qualified as the evidence does not qualify it.

    近 in the evidence is nearly or almost, 超 is more than, 至少 at least. A number that is rounded
    down may be called more than so much, and one that is rounded up nearly so much.

    Passes:
        # 总投资近300亿元。
        events: [{id: start, name: {zh: 总投资, en: an investment of nearly CNY 30 billion},
          evidence: [{paragraph: 2, anchor: 总投资近300亿元}]}]
    Fails:
        # 总投资近300亿元。
        events: [{id: start, name: {zh: 总投资, en: an investment of over CNY 30 billion},
          evidence: [{paragraph: 2, anchor: 总投资近300亿元}]}]
    """
    for said in _judged_numbers(context):
        if said.verdict.fault == Fault.QUALIFIER:
            yield said.finding("qualifier-unproved")


@source_rule(warning=True)
def qualifier_dropped(context: ProofContext) -> Iterator[Finding]:
    """A number in our own prose lacks the qualifier that it has in the evidence. A warning.

    Passes:
        # 总投资近300亿元。
        events: [{id: start, name: {zh: 总投资近300亿元},
          evidence: [{paragraph: 2, anchor: 总投资近300亿元}]}]
    Fails:
        # 总投资近300亿元。
        events: [{id: start, name: {zh: 总投资300亿元}, coined: true,
          evidence: [{paragraph: 2, anchor: 总投资近300亿元}]}]
    """
    for said in _judged_numbers(context):
        if said.verdict.fault == Fault.DROPPED:
            yield said.finding("qualifier-dropped")


@source_rule()
def change_reversed(context: ProofContext) -> Iterator[Finding]:
    """A rise in the evidence is told as a fall in our own prose, or a fall as a rise.

    Passes:
        # 产量增长5%。
        events: [{id: start, name: {zh: 产量, en: output up 5 per cent},
          evidence: [{paragraph: 2, anchor: 产量增长5%}]}]
    Fails:
        # 产量增长5%。
        events: [{id: start, name: {zh: 产量, en: output down 5 per cent},
          evidence: [{paragraph: 2, anchor: 产量增长5%}]}]
    """
    for said in _judged_numbers(context):
        if said.verdict.fault == Fault.DIRECTION:
            yield said.finding("change-reversed")


class _Judged(NamedTuple):
    """A number that our prose states at a path, and what is to be said of it."""

    number: numbers.Number
    verdict: Verdict
    path: Path

    def finding(self, key: str) -> Finding:
        """Return a finding that names the number and what the evidence holds instead."""
        assert self.verdict.held
        return Finding(
            message(key, number=self.number.words, found=self.verdict.held.words), self.path
        )


@lru_cache(maxsize=1)
def _judged_numbers(context: ProofContext) -> list[_Judged]:
    """Return every number in our own prose; several rules need them."""
    return list(_judge_numbers(context))


def _judge_numbers(context: ProofContext) -> Iterator[_Judged]:
    figures = {figure.id: figure for figure in context.article.of(Figure)}
    about: dict[str, list[Figure]] = {}
    for figure in figures.values():
        for name in figure.about:
            about.setdefault(name, []).append(figure)
    for path, part, own in _parts_with_evidence(context.article):
        linked = [figures[name] for name in getattr(part, "about", ()) if name in figures]
        linked += about.get(getattr(part, "id", ""), [])
        proofs = [*own, *(proof for figure in linked for proof in figure.evidence)]
        known = {held for proof in proofs for held in _read_evidence(context, proof)}
        for text_path, text in _own_texts(part, path):
            read = {
                "zh": numbers.read_chinese(text.zh, context.date),
                "en": numbers.read_english(text.en or "", context.date),
            }
            outside = text_path[-1] == "gloss" and not getattr(part, "spelled_out", True)
            for lang, other in (("zh", "en"), ("en", "zh")):
                there = numbers.all_values(read[other]) if outside else ()
                for number in read[lang]:
                    if not numbers.is_among(number, there):
                        yield _Judged(number, _judge(context, number, known), (*text_path, lang))


def _judge(context: ProofContext, number: numbers.Number, known: set[Held]) -> Verdict:
    if number.quoted:
        stands = any(number.words in one.text for one in context.source.paragraphs)
        return Verdict(Fault.NONE if stands else Fault.VALUE)
    return judge(number, known)


def _read_evidence(context: ProofContext, proof: Evidence) -> Iterator[Held]:
    """Yield the numbers of an anchor where it stands; one that does not stand is read alone."""
    paragraph = context.source.paragraph(proof.paragraph)
    spans = context.occurrences(proof.paragraph, proof.anchor)
    if not spans or paragraph is None:
        yield from evidence.read_anchor(proof.anchor, context.date)
        return
    for start, end in spans:
        touched = context.quantities_overlapping(proof.paragraph, start, end)
        amounts = [one for one in touched if one.kind != "name"]
        yield from evidence.read_span(paragraph.text, start, end, amounts)


def _parts_with_evidence(article: Article) -> Iterator[tuple[Path, Part, list[Evidence]]]:
    """Yield every part that has evidence, with its path and all evidence that may bear it out."""
    outer: dict[Path, list[Evidence]] = {}
    for path, part in article.all_parts:
        evidence = getattr(part, "evidence", None)
        if evidence is not None:
            above = (outer.get(path[:length], []) for length in range(1, len(path)))
            outer[path] = list(evidence)
            own = [proof for _, proof in parts(part) if isinstance(proof, Evidence)]
            yield path, part, own + [proof for proofs in above for proof in proofs]


def _own_texts(part: Part, path: Path) -> Iterator[tuple[Path, Bilingual]]:
    """Yield the texts that a part holds itself, not those of parts with evidence of their own."""
    for name in part.__struct_fields__:
        value = getattr(part, name)
        for index, item in enumerate(value) if isinstance(value, tuple) else [(None, value)]:
            if isinstance(item, Bilingual):
                yield (*path, name) if index is None else (*path, name, index), item
