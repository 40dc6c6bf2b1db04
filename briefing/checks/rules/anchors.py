"""The rules on where the model says that things stand."""

import re
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from briefing.checks import evidence, remedies
from briefing.checks.context import ANOTHER_TEXT, ProofContext
from briefing.checks.naming import comparable, names_of
from briefing.checks.registry import source_rule
from briefing.checks.spelling import KINDS, differences, find_spelled, fold
from briefing.checks.unique import pieces_of
from briefing.limits import PROBLEMS_OF_A_CODE
from briefing.model.forms import compose
from briefing.model.mending import unit
from briefing.model.parts import Evidence, Part
from briefing.model.records import Record
from briefing.model.text import Paragraph
from briefing.problem import Amendment, Finding, Message, Path, Remedy, message

_MOST_LISTED = 10
_FEWEST_TOGETHER = 5
"""So many anchors that stand as far away as each other are told together."""
_TOLD = {
    "added": "changed-paragraph.added",
    "missing": "changed-paragraph.missing",
    "moved": "changed-paragraph.moved",
    "split": "changed-paragraph.split",
    "merged": "changed-paragraph.merged",
    "respelled": "changed-paragraph.respelled",
}
"""How each change that concerns whole paragraphs is told."""
_MOST_HINTS = 100
"""With more anchors missing than these the text is another one, and no hint helps."""
_LONGEST_SEARCHED = 5_000
_MOST_COMPARED = 100
_LIKENESS = 0.75


@source_rule()
def changed_paragraph(context: ProofContext) -> Iterator[Finding]:
    """The copy differs from the text that was modelled, by the digests of its paragraphs.

    `--unsafe-fixes` writes the digests of the copy, where each paragraph has kept its place.

    Passes:
        # 码头开工。
        source: {paragraphs: [digest 1, digest 2]}
    Fails:
        # 码头开工。
        source: {paragraphs: [digest 1, digest 1]}
    """
    in_place = all(change.what == "changed" for change in context.changes)
    for what, changed, place, kinds in context.changes:
        path = ("source", "paragraphs", changed[0] - 1)
        remedy = None
        if what == "changed":
            remedy = remedies.keep_digest(context, changed[0]) if in_place else None
            found = message(
                "changed-paragraph", number=changed[0], hint=_compare(context, changed[0])
            )
        else:
            shown: list[str | int] = [*changed[:_MOST_LISTED]]
            shown += ["…"] if len(changed) > _MOST_LISTED else []
            differing = [message(f"spelling.{kind}") for kind in kinds]
            found = Message(
                _TOLD[what], {"count": len(changed), "paragraphs": shown, "kinds": differing}
            )
        yield Finding(found, () if place else path, place=place, remedy=remedy)


def _compare(context: ProofContext, number: int) -> Message | None:
    """Return what the anchors of a changed paragraph show of the change."""
    paragraph = context.source.paragraph(number)
    text = paragraph.text if paragraph else ""
    anchors = [proof.anchor for _, proof in context.anchors if proof.paragraph == number]
    gone = [anchor for anchor in anchors if anchor not in text]
    if anchors and not gone:
        return message("hint.anchors-stand", count=len(anchors))
    spelled = [find_spelled(anchor, text) for anchor in gone]
    if not anchors or None in spelled:
        return None
    kinds = {
        kind
        for anchor, (_, there) in zip(gone, filter(None, spelled), strict=True)
        for kind in differences(anchor, there)
    }
    return message(
        "hint.spelled-otherwise",
        kinds=[message(f"spelling.{one}") for one in KINDS if one in kinds],
    )


@source_rule(warning=True)
def no_digests(context: ProofContext) -> Iterator[Finding]:
    """The model keeps no digests, so that a changed copy of its text would not show. A warning.

    `--fix` writes them.

    Passes:
        source: {paragraphs: [digest 1]}
    Fails:
        source: {paragraphs: []}
    """
    if not context.article.source.paragraphs:
        digests = [one.digest for one in context.source.paragraphs]
        told = message("no-digests", suggestion=digests[:PROBLEMS_OF_A_CODE])
        kept = Amendment(("source", "paragraphs"), tuple(digests))
        yield Finding(told, ("source",), remedy=Remedy(safe=True, changes=(kept,)))


