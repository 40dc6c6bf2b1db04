"""Whether a body is told to own what owns it, or the other way round."""

from collections.abc import Iterator
from itertools import pairwise

from briefing.model.records import Organisation
from briefing.verifying.claim import CONTRADICTED, Found, Says
from briefing.verifying.naming.naming import Entry, Mention
from briefing.verifying.sentences import Sentence


def judge_owners(sentence: Sentence, mentions: list[Mention]) -> Iterator[Found]:
    """Yield the body that is told to be part of one that the models have as a part of it."""
    for one, other in pairwise(mentions):
        between = sentence.text[one.end : other.start].strip().removeprefix("Co., Ltd.").strip()
        between = between.removeprefix("Co.").removesuffix(" the").strip()
        if sentence.pattern("owns").fullmatch(between):
            parts, wholes = other, one
        elif sentence.pattern("owned").fullmatch(between):
            parts, wholes = one, other
        else:
            continue
        pairs = [(part, whole) for part in parts.entries for whole in wholes.entries]
        turned = [part for part, whole in pairs if _is_part(whole, part)]
        if turned and not any(_is_part(part, whole) for part, whole in pairs):
            article, record = turned[0]
            says, at = Says("name", record), record.evidence[0].paragraph
            yield Found(one.start, one.end, "name", CONTRADICTED, article, record, at, says)


def _is_part(part: Entry, whole: Entry) -> bool:
    """Return whether a body is a part of another one, or of a part of it."""
    record, seen = part.record, {part.record.id}
    while isinstance(record, Organisation) and record.part_of and record.part_of not in seen:
        seen.add(record.part_of)
        record = part.article.by_id[record.part_of]
    return part.record is not whole.record and whole.record.id in seen
