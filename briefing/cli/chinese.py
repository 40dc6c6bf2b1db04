"""The help in Chinese. Its English stands beside what it explains, and is the key here."""

import re
from collections.abc import Iterator
from typing import Any

import typer

from briefing.cli.options import HELP

TEXTS = {
    # panels
    "Read": "查阅",
    "Share": "转交",
    "Curate": "整理",
    "On every command": "各命令通用",
    # commands
    "Facts from a regional-policy article: look them up, compare, cite and check them.": (
        "把区域政策报道变成可查、可比、可引、可核的事实。"
    ),
    "The article on one screen: gist, layout, key figures, takeaways.": (
        "一屏看全文：要义、布局、关键数字、要点。"
    ),
    "Cities: the list, one city's profile, or several side by side.": (
        "城市：列表，一城概况，或多城对照。"
    ),
    "Zones, counties, corridors and other areas, in the same way.": (
        "功能区、县区、廊带等其他地方，用法相同。"
    ),
    "The strategies, programmes and reforms as a tree.": "以树状列出战略、专项和改革。",
    "Every figure, with its value, its place and the paragraph it stands in.": (
        "每个数字，连同数值、所属地方和所在段落。"
    ),
    "The projects: where, with whom, and how far they are.": "项目：在哪里，与谁合作，进展如何。",
    "The people named, and the posts that they hold.": "文中人物及其职务。",
    "What happened, and when.": "何时发生了何事。",
    "The industries, and the tier that the article gives each.": "产业，及文中给它的定位。",
    "The policy terms, each with a gloss.": "政策术语及其释义。",
    "Find any record by words in it.": "按词查找任何条目。",
    "One record whole, with its evidence.": "完整显示一个条目及其出处。",
    "The article as a reference and, with an id, the paragraphs of a record.": (
        "把文章列为参考文献；给出编号时，具体到该条目所在的段落。"
    ),
    "The whole model.": "整个模型。",
    "Say everything that is wrong with a model; with its source, prove it.": (
        "一次指出模型的全部问题；给出原文时，逐条核对。"
    ),
    "Every quantity in a Chinese text, with its value, its unit and its place.": (
        "中文文本里的每个数量，连同数值、单位和位置。"
    ),
    # options and arguments
    "Print the version.": "显示版本号。",
    "A model, or a folder of models; repeatable. The shipped article by default.": (
        "模型文件，或存放模型的文件夹；可重复。默认用自带的文章。"
    ),
    "The language to read in; by default the locale's, else en.": (
        "阅读语言；默认随系统区域设置，否则为 en。"
    ),
    "Write text, json, jsonl, csv, tsv, yaml, md, html, docx or xlsx.": (
        "输出为 text、json、jsonl、csv、tsv、yaml、md、html、docx 或 xlsx。"
    ),
    "Write to a file; its ending picks the format.": "写入文件；扩展名决定格式。",
    "Leave colours out.": "不用颜色。",
    "Only records that hold all of these words, in either language.": (
        "只列出含有全部这些词的条目，中英文均可。"
    ),
    "What to look for, in Chinese or English.": "要找的词，中英文均可。",
    "None lists them, one shows its profile, several stand side by side.": (
        "不给名称则列出全部，给一个则显示概况，给多个则并排对照。"
    ),
    "A record's id.": "条目编号。",
    "A record's id, to cite the paragraphs that it stands in.": "条目编号，引用它所在的段落。",
    "GB/T 7714-2025 by default, APA where the language is English.": (
        "默认 GB/T 7714-2025；语言为英文时默认 APA。"
    ),
    "When you saw an article that has an address; today by default.": (
        "有网址的文章的访问日期；默认今天。"
    ),
    "The models to check; the shipped article by default.": "要检查的模型；默认为自带的文章。",
    "The source text to prove the model by; else the one that the model names.": (
        "用来核对的原文；不给则用模型自己注明的原文。"
    ),
    "A text file in UTF-8; - for stdin.": "UTF-8 文本文件；- 为标准输入。",
    "The text's own date, for dates without a year; else the first that it gives.": (
        "文本自身的日期，用来补全缺年份的日期；不给则取文中第一个日期。"
    ),
    "Let warnings fail, too.": "有警告也算不通过。",
    "How to tell what was found.": "结果的输出方式。",
    "Only what concerns this city, or another place.": "只列出与这座城市（或其他地方）有关的。",
    "Only records of this kind, or projects of this status.": (
        "只列出这一类别的条目，或这一进展的项目。"
    ),
    "Only figures in this unit.": "只列出这一单位的数字。",
    "Only figures of at least N.": "只列出不小于 N 的数字。",
    "Only figures of at most N.": "只列出不大于 N 的数字。",
    "By value, label, place or paragraph; -value and so on turn it round.": (
        "按 value、label、place 或 paragraph 排序；写作 -value 等则倒序。"
    ),
    # what Typer and Click say themselves
    "Show this message and exit.": "显示本帮助。",
    "Install completion for the current shell.": "为当前 shell 安装补全。",
    "Show completion for the current shell, to copy it or customize the installation.": (
        "显示当前 shell 的补全脚本，供复制或自行安装。"
    ),
}
_LONG = 16
_PANELS = {
    "ARGUMENTS_PANEL_TITLE": "参数",
    "OPTIONS_PANEL_TITLE": "选项",
    "COMMANDS_PANEL_TITLE": "命令",
}


def translated(app: typer.Typer) -> Any:
    """The app's commands with their help in Chinese; what has none keeps its English."""
    from typer import rich_utils

    for name, title in _PANELS.items():
        setattr(rich_utils, name, title)
    top = typer.main.get_command(app)
    for command in commands(top):
        command.help = TEXTS.get((command.help or "").strip(), command.help)
        command.rich_help_panel = TEXTS.get(command.rich_help_panel, command.rich_help_panel)
        if command.epilog:
            command.epilog = command.epilog.replace("Example: ", "示例：")
        for option in options(command):
            option.help = _breakable(TEXTS.get(option.help or "", option.help or ""))
            panel = getattr(option, "rich_help_panel", None)
            option.rich_help_panel = TEXTS.get(panel or "", panel)
    return top


def _breakable(text: str) -> str:
    """A long text with blanks behind its marks: Rich crops in its help what it cannot break."""
    return re.sub("(?<=[，；。、])(?=.)", " ", text) if len(text) > _LONG else text


def commands(top: Any) -> Iterator[Any]:
    """A group and the commands in it."""
    yield top
    yield from top.commands.values()


def options(command: Any) -> Iterator[Any]:
    """A command's options and arguments, the one for help among them."""
    yield from command.params
    yield command.get_help_option(typer.Context(command, help_option_names=HELP))
