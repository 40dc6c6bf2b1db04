"""What in quotation marks is a term."""

import pytest

from briefing.names.quoted import find_quoted


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("形成“群众点单，干部接单”的服务氛围。", ["群众点单，干部接单"]),
        ("县里提出“下山不下岗，进城不失业”，办了夜校。", ["下山不下岗，进城不失业"]),
        ("“风吹满天沙，雨来遍地泥”的景象不再。", ["风吹满天沙，雨来遍地泥"]),
        ("大会主题是“山海相连，共谋发展”。", ["山海相连，共谋发展"]),
        (
            "本着“你点单，我上门”的服务理念，在各方面“走在前，做表率”。",
            ["你点单，我上门", "走在前，做表率"],
        ),
        ("这个曾经“晴天一身灰，雨天一脚泥”的村通了路。", ["晴天一身灰，雨天一脚泥"]),
        ("他说“路通了，人来了”，“灯亮了，心安了”。", []),
        ("他强调“要强化基础，推动升级”。", []),  # words of somebody
        ("“我们提出，路要通”，目标明确。", []),
        ("完成“投资3亿元，建成2座桥”的目标。", []),  # figures, and not parts of a name
    ],
)
def test_clauses_in_marks_are_a_term_where_words_beside_them_name_it(
    text: str, terms: list[str]
) -> None:
    assert [one.text for one in find_quoted(text)] == terms


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("学生说：“我回去好好考虑一下”。会议强调：“这是我的家”。", []),
        ("会议提出：“一廊两带”。", ["一廊两带"]),
        (
            "“勤于耕作，勇于创新”“以质为先，以人为本”……这些墙上的文字",
            ["勤于耕作，勇于创新", "以质为先，以人为本"],
        ),
    ],
)
def test_what_somebody_says_is_no_term_and_what_stands_on_a_wall_is(
    text: str, terms: list[str]
) -> None:
    assert [one.text for one in find_quoted(text)] == terms
