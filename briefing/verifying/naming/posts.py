"""Holds the posts that a sentence gives people against those that models know."""

import re
from collections.abc import Iterator

from briefing.model.records import Organisation, Person, Place
from briefing.names.joints import JOINT
from briefing.verifying.aligning.clause import names_record
from briefing.verifying.claim import BORNE_OUT, CONTRADICTED, UNKNOWN, Found, Says, Status
from briefing.verifying.naming.bodies import HEADS, has_body, has_english_body, is_of_level
from briefing.verifying.naming.naming import Entry, Mention
from briefing.verifying.sentences import Sentence
from briefing.verifying.wording import pattern

_SAME = {
    "head": "director",
    "magistrate": "mayor",
    "heads": "director",
    "leads": "director",
    "chairs": "chair",
    "chief": "director",
    "boss": "secretary",
    "leader": "director",
    "party chief": "secretary",
    "party boss": "secretary",
    "party secretary": "secretary",
    "spokesman": "spokesperson",
    "spokeswoman": "spokesperson",
    "chairman": "chair",
    "chairwoman": "chair",
    "chairperson": "chair",
    "director-general": "director",
    "director general": "director",
    "secretary general": "secretary-general",
    "members": "member",
    "manager": "general manager",
    "plant manager": "general manager",
    "factory manager": "general manager",
}
_STOPS = {
    "zh": re.compile("[，,。；;：:！？!?\n]"),
    "en": re.compile(r"[;:!?\n]|\.(?=\s|$)|,(?=\s)"),
}
_TAKES = re.compile(
    r"\s*(?:,(?P<aside>[^,;.]{1,40}),\s*(?:is|was|became|has (?:since |now )?become)\b(?: now)?"
    r"|,|\("
    r"|\b(?:is|was|as|who is|became|has (?:since |now )?become)\b(?: now)?"
    r"|(?:\w+ly |also )*(?:serves|works|acts|doubles) as\b"
    r"|[–—-])\s*",
    re.I,
)
_HEADS = re.compile(r" (?=(?:heads|chairs) (?!to |for |off |back |up |a ))")
"""What stands between a name and the verb that tells of the holder's body."""
_CLOSING = re.compile("[)）]")
_ENDS = frozenset(["", "、", "，", ",", "）", ")", "。", "和", "兼", "及", "与", " "])
"""What stands behind a post in Chinese, besides the name of its holder."""
_LONGEST = 90


def judge_posts(sentence: Sentence, mentions: list[Mention]) -> Iterator[Found]:
    """Yield what became of each post beside a known person of a sentence."""
    people = [one for one in mentions if one.ids(Person)]
    for mention in people:
        for start, end in _runs(sentence, mention, people):
            yield from _judge_run(sentence, mention, mentions, start, end)


def _runs(sentence: Sentence, mention: Mention, people: list[Mention]) -> Iterator[tuple[int, int]]:
    """Yield the spans beside a name in which its post may stand."""
    text, stops = sentence.text, _STOPS[sentence.language]
    begins = [found.end() for found in stops.finditer(text, 0, mention.start)]
    if sentence.language == "en" and begins and not text[begins[-1] : mention.start].strip():
        begins.pop()  # the zone's director, Liu Feng,
    others = [one.end for one in people if one.end <= mention.start]
    begin = _behind_other(text, max(others), mention.start) if others else 0
    yield max(begins[-1] if begins else 0, mention.start - _LONGEST, begin), mention.start
    own = sentence.language == "zh" and pattern("post", "zh").match(text, mention.end)
    if own and not any(one.start == own.end() for one in people):
        yield mention.end, own.end()  # 甲某副市长
        return
    takes = (_TAKES if sentence.language == "en" else pattern("takes", "zh")).match(
        text, mention.end
    )
    if sentence.language == "en":
        takes = takes or _HEADS.match(text, mention.end)
    if takes:
        if takes.groupdict().get("aside"):
            yield takes.span("aside")  # Liu Feng, the zone's director, is a member of the committee
        stop = stops.search(text, takes.end())
        nexts = [one.start for one in people if one.start >= takes.end()]
        ends = [stop.start() if stop else len(text), takes.end() + _LONGEST, *nexts]
        if closing := _CLOSING.search(text, takes.end()):
            ends.append(closing.start())
        if said := sentence.pattern("says").search(text, takes.end()):
            ends.append(said.start())
        last = min(ends)
        is_of_next = nexts and nexts[0] == last
        if is_of_next and sentence.language == "en":
            is_of_next = not text[takes.end() : last].rstrip().endswith((",", "and", "("))
        is_listed = nexts and _AND_THE.fullmatch(text, mention.end, nexts[0])
        if not is_of_next and not is_listed:
            yield takes.end(), last


_AND_THE = re.compile(r",? and (?:its|the|their) [^,;]+,? ")
"""What stands between two people of whom the second one has his post before him."""
_LIST = re.compile("[（(][^（）()]*[）)]")
_PARTED = re.compile(f"[，,]|{JOINT}|\\band\\b")


def _behind_other(text: str, end: int, start: int) -> int:
    """Return where the words begin between two people that may be a post of the second one.

    What stands in brackets behind the first, or right behind it, is of the first.
    """
    if _AND_THE.fullmatch(text, end, start):
        return end  # and its mayor, Liu Feng
    bracket = _LIST.match(text, end, start) or _LIST.match(text, end + 1, start)
    parted = _PARTED.search(text, bracket.end() if bracket else end, start)
    if not parted:
        return start if bracket else end
    rest = text[parted.end() : start].strip(" ,")
    is_own = parted.start() > end or not text[end : parted.start()].strip()
    if parted[0] == "," and is_own and text[parted.end() : start].rstrip().endswith(","):
        return start  # Yang Yiwen, secretary of the committee, Zhang Qinghong
    return parted.end() if rest else start


