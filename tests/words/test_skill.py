import re

from briefing.checks.manual import explain_codes
from briefing.cli.commands import list_commands
from briefing.model.sections import SECTIONS
from briefing.words.catalogue import read_skill

SKILL = read_skill()


def test_the_skill_is_short_and_begins_with_what_assistants_look_for() -> None:
    assert len(SKILL.split()) <= 1500
    assert re.match(r"---\nname: briefing\ndescription: .*\n---\n", SKILL)


def test_the_skill_names_commands_codes_and_sections_that_there_are() -> None:
    assert set(re.findall(r"`briefing ([a-z]+)", SKILL)) <= set(list_commands())
    table = SKILL.partition("## Codes")[2]
    assert set(re.findall(r"^\| `(.*?)` \|", table, re.M)) != set()
    codes = {
        code
        for row in re.findall(r"^\| (`.*?`) \|", table, re.M)
        for code in re.findall("`([a-z-]+)`", row)
    }
    assert codes <= set(explain_codes())
    complete = SKILL.partition("## What to complete")[2].partition("## Who")[0]
    named = set(re.findall(r"^- \*\*(\w+)\*\*", complete, re.M))
    assert named - {"source", "summary"} <= set(SECTIONS)
