"""Who wrote an article: people and desks."""

import pytest

from briefing.drafting.pages.bylines import find_reporters
from briefing.drafting.records import make_reporter


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("林某", {"zh": "林某", "en": "Lin Mou"}),
        ("娜仁花", {"zh": "娜仁花"}),
        ("次仁多吉", {"zh": "次仁多吉"}),
        ("本报采访组", {"zh": "本报采访组", "corporate": True}),
        ("示例晚报评论员", {"zh": "示例晚报评论员", "corporate": True}),
    ],
)
def test_a_name_of_another_people_is_that_of_a_person(name: str, made: dict[str, object]) -> None:
    assert make_reporter(name) == made


def test_names_of_other_peoples_stand_in_a_byline() -> None:
    assert find_reporters(["（本报记者 卓玛央宗 通讯员 林某文 摄影报道）"], [], []) == [
        "卓玛央宗",
        "林某文",
    ]
