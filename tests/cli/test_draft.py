import io
import json
import os
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

from briefing.drafting import bounds
from briefing.limits import MODEL_VALUES, SOURCE_CHARACTERS, SOURCE_PARAGRAPHS
from briefing.model.reading import inspect_model
from support import briefing as run

TEXT = """清河日报 2031-05-06 08:30

清河县开建三座码头

清河县今年谋划项目24项，总投资近30亿元。县长王小明说，“一河两岸”要连成一片。

5月2日，三座码头在东岸同时开工。
"""
LONGER = TEXT.replace("5月2日", "前4个月，清河县粮食产量3.5万吨，同比增长2%。\n\n5月2日")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    file = tmp_path / "article.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


def draft(page: Path, *args: str) -> Path:
    model = page.with_suffix(".yaml")
    assert run("draft", str(page), "-o", str(model), *args).status == 0
    return model


def test_a_check_tells_in_a_line_how_much_of_a_draft_has_no_english(page: Path) -> None:
    model = str(draft(page))
    every = json.loads(run("check", model, "-O", "json").out)["problems"]
    count = sum(one["code"] == "untranslated" for one in every)
    lines = [one for one in run("check", model).out.splitlines() if ": untranslated: " in one]
    assert [f": {count} texts have no English" in one for one in lines] == [True]
    alone = run("check", model, "--select", "untranslated").out
    assert alone.count(": untranslated: ") == count > 3


def test_what_a_draft_leaves_to_do_is_told_in_the_language_of_the_reader(page: Path) -> None:
    def left(lang: str, model: str) -> list[str]:
        lines = run("check", model, "--select", "left-to-do", "--lang", lang).out.splitlines()
        return [one.partition("left-to-do: ")[2] for one in lines if "left-to-do: " in one]

    model = page.with_suffix(".yaml")
    told = {}
    for made in ("en", "zh"):
        draft(page, "--lang", made, "--force")
        told[made] = {lang: left(lang, str(model)) for lang in ("en", "zh")}
    assert told["en"] == told["zh"]
    assert "to do: write the gist in your own words (a warning)" in told["zh"]["en"]


def test_a_draft_loads_and_its_figures_can_be_looked_up(page: Path) -> None:
    model = draft(page)
    shown = run("figures", "-a", str(model), "--lang", "zh").out
    assert "近30亿元" in shown
    assert "24项" in shown


def test_a_draft_lacks_nothing_of_its_text_that_check_can_find(page: Path) -> None:
    report = run("check", str(draft(page)))
    assert "not-covered" not in report.out
    assert "figure-differs" not in report.out
    assert "left-to-do" in report.out


def test_a_draft_names_its_text_and_points_editors_at_the_schema(page: Path) -> None:
    model = draft(page)
    assert model.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=")
    assert (page.parent / "briefing.schema.json").exists()
    article = inspect_model(str(model)).article
    assert article
    assert article.source.text == "article.txt"


def test_a_link_in_the_place_of_the_schema_is_not_followed(page: Path) -> None:
    elsewhere = page.parent.parent / "elsewhere.json"
    (page.parent / "briefing.schema.json").symlink_to(elsewhere)
    draft(page)
    assert not elsewhere.exists()


def test_a_link_in_the_place_of_the_text_is_not_followed(tmp_path: Path) -> None:
    page, folder, elsewhere = tmp_path / "page.txt", tmp_path / "models", tmp_path / "elsewhere"
    page.write_text(TEXT, encoding="utf-8")
    folder.mkdir()
    (folder / "model.txt").symlink_to(elsewhere)
    assert run("draft", str(page), "-o", str(folder / "model.yaml")).status == 2
    assert not elsewhere.exists()
    assert not (folder / "model.yaml").exists()


