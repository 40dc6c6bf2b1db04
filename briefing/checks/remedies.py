"""What a machine may do about findings that the source text explains, and what of it is safe.

Safe is what leaves every fact as it is, such as the width of a character in an anchor. Whatever may
hide that the text or the model was changed needs a person's consent.
"""

from collections.abc import Callable, Iterator

from briefing.checks.context import ProofContext
from briefing.checks.spelling import find_spelled, is_same_to_readers
from briefing.limits import ANCHOR_CHARACTERS
from briefing.model.article import Article
from briefing.model.parts import Evidence, Rendering, Waiver
from briefing.model.records import Figure
from briefing.problem import Amendment, Message, Path, Remedy


def keep_digest(context: ProofContext, number: int) -> Remedy | None:
    """Return that a changed paragraph is the one that is meant."""
    paragraph = context.source.paragraph(number)
    if paragraph is None:
        return None
    path = ("source", "paragraphs", number - 1)
    return Remedy(safe=False, changes=(Amendment(path, paragraph.digest),))


def renumber(
    context: ProofContext, distance: int, find_distance: Callable[[ProofContext, Evidence], int]
) -> Remedy:
    """Return that anchors which all stand as far away are given the numbers of their paragraphs."""
    changes = []
    for path, proof in context.anchors:
        if find_distance(context, proof) == distance:
            number = proof.paragraph + distance
            changes.append(Amendment((*path, "paragraph"), number))
            changes += _in_renderings(context.article, proof, "paragraph", number)
    return Remedy(safe=False, changes=tuple(changes))


def mend_anchor(context: ProofContext, path: Path, proof: Evidence) -> Remedy | None:
    """Return what mends an anchor that is not in its paragraph, with all that repeats it.

    It is spelled as it stands there, or else moved to the one paragraph that has it.
    """
    paragraph = context.source.paragraph(proof.paragraph)
    assert paragraph  # an anchor of no paragraph is told of in another way
    spelled = find_spelled(proof.anchor, paragraph.text)
    if spelled is None:
        return _move_anchor(context, path, proof)
    there = spelled[1]
    if len(there) > ANCHOR_CHARACTERS:
        return None
    changes = [Amendment((*path, "anchor"), there)]
    changes += _in_renderings(context.article, proof, "anchor", there)
    safe = is_same_to_readers(proof.anchor, there)
    if path[0] == "figures" and isinstance(path[1], int):
        own = spell_figure(context, context.article.of(Figure)[path[1]], path[:2])
        changes += own.changes if own else ()
        safe = safe and (own is None or own.safe)
    return Remedy(safe=safe, changes=tuple(changes))


def _move_anchor(context: ProofContext, path: Path, proof: Evidence) -> Remedy | None:
    """Return that an anchor is of the paragraph in which it stands, if that is only one."""
    standing = context.paragraphs_containing(proof.anchor, 2)
    if len(standing) != 1:
        return None
    changes = [Amendment((*path, "paragraph"), standing[0])]
    changes += _in_renderings(context.article, proof, "paragraph", standing[0])
    return Remedy(safe=False, changes=tuple(changes))


def spell_figure(context: ProofContext, figure: Figure, path: Path) -> Remedy | None:
    """Return that the text of a figure is spelled as it stands in the first paragraph it cites."""
    paragraph = context.source.paragraph(figure.evidence[0].paragraph)
    if paragraph is None or figure.text in paragraph.text:
        return None
    spelled = find_spelled(figure.text, paragraph.text)
    if spelled is None:
        return None
    safe = is_same_to_readers(figure.text, spelled[1])
    return Remedy(safe=safe, changes=(Amendment((*path, "text"), spelled[1]),))


def lengthen_anchor(
    context: ProofContext, path: Path, proof: Evidence, hint: Message | None
) -> Remedy | None:
    """Return that an anchor becomes a longer one that a hint suggests; none that is rendered can.

    The rendering is of the words that the anchor has now.
    """
    suggestion = hint.values.get("suggestion") if hint else None
    if suggestion is None or any(_in_renderings(context.article, proof, "anchor", suggestion)):
        return None
    return Remedy(safe=False, changes=(Amendment((*path, "anchor"), suggestion),))


def mend_waiver(context: ProofContext, index: int, waiver: Waiver) -> Remedy:
    """Return that a waiver is spelled as the text stands, or else that it goes."""
    path: Path = ("waived", index)
    paragraph = context.source.paragraph(waiver.paragraph)
    if paragraph and waiver.text not in paragraph.text:
        spelled = find_spelled(waiver.text, paragraph.text)
        if spelled and is_same_to_readers(waiver.text, spelled[1]):
            return Remedy(safe=True, changes=(Amendment((*path, "text"), spelled[1]),))
    return Remedy(safe=False, changes=(Amendment(path),))


def order_renderings(context: ProofContext) -> Remedy:
    """Return that the renderings take the order of the text, if all of them stand in it."""
    places = []
    for index, one in enumerate(context.article.of(Rendering)):
        spans = context.occurrences(one.paragraph, one.anchor)
        if not spans:
            return Remedy(safe=True, changes=())
        places.append((one.paragraph, spans[0][0], index))
    order = tuple(index for *_, index in sorted(places))
    return Remedy(safe=True, changes=(Amendment(("renderings",), order=order),))


def _in_renderings(
    article: Article, proof: Evidence, field: str, value: str | int
) -> Iterator[Amendment]:
    """Yield the same change in what renders an anchor."""
    for index, one in enumerate(article.of(Rendering)):
        if (one.paragraph, one.anchor) == (proof.paragraph, proof.anchor):
            yield Amendment(("renderings", index, field), value)
