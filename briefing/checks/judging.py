"""The numbers that our own prose states, each judged by the evidence that bears on it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from briefing.checks import evidence, numbers
from briefing.checks.agreement import Fault, Verdict, judge_by
from briefing.checks.context import ProofContext
from briefing.checks.evidence import Held
from briefing.checks.known import MANY, Known
from briefing.checks.marks import widen_to_titles
from briefing.checks.matching import find_matches
from briefing.checks.once import once
from briefing.checks.ownnumbers import read_numbers
from briefing.checks.phrases import ARABIC
from briefing.model.parts import Evidence, Part
from briefing.model.records import Figure
from briefing.problem import Finding, Message, Path, message
from briefing.quantities.unit_words import UNITS

_MOST_BESIDE = 30
"""Of a text with more numbers none is compared with all others."""
_QUOTATION_MARKS = "“”‘’《》「」『』"


class Judged(NamedTuple):
    """A number that our prose states in a text at a path, and what is to be said of it.

    The text is one of a ``part`` of the model, whose path is ``owner``. ``known`` is what the
    evidence holds and a message may name, and ``held`` what of it the number agrees with, as values
    with their units.
    """

    number: numbers.Number
    verdict: Verdict
    path: Path
    text: str
    part: Part
    owner: Path
    known: Sequence[Held]
    held: frozenset[tuple[evidence.Value, str | None]] = frozenset()

    @property
    def proofs(self) -> tuple[Evidence, ...]:
        """The evidence of the part of the model in which the number stands."""
        return tuple(getattr(self.part, "evidence", ()))

    def finding(self, key: str) -> Finding:
        """Return a finding that names the number and what the evidence holds instead."""
        held = self.verdict.held
        assert held
        said = [one for one in self.number.qualifiers if one] or [self.number.around.part]
        values = {
            "number": self.number.words,
            "found": held.words,
            "said": [_name(one) for one in said if one],
            "held": [_name(one) for one in sorted({*held.qualifiers, held.around.part}) if one],
        }
        return Finding(message(key, **values), self.path)


def _name(qualifier: str) -> Message:
    """Return what messages call a qualifier or a part of a year."""
    return message(f"label.{qualifier}")


@once
def judged_numbers(context: ProofContext) -> list[Judged]:
    """Return every number in our own prose; several rules need them."""
    return list(_judge_numbers(context))


@once
def judged_by_path(context: ProofContext) -> dict[Path, list[Judged]]:
    """Return the numbers of each text of ours."""
    found: dict[Path, list[Judged]] = {}
    for said in judged_numbers(context):
        found.setdefault(said.path, []).append(said)
    return found


@once
def unquoted_by_path(context: ProofContext) -> dict[Path, list[Judged]]:
    """Return the numbers of each text of ours that stand in no quotation, where there are any."""
    found = {
        path: [one for one in numbers if not one.number.quoted]
        for path, numbers in judged_by_path(context).items()
    }
    return {path: numbers for path, numbers in found.items() if numbers}


def list_beside(context: ProofContext, said: Judged) -> list[Judged]:
    """Return the numbers of the text of one, with it; none of a text that is a long list."""
    found = judged_by_path(context)[said.path]
    return found if len(found) <= _MOST_BESIDE else []


def _judge_numbers(context: ProofContext) -> Iterator[Judged]:
    gathered = _Gathered(context)
    for path, part, own, texts in context.own_texts:
        known = gathered.known_of(path, part, own)
        for text_path, text in texts:
            said = read_numbers(text, context)
            if any(proof.anchor.strip(_QUOTATION_MARKS) == text.zh for proof in own):
                said["zh"] = ()  # a quoted name says what it says, however its numerals are read
            outside = text_path[-1] == "gloss" and not getattr(part, "spelled_out", True)
            for lang, other in (("zh", "en"), ("en", "zh")):
                there = numbers.all_values(said[other]) if outside else ()
                for number in said[lang]:
                    if not numbers.is_among(number, there):
                        near = known.near(number)
                        verdict = _judge(context, number, near, known.following)
                        held = frozenset(_find_held(number, near))
                        at = (*text_path, lang)
                        words = getattr(text, lang)
                        yield Judged(number, verdict, at, words, part, path, near, held)


class _Gathered:
    """The numbers of the evidence that bears on each part of a model; that of a part is read once.

    It is its own, that of the parts around it, and that of the figures that it is about or that
    are about it.
    """

    def __init__(self, context: ProofContext) -> None:
        self._context = context
        self._figures = {figure.id: figure for figure in context.article.of(Figure)}
        self._about: dict[str, list[str]] = {}
        for figure in self._figures.values():
            for name in figure.about:
                self._about.setdefault(name, []).append(figure.id)
        self._around: dict[Path, Known] = {}

    def known_of(self, path: Path, part: Part, own: Iterable[Evidence]) -> Known:
        """Return what bears on a part, of which ``own`` is the evidence in it; parts come last."""
        linked = [name for name in getattr(part, "about", ()) if name in self._figures]
        linked += self._about.get(getattr(part, "id", ""), ())
        lengths = range(1, len(path))
        beside = [self._around[path[:at]] for at in lengths if path[:at] in self._around]
        beside += map(self._known_of_figure, dict.fromkeys(linked))
        self._around[path] = Known(self._read(getattr(part, "evidence", ())))
        few = (one for known in beside if len(known.held) <= MANY for one in known.held)
        many = [known for known in beside if len(known.held) > MANY]
        return Known(dict.fromkeys([*self._read(own), *few]), many)

    @once
    def _known_of_figure(self, name: str) -> Known:
        return Known(self._read(self._figures[name].evidence))

    def _read(self, proofs: Iterable[Evidence]) -> dict[Held, None]:
        """Return all that some evidence holds, each once."""
        found: dict[Held, None] = {}
        for proof in proofs:
            found |= _read_evidence(self._context, proof.paragraph, proof.anchor)
        return found


def _judge(
    context: ProofContext,
    number: numbers.Number,
    known: Sequence[Held],
    follow: Callable[[numbers.Number], Iterable[Held]],
) -> Verdict:
    if number.quoted:
        stands = context.paragraphs_containing(number.words, 1)
        is_named = stands or number.words.translate(ARABIC) in _in_digits(context)
        first = number.words[2:] if number.words[:2] == "第一" else ""
        if first[:1] in UNITS:  # 第一单 for 首单, and no 第一都 for 首都
            is_named = is_named or bool(context.paragraphs_containing(f"首{first}", 1))
        return Verdict(Fault.NONE if is_named else Fault.VALUE)
    return judge_by(number, known, follow)


@once
def _in_digits(context: ProofContext) -> str:
    """Return the text with Arabic digits, in which 八〇后 is found by 80后."""
    return context.whole_text.translate(ARABIC)


def _find_held(
    number: numbers.Number, known: Sequence[Held]
) -> Iterator[tuple[evidence.Value, str | None]]:
    for part in (number, *number.parts):
        for match in find_matches(part, known):
            if match.held.unit != evidence.NAME and not number.each:
                yield match.held.value, match.held.unit


@once
def _read_evidence(context: ProofContext, number: int, anchor: str) -> dict[Held, None]:
    """Return the numbers of an anchor, each once, which many records may cite."""
    return dict.fromkeys(_read_anchor(context, number, anchor))


def _read_anchor(context: ProofContext, number: int, anchor: str) -> Iterator[Held]:
    """Yield the numbers of an anchor where it stands; one that does not stand is read alone."""
    paragraph = context.source.paragraph(number)
    spans = context.occurrences(number, anchor)
    if not spans or paragraph is None:
        yield from evidence.read_anchor(anchor, context.date)
        return
    for start, end in {widen_to_titles(paragraph.text, *span): None for span in spans}:
        touched = context.quantities_overlapping(number, start, end)
        amounts = [one for one in touched if one.kind != "name"]
        for name in touched:
            if name.kind == "name" and name.text in context.given_names:
                yield from evidence.read_anchor(name.text, context.date)
        governed = context.governed[number]
        yield from evidence.read_span(paragraph.text, start, end, amounts, context.date, governed)
        yield from evidence.read_order_before(paragraph.text, start)
