"""What stands beside a paragraph on the page of a proof: problems, gaps, and the claims."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from markupsafe import Markup

from briefing.checks.faults import Fault
from briefing.checks.passages import Claim, Passage, Proof
from briefing.checks.spans import Span
from briefing.document import Line, Phrase
from briefing.output.html.element import EMPTY, SPACE, element, enclose, join
from briefing.output.html.proof_text import level, mark_ids, quote, style_of, visible
from briefing.output.html.text import ENGLISH, PLAIN, render_phrase
from briefing.problem import Path
from briefing.words.catalogue import fill
from briefing.words.messages import sentence

Issue = tuple[str, int]
"""What is told of a gap or a fault: ``gap`` or ``fault``, and its position in the paragraph."""


LEVELS = {"error": "proof.error", "warning": "proof.warning", "note": "proof.note"}
"""What each level of problems is called, by its class on the page."""
_GAPS = {
    "quantity": "proof.gap-quantity",
    "term": "proof.gap-term",
    "person": "proof.gap-person",
}


_MOST_MARKS = 40
"""So many other paragraphs are named that a claim rests on."""


class _Group(NamedTuple):
    """The claims of one record that cite a paragraph: itself, if it does, and its parts."""

    of: Path
    own: int | None
    parts: list[int]


class SideWriter:
    """Writes what stands beside paragraphs; ``said`` has the words of the claims by their paths.

    ``names`` are the sections with their headings.
    """

    def __init__(
        self, proof: Proof, said: Mapping[Path, Line], names: Mapping[str, Phrase]
    ) -> None:
        self._proof = proof
        self._said = said
        self._chips = {
            name: element("span", render_phrase(one), class_=f"chip {style_of(name, names)}")
            for name, one in names.items()
        }
        self._renderings = proof.article.renderings_of
        self._marks: dict[tuple[int, int], list[int]] = {}
        self._ids: dict[int, list[str]] = {}
        self._here: dict[tuple[int, int, str], int] = {}
        self._others: dict[int, list[int]] = {}
        self._anchored: dict[int, dict[int, list[str]]] = {}
        self._first: dict[int, int] = {}
        for passage in proof.passages:
            self._ids[passage.number] = mark_ids(passage)
            for position, mark in enumerate(passage.marks):
                text = passage.text[mark.start : mark.end]
                for claim in mark.claims:
                    self._marks.setdefault((passage.number, claim), []).append(position)
                    self._here.setdefault((passage.number, claim, text), position)
            for claim in passage.claims:
                self._first.setdefault(claim, passage.number)
        self._addresses = list(_addresses(proof))
        self._at = {claim.path: at for at, claim in enumerate(proof.claims) if claim.path}

    def address(self, number: int, claim: int) -> str:
        """Return where a claim stands beside a paragraph: the first time by its own address."""
        own = self._addresses[claim]
        return own if self._first.get(claim, number) == number else f"p{number}_{own}"

    def issues(self, passage: Passage) -> dict[Issue, str]:
        """Return the addresses of what is told of the gaps and the faults of a paragraph.

        A gap of which the check tells is told of once.
        """
        found: dict[Issue, str] = {}
        for position in range(len(passage.faults)):
            found["fault", position] = f"p{passage.number}_i{position}"
        for position, told in enumerate(_faults_of_gaps(passage)):
            own = f"p{passage.number}_n{position}"
            found["gap", position] = own if told is None else found["fault", told]
        return found

    def write(self, passage: Passage) -> Iterator[Markup]:
        """Yield what is wrong or missing in a paragraph, and the claims that rest on it."""
        yield from enclose("ul", self._tell(passage), class_="issues")
        if passage.claims:
            yield from self._write_claims(passage.claims, passage.number)
        else:
            nothing = fill("proof.nothing", "both")
            yield element("p", render_phrase(nothing), class_="nothing")

    def write_lost(self, claims: Iterable[int]) -> Iterator[Markup]:
        """Yield the claims that cite no paragraph of the text."""
        return self._write_claims(claims, 0)

    def _write_claims(self, claims: Iterable[int], number: int) -> Iterator[Markup]:
        records = (self._record(group, number) for group in self._group(claims))
        return enclose("ul", records, class_="claims")

    def write_faults(self, faults: Iterable[Fault]) -> Markup:
        """Return the problems that are at no place of the text."""
        told = (self._fault(one, f"p0_i{at}", None, 0) for at, one in enumerate(faults))
        return element("ul", *told, class_="issues")

    def _tell(self, passage: Passage) -> Iterator[Markup]:
        number, told = passage.number, _faults_of_gaps(passage)
        of_gaps = set(told)
        for position, fault in enumerate(passage.faults):
            place = f"p{number}_f{position}" if fault.span else None
            is_gap = position in of_gaps
            yield self._fault(fault, f"p{number}_i{position}", place, number, is_gap=is_gap)
        for position, gap in enumerate(passage.gaps):
            if told[position] is None:
                text = passage.text[gap.start : gap.end]
                words = _name_gap(gap.kind, text)
                link = element("a", words, href=f"#p{number}_g{position}")
                yield element(
                    "li",
                    _call_gap(),
                    SPACE,
                    link,
                    class_="issue missing",
                    id=f"p{number}_n{position}",
                    tabindex="-1",
                    data_step="gap",
                    data_at=f"p{number}_g{position}",
                )

    def _fault(
        self, fault: Fault, name: str, place: str | None, number: int, *, is_gap: bool = False
    ) -> Markup:
        problem = fault.problem
        claim = self._find_claim(problem.path)
        kind = level(problem)
        words = PLAIN.phrase(sentence(problem.message))
        where = visible(f"{problem.file}:{problem.line}:{problem.column}")
        parts = (
            element("span", render_phrase(fill(LEVELS[kind], "both")), class_="level"),
            element("a", words, href=f"#{place}") if place else words,
            EMPTY if claim is None else self._link_claim(claim, number),
            element("code", f"{problem.code} · {where}", class_="where", lang="en"),
        )
        steps = ["problem" if kind != "note" else "note", *(["gap"] if is_gap else [])]
        return element(
            "li",
            join(parts, SPACE),
            class_=f"issue {kind}" + (" missing" if is_gap else ""),
            id=name,
            tabindex="-1",
            data_step=" ".join(steps),
            data_at=place,
        )

    def _find_claim(self, path: Path) -> int | None:
        """Return the claim that a problem at a path is of: the innermost that holds the path."""
        above = (path[:length] for length in range(len(path), 0, -1))
        return next((self._at[one] for one in above if one in self._at), None)

    def _link_claim(self, claim: int, number: int) -> Markup:
        """Return a link to the record of a claim, beside the paragraph if it stands there."""
        id_ = self._addresses[claim].partition("_")[0]
        return element("a", f"→ {id_}", href=f"#{self.address(number, claim)}", lang="en")

    def _group(self, claims: Iterable[int]) -> list[_Group]:
        """Return the claims by their records, in the order of the first of each."""
        groups: dict[Path, _Group] = {}
        for position in claims:
            claim = self._proof.claims[position]
            group = groups.setdefault(claim.of, _Group(claim.of, None, []))
            if claim.path == claim.of:
                groups[claim.of] = group._replace(own=position)
            else:
                group.parts.append(position)
        return list(groups.values())

    def _record(self, group: _Group, number: int) -> Markup:
        """Return a record with its parts; without its own anchors where only they stand here."""
        claim = self._proof.claims[group.parts[0] if group.own is None else group.own]
        line = self._said[group.of]
        section = self._chips[claim.section]
        code = element("code", claim.record, lang="en") if claim.record else EMPTY
        title = element("b", PLAIN.cell(line.text))
        parts = [
            element("li", *self._claim(one, number), **self._own(one, number))
            for one in group.parts
        ]
        below = element("ul", *parts, class_="parts") if parts else EMPTY
        if group.own is None:
            return element("li", element("p", join((section, title, code), SPACE)), below)
        words = (section, title, *self._remarks(group.own, number), code)
        head = element("p", join(words, SPACE))
        own = self._own(group.own, number)
        return element("li", element("div", head, self._anchors(group.own, number), **own), below)

    def _claim(self, position: int, number: int) -> tuple[Markup, Markup]:
        said = PLAIN.cell(self._said[self._proof.claims[position].path].text)
        words = (said, *self._remarks(position, number))
        return element("p", join(words, SPACE)), self._anchors(position, number)

    def _own(self, position: int, number: int) -> dict[str, str | None]:
        """Return the attributes of the element that a claim is: its address and its marks here."""
        marks = self._marks.get((number, position), [])
        return {
            "class_": "claim",
            "id": self.address(number, position),
            "tabindex": "-1",
            "data_m": " ".join(map(str, marks)) if marks else None,
        }

    def _remarks(self, position: int, number: int) -> Iterator[Markup]:
        """Yield how far a claim holds and who says it, and where else it stands."""
        claim = self._proof.claims[position]
        remark = self._said[claim.path].remark
        if remark:
            yield PLAIN.remark(remark)
        if position not in self._others:
            self._others[position] = [one for one in claim.paragraphs() if one in self._ids]
        others = self._others[position]
        shown = [one for one in others[: _MOST_MARKS + 1] if one != number][:_MOST_MARKS]
        yield from (self._mark(one, position) for one in shown)
        if more := len(others) - (number in self._ids) - len(shown):
            yield PLAIN.remark(fill("remark.more", "both", n=Phrase(str(more))))

    def _mark(self, number: int, position: int) -> Markup:
        """Return the number of another paragraph, as a link to where a claim stands in it."""
        marks = self._marks.get((number, position))
        target = self._ids[number][marks[0]] if marks else f"p{number}"
        return element("a", f"¶{number}", href=f"#{target}", class_="mark")

    def _anchors(self, position: int, number: int) -> Markup:
        """Return the anchors of a claim in a paragraph, each a link to where it stands."""
        if position not in self._anchored:
            self._anchored[position] = _texts(self._proof.claims[position])
        texts = self._anchored[position].get(number, ())
        quoted = [self._quote(position, number, text) for text in texts]
        return element("p", *quoted, class_="anchors") if quoted else EMPTY

    def _quote(self, position: int, number: int, text: str) -> Markup:
        here = self._here.get((number, position, text))
        quoted = quote(text, None if here is None else self._ids[number][here])
        literal = self._renderings.get((number, text))
        said = [quoted]
        if literal:
            said.append(element("span", literal, lang=ENGLISH, class_="literal"))
        if here is None:
            words = render_phrase(fill("proof.not-here", "both"))
            said.append(element("span", words, class_="lost"))
        return element("span", join(said, SPACE), class_="anchor")


@lru_cache(maxsize=1024)
def _name_gap(kind: str, text: str) -> Markup:
    """Return what a gap of a kind is called; of many, most are of the same words."""
    return PLAIN.phrase(fill(_GAPS[kind], "both", text=Phrase(visible(text))))


@cache
def _call_gap() -> Markup:
    """Return the word for a gap, as it stands before each."""
    return element("span", render_phrase(fill("proof.one-gap", "both")), class_="level")


def _texts(claim: Claim) -> dict[int, list[str]]:
    """Return the anchors of a claim by their paragraphs, and all of them under 0."""
    found: dict[int, dict[str, None]] = {}
    for one in claim.evidence:
        for number in (0, one.paragraph):
            found.setdefault(number, {})[one.anchor] = None
    return {number: list(texts) for number, texts in found.items()}


def _faults_of_gaps(passage: Passage) -> list[int | None]:
    """Return for each gap of a paragraph the position of the problem that the check reports of it.

    There is none where the check reports nothing.
    """
    first: dict[tuple[str, Span | None], int] = {}
    for at, one in enumerate(passage.faults):
        first.setdefault((one.problem.code, one.span), at)
    return [first.get((f"{gap.kind}-not-covered", (gap.start, gap.end))) for gap in passage.gaps]


def _addresses(proof: Proof) -> Iterator[str]:
    """Yield the address of each claim: the id of a record, and the way to a part behind it.

    Addresses of the page itself have underscores, which ids have not; those of paragraphs are kept
    for these.
    """
    taken = {f"p{passage.number}" for passage in proof.passages}
    for claim in proof.claims:
        steps = claim.path[len(claim.of) :] if claim.record else claim.path
        name = "_".join(map(str, (claim.record, *steps) if claim.record else steps))
        if not claim.record:
            name = f"model_{name}"
        while name in taken:
            name = f"{name}_again"
        taken.add(name)
        yield name
