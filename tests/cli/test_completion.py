"""What a shell is told when it asks what could stand here."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import docx
import pytest

from briefing.cli.commands import list_commands
from briefing.output.formats import FORMATS
from support import EXAMPLE, HERE, PROJECT, SECOND, SMALLEST, briefing, process

COMMANDS = sorted(list_commands())
SHELLS = ("bash", "zsh", "fish")
PLACES = ["qingchuan", "zhongwu", "beibing", "nanding", "dongjia", "xiyi"]


def ask(shell: str, line: str, **environ: str) -> str:
    """The answer to a line that ends at the cursor, asked as the shell's own script asks."""
    environ = {"BRIEFING_ARTICLE": EXAMPLE, "_BRIEFING_COMPLETE": f"complete_{shell}", **environ}
    if shell == "bash":
        words = line.split(" ")
        environ |= {"COMP_WORDS": "\n".join(words), "COMP_CWORD": str(len(words) - 1)}
    else:
        environ |= {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    run = briefing(**environ)
    assert (run.status, run.err) == (0, "")
    return run.out


def answers(shell: str, line: str, **environ: str) -> list[str]:
    """What may be typed, without the descriptions."""
    out = ask(shell, line, **environ)
    if shell == "zsh":
        return re.findall(r'^(?:_arguments .*\(\()?"([^"]+)"', out, re.M)
    return [answer.partition("\t")[0] for answer in out.splitlines() if answer]


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("briefing ", COMMANDS),
        ("briefing ci", ["cite", "city"]),
        ("briefing show inv", ["investment"]),
        ("briefing cite sign", ["signing"]),
        ("briefing city don", ["dongjia"]),
        ("briefing city Don", ["Dongjia"]),
        ("briefing city 东", ["东甲市"]),
        ("briefing city Atl", []),
        ("briefing city dongjia xi", ["xiyi"]),
        ("briefing zone ", ["qingchuan", "zhongwu", "beibing", "nanding"]),
        ("briefing figures --city ", PLACES),
        ("briefing projects --kind ", ["signed"]),
        ("briefing figures --kind 金", ["金额"]),
        ("briefing commitments --kind go", []),
        ("briefing figures --unit ", ["项", "CNY", "%", "mu"]),
        ("briefing figures --unit 亩", ["亩"]),
        ("briefing figures --stage 计", ["计划"]),
        ("briefing events --sort ", ["title", "place", "paragraph", "date", "article"]),
        ("briefing figures -a @s", ["@shipped"]),
        ("briefing figures --fields val", ["value", "value_to"]),
        ("briefing figures --fields id,val", ["id,value", "id,value_to"]),
        ("briefing figures --export ", list(FORMATS)),
        ("briefing figures -O c", ["csv"]),
        ("briefing cite --style ", ["gbt7714", "gbt7714-2015", "apa", "bibtex", "ris", "csl-json"]),
        ("briefing cite --style gbt7714-", ["gbt7714-2015"]),
        ("briefing figures --lang ", ["en", "zh", "both"]),
        ("briefing --lang ", ["en", "zh", "both"]),
        ("briefing -O c", ["csv"]),
        ("briefing --no-c", ["--no-color"]),
        ("briefing --lang zh --no-color city don", ["dongjia"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_shell_is_told_what_fits(shell: str, line: str, expected: list[str]) -> None:
    assert sorted(answers(shell, line)) == sorted(expected)


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_shells_that_show_descriptions_get_them(shell: str) -> None:
    assert "Total investment" in ask(shell, "briefing show inv")
    assert "GB/T 7714-2025" in ask(shell, "briefing cite --style ")
    assert "Find records" in ask(shell, "briefing se")
    assert "显示版本号" in ask(shell, "briefing --ver", BRIEFING_LANG="zh")


def test_the_article_on_the_line_is_the_one_that_is_asked(tmp_path: Path) -> None:
    shutil.copy(EXAMPLE, tmp_path / "here.yaml")
    environ = {"BRIEFING_ARTICLE": "", "HOME": str(tmp_path)}
    assert answers("bash", "briefing city don", **environ) == []
    for path in (EXAMPLE, str(tmp_path), "~/here.yaml"):
        assert answers("bash", f"briefing city -a {path} don", **environ) == ["dongjia"]
        assert answers("bash", f"briefing -a {path} city don", **environ) == ["dongjia"]


def test_of_several_articles_one_may_be_named() -> None:
    shelf = {"BRIEFING_ARTICLE": os.pathsep.join((EXAMPLE, SECOND))}
    wharf = {"wharf", "qingchuan-2031-10-23/wharf"}
    assert wharf <= set(answers("bash", "briefing cite ", **shelf))
    assert answers("bash", "briefing show wharf-c", **shelf) == ["wharf-cost"]
    for line in ("city", "figures --city", "figures --said-by", "show"):
        asked = f"briefing {line} qingchuan-2031-05-06/xi"
        assert answers("bash", asked, **shelf) == ["qingchuan-2031-05-06/xiyi"]
    assert answers("bash", "briefing show qingchuan-2031-05-06/xi") == []


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("path", ["nowhere.yaml", str(HERE / "golden"), EXAMPLE + "x"])
def test_a_model_that_cannot_be_read_completes_nothing(shell: str, path: str) -> None:
    assert answers(shell, "briefing show inv", BRIEFING_ARTICLE=path) == []


@pytest.mark.parametrize("shell", SHELLS)
def test_no_name_in_a_model_is_run_by_the_shell_or_read_as_markup(
    shell: str, tmp_path: Path
) -> None:
    model = tmp_path / "model.yaml"
    model.write_text(
        SMALLEST
        + """\
places:
  - id: trap
    name: {zh: 陷阱, en: '\\$(id) [/bold] \\`id` "; id'}
    aliases: [$(id), "`id`", "a;id", a*]
    kind: city
    evidence: [{paragraph: 1, anchor: 陷阱}]
""",
        encoding="utf-8",
    )
    for start in ("", "trap", "$", "a"):
        out = ask(shell, f"briefing city {start}", BRIEFING_ARTICLE=str(model))
        # Where Typer has escaped a mark, one backslash stands before it and none before that.
        assert not re.search(r"(?<!\\)(\\\\)*[$`]", out.split("\t")[0])
        assert shell == "fish" or "\\\\$" not in out
        assert answers(shell, f"briefing city {start}", BRIEFING_ARTICLE=str(model)) == (
            ["trap"] if start in ("", "trap") else []
        )


def test_bash_itself_completes(tmp_path: Path) -> None:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("no bash here")
    tool = tmp_path / "briefing"
    tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m briefing "$@"\n', encoding="utf-8")
    tool.chmod(0o755)
    script = (
        'eval "$(_BRIEFING_COMPLETE=source_bash briefing)"\n'
        "COMP_WORDS=(briefing city don) COMP_CWORD=2\n"
        "_briefing_completion briefing\n"
        'printf "%s\\n" "${COMPREPLY[@]}"\n'
    )
    done = subprocess.run(
        [bash, "--norc", "-c", script],
        env=os.environ
        | {"BRIEFING_ARTICLE": EXAMPLE, "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert (done.stdout, done.stderr) == ("dongjia\n", "")


@pytest.mark.parametrize("shell", SHELLS)
def test_the_script_for_the_shell_can_be_had(shell: str) -> None:
    run = process(_BRIEFING_COMPLETE=f"source_{shell}")
    assert (run.status, run.err) == (0, "")
    assert f"_BRIEFING_COMPLETE=complete_{shell}" in run.out


def write_memo(name: str) -> None:
    memo = docx.Document()
    memo.add_paragraph("东甲有24项重点工程。")
    memo.save(name)


@pytest.mark.parametrize("command", sorted({*COMMANDS} - {"mcp"}))  # which waits for an assistant
def test_the_example_in_the_help_of_a_command_runs(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = briefing(command, "--help")
    assert (shown.status, shown.err) == (0, "")
    found = re.search(rf"^Example: briefing ({command}\b.*?)$", shown.out, re.M)
    assert found
    words = shlex.split(found[1])
    monkeypatch.chdir(tmp_path)
    for before, word in pairwise(words):
        if (PROJECT / word).is_file():
            shutil.copy(PROJECT / word, word)
        elif word.endswith(".txt"):
            shutil.copy(HERE / "example.txt", word)
            monkeypatch.setenv("BRIEFING_ARTICLE", EXAMPLE)  # whose text it is
        elif word.endswith(".docx"):
            write_memo(word)
        elif before == "-a" and word.endswith(".yaml"):
            shutil.copy(EXAMPLE, word)
    run = briefing(*words)
    assert run.status == 0
    # draft tells what it has written, and cite what the reference of the shipped article lacks.
    assert not run.err or command in ("cite", "draft", "commitments", "timeline")
