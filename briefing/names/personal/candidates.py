"""What may be the name of a person in a Chinese text, and what beside it speaks for that."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from briefing.names.gazetteer import longest_place, places_by_name
from briefing.names.personal.candidate import Candidate
from briefing.names.personal.edges import (
    LEADING,
    STOPS,
    begins_apart,
    begins_deed,
    begins_other,
    begins_place,
    end_of_unnamed,
    fills_list,
    heads_place,
    is_apart,
    is_cut,
    is_cut_out,
    is_han,
    is_in_term,
    is_introduced,
    is_known_word,
    is_rare_word,
    is_share,
    is_title_of_next,
    is_visited,
    may_be_given,
    runs_on,
    takes_verb,
)
from briefing.names.personal.particles import acts_behind, has_particle_told
from briefing.names.tables import (
    ends_word,
    longest_word,
    places_of_words,
    starts_word,
    surnames,
    text_before,
    words,
)

_UNNAMED = re.compile("某某?(?![些个种市县省])")
_HOW = re.compile("得[多少好坏快慢大小早晚低紧松累]")
"""Characters behind a verb that tell how something is done, and are no given name: 来得多."""


_TORN = ("工程", "学校")
"""Words of which the first character may as well end a word for people: 输变电工程."""


@cache
def _family_names() -> re.Pattern[str]:
    compound = sorted((name for name in surnames() if len(name) > 1), reverse=True)
    single = "".join(sorted(name for name in surnames() if len(name) == 1))
    firsts = "".join(sorted({name[0] for name in compound}))
    return re.compile(f"(?=[{single}]|(?=[{firsts}])(?:{'|'.join(compound)}))")


_NO_NAME = re.compile(
    "(?<=\\d)[ \u3000]?[万千百亿]|[〇零一二三四五六七八九十百千万亿]{6,}|(.)\\1\\1+", re.DOTALL
)
"""A run of numerals, or of one character, in which no name begins: 万 is a family, too."""


def find_candidates(text: str) -> Iterator[Candidate]:
    """Yield what begins with a family name: as far as a name may go, or a usual name."""
    posts = _inside_posts(text)
    no_names = {at for run in _NO_NAME.finditer(text) for at in range(*run.span())}
    for match in _family_names().finditer(text):
        start = match.start()
        # 局长孙某 is no 长孙, and the 程 of 工程师 no family.
        if start in posts or start in no_names:
            continue
        read = _read_again if len(text) > _LONG else _read_at
        if best := read(text, start, start - 1 in posts):
            yield best


_JOINING = ("和", "与", "及")
_WHEN = "时后"
"""Family names that behind a verb tell when: 采访时, 调研后."""
_BEFORE, _BEHIND = 20, 48
"""What tells whether a name begins somewhere goes no further before and behind: no word does."""
_LONG = 2_000
"""In a longer text, which is a list or a table, the same words stand around many names."""


def _read_at(text: str, start: int, is_behind_post: bool) -> Candidate | None:
    """Return what may be a name at an offset, which may be behind a post."""
    tells_when = text[start] in _WHEN and ends_word(text, start, "before") and not is_behind_post
    if tells_when or begins_other(text, start):
        return None
    return _best(_fit(text, start, is_behind_post)) or _read_word(text, start)


def _read_again(text: str, start: int, is_behind_post: bool) -> Candidate | None:
    """Return what may be a name at an offset; the same words are read only once."""
    first = max(0, start - _BEFORE)
    best = _read_around(text[first : start + _BEHIND], start - first, is_behind_post)
    return best and best._replace(start=start, end=start + best.end - best.start)


_read_around = lru_cache(maxsize=4096)(_read_at)


def _fit(text: str, start: int, is_behind_post: bool) -> list[Candidate]:
    """Return the names that may begin at an offset, the longest first, for the words around them.

    ``is_behind_post`` is whether the character before is one of a post.
    """
    ends_word_before = not is_behind_post and text[start - 1 : start + 1] in words("word-end")
    if ends_word_before and text[start - 2 : start] not in words("whole-word"):
        return []  # 落实 before 习, and no 实习
    is_ordinary = starts_word(text, start, "ordinary")
    if is_ordinary and not (is_apart(text, start) or is_introduced(text, start)):
        return []  # see Candidate.is_plain
    each = [one for one in _lengths(text, start) if one]
    return each and _fit_of(each, text, start, is_behind_post, ends_word_before, is_ordinary)


def _fit_of(
    each: list[Candidate],
    text: str,
    start: int,
    is_behind_post: bool,
    ends_word_before: bool,
    is_ordinary: bool,
) -> list[Candidate]:
    """Return which of the names at an offset are none of a word or place around them."""
    if ends_word_before:
        each = [one for one in each if one.titled and not one.short]
    elif text[start - 1 : start + 1] in _TORN:
        each = [one for one in each if one.acts and not one.short]
    elif begins_place(text, start):
        each = [one for one in each if _is_sure(text, one)]
    elif text[start - 1 : start + 1] in words("whole-word") and not is_behind_post:
        # 施 of 实施: behind such a word a post must stand, or a title behind the name.
        each = [one for one in each if one.introduced or one.honoured]
    each = [one for one in each if one.introduced or not heads_place(text, *one[:2])]
    if text[start] in LEADING and text[start - 1 : start] != "、":  # 由 leads on in 由双月通报
        each = [one for one in each if one.introduced or one.stops or one.titled]
    each = [one for one in each if not _is_part(text, one, is_behind_post)]
    in_list = text[start - 1 : start] == "、"
    is_whole_word = text[start : start + 3] in words("ordinary")  # 农家乐
    listed = in_list and any(fills_list(text, start, start + size) for size in (2, 3))
    listed = listed and not is_whole_word
    if not listed and is_rare_word(text, start):
        each = [one for one in each if one.acts or one.titled]
    if is_ordinary and not listed:
        each = [one for one in each if one.is_plain and not is_cut(text, one.end)]
    return each


def _read_word(text: str, start: int) -> Candidate | None:
    """Return a name that is a word or place as well, if its holder speaks behind a post: 高峰说."""
    name = text[start : start + 2]
    if name not in words("word-name") and name not in places_by_name():
        return None
    one = _look_around(text, start, 1, 1)
    verb = longest_word(text, start + 2, "speech")
    stops = text[start + 2 + verb : start + 3 + verb] in STOPS
    return one if one and one.introduced and verb and stops else None


def _is_sure(text: str, one: Candidate) -> bool:
    """Return whether a name is one although a place begins before it: 长武 in 市长武某某."""
    if one.acts:
        return one.common or not one.short
    is_named = one.appointed and one.usual and one.ends and not one.short
    return is_named and text[one.start - 1 : one.start + 1] not in words("long")


def _is_part(text: str, one: Candidate, is_behind_post: bool) -> bool:
    """Return whether a name is a part of another word or name, and nothing tells otherwise."""
    if is_behind_post:  # 保安 of 确保安全 is no post
        is_told = one.common or one.acts or one.titled
        return not is_told and text[one.start - 1 : one.start + 1] in words("whole-word")
    is_told = one.introduced or one.honoured or (one.acts and not one.rare)
    return not is_told and is_cut_out(text, one.start, one.end)


def _best(each: list[Candidate]) -> Candidate | None:
    """Return which of the names that may begin at an offset has the most in its favour."""
    if not each:
        return None
    if any(one.usual and not one.torn for one in each) and any(one.torn for one in each):
        each = [one._replace(ends=True) for one in each if not one.torn]
    best = next((one for one in each if one.acts or one.titled or one.stops), None)
    best = best or next((one for one in each if one.parted), None)
    best = best or next((one for one in each if one.ends), None)
    return best or next((one for one in each if one.usual or one.likely or one.unnamed), None)


def _inside_posts(text: str) -> set[int]:
    """Return the offsets of the characters of posts, also of two that overlap: 带领队员."""
    found: set[int] = set()
    for start in places_of_words(text, "post"):
        found.update(range(start, start + longest_word(text, start, "post")))
    return found


def _lengths(text: str, start: int) -> list[Candidate | None]:
    """Return the names that may begin at an offset, the longest first."""
    family = 2 if text[start : start + 2] in surnames() else 1
    if unnamed := _UNNAMED.match(text, start + family):
        if text[start - 1 : start + 1] in places_by_name():  # 舟山某港
            return []
        return [_look_around(text, start, family, end_of_unnamed(text, unnamed) - unnamed.start())]
    if starts_word(text, start + family, "saying") or starts_word(text, start + family, "post"):
        return []
    return [_look_around(text, start, family, given) for given in (2, 1)]


def _look_around(text: str, start: int, family: int, given: int) -> Candidate | None:
    """Return what may be a name, with what stands beside it, or nothing if it certainly is none."""
    end = start + family + given
    characters = text[start + family : end]
    is_word = text[start : start + 2] in words("no-name")
    is_word = is_word and (given == 1 or characters.endswith(_JOINING))
    if is_word or characters in words("no-given"):
        return None
    is_common = family == 2 or text[start : start + family] in words("common")
    usual = (given == 2 or is_common) and words("given").issuperset(characters)
    is_listed = fills_list(text, start, end)
    is_whole = may_be_given(characters) or is_listed
    has_particle = not is_whole and has_particle_told(text, start, end, given, is_common)
    if not (usual or is_whole or has_particle):
        return None
    is_of_next = given > 1 and is_title_of_next(text, end)
    acts = acts_behind(text, end) and not is_of_next
    rare = text[start : start + family] in words("rare")
    titled = starts_word(text, end, "post") and not text.startswith("人员", end)
    titled = titled and not starts_word(text, end, "crowd")
    titled = titled and not is_of_next
    stops = text[end : end + 1] in STOPS
    honoured = titled and (starts_word(text, end, "address") or starts_word(text, end, "style"))
    honoured = honoured and not starts_word(text, end, "head")
    follows = acts or titled or stops or starts_word(text, end, "after")
    if not follows and given > 1 and longest_place(text, end):  # 市长李某某甲市之行
        follows = is_introduced(text, start)
    if given == 1 and usual and is_common and not follows:
        follows = is_introduced(text, start) and begins_deed(text, end)
        follows = follows and not is_known_word(text[start:end])
    likely = given == 2 and is_common and not words("given").isdisjoint(characters)
    if not (follows or likely or usual or characters.startswith("某")) and is_han(text, end):
        return None
    before = text_before(text, start)
    introduced = is_introduced(text, start)
    is_first = begins_apart(text, start)
    goes_on = bool(
        runs_on(text, end)
        or is_share(text, start)
        or (introduced and given > 1 and characters.endswith("家") and is_visited(text, start))
        or _HOW.fullmatch(characters)
        or (characters == "一" and is_cut(text, end))  # 张一再
        or characters == "家"
        or (not introduced and starts_word(text, end, "thing-end"))
        or ((given > 1 or rare) and not (acts or titled or is_listed) and is_cut(text, end))
        # 名家 and 画家 are no names.
        or (characters.endswith("家") and not (introduced or is_first))
        or (is_first and not titled and is_in_term(text, start, end))
    )
    is_given = (
        (is_whole or (introduced and has_particle))
        and characters[-1] not in words("word-tail")
        and (introduced or honoured or characters[-1] not in words("place-suffix") or is_listed)
    )
    usual = (
        usual
        and end <= len(text)
        and (titled or text[end : end + 1] not in words("place-suffix"))
        and (
            not (characters[-1:] in words("place") or characters[-1:] in words("thing-end"))
            or honoured
            or ends_word(before, len(before), "post")
        )
    )
    if goes_on or not (is_given or usual):
        return None
    hinted = not words("given").isdisjoint(characters)
    may_be = acts or titled or is_listed or (hinted and not rare)
    if ends_word(before, len(before), "crowd") and not may_be:
        introduced = False  # 让游客乐享其中
    return Candidate(
        start,
        end,
        introduced=introduced,
        appointed=ends_word(before, len(before), "style"),
        called=text[start - 1 : start] in words("called")
        or (titled and text[start - 1 : start] in words("office-end")),
        begins=is_first,
        apart=is_apart(text, start),
        ends=follows or (introduced and not is_han(text, end)),
        stops=stops,
        acts=acts,
        titled=titled,
        parted=longest_word(text, end, "after") > 1,
        usual=usual,
        short=family + given == 2,
        hinted=hinted,
        likely=likely,
        phrase=characters in words("phrase") or characters in words("whole-word"),
        rare=rare,
        unnamed=characters.startswith("某"),
        common=is_common,
        torn=given > 1
        and (
            (not (titled or stops) and takes_verb(text, end, acts=acts, introduced=introduced))
            # 总 of 王某总工程师 is a part of the post.
            or longest_word(text, end - 1, "post") > max(1, longest_word(text, end, "post"))
        ),
        honoured=honoured,
    )
