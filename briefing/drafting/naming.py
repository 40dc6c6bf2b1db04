"""Labels for figures, made of the words around a number in its clause."""

import re
from typing import NamedTuple

from briefing.drafting.found import Span
from briefing.drafting.pages.leads import measure_lead
from briefing.drafting.text import DraftText, span_of
from briefing.drafting.trimming import (
    CLOSE,
    OPEN,
    SHOWN,
    clean_words,
    strip_begin,
    strip_end,
)
from briefing.names.gazetteer import longest_place
from briefing.names.labels import words_of_labels
from briefing.names.tables import words as list_words
from briefing.quantities import Quantity, scan_paragraph

LONGEST_LABEL = 19
"""A label has fewer Chinese characters than a text may copy in a row."""
_LONGEST_NOUN = 10
_FARTHEST = 120
"""What stands further before a number does not name it."""
_FALLBACK = "数值"
"""The label of a figure around which nothing is named."""
_BRACKETS = re.compile("[（(][^（）()]*[）)]")
_JOINT = re.compile("[的在对，、]")
_NOUN_END = re.compile("[，。；：、！？,;:!?（）()“”‘’《》\\s—]")
_CLAUSE_MARK = re.compile(
    "(?<![0-9])[,:：]|[,:：](?![0-9])|[，。；、！？;!?“”‘’《》\\s]|—{2,}|—(?![0-9一-鿿])"
)
_COMPARED = re.compile("(?:(?<![占之环同率])比|较)$")
_GOES_ON = re.compile("[由从]")
_QUOTED = re.compile("“([^“”，。；！？]{1,12})”")
"""A quoted name, which may stand in a label; its marks are hidden while clauses are told apart."""
_PLAN = re.compile("“?十[一二三四五六七八九]五”?(?:规划|时期|期间|[末初])?")
"""A plan by which years are told."""
_SHARE_OF = re.compile(
    "的([\u4e00-\u9fff]{2,10}?)(?=[，。；、]|[已在是被将由可能获无未][\u4e00-\u9fff])"
)
_WEAK_HEAD = re.compile("(?:.{0,10}(?:覆盖|惠及|涉及))?|有|其中有")
"""What before a share names nothing, so that the words behind it tell what it is of."""
_WHOLE = ("国家和地区",)
"""Nouns with a word in them that is no part of others."""
_SPAN_BEFORE = re.compile("(?:这|过去|今后|未来|最近|(?<![接附邻最])近|今明|初[一二三四五六])的?$")
_SPAN_BEHIND = re.compile("多?(?:以?来|[之以]?前|间)")
_QUALIFIED = re.compile("^(?:左右|上下|以[上下内])")
"""What right behind a number belongs to it, and to no name of what it counts: 50个左右城市."""
_THE_ONE = re.compile("[的新]一[年天月周]")
"""A time that is only called such: 新的一年, 最忙的一天."""
_PEOPLE = re.compile("(?:死亡|受伤|遇难|失踪|获救|确诊|参加|参与|出席|报名|参赛|就业|毕业)")
_COUNTED = ("count", "range", "ordinal")
_OF_LIST = re.compile(".*等(?:在内的?)?(?:一共|总共|共)?")
"""What before a number only lists some of what it counts: 甲、乙等3个区."""
_NOUNS = (*"省市县区州国镇乡村旗盟", "部门", "部委", "省份", "省区", "地市", "单位")
"""Units that say themselves what is counted."""
_TAKES = re.compile(".{0,8}?(?:[仅只]?用|[只仅]要|历经|历时|耗时|经过?|持续|时间就[一-鿿]{1,3})了?")
"""What before a span of time says that something takes it."""
_AGE = "岁"
_WHOSE_AGE = re.compile("的?([一-鿿]{2,10}?)(?=[，。；、：在于是有从]|患|$)")
_SPENT = re.compile(
    "(?:紧急|新|已|再|共|又|累计|计划|先后|中央|财政|每年|全年|拟)*"
    "(?:投入|安排|发放|预拨|下达|拨付|筹集|落实|兑现|捐赠|补助|减免|奖励|给予|发行|投资|融资|节省|花费)了?"
)
"""A verb of spending, which names nothing without what is spent."""
_THAN = re.compile(
    "(?:比|较|与|同|和)?(?:去年|上年|前年|上月|上周|上个月|上季度|年初|上年度)(?:同期|末|底)?(?:相比)?"
    "(?:则|分别|又|均)*"
)
"""What a change is compared with, which tells nothing of what has changed."""
_RATIO = re.compile("比例|比率|占比|比重")
"""A share of what the figure before it tells."""
_EACH = re.compile("(?:[一-鿿A-Za-z]{2,8}、){1,5}[一-鿿A-Za-z]{2,8}(?=各(?:有|建|设)?$)")
"""Things of each of which there are as many: 甲线、乙线各1条."""


