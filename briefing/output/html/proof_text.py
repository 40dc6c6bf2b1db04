"""The text of a paragraph on the page of a proof: each stretch of it with the lines under it.

A stretch of text is a link to the first claim that rests on it or, where something is wrong or
missing there, to what is told of that. Each line under it is an element inside the one before, so
that lines can overlap in any way, and continue from one stretch to the next.
"""

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence

from markupsafe import Markup, escape

from briefing.checks.passages import Passage, Segment
from briefing.document import Phrase
from briefing.output.html.element import element, enclose
from briefing.output.html.text import CHINESE, data_attributes
from briefing.problem import Problem

_Attributes = dict[str, str | None]
_LANES = 6
"""So many lines are drawn under a text; those of further lanes are one line together."""
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
_STYLES = 12
"""How many sorts of lines the style of the page has."""


def style_of(section: str, names: Mapping[str, Phrase]) -> str:
    """Return the class of a section's line and colour, by its place among all sections."""
    return f"s{list(names).index(section) % _STYLES}"


def shorten(name: Phrase) -> Phrase:
    """Return the small letters for the name of a section: two of the English, one character."""
    return Phrase(name.chinese[:1], name.english[:2])


def level(problem: Problem) -> str:
    """Return the class of a problem: ``error``, ``warning`` or ``note``."""
    return "note" if problem.note else "warning" if problem.warning else "error"


def visible(text: str) -> str:
    r"""Return a text with the code of each character that would not be seen or move others.

    >>> visible("a\u202eb\u3000")
    'a[U+202E]b\u3000'
    """
    if text.isprintable():
        return text
    return "".join(
        f"[U+{ord(one):04X}]" if unicodedata.category(one) in _UNSEEN else one for one in text
    )


def mark_ids(passage: Passage) -> list[str]:
    """Return the id of the element at which each mark of a paragraph begins.

    Marks beyond the lanes that are drawn share an element where they begin together.
    """
    first: dict[int, int] = {}
    found = []
    for position, mark in enumerate(passage.marks):
        at = position if mark.lane < _LANES else first.setdefault(mark.start, position)
        found.append(f"p{passage.number}_m{at}")
    return found


class PassageWriter:
    """Writes the texts of paragraphs; ``names`` are the sections with their headings.

    ``address`` returns where a claim stands beside a paragraph: it is given the number of the
    paragraph and the position of the claim.
    """

    def __init__(self, names: Mapping[str, Phrase], address: Callable[[int, int], str]) -> None:
        self._address = address
        self._styles = {name: style_of(name, names) for name in names}
        self._labels = {name: data_attributes(shorten(one)) for name, one in names.items()}

    def write(self, passage: Passage, issues: Mapping[tuple[str, int], str]) -> Iterator[Markup]:
        """Yield a paragraph, a stretch at a time.

        ``issues`` has the addresses of what is told of gaps and faults. Its keys are ``gap`` or
        ``fault`` and the position in the paragraph.
        """
        ids = mark_ids(passage)
        lanes = min(passage.lanes, _LANES + 1)
        content = (self._segment(passage, one, ids, issues) for one in passage.segments)
        return enclose("p", content, class_=f"text lanes{lanes}", lang=CHINESE)

    def _segment(
        self,
        passage: Passage,
        segment: Segment,
        ids: list[str],
        issues: Mapping[tuple[str, int], str],
    ) -> Markup:
        raw = passage.text[segment.start : segment.end]
        layers, heads = self._layers(passage, segment, ids)
        if not layers:
            text = escape(visible(raw))
            return element("span", text, class_="bare") if segment.bare else text
        text = _with_letters(raw, heads)
        for layer in layers[:0:-1]:
            text = element("span", text, **layer)
        outermost = layers[0]
        outermost["class_"] = f"at {outermost['class_']}" + (" bare" if segment.bare else "")
        target = self._target(passage, segment, issues)
        return element("a", text, href=f"#{target}", **outermost)

    def _target(
        self, passage: Passage, segment: Segment, issues: Mapping[tuple[str, int], str]
    ) -> str:
        if segment.faults:
            return issues["fault", segment.faults[0]]
        if segment.gap is not None:
            return issues["gap", segment.gap]
        innermost = passage.marks[segment.marks[-1]]
        return self._address(passage.number, innermost.claims[0])

    def _layers(
        self, passage: Passage, segment: Segment, ids: list[str]
    ) -> tuple[list[_Attributes], list[_Attributes]]:
        """Return the attributes of the elements around a stretch of text, outermost first.

        With them are those of the small letters of what begins with the stretch.
        """
        number, begins = passage.number, segment.start
        layers: list[_Attributes] = []
        heads: list[_Attributes] = []
        for position in segment.faults:
            fault = passage.faults[position]
            own = fault.span is not None and fault.span[0] == begins
            kind = f"fault {level(fault.problem)}"
            layers.append({"class_": kind, "id": f"p{number}_f{position}" if own else None})
            if own and segment.gap is None:
                heads.append({"class_": f"h {kind}"})
        if segment.gap is not None:
            own = passage.gaps[segment.gap].start == begins
            layers.append({"class_": "gap", "id": f"p{number}_g{segment.gap}" if own else None})
            if own:
                heads.append({"class_": "h gap"})
        for position in segment.marks:
            mark = passage.marks[position]
            if mark.lane >= _LANES:
                break
            style = self._styles[mark.section]
            layer: _Attributes = {"class_": f"m {style} l{mark.lane}", "data_m": str(position)}
            if mark.start == begins:
                layer["id"] = ids[position]
                heads.append({"class_": f"h {style}", **self._labels[mark.section]})
            layers.append(layer)
        more = [one for one in segment.marks if passage.marks[one].lane >= _LANES]
        if more:
            begun = next((ids[one] for one in more if passage.marks[one].start == begins), None)
            layers.append({"class_": "m more", "data_m": " ".join(map(str, more)), "id": begun})
        return layers, heads


def _with_letters(text: str, heads: Sequence[_Attributes]) -> Markup:
    """Return a text with small letters at its head, which no line break parts from it."""
    if not heads:
        return escape(visible(text))
    end = next((at for at, one in enumerate(text) if at and not unicodedata.combining(one)), None)
    first = escape(visible(text[:end]))
    for head in reversed(heads):
        first = element("span", first, **head)
    return first + escape(visible(text[end:] if end else ""))


def quote(text: str, target: str | None) -> Markup:
    """Return an anchor as it is quoted beside a paragraph, as a link to where it stands."""
    shown = visible(text)
    if target is None:
        return element("span", shown, lang=CHINESE, class_="quote")
    return element("a", shown, href=f"#{target}", lang=CHINESE, class_="quote")
