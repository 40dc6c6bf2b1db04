"""The rules on where the model says that things stand, and on what it must not copy."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from briefing.checks import prose
from briefing.checks.case import Case, Finding
from briefing.model.records import Evidence
from briefing.model.walk import parts

_MOST_LISTED = 10
_MOST_HINTS = 100
"""With more anchors missing than these the text is another one, and no hint helps."""
_LONGEST_SEARCHED = 5_000
_MOST_COMPARED = 100

LONGEST_COPY = 20
"""So many Chinese characters in a row are a copy of the text, not a name in it."""

_HAN = re.compile("[\u4e00-\u9fff]+")


def changed_paragraph(case: Case) -> Iterator[Finding]:
    """The copy differs from the text that was modelled, by the digests of its paragraphs."""
    digests = case.article.source.paragraphs
    copy = case.source.paragraphs
    if not digests:
        return
    if len(digests) != len(copy):
        message = f"the copy has {len(copy)} paragraphs, the modelled text {len(digests)}"
        yield Finding(message, ("source", "paragraphs"))
    known = set(digests)
    for paragraph, digest in zip(copy, digests, strict=False):
        if paragraph.digest != digest:
            moved = paragraph.digest in known
            what = "stands elsewhere in the modelled text" if moved else "is not as modelled"
            yield Finding(f"paragraph {paragraph.number} {what}", None, paragraph)


def no_digests(case: Case) -> Iterator[Finding]:
    """The model keeps no digests, so that a changed copy of its text would not show. A warning."""
    if not case.article.source.paragraphs:
        yield Finding("the model has no digests of its paragraphs", ("source",))


def anchor_not_found(case: Case) -> Iterator[Finding]:
    """An anchor does not stand in the paragraph that the record names.

    Where it stands elsewhere, in the same or another width of its characters, the message says
    where; a near text is only suggested, and never one with another digit.
    """
    hints = 0
    for path, proof in case.anchors:
        paragraph = case.source.paragraph(proof.paragraph)
        if paragraph is None:
            last = len(case.source.paragraphs)
            message = f"paragraph {proof.paragraph} is none of the source's {last}"
            yield Finding(message, (*path, "paragraph"))
        elif proof.anchor not in paragraph.text:
            hint = _moved(case, proof, paragraph.text) if hints < _MOST_HINTS else ""
            hints += 1
            message = f"{proof.anchor!r} is not in paragraph {proof.paragraph}{hint}"
            yield Finding(message, (*path, "anchor"))


def _moved(case: Case, proof: Evidence, text: str) -> str:
    wanted = unicodedata.normalize("NFKC", proof.anchor)
    folded = unicodedata.normalize("NFKC", text)
    if wanted in folded:
        return "; it stands there in another width"
    if numbers := case.standing(wanted, _MOST_LISTED, folded=True):
        return f"; it stands in {', '.join(map(str, numbers))}"
    near = _nearest(wanted, folded[:_LONGEST_SEARCHED])
    return f"; did you mean {near!r}?" if near else ""


def _nearest(wanted: str, text: str) -> str | None:
    best, found = 0.75, None
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(wanted)
    for start in _alike(wanted, text)[:_MOST_COMPARED]:
        piece = text[start : start + len(wanted)]
        matcher.set_seq1(piece)
        if matcher.ratio() > best and prose.held(piece) == prose.held(wanted):
            best, found = matcher.ratio(), piece
    return found


def _alike(wanted: str, text: str) -> list[int]:
    """Where a piece begins that shares over three quarters of its characters with a text."""
    size = len(wanted)
    lacking = Counter(wanted)
    shared, found = 0, []
    for at, character in enumerate(text):
        shared += lacking[character] > 0
        lacking[character] -= 1
        start = at - size + 1
        if start >= 0:
            if shared > 0.75 * size:
                found.append(start)
            lacking[text[start]] += 1
            shared -= lacking[text[start]] > 0
    return found


def ambiguous_anchor(case: Case) -> Iterator[Finding]:
    """An anchor stands in several paragraphs, so that it cannot prove which one is meant.

    A warning: a longer anchor says more.
    """
    for path, proof in case.anchors:
        standing = case.standing(proof.anchor, _MOST_LISTED + 1)
        others = [number for number in standing if number != proof.paragraph][:_MOST_LISTED]
        if others and case.occurrences(proof.paragraph, proof.anchor):
            where = ", ".join(map(str, others))
            yield Finding(f"{proof.anchor!r} stands in {where} too", (*path, "anchor"))


def copied_text(case: Case) -> Iterator[Finding]:
    """A text of the model has 20 or more Chinese characters of the source in a row."""
    source = {
        han[start : start + LONGEST_COPY]
        for paragraph in case.source.paragraphs
        for han in ["".join(_HAN.findall(paragraph.text))]
        for start in range(len(han) - LONGEST_COPY + 1)
    }
    for path, part in parts(case.article):
        for name in part.__struct_fields__:
            text = getattr(part, name)
            if isinstance(text, str):
                han = "".join(_HAN.findall(text))
                for start in range(len(han) - LONGEST_COPY + 1):
                    if han[start : start + LONGEST_COPY] in source:
                        copied = han[start : start + LONGEST_COPY]
                        yield Finding(f"{copied!r} is copied from the source", (*path, name))
                        break
