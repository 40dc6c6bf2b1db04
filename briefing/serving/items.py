"""Records as an assistant gets them: who says it, how far it has come, and where it stands."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from briefing.document import Line, Phrase
from briefing.document import texts as words
from briefing.model.article import Article
from briefing.model.parts import Bilingual
from briefing.model.records import Figure, Record
from briefing.serving.paging import Data, Entry
from briefing.shelf.library import Hit
from briefing.views.claims import name_speakers, remark_inferred
from briefing.views.fields import tell_field, tells
from briefing.words.catalogue import catalogue, heading, label, say, stage
from briefing.words.values import attribution, quantity

Language = Literal["zh", "en"]
_NAMED = ("article", "section", "id")
_LAST = ("said_by", "stage", "matches", "evidence")


def describe_source(article: Article, lang: Language) -> Entry:
    """Return whose reporting an article is."""
    both = attribution([article.source])
    data = {"article": article.source.id, "attribution": {"zh": both.zh, "en": both.en}}
    return Entry("sources", data, lambda _: (Phrase(both.zh) if lang == "zh" else both).english)


def describe_record(
    hit: Hit[Record], record: Mapping[str, Any], lang: Language, *, whole: bool = False
) -> Entry:
    """Return a record for programs as an item with names for its speakers, told in one line.

    Fields that hold nothing are left out. The parts of a record, such as the measures of a
    strategy, are its own only where it is wanted ``whole``, and then it is told field by field.
    """
    article, title = hit.article.source.id, hit.record.TITLE
    item: Data = {"article": article, "id": f"{article}/{record['id']}"}
    item |= {"section": hit.section.name, "title": record[title]}
    for name, value in record.items():
        if name in (*_NAMED, *_LAST, title) or value in (None, [], ""):
            continue
        if whole or not _is_parts(value):
            item[name] = _name_records(value, article)
    for name in _LAST:
        if name in record:
            item[name] = record[name]
    if "said_by" in item:
        item["said_by"] = [_name_speaker(hit.article, one) for one in record["said_by"]]
    line = tell_record(hit, lang)
    if not whole:
        return Entry("items", item, lambda _: line)
    return Entry("items", item, lambda piece: "\n".join([line, *_tell(hit, piece, item, lang)]))


def _is_parts(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(one, dict) for one in value)


def _name_records(value: Any, article: str) -> Any:
    """Return what a record holds; where it names others with their sections, by their full ids."""
    if not _is_parts(value) or not all({"section", "id"} <= one.keys() for one in value):
        return value
    return [one | {"id": one["id"] and f"{article}/{one['id']}"} for one in value]


def _name_speaker(article: Article, name: str) -> Data:
    title = article.by_id[name].title
    return {"id": f"{article.source.id}/{name}", "name": {"zh": title.zh, "en": title.en}}


def tell_record(hit: Hit[Record], lang: Language) -> str:
    """Return a record in one line: what it is, its stage and speakers, its anchors, its id."""
    record, article = hit.record, hit.article
    told = [say(record.title, lang).english]
    if isinstance(record, Figure):
        told.append(quantity(record, lang).english)
    stands = getattr(record, "stage", None)
    if stands not in (None, "unstated"):
        told.append(stage(stands, lang).english)
    if getattr(record, "basis", None) == "implied":
        told.append(label("implied", lang).english)
    if said_by := getattr(record, "said_by", ()):
        concluded = remark_inferred(record, "said_by", lang)
        who = name_speakers(article, said_by, lang).remarked(concluded)
        told.append(who.labelled(heading("said_by", lang)).english)
    told.append(" ".join(f"¶{one.paragraph} {one.anchor}" for one in record.evidence[:3]))
    return f"- {' | '.join(told)} | {article.source.id}/{record.id}"


def _tell(
    hit: Hit[Record], piece: Mapping[str, Any], item: Mapping[str, Any], lang: Language
) -> Iterator[str]:
    """Yield the fields of a piece of an item, but for what its line tells, and what tells nothing.

    A field that goes on in another piece is told in the words of the model alone.
    """
    for name, value in piece.items():
        if name in (*_NAMED, *_LAST, "title") or f"heading.{name}" not in catalogue():
            continue
        held = getattr(hit.record, name, None)
        if held is None or value != item[name]:
            told = _tell_plainly(value, lang)
        elif tells(hit.record, name, held):
            told = "; ".join(_tell_line(one) for one in tell_field(hit, name, held, lang))
        else:
            continue
        yield f"  {heading(name, lang).english}: {told}"


def _tell_line(line: Line) -> str:
    cells = [one for one in (line.text, line.remark) if one is not None]
    told = [" / ".join(text for _, text in words(cell)) for cell in cells]
    return " · ".join([*told, *(f"¶{one}" for one in line.paragraphs)])


def _tell_plainly(value: Any, lang: Language) -> str:
    """Return plain data in a few words of one language."""
    if isinstance(value, list):
        return "; ".join(_tell_plainly(one, lang) for one in value)
    if isinstance(value, dict):
        if "zh" in value:
            return say(Bilingual(zh=value["zh"], en=value.get("en")), lang).english
        first = next((value[one] for one in ("text", "title", "id") if value.get(one)), None)
        said = _tell_plainly(first if first is not None else list(value.values()), lang)
        return " · ".join([said, *_qualify(value, lang)])
    return str(value)


def _qualify(part: Mapping[str, Any], lang: Language) -> Iterator[str]:
    """Yield how far a part has come, that it is implied, whose word it is, and its paragraphs."""
    if part.get("stage") not in (None, "unstated"):
        yield stage(part["stage"], lang).english
    if part.get("basis") == "implied":
        yield label("implied", lang).english
    for name in part.get("said_by") or ():
        implied = label("implied", lang) if "said_by" in part.get("inferred", ()) else None
        yield Phrase(name).remarked(implied).labelled(heading("said_by", lang)).english
    if proofs := part.get("evidence"):
        yield " ".join(f"¶{one}" for one in sorted({one["paragraph"] for one in proofs}))
