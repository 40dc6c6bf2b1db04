"""Whether a post is told of a body and a level of which its holder has a post."""

import re
from collections.abc import Iterable

from briefing.model.records import Person
from briefing.names.glosses import by_beginning, find_alike, meanings_of, stems_of
from briefing.verifying.naming.naming import Entry, Mention, hide
from briefing.verifying.naming.standing import shortens

HEADS = frozenset(["head", "heads", "chief", "leader", "leads", "chairs", "boss", "负责人"])
"""What the head of any body may be called."""
_HEADING = frozenset(["heads", "leads", "chairs"])

_BODY_ENDS = re.compile(
    r"\b(?:department|bureau|commission|office|committee|cent(?:re|er)|administration|authority"
    r"|government|association|federation|union)s?\b(?! (?:of|for|office|bureau|committee)\b|['’])",
    re.I,
)
"""The last word of the name of a body, behind which a sentence may go on."""
_OF_BODY = re.compile(r"(?: of| at)(?: the)? ([^,;:.()]{3,80})")
_HEADS_BODY = re.compile(r" (?:the )?([^,;:.()]{3,80})")
"""The body behind a verb of heading it: heads the bureau."""
_ANY_BODY = re.compile(
    r"\b(?:departments?|bureau|commission|office|committee|cent(?:re|er)|administrati\w+|authority|city"
    r"|county|district|provinc\w+|prefectur\w+|municipal\w*|leagues?|banners?|towns?|townships?"
    r"|villages?|region\w*|autonomous|government|local|zone|party|general)(?:['’]s)?\b",
    re.I,
)


def has_english_body(
    text: str, post: re.Match[str], end: int, entries: list[Entry], named: list[Mention]
) -> bool:
    """Return whether the body behind a post may be one of which its holder has a post.

    What is ``named`` in it is judged by itself.
    """
    end = max(end, post.end())
    if text[end : end + 1].isalpha():  # within a word
        end = max(text.rfind(" ", 0, end), post.end())
    body = _HEADS_BODY if post["base"].lower() in _HEADING else _OF_BODY
    found = body.match(text, post.end(), end)
    last = found.start(1) + len(_end_body(found[1])) if found else 0
    name = hide(text, named)[found.start(1) : last] if found else ""
    told = stems_of(_ANY_BODY.sub("", name))
    known = {
        stem
        for entry in entries
        if isinstance(entry.record, Person)
        for one in entry.record.posts
        for stem in (
            *stems_of(one.title.en or ""),
            *meanings_of(one.title.zh),
            *_of_organisation(entry, one.organisation),
        )
    }
    meant = by_beginning(known)
    return not told or 2 * sum(bool(find_alike(one, meant)) for one in told) > len(told)


def _end_body(words: str) -> str:
    """Return the words for a body, without those that follow its name.

    >>> _end_body("the provincial statistics bureau and speaks for it")
    'the provincial statistics bureau'
    """
    end = _BODY_ENDS.search(words)
    return words[: end.end()] if end else words


def _of_organisation(entry: Entry, name: str | None) -> Iterable[str]:
    record = entry.article.by_id.get(name or "")
    return stems_of(record.title.en or "") | meanings_of(record.title.zh) if record else ()


_LEVEL = re.compile("([省市州盟县旗区镇乡])(?:委(?:副)?|人民?政府)$")


def is_of_level(text: str, post: re.Match[str], entry: Entry) -> bool:
    """Return whether a post is of the level of its holder's: of a county, and not of a city."""
    told = _LEVEL.search(text[: post.start()])
    assert isinstance(entry.record, Person)
    bases = (one.title.zh.rpartition(post["base"])[0] for one in entry.record.posts)
    levels = {found[1] for base in bases if (found := _LEVEL.search(base))}
    return not told or not levels or told[1] in levels


_BODY = re.compile(
    "(?:^|[省市县区州镇，,。、；：的任是据由向对])((?:(?![省市县区州，,。、；：的据由])[\u4e00-\u9fff]){2,10})$"
)


def has_body(text: str, post: re.Match[str], entries: list[Entry]) -> bool:
    """Return whether the body before a post is one of which its holder has a post, if one stands.

    A body may be shortened: 发改委 for 发展和改革委员会.
    """
    base = post["base"]
    own = base.removesuffix("长") if base in ("局长", "厅长", "部长", "处长") else ""
    if _TAKING.search(text, 0, post.start()) or _SAME_BODY.search(text, 0, post.start()):
        return True
    found = _BODY.search(text[: post.start()] + own)
    body = found[1] if found else ""
    if not body.endswith(_BODIES):
        return True
    titles = (
        one.title.zh
        for entry in entries
        if isinstance(entry.record, Person)
        for one in entry.record.posts
        if base in HEADS or base in one.title.zh or one.title.zh.endswith("长")
    )
    said = text[: post.start()] + own
    return any(
        shortens(body, title) and (not _BRANCH.search(title) or bool(_BRANCH.search(said)))
        for title in titles
    )


_TAKING = re.compile("[任是为兼]$")
"""What stands before a post that is told without its body."""
_SAME_BODY = re.compile("[该本][局委办厅部]$")
"""A body that has been named before."""
_BODIES = ("局", "委", "办", "厅", "部", "委员会", "中心", "党组", "管委会", "政府", "人大", "政协")
"""What ends the names of bodies that have posts."""
_BRANCH = re.compile("分(?:局|公司|行|院|校|会|中心|社|部)")
"""A branch of a body, which is not the body."""
