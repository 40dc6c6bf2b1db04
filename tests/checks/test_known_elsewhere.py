"""What a person knows of an article from elsewhere, where its text does not tell it."""

from pathlib import Path

import pytest

from briefing.checks.check import check
from briefing.model.text import digest_of
from support import briefing

MODEL = """
source:
  id: wharf
  title: {{zh: 码头开工, en: Work begins}}
  publisher: {{zh: 示例日报, en: Example Daily}}
  published: 2031-05
  inferred: [{inferred}]
  text: wharf.txt
  paragraphs: [{digests}]
summary: {{gist: {{zh: 动工, en: Start}}, evidence: [{{paragraph: {number}, anchor: 在河口动工}}]}}
"""
BODY = "丙市的新码头在河口动工，沿岸居民前来观看。"
ALL = "title, publisher, published"


def keys(folder: Path, lines: list[str], inferred: str) -> list[str]:
    (folder / "wharf.txt").write_text("\n".join(lines), encoding="utf-8")
    model = folder / "wharf.yaml"
    digests = ", ".join(map(digest_of, lines))
    number = lines.index(BODY) + 1
    text = MODEL.format(inferred=inferred, digests=digests, number=number)
    model.write_text(text, encoding="utf-8")
    (report,) = check([str(model)])
    return [one.message.key for one in report.problems]


def test_a_text_without_title_paper_and_date_can_have_a_clean_model(tmp_path: Path) -> None:
    assert keys(tmp_path, [BODY], ALL) == []
    assert keys(tmp_path, [BODY], "") == [
        "source-name-not-found",
        "source-name-not-found",
        "date-differs.published",
    ]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["2031-05-06 10:20", BODY], []),
        (["2030-05-06 10:20", BODY], ["date-differs.own"]),
        (["2030年5月6日 星期一", BODY], ["date-differs.own"]),
        ([BODY, "发布时间：2030年6月1日"], ["date-differs.own"]),
        (["2030年6月1日起通航", BODY], []),
        (["来源：示例日报", BODY], []),
        (["来源：另外一报", BODY], ["source-name-not-found.other"]),
    ],
)
def test_what_the_text_tells_of_itself_stands_against_what_is_known(
    lines: list[str], found: list[str], tmp_path: Path
) -> None:
    told = [one for one in keys(tmp_path, lines, ALL) if not one.startswith("quantity")]
    assert told == found


def test_a_draft_of_a_text_without_a_date_makes_up_no_year(tmp_path: Path) -> None:
    (tmp_path / "wharf.txt").write_text(f"{BODY}\n5月2日，码头开工。\n", encoding="utf-8")
    text = str(tmp_path / "wharf.txt")
    undated = briefing("draft", text).out
    assert 'published: "0001"' in undated
    assert "date:" not in undated
    for date in ("2031", "2031-05"):
        dated = briefing("draft", text, "--date", date).out
        assert f"published: {date}\n" in dated
        assert "inferred: [published]" in dated
        assert "date: 2031-05-02" in dated
    assert briefing("draft", text, "--date", "May").status == 2
