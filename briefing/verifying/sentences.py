"""The sentences of a memo, with what must be known to judge the claims in them."""

import datetime
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property

from briefing.checks.numbers import Number
from briefing.quantities.english_dates import Span
from briefing.verifying.line import Line
from briefing.verifying.memo import Memo
from briefing.verifying.numbering import read_numbers
from briefing.verifying.splitting import cut_sentences
from briefing.verifying.wording import Word, language_of, pattern, read_words, words_in

_CLAUSE_END = {
    "zh": re.compile(r"(?<!\d)[,，]|[,，](?!\d)|[。；：！？;:!?（(）)]|——"),
    "en": re.compile(
        r"(?<!\d),(?: and\b)?|,(?: and\b)?(?!\d)|[;:!?()—]|\.(?!\d)|\s(?:while|but|whereas)\s"
        r"|\sand(?=\s(?:CNY |RMB |about |nearly )?\d)"
    ),
}
_GROWTH = re.compile(r"\b(?:growth|expansion|pace|growing)\b|增速|增幅|涨幅|增长率", re.I)
_ATTRIBUTE = re.compile(r"[a-z]+-[a-z]+", re.I)  # which describes what follows: a five-year plan
_COMPARED = re.compile(
    r"(?:\bthan|\bcompared (?:with|to)|\bversus|\bagainst|\brelative to|\babove|\bbelow"
    r"|(?:%|points?|cent|rise|increase|fall|drop|gain|up|down) (?:on|from)|\bover(?= the same))"
    r"(?: (?:in|that of|those of|the one in))?(?: the)?"
    r"(?: same (?:\w+ )?(?:months?|period|time|quarter|half)(?: (?:of|in))?"
    r"| (?-i:[A-Z][a-z]+))?\s*$",
    re.I,
)
_TIME = re.compile("(?:[0-9]{4}年|[去今前上]年|同期|年?[底末]|[0-9]{1,2}月)+的$")
_FROM_OR_TO = re.compile("(?:[从由]|(?P<to>[升增高降减落长][到至为]了?))$")
_ENDING = re.compile(r"[\s,.;)]*$|[,.;)]")
_MARK = re.compile(r"[,.;)]")
_BOTH_HAN = re.compile("[\u3400-\u9fff]{2}")
_LATIN = re.compile(r"(?<![A-Za-z])[a-z]{2,}")
_LAST_MONTH = 12
_LONGEST_HEADING = 60
_FARTHEST = 120
"""A turn of phrase right before something is no longer than so many characters."""


