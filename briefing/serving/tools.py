"""The tools by which an assistant asks: one table, and a short function for each of them."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple, get_args

from briefing.checks.check import Examined, examine_alone
from briefing.citation.styles import USUAL
from briefing.document import Document, Lang
from briefing.limits import MEMO_CHARACTERS, MODEL_MEBIBYTES
from briefing.model.reading import inspect_content
from briefing.model.records import Record
from briefing.model.text import refuse_controls
from briefing.output.problems import tally_lines
from briefing.output.verified import claim_data, tally_line, tell
from briefing.problem import Message, Problem, message
from briefing.serving import asked as ask
from briefing.serving.asked import Asked, Parameter, read_filter, refuse
from briefing.serving.desk import Desk
from briefing.serving.items import Language, describe_record, describe_source
from briefing.serving.paging import Entry, cut
from briefing.shelf.filtering import Filter, select, select_claims
from briefing.shelf.finding import find_record
from briefing.shelf.library import Hit, Library
from briefing.shelf.listed import list_known_kinds
from briefing.shelf.searching import Match, answer
from briefing.verifying.claim import Claim, Status
from briefing.verifying.memo import Memo, split_memo
from briefing.verifying.verify import Verified, Verifier
from briefing.views.cite import cite
from briefing.views.common import make_data
from briefing.views.record import show
from briefing.words.catalogue import texts
from briefing.words.messages import told

_MOST_MATCHES = 2
_MATCH_BYTES = 200


class Answer(NamedTuple):
    """What a tool found: its entries in order, and what the assistant should be told of them."""

    entries: Sequence[Entry]
    told: Sequence[Message] = ()


class Tool(NamedTuple):
    """A tool: its name, its parameters besides those that all have, and what answers it.

    What it does is said in the catalogue under ``does.NAME``.
    """

    name: str
    own: tuple[Parameter, ...]
    run: Callable[[Desk, Asked, Language], Answer]

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """All that the tool takes."""
        return *self.own, *ask.COMMON

    def describe(self, lang: Lang) -> str:
        """Return what the tool does, in the language of the server."""
        return texts(f"does.{self.name}")[0 if lang == "zh" else 1]

    def schema(self, lang: Lang) -> dict[str, Any]:
        """Return the JSON Schema of what the tool takes."""
        needed = [one.name for one in self.parameters if one.required]
        return {
            "type": "object",
            "properties": {one.name: one.schema(lang) for one in self.parameters},
            **({"required": needed} if needed else {}),
            "additionalProperties": False,
        }


def _search(desk: Desk, asked: Asked, lang: Language) -> Answer:
    library = desk.library
    sections = [asked["section"]] if "section" in asked else ask.SECTION.choices()
    wanted = read_filter(asked, sections)
    found = answer(library, wanted.words) if wanted.words else None
    matches: dict[tuple[str, str], tuple[Match, ...]] = {}
    hits = library.hits
    if found:
        matches = {one.hit.key: one.matches for one in found.results}
        hits = tuple(one.hit for one in found.results)
    allowed = _allow(library, wanted._replace(words=(), every=True), sections)
    hits = tuple(hit for hit in hits if hit.key in allowed)
    shown = (_find(hit, matches.get(hit.key, ()), lang) for hit in hits)
    return Answer(_credit(hits, shown, lang), found.told if found else ())


def _allow(library: Library, wanted: Filter, sections: Sequence[str]) -> set[tuple[str, str]]:
    """Return the keys of the records of some sections that meet the conditions."""
    if wanted.kind:  # a kind that no section has is told by the first of them
        having = [one for one in sections if wanted.kind in list_known_kinds([one])]
        sections = having or sections[:1]
    if wanted.stage or wanted.said_by or wanted.dated:
        return {claim.hit.key for claim in select_claims(library, wanted, sections)}
    return {hit.key for one in sections for hit in select(library, one, wanted)}


def _find(hit: Hit[Record], matches: Sequence[Match], lang: Language) -> Entry:
    """Return a record that was found, with the texts in which the words stand."""
    where = [
        {"field": one.text.field, "text": cut(one.text.text, _MATCH_BYTES)}
        for one in matches[:_MOST_MATCHES]
    ]
    record = make_data(hit)
    if where:
        record["matches"] = where
    return describe_record(hit, record, lang)


def _show(desk: Desk, asked: Asked, lang: Language) -> Answer:
    hits = find_record(desk.library, asked["id"])
    records = _list_rows(show(desk.library, hits, lang))
    shown = (
        describe_record(hit, record, lang, whole=True)
        for hit, record in zip(hits, records, strict=True)
    )
    return Answer(_credit(hits, shown, lang))


def _figures(desk: Desk, asked: Asked, lang: Language) -> Answer:
    hits = select(desk.library, "figures", read_filter(asked, ["figures"]))
    return Answer(_credit(hits, (describe_record(hit, make_data(hit), lang) for hit in hits), lang))


def _list_rows(document: Document) -> list[dict[str, Any]]:
    """Return the records of a document that is a list."""
    assert isinstance(document.records, list)
    return document.records


def _credit(hits: Iterable[Hit[Record]], entries: Iterable[Entry], lang: Language) -> list[Entry]:
    """Return entries, each article's source once before the first that is of it."""
    made: list[Entry] = []
    credited = set()
    for hit, entry in zip(hits, entries, strict=True):
        if hit.article.source.id not in credited:
            credited.add(hit.article.source.id)
            made.append(describe_source(hit.article, lang))
        made.append(entry)
    return made


