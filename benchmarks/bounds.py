"""Measure that no input costs more than its size: ``python benchmarks/bounds.py [--only WORDS]``.

Each part of an input that has a size is grown alone: every list of a model, every text in it, what
stands around its values, a source text, a memo, a page, a Word document, a folder, a screen. Every
command then runs on it in a process of its own. Where a run costs more than a little, the part is
halved twice, and the exponent with which time grows is told. What goes over a limit of the tool is
refused; then the cost of refusing is told, and that of about the most that is accepted.

The exit status is 0 if every run up to 1 MiB ends within the seconds and the memory of
:data:`MOST`, and no exponent is above that of it.
"""

import argparse
import gc
import io
import json
import math
import os
import random
import re
import resource
import shutil
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from briefing.limits import MEMO_CHARACTERS
from briefing.model.yamlfile import Parsed
from briefing.names.romanizing import spell_person
from strategies import PIECES
from support import EXAMPLE, SECOND, briefing

Files = dict[str, bytes]
Grow = Callable[[int], Files]
"""Returns the files of an input in which one part has about so many bytes."""

MEBIBYTE = 2**20


class Most(NamedTuple):
    """What a run may cost: seconds of the processor, MiB, and the exponent of time by size."""

    seconds: float = 2.0
    mebibytes: float = 200.0
    exponent: float = 1.1


MOST = Most()
_LONGEST = 60_000  # bytes of one text, which are 20,000 Chinese characters
SMALL = 0.5
"""A run of fewer seconds is not measured again: what it costs is mostly start-up."""
STOPPED = 60
"""After so many seconds of the processor a run is killed."""
REFUSED = 3
STEPS = 7
"""The most that is accepted is searched for by halves, in so many steps."""
ROUNDS = 3
"""A run over the bounds is repeated, so often in all, and its shortest time counts."""

FORMATS = ("text", "json", "csv", "yaml", "md", "html", "xlsx", "docx")
ON_MODEL = (
    *(("export", "-O", form) for form in (*FORMATS[:2], *FORMATS[3:], "jsonl")),
    ("export", "-o", "out.zip"),
    *(("figures", "--all", "-O", form) for form in FORMATS),
    *((name,) for name in ("summary", "city", "zone", "places", "strategies", "projects")),
    *((name,) for name in ("people", "organisations", "events", "sectors", "terms")),
    *((name,) for name in ("commitments", "timeline", "unsaid", "articles")),
    *(("timeline", "-O", form) for form in ("html", "xlsx", "docx")),
    *(("commitments", "-O", form) for form in ("html", "xlsx", "docx")),
    ("summary", "--full"),
    ("summary", "-O", "html"),
    ("unsaid", "-O", "json"),
    ("commitments", "-O", "json"),
    ("city", "dongjia"),
    ("city", "dongjia", "xiyi", "-O", "docx"),
    ("zone", "beibing", "--full", "-O", "html"),
    ("paragraph", "4"),
    ("search", "增长"),
    ("search", "wharf", "investment"),
    ("search", "甲", "又名"),
    ("search", *(f"w{number}" for number in range(40)), "增长", "项目"),
    ("show", "gdp"),
    ("show", "dongjia"),
    ("show", "regional-opinions", "--full"),
    ("cite",),
    ("cite", "--style", "bibtex", "gdp"),
    ("check",),
    ("check", "-O", "json"),
    ("check", "--diff", "--unsafe-fixes"),
    ("check", "--source", "second.txt"),
    ("check", "--source", "second.txt", "--diff", "--unsafe-fixes"),
    ("proof", "--source", "second.txt", "-o", "proof.html"),
    ("verify", "memo.txt"),
    ("verify", "memo.txt", "--source", "second.txt"),
)
ON_TEXT = (
    *(("quantities", "second.txt", "-O", form) for form in ("text", "json", "html", "xlsx")),
    ("check", "--source", "second.txt"),
    ("proof", "--source", "second.txt", "-o", "proof.html"),
    ("draft", "second.txt", "-o", "new.yaml"),
    ("verify", "memo.txt", "--source", "second.txt"),
)
ON_MEMO = (
    *(("verify", "memo.txt", "-O", form) for form in ("text", "json", "html")),
    ("verify", "memo.txt", "--source", "second.txt"),
)
ON_FOLDER = tuple(one for one in ON_MODEL if one[0] not in ("check", "proof"))
ON_PAGE = (("draft", "page.html", "-o", "new.yaml"), ("verify", "page.html"))
ON_WORD = (("draft", "page.docx", "-o", "new.yaml"), ("verify", "page.docx"))
NEEDS_NO_MODEL = ("quantities", "draft")
MODEL, TEXT, MEMO = (Path(name).read_bytes() for name in (SECOND, SECOND[:-4] + "txt", EXAMPLE))
MEMO = "前三季度全省生产总值增长5.6%。 Investment rose by 4.2%, Ji Moumou says.\n".encode()