class Named(NamedTuple):
    """The label of a figure, and what it is of, which the next figure of the sentence may be of."""

    label: str
    subject: str


def make_label(text: DraftText, quantity: Quantity, begin: int, subject: str) -> Named:
    """Return a label for a quantity that begins, with its qualifier, at an offset.

    ``subject`` is what the figure before it in the sentence is of. It stands before words that name
    nothing themselves, and alone where there are none.
    """
    head, noun = _read_parts(text, quantity, begin, subject)
    if alone := _label_alone(text, quantity, head, noun, subject):
        return Named(_shorten(alone), subject)
    bare = _without_change(head)
    if not bare and not noun:  # 同比增长5%
        return Named(_shorten(subject + head) or _rest_of_clause(text, quantity, begin), subject)
    if head.startswith("占") and subject and quantity.unit == "%":
        ends = "" if head.endswith(("占比", "比重")) else "的比重"
        share = f"{subject}{head.rstrip('约近达')}{ends}"
        return Named(_shorten(share.replace("的的", "的")), subject)
    if quantity.kind == "rank" and subject not in head:
        return Named(_shorten(f"{subject}{head}位次"), subject)
    label = _shorten(head, LONGEST_LABEL - len(noun)) + noun or _FALLBACK
    return Named(label, strip_end(noun or bare, "trailing"))


def leave_bracket(between: str, subject: str, outer: str) -> tuple[str, str]:
    """Return what a figure is of whose clause goes on behind a bracket, and what it was before one.

    ``between`` stands between two figures: 职工2万人（其中女性5000人），占5% is a share of 职工.
    """
    opened = sum(map(between.count, "（(")) - sum(map(between.count, "）)"))
    return (outer if opened < 0 else subject), (subject if opened > 0 else outer)


def _read_parts(text: DraftText, quantity: Quantity, begin: int, subject: str) -> tuple[str, str]:
    """Return the words before a quantity that tell what it is, and the noun that it counts."""
    head = _head(text, quantity, begin)
    than = _THAN.match(head)
    if than and _without_change(head) and not _without_change(head[than.end() :]):
        head = head[than.end() :]
    if _RATIO.fullmatch(head):  # 人数为3万，比例为5%
        head = f"{subject}的{head}" if subject else head
    elif head.startswith(("比", "较")) and _without_change(head):  # 较2030年末增加
        head = _shorten(head).lstrip("比较")
    if quantity.kind not in _COUNTED:
        return head, ""
    noun = _noun_behind(text, quantity)
    if noun or quantity.unit in _NOUNS:
        head, noun = _leave_out_list(text, quantity, begin, head, noun)
    is_of_it = text.paragraphs[quantity.paragraph - 1].endswith("的", 0, begin)
    if noun and not is_of_it and head.rstrip("和与及") == subject:
        return "", noun  # 3个地市11个县区
    return head, noun


def _label_alone(
    text: DraftText, quantity: Quantity, head: str, noun: str, subject: str
) -> str | None:
    """Return a label that is made in a way of its own: of a time, a share, people or money."""
    if quantity.kind == "duration" and head.endswith("连续"):  # 连续5年无事故
        return head + _clause_behind(text, quantity)
    if quantity.unit == _AGE or quantity.kind == "duration":
        return _label_time(text, quantity, head, subject)
    if quantity.unit == "%" and _WEAK_HEAD.fullmatch(head):
        of = _SHARE_OF.match(text.paragraphs[quantity.paragraph - 1], span_of(quantity).end)
        return f"{head.removesuffix('有')}{of[1]}的比例" if of else None  # 覆盖80%的口岸
    if _PEOPLE.fullmatch(noun) and quantity.unit in ("人", "名") and not head:
        return f"{noun}人数"
    if quantity.kind in ("money", "measure") and _SPENT.fullmatch(head):
        what = _noun_behind(text, quantity) or ("金额" if quantity.kind == "money" else "")
        return head.removesuffix("了") + what
    return f"{quantity.unit}数" if quantity.unit in _NOUNS and not (head or noun) else None