@source_rule()
def anchor_not_found(context: ProofContext) -> Iterator[Finding]:
    """An anchor does not stand in the paragraph that the record names.

    Where it stands elsewhere, in the same or another width of its characters, the message says
    where; a similar text is only suggested, and never one with another digit. `--fix` spells it as
    it stands in its paragraph, where blanks, width, quotation marks or dashes differ.
    `--unsafe-fixes` takes other forms of characters, too, or the one paragraph that has the anchor.

    Passes:
        # 码头开工。
        events: [{id: start, name: {zh: 开工}, evidence: [{paragraph: 2, anchor: 码头}]}]
    Fails:
        # 码头开工。
        events: [{id: start, name: {zh: 开工}, evidence: [{paragraph: 2, anchor: 渡口}]}]
    """
    if context.is_another_text:
        every = message(ANOTHER_TEXT, count=len(context.anchors))
        yield Finding(every, ("source",))
        return
    apart = _moved_together(context)
    for distance, places in apart.items():
        counts = {"count": len(places), "first": places[0], "distance": abs(distance)}
        key = "anchor-not-found.later" if distance > 0 else "anchor-not-found.earlier"
        remedy = remedies.renumber(context, distance, _distance)
        yield Finding(Message(key, counts), ("source", "paragraphs"), remedy=remedy)
    missing = {
        one for change in context.changes if change.what == "missing" for one in change.numbers
    }
    lost = Counter(proof.paragraph for _, proof in context.anchors if proof.paragraph in missing)
    for number, count in sorted(lost.items()):
        gone = message("anchor-not-found.missing", number=number, count=count)
        yield Finding(gone, ("source", "paragraphs", number - 1))
    hints = 0
    for path, proof in context.anchors:
        paragraph = context.source.paragraph(proof.paragraph)
        if proof.paragraph in missing:
            continue
        if paragraph is None:
            last = len(context.source.paragraphs)
            known = len(context.article.source.paragraphs)
            if not known or proof.paragraph <= known:  # or else no-such-paragraph tells of it
                wrong = message("anchor-not-found.paragraph", number=proof.paragraph, last=last)
                yield Finding(wrong, (*path, "paragraph"))
        elif not context.locate_anchor(proof) and _distance(context, proof) not in apart:
            hint = _find_elsewhere(context, proof, paragraph) if hints < _MOST_HINTS else None
            hints += 1
            values = {"anchor": proof.anchor, "number": proof.paragraph, "hint": hint}
            listed = hints <= PROBLEMS_OF_A_CODE
            mended = remedies.mend_anchor(context, path, proof) if listed else None
            wrong = message("anchor-not-found", **values)
            yield Finding(wrong, (*path, "anchor"), remedy=mended)


def _moved_together(context: ProofContext) -> dict[int, list[int]]:
    """Return the paragraphs of many anchors that stand the same number of paragraphs away.

    The key is that number, which is negative where the anchors stand before their paragraphs.
    """
    found: dict[int, list[int]] = {}
    for _, proof in context.anchors:
        if distance := _distance(context, proof):
            found.setdefault(distance, []).append(proof.paragraph)
    return {
        distance: sorted(numbers)
        for distance, numbers in found.items()
        if len(numbers) >= _FEWEST_TOGETHER
    }


def _distance(context: ProofContext, proof: Evidence) -> int:
    """Return how many paragraphs away an anchor stands in the one paragraph that has it."""
    if context.occurrences(proof.paragraph, proof.anchor):
        return 0
    standing = context.paragraphs_containing(proof.anchor, 2)
    return standing[0] - proof.paragraph if len(standing) == 1 else 0


def _find_elsewhere(context: ProofContext, proof: Evidence, paragraph: Paragraph) -> Message | None:
    """Return the hint where a missing anchor stands, or what may have been meant by it."""
    if spelled := find_spelled(proof.anchor, paragraph.text):
        at, there = spelled
        line, column = paragraph.place(at)
        kinds = [message(f"spelling.{kind}") for kind in differences(proof.anchor, there)]
        return message(
            "hint.another-spelling", kinds=kinds, suggestion=there, line=line, column=column
        )
    wanted = fold(proof.anchor)[0]
    if numbers := context.paragraphs_spelling(wanted, _MOST_LISTED):
        return message("hint.stands-in", paragraphs=numbers)
    plain = compose(proof.anchor)
    near = _find_similar(plain, compose(paragraph.text[:_LONGEST_SEARCHED]))
    return message("hint.similar", suggestion=near) if near else None


