"""The words of an article on which claims rest, and which others rest on the same or nearly so."""

from collections.abc import Iterable, Iterator

from briefing.model.parts import Evidence

SHARED = 6
"""How many characters in a row two proofs share that are of the same words."""

_Piece = tuple[int, str]
"""A piece of an anchor, with the number of its paragraph."""


class Wordings:
    """The words of some proofs, which are found by the pieces that they are made of.

    Two proofs of a paragraph are of the same words if they have a run of some characters in common,
    or if one that is shorter stands in the other.
    """

    def __init__(self, proofs: Iterable[Evidence] = ()) -> None:
        self._proofs: list[Evidence] = []
        self._runs: set[_Piece] = set()
        self._short: set[int] = set()
        self._pieces: dict[int, set[_Piece]] = {}
        self.add(proofs)

    def add(self, proofs: Iterable[Evidence]) -> None:
        """Take the words of some more proofs."""
        for proof in proofs:
            length = min(SHARED, len(proof.anchor))
            self._proofs.append(proof)
            self._runs.update(_cut(proof, length))
            if length < SHARED:
                self._short.add(length)
            for other, pieces in self._pieces.items():
                pieces.update(_cut(proof, other))

    def share(self, proof: Evidence) -> bool:
        """Return whether a proof is of the same words as one of these, or nearly so."""
        length = len(proof.anchor)
        if length < SHARED:
            same = (proof.paragraph, proof.anchor) in self._pieces_of(length)
        else:
            same = not self._runs.isdisjoint(_cut(proof, SHARED))
        shorter = (one for one in self._short if one < length)
        return same or any(not self._runs.isdisjoint(_cut(proof, one)) for one in shorter)

    def _pieces_of(self, length: int) -> set[_Piece]:
        """Return all pieces of a length; only short anchors ask for them."""
        if length not in self._pieces:
            cuts = (piece for proof in self._proofs for piece in _cut(proof, length))
            self._pieces[length] = set(cuts)
        return self._pieces[length]


def _cut(proof: Evidence, length: int) -> Iterator[_Piece]:
    """Yield the pieces of an anchor that have a length."""
    for at in range(len(proof.anchor) - length + 1):
        yield proof.paragraph, proof.anchor[at : at + length]
