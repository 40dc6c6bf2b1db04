"""A memo with its claims marked in place, each with what the models and texts say of it."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby

from markupsafe import Markup

from briefing.document import Lang, Phrase
from briefing.output.html.element import EMPTY, SPACE, element, join
from briefing.output.html.frame import render_header, render_page
from briefing.output.html.proof_text import visible
from briefing.output.html.text import guess_lang, render_phrase
from briefing.output.verified import claim_phrase, tally_line
from briefing.verifying.claim import BORNE_OUT, CONTRADICTED, UNKNOWN, Claim
from briefing.verifying.line import Line
from briefing.verifying.verify import Verified
from briefing.words.catalogue import fill
from briefing.words.values import attribution

_LINES = Markup("\n")
_LOWEST = 6
"""The lowest level of headings in HTML."""
_STATUSES = (CONTRADICTED, UNKNOWN, BORNE_OUT)
_ORDER = {status: at for at, status in enumerate(_STATUSES)}


def render(verified: Verified, lang: Lang) -> str:
    """Return the page, which at first shows the language that was asked for."""
    subject = fill("verified.subject", "both")
    tally = Phrase(tally_line(verified, "zh"), tally_line(verified, "en"))
    numbers = {id(claim): at for at, claim in enumerate(_noted(verified), 1)}
    claims: dict[int, list[Claim]] = defaultdict(list)
    for claim in verified.claims:
        claims[claim.row].append(claim)
    marked = [
        (line, _marked(line, _apart(claims[index]), numbers))
        for index, line in enumerate(verified.memo.lines)
    ]
    lines = [
        _render_table(group) if table is not None else join(map(_render_line, group), _LINES)
        for table, group in groupby(marked, lambda one: one[0].cell and one[0].cell.table)
    ]
    body = (
        render_header(subject, [tally]),
        element(
            "main",
            _legend(),
            element("article", join(lines, _LINES), class_="memo"),
            _notes(verified, numbers),
        ),
        _footer(verified),
    )
    title = subject.followed(Phrase(verified.memo.file, verified.memo.file), ": ")
    return render_page("verified", lang, title, join(body, _LINES))


def _noted(verified: Verified) -> list[Claim]:
    """Return the claims that have a note below the memo: those that are not borne out."""
    return [claim for claim in verified.claims if claim.status != BORNE_OUT]


def _apart(claims: list[Claim]) -> list[Claim]:
    """Return the claims of a line, none overlapping; of those that do, the worst one is kept."""
    kept: list[Claim] = []  # in the order in which they stand, so that only two can overlap
    for claim in sorted(claims, key=lambda one: (_ORDER[one.status], one.start - one.end)):
        at = bisect_left(kept, claim.start, key=lambda one: one.start)
        beside = kept[max(0, at - 1) : at + 1]
        if not any(claim.start < other.end and other.start < claim.end for other in beside):
            kept.insert(at, claim)
    return kept


def _marked(line: Line, claims: list[Claim], numbers: dict[int, int]) -> list[str]:
    parts: list[str] = []
    at = 0
    for claim in claims:
        parts.append(visible(line.text[at : claim.start]))
        words = visible(line.text[claim.start : claim.end])
        number = numbers.get(id(claim))
        if number is None:
            parts.append(element("mark", words, class_=claim.status))
        else:
            sign = element("sup", str(number))
            link = element("a", words, sign, href=f"#n{number}", id=f"m{number}")
            parts.append(element("mark", link, class_=claim.status))
        at = claim.end
    return [*parts, visible(line.text[at:])]


def _render_line(marked: tuple[Line, list[str]]) -> Markup:
    """Return a line as what it is in the memo: a heading, an item of a list, or a paragraph.

    The heading of the page is above all of the memo.
    """
    line, (first, *parts) = marked
    name = f"h{min(line.level + 1, _LOWEST)}" if line.level and not line.cell else "p"
    mark = [element("span", line.mark, class_="mark"), SPACE] if line.mark else []
    is_item = "item" if line.mark and not line.level else None
    return element(name, *mark, first.lstrip(), *parts, lang=guess_lang(line.text), class_=is_item)


def _render_table(marked: Iterable[tuple[Line, list[str]]]) -> Markup:
    """Return the cells of a table of the memo in their rows and columns."""
    rows: dict[int, dict[int, list[tuple[Line, list[str]]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for line, parts in marked:
        if line.cell:
            rows[line.cell.row][line.cell.column].append((line, parts))
    return element("table", *(element("tr", *_render_row(rows[row])) for row in sorted(rows)))


def _render_row(cells: dict[int, list[tuple[Line, list[str]]]]) -> Iterator[Markup]:
    """Yield the cells of a row, and one for the columns before each that have none."""
    last = -1
    for column, held in sorted(cells.items()):
        if column > last + 1:
            yield element("td", colspan=str(column - last - 1))
        name = "th" if any(line.is_head for line, _ in held) else "td"
        yield element(name, join(map(_render_line, held), _LINES))
        last = column


def _legend() -> Markup:
    samples = (
        element(
            "li", element("mark", render_phrase(fill(f"verified.sample.{one}", "both")), class_=one)
        )
        for one in _STATUSES
    )
    return element(
        "ul", *samples, class_="samples", aria_label=fill("verified.legend", "both").joined(" · ")
    )


def _notes(verified: Verified, numbers: dict[int, int]) -> Markup:
    noted = _noted(verified)
    if not noted:
        return EMPTY
    items = (
        element(
            "li",
            element("a", str(numbers[id(claim)]), href=f"#m{numbers[id(claim)]}"),
            SPACE,
            render_phrase(claim_phrase(claim, verified)),
            id=f"n{numbers[id(claim)]}",
            class_=claim.status,
        )
        for claim in noted
    )
    head = element("h2", render_phrase(fill("verified.found", "both")))
    return element("section", head, element("ol", *items), class_="notes")


def _footer(verified: Verified) -> Markup:
    sources = attribution(article.source for article in verified.articles)
    return element("footer", element("p", render_phrase(sources)))
