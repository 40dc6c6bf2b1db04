"""A screen marks what is implied, has one speaker in a line, and denies nothing that it shows."""

import pytest

from briefing.document import Lang
from support import briefing


def rows(label: str, *arguments: str) -> str:
    """The lines of a screen that stand in one row."""
    lines = briefing(*arguments).out.splitlines()
    return "\n".join(line for line in lines if line.startswith(label))


@pytest.mark.parametrize(
    ("lang", "label", "money"), [("en", "Unsaid", "money"), ("zh", "未说明", "资金")]
)
def test_money_that_is_shown_is_not_denied(lang: Lang, label: str, money: str) -> None:
    shown = briefing("zone", "taixin-zone", "--lang", lang).out
    assert "200 billion" in shown or "2000亿元" in shown
    unsaid = rows(label, "zone", "taixin-zone", "--lang", lang)
    assert unsaid
    assert money not in unsaid


def test_what_is_implied_is_marked_on_a_screen() -> None:
    assert "CETC (implied)" in rows("Under way", "zone", "reform-zone")
    figures = rows("Figures", "zone", "taixin-zone")
    assert figures.count("link to this place implied") == 2
    assert "link to this place" not in briefing("city", "xinzhou").out


def test_a_line_has_one_speaker() -> None:
    shown = briefing("zone", "taixin-zone", "--lang", "zh").out
    assert "（据报道）" not in shown
    assert "牵引性项目  [据报道]" in shown


def test_what_is_unsaid_is_counted_where_it_is_not_named() -> None:
    assert "列名2个；另有3项" in rows("未说明", "city", "lvliang", "--lang", "zh")
    assert "and 3 more" in rows("Unsaid", "city", "lvliang")


def test_a_list_of_commitments_counts_what_is_done_or_has_no_stage() -> None:
    assert "--all lists them too" in briefing("commitments").err
    assert "--all lists" not in briefing("commitments", "--all").err
    assert "--all lists" not in briefing("commitments", "--stage", "done").err


def test_marks_within_marks_are_single(tmp_path_factory: pytest.TempPathFactory) -> None:
    memo = tmp_path_factory.mktemp("memo") / "memo.md"
    memo.write_text("阳泉争取“太原—雄安”高速过境阳泉。", encoding="utf-8")
    out = briefing("verify", str(memo), "--all", "--lang", "zh").out
    assert "名称“‘太原—雄安’高速”" in out