def test_a_text_in_another_encoding_is_kept_in_utf_8_beside_the_model(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes(TEXT.encode("gb18030"))
    model = tmp_path / "model.yaml"
    assert run("draft", str(page), "-o", str(model)).status == 0
    assert "清河县开建三座码头" in (tmp_path / "model.txt").read_text(encoding="utf-8")


def test_a_text_in_another_folder_is_copied_beside_the_model(page: Path, tmp_path: Path) -> None:
    model = tmp_path / "models" / "model.yaml"
    model.parent.mkdir()
    copy = model.with_suffix(".txt")
    assert run("draft", str(page), "-o", str(model)).status == 0
    assert copy.read_bytes() == page.read_bytes()
    assert "anchors" in run("check", str(model)).out
    model.unlink()
    assert run("draft", str(page), "-o", str(model)).status == 0  # the copy is there already
    model.unlink()
    copy.write_text("mine", encoding="utf-8")
    assert run("draft", str(page), "-o", str(model)).status == 2
    assert (copy.read_text(encoding="utf-8"), model.exists()) == ("mine", False)
    assert run("draft", str(page), "-o", str(model), "--force").status == 0
    assert copy.read_bytes() == page.read_bytes()


def test_a_kept_model_follows_a_text_in_another_folder(page: Path, tmp_path: Path) -> None:
    model = draft(page)
    later = tmp_path / "later.txt"
    later.write_text(LONGER, encoding="utf-8")
    newer = tmp_path / "models" / "newer.yaml"
    newer.parent.mkdir()
    assert run("draft", str(later), "--from", str(model), "-o", str(newer)).status == 0
    assert newer.with_suffix(".txt").read_bytes() == later.read_bytes()
    assert page.read_text(encoding="utf-8") == TEXT
    assert "changed-paragraph" not in run("check", str(newer)).out


def test_a_text_below_the_folder_of_the_model_stays_where_it_is(page: Path) -> None:
    text = page.parent / "texts" / page.name
    text.parent.mkdir()
    page.rename(text)
    model = page.with_suffix(".yaml")
    assert run("draft", str(text), "-o", str(model)).status == 0
    article = inspect_model(str(model)).article
    assert article
    assert article.source.text == "texts/article.txt"
    assert not page.exists()


def test_a_model_that_is_there_is_overwritten_by_force_alone(page: Path) -> None:
    model = draft(page)
    model.write_text("# mine\n", encoding="utf-8")
    assert run("draft", str(page), "-o", str(model)).status == 2
    assert model.read_text(encoding="utf-8") == "# mine\n"
    draft(page, "--force")
    assert "# mine" not in model.read_text(encoding="utf-8")


def test_what_cannot_be_drafted_leaves_a_good_model_alone(page: Path) -> None:
    model = draft(page)
    before = model.read_bytes()
    page.write_text("not a word of Chinese", encoding="utf-8")
    assert run("draft", str(page), "-o", str(model), "--force").status == 3
    assert model.read_bytes() == before


def test_a_draft_takes_the_ids_of_other_models(page: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    draft(page).rename(other)
    text = other.read_text(encoding="utf-8").replace("wang-xiaoming", "governor-wang")
    other.write_text(text, encoding="utf-8")
    article = inspect_model(str(draft(page, "-a", str(other)))).article
    assert article
    assert "governor-wang" in article.by_id


def test_a_model_that_gives_ids_is_not_overwritten_unless_its_folder_was_named(page: Path) -> None:
    model = draft(page)
    before = model.read_bytes()
    assert run("draft", str(page), "-a", str(model), "--force", "-o", str(model)).status == 2
    assert model.read_bytes() == before
    draft(page, "-a", str(model.parent), "--force")


def test_a_changed_text_adds_to_a_model_and_changes_nothing_that_a_person_wrote(
    page: Path, tmp_path: Path
) -> None:
    model = draft(page)
    mine = model.read_text(encoding="utf-8").replace("总投资}", "这些项目的总投资}  # compared")
    model.write_text(mine, encoding="utf-8")
    page.write_text(LONGER, encoding="utf-8")
    newer = tmp_path / "newer.yaml"
    assert run("draft", str(page), "--from", str(model), "-o", str(newer)).status == 0
    text = newer.read_text(encoding="utf-8")
    assert "这些项目的总投资}  # compared" in text
    assert "3.5万吨" in text
    assert "changed-paragraph" not in run("check", str(newer)).out
    assert "quantity-not-covered" not in run("check", str(newer)).out
    kept = [line for line in mine.splitlines() if "- " not in line and "paragraph" not in line]
    assert set(kept) <= set(text.splitlines())


def test_standard_input_and_output_take_a_draft(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(TEXT.encode())))
    done = run("draft", "-")
    assert done.status == 0
    assert "清河日报" in done.out
    assert "text:" not in done.out.split("summary:")[0]


def test_a_draft_on_standard_output_is_utf_8_whatever_the_console(page: Path) -> None:
    drafted = run("draft", str(page), encoding="ascii")
    assert drafted.content == run("draft", str(page)).content
    assert "清河日报" in drafted.content.decode()


@pytest.mark.parametrize(
    ("more", "most"),
    [
        ("".join(f"建成泊位{number}个，" for number in range(6_000)), MODEL_VALUES),
        ("".join(f"新增{''.join(word)}5%，" for word in product("甲乙丙丁戊", repeat=4)), 2_000),
        ("\n".join(f"“{''.join(word)}”" for word in product("甲乙丙丁戊", repeat=4)), 2_000),
    ],
    ids=["numbers", "labels", "terms"],
)
def test_a_text_whose_draft_no_model_may_be_is_refused(
    page: Path, more: str, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, "MODEL_VALUES", most)
    page.write_text(f"{TEXT}\n{more}\n", encoding="utf-8")
    done = run("draft", str(page), "-o", str(page.with_suffix(".yaml")))
    assert f"{MODEL_VALUES:,}" in done.err
    assert not page.with_suffix(".yaml").exists()


@pytest.mark.parametrize("numeral", ["一" * 4_000, "万" * 4_000, "9" * 20 + "亿元", "-" + "1" * 24])
def test_a_number_that_no_model_may_have_is_left_to_do(page: Path, numeral: str) -> None:
    page.write_text(f"{TEXT}\n产值达到{numeral}，增长很快。\n", encoding="utf-8")
    assert inspect_model(str(draft(page))).article


def test_a_text_that_can_be_read_once_is_kept_beside_the_model(tmp_path: Path) -> None:
    pipe, model = tmp_path / "pipe", tmp_path / "new.yaml"
    os.mkfifo(pipe)
    with subprocess.Popen(["/bin/sh", "-c", 'printf %s "$0" > "$1"', TEXT, str(pipe)]):
        assert run("draft", str(pipe), "-o", str(model)).status == 0
    assert "text: new.txt" in model.read_text(encoding="utf-8")
    assert run("check", str(model), "--select", "anchor-not-found").status == 0
    assert (tmp_path / "new.txt").read_text(encoding="utf-8").startswith("清河日报")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("\n".join(["甲县。"] * SOURCE_PARAGRAPHS), f"{SOURCE_PARAGRAPHS:,} paragraphs"),
        ("The county has new plans and roads. " * 20, "not a Chinese article"),
    ],
    ids=["paragraphs", "language"],
)
def test_what_check_would_refuse_is_not_drafted(page: Path, more: str, said: str) -> None:
    page.write_text(f"{TEXT}\n{more}\n", encoding="utf-8")
    done = run("draft", str(page), "-o", str(page.with_suffix(".yaml")))
    assert said in done.err
    assert not page.with_suffix(".yaml").exists()


@pytest.mark.parametrize("more", ["\x1f\n", "\n\x1a", "\n" * SOURCE_CHARACTERS])
def test_a_text_that_check_would_not_read_as_it_is_gets_a_copy(page: Path, more: str) -> None:
    page.write_text(f"{TEXT}{more}", encoding="utf-8")
    model = draft(page)
    assert "text: article.utf-8.txt" in model.read_text(encoding="utf-8")
    assert run("check", str(model), "--select", "anchor-not-found").status == 0
