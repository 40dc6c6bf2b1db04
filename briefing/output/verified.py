"""What became of the claims of a memo as text, as JSON, and as annotations for GitHub."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from briefing.document import Lang, Phrase
from briefing.model.article import Article
from briefing.model.records import Figure, Organisation, Person, Place
from briefing.output.json import encode
from briefing.output.problems import annotate
from briefing.problem import Message, message, printable
from briefing.verifying.claim import BORNE_OUT, CONTRADICTED, UNKNOWN, Claim, Says
from briefing.verifying.verify import Verified
from briefing.words.catalogue import fill
from briefing.words.messages import told
from briefing.words.posts import say_post
from briefing.words.values import change, join, period, quantity

_MOST_QUOTED = 40
_NESTED = str.maketrans("“”", "‘’")
"""Chinese has single marks in what stands between double ones."""
_LEVELS = {CONTRADICTED: "error", UNKNOWN: "warning", BORNE_OUT: "notice"}


def text(verified: Verified, lang: Lang, *, every: bool = False) -> str:
    """Return a line for each claim that is not borne out, or for ``every`` one, and the tally."""
    file = printable(verified.memo.file)
    lines = [
        f"{file}:{claim.line}:{claim.column}: {tell(claim, verified, lang)}"
        for claim in _shown(verified, every=every)
    ]
    return "".join(f"{line}\n" for line in [*lines, tally_line(verified, lang)])


def tally_line(verified: Verified, lang: Lang) -> str:
    """Return how many claims there are of each status."""
    counts = {status: verified.count(status) for status in _LEVELS}
    tally = told(message("verified.tally", file=verified.memo.file, **counts), lang)
    if not verified.claims:
        tally += told(message("verified.nothing"), lang)
    if not verified.has_texts:
        tally += told(message("verified.without-text"), lang)
    if verified.memo.is_changed:
        tally += told(message("verified.changes"), lang)
    if unread := verified.memo.unread:
        tally += told(message("verified.unread", parts=name_parts(unread)), lang)
    return tally


def name_parts(parts: Iterable[str]) -> list[Message]:
    """Return what parts of a Word document are called."""
    return [message(f"word-part.{one}") for one in parts]


def tell(claim: Claim, verified: Verified, lang: Lang) -> str:
    """Return what became of a claim as a sentence."""
    shown = claim_phrase(claim, verified)
    return (shown.zh if lang == "zh" else shown.en) or ""


def claim_phrase(claim: Claim, verified: Verified) -> Phrase:
    """Return what became of a claim in both languages, with what is said instead and where."""
    said = says_phrase(claim, verified.articles)
    where = {"paragraph": claim.paragraph, "article": claim.article}
    shown = printable(claim.text)
    parts = [
        fill(
            f"verified.{claim.status}",
            "both",
            kind=fill(f"claim.{claim.kind}", "both"),
            text=Phrase(shown.translate(_NESTED), shown),
        )
    ]
    if said:
        is_clause = claim.says and claim.says.what == "clause"
        parts.append(fill("verified.clause" if is_clause else "verified.says", "both", said=said))
    if claim.paragraph and len(verified.articles) > 1:
        where_phrases = {key: Phrase(str(value), str(value)) for key, value in where.items()}
        parts.append(fill("verified.where-of", "both", **where_phrases))
    elif claim.paragraph:
        parts.append(fill("verified.where", "both", paragraph=Phrase(str(claim.paragraph))))
    return join(parts, "", "")


def says_phrase(claim: Claim, articles: Iterable[Article]) -> Phrase | None:
    """Return what the model or the text says instead, in both languages.

    Nothing is said of a number of which only the person, place or body is known.
    """
    says = claim.says
    if says is None:
        return None
    if says.what == "words":
        return Phrase(f"“{says.text}”", f"“{says.text}”")
    if says.what == "clause":
        words = shorten(says.text)
        return Phrase(f"“{words}”", f"“{words}”")
    record = says.record
    if record is None:
        return None
    title = Phrase(record.title.zh, record.title.en or record.title.zh)
    if says.what == "value" and isinstance(record, Person | Place | Organisation):
        return None
    value = _value_of(says, articles)
    return fill("verified.of", "both", title=title, value=value) if value else title


def shorten(words: str) -> str:
    """Return words of a text, of which only the first are quoted if they are many.

    >>> shorten("路通到哪里"), len(shorten("路" * 100))
    ('路通到哪里', 41)
    """
    return words if len(words) <= _MOST_QUOTED else f"{words[:_MOST_QUOTED]}…"


def _value_of(says: Says, articles: Iterable[Article]) -> Phrase | None:
    record = says.record
    if says.what == "value" and isinstance(record, Figure):
        told_too = [one for one in _remarks_on(record) if any(one)]
        value = quantity(record, "both")
        return value.remarked(join(told_too, "；", "; ")) if told_too else value
    if says.what == "side":
        return fill(f"label.{says.text}", "both")
    if says.what == "date":
        return period(says.text, "both")
    if says.what == "posts" and isinstance(record, Person):
        (article,) = (one for one in articles if one.by_id.get(record.id) is record)
        return join([say_post(article, one, "both") for one in record.posts], "、", "; ")
    if says.what == "places":
        names = [Phrase(one.zh, one.en or one.zh) for one in says.names]
        return join(names, "、", ", ")
    if says.what == "stage":
        return fill(f"stage.{getattr(record, 'stage', 'unstated')}", "both")
    return None


def _remarks_on(figure: Figure) -> Iterator[Phrase]:
    """Yield how far what a figure tells has come, its change, and the times of both."""
    if figure.stage not in ("done", "unstated"):
        yield fill(f"stage.{figure.stage}", "both")
    if figure.change:
        yield change(figure.change, "both")
    if figure.period:
        yield period(figure.period, "both")
    if figure.due:
        yield fill("remark.due", "both", when=period(figure.due, "both"))


def json(verified: Verified, _lang: Lang, **_: bool) -> str:
    """Return an array of all claims, each with the same keys."""
    return encode([claim_data(claim, verified.articles) for claim in verified.claims])


def claim_data(claim: Claim, articles: Iterable[Article]) -> dict[str, Any]:
    """Return a claim as plain data; what is not known of it is ``None``."""
    said = says_phrase(claim, articles)
    return {
        "line": claim.line,
        "column": claim.column,
        "text": claim.text,
        "kind": claim.kind,
        "status": claim.status,
        "article": claim.article,
        "record": claim.record,
        "paragraph": claim.paragraph,
        "says": said._asdict() if said else None,
    }


def github(verified: Verified, lang: Lang, *, every: bool = False) -> str:
    """Return workflow commands, which GitHub shows as annotations of lines."""
    return "".join(
        annotate(
            _LEVELS[claim.status],
            verified.memo.file,
            (claim.line, claim.column),
            claim.status,
            tell(claim, verified, lang),
        )
        + "\n"
        for claim in _shown(verified, every=every)
    )


def _shown(verified: Verified, *, every: bool) -> list[Claim]:
    return [one for one in verified.claims if every or one.status != BORNE_OUT]


FORMATS: dict[str, Callable[..., str]] = {"text": text, "json": json, "github": github}
"""The functions that write what became of a memo, by the names that ``--export`` takes."""