def _cite(desk: Desk, asked: Asked, lang: Language) -> Answer:
    style = asked.get("style") or USUAL[lang]
    names = [asked["cited"]] if "cited" in asked else []
    cited = cite(desk.library, names, style, datetime.date.today(), lang)
    return Answer([_describe_citation(one) for one in _list_rows(cited)])


def _describe_citation(citation: dict[str, Any]) -> Entry:
    if citation["id"]:
        citation["id"] = f"{citation['article']}/{citation['id']}"
    held = {name: value for name, value in citation.items() if value}
    return Entry("items", held, lambda _: citation["citation"])


def _check(desk: Desk, asked: Asked, lang: Language) -> Answer:
    source = asked.get("source")
    if source is not None and source not in desk.texts:
        known = list(desk.texts)
        hints = [message("hint.there-are", names=known)] if known else []
        raise refuse(message("tool.no-text", name=source), *hints)
    text = desk.texts[source] if source else None
    if "model" in asked:
        content = asked["model"].encode("utf-8", "surrogatepass")
        if len(content) > MODEL_MEBIBYTES * 2**20:
            raise refuse(message("too-large.file"))
        examined = [("model", examine_alone(inspect_content(content, "model"), text))]
    else:
        examined = [
            (
                one.article.source.id,
                examine_alone(one, text or desk.texts.get(one.article.source.id)),
            )
            for one in desk.inspected
            if one.article and source in (None, one.article.source.id)
        ]
    return Answer([entry for name, one in examined for entry in _report(name, one, lang)])


def _report(name: str, examined: Examined, lang: Language) -> Iterator[Entry]:
    """Yield what a check says of a model as a whole, and then its problems."""
    report = examined.report._replace(file=name)
    lines = tally_lines(report, lang)
    tally = report.tally._asdict() if report.tally else None
    whole = {"model": name, "problems": len(report.problems), "tally": tally}
    yield Entry("items", whole, lambda _: "\n".join(lines) or name)
    for problem in report.problems:
        yield _describe_problem(name, problem, problem.file == examined.report.file, lang)


def _describe_problem(name: str, problem: Problem, in_model: bool, lang: Language) -> Entry:
    where = name if in_model else "text"
    item = {
        "model": name,
        "file": "model" if in_model else "text",
        "line": problem.line,
        "column": problem.column,
        "code": problem.code,
        "severity": "note" if problem.note else "warning" if problem.warning else "error",
        "message": told(problem.message, lang),
    }
    place = f"{where}:{problem.line}:{problem.column}: {problem.code}: {item['message']}"
    return Entry("items", item, lambda _: place)


def _verify(desk: Desk, asked: Asked, lang: Language) -> Answer:
    if len(asked["memo"]) > MEMO_CHARACTERS:
        raise refuse(message("too-large.memo"))
    refuse_controls(asked["memo"], "memo")
    memo = Memo("memo", tuple(split_memo(asked["memo"], ".md")))
    if excess := memo.find_excess(desk.texts.values()):
        raise refuse(excess)
    verified = Verifier(desk.library.articles, desk.texts).verify(memo)
    counts = Entry("items", _count(verified), lambda _: tally_line(verified, lang))
    return Answer([counts, *(_describe_claim(one, verified, lang) for one in verified.claims)])


def _count(verified: Verified) -> dict[str, Any]:
    """Return how many claims of a memo there are of each status."""
    return {"claims": {status: verified.count(status) for status in get_args(Status)}}


def _describe_claim(claim: Claim, verified: Verified, lang: Language) -> Entry:
    """Return a claim of a memo, what became of it, and the record that it is held against."""
    data = claim_data(claim, verified.articles)
    item = {name: value for name, value in data.items() if value is not None}
    if claim.article and claim.record:
        item["record"] = f"{claim.article}/{claim.record}"
    line = f"{claim.line}:{claim.column}: {tell(claim, verified, lang)}"
    return Entry("items", item, lambda _: line)


TOOLS = {
    one.name: one
    for one in (
        Tool("search", (ask.WORDS, ask.SECTION, *ask.FILTERS), _search),
        Tool("show", (ask.NAME,), _show),
        Tool("figures", (ask.WORDS, *ask.FILTERS, *ask.BOUNDS, ask.EVERY), _figures),
        Tool("cite", (ask.CITED, ask.STYLE), _cite),
        Tool("check", (ask.MODEL, ask.SOURCE), _check),
        Tool("verify", (ask.MEMO,), _verify),
    )
}
"""The tools by their names, in the order in which they are offered."""