class Part(NamedTuple):
    """A part that has a size: how it is grown, and which commands meet it."""

    name: str
    grow: Grow
    runs: tuple[tuple[str, ...], ...] = ON_MODEL


class Cost(NamedTuple):
    """What a run cost, and how it ended."""

    seconds: float
    mebibytes: float
    status: int
    err: str


class Measured(NamedTuple):
    """What a run costs, and by what exponent its time grows."""

    cost: Cost
    exponent: float


def list_parts() -> Iterator[Part]:
    """Yield every part that has a size."""
    yield Part("model and text", _grow_whole)
    data = _read_model()
    seen = set()
    for path, value in _walk(data):
        name = ".".join(step for step in path if isinstance(step, str))
        # A list of texts and the texts in it have one name.
        if (name, type(value)) in seen or not isinstance(value, list | str) or not value:
            continue
        seen.add((name, type(value)))
        if isinstance(value, list):
            yield Part(f"list {name}", _model(partial(_lengthen, path)))
        elif re.search(r"\.(?:zh|en|text|unit|aliases|comparable)$", name):
            for piece in PIECES_OF_TEXTS:
                yield Part(
                    f"text {name} of {piece!r}",
                    _model(partial(_write, path, piece)),
                )
    for name, many in MANY.items():
        yield Part(f"model: {name}", many)
    for piece in (*PIECES, *MORE_PIECES):
        for name, end in (("on one line", ""), ("by lines", "\n")):
            grow = _repeat(piece + end)
            yield Part(f"source text of {piece!r} {name}", _in("second.txt", grow), ON_TEXT)
            yield Part(f"memo of {piece!r} {name}", _in("memo.txt", grow), ON_MEMO)
    real = TEXT.decode()
    yield Part("source text", _in("second.txt", _repeat(real)), ON_TEXT)
    yield Part("memo", _in("memo.txt", _repeat(real)), ON_MEMO)
    yield Part("memo in English", _in("memo.txt", _repeat(MEMO.decode())), ON_MEMO)
    yield from _list_memos()
    yield Part("folder of articles", _grow_folder, ON_FOLDER)
    yield Part("folder of small articles", partial(_grow_folder, small=True), ON_FOLDER)
    yield Part("folder of tiny articles", _grow_shelf, ON_FOLDER)
    for piece in PAGE_PIECES:
        yield Part(f"page of {piece!r}", _in("page.html", _page(piece)), ON_PAGE)
    yield Part("Word document", lambda size: {"page.docx": _word(size)}, ON_WORD)
    yield Part("Word document of one paragraph", _one_paragraph, ON_WORD)


def _list_memos() -> Iterator[Part]:
    """Yield models with memos that tell of their records, and a text that memos are held to."""
    yield Part("model and memo that names its records", _grow_named, ON_MEMO)
    for name, mentioned in MENTIONED.items():
        yield Part(f"model and memo: {name}", partial(_grow_mentioned, mentioned), ON_MEMO)
    for name, words in PROSE.items():
        yield Part(f"model and text: {name}", partial(_grow_prose, words), ON_TEXT)
    yield Part("memo of sentences of names", _in("memo.txt", _name_all), ON_MEMO)
    for section in ("figures", "places", "people", "organisations", "events", "projects", "terms"):
        for anchor in ("码头", "10月21日建成码头"):
            grow = partial(_grow_alike, section, anchor)
            yield Part(f"{section} alike at {anchor} and a sentence of it", grow, ON_TEXT)
    yield Part("source text of clauses on one line", _in("second.txt", _clauses), ON_TEXT)


PIECES_OF_TEXTS = (
    *("字", "“", "9", "（", "\u0301a", "\u0345\u0323\u0300", "第一", "a ", "ten ", "<b>&", "`*_["),
    "\U0001f468\u0301",
)
MORE_PIECES = (
    *("东甲市和西乙市合计24项，比其他2个少3亿元，平均4亿元。",),
    *("百分之", "两", "《", "》", "有限公司", "市", "县长", "张三说", "1月", "三年", "，"),
    *("ten thousand ", "of ", "Mr. A. ", "1,", "1:", "one in "),
    *("投资5亿元，", "1/", "5%", "24项", "由5升至6，", "一百二十", "目前全年", "“两园”"),
    *("示例集团", "。", "甲。", "| 24 ", "第一次"),
    *("甲乙项目开工，", "市长王小明说，", "河南省郑州市"),
)
PAGE_PIECES = (
    *("<div>", "<p>", "<p>东甲市增长5.6%。</p>", "&amp;", "<a href=x>x</a>", "<br>", "</div>"),
    *("<table><tr><td>", "<!-- ", "<script>", "<", "<b a=1 ", "<span>字</span>", "\n"),
    *("<p>东甲市增长5.6%。<br>", "<p a1=1 a2=2 a3=3>"),
)


