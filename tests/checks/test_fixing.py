"""What a machine mends in a model: it touches nothing else, and makes nothing worse."""

import re
from collections.abc import Callable, Container
from pathlib import Path
from random import Random
from typing import Any

import pytest

from briefing.checks import context, fixing
from briefing.checks.check import check, examine, report_on
from briefing.checks.fixing import Mended, mend
from briefing.checks.registry import RULES, Rule
from briefing.model.editing import apply_fixes
from briefing.model.reading import inspect_content
from briefing.model.text import read_text
from briefing.problem import Edit, Fix, Problem
from briefing.quantities import scan_paragraph
from support import EXAMPLE, SECOND, SMALLEST, write_rule_example


def every(_: Problem) -> bool:
    return True


def safe(problem: Problem) -> bool:
    return bool(problem.fix and problem.fix.safe)


def mended(
    text: str | bytes, source: str | None = None, wanted: Callable[..., bool] = safe
) -> Mended:
    content = text if isinstance(text, bytes) else text.encode()
    return mend(inspect_content(content, "model.yaml"), source, wanted)


def of_anchors(problem: Problem) -> bool:
    return safe(problem) and problem.code == "anchor-not-found"


EVENT = f"{SMALLEST}events:\n- id: start\n  name: {{zh: 动工}}\n  evidence: "


@pytest.fixture
def source(tmp_path: Path) -> str:
    """A text of two paragraphs, and what stands in the first of all texts."""
    file = tmp_path / "text.txt"
    file.write_text("标题：要点。报\n甲一码头5日开工，投资30亿元。\n乙港开工。\n", encoding="utf-8")
    return str(file)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_fix_of_an_example_mends_it_and_nothing_is_left_to_mend(
    rule: Rule, tmp_path: Path
) -> None:
    file = write_rule_example(rule.manual().fails, tmp_path)
    report = check([file], notes=True)[0]
    fixes = [one.fix for one in report.problems if one.code == rule.code and one.fix]
    content = Path(file).read_bytes()
    text = str(tmp_path / "text.txt")
    for fix in fixes:
        after = apply_fixes(content.decode(), [fix]).text.encode()
        left = examine(inspect_content(after, file), text, notes=True)
        assert left.article
        assert len(left.report.problems) < len(report.problems)
        assert ("`--fix`" if fix.safe else "`--unsafe-fixes`") in rule.manual().text
    done = mend(inspect_content(content, file), text, every)
    assert not fixes or rule.code not in {one.code for one in done.report.problems}
    assert mend(inspect_content(done.content, file), text, every).content == done.content


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[{paragraph: 2, anchor: 投资３0 亿元}]", "[{paragraph: 2, anchor: 投资30亿元}]"),
        ("[{paragraph: 2, anchor: '投资 30亿元'}]", "[{paragraph: 2, anchor: '投资30亿元'}]"),
        ('[{paragraph: 2, anchor: "投资 30亿元"}]', '[{paragraph: 2, anchor: "投资30亿元"}]'),
        (
            "[{anchor: ５日开工 , paragraph: 2}]  # 开工",
            "[{anchor: 5日开工 , paragraph: 2}]  # 开工",
        ),
        (
            "\n  - paragraph: 2\n    anchor: 甲一 码头\n",
            "\n  - paragraph: 2\n    anchor: 甲一码头\n",
        ),
        ("[{paragraph: 2, anchor: '5日开工,投资'}]", "[{paragraph: 2, anchor: '5日开工，投资'}]"),
    ],
)
def test_an_anchor_is_spelled_as_the_text_and_keeps_its_style(
    before: str, after: str, source: str
) -> None:
    done = mended(EVENT + before, source, of_anchors)
    assert done.content.decode() == EVENT + after


@pytest.mark.parametrize(
    "anchor",
    [
        *("3 0亿元", "乙港", "碼頭", "渡口", '"甲一\\u0020码头"'),
        *(">-\n      甲一 码头", "甲 一\n      码头"),
    ],
)
def test_what_may_be_another_text_or_has_no_clean_edit_is_left(anchor: str, source: str) -> None:
    text = f"{EVENT}\n  - anchor: {anchor}\n    paragraph: 2\n"
    assert mended(text, source, of_anchors).content == text.encode()


def test_a_rendering_and_a_text_are_spelled_with_their_anchor(source: str) -> None:
    text = SMALLEST + (
        "figures:\n- {id: cost, label: {zh: 投资}, text: ３０亿元, value: 3e9, unit: CNY, "
        "kind: money,\n   evidence: [{paragraph: 2, anchor: 投资３０亿元}]}\n"
        "renderings: [{paragraph: 2, anchor: 投资３０亿元, en: an investment of CNY 3 billion}]\n"
    )
    done = mended(text, source)
    assert "\uff13" not in done.content.decode()
    wrong = {"anchor-not-found", "figure-differs", "text-without-anchor", "renders-nothing"}
    assert not wrong & {one.code for one in done.report.problems}


