"""What was changed between the text that a model was made of and a copy of it, and the way back.

The model keeps a digest of each paragraph, so that a paragraph of the copy can be proved to be one
of the modelled text: as it stands, joined from several lines, cut out of a longer one, or in
another spelling. It is then read as it was modelled, under its own number, and the rules see no
difference; what was changed is told once.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any, NamedTuple

from briefing.checks.spelling import Speller, Style, fold
from briefing.model.text import Paragraph, SourceText

Place = tuple[int, int]
Joined = tuple[tuple[str, ...], Any]
"""What stands between the lines that were joined, and the digest of the whole."""

_MOST_COMPARED = 1_000_000
"""With more pairs of paragraphs, those of the same number are compared, and no others."""
_MOST_PAIRED = 10_000
_MOST_JOINED = 100
_MOST_SPELLINGS = 250
_MOST_TRIED = 3_000_000
"""So many characters are tried at most in each sort of search; a text has 60,000."""
_COST = 100
"""What a trial costs besides, in characters."""


class Change(NamedTuple):
    """What was done to some paragraphs: their numbers in the model, and where the first stands.

    ``what`` is ``added``, ``missing``, ``moved``, ``merged`` (several paragraphs are one),
    ``split`` (one paragraph is several), ``respelled``, or ``changed`` in any other way. ``kinds``
    are those of a spelling. What is added has the numbers that follow those of the model.
    """

    what: str
    numbers: tuple[int, ...]
    place: Place | None
    kinds: tuple[str, ...] = ()


class Restored(NamedTuple):
    """A copy as it is read under the numbers of the model, and what was changed in it."""

    source: SourceText
    changes: tuple[Change, ...] = ()


def restore(
    copy: SourceText, digests: Sequence[str], anchors: Iterable[tuple[int, str]]
) -> Restored:
    """Return a copy with its paragraphs as they were modelled, as far as that can be proved.

    ``anchors`` are paragraph numbers and texts; by them a paragraph that was changed in some other
    way is told from one that was added.
    """
    held = [one.digest for one in copy.paragraphs]
    if not digests or list(digests) == held:
        return Restored(copy)
    search = _Search(copy.paragraphs, digests)
    for number, at, length in _same(digests, held):
        for step in range(length):
            search.take("", number + step + 1, copy.paragraphs[at + step], [at + step])
    search.prove()
    search.pair(anchors)
    return search.restored(copy.file)


def _same(digests: Sequence[str], held: Sequence[str]) -> list[tuple[int, int, int]]:
    """Return runs of equal digests in the same order: where each begins in both, and its length."""
    if len(digests) * len(held) > _MOST_COMPARED:
        pairs = enumerate(zip(digests, held, strict=False))
        return [(at, at, 1) for at, (one, other) in pairs if one == other]
    matcher = SequenceMatcher(None, digests, held, autojunk=False)
    return [(one.a, one.b, one.size) for one in matcher.get_matching_blocks()]


class _Search:
    """The search in a copy for the paragraphs that digests are of."""

    def __init__(self, paragraphs: Sequence[Paragraph], digests: Sequence[str]) -> None:
        self._paragraphs = list(paragraphs)
        self._digests = digests
        self._found: dict[int, Paragraph] = {}
        self._number_of: dict[int, int] = {}
        self._changes: list[Change] = []
        self._tried: Counter[str] = Counter()
        self._styles: list[Style] = []

    def take(
        self,
        what: str,
        number: int,
        paragraph: Paragraph,
        at: Iterable[int],
        kinds: tuple[str, ...] = (),
    ) -> None:
        """Take a paragraph as that of a number; it was made of those of the copy at ``at``."""
        self._found[number] = paragraph._replace(number=number)
        self._number_of.update(dict.fromkeys(at, number))
        if what:
            self._changes.append(Change(what, (number,), paragraph.place(), kinds))

    def prove(self) -> None:
        """Find every paragraph of which a digest proves how it was changed."""
        self._wanted: dict[str, list[int]] = {}
        for number, digest in reversed(list(enumerate(self._digests, 1))):
            if number not in self._found:
                self._wanted.setdefault(digest, []).append(number)
        at = 0
        while at < len(self._paragraphs):
            if at not in self._number_of:
                self._as_one(at) or self._of_lines(at) or self._of_parts(at)
            at += 1

    def _number(self, digest: str) -> int | None:
        """Return the number of a paragraph with this digest that is still to be found, once."""
        numbers = self._wanted.get(digest)
        return numbers.pop() if numbers else None

    def _may_try(self, what: str, length: int) -> bool:
        """Return whether a text of some length may be tried, and count it."""
        self._tried[what] += length + _COST
        return self._tried[what] < _MOST_TRIED

    def _as_one(self, at: int) -> bool:
        """Find a paragraph that stands elsewhere, or in another spelling."""
        paragraph = self._paragraphs[at]
        if number := self._number(paragraph.digest):
            self.take("moved", number, paragraph, [at])
            return True
        length = len(paragraph.text)
        if not self._may_try("spelling", 25 * (length + _COST)):  # so many changes are tried out
            return False
        speller = Speller(paragraph.text)
        for style in [*self._styles, *speller.styles()[:_MOST_SPELLINGS]]:
            variant = speller.variant(style)
            if number := self._number(hashlib.sha256(_encode(variant.text)).hexdigest()):
                places = [paragraph.place(one) for one in variant.origins]
                found = paragraph.made_of(variant.text, places)
                self.take("respelled", number, found, [at], variant.kinds)
                self._styles = [style, *(one for one in self._styles if one != style)][:5]
                return True
            if not self._may_try("spelling", length):
                break
        return False

    def _of_lines(self, at: int) -> bool:
        """Find a paragraph that is broken into several lines here.

        A blank may have stood where it was broken: everywhere, nowhere, or in one place.
        """
        text = _encode(self._paragraphs[at].text)
        tried: list[Joined] = [((), hashlib.sha256(text)), ((), hashlib.sha256(text))]
        for last in range(at + 1, min(at + _MOST_JOINED, len(self._paragraphs))):
            text = _encode(self._paragraphs[last].text)
            if last in self._number_of or not self._may_try(
                "lines", len(tried) * (len(text) + _COST)
            ):
                break
            without, blank, *once = tried
            tried = [_add(without, "", text), _add(blank, " ", text), _add(without, " ", text)]
            tried += [_add(one, "", text) for one in once]
            for joints, digest in tried:
                if number := self._number(digest.hexdigest()):
                    lines = self._paragraphs[at : last + 1]
                    self.take("split", number, _join(lines, joints), range(at, last + 1))
                    return True
        return False

    def _of_parts(self, at: int) -> bool:
        """Find the paragraphs that a paragraph begins with, one after the other."""
        whole = self._paragraphs[at]
        start, digest = 0, hashlib.sha256()
        if not self._may_try("parts", 10 * len(whole.text)):
            return False
        for end, character in enumerate(whole.text, 1):
            digest.update(_encode(character))
            if number := self._number(digest.copy().hexdigest()):
                self.take("merged", number, whole.cut(start, end), [at])
                start, digest = end, hashlib.sha256()
            elif start == end - 1 and character.isspace():
                start, digest = end, hashlib.sha256()
        return at in self._number_of

    def pair(self, anchors: Iterable[tuple[int, str]]) -> None:
        """Pair what is left: by the anchors that stand there, or in order where there are as many.

        What follows the same paragraph in the copy and in the model is left for each other.
        """
        cited: dict[int, list[str]] = {}
        for number, anchor in anchors:
            cited.setdefault(number, []).append(fold(anchor)[0])
        for numbers, places in self._left():
            if len(numbers) == len(places):
                for number, at in zip(numbers, places, strict=True):
                    self.take("changed", number, self._paragraphs[at], [at])
                continue
            if len(numbers) * len(places) > _MOST_PAIRED:
                continue
            for at in places:
                text = fold(self._paragraphs[at].text)[0]
                standing = {
                    number: sum(anchor in text for anchor in cited.get(number, ()))
                    for number in numbers
                }
                best = max(standing, key=lambda one: standing[one], default=0)
                if standing.get(best):
                    self.take("changed", best, self._paragraphs[at], [at])
                    numbers.remove(best)

    def _left(self) -> Iterator[tuple[list[int], list[int]]]:
        """Yield the numbers and the paragraphs that are left behind the same paragraph found."""
        numbers: dict[int, list[int]] = {}
        places: dict[int, list[int]] = {}
        before = 0
        for number in range(1, len(self._digests) + 1):
            if number in self._found:
                before = number
            else:
                numbers.setdefault(before, []).append(number)
        before = 0
        for at in range(len(self._paragraphs)):
            before = self._number_of.get(at, before)
            if at not in self._number_of:
                places.setdefault(before, []).append(at)
        for before, left in numbers.items():
            yield left, places.get(before, [])

    def restored(self, file: str) -> Restored:
        """Return the copy under the numbers of the model; what is added to it stands behind."""
        count = len(self._digests)
        missing = Paragraph(0, "", 1, 1)
        paragraphs = [
            self._found.get(number, missing._replace(number=number))
            for number in range(1, count + 1)
        ]
        for number in range(1, count + 1):
            if number not in self._found:
                self._changes.append(Change("missing", (number,), None))
        for at, paragraph in enumerate(self._paragraphs):
            if at not in self._number_of:
                paragraphs.append(paragraph._replace(number=len(paragraphs) + 1))
                self._changes.append(Change("added", (len(paragraphs),), paragraph.place()))
        return Restored(SourceText(file, tuple(paragraphs)), tuple(_together(self._changes)))


def _encode(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _add(before: Joined, joint: str, text: bytes) -> Joined:
    """Return lines and their digest with one more line behind a joint."""
    digest = before[1].copy()
    digest.update(joint.encode() + text)
    return (*before[0], joint), digest


def _join(lines: Sequence[Paragraph], joints: Sequence[str]) -> Paragraph:
    """Return several paragraphs as one."""
    first, *others = lines
    text, places = first.text, [first.place(one) for one in range(len(first.text))]
    for joint, line in zip(joints, others, strict=True):
        text += joint + line.text
        places += [line.place()] * len(joint)
        places += [line.place(one) for one in range(len(line.text))]
    return first.made_of(text, places)


def _together(changes: Iterable[Change]) -> Iterator[Change]:
    """Yield the changes, those of the same sort as one at the place of the first."""
    sorts: dict[tuple[str, tuple[str, ...]], list[Change]] = {}
    for one in changes:
        if one.what == "changed":
            yield one
        else:
            sorts.setdefault((one.what, one.kinds), []).append(one)
    for (what, kinds), same in sorts.items():
        numbers = sorted({number for one in same for number in one.numbers})
        yield Change(
            what,
            tuple(numbers),
            min(one.place for one in same if one.place) if same[0].place else None,
            kinds,
        )