def _walk(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    yield path, value
    items: Any = value.items() if isinstance(value, dict) else enumerate(value)
    for key, held in items if isinstance(value, dict | list) else ():
        yield from _walk(held, (*path, key))


def _read_model() -> Any:
    """Return the model, with lists of which it happens to have none."""
    data: Any = Parsed(MODEL.decode(), "").data
    data["renderings"] = [{"paragraph": "4", "anchor": "增长5.6%", "en": "rose by 5.6%"}]
    reason = {"zh": "不译", "en": "Not wanted"}
    data["ignore"] = [{"code": "untranslated", "reason": reason}]
    data["people"][0]["aliases"] = ["纪某"]
    data["events"][0]["todo"] = ["核对日期"]
    return data


def _write_model(data: Any) -> bytes:
    return json.dumps(data, ensure_ascii=False, indent=1).encode()


def _model(build: Callable[[int], Any]) -> Grow:
    return lambda size: {"m.yaml": _write_model(build(size))}


def _lengthen(path: tuple[Any, ...], size: int) -> Any:
    """Return the model with so many bytes more in the list at a path.

    Records get their own ids, and references are to as many new records, since none may be named
    twice.
    """
    data = _read_model()
    held = _at(data, path)
    one = held[0]
    section = _find_section(data, one) if isinstance(one, str) else []
    referred = [record for record in section if record["id"] == one]
    each = len(json.dumps([one, *referred], ensure_ascii=False, indent=1).encode())
    for number in range(size // each):
        new = deepcopy(one)
        if isinstance(new, dict) and "id" in new:
            new["id"] = f"{new['id']}-{number}"
        if isinstance(new, str) and (referred or path[-1] == "aliases"):
            new = f"{new}-{number}"
        section += [deepcopy(record) | {"id": new} for record in referred]
        held.append(new)
    return data


def _find_section(data: Any, name: str) -> list[Any]:
    """Return the records among which one of an id is; none if it is no id."""
    sections = (held for held in data.values() if isinstance(held, list))
    return next((held for held in sections if any(one.get("id") == name for one in held)), [])


def _write(path: tuple[Any, ...], piece: str, size: int) -> Any:
    """Return the model with so many bytes of pieces at a path, in as many records as they need."""
    data = _read_model()
    long = min(size, _LONGEST)
    text = piece * (long // len(piece.encode()))
    within = max((at for at, step in enumerate(path) if isinstance(step, int)), default=None)
    holder = _at(data, path[:-1])
    holder[path[-1]] = text
    if within is None or path[within] == path[-1]:
        return data
    records, index = _at(data, path[:within]), path[within]
    for number in range(size // long - 1):
        new = deepcopy(records[index])
        if "id" in new:
            new["id"] = f"{new['id']}-{number}"
        records.append(new)
    return data


def _at(data: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        data = data[step]
    return data


def _grow_folder(size: int, small: bool = False) -> Files:
    """Return a folder of articles that are alike but for their ids; small ones have two places."""
    data = _read_model()
    if small:
        places = [_bare(one) for one in data["places"][:2]]
        summary = {name: data["summary"][name] for name in ("gist", "evidence")}
        source = {"title": data["source"]["title"], "publisher": data["source"]["publisher"]}
        source["published"] = data["source"]["published"]
        data = {"schema_version": 2, "source": source, "summary": summary, "places": places}
    files = {}
    for number in range(max(1, round(size / len(_write_model(data))))):
        data["source"]["id"] = f"article-{number}"
        files[f"folder/{number}.yaml"] = _write_model(data)
    return files


def _grow_shelf(size: int) -> Files:
    """Return a folder of articles that have one place and one figure each, all the same ones."""
    proof = {"evidence": [{"paragraph": 1, "anchor": "东甲"}]}
    role = {"text": {"zh": "枢纽", "en": "a hub"}} | proof
    name = {"zh": "东甲市", "en": "Dongjia"}
    figure = {"id": "gdp", "label": name, "text": "1项", "value": 1, "unit": "项", "kind": "count"}
    source = {"title": name, "publisher": name, "published": "2031-05-06"}
    data: Any = {
        "source": source,
        "summary": {"gist": name} | proof,
        "places": [{"id": "dongjia", "name": name, "kind": "city", "roles": [role]} | proof],
        "figures": [figure | {"places": ["dongjia"]} | proof],
    }
    files: Files = {}
    for number in range(1 + size // len(json.dumps(data, ensure_ascii=False).encode())):
        data["source"] = source | {"id": f"article-{number}"}
        files[f"folder/{number}.yaml"] = json.dumps(data, ensure_ascii=False).encode()
    return files


def _grow_whole(size: int) -> Files:
    """Return the model and its text, both as often as they go into the size."""
    data = _read_model()
    grown, paragraphs = deepcopy(data), len(data["source"]["paragraphs"])
    times = max(1, round(size / len(MODEL)))
    for number in range(1, times):
        copied = _moved(data, number, number * paragraphs)
        for name, held in copied.items():
            if isinstance(held, list):
                grown[name] += held
        grown["source"]["paragraphs"] += data["source"]["paragraphs"]
    text = "\n".join([TEXT.decode().strip("\n")] * times)
    return {"m.yaml": _write_model(grown), "second.txt": text.encode()}


def _grow_named(size: int) -> Files:
    """Return a model of many figures and terms, and the longest memo, which names them."""
    data = _read_model()
    figure, term = data["figures"][0], data["terms"][0]
    lines = []
    for number in range(1, size // 1600):
        for section, one, field in (("figures", figure, "label"), ("terms", term, "name")):
            name = {"zh": f"{one[field]['zh']}{number}号", "en": f"{one[field]['en']} {number}"}
            new: dict[str, Any] = {"id": f"{section}-{number}", field: name}
            if section == "figures":
                new |= {"text": f"{number}亿元", "value": number * 10**8}
            data[section].append(one | new)
            lines.append(f"{name['zh']}为{number}亿元，增长{number % 90}.5%。")
    memo = "\n".join(lines)[: MEMO_CHARACTERS - 1]
    return {"m.yaml": _write_model(data), "memo.txt": memo.encode()}


class Mentioned(NamedTuple):
    """Many records of a section, and what a line of a memo has of each, or nearly has.

    ``{0}`` stands for three Chinese characters, ``{1}`` for a number, and ``{2}`` for a day. If
    there is an ``alias``, it is one of many other names of one record.
    """

    section: str
    line: str
    zh: str = ""
    en: str = "Name {1}"
    alias: str = ""
    dated: bool = False


MENTIONED = {
    "bodies nearly named": Mentioned(
        "organisations", "{0}丑集团有限公司开会。", "{0}集团有限公司", "Group {1} Company Ltd"
    ),
    "bodies that begin alike": Mentioned(
        "organisations",
        "Great Northern Group 9{1} Company opened.",
        "东西南北{0}集团有限公司",
        "Great Northern Group {1} Company Ltd",
    ),
    "other names nearly named": Mentioned("places", "{0}丑集团有限公司开会。", alias="{0}镇"),
    "other names quoted": Mentioned("places", "王某说“{0}好{0}”。", alias="{0}镇"),
    "projects spoken of": Mentioned(
        "projects", "甲市项目{1}项。", "{0}码头项目", "Wharf {1} project"
    ),
    "projects in English": Mentioned(
        "projects", "Wharf 9{1} project opened.", "{0}码头项目", "Wharf {1} project"
    ),
    "places quoted": Mentioned("places", "王某说“{0}好{0}”。", "{0}市"),
    "dated events": Mentioned("events", "{0}市5月{2}日开会。", "{0}市", dated=True),
}
"""Models and memos of as many records, by what is told of them."""
_SIGNS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒"


PROSE = {
    "names in notes": ("{0}、", "{1}, "),
    "posts before names in notes": ("市长{0}说，", "Mayor {1} said that, "),
}
"""What notes have of each of many people whom a text names, in Chinese and in English."""


def _grow_prose(words: tuple[str, str], size: int) -> Files:
    """Return a model with notes about many people, and a text that names a third of them."""
    data = _read_model()
    first = {name: data["events"][0][name] for name in ("name", "evidence")}
    given = [_sign(number)[:2] for number in range(len(_SIGNS) ** 2)]
    people = [family + one for one in given for family in "王李张刘陈"]
    named = [(one, spell_person(one) or "") for one in people]
    zh, en = ("".join(map(form.format, *zip(*named, strict=True))) for form in words)
    for number in range(size // 2_000):
        start = number * 350 % (len(zh) - 350)
        note = {"zh": zh[start : start + 350], "en": en[start : start + 350]}
        data["events"].append(first | {"id": f"note-{number}", "note": note})
    told = "\n".join(f"市长{one}说，甲乙项目已建成投产。" for one in people[::3])
    text = f"{TEXT.decode().strip()}\n{told}"[: size // 12]
    return {"m.yaml": _write_model(data), "second.txt": text.encode()}


def _name_all(size: int) -> bytes:
    """Return sentences of six names of the model each, and a verb."""
    data = _read_model()
    names = [one["name"]["zh"] for held in ("places", "people", "projects") for one in data[held]]
    drawn = random.Random(0)
    said = (f"{''.join(drawn.choices(names, k=6))}推动。" for _ in range(size // 70))
    return "".join(said).encode()


def _grow_mentioned(mentioned: Mentioned, size: int) -> Files:
    """Return a model of many records, and a memo with a line about each, up to the longest."""
    data = _read_model()
    one = data[mentioned.section][0]
    least = ("id", "name", "kind", "status", "evidence")
    bare = {name: held for name, held in one.items() if name in least}
    bare["evidence"] = bare["evidence"][:1]
    each = 20 if mentioned.alias else len(_write_model(bare))
    lines = []
    for number in range(1, 1 + size // each):
        words = (_sign(number), number, number % 28 + 1)
        lines.append(mentioned.line.format(*words))
        if mentioned.alias:
            one.setdefault("aliases", []).append(mentioned.alias.format(*words))
            continue
        name = {"zh": mentioned.zh.format(*words), "en": mentioned.en.format(*words)}
        new = bare | {"id": f"{mentioned.section}-{number}", "name": name}
        if mentioned.dated:
            new["date"] = f"2031-{number % 12 + 1:02}-{number % 28 + 1:02}"
        data[mentioned.section].append(new)
    memo = "\n".join(lines)[: MEMO_CHARACTERS - 1]
    return {"m.yaml": _write_model(data), "memo.txt": memo.encode()}


def _sign(number: int) -> str:
    """Return three Chinese characters that stand for a number."""
    return "".join(_SIGNS[number // len(_SIGNS) ** at % len(_SIGNS)] for at in range(3))


def _clauses(size: int) -> bytes:
    """Return a text of one paragraph whose clauses are all others."""
    return "".join(f"市长王{_sign(number)}表示，" for number in range(1 + size // 27)).encode()


def _moved(data: Any, number: int, paragraphs: int) -> Any:
    """Return a model whose records have other ids and stand so many paragraphs further on."""
    ids = {value for path, value in _walk(data) if path[-1:] == ("id",)}

    def move(value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: move(held, name) for name, held in value.items()}
        if isinstance(value, list):
            return [move(one) for one in value]
        if key == "paragraph":
            return str(int(value) + paragraphs)
        return f"{value}-{number}" if value in ids else value

    return move(data)


def _grow_alike(section: str, anchor: str, size: int) -> Files:
    """Return many records of one name and anchor, and a sentence in which both stand as often."""
    data = _read_model()
    name = {"zh": "码头", "en": "Wharf"}
    last = len(data["source"].pop("paragraphs")) + 1
    new = data[section][0] | {"evidence": [{"paragraph": str(last), "anchor": anchor}]}
    new |= {field: name for field in ("name", "label") if field in new}
    count = size // (30 + len(_write_model(new)))
    data[section] += [new | {"id": f"w-{number}"} for number in range(count)]
    said = "".join(f"县长王某说10月21日建成码头{number % 7}座，" for number in range(count))
    return {"m.yaml": _write_model(data), "second.txt": TEXT + said.encode()}


def _crossed(size: int) -> Any:
    """A figure with much evidence, which many records are about."""
    data = _read_model()
    figure, strategy = data["figures"][0], _bare(data["strategies"][0])
    figure["evidence"] *= size // 2 // len(_write_model(figure["evidence"][0]))
    strategy["about"] = [figure["id"]]
    for number in range(size // 2 // len(_write_model(strategy))):
        data["strategies"].append(strategy | {"id": f"s-{number}"})
    return data


def _referred(size: int) -> Any:
    """Many records about all of many figures."""
    data = _read_model()
    figure = data["figures"][0]
    side = int(math.sqrt(size / 25))
    figures = [figure | {"id": f"f-{number}"} for number in range(side)]
    data["figures"] += figures
    for section in ("strategies", "projects", "events"):
        one = data[section][0] | {"about": [each["id"] for each in figures]}
        data[section] += [one | {"id": f"{section}-{number}"} for number in range(side // 3)]
    return data


def _round(size: int) -> Any:
    """Figures of which each is about another one, in a circle."""
    data = _read_model()
    figure = _bare(data["figures"][0])
    count = size // len(_write_model(figure))
    data["figures"] += [
        figure | {"id": f"f-{number}", "about": [f"f-{(number + 7) % count}"]}
        for number in range(count)
    ]
    return data


def _noted(said: Mapping[str, str], size: int) -> Any:
    """Many events whose notes are all others; each tells of what one anchor tells."""
    data = _read_model()
    proof = {"paragraph": 9, "anchor": "房地产开发投资下降7.3%"}
    for number in range(1, size // 450):
        texts = {lang: text.format(_sign(number)) for lang, text in said.items()}
        name = {"zh": f"投资{_sign(number)}", "en": f"Investment {number}"}
        new = {"id": f"n-{number}", "name": name, "note": texts, "evidence": [proof]}
        data["events"].append(new)
    return data


def _noted_alike(zh: str, en: str, size: int) -> Any:
    """Many events with the same note."""
    data = _read_model()
    event = {name: data["projects"][0][name] for name in ("id", "name", "evidence")}
    event["note"] = {"zh": zh, "en": en}
    for number in range(1 + size // len(_write_model(event))):
        data["events"].append(event | {"id": f"n-{number}"})
    return data


def _bare(record: Any) -> Any:
    """Return what a record must have."""
    return {name: record[name] for name in ("id", "name", "kind", "evidence")}


def _about_one(said: str, size: int) -> Any:
    """A figure with much evidence, each piece of it another, and figures with numbers about it."""
    data = _read_model()
    figure = data["figures"][0]
    figure["evidence"] = [
        {"paragraph": 4, "anchor": said.format(number)} for number in range(1, size // 2 // 90)
    ]
    figure |= {"text": said.format(1), "value": 1, "unit": "个", "kind": "count"}
    for number in range(1, size // 2 // 900):
        label = {"zh": said.format(number), "en": f"about {number}"}
        new = {"id": f"f-{number}", "label": label, "about": [figure["id"]]}
        data["figures"].append(figure | new | {"evidence": figure["evidence"][:1]})
    return data


def _scattered(size: int) -> Any:
    """A figure with much evidence all over the text, and none of it where it is said to be."""
    data = _read_model()
    figure = data["figures"][0]
    figure["evidence"] = [
        {"paragraph": 2 + number % 40, "anchor": f"另有{number}项"}
        for number in range(1, size // 90)
    ]
    return data


def _called(size: int) -> Any:
    """A place with many other names, and as many pieces of evidence in one paragraph."""
    data = _read_model()
    place = data["places"][1]
    place["aliases"] = [f"又名{number}" for number in range(size // 2 // 24)]
    place["evidence"] = [
        {"paragraph": 11, "anchor": f"东甲{number}"} for number in range(1 + size // 2 // 90)
    ]
    return data


def _tied(size: int) -> Any:
    """Two places with many short ties."""
    data = _read_model()
    tie = {"place": "xiyi", "evidence": [{"paragraph": 4, "anchor": "全省"}]}
    data["places"][1]["links"] = [
        tie | {"text": {"zh": f"系{number}", "en": "tie"}} for number in range(1 + size // 250)
    ]
    return data


def _written_by_many(size: int) -> Any:
    """Many reporters, whose English names are no pinyin."""
    data = _read_model()
    data["source"]["reporters"] = [
        {"zh": f"王{_sign(number)}", "en": f"Wang {number}"} for number in range(1 + size // 70)
    ]
    return data


def _branched(size: int) -> Any:
    """A tree of strategies, each with two others under it."""
    data = _read_model()
    first = _bare(data["strategies"][0])
    data["strategies"] += [
        first | {"id": f"s-{at}", "part_of": f"s-{(at - 1) // 2}" if at else first["id"]}
        for at in range(size // len(_write_model(first)))
    ]
    return data


def _after(text: str) -> Grow:
    return lambda size: {"m.yaml": MODEL + (text * (size // len(text.encode()))).encode()}


def _put_in(section: str, text: str) -> bytes:
    head = f"\n{section}:\n".encode()
    return MODEL.replace(head, head + text.encode())


MANY: dict[str, Grow] = {
    "evidence of one, referred to by many": _model(_crossed),
    "references to all": _model(_referred),
    "references in a circle": _model(_round),
    "evidence of one, each another": _model(partial(_about_one, "{}个")),
    "evidence of one, all over the text": _model(_scattered),
    "evidence of one, each about so many": _model(partial(_about_one, "约{}个")),
    "other names and evidence": _model(_called),
    "notes, each another": _model(
        partial(_noted, {"zh": "{0}房地产投资下降7.3%", "en": "{0} investment fell by 7.3%"})
    ),
    "notes of the opposite": _model(
        partial(_noted, {"zh": "{0}房地产投资增长7.3%", "en": "{0} investment rose by 7.3%"})
    ),
    "a word again and again": _model(partial(_noted_alike, "增长。" * 3_000, "growth. " * 2_000)),
    "needless blanks": _model(partial(_noted_alike, "一 项 工作 ", "one  work ")),
    "ties": _model(_tied),
    "reporters": _model(_written_by_many),
    "a tree of parts": _model(_branched),
    "unknown keys": lambda size: {
        "m.yaml": MODEL + "".join(f"k{number}: x\n" for number in range(size // 9)).encode()
    },
    "the same key": _after("x: y\n"),
    "blank lines": _after("\n"),
    "comments": _after("# x\n"),
    "a long comment": _after("#"),
    "open brackets": _after("x: ["),
    "items": lambda size: {"m.yaml": MODEL + b"x: [" + b"1," * (size // 2) + b"]"},
    "empty lists": lambda size: {"m.yaml": MODEL + b"x: [" + b"[]," * (size // 3) + b"]"},
    "unseen": lambda size: {"m.yaml": MODEL + "\u200b".encode() * (size // 3)},
    "quoted": lambda size: {"m.yaml": MODEL + b'x: "' + b"\\n" * (size // 2) + b'"'},
    "wide blanks": lambda size: {"m.yaml": MODEL + b"x: y" + b" " * size + b"#"},
    "wrong waivers": lambda size: {
        "m.yaml": _put_in("waived", "  - {paragraph: 1}\n" * (size // 19))
    },
    "wrong numbers in texts": lambda size: {
        "m.yaml": _put_in(
            "events",
            "".join(
                f"  - {{id: w{n}, name: {{zh: {n}个九百, en: {n} and nine hundred}}, evidence:"
                " [{paragraph: 4, anchor: 增长5.6%}]}\n"
                for n in range(size // 100)
            ),
        )
    },
}
"""Inputs that are no list and no text of a model, by what they have many of."""


def _repeat(piece: str) -> Callable[[int], bytes]:
    return lambda size: (piece * (1 + size // len(piece.encode()))).encode()


def _in(name: str, content: Callable[[int], bytes]) -> Grow:
    return lambda size: {name: content(size)}


def _page(piece: str) -> Callable[[int], bytes]:
    head = "<html><head><title>东甲市</title></head><body><h1>东甲市</h1><p>东甲市增长5.6%。</p>"
    return lambda size: (head + piece * (size // len(piece.encode())) + "</body></html>").encode()


def _one_paragraph(size: int) -> Files:
    """Return a Word file that is packed to a small part of its size."""
    return {"page.docx": _word(size, times=16, one=True)}


def _word(size: int, *, times: int = 1, one: bool = False) -> bytes:
    """Return a Word file of many paragraphs, or of one long one, ``times`` as large unpacked."""
    stream = io.BytesIO()
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    (before, after), text = ("<w:p><w:r><w:t>", "</w:t></w:r></w:p>"), "东甲市增长5.6%。"
    many = times * size // len((text if one else before + text + after).encode())
    body = before + text * many + after if one else (before + text + after) * many
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr(
            "word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>"
        )
    return stream.getvalue()


def run(command: tuple[str, ...], folder: Path, files: Files, *, is_started: bool = False) -> Cost:
    """Run a command on files, in a process of its own that has imported everything already.

    One that ``is_started`` as a user starts it has imported nothing; it tells what memory is used.
    """
    models = folder / "folder"
    shutil.rmtree(models, ignore_errors=True)
    models.mkdir()
    for name, content in {"second.txt": TEXT, "memo.txt": MEMO, "m.yaml": MODEL, **files}.items():
        (folder / name).write_bytes(content)
    for name in ("new.yaml", "new.txt"):
        (folder / name).unlink(missing_ok=True)
    words = list(command)
    if command[0] == "check":
        words.insert(1, "m.yaml")
    elif command[0] not in NEEDS_NO_MODEL:
        words += ["-a", "folder" if any(models.iterdir()) else "m.yaml"]
    told, tell = os.pipe()
    child = os.fork()
    if not child:
        try:
            resource.setrlimit(resource.RLIMIT_CPU, (STOPPED, STOPPED))
            resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
            os.chdir(folder)
            if is_started:
                os.dup2(os.open(os.devnull, os.O_RDWR), 0)
                os.dup2(0, 1)
                os.execv(sys.executable, [sys.executable, "-m", "briefing", *words])
            gc.disable()  # as the command line does in a process of its own
            done = briefing(*words)
            # A check tells that a model is too large among what it finds, of which the status is 1.
            is_refused = done.status == 1 and "too-large" in done.out
            ended_with = REFUSED if is_refused else done.status
            os.write(tell, f"{ended_with} {done.err[:300]}".encode("utf-8", "replace"))
        except BaseException as error:  # whatever it is, it is told
            os.write(tell, f"99 {type(error).__name__} {error}"[:900].encode("utf-8", "replace"))
        finally:
            os._exit(0)
    os.close(tell)
    _, ended, used = os.wait4(child, 0)
    with os.fdopen(told, "rb") as stream:
        answer, _, err = stream.read().decode("utf-8", "replace").partition(" ")
    answer = answer if answer and not ended else "98"
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, int(answer), err)


def measure(part: Part, command: tuple[str, ...], size: int, folder: Path) -> list[Measured]:
    """Return what a run costs at a size, and by what exponent its time grows up to there.

    If that is refused, the cost of refusing it comes first, and then that of about the most that is
    accepted. What is always refused, as an unknown key, is measured as it is.
    """
    whole = _measure(part, command, size, folder)
    if whole.cost.status != REFUSED:
        return [whole]
    accepted, over = 0, size
    for _ in range(STEPS):
        middle = (accepted + over) // 2
        if run(command, folder, part.grow(middle)).status == REFUSED:
            over = middle
        else:
            accepted = middle
    most = [_measure(part, command, accepted, folder)] if accepted else []
    return [whole, *most]


def _measure(part: Part, command: tuple[str, ...], size: int, folder: Path) -> Measured:
    """Return what a run costs, whatever becomes of it.

    The exponent is zero where the run is too short for one. What is over the bounds is measured
    again, since another program may have been in the way.
    """
    files = part.grow(size)
    costs = [run(command, folder, files)]
    if costs[0].seconds < SMALL:
        return Measured(costs[0], 0.0)
    least, quarter = part.grow(1), part.grow(size // 4)
    grown = (_weigh(files) - _weigh(least)) / (_weigh(quarter) - _weigh(least))
    starts, quarters = [], []
    while True:
        starts.append(run(command, folder, least).seconds)
        quarters.append(run(command, folder, quarter).seconds)
        cost, start = min(costs), min(starts)
        times = (cost.seconds - start) / max(0.02, min(quarters) - start)
        exponent = math.log(max(times, 0.1)) / math.log(grown)
        if len(costs) == ROUNDS or not _is_over(cost, exponent):
            break
        costs.append(run(command, folder, files))
    if cost.mebibytes > MOST.mebibytes:
        started = run(command, folder, files, is_started=True)
        cost = cost._replace(mebibytes=started.mebibytes)
    return Measured(cost, exponent)


def _is_over(cost: Cost, exponent: float) -> bool:
    within = zip((cost.seconds, cost.mebibytes, exponent), MOST, strict=True)
    return any(one > most for one, most in within) or cost.status not in (0, 1, 2, 3)


def _weigh(files: Files) -> int:
    return sum(map(len, files.values()))


def main() -> int:
    """Print what costs most, and what goes over the bounds; return 0 if nothing does."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="a regular expression of the parts")
    parser.add_argument("--runs", default="", help="a regular expression of the commands")
    parser.add_argument("--bytes", type=int, default=MEBIBYTE)
    parser.add_argument("--share", type=float, default=1.0, help="of the runs, drawn by chance")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    for name in ("BRIEFING_ARTICLE", "BRIEFING_LANG", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LANG"):
        os.environ.pop(name, None)
    chance = random.Random(asked.seed)
    over, count, refused, begun = 0, 0, 0, time.monotonic()
    exponents = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for command in (*ON_MODEL, *ON_TEXT, *ON_MEMO):
            os.chdir(folder)
            _warm(command, folder)
        for part in list_parts():
            if not re.search(asked.only, part.name):
                continue
            for command in part.runs:
                share = asked.share / (10 if part.name.startswith("text ") else 1)
                if not re.search(asked.runs, " ".join(command)) or chance.random() > share:
                    continue
                for cost, exponent in measure(part, command, asked.bytes, folder):
                    count += 1
                    refused += cost.status == REFUSED
                    exponents += [exponent] if exponent else []
                    if _is_over(cost, exponent):
                        over += 1
                        print(_tell(part, command, cost, exponent), flush=True)
    if exponents:
        middle, high = (sorted(exponents)[len(exponents) * share // 100] for share in (50, 95))
        print(
            f"{len(exponents)} exponents: half of them at most {middle:.2f},"
            f" 95 of 100 at most {high:.2f}, the highest {max(exponents):.2f}"
        )
    print(
        f"{count} runs, {refused} refused, {over} over the bounds; {time.monotonic() - begun:.0f} s"
    )
    return int(over > 0)


def _tell(part: Part, command: tuple[str, ...], cost: Cost, exponent: float) -> str:
    return (
        f"{cost.seconds:7.2f} s {cost.mebibytes:6.0f} MiB n^{exponent:4.2f}"
        f" status {cost.status}  {part.name}: {' '.join(command)}"
        f" {cost.err[:150] if cost.status > REFUSED else ''}"
    )


def _warm(command: tuple[str, ...], folder: Path) -> None:
    """Run a command here once, so that the processes that follow have what it imports."""
    for name, content in {"second.txt": TEXT, "memo.txt": MEMO, "m.yaml": MODEL}.items():
        (folder / name).write_bytes(content)
    words = [*command, *(["m.yaml"] if command[0] == "check" else [])]
    if command[0] not in (*NEEDS_NO_MODEL, "check"):
        words += ["-a", "m.yaml"]
    briefing(*words)


if __name__ == "__main__":
    sys.exit(main())
