"""The options and arguments, each defined once."""

import datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

from briefing.cli import completion

HELP = ["-h", "--help"]
"""What asks for help, on every command."""

_SHARED = "On every command"

Article = Annotated[
    list[Path] | None,
    typer.Option(
        "--article",
        "-a",
        metavar="PATH",
        envvar="BRIEFING_ARTICLE",
        readable=False,  # what cannot be read is the reader's to tell, with its own exit status
        help="A model, or a folder of models; repeatable. The shipped article by default.",
        show_default=False,
        rich_help_panel=_SHARED,
    ),
]
Language = Annotated[
    Literal["en", "zh", "both"] | None,
    typer.Option(
        "--lang",
        envvar="BRIEFING_LANG",
        help="The language to read in; by default the locale's, else en.",
        show_default=False,
        rich_help_panel=_SHARED,
    ),
]
Export = Annotated[
    str | None,
    typer.Option(
        "--export",
        "-O",
        "--format",
        metavar="FORMAT",
        help="Write text, json, jsonl, csv, tsv, yaml, md, html, docx or xlsx.",
        show_default=False,
        autocompletion=completion.formats,
        rich_help_panel=_SHARED,
    ),
]
Output = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help="Write to a file; its ending picks the format.",
        show_default=False,
        rich_help_panel=_SHARED,
    ),
]
NoColor = Annotated[
    bool,
    typer.Option("--no-color", help="Leave colours out.", rich_help_panel=_SHARED),
]

Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[WORDS]...",
        help="Only records that hold all of these words, in either language.",
        show_default=False,
    ),
]
Search = Annotated[
    list[str],
    typer.Argument(metavar="WORDS...", help="What to look for, in Chinese or English."),
]
Names = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[NAME]...",
        help="None lists them, one shows its profile, several stand side by side.",
        show_default=False,
        autocompletion=completion.places,
    ),
]
Record = Annotated[
    str,
    typer.Argument(metavar="ID", help="A record's id.", autocompletion=completion.records),
]
Cited = Annotated[
    str | None,
    typer.Argument(
        metavar="[ID]",
        help="A record's id, to cite the paragraphs that it stands in.",
        show_default=False,
        autocompletion=completion.records,
    ),
]
Style = Annotated[
    Literal["gbt7714", "gbt7714-2015", "apa", "bibtex", "csl-json"] | None,
    typer.Option(
        "--style",
        help="GB/T 7714-2025 by default, APA where the language is English.",
        show_default=False,
        autocompletion=completion.styles,
    ),
]
Accessed = Annotated[
    datetime.datetime | None,
    typer.Option(
        "--accessed",
        metavar="DATE",
        formats=["%Y-%m-%d"],
        help="When you saw an article that has an address; today by default.",
        show_default=False,
    ),
]
Model = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="[MODEL]...",
        readable=False,
        help="The models to check; the shipped article by default.",
        show_default=False,
    ),
]
Source = Annotated[
    Path | None,
    typer.Option(
        "--source",
        metavar="TEXT",
        readable=False,
        help="The source text to prove the model by; else the one that the model names.",
        show_default=False,
    ),
]
Text = Annotated[
    Path,
    typer.Argument(metavar="TEXT", readable=False, help="A text file in UTF-8; - for stdin."),
]
Date = Annotated[
    datetime.datetime | None,
    typer.Option(
        "--date",
        formats=["%Y-%m-%d"],
        metavar="YYYY-MM-DD",
        help="The text's own date, for dates without a year; else the first that it gives.",
        show_default=False,
    ),
]
Strict = Annotated[bool, typer.Option("--strict", help="Let warnings fail, too.")]
CheckFormat = Annotated[
    Literal["text", "json", "github"],
    typer.Option("--export", "-O", "--format", help="How to tell what was found."),
]
City = Annotated[
    str | None,
    typer.Option(
        "--city",
        metavar="NAME",
        help="Only what concerns this city, or another place.",
        show_default=False,
        autocompletion=completion.places,
    ),
]
Kind = Annotated[
    str | None,
    typer.Option(
        "--kind",
        metavar="KIND",
        help="Only records of this kind, or projects of this status.",
        show_default=False,
        autocompletion=completion.kinds,
    ),
]
Unit = Annotated[
    str | None,
    typer.Option("--unit", metavar="UNIT", help="Only figures in this unit.", show_default=False),
]
Least = Annotated[
    float | None,
    typer.Option("--min", metavar="N", help="Only figures of at least N.", show_default=False),
]
Most = Annotated[
    float | None,
    typer.Option("--max", metavar="N", help="Only figures of at most N.", show_default=False),
]
Sort = Annotated[
    Literal["value", "-value", "label", "-label", "place", "-place", "paragraph", "-paragraph"]
    | None,
    typer.Option(
        "--sort",
        metavar="ORDER",
        help="By value, label, place or paragraph; -value and so on turn it round.",
        show_default=False,
    ),
]