def _find_similar(wanted: str, text: str) -> str | None:
    """Return the most similar piece of a text that holds the same numbers, if any is similar."""
    best, found = _LIKENESS, None
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    for start in _places_to_compare(wanted, text)[:_MOST_COMPARED]:
        piece = text[start : start + len(wanted)]
        matcher.set_seq1(piece)
        same_numbers = set(evidence.read_anchor(piece)) == set(evidence.read_anchor(wanted))
        if same_numbers and matcher.ratio() > best:
            best, found = matcher.ratio(), piece
    return found


def _places_to_compare(wanted: str, text: str) -> list[int]:
    """Return where pieces begin that share enough characters with a text to be similar to it."""
    size = len(wanted)
    lacking = Counter(wanted)
    shared, found = 0, []
    for at, character in enumerate(text):
        shared += lacking[character] > 0
        lacking[character] -= 1
        start = at - size + 1
        if start >= 0:
            if shared > _LIKENESS * size:
                found.append(start)
            lacking[text[start]] += 1
            shared -= lacking[text[start]] > 0
    return found


@source_rule(warning=True)
def ambiguous_anchor(context: ProofContext) -> Iterator[Finding]:
    """An anchor stands in several paragraphs, so that it cannot prove which one is meant.

    A warning: a longer anchor says more, and the message gives the shortest that is enough. Nothing
    is left open where the record cites all of these paragraphs, nor where the anchor is no more
    than the record's own name, short name or alias. `--unsafe-fixes` takes the longer anchor,
    unless there is a rendering of the one that is written.

    Passes:
        # 码头开工。
        # 码头不远。
        events: [{id: start, name: {zh: 开工}, evidence: [{paragraph: 2, anchor: 码头开工}]}]
    Fails:
        # 码头开工。
        # 码头不远。
        events: [{id: start, name: {zh: 开工}, evidence: [{paragraph: 2, anchor: 码头}]}]
    """
    names = {path: frozenset(_names_of(part)) for path, part in context.article.all_parts}
    added = {one for change in context.changes if change.what == "added" for one in change.numbers}
    cited: dict[Path, set[int]] = {}
    for path, proof in context.anchors:
        cited.setdefault(unit(path), set()).add(proof.paragraph)
    hints = 0
    for path, proof in context.anchors:
        if comparable(proof.anchor) in names[path[:-2]]:
            continue
        own = cited[unit(path)] | added
        standing = context.paragraphs_containing(proof.anchor, _MOST_LISTED + len(own))
        others = [number for number in standing if number not in own][:_MOST_LISTED]
        if others and context.occurrences(proof.paragraph, proof.anchor):
            hint = _find_unique(context, proof) if hints < PROBLEMS_OF_A_CODE else None
            hints += 1
            values = {"anchor": proof.anchor, "paragraphs": others, "hint": hint}
            remedy = remedies.lengthen_anchor(context, path, proof, hint)
            several = message("ambiguous-anchor", **values)
            yield Finding(several, (*path, "anchor"), remedy=remedy)


def _names_of(part: Part) -> Iterator[str]:
    """Yield the names of a record that has any, as names are compared."""
    if isinstance(part, Record) and part.TITLE == "name":
        yield from map(comparable, names_of(part))


def _find_unique(context: ProofContext, proof: Evidence) -> Message:
    """Return the hint which anchor stands only in one place, or that none is short enough."""
    text, start, stop = context.place_in_whole(proof.paragraph)
    unique = pieces_of(text).lengthen(proof.anchor, start, stop)
    if unique is None:
        return message("hint.no-unique-anchor")
    return message("hint.unique-anchor", suggestion=unique, written=_quoted(unique))


def _quoted(text: str) -> str:
    """Return a text as it is written in YAML, between quotation marks where it needs them."""
    if re.search(r"""[,\[\]{}:#"']|^[-?&*!|>%@`]""", text):
        doubled = text.replace("'", "''")
        return f"'{doubled}'"
    return text