class Sentence:
    """One sentence of a memo.

    ``before`` is what its line has before it, ``heading`` the heading that it stands under, and
    ``offset`` where it begins in the line. ``cell`` is the line of a cell with which the heads of
    its table are told here.
    """

    def __init__(
        self,
        line: Line,
        start: int,
        end: int,
        heading: str,
        date: datetime.date,
        cell: Line | None = None,
    ) -> None:
        self.line = line
        self.cell = cell
        self.offset = start
        self.text = line.text[start:end]
        self.before = line.text[max(0, start - 200) : start]
        self.heading = heading
        self.language = language_of(self.text)
        self.date = date
        self._sought: dict[tuple[str, int], re.Match[str] | None] = {}
        self._aimed: dict[int, bool] = {}

    def without(self, start: int, end: int) -> "Sentence":
        """Return the sentence with blanks instead of the words of a span."""
        return self._rewritten(self.text[:start] + " " * (end - start) + self.text[end:])

    def only(self, start: int, end: int) -> "Sentence":
        """Return the sentence with blanks instead of all words but those of a span."""
        return self._rewritten((" " * start + self.text[start:end]).ljust(len(self.text)))

    def _rewritten(self, own: str) -> "Sentence":
        """Return the sentence with another text of the same length."""
        at, end, text = self.offset, self.offset + len(own), self.line.text
        line = self.line._replace(text=text[:at] + own + text[end:])
        return Sentence(line, at, end, self.heading, self.date)

    def locate(self, start: int, end: int) -> tuple[int, int] | None:
        """Return where a span of the sentence stands in the memo's line, or None if nowhere."""
        if self.cell is None or self.cell.heads is None:
            return self.offset + start, self.offset + end
        first = len(self.cell.heads[0])
        last = first + len(self.cell.text)
        return (
            (max(start, first) - first, min(end, last) - first)
            if start < last and first < end
            else None
        )

    def place(self, at: int) -> tuple[int, int]:
        """Return the line and column in the memo's file of the character at an offset."""
        return self.line.place(self.offset + at)

    @cached_property
    def numbers(self) -> list[Number]:
        """The numbers and dates of the sentence, in order."""
        found = read_numbers(self.text, self.language, self.date, is_mixed=self.is_mixed)
        found = [self._slowed(self._beyond_time(one)) for one in found]
        return [self._as_bare(self._compared(one)) for one in found]

    def _as_bare(self, number: Number) -> Number:
        """Return an English number without a unit as one whose unit may have been said before."""
        ends = _ENDING.match(self.text, max(0, number.end - 1))
        ends = ends or _MARK.match(self.text, number.end)
        bare = number.readings and number.readings[0].unit is None and ends
        return number._replace(bare=True) if bare and self.language == "en" else number

    def _compared(self, number: Number) -> Number:
        """Return a number with which another is compared, which is no more than it says itself."""
        if self.ends_before(number.start, "set-against"):
            around = number.around._replace(direction="")
            rounded = "about" if "about" in number.qualifiers else ""
            return number._replace(qualifiers=(rounded,), around=around)
        return number

    def _slowed(self, number: Number) -> Number:
        """Return the rate to which growth has slowed or is kept, which is no way of what grows."""
        around = number.around
        turned = (around.role, around.direction) == ("to", "down") or around.direction == "flat"
        if turned and _GROWTH.search(self.clause_text(number.start)):
            return number._replace(around=around._replace(direction=""))
        return number

    def _beyond_time(self, number: Number) -> Number:
        """Return a number with what stands before the time before it: 从2022年的33%升到38%."""
        time = _TIME.search(self.text, max(0, number.start - _FARTHEST), number.start)
        if not time or number.around.role:
            return number
        told = _FROM_OR_TO.search(self.text, max(0, time.start() - 4), time.start())
        if not told:
            return number
        role = "to" if told["to"] else "from"
        return number._replace(around=number.around._replace(role=role))

    @cached_property
    def is_mixed(self) -> bool:
        """Whether the sentence has words of both languages."""
        return bool(_BOTH_HAN.search(self.text) and _LATIN.search(self.text))

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages in which the sentence has words."""
        return ("zh", "en") if self.is_mixed else (self.language,)

    def pattern(self, kind: str) -> re.Pattern[str]:
        """Return the turns of phrase of a kind in the language of the sentence, or in both."""
        return pattern(kind, "mixed" if self.is_mixed else self.language)

    def find(self, kind: str, at: int | None = None) -> re.Match[str] | None:
        """Return a turn of phrase of a kind in the sentence, or in the clause at an offset.

        It is looked for once, however many numbers of the sentence ask for it.
        """
        clause = -1 if at is None else self.clause_at(at)
        if (kind, clause) not in self._sought:
            text = self.text if at is None else self.clause_text(at)
            self._sought[kind, clause] = self.pattern(kind).search(text)
        return self._sought[kind, clause]

    def ends_before(self, at: int, kind: str) -> bool:
        """Return whether what stands before an offset, but for blanks, ends in a turn of phrase."""
        end = at
        while end and self.text[end - 1].isspace():
            end -= 1
        return bool(self.pattern(kind).search(self.text, max(0, end - _FARTHEST), end))

    @cached_property
    def words(self) -> list[Word]:
        """What the sentence is about."""
        words = read_words(self.text, self.language)
        if self.is_mixed:
            words += read_words(self.text, "en" if self.language == "zh" else "zh")
        return words

    @cached_property
    def earlier_words(self) -> frozenset[str]:
        """What the sentences before it and its heading are about."""
        return words_in(f"{self.heading}\n{self.before}", self.language)

    @cached_property
    def clauses(self) -> list[tuple[int, int]]:
        """The spans of the clauses; a cell of a table is told in one with its heads."""
        spans, start = [], 0
        if self.cell:
            return [(0, len(self.text) + 1)]
        for mark in _CLAUSE_END[self.language].finditer(self.text):
            spans.append((start, mark.end()))
            start = mark.end()
        return [*spans, (start, len(self.text) + 1)]

    @cached_property
    def _ends(self) -> list[int]:
        return [end for _, end in self.clauses]

    @cached_property
    def parts(self) -> list[tuple[int, int]]:
        """The spans of the clauses and of what "and" joins in them."""
        if self.language == "zh":
            return self.clauses
        spans = []
        for first, last in self.clauses:
            start = first
            for joint in re.finditer(r"\sand\s", self.text[first:last]):
                spans.append((start, first + joint.end()))
                start = first + joint.end()
            spans.append((start, last))
        return spans

    def is_aimed(self, at: int) -> bool:
        """Return whether what is told at an offset is wanted, and not what "and" joins to it."""
        part = bisect_right(self._part_ends, at)
        if part not in self._aimed:
            text = self.text[slice(*self.parts[part])]
            self._aimed[part] = bool(self.pattern("aimed").search(text))
        return self._aimed[part]

    @cached_property
    def _part_ends(self) -> list[int]:
        return [end for _, end in self.parts]

    def tells_later(self, at: int) -> bool:
        """Return whether a clause tells a time that is later than the articles, and no 已.

        A day or month of the articles' year that is past makes all of it past: 今年8月28日.
        """
        clause, day = self.clause_at(at), self.date
        numbers = [one for one in self.numbers if self.clause_at(one.start) == clause]
        readings = [reading for one in numbers for reading in one.readings]
        dates = (value for value, _ in readings if isinstance(value, Span))
        months = [one for one in dates if one.first and one.year in (0, day.year)]
        if months and all((one.first, one.day) <= (day.month, day.day) for one in months):
            return False
        return not self.find("already", at) and any(
            bool(value.year)
            and (value.year, value.first or _LAST_MONTH, value.day) > (day.year, day.month, day.day)
            if isinstance(value, Span)
            else unit == "+year" and value > 0
            for value, unit in readings
        )

    def clause_at(self, at: int) -> int:
        """Return which clause the character at an offset is in, counted from 0."""
        found = bisect_right(self._ends, at)
        return found if found < len(self._ends) else 0

    def nearest(self, clauses: Iterable[int], at: int) -> list[int]:
        """Return clauses in the order in which they concern a number that stands at an offset.

        Its own is the first, then those before it; those behind it concern it only if they have no
        amount of their own.
        """
        own = self.clause_at(at)
        order = sorted(clauses, key=lambda one: (one > own, abs(one - own)))
        return [one for one in order if one <= own or one not in self._busy]

    @cached_property
    def _busy(self) -> set[int]:
        """The clauses that have an amount."""
        return {self.clause_at(one.start) for one in self._amounts}

    def has_amount(self, at: int, names: Iterable[tuple[int, int]] = ()) -> bool:
        """Return whether the clause that the character at an offset is in has an amount.

        A numeral in one of the ``names``, told by their spans, is none.
        """
        spans = list(names)
        clause = self.clause_at(at)
        return clause in self._busy and any(
            self.clause_at(one.start) == clause
            and not any(start < one.end and one.start < end for start, end in spans)
            for one in self._amounts
        )

    @cached_property
    def _amounts(self) -> list[Number]:
        return [
            one
            for one in self.numbers
            if one.readings
            and not one.relative
            and not isinstance(one.readings[0].value, Span)
            and not _ATTRIBUTE.fullmatch(one.words)
        ]

    def clause_text(self, at: int) -> str:
        """Return the clause that the character at an offset is in."""
        start, end = self.clauses[self.clause_at(at)]
        return self.text[start:end]

    def is_hoped(self, at: int | None = None) -> bool:
        """Return whether a clause, or the sentence, tells what is planned or hoped for."""
        return bool(self.find("hoped", at))

    def is_compared_with(self, at: int) -> bool:
        """Return whether something is compared with the time that begins at an offset."""
        before = self.text[max(0, at - 50) : at]
        if self.language == "en":
            return bool(_COMPARED.search(before))
        beside = pattern("beside", "zh").search(before)  # 与8月相比
        is_beside = beside and pattern("compares", "zh").match(self.text, at)
        return bool(is_beside or pattern("compared", "zh").search(before))

    @property
    def is_title(self) -> bool:
        """Whether the sentence is a heading or the like, whose words may all have capitals."""
        return not re.search(r"[.。!?！？;；:：][\"”’')）]?\s*$", self.text)

    def provinces(self) -> Iterator[int]:
        """Yield where the sentence says the province without its name, as what it speaks of."""
        ranked = [one.span() for one in self.pattern("ranked").finditer(self.text)]
        for found in self.pattern("province").finditer(self.text):
            if not any(start < found.end() and found.start() < end for start, end in ranked):
                yield found.start()


def sentences_of(memo: Memo, date: datetime.date) -> Iterator[Sentence]:
    """Yield the sentences of a memo in order."""
    heading = ""
    for line in memo.lines:
        if line.heads:
            yield Sentence(
                line.read_cell(), 0, sum(map(len, (*line.heads, line.text))), heading, date, line
            )
            continue
        for start, end in cut_sentences(line.text[: line.end]):
            yield Sentence(line, start, end, heading, date)
        is_short = not line.cell and len(line.text) < _LONGEST_HEADING
        if is_short and not re.search(r"[。.!！?？;；]\s*$", line.text):
            heading = line.text
