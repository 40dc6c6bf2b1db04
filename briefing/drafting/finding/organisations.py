"""The organisations of a text for a draft: their kinds, and where they and short names stand."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain

from briefing.checks.widen import widen_marks
from briefing.drafting.finding.breaks import Breaks
from briefing.drafting.finding.people import find_people
from briefing.drafting.finding.posts import SHORT_NAME
from briefing.drafting.found import FoundOrganisation, FoundPerson, Span, Spans
from briefing.model.choices import OrganisationKind
from briefing.names.gazetteer import longest_place
from briefing.names.tables import alternatives, starts_word, words

_KINDS: tuple[OrganisationKind, ...] = ("firm", "institute", "association", "party", "government")
_LONGEST = 36
"""The name of an organisation has no more characters."""
_LEGAL = (
    re.compile("(?:股份|有限|责任|控股)*公司$"),
    re.compile("[（(]?集团[）)]?(?:股份|有限|责任|控股)*公司$"),
)
_NEAR = 6
_LONG = 3
"""So many characters of an end make no other word with one behind it: 监测站内."""
_FULL = 3
"""The full name of a place, which begins that of a body, has so many characters."""
_COUNTED = re.compile("[\\d一二两三四五六七八九十百千万亿几多数余]+(?:家|个|所)$")
"""What stands before a common noun: 三家医院."""
_TEAMS = re.compile("[\\d一二三四五六七八九十百两几多余]+支队")
"""Teams that are counted, and no detachment: 48支队."""
_PROPER = re.compile("[省市县区州旗镇乡]|[\u4e00-\u9fff]{2}村$|第[一二三四五六七八九十]")
_SEAT = re.compile(
    "(?:[省市县区州旗盟镇乡国]|人民|联邦|中央|临时|日本|加拿大|俄罗斯|以色列|意大利|西班牙|乌克兰)$"
)
"""What a government is of; without it 政府 is a common noun: 加强政府, 法治政府."""
_JOINED = re.compile("联合(?=[省市县区州旗镇乡]|中国|国家|全国)")
"""A verb before the name of a body that is told from others by its level: 联合县中医院."""
_LEADS = re.compile(
    "(?:记者)?(?:[今昨]天|日前|近日)?从(?=[省市县区州旗国])"
    "|(?:记者)?(?:[今昨]天|日前|近日)?从(?P<place>[\u4e00-\u9fff]{2,3})"
    "|入职|供职于|就职于|任职于|就读于|毕业于|考入|考取|推进|加快(?:推进|建设)?|会同|对接|推动|坚持|加强|协调|送往|移交|取得|进入|关注|率(?![先领])|(?:下属|旗下)?企业(?=中国)|持续|完善|抓牢|庆祝|形成|总书记主持|主持|联动|展品经|共有|突破|争创|征集|申请|开立|但|首届|智慧(?=海关)|底(?=全国)"
)
"""What stands before the name of a body and is no part of it: 记者从甲省水利厅."""
_ADDRESS = re.compile("[^，。；“”]{2,16}\\d号(?=..)")
"""The address of a body before its name: 新村29号甲医院."""
_IN_BRACKETS = re.compile("（(?:以?下?简称[：为]?)?“?")
"""What stands between a body and its short name: 示例电力公司（示电公司）."""
_CALLED = re.compile(
    "，(?:以下|下)?简称为?[“「]?(?![本该]?(?:公司|集团|项目|企业|银行|中心|学校|医院|协会)[”」]?[，。；）])([^，。；“”「」（）]{2,12}?)[”」]?(?=[，。；）])"
)
"""What gives a short name behind the body, without brackets: 示例电力公司，简称示电，."""
_TOGETHER = re.compile("[^，。；：]*会同")
_TRADE = re.compile(
    "活动|成果|含量|人才|特色|消费|文化|主题|人员|园|城|馆|大厦|[\u4e00-\u9fff]{0,3}?(?:产业|行业|制造|工业|产品|产量|产值|出口|元件|器件|材料|装备|零部件|电池)"
)
"""What stands behind a word for a trade that is no end of the name of a firm."""
_GOES_ON = re.compile(
    ".[长级员]|行[动业政为情驶走]|大众|馆日|会随身|央(?:预算|财政|救灾)|心(?:城[市区镇]|[镇村校线组]|小学|地带)|学生(?!产)|学城|司债|大会(?![议堂])|大[赛奖门桥坝厦道街]|局[面势部限地直]|部[门队分落位件]"
    "|(?:协|(?<!委)会)[议定调助商力谈见晤场]|.(?:上市|法人|名单|总数|数量)"
)
"""What the last character of an organisation and those behind it make when it is none: 局面."""
_PLAIN = re.compile(
    "(?:国有|担保|旅游|物业|管理|加工|股份|合作制|园区|产业|水质|自动|附属|企业|县级|区域|医疗|购物|现代|农事|综合|服务|度假区"
    "|滑雪|农民|农机|护士|人民|乡镇|社区|卫生|技术|研发|培训|就业|电商|物流|养殖|种植|专业|中等|高等|示范|公共|上级|属地|产地|口岸"
    "|[一二三两大型副之工火])+"
)
"""What a common noun has before its end that only tells a kind: 旅游公司, 上级医院."""
_SOME = re.compile(
    "(?:这|那)[几一]?[家个些年所座]|全部|所有|部分|各级|[两三]级|五大|[一-鿿]星级|百年老|下简称|再次强调|抗议|调拨|担忧|发生|开通|阻止|派遣|调研|安排|规范"
)
"""What in the words before an end says that they are no name: some of many, or a verb."""
_INSIDE = re.compile(".[内外里]")
_PLANNED = re.compile("(?:建设|改造|扩建|迁建|新建)?(?:项目|工程)")
"""What stands behind the name of what is still to be built: 培训中心项目."""
_NUMBERED = re.compile(".\\d+[多余]?[家所个]")
"""What behind a common noun counts what it means: 农村医院12家."""
_WHOSE = re.compile("自治区|[省市县州旗]")
"""How the name of one body begins, which a number behind it does not count: 省水利厅2个."""


def find_organisations(
    paragraphs: Sequence[str], people: Sequence[FoundPerson] | None = None
) -> list[FoundOrganisation]:
    """Return every organisation that the paragraphs name, once, in order, by its fullest name.

    The bodies of posts are among them. What 以下简称 or a legal form tells to be a short name of
    another one is a mention of that and one of its ``aliases``.

    >>> found = find_organisations(["示例集团有限公司（以下简称“示集”）投产，示集扩建。"])
    >>> [(one.name, one.kind, one.aliases, len(one.mentions)) for one in found]
    [('示例集团有限公司', 'firm', ('示集',), 3)]
    """
    paragraphs = [widen_marks(text) for text in paragraphs]
    named: dict[str, list[Span]] = {}
    for name, span in _named(paragraphs, find_people(paragraphs) if people is None else people):
        named.setdefault(name, []).append(span)
    _find_again(paragraphs, named)
    full = {name: name for name in named}
    full |= _short_names(named) | _parts(named)
    introduced = dict(_introduced(paragraphs, named))
    full |= {alias: full[owner] for alias, owner in introduced.items()}
    named |= _mentions(paragraphs, introduced)
    short: dict[str, list[str]] = {}
    for name, owner in full.items():
        if name != owner:
            short.setdefault(owner, []).append(name)
    return [
        FoundOrganisation(name, kind_of(name), *_gather(name, short.get(name, ()), named))
        for name in sorted(named, key=lambda each: named[each][0])
        if full[name] == name
    ]


def kind_of(name: str) -> OrganisationKind:
    """Return the kind of an organisation by the longest end of its name that is known."""
    kinds = _kinds()
    ends = (name[start:] for start in range(len(name)))
    return next((kinds[end] for end in ends if end in kinds), "other")


def _gather(
    name: str, aliases: Sequence[str], named: dict[str, list[Span]]
) -> tuple[tuple[Span, ...], tuple[str, ...]]:
    """Return all mentions of an organisation, and its short names."""
    spans = {span for each in (name, *aliases) for span in named[each]}
    return tuple(sorted(spans)), tuple(aliases)


def _named(paragraphs: Sequence[str], people: Sequence[FoundPerson]) -> Iterator[tuple[str, Span]]:
    """Yield the organisations of the paragraphs and of the posts, in any order."""
    posts: dict[Span, str] = {}
    for post in (post for person in people for post in person.posts):
        number, start, end = post.span
        body = post.organisation or ""
        at = paragraphs[number - 1].find(body, start, end)
        common = body in _kinds() or body in words("no-body")  # 该公司 names none
        if len(body) > 1 and at >= 0 and (body in words("own-body") or not common):
            posts[Span(number, at, at + len(body))] = body
    known = {(span.paragraph, at) for span in posts for at in (span.start, -span.end)}
    behind: dict[int, list[int]] = {}
    for span in (span for person in people for span in person.mentions):
        behind.setdefault(span.paragraph, []).append(span.end)
    for number, text in enumerate(paragraphs, 1):
        for start, end in _find_bodies(text, behind.get(number, ())):
            if known.isdisjoint(((number, start), (number, -end))):
                yield text[start:end], Span(number, start, end)
    yield from ((name, span) for span, name in posts.items())


def _find_bodies(text: str, names: Sequence[int]) -> list[tuple[int, int]]:
    """Return the offsets of what ends like the name of an organisation and is no common noun.

    ``names`` are the offsets behind the names of people. One that stands right behind another one
    is a part of it and belongs to its name, as 示例大学环境学院.
    """
    breaks = Breaks(text, names)
    found: list[tuple[int, int]] = []
    for match in _ending().finditer(text):
        end = match.end()
        last = found[-1][1] if found else 0
        start = breaks.before(match.start(), last)
        if match[0] in words("known-firm"):
            start = match.start()
        elif short := _IN_BRACKETS.match(text, start, match.start()):
            start = short.end()
        if verb := start == last and _acts().match(text, start, match.start()):
            start = verb.end()
        elif joined := _JOINED.match(text, start, match.start()):
            start = joined.end()
        start = _skip_leads(text, start, match.start())
        behind = bool(_GOES_ON.match(text, end - 1)) and not starts_word(text, end, "post")
        behind = behind or (len(match[0]) < _LONG and bool(_INSIDE.match(text, end - 1)))
        behind = behind or (
            bool(_NUMBERED.match(text, end - 1)) and not _is_single(text[start:end])
        )
        behind = behind or (match[0] in words("institute") and bool(_PLANNED.match(text, end)))
        behind = behind or (match[0] in _trades() and bool(_TRADE.match(text, end)))
        counted = _COUNTED.search(text, max(0, start - _NEAR), start)
        if behind or counted or end - start > _LONGEST:
            continue
        name = text[start:end]
        fits = found and end - found[-1][0] <= _LONGEST
        # 国务院甲省乙厂事故调查组 looks into what happened at a firm
        is_of_state = kind_of(match[0]) not in ("firm", "institute")
        is_of_state = is_of_state or not text.endswith("国务院", 0, last)
        fits = fits and (is_of_state or not longest_place(text, last))
        if fits and start == last and not _stands_alone(name):
            is_of_it = not _SOME.search(text, last, match.start())
            if is_of_it and match[0] not in _trades() and not name.endswith(_common()):
                found[-1] = (found[-1][0], end)
        elif _is_whole(name, match[0]):
            found.append((start, end))
    return found


def _skip_leads(text: str, start: int, end: int) -> int:
    """Return where the name of a body begins that has its own words up to an offset."""
    if together := _TOGETHER.match(text, start, end):
        start = together.end()
    is_apart = text[start] not in "驻原" and not longest_place(text, start)
    if is_apart and longest_place(text, start + 1) >= _FULL:
        start += 1  # 还好甲县水务局
    if address := _ADDRESS.match(text, start, end):
        start = address.end()
    while lead := _LEADS.match(text, start, end):
        if not lead["place"]:
            start = lead.end()
        elif longest_place(lead["place"]):
            return lead.start("place")
        else:  # 从江县 is a county
            return start
    return start


@cache
def _trades() -> frozenset[str]:
    """Return the ends of names of firms that are also words for a trade: 电子, 能源."""
    return words("weak") & words("firm")


def _stands_alone(name: str) -> bool:
    """Return whether a name is no part of the one right before it: 省委省政府, 国务院国资委."""
    return name in words("own-body") - {"国资委"} or name.startswith(tuple(words("level")))


def _is_single(name: str) -> bool:
    """Return whether a name begins with what the body is of, as a place does."""
    return bool(_WHOSE.match(name) or longest_place(name))


def _is_whole(name: str, ending: str) -> bool:
    """Return whether a name is more than a common noun: it has words of its own before its end."""
    if name in words("own-body") or name in words("known-firm"):
        return True
    own = name.removesuffix(ending)
    if own in words("level") and ending in words("own-body") | words("level-body"):
        return True  # 省发改委
    if ending.endswith("政府") and not _SEAT.search(name.removesuffix("政府")):
        return False
    common = name in words("no-body") or name.endswith(_common())
    common = common or name.count("“") != name.count("”")
    described = name.startswith(tuple(words("described")))
    common = common or bool(_PLAIN.fullmatch(own) or _SOME.search(own))
    weak = ending in words("weak") and not _PROPER.search(own)
    counted = bool(_TEAMS.fullmatch(name))
    return len(own) > 1 and not (common or described or weak or counted or "+" in name)


def _short_names(named: dict[str, list[Span]]) -> dict[str, str]:
    """Return the names that are others without their legal form, with the fullest of each."""
    found: dict[str, str] = {}
    for name in sorted(named, key=len):
        for form in _LEGAL:
            short = form.sub("", name)
            if short != name and short in named:
                found[short] = name
    return found


def _parts(named: dict[str, list[Span]]) -> dict[str, str]:
    """Return the common nouns that are the end of one organisation of the text: 管委会."""
    common = [noun for noun in named if noun in words("no-body")]
    owners = {
        noun: [name for name in named if name.endswith(noun) and name != noun] for noun in common
    }
    return {noun: found[0] for noun, found in owners.items() if len(found) == 1}


def _find_again(paragraphs: Sequence[str], named: dict[str, list[Span]]) -> None:
    """Add where the bodies are named again that only the post of somebody told: 省某某办副主任."""
    known = Spans(span for spans in named.values() for span in spans)
    only_in_posts = [name for name in named if kind_of(name) == "other"]
    for name, spans in _mentions(paragraphs, only_in_posts).items():
        more = [span for span in spans if not known.touch(span)]
        named[name] = sorted([*named[name], *more])


def _introduced(
    paragraphs: Sequence[str], named: dict[str, list[Span]]
) -> Iterator[tuple[str, str]]:
    """Yield the short names that 简称 gives, each with the organisation before them."""
    ends = {(span.paragraph, span.end): name for name, spans in named.items() for span in spans}
    for number, text in enumerate(paragraphs, 1):
        for match in chain(SHORT_NAME.finditer(text), _CALLED.finditer(text)):
            owner = ends.get((number, match.start()))
            if owner:
                yield match[1], owner


def _mentions(paragraphs: Sequence[str], names: Iterable[str]) -> dict[str, list[Span]]:
    """Return where each of some names stands."""
    found: dict[str, list[Span]] = {name: [] for name in names}
    lengths: dict[str, set[int]] = {}
    for name in filter(None, found):
        lengths.setdefault(name[0], set()).add(len(name))
    if not lengths:
        return found
    firsts = re.compile(f"[{re.escape(''.join(lengths))}]")
    for number, text in enumerate(paragraphs, 1):
        for start in (match.start() for match in firsts.finditer(text)):
            for end in (start + length for length in lengths[text[start]]):
                if end <= len(text) and text[start:end] in found:
                    found[text[start:end]].append(Span(number, start, end))
    return found


@cache
def _kinds() -> dict[str, OrganisationKind]:
    known: dict[str, OrganisationKind] = dict.fromkeys(words("known-firm"), "firm")
    return known | {word: kind for kind in _KINDS for word in words(kind)}


@cache
def _ending() -> re.Pattern[str]:
    return re.compile(alternatives("known-firm", *_KINDS))


@cache
def _common() -> tuple[str, ...]:
    return tuple(words("common-body"))


@cache
def _acts() -> re.Pattern[str]:
    return re.compile(alternatives("act"))