def _label_time(text: DraftText, quantity: Quantity, head: str, subject: str) -> str:
    """Return a label for an age or for a time that something takes, or nothing."""
    if quantity.unit == _AGE:
        paragraph = text.paragraphs[quantity.paragraph - 1]
        whose = _WHOSE_AGE.match(paragraph, span_of(quantity).end)
        name = head or (whose[1] if whose and paragraph[whose.start()] == "的" else subject)
        return _shorten(name if "年龄" in name else f"{name}年龄")
    if head.endswith("为期"):
        return _shorten(f"{head.removesuffix('为期')}期限")
    return "所用时间" if _TAKES.fullmatch(head) else ""


def _leave_out_list(
    text: DraftText, quantity: Quantity, begin: int, head: str, noun: str
) -> tuple[str, str]:
    """Return what stands before and behind a number without a list of what it counts.

    A unit that is a noun itself needs none behind it: 甲、乙等8部门发布通知.
    """
    paragraph = text.paragraphs[quantity.paragraph - 1]
    noun = "" if quantity.unit in _NOUNS else noun
    listed = paragraph.endswith(f"、{head}", 0, begin)
    if listed and not head.startswith(words_of_labels("verb")):
        return "", noun
    return _OF_LIST.sub("", head), noun


def _without_change(head: str) -> str:
    """Return what words name, without those at their end that tell of a change."""
    return strip_end(head, "change")


def _head(text: DraftText, quantity: Quantity, begin: int) -> str:
    """Return what the clause says before a quantity, without times and words that lead to it."""
    paragraph = text.paragraphs[quantity.paragraph - 1]
    far = max(measure_lead(paragraph), begin - _FARTHEST)
    if each := _EACH.search(paragraph, max(far, begin - LONGEST_LABEL), begin):
        return clean_words(each[0])
    plain = _hide(paragraph[far:begin])
    first = max((found.end() for found in _CLAUSE_MARK.finditer(plain)), default=0)
    before = ""
    for other in text.starting(quantity.paragraph, far + first, begin):
        start, end = other.offset - far, other.offset - far + len(other.text)
        compared = plain[start - 1 : start] in "比较" and _COMPARED.search(
            plain, max(0, start - 2), start
        )
        if first <= start and end <= len(plain) and other.kind != "name" and not compared:
            if other.unit == "date" or is_span(text, other):  # 利润总额1至5月为19亿元
                before = clean_words(plain[first:start])
                first = end + _behind_date(plain, end)
            else:
                is_class = other.kind == "measure" and plain.startswith("级", end)
                before, first = "", end + is_class  # 1000吨级泊位8个
    return clean_words(plain[first:]) or before or _clause_before(text, quantity, far, plain)


def _clause_before(text: DraftText, quantity: Quantity, far: int, plain: str) -> str:
    """Return what the clause before says where that of a quantity only goes on: 比重，由9%升至."""
    marks = [found.span() for found in _CLAUSE_MARK.finditer(plain)]
    if not marks or not _GOES_ON.match(plain, marks[-1][1]) or plain[marks[-1][0]] not in "，,":
        return ""
    start, end = marks[-2][1] if len(marks) > 1 else 0, marks[-1][0]
    return (
        ""
        if text.starting(quantity.paragraph, far + start, far + end)
        else clean_words(plain[start:end])
    )


def _behind_date(text: str, at: int) -> int:
    """Return how many characters behind a time belong to it: 内 of 年内, but not that of 内蒙古."""
    if longest_place(text, at):
        return 0
    return next(
        (len(word) for word in words_of_labels("behind-date") if text.startswith(word, at)), 0
    )


