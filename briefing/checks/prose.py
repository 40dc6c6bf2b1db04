"""The rule on the numbers in our own prose."""

from collections.abc import Iterator

from briefing.checks import numbers
from briefing.checks.context import ProofContext
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
    figures = {figure.id: figure for figure in context.article.of(Figure)}
    about: dict[str, list[Figure]] = {}
    for figure in figures.values():
        for name in figure.about:
            about.setdefault(name, []).append(figure)
    for path, part, proofs in _parts_with_evidence(context.article):
        linked = [figures[name] for name in getattr(part, "about", ()) if name in figures]
        linked += about.get(getattr(part, "id", ""), [])
        evidence = [*proofs, *(proof for figure in linked for proof in figure.evidence)]
        known = {pair for proof in evidence for pair in _read_evidence(context, proof)}
        for text_path, text in _own_texts(part, path):
            read = {
                "zh": numbers.read_chinese(text.zh, context.date),
                "en": numbers.read_english(text.en or "", context.date),
            }
            outside = text_path[-1] == "gloss" and not getattr(part, "spelled_out", True)
            for lang, other in (("zh", "en"), ("en", "zh")):
                there = numbers.all_values(read[other]) if outside else ()
                for number in read[lang]:
                    if numbers.is_among(number, there):
                        continue
                    if not _is_proved(context, number, known):
                        unproved = message("number-unproved", number=number.words)
                        yield Finding(unproved, (*text_path, lang))


def _is_proved(
    context: ProofContext, number: numbers.Number, known: set[tuple[numbers.Value, str | None]]
) -> bool:
    if number.quoted:
        return any(number.words in one.text for one in context.source.paragraphs)
    return numbers.bears_out(number, known)


def _read_evidence(context: ProofContext, proof: Evidence) -> set[tuple[numbers.Value, str | None]]:
    """Return the numbers of an anchor where it stands, with their units.

    A quantity that the anchor cuts is none of its numbers. The numerals of names in it have no
    unit. An anchor that does not stand there is read alone.
    """
    spans = context.occurrences(proof.paragraph, proof.anchor)
    if not spans:
        return set(numbers.read_anchor(proof.anchor, context.date))
    found: set[tuple[numbers.Value, str | None]] = set()
    for start, end in spans:
        touched = [
            one
            for one in context.quantities_overlapping(proof.paragraph, start, end)
            if one.kind != "name"
        ]
        found.update(
            (value, one.unit)
            for one in touched
            if start <= one.offset and one.offset + len(one.text) <= end
            for value in numbers.held_values(one)
        )
        taken = [range(one.offset - start, one.offset - start + len(one.text)) for one in touched]
        found.update((value, None) for value in numbers.read_names(proof.anchor, taken))
    return found


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
