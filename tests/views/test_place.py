"""The screen of a place says what kind of place it is."""

from pathlib import Path

import pytest

from support import EXAMPLE, briefing


@pytest.mark.parametrize(
    ("name", "kinds"),
    [
        ("青川省", ("省", "province")),
        ("广西壮族自治区", ("自治区", "autonomous region")),
        ("上海", ("直辖市", "municipality")),
        ("澳门特别行政区", ("特别行政区", "special administrative region")),
    ],
)
def test_a_division_of_the_first_level_is_what_its_name_says(
    name: str, kinds: tuple[str, str], tmp_path: Path
) -> None:
    model = tmp_path / "article.yaml"
    text = Path(EXAMPLE).read_text(encoding="utf-8")
    model.write_text(text.replace("{zh: 青川省,", f"{{zh: {name},"), encoding="utf-8")
    for lang, kind in zip(("zh", "en"), kinds, strict=True):
        shown = briefing("zone", "qingchuan", "-a", str(model), "--lang", lang).out
        assert shown.splitlines()[1] == kind