@pytest.mark.parametrize("end", ["", "\n", "\n# the end\n"])
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize(
    ("own", "kept"),
    [
        ("", ""),
        ("\n  paragraphs: []  # none", "\n  paragraphs:  # none"),
        ("\n  section:\n    zh: 报\n    en: >-\n      Paper", ""),
    ],
)
def test_digests_are_added_and_everything_else_stays(
    own: str, kept: str, end: str, line_break: str, mark: str, source: str
) -> None:
    first, last = SMALLEST.split("summary:")
    begin = f"# a comment\nsummary:{last}{first.rstrip()}"
    digests = "".join(f"\n    - {one.digest}" for one in read_text(source).paragraphs)
    text = (begin + own + end).replace("\n", line_break)
    wanted = begin + (kept or f"{own}\n  paragraphs:") + digests + end
    done = mended((mark + text).encode(), source)
    assert done.content.decode() == wanted.replace("\n", line_break)


def test_unsafe_edits_are_made_with_consent_alone(source: str) -> None:
    digests = [one.digest for one in read_text(source).paragraphs]
    held = f"  paragraphs: [{digests[0]}, {'0' * 64}, {digests[2]}]\nsummary:"
    event = "{id: start, name: {zh: 码头}, evidence: [{paragraph: 2, anchor: 乙港}, %s]}"
    event %= "{paragraph: 2, anchor: 甲一码头}, {paragraph: 2, anchor: 投资}"
    text = f"{SMALLEST.replace('summary:', held)}events: [{event}]\n"
    assert mended(text, source).content == text.encode()
    done = mended(text, source, every)
    assert f"{digests[1]}".encode() in done.content
    assert b"{paragraph: 3, anchor: " in done.content


@pytest.mark.parametrize("written", ["Dongjia", "ｄongjia", "DONGJIA"])
def test_an_id_is_mended_by_itself_and_not_by_what_refers_to_it(written: str) -> None:
    text = Path(EXAMPLE).read_text("utf-8")
    wrong = text.replace("id: dongjia", f"id: {written}", 1)
    assert mended(wrong, None, every).content.decode() == text


def test_an_edit_that_brings_a_new_problem_is_refused_and_the_others_are_made(source: str) -> None:
    moved = "{paragraph: 2, anchor: 乙港}"
    event = "- {id: %s, name: {zh: 乙港}, coined: true, evidence: [%s]}\n"
    text = (
        f"{SMALLEST}events:\n{event % ('a', moved)}{event % ('b', moved.replace('2', '3'))}"
        "renderings: [{paragraph: 3, anchor: 乙港, en: x}, {paragraph: 2, anchor: 乙港, en: y}]\n"
    )
    done = mended(text, source, every)
    assert b"[" + moved.encode() in done.content
    assert (done.refused, done.left) == (1, 0)


def test_what_one_run_has_no_time_to_mend_is_counted(
    source: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fixing, "_MOST_LOOKS", 1)
    right = "{paragraph: 3, anchor: 乙港}"
    wrong = "{paragraph: 2, anchor: 乙港}"
    text = f"{SMALLEST}renderings: [{right[:-1]}, en: x}}, {wrong[:-1]}, en: y}}]\n"
    text += f"events: [{{id: a, name: {{zh: 乙港}}, coined: true, evidence: [{wrong}]}}]\n"
    done = mended(text, source, every)
    assert (done.made, done.refused) == (0, 0)
    assert done.left > 1
    assert done.content.count(b"coined") == 1


def write_figures(folder: Path, said: Container[int], count: int = 24) -> tuple[str, Path]:
    """Write a text in which a mayor tells some of the figures; return the model and the text.

    Each figure and its anchor have a blank too many. Without it, those of the mayor lack a speaker.
    """
    numbers = range(2, 2 + count)
    lines = ["标题：要点。报", "市长王某某出席。"]
    lines += [f"{'市长王某某说，' * (one in said)}投资{one}亿元。" for one in numbers]
    figures = "".join(
        f"- {{id: f{one}, label: {{zh: 投资}}, text: {one} 亿元, value: {one}00000000, unit: CNY,"
        f" kind: money, evidence: [{{paragraph: {one + 1}, anchor: 投资{one} 亿元}}]}}\n"
        for one in numbers
    )
    person = "{id: w, name: {zh: 王某某}, evidence: [{paragraph: 2, anchor: 王某某}]}"
    file = folder / "figures.txt"
    file.write_text("\n".join(lines), encoding="utf-8")
    return f"{SMALLEST}people: [{person}]\nfigures:\n{figures}", file


def test_what_brings_no_new_problem_is_made_before_what_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fixing, "_MOST_LOOKS", 2)
    text, file = write_figures(tmp_path, said=(7, 16))
    done = mended(text, str(file), every)
    lines = [line for line in done.content.decode().splitlines() if " 亿元" in line]
    assert [line[:10] for line in lines] == ["- {id: f7,", "- {id: f16"]