def _noun_behind(text: DraftText, quantity: Quantity) -> str:
    """Return the noun that a quantity counts, as far as the words behind it are one."""
    span = span_of(quantity)
    paragraph = text.paragraphs[span.paragraph - 1]
    _, following = text.neighbours(quantity)
    stop = following.offset if following else len(paragraph)
    behind = _hide(paragraph[span.end : min(stop, span.end + _LONGEST_NOUN + 9)])
    behind = _NOUN_END.split(behind.replace("\0", ""))[0].translate(SHOWN)
    behind = _QUALIFIED.sub("", behind)
    for at in range(len(behind)):
        ends_word = behind[at - 1 : at + 1] in list_words("whole-word")  # 能 of 功能
        in_noun = any(
            behind.startswith(words_of_labels("noun"), near) for near in (at, max(0, at - 1))
        )
        is_verb = behind.startswith(words_of_labels("verb"), at) and not (ends_word or in_noun)
        if is_verb and not behind.startswith(_WHOLE, at - 2):
            behind = behind[:at]
            break
    return behind if len(behind) <= _LONGEST_NOUN else ""


def _hide(words: str) -> str:
    """Return words, as many, with what is in brackets hidden, and the marks of quoted names."""
    plain = _BRACKETS.sub(lambda found: "\0" * len(found[0]), words)
    plain = _PLAN.sub(lambda found: "\0" * len(found[0]), plain)
    return _QUOTED.sub(f"{OPEN}\\1{CLOSE}", plain)


def is_span(text: DraftText, quantity: Quantity) -> bool:
    """Return whether a duration only tells a time in which something happened: 五年来, 近3年."""
    if quantity.kind != "duration":
        return False
    paragraph, span = text.paragraphs[quantity.paragraph - 1], span_of(quantity)
    if _SPAN_BEHIND.match(paragraph, span.end):
        return True
    if quantity.value == 1 and _THE_ONE.match(paragraph, span.start - 1):
        return True
    before = _SPAN_BEFORE.search(paragraph, max(0, span.start - 4), span.start)
    return before is not None and (quantity.unit in ("year", "month") or before[0][0] != "近")


def _clause_behind(text: DraftText, quantity: Quantity) -> str:
    """Return what the clause of a quantity says behind it, up to the next one."""
    span = span_of(quantity)
    _, following = text.neighbours(quantity)
    end = text.clause_of(span._replace(start=span.end - 1)).end
    stop = min(end, following.offset) if following else end
    return strip_end(text.read(span._replace(start=span.end, end=stop)), "trailing")


def _rest_of_clause(text: DraftText, quantity: Quantity, begin: int) -> str:
    """Return what else the clause of a quantity says, or its own words where that is nothing."""
    span = span_of(quantity)
    clause = text.clause_of(span)
    left, right = text.neighbours(quantity)
    start = max(clause.start, span_of(left).end) if left else clause.start
    end = min(clause.end, right.offset) if right else clause.end
    before = text.read(Span(span.paragraph, start, max(start, begin)))
    behind = _QUALIFIED.sub("", text.read(Span(span.paragraph, span.end, end)))
    return _shorten(strip_begin((before + behind).strip())) or _FALLBACK


def _shorten(label: str, most: int = LONGEST_LABEL) -> str:
    """Return the end of a label that is too long, from a word on that may begin one.

    What it begins with up to another number is left out, and so are times, since no anchor of the
    figure holds them.
    """
    for other in reversed([one for one in scan_paragraph(label) if one.kind != "name"]):
        before, behind = label[: other.offset], label[other.offset + len(other.text) :]
        if other.unit != "date":
            label = behind
            break
        # 降幅比1至4月收窄, 比2030年末增加
        label = before.rstrip("比较") + behind[_behind_date(behind, 0) :]
    if len(label) <= most:
        return label
    cut = label[len(label) - most :].lstrip("0123456789.%")
    joint = _JOINT.search(cut)
    if joint and joint.end() < len(cut) // 2:
        return cut[joint.end() :]
    return cut[_first_word(label, len(label) - len(cut)) - (len(label) - len(cut)) :]


def _first_word(label: str, at: int) -> int:
    """Return where the first word begins at or behind an offset of a label, as far as we know."""
    known = list_words("whole-word") | list_words("ordinary")
    for start in range(at, (at + len(label)) // 2):
        is_inside = label[start - 1 : start + 1] in known
        begins = label[start : start + 2] in known or label[start].isascii()
        begins = begins or longest_place(label, start) > 0
        if begins and not is_inside:
            return start
    return at
