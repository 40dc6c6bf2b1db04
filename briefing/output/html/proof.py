"""The page of a proof: the text of an article beside the records that rest on it.

It holds the text whole, and is for the one reader who has that text.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from markupsafe import Markup

from briefing.checks.passages import SUMMARY, Passage, Proof
from briefing.document import Document, Line, Phrase
from briefing.model.sections import SECTIONS
from briefing.output.html.element import SPACE, element, enclose, join
from briefing.output.html.frame import render_header, write_page
from briefing.output.html.proof_side import LEVELS, SideWriter
from briefing.output.html.proof_text import PassageWriter, level, shorten, style_of
from briefing.output.html.text import data_attributes, render_phrase
from briefing.output.problems import tally_lines
from briefing.problem import Path
from briefing.words.catalogue import fill, heading

_LINES = Markup("\n")
_STEPS = (
    ("gap", "proof.gaps", "G"),
    ("problem", "proof.problems", "B"),
    ("note", "proof.notes", "T"),
    ("at", "proof.passages", "N"),
)
"""What one can move through: the name in the script, in the catalogue, and the key."""
_LINE = 30
"""About how many characters of a text are on a line, letters before anchors counted in."""
_LINES_OF_A_WINDOW = 30
"""How many lines without any space between them a window shows at least."""
_HEIGHTS = (4, 8, 14, 22, 34, 52, 80, 120, 180, 270)
"""The heights of paragraphs, in rem, that the style of the page knows as h0, h1 and so on."""


def render(proof: Proof, said: Mapping[Path, Line], document: Document) -> Iterator[str]:
    """Yield the page, piece by piece: it may be fifty times as long as the text.

    ``said`` has the words of each claim, by its path. The title, the attribution and the rights of
    the article, and the language to show at first, are those of the document.
    """
    names = section_names()
    side = SideWriter(proof, said, names)
    text = PassageWriter(names, side.address)
    counts = _count(proof)
    name = document.title or document.source
    before = (
        element("p", render_phrase(_say("proof.own-use")), class_="own-use"),
        _found(proof, side, counts),
        _legend(proof, names, counts),
    )
    passages = (chain([_LINES], _passage(one, text, side)) for one in proof.passages)
    main = chain([join(before, _LINES)], chain.from_iterable(passages), _lost(proof, side))
    header = render_header(name, filter(None, [document.subtitle]))
    body = chain((header, _LINES), enclose("main", main), (_LINES, _footer(document)))
    title = _say("proof.subject").followed(name, ": ")
    yield from write_page("proof", document.lang, title, body, _steps(counts))


def section_names() -> dict[str, Phrase]:
    """Return the headings of what a claim can be in: the summary, and the sections."""
    return {name: heading(name, "both") for name in (SUMMARY, *SECTIONS)}


def _say(key: str, **values: Phrase) -> Phrase:
    return fill(key, "both", **values)


def _count(proof: Proof) -> Counter[str]:
    """Return how many there are of what one can move through, and of each level of problems."""
    counts = Counter(level(problem) for problem in proof.report.problems)
    counts["problem"] = counts["error"] + counts["warning"]
    counts["gap"] = sum(len(one.gaps) for one in proof.passages)
    counts["at"] = sum(bool(part.marks) for one in proof.passages for part in one.segments)
    return counts


def _steps_of(counts: Mapping[str, int]) -> list[tuple[str, str, str]]:
    """Return what one can move through; of notes, as of what need not be there, only if any are."""
    return [one for one in _STEPS if one[0] != "note" or counts["note"]]


def _steps(counts: Mapping[str, int]) -> Markup:
    """Return the buttons to move through the page, and the box that switches the keys off."""
    groups = [_step(*one, counts[one[0]]) for one in _steps_of(counts)]
    box = element("input", type="checkbox", id="page_keys", checked=True, autocomplete="off")
    keys = element("label", box, SPACE, render_phrase(_say("proof.keys")), class_="keys")
    status = element("span", id="page_step", role="status")
    return element(
        "div",
        *groups,
        keys,
        status,
        class_="steps",
        role="group",
        aria_label=_say("proof.steps").joined(" "),
    )


def _step(kind: str, words: str, key: str, count: int) -> Markup:
    name = _say(words)
    label = join((render_phrase(name), element("b", f"{count:,}")), SPACE)
    if not count:
        return element("span", label, class_="step none")

    def button(way: str, sign: str, shown: Phrase) -> Markup:
        return element(
            "button",
            sign,
            type="button",
            data_to=kind,
            data_way=way,
            aria_label=shown.joined(" · "),
            **data_attributes(shown),
        )

    return element(
        "span",
        button("-1", "‹", _say("proof.previous", what=name)),
        element("span", label, SPACE, element("kbd", key)),
        button("1", "›", _say("proof.following", what=name)),
        class_="step",
    )


def _found(proof: Proof, side: SideWriter, counts: Mapping[str, int]) -> Markup:
    """Return what the check says of the model and the text as a whole."""
    lines = zip(tally_lines(proof.report, "zh"), tally_lines(proof.report, "en"), strict=True)
    told = [Phrase(zh.strip(), en.strip()) for zh, en in lines]
    if proof.is_another_text:
        told.append(_say("proof.another-text"))
    elif proof.report.tally is None:
        told.append(_say("proof.unread"))
    levels = (
        ("proof.gaps", "gap"),
        ("proof.errors", "error"),
        ("proof.warnings", "warning"),
        ("proof.notes", "note"),
    )
    numbers = (
        element("li", element("b", f"{counts[kind]:,}"), SPACE, render_phrase(_say(key)))
        for key, kind in levels
    )
    content = [
        element("ul", *numbers, class_="counts"),
        *(element("p", render_phrase(one)) for one in told),
    ]
    if proof.faults:
        content.append(element("h3", render_phrase(_say("proof.elsewhere"))))
        content.append(side.write_faults(proof.faults))
    return _section("result", _say("proof.result"), content)


def _section(name: str, title: Phrase, content: Iterable[Markup]) -> Markup:
    return join(_write_section(name, title, content))


def _write_section(name: str, title: Phrase, content: Iterable[Markup]) -> Iterator[Markup]:
    head = element("h2", render_phrase(title), id=f"{name}_title")
    inner = chain([head], content)
    yield from enclose("section", inner, class_=name, aria_labelledby=f"{name}_title")


def _legend(proof: Proof, names: Mapping[str, Phrase], counts: Mapping[str, int]) -> Markup:
    used = {claim.section for claim in proof.claims}
    samples = [
        _sample(name, f"m {style} l0", f"h {style}", shorten(name))
        for name, style in ((names[key], style_of(key, names)) for key in names if key in used)
    ]
    samples += [
        _sample(_say("proof.more"), "m more", ""),
        _sample(_say("proof.gap"), "gap", "h gap"),
        _sample(_say("proof.bare"), "bare", ""),
        *(_sample(_say(key), f"fault {kind}", f"h fault {kind}") for kind, key in LEVELS.items()),
    ]
    steps = _steps_of(counts)
    zh = "、".join(f"{key}（{_say(words).zh}）" for _, words, key in steps)
    en = ", ".join(f"{key} ({(_say(words).en or '').lower()})" for _, words, key in steps)
    content = (
        element("p", render_phrase(_say("proof.lines"))),
        element("ul", *samples, class_="samples"),
        element(
            "p", render_phrase(_say("proof.keys-told", keys=Phrase(zh, en))), class_="keys-told"
        ),
    )
    return _section("legend", _say("proof.legend"), content)


def _sample(words: Phrase, layer: str, head: str, letters: Phrase | None = None) -> Markup:
    """Return words as the text of a paragraph that has such a layer, with letters at their head."""
    named = data_attributes(letters) if letters else {}
    inner = element("span", render_phrase(words), class_=head or None, **named)
    return element("li", element("span", inner, class_=layer))


def _passage(passage: Passage, text: PassageWriter, side: SideWriter) -> Iterator[Markup]:
    number = passage.number
    spoken = _say("proof.paragraph", number=Phrase(str(number)))
    sign = element("span", f"¶{number}", aria_hidden="true")
    name = element("span", render_phrase(spoken), class_="spoken")
    head = element("h2", element("a", sign, name, href=f"#p{number}"))
    written = text.write(passage, side.issues(passage))
    beside = enclose("div", side.write(passage), class_="beside")
    yield from enclose(
        "section",
        chain([head], written, beside),
        id=f"p{number}",
        class_=f"passage h{_height(passage)}" + (" short" if _is_short(passage) else ""),
    )


def _is_short(passage: Passage) -> bool:
    """Return whether the text of a paragraph fits a window, and may stay beside its claims."""
    return len(passage.text) * (2 + 0.25 * passage.lanes) < _LINES_OF_A_WINDOW * _LINE


def _height(passage: Passage) -> int:
    """Return about how high a paragraph is, so that a browser need not lay out what is not seen."""
    lines = len(passage.text) / _LINE * (2 + 0.25 * min(passage.lanes, 6))
    rows = 4.5 * len(passage.claims) + 4 * (len(passage.faults) + len(passage.gaps))
    needed = 2 + max(lines, rows)
    return next((at for at, one in enumerate(_HEIGHTS) if needed <= one), len(_HEIGHTS) - 1)


def _lost(proof: Proof, side: SideWriter) -> Iterator[Markup]:
    if proof.lost:
        yield _LINES
        yield from _write_section("lost", _say("proof.lost"), side.write_lost(proof.lost))


def _footer(document: Document) -> Markup:
    lines = (document.attribution, document.rights, _say("proof.own-use"), _say("proof.marks"))
    told: Iterator[Markup] = (element("p", render_phrase(line)) for line in lines if any(line))
    return element("footer", element("h2", render_phrase(heading("source", "both"))), *told)