def test_beside_a_long_text_a_model_is_checked_less_often(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    checked = 0

    def count(*asked: Any) -> Any:
        nonlocal checked
        checked += 1
        return report_on(*asked)

    monkeypatch.setattr(fixing, "report_on", count)
    text, file = write_figures(tmp_path, said=range(99))
    mended(text, str(file), every)
    often, checked = checked, 0
    file.write_text(f"{file.read_text(encoding='utf-8')}\n{'甲港开工。' * 20_000}", "utf-8")
    mended(text, str(file), every)
    assert checked <= 4 < often


def test_what_keeps_a_model_from_being_read_is_mended_and_nothing_else() -> None:
    text = "\ufeff" + SMALLEST.replace("id: smallest", "id：smallest").replace(
        "anchor: 要", "anchor： 要"
    )
    text = text.replace("标题", "标\u200b题")
    done = mended(text)
    assert done.content == SMALLEST.encode()


def test_a_value_in_another_width_is_mended_safely_and_a_guess_is_not() -> None:
    text = f"{SMALLEST}places: [{{id: east, name: {{zh: 东}}, kind: city, part_of: wset, %s}},\n"
    text += "  {id: west, name: {zh: 西}, kind: ctiy, evidence: [{paragraph: 1, anchor: 要点}]}]\n"
    text, wanted = (text % f"evidence: [{{paragraph: {one}, anchor: 要点}}]" for one in ("１", "1"))
    assert mended(text).content.decode() == wanted
    guessed = wanted.replace("wset", "west").replace("ctiy", "city")
    assert mended(text, None, every).content.decode() == guessed
    for wrong, meant in (("area", "region"), ("abbey", "abbey")):  # no spelling of abroad
        other = wanted.replace("wset", "west").replace("ctiy", wrong)
        done = mended(other, None, every).content.decode()
        assert done == other.replace(f"kind: {wrong}", f"kind: {meant}")


def test_overlapping_edits_are_not_made_at_once() -> None:
    fixes = [
        Fix(safe=True, edits=(Edit("m", 1, *columns, text),))
        for columns, text in [
            ((2, 1, 4), "x"),
            ((3, 1, 5), "y"),
            ((5, 1, 5), "z"),
            ((2, 1, 4), "x"),
        ]
    ]
    done = apply_fixes("abcdef", fixes)
    assert done.text == "axdzef"
    assert done.made == [fixes[0], fixes[2], fixes[3]]


WIDE = str.maketrans("0123456789%", "０１２３４５６７８９％")


def widen(anchor: str, _: Random) -> str:
    return anchor.translate(WIDE)


def part(anchor: str, random: Random) -> str:
    places = [at for at in range(1, len(anchor)) if not anchor[at - 1 : at + 1].isascii()]
    at = random.choice(places or [len(anchor)])
    return anchor[:at] + random.choice([" ", "\u3000", "  "]) + anchor[at:] if places else anchor


@pytest.mark.parametrize("change", [widen, part])
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("file", [EXAMPLE, SECOND])
def test_a_model_in_another_width_or_with_other_blanks_is_brought_back(
    file: str, seed: int, line_break: str, change: Callable[[str, Random], str]
) -> None:
    text = Path(file).read_text(encoding="utf-8").replace("\n", line_break)
    random = Random(seed)

    def spoil(found: re.Match[str]) -> str:
        return found[1] + (change(found[2], random) if random.random() < 0.2 else found[2])

    spoilt = re.sub(r"((?:anchor|text): )([^{>}'\",\n]+?)(?=[,}\r\n])", spoil, text)
    assert spoilt != text
    source = file.replace(".yaml", ".txt")
    done = mend(inspect_content(spoilt.encode(), file), source, safe)
    assert done.content == text.encode()


@pytest.mark.parametrize("seed", range(3))
def test_renderings_are_put_in_order(seed: int) -> None:
    text = Path(EXAMPLE).read_text(encoding="utf-8")
    head, items = re.split("(?<=^renderings:\n)", text, flags=re.M)
    every_item = re.findall(r"  - .*\n(?:    .*\n)*", items)
    rest = items.removeprefix("".join(every_item))
    Random(seed).shuffle(every_item)
    done = mend(inspect_content((head + "".join(every_item) + rest).encode(), EXAMPLE), None, safe)
    assert done.content == text.encode()


def test_a_text_is_scanned_once_however_often_its_model_is_checked(
    source: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    scanned: list[str] = []

    def scan(text: str, *others: Any) -> Any:
        scanned.append(text)
        return scan_paragraph(text, *others)

    monkeypatch.setattr(context, "scan_paragraph", scan)
    done = mended(f"{EVENT}[{{paragraph: 2, anchor: 甲一 码头}}]\n", source, of_anchors)
    assert done.made
    assert len(scanned) == len(set(scanned)) == 3