def _judge_run(
    sentence: Sentence, mention: Mention, mentions: list[Mention], start: int, end: int
) -> Iterator[Found]:
    found = (
        (lang, one)
        for lang in sentence.languages
        for one in pattern("post", lang).finditer(sentence.text, start, end)
    )
    for language, post in found:
        follows = sentence.text[post.end() : post.end() + 1]
        if language == "zh" and follows not in _ENDS and post.end() != end:
            continue
        entries = [one for one in mention.entries if isinstance(one.record, Person)]
        about = [
            one
            for one in mentions
            if one is not mention
            and (
                start <= one.start < min(end, post.end() + 60)
                or sentence.text[mention.end : one.start] == " of "
            )
        ]
        statuses = [
            _judge_for(entry, post, about, language)
            if language == "en" or is_of_level(sentence.text, post, entry)
            else CONTRADICTED
            for entry in entries
        ]
        best = next(one for one in (BORNE_OUT, UNKNOWN, CONTRADICTED) if one in statuses)
        entry = entries[statuses.index(best)]
        is_of_body = (
            post.start() == mention.end or has_body(sentence.text, post, entries)
            if language == "zh"
            else has_english_body(sentence.text, post, end, entries, mentions)
        )
        if best == BORNE_OUT and not is_of_body:
            best = UNKNOWN
        yield _found(entry, post, best)


def _judge_for(entry: Entry, post: re.Match[str], about: list[Mention], language: str) -> Status:
    person = entry.record
    assert isinstance(person, Person)
    titles = [getattr(one.title, language) or one.title.zh for one in person.posts]
    known = [
        (found, _class_of(one.title.zh))
        for one, title in zip(person.posts, titles, strict=True)
        for found in pattern("post", language).finditer(title)
    ]
    untold = [one.title.zh for one in person.posts if not getattr(one.title, language)]
    if not any(_is_same(post, one, held) for one, held in known) and not any(
        _is_called(post, title) for title in untold
    ):
        return UNKNOWN if untold else CONTRADICTED
    return (
        BORNE_OUT if all(_is_theirs(entry, mention, titles) for mention in about) else CONTRADICTED
    )


_CLASSES = {
    "secretary": re.compile("书记$"),
    "mayor": re.compile("[市县区州旗镇乡省]长$"),
    "director": re.compile("(?:主任|[局厅部处科司]长)$"),
}
_OTHERS = {
    "chair": re.compile("(?:主席|董事长|理事长|会长)$"),
    "member": re.compile("(?:委员|成员)$"),
    "general manager": re.compile("(?:经理|厂长)$"),
    "spokesperson": re.compile("发言人$"),
    "president": re.compile("(?:行长|院长|校长|总裁)$"),
    "governor": re.compile("省长$"),
}
_GOVERNMENT = re.compile(r"[^,;.]{0,40}?\bgovernment\b", re.I)
"""What a secretary of a Party committee does not head."""
_LOCAL = re.compile(r"\b(?:county|district|city|prefecture|township|town|banner) $", re.I)


def _class_of(title: str) -> str:
    """Return whether a post is that of a secretary, of the head of a place or of a body, or ""."""
    return next((kind for kind, ending in _CLASSES.items() if ending.search(title)), "")


def _is_same(post: re.Match[str], known: re.Match[str], held: str) -> bool:
    """Return whether two posts are one; the known one is ``held`` by its Chinese name.

    A head, a chief or a leader may be the director of a body or the secretary or mayor of a place;
    the head of a county is its mayor.
    """
    (rank, base), (known_rank, known_base) = _read(post), _read(known)
    if rank != known_rank:
        return False
    if held == "secretary" and _GOVERNMENT.match(post.string, post.end()):
        return False
    if held and post["base"].lower() in HEADS:
        return held == "mayor" or not _LOCAL.search(post.string[: post.start("base")])
    return base == known_base or (base in _CLASSES and base == held)


def _is_called(post: re.Match[str], title: str) -> bool:
    """Return whether an English post is one whose title is known in Chinese alone."""
    is_deputy, base = _read(post)
    kinds = {kind for kind, ending in (_CLASSES | _OTHERS).items() if ending.search(title)}
    if post["base"].lower() in HEADS and kinds & set(_CLASSES):
        return is_deputy == ("副" in title)
    return is_deputy == ("副" in title) and base in kinds


def _read(post: re.Match[str]) -> tuple[bool, str]:
    """Return whether a post is that of a deputy, and which post it is."""
    base = post["base"].lower()
    return bool(post["rank"]), _SAME.get(base, base)


def _is_theirs(entry: Entry, mention: Mention, titles: list[str]) -> bool:
    """Return whether a place or body beside a post is of those that a person belongs to."""
    person = entry.record
    assert isinstance(person, Person)
    if any(mention.text.lower() in title.lower() for title in titles) or any(
        names_record(post.title.zh, each.record)
        for post in person.posts
        for each in mention.entries
    ):
        return True
    own = set(person.places) | {one.organisation for one in person.posts}
    for name in [*own]:
        record = entry.article.by_id.get(name or "")
        own.update(getattr(record, "places", ()))
        own.add(getattr(record, "part_of", None))
        own.update(whole.id for whole in entry.article.wholes_of(name))
    spoken = mention.ids(Place) | mention.ids(Organisation)
    return not spoken or bool(spoken & own)


def _found(entry: Entry, post: re.Match[str], status: Status) -> Found:
    person = entry.record
    assert isinstance(person, Person)
    says = Says("posts", person) if status == CONTRADICTED else None
    return Found(
        post.start(),
        post.end(),
        "post",
        status,
        entry.article,
        person,
        person.evidence[0].paragraph,
        says,
    )
