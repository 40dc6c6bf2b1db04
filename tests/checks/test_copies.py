"""What a republisher changes is told as what it is, once, and all else is proved all the same."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.checks.check import check
from briefing.checks.report import Report
from briefing.checks.spelling import Speller, differences, fold
from briefing.words.messages import told
from support import SECOND

MODEL = Path(SECOND).read_text(encoding="utf-8")
TEXT = [
    line.strip()
    for line in Path(SECOND).with_suffix(".txt").read_text(encoding="utf-8").splitlines()
    if line.strip()
]
TRADITIONAL = str.maketrans("产亿业为经济运观时动项国", "產億業為經濟運觀時動項國")
Copy = list[str]


def each(change: Callable[[str], str]) -> Copy:
    return [change(line) for line in TEXT]


def wide(text: str) -> str:
    return text.translate({code: code + 0xFEE0 for code in range(48, 58)})


COPIES: list[tuple[str, Copy, list[str]]] = [
    ("the same", TEXT, []),
    ("indented", each(lambda line: "\u3000\u3000" + line), []),
    ("a line above", ["来源：网络", *TEXT], ["does not have: 1, from here on"]),
    ("lines within", [*TEXT[:2], "广告", "荐读", *TEXT[2:]], ["does not have: 2, from here on"]),
    ("a line below", [*TEXT, "责任编辑：某"], ["does not have: 1, from here on"]),
    ("split", [*TEXT[:3], TEXT[3][:30], TEXT[3][30:], *TEXT[4:]], ["broken into several lines"]),
    ("wrapped", [x[i : i + 40] for x in TEXT for i in range(0, len(x), 40)], ["(in all 14)"]),
    ("wrapped at a blank", [*TEXT[0].split(" "), *TEXT[1:]], ["broken into several lines"]),
    ("merged", [*TEXT[:3], TEXT[3] + TEXT[4], *TEXT[5:]], ["merged, the first of them here: 4, 5"]),
    ("all in one", ["".join(TEXT)], ["(in all 23)"]),
    ("moved", [*TEXT[:4], TEXT[5], TEXT[4], *TEXT[6:]], ["stand in another place"]),
    (
        "blanks",
        each(lambda line: re.sub("([0-9])([一-鿿])", r"\1 \2", line)),
        ["only in blanks, the first"],
    ),
    ("zero width", each(lambda line: line.replace("增长", "增\u200b长")), ["only in blanks"]),
    ("width", each(wide), ["only in full or half width"]),
    ("quotes", each(lambda line: line.translate(str.maketrans("“”", "「」"))), ["quotation marks"]),
    ("straight", each(lambda line: line.translate(str.maketrans("“”", '""'))), ["quotation marks"]),
    ("dashes", each(lambda line: line.replace("—", "-")), ["only in dashes or hyphens"]),
    ("script", each(lambda line: line.translate(TRADITIONAL)), ["or traditional characters"]),
    ("another text", ["这是另一篇文章。"] * 5, ["not one of the 249 anchors stands in this text"]),
]


def checked(lines: Copy, folder: Path, model: str = MODEL) -> Report:
    (folder / "model.yaml").write_text(model, encoding="utf-8")
    (folder / "copy.txt").write_text("\n\n".join(lines), encoding="utf-8")
    return check([str(folder / "model.yaml")], str(folder / "copy.txt"))[0]


@pytest.mark.parametrize(
    ("lines", "said"), [one[1:] for one in COPIES], ids=[one[0] for one in COPIES]
)
def test_a_change_of_the_copy_is_told_once(lines: Copy, said: list[str], tmp_path: Path) -> None:
    report = checked(lines, tmp_path)
    messages = [told(one.message, "en") for one in report.problems]
    assert len(messages) == len(said)
    assert all(part in one for part, one in zip(said, messages, strict=True))
    if report.tally:
        assert report.tally.anchors == (249, 249)


@pytest.mark.parametrize(
    ("before", "after", "hint"),
    [
        ("。", "！", "is still there: the change is elsewhere in it"),
        ("5.6%", "5.6 %", "as far as its anchors show, only in blanks"),
        ("5.6%", "5.7%", "differs from the modelled text"),
    ],
)
def test_a_changed_word_is_told_with_what_the_anchors_show(
    before: str, after: str, hint: str, tmp_path: Path
) -> None:
    changed = TEXT[3][:-1].replace(before, after) + "…"
    report = checked([*TEXT[:3], changed, *TEXT[4:]], tmp_path)
    (only,) = [one.message for one in report.problems if one.code == "changed-paragraph"]
    assert told(only, "en").endswith(hint)


def test_the_anchors_of_a_paragraph_that_is_missing_are_told_together(tmp_path: Path) -> None:
    found = checked([*TEXT[:3], *TEXT[4:]], tmp_path).problems
    messages = [told(one.message, "en") for one in found if one.code == "anchor-not-found"]
    assert messages == ["this copy lacks paragraph 4, and with it anchors (in all 13)"]


def test_a_doubled_paragraph_makes_no_anchor_ambiguous(tmp_path: Path) -> None:
    found = {one.code for one in checked([*TEXT[:4], TEXT[3], *TEXT[4:]], tmp_path).problems}
    assert found == {"changed-paragraph", "quantity-not-covered", "term-not-covered"}


def test_places_in_a_restored_paragraph_are_those_of_the_copy(tmp_path: Path) -> None:
    model = re.sub(r"  - \{paragraph: 3, text.*\n", "", MODEL)
    model = model[: model.index("waived:")] if model == MODEL else model
    plain = [one for one in checked(TEXT, tmp_path, model).problems if one.file.endswith("txt")]
    wrapped = [x[i : i + 20] for x in TEXT for i in range(0, len(x), 20)]
    for one, other in zip(
        plain,
        [
            one
            for one in checked(wrapped, tmp_path, model).problems
            if one.code in {x.code for x in plain}
        ],
        strict=True,
    ):
        said = one.message.values["text"]
        assert ("\n\n".join(wrapped).split("\n")[other.line - 1][other.column - 1 :])[0] == said[0]


def test_many_anchors_that_are_as_far_away_are_told_together(tmp_path: Path) -> None:
    model = re.sub(r"(?m)^    - [0-9a-f]{64}\n", "", MODEL).replace("  paragraphs:\n", "")
    found = checked(["来源：网络", *TEXT], tmp_path, model).problems
    (shifted,) = [one for one in found if one.code == "anchor-not-found"]
    assert "stand 1 paragraph(s) later" in told(shifted.message, "en")


@pytest.mark.parametrize(
    ("one", "other", "kinds"),
    [
        ("近300亿元", "近 300 亿元", ["blanks"]),
        ("5.6%", "５．６％", ["width"]),
        ("“三步走”", "「三步走」", ["quotes"]),
        ("1—9月", "1-9月", ["dashes"]),
        ("经济", "經濟", ["script"]),
        ("“5亿”", "「5 億」", ["blanks", "quotes", "script"]),
        ("一样", "一样", []),
    ],
)
def test_two_spellings_are_one_text(one: str, other: str, kinds: list[str]) -> None:
    assert fold(one)[0] == fold(other)[0]
    assert differences(one, other) == kinds
    speller = Speller(other)
    made = [speller.variant(style) for style in speller.styles()]
    assert kinds == [] or (tuple(kinds), one) in {(each.kinds, each.text) for each in made}
