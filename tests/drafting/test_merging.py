import json

import pytest

from briefing.checks.check import examine
from briefing.drafting.draft import draft_page, update
from briefing.drafting.pages.page import read_page
from briefing.model.reading import inspect_text
from briefing.model.yamlfile import Parsed
from briefing.problem import ModelError

TEXT = "清河日报 2031-05-06\n清河县开建码头\n清河县今年谋划项目24项，总投资近30亿元。\n"
MORE = TEXT + "前4个月，清河县粮食产量3.5万吨。县长王小明说，“一河两岸”要连片。\n"
SMALL = """\
source:
  id: qinghe
  title: {zh: 清河县开建码头, en: Qinghe Builds a Wharf}
  publisher: {zh: 清河日报, en: Qinghe Daily}
  published: 2031-05-06
%s
summary:
  gist: {zh: 清河县开建码头。, en: Qinghe builds a wharf.}
  evidence: [{paragraph: 2, anchor: 开建码头}]
%s"""


def follow(model: str, text: str = MORE) -> str:
    page = read_page(text.encode(), "article.txt")
    return update(model, "model.yaml", page, "zh", "new.txt").model


def sections(model: str) -> set[str]:
    article = inspect_text(model, "model.yaml").article
    assert article
    return {section.name for section, _ in article.records()}


@pytest.mark.parametrize("text", ["  text: old.txt", "  text: 'old.txt' # mine", ""])
@pytest.mark.parametrize("figures", ["", "figures: []\n", "figures: [] # none yet\n"])
def test_a_model_without_digests_or_sections_gets_them(text: str, figures: str) -> None:
    model = follow(SMALL % (text, figures))
    article = inspect_text(model, "model.yaml").article
    assert article
    assert len(article.source.paragraphs) == 4
    assert article.source.text == ("new.txt" if text else None)
    assert {"figures", "people", "places", "terms"} <= sections(model)
    assert model.count("# mine") == text.count("# mine")


def test_a_model_that_follows_the_same_text_stays_as_it_is() -> None:
    page = read_page(MORE.encode(), "article.txt")
    model = draft_page(page, "zh", "new.txt").model
    assert update(model, "model.yaml", page, "zh", "new.txt").model == model


def test_paragraph_numbers_follow_a_paragraph_that_moved() -> None:
    moved = MORE.replace("清河县今年", "省里来的记者写下了这一段。\n清河县今年")
    model = draft_page(read_page(MORE.encode(), "article.txt"), "zh", "new.txt").model
    followed = follow(model, moved)
    assert "paragraph: 4, anchor: 24项" in followed
    report = examine(inspect_text(followed, "model.yaml")).report
    assert "changed-paragraph" not in {one.code for one in report.problems}


def test_a_model_that_cannot_be_read_is_not_followed() -> None:
    with pytest.raises(ModelError):
        follow("source: {id: a}\n")


def test_what_is_not_written_line_by_line_is_told_how_to_be() -> None:
    for indent in (None, 1):
        data = Parsed(SMALL % ("", ""), "").data
        with pytest.raises(ModelError) as raised:
            follow(json.dumps(data, ensure_ascii=False, indent=indent))
        assert raised.value.problems[0].code == "flow-style"
