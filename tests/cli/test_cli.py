"""What a user types, and what comes back: statuses, streams, names, languages, articles."""

import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.cli import progress
from support import EXAMPLE, HERE, SMALLEST, briefing, english, example, process

LISTS = ("figures", "projects", "people", "events", "sectors", "terms", "strategies", "city")


def test_version() -> None:
    assert briefing("--version").out.startswith("briefing 0.")


@pytest.mark.parametrize(
    ("args", "status", "said"),
    [
        (("city", "dongija"), 1, "(did you mean dongjia?)\nthere are: Dongjia, Xiyi\n"),
        (("city", "Atlantis"), 1, "no place is called 'Atlantis'\nthere are: Dongjia, Xiyi\n"),
        (("figures", "--city", "Xiyii"), 1, "(did you mean xiyi?)"),
        (("show", "key-project"), 1, "(did you mean key-projects?)"),
        (("search",), 2, "the argument WORDS is missing"),
        (("figures", "--sort", "size"), 2, "'size'"),
        (("figures", "--min", "many"), 2, "'many'"),
        (("figures", "--min", "inf"), 2, "'inf' is not a number"),
        (("figures", "--lang", "fr"), 2, "'fr'"),
        (("figures", "--nothing"), 2, "--nothing"),
        (("nothing",), 2, "nothing"),
        (("show", "x" * 101), 1, "`briefing search WORDS` finds ids"),
        (("figures", "--export", "jsn"), 2, "(did you mean json?)\nthere are: "),
        (("figures", "-o", "figures.doc"), 2, "does not say its format"),
        (("figures", "-o", ""), 2, "does not say its format"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_a_mistake_has_its_status_and_is_told_on_stderr(
    args: tuple[str, ...], status: int, said: str
) -> None:
    run = briefing(*args, BRIEFING_ARTICLE=EXAMPLE)
    assert (run.status, run.out) == (status, "")
    assert said in run.err
    assert "Traceback" not in run.err


@pytest.mark.parametrize("command", ["figures", "check"])
@pytest.mark.parametrize("path", ["nowhere.yaml", str(HERE / "golden"), "no\nwhere.yaml"])
def test_what_cannot_be_read_has_status_3(command: str, path: str) -> None:
    run = briefing(command, "-a", path)
    assert run.status == 3
    assert len((run.out + run.err).splitlines()) == 1
    assert command == "check" or not run.out


def test_a_broken_model_is_told_by_place_and_the_run_ends_with_status_3() -> None:
    file = str(HERE / "broken" / "unknown-key.yaml")
    run = briefing("figures", "-a", file)
    assert (run.status, run.out) == (3, "")
    assert [line.partition(": source ")[0] for line in run.err.splitlines()] == [
        f"{file}:4:3: missing-key",
        f"{file}:6:3: unknown-key",
    ]


@pytest.mark.parametrize(
    ("file", "status"),
    [("untranslated", 0), ("anchor-too-long", 1), ("unknown-key", 1), ("../nowhere", 3)],
)
def test_check_tells_problems_on_stdout_and_warnings_are_no_failure(file: str, status: int) -> None:
    run = briefing("check", str(HERE / "broken" / f"{file}.yaml"))
    assert (run.status, run.err) == (status, "")
    assert run.out


def test_check_takes_several_models_and_says_what_it_did_not_prove(smallest: str) -> None:
    clean = f"{smallest}: no problems; not compared with a source text\n"
    assert briefing("check", smallest).out == clean
    broken = str(HERE / "broken" / "doubled-id.yaml")
    assert briefing("check", smallest, broken).out.startswith(f"{broken}:16:9: duplicate-id: ")


def test_check_finds_the_same_article_in_two_models(tmp_path: Path) -> None:
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(SMALLEST, encoding="utf-8")
    run = briefing("check", str(tmp_path))
    assert run.status == 1
    assert f"{tmp_path}/b.yaml:2:7: duplicate-article: " in run.out


def test_a_kind_or_unit_that_there_is_none_of_is_told_with_those_that_there_are() -> None:
    for args in (["--kind", "bogus"], ["--unit", "bogus"]):
        run = example("figures", *args)
        assert (run.status, run.out) == (1, "")
        assert "there are: " in run.err


def test_kinds_and_units_go_by_their_names_in_either_language() -> None:
    assert "investment" in example("figures", "--kind", "金额").out
    assert "investment" in example("figures", "--unit", "元").out
    assert briefing("projects", "--kind", "under-construction").status == 0


def test_a_warning_goes_to_stderr_and_the_result_to_stdout(tmp_path: Path) -> None:
    file = tmp_path / "model.yaml"
    file.write_bytes(SMALLEST.encode("utf-8-sig"))
    run = briefing("summary", "-a", str(file))
    assert run.status == 0
    assert run.out.startswith("Title\n")
    assert run.err.startswith(f"{file}:1:1: byte-order-mark: ")


@pytest.mark.parametrize("command", LISTS)
def test_a_list_with_nothing_in_it_is_said_and_is_an_empty_array(
    command: str, smallest: str
) -> None:
    assert briefing(command, "-a", smallest).out.startswith("Nothing matches.\n")
    assert briefing(command, "-a", smallest, "--export", "json").out == "[]\n"


@pytest.mark.parametrize(
    ("command", "form"),
    [
        *((one, form) for one in ("summary", "export") for form in ("json", "jsonl", "yaml", "md")),
        *(("zone", form) for form in ("json", "jsonl", "csv", "tsv", "yaml", "md")),
    ],
)
def test_the_smallest_model_does_for_every_format(command: str, form: str, smallest: str) -> None:
    run = briefing(command, "-a", smallest, "-O", form)
    nothing = "briefing: there is nothing of this in the articles\n"
    assert (run.status, run.err) == (0, nothing if command == "zone" else "")


@pytest.mark.parametrize(
    "name", ["阳泉", "阳泉市", "Yangquan", "YANGQUAN", "yang quan", "yáng quán", "Ｙａｎｇｑｕａｎ"]
)
def test_a_city_is_found_by_any_writing_of_its_name(name: str) -> None:
    assert briefing("city", name, "--lang", "en").out.startswith("Yangquan\n")


@pytest.mark.parametrize("name", ["lvliang", "luliang", "lüliang", "Lyuliang", "吕梁市"])
def test_a_city_is_found_by_its_alias(name: str) -> None:
    assert briefing("city", name, "--lang", "en").out.startswith("Lvliang\n")


def test_a_figure_of_a_range_can_be_shown() -> None:
    assert "3–5" in example("show", "starts").out


def test_a_record_is_shown_with_its_number_and_with_its_posts() -> None:
    shown = example("show", "investment", "--lang", "en").out
    assert "30,000,000,000" in shown
    assert "nearly CNY 30 billion" in shown
    assert "Mayor of Dongjia" in example("show", "yi-mou", "--lang", "en").out


def test_two_places_of_one_name_stand_beside_another(tmp_path: Path) -> None:
    twin = "\n  - id: a-namesake\n    name: {zh: 东甲市}\n    kind: county\n    evidence: "
    twin += "[{paragraph: 4, anchor: 东甲市}]\n  - id: dongjia\n"
    model = Path(EXAMPLE).read_text(encoding="utf-8").replace("\n  - id: dongjia\n", twin, 1)
    file = tmp_path / "model.yaml"
    file.write_text(model, encoding="utf-8")
    assert briefing("city", "东甲市", "xiyi", "-a", str(file)).status == 0


def test_places_side_by_side_are_compared_in_one_language() -> None:
    lines = example("city", "dongjia", "xiyi", "--lang", "en").out.splitlines()
    assert "Figures               Dongjia  Growth of investment: 12.5%  ¶5" in lines


def test_places_side_by_side_differ_first_and_what_is_the_same_is_named_once() -> None:
    lines = briefing("city", "yangquan", "lvliang", "--lang", "en").out.splitlines()
    [same] = [line for line in lines if "East and west wings" in line]
    assert same.startswith("- Other strategies that concern it: East and west wings (aim); ")
    assert any("Six nodes (planned; 6 under it)" in line for line in lines)
    whole = briefing("city", "yangquan", "lvliang", "--full", "--lang", "en").out.splitlines()
    assert len([line for line in whole if "East and west wings" in line]) == 2
    assert any("Important logistics node" in line for line in whole)


def test_what_is_implied_is_said_of_a_place_without_a_role() -> None:
    run = example("summary", FORCE_COLOR="1", NO_COLOR="1", COLUMNS="80")
    assert "implied" in run.out
    assert "\n: " not in example("summary").out


@pytest.mark.parametrize(
    ("args", "environ", "heading"),
    [
        ((), {}, "Figure "),
        ((), {"LANG": "zh_CN.UTF-8"}, "指标 "),
        ((), {"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, "Figure "),
        ((), {"LC_MESSAGES": "zh_TW", "LANG": "en_GB"}, "指标 "),
        ((), {"LANG": "de_DE"}, "Figure "),
        ((), {"BRIEFING_LANG": "both", "LANG": "zh_CN"}, "指标 / Figure "),
        (("--lang", "en"), {"BRIEFING_LANG": "zh"}, "Figure "),
    ],
)
def test_the_option_then_the_variable_then_the_locale_choose_the_language(
    args: tuple[str, ...], environ: dict[str, str], heading: str
) -> None:
    assert example("figures", *args, **environ).out.startswith(heading)


def test_articles_come_from_options_a_folder_or_the_environment(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(SMALLEST, encoding="utf-8")
    (tmp_path / "b.yaml").write_text(SMALLEST.replace("smallest", "other"), encoding="utf-8")
    folder, one, two = str(tmp_path), str(tmp_path / "a.yaml"), str(tmp_path / "b.yaml")
    both = briefing("summary", "-a", one, "--article", two, "-O", "json")
    assert [part in both.out for part in ('"smallest"', '"other"')] == [True, True]
    assert briefing("summary", "-a", folder, "-O", "json") == both
    for paths in (folder, f"{one}{os.pathsep}{two}"):
        assert briefing("summary", "-O", "json", BRIEFING_ARTICLE=paths) == both
    assert '"other"' not in briefing("summary", "-a", one, BRIEFING_ARTICLE=two).out


@pytest.mark.parametrize("paths", ["{}:", ":{}", "::{}::"])
def test_a_place_without_a_name_is_no_folder(
    paths: str, smallest: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(HERE)
    paths = paths.replace(":", os.pathsep).format(smallest)
    assert briefing("articles", BRIEFING_ARTICLE=paths) == briefing("articles", "-a", smallest)
    for words in (["articles", "-a", ""], ["articles", "--article="], ["check", ""]):
        run = briefing(*words)
        assert run.status == 3
        assert "No such file" in run.out + run.err


def test_several_articles_say_which_record_is_whose(smallest: str) -> None:
    run = example("figures", "-a", smallest)
    assert all("Qingchuan Example Daily 2031-05-06" in line for line in run.out.splitlines()[1:7])


@pytest.mark.parametrize(
    "command", [["city", "dongjia"], ["city", "dongjia", "xiyi"], ["show", "investment"]]
)
def test_what_two_articles_say_of_one_thing_names_each(command: list[str], tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    model = Path(EXAMPLE).read_text(encoding="utf-8").replace("qingchuan-2031-05-06", "other")
    other.write_text(model.replace("One Core Leads", "Two Cores Lead"), encoding="utf-8")

    def answer(*files: str) -> str:
        named = [word for file in files for word in ("-a", file)]
        return briefing(*command, "--lang", "en", *named).out.partition("\n\n“")[0]

    shown = answer(EXAMPLE, str(other))
    names = ["One Core Leads", "Two Cores Lead"]
    if command != ["city", "dongjia"]:  # both were published on one day: their ids tell them apart
        names = [f"Daily 2031-05-06 ({id_})" for id_ in ("qingchuan-2031-05-06", "other")]
    assert all(name in shown for name in names)
    assert names[0] not in answer(EXAMPLE)


@pytest.mark.parametrize("command", [["figures"], ["--help"], ["check", str(HERE / "broken")]])
def test_a_reader_that_leaves_is_no_error(command: list[str]) -> None:
    run = subprocess.Popen(
        [sys.executable, "-m", "briefing", *command],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"BRIEFING_ARTICLE": EXAMPLE},
    )
    assert run.stdout is not None
    assert run.stderr is not None
    run.stdout.close()
    assert run.stderr.read() == b""
    run.stderr.close()
    assert run.wait() == 141


@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_leaves_early_is_told_as_other_programs_tell_it(unbuffered: str) -> None:
    run = subprocess.Popen(
        [sys.executable, "-m", "briefing", "export", "-O", "html"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=os.environ | {"PYTHONUNBUFFERED": unbuffered},
    )
    assert run.stdout is not None
    assert run.stderr is not None
    run.stdout.read(1)
    run.stdout.close()
    assert run.stderr.read() == b""
    run.stderr.close()
    assert run.wait() == 141


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full here")
@pytest.mark.parametrize("args", ["figures", "--version", "--help", "skill", ""])
def test_a_full_disk_is_told(args: str) -> None:
    completing = {"_BRIEFING_COMPLETE": "complete_bash", "COMP_WORDS": "briefing fig"}
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "briefing", *args.split()],
            env=os.environ | ({} if args else completing | {"COMP_CWORD": "1"}),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == 3
    assert done.stderr.startswith(b"briefing: ")
    assert done.stderr.endswith(b"No space left on device\n")
    assert done.stderr.count(b"\n") == 1


def test_as_a_process_it_gives_the_same() -> None:
    run = process("figures", "-a", EXAMPLE, "--lang", "both")
    assert run == briefing("figures", "-a", EXAMPLE, "--lang", "both")
    assert process("city", "nowhere").status == 1


def test_text_that_looks_like_markup_is_text(tmp_path: Path) -> None:
    file = tmp_path / "model.yaml"
    file.write_text(english("[bold red]x[/] :smile: [link=y]"), encoding="utf-8")
    for environ in ({}, {"FORCE_COLOR": "1"}):
        run = briefing("summary", "-a", str(file), **environ)
        assert "[bold red]x[/] :smile: [link=y]" in run.out
    assert (
        r"\[bold red\]x\[/\] :<!-- -->smile:"
        in briefing("summary", "-a", str(file), "-O", "md").out
    )


@pytest.mark.parametrize(
    "character",
    [*"\x1b\x07\x00\x9b\u061c\u200e\u200f\u2028\u202e\u2066\u206a\U000e0041"],
)
def test_control_characters_do_not_get_in(character: str, tmp_path: Path) -> None:
    file = tmp_path / "model.yaml"
    for text in (english(character), SMALLEST.replace("Title", character)):
        file.write_text(text, encoding="utf-8")
        run = briefing("summary", "-a", str(file))
        assert (run.status, run.out) == (3, "")
        assert "control-character" in run.err
        assert character not in run.err


def test_control_characters_of_a_model_are_escaped_in_what_a_check_tells_programs(
    tmp_path: Path,
) -> None:
    file = tmp_path / "model.yaml"
    file.write_text(SMALLEST + '"\\u202e\\x9b\\x1b": 1\n', encoding="utf-8")
    run = briefing("check", str(file), "-O", "json")
    assert {"\u202e", "\x9b", "\x1b"}.isdisjoint(run.out)
    assert json.loads(run.out)["problems"][-1]["values"]["key"] == "\x9b\x1b"


@pytest.mark.parametrize(
    "args", [("city", "\x1b[31m"), ("show", "\x1b[31m"), ("search", "\x1b"), ("-O", "\x1b[31m")]
)
def test_control_characters_of_the_command_line_are_not_sent_back(args: tuple[str, ...]) -> None:
    run = briefing(*(("figures", *args) if args[0] == "-O" else args))
    assert run.status in ((0,) if args[0] == "search" else (1, 2))
    assert "\x1b" not in run.out + run.err


def test_shared_options_may_stand_before_the_command() -> None:
    before = briefing("--lang", "zh", "-O", "json", "-a", EXAMPLE, "figures", "投资")
    assert before == briefing("figures", "投资", "-a", EXAMPLE, "-Ojson", "--lang=zh")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("城市", "city"),
        ("cities", "city"),
        ("数字", "figures"),
        ("figurs", "figures"),
        ("figure", "figures"),
        ("organization", "organisations"),
        ("Organisation", "organisations"),
        ("zones", "zone"),
        ("commitment", "commitments"),
        ("strategy", "strategies"),
        ("companies", "organisations"),
        ("citing", "cite"),
        ("查找", "search"),
    ],
)
def test_another_word_for_a_command_is_answered_with_the_command(word: str, meant: str) -> None:
    run = briefing(word)
    assert (run.status, run.out) == (2, "")
    assert run.err == (
        f"briefing: there is no command '{word}' (did you mean {meant}?)\n"
        "`briefing help` lists the commands\n"
    )


def test_mistakes_are_told_in_the_language_of_the_line() -> None:
    assert "没有“--bad”这个选项" in briefing("figures", "--bad", "--lang", "zh").err
    assert "没有叫“Atlantis”的地方" in briefing("city", "Atlantis", LANG="zh_CN.UTF-8").err
    assert "没有这个文件或文件夹" in briefing("figures", "-a", "none.yaml", BRIEFING_LANG="zh").err
    assert "missing-key: " in briefing("figures", "-a", str(HERE / "broken/missing-key.yaml")).err


def test_a_language_that_there_is_none_of_is_refused_wherever_it_is_asked_for() -> None:
    for run in (briefing("figures", "--lang", "fr"), briefing("figures", BRIEFING_LANG="fr")):
        assert run.status == 2
        assert "there are: en, zh, both" in run.err


def test_too_many_arguments_are_named() -> None:
    run = briefing("summary", "one", "two")
    assert run.status == 2
    assert run.err == (
        "briefing: unexpected arguments: one, two\n`briefing help summary` shows how it is used\n"
    )


def test_arguments_are_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    environ = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    shutil.copy(EXAMPLE, tmp_path / "模型.yaml")
    named = str(tmp_path / "模型.yaml")
    run = process("city", "东甲", "-a", named, "-O", "json", **environ)
    assert (run.status, json.loads(run.out)[0]["place"]["id"]) == (0, "dongjia")
    assert process("figures", "投资", "-a", named, "-o", named + ".csv", **environ).status == 0
    assert (tmp_path / "模型.yaml.csv").exists()
    assert process("city", "幽州", "-a", named, "--lang", "zh", **environ).status == 1


def test_a_hyphen_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    for args, text in (
        (("quantities", "-"), "项目24项"),
        (("figures", "-a", "-"), Path(EXAMPLE).read_text(encoding="utf-8")),
        (("check", "-"), SMALLEST),
    ):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        run = briefing(*args)
        assert (run.status, run.err) == (0, "")
        assert run.out


def test_a_shelf_that_takes_long_shows_a_bar_on_a_terminal_and_only_there(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", -1.0)
    files = ["a", "b", "c"]
    assert list(progress.track(files)) == files
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert list(progress.track(files)) == files
    assert "3/3" in capsys.readouterr().err


@pytest.mark.parametrize("option", ["--sort", "--min", "--lang", "-O", "-o", "-a", "--city"])
def test_an_option_without_its_value_is_told_with_where_help_is(option: str) -> None:
    run = briefing("figures", option)
    assert (run.status, run.out) == (2, "")
    assert run.err == (
        f"briefing: the option '{option}' needs a value\n"
        "`briefing help figures` shows how it is used\n"
    )


@pytest.mark.parametrize("value", ["", "1"])
def test_an_option_with_a_value_that_it_does_not_take_is_told(value: str) -> None:
    run = briefing("figures", f"--no-color={value}")
    assert (run.status, run.out) == (2, "")
    assert run.err.startswith("briefing: the option '--no-color' takes no value\n")


@pytest.mark.parametrize(
    ("args", "hint"),
    [
        (("figures", "--fooo"), ""),
        (("figures", "--citty", "x"), " (did you mean --city?)"),
        (("figures", "--cities", "x"), " (did you mean --city?)"),
        (("--no-colour", "figures"), " (did you mean --no-color?)"),
        (("--nothing",), ""),
    ],
)
def test_an_option_that_there_is_none_of_is_told_with_one_that_is_near(
    args: tuple[str, ...], hint: str
) -> None:
    run = briefing(*args)
    assert run.status == 2
    option = next(arg for arg in args if arg.startswith("--"))
    assert run.err.splitlines()[0] == f"briefing: there is no option '{option}'{hint}"


def test_a_double_hyphen_ends_the_options_and_is_no_command() -> None:
    assert briefing("--", "figures", "投资") == briefing("figures", "投资")
    found = briefing("search", "--", "--quark").err
    assert found.startswith("briefing: no record holds '--quark'\n")
    assert briefing("--") == briefing()


def test_a_search_for_a_paragraph_that_is_not_there_tells_the_last_one() -> None:
    assert "there is no paragraph 999; the last one is " in briefing("search", "¶999").err


def test_a_hyphen_alone_is_no_command() -> None:
    assert briefing("-", "--lang", "zh").err.startswith("briefing: 没有“-”这个命令\n")


@pytest.mark.parametrize(
    "command", ["quantities - <&-", "quantities - >&-", "--show-completion >&-"]
)
def test_a_standard_stream_that_is_closed_is_told(command: str) -> None:
    command = f'exec "$0" -m briefing {command}'
    done = subprocess.run(
        ["/bin/sh", "-c", command, sys.executable], capture_output=True, check=False, input=b"24"
    )
    assert done.returncode == 3
    assert done.stderr.strip().endswith(b": standard input or output is closed")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no device that is full")
def test_a_completion_script_that_cannot_be_written_is_told() -> None:
    done = subprocess.run(
        ["/bin/bash", "-c", '"$0" -m briefing --show-completion >/dev/full', sys.executable],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 3
    assert b"cannot write standard output" in done.stderr


def test_nothing_that_is_meant_for_a_closed_stderr_goes_into_the_result() -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", 'exec "$0" -m briefing nope 2>&-', sys.executable],
        stdout=subprocess.PIPE,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, b"")


@pytest.mark.parametrize("file", ["/dev/stdout", "/dev/fd/1"])
def test_a_pipe_can_be_named_as_the_file(file: str) -> None:
    run = process("figures", "-O", "json", "-o", file)
    assert run == briefing("figures", "-O", "json")


def test_what_a_command_reads_is_not_overwritten(tmp_path: Path) -> None:
    model, text, link = tmp_path / "a.yaml", tmp_path / "a.txt", tmp_path / "b.yaml"
    model.write_text(SMALLEST, encoding="utf-8")
    text.write_text("10个", encoding="utf-8")
    link.symlink_to(model)
    for args in (
        ("figures", "-a", str(model), "-o", str(model)),
        ("export", "-a", str(tmp_path), "-o", str(link)),
        ("quantities", str(text), "-o", str(text)),
    ):
        run = briefing(*args)
        assert run.status == 2
        assert "name another file with -o" in run.err
    assert model.read_text(encoding="utf-8") == SMALLEST
    assert text.read_text(encoding="utf-8") == "10个"


def test_a_folder_without_models_is_one_report_among_others(tmp_path: Path) -> None:
    run = briefing("check", EXAMPLE, str(tmp_path), "-O", "json")
    assert run.status == 3
    found = json.loads(run.out)
    assert [one["code"] for one in found["problems"]] == ["untranslated", "no-model"]
    assert [one["file"] for one in found["tallies"]] == [EXAMPLE]


def test_a_place_named_twice_is_shown_once() -> None:
    assert example("city", "dongjia", "东甲市") == example("city", "dongjia")


@pytest.mark.parametrize(
    ("command", "status", "said"),
    [
        ("city -o places.json", 3, "cannot write places.json"),
        ("check model.yaml", 3, "{folder}"),
        ("articles -a .", 3, "{folder}"),
        ("summary", 0, ""),
        ("--help", 0, ""),
        ("draft {text}", 0, None),
    ],
)
def test_a_folder_that_is_gone_is_told_where_it_is_needed(
    command: str, status: int, said: str | None, tmp_path: Path
) -> None:
    command = command.format(text=HERE / "second.txt")
    line = f'rmdir "$PWD" && exec "$0" -m briefing {command}'
    shell = ["/bin/sh", "-c", line, sys.executable]
    done = subprocess.run(shell, cwd=tmp_path, capture_output=True, text=True, check=False)
    told = said and f"briefing: {said}: No such file or directory\n".format(folder=tmp_path)
    assert (done.returncode, done.stderr if told is not None else None) == (status, told)


@pytest.mark.parametrize("where", ["shelf.library.inspect_models", "cli.main.list_commands"])
def test_a_command_that_is_interrupted_ends_with_130(
    where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(f"briefing.{where}", interrupt)
    run = briefing("city")
    assert (run.status, run.out) == (130, "")


def test_the_version_is_told_wherever_it_is_asked_for_before_a_command() -> None:
    assert briefing("--version", "figures") == briefing("--lang", "zh", "--version")


def test_the_name_of_a_place_is_answered_with_the_command_that_shows_it() -> None:
    assert "(did you mean city 阳泉?)" in briefing("阳泉").err
    assert "(did you mean zone taixin-zone?)" in briefing("taixin-zone").err
    assert "是想写“help”吗" in briefing("帮助", "--lang", "zh").err


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("-o", "figures"), "a command is missing"),
        (("--export=json",), "a command is missing"),
        (("--city", "yangquan"), "a command is missing"),
        (("--lang", "fr"), "a command is missing"),
        (("--lang",), "a command is missing"),
        (("—lang", "zh"), "there is no command '—lang'"),
    ],
)
def test_options_without_a_command_are_no_question(args: tuple[str, ...], said: str) -> None:
    run = briefing(*args)
    assert (run.status, run.out) == (2, "")
    assert said in run.err


def test_choices_are_listed_in_the_readers_language_and_not_without_end() -> None:
    assert "可选：忻州、阳泉、吕梁、太原、晋中" in briefing("city", "北京", "--lang", "zh").err
    assert "there are: Xinzhou, Yangquan" in briefing("city", "Beijing").err
    assert (
        "没有类别为“甲”的条目\n可选：数量、"
        in example("figures", "--kind", "甲", "--lang", "zh").err
    )
    assert "没有单位为“甲”的数字\n可选：" in example("figures", "--unit", "甲", "--lang", "zh").err
    assert "there are 33, such as: " in briefing("figures", "--city", "Beijing").err


def test_a_variable_that_has_no_language_of_ours_is_named() -> None:
    assert "BRIEFING_LANG cannot be 'fr'" in briefing("city", BRIEFING_LANG="fr").err


def test_words_that_are_blank_are_no_search() -> None:
    assert briefing("search", "", " ").status == 2


def test_standard_input_is_read_for_one_thing_only() -> None:
    run = briefing("check", "-", "--source", "-")
    assert run.status == 2
    assert "only once" in run.err


def test_who_reads_both_languages_is_told_in_that_of_the_locale() -> None:
    for locale, said in (("zh_CN.UTF-8", "没有叫"), ("en_GB.UTF-8", "no place is called")):
        assert said in briefing("city", "Atlantis", "--lang", "both", LANG=locale).err
