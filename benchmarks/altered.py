"""Count how often ``verify`` bears out a sentence of a text in which one thing was changed.

``python benchmarks/altered.py [FOLDER] [--passed KIND]`` drafts each text in FOLDER (``NAME.txt``),
by default those of ``tests/memos``, and holds every sentence of it against the draft and the text:
as it stands, and with one digit, word or name changed. The first must be borne out, and the others
not. ``--passed KIND`` names the changed sentences of a kind that were borne out all the same.
"""

import argparse
import random
import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from briefing.drafting.draft import draft
from briefing.model.reading import inspect_model
from briefing.model.records import Place
from briefing.model.text import read_text
from briefing.problem import BriefingError
from briefing.verifying.memo import Memo, split_memo
from briefing.verifying.splitting import split_sentences
from briefing.verifying.verify import Verifier

HERE = Path(__file__).parent
SHORTEST = 14
CHANGES = {
    "denied": "未> 没有>有 已>未 是>不是 能>不能",
    "direction": "增长>下降 增加>减少 提高>降低 提升>下降 扩大>缩小 上升>下降 下降>上升 减少>增加",
    "amount": "超过>不到 近>超 突破>接近 以上>以下 左右>以上 至少>至多",
    "unit": "亿元>万元 万吨>吨 公里>米 万人>人 个百分点>% 万亩>亩 亿美元>亿元",
    "stage": "建成>开工建设 开工>竣工 投产>开工 启动>完成 正在>已经 计划>已 已>将",
    "who": "企业>农户 全省>全市 全国>全省 我国>欧盟 农业>工业 进口>出口 农村>城市 国家级>省级",
    "when": "今年>去年 上半年>下半年 去年>今年 每年>每月 同比>环比 年底>年初 首次>再次",
}
"""What stands for what, by the kind of change."""


def main() -> None:
    """Print the share that was borne out of each kind of change."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", default=HERE.parent / "tests" / "memos", type=Path)
    parser.add_argument("--passed", choices=[*CHANGES, "digit", "clause", "place"])
    asked = parser.parse_args()
    random.seed(1)
    held: Counter[str] = Counter()
    passed: dict[str, list[str]] = defaultdict(list)
    for file in sorted(asked.folder.glob("*.txt")):
        for kind, sentence, borne_out in judge_text(file):
            held[kind] += 1
            if borne_out:
                passed[kind].append(sentence)
    for kind in sorted(held, key=lambda one: (one != "as it stands", one)):
        share = len(passed[kind]) / held[kind]
        print(f"{kind:14} {held[kind]:6} sentences, borne out {share:6.1%}")
    for sentence in passed[asked.passed or ""]:
        print(sentence)


def judge_text(file: Path) -> Iterator[tuple[str, str, bool]]:
    """Yield kinds of change, the sentences so changed, and whether all of them is borne out."""
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / "model.yaml"
        try:
            model.write_text(draft(str(file)).model, encoding="utf-8")
        except BriefingError as error:
            print(f"{file.name}: {error}")
            return
        article = inspect_model(str(model)).article
    assert article
    text = read_text(str(file))
    whole = "\n".join(one.text for one in text.paragraphs)
    verifier = Verifier([article], {article.source.id: text})
    places = [one.name.zh for one in article.of(Place) if one.name.zh in whole]
    for paragraph in text.paragraphs:
        for start, end in split_sentences(paragraph.text):
            sentence = paragraph.text[start:end]
            for kind, changed in (
                ("as it stands", sentence),
                *change(sentence, places),
            ):
                if kind != "as it stands" and changed.rstrip("。") in whole:
                    continue
                claims = verifier.verify(Memo("memo.txt", tuple(split_memo(changed)))).claims
                yield kind, changed, all(one.status == "borne_out" for one in claims)


def change(sentence: str, places: list[str]) -> Iterator[tuple[str, str]]:
    """Yield a sentence with one thing changed, for each kind of change that it allows."""
    if len(sentence) < SHORTEST:
        return
    for kind, words in CHANGES.items():
        pairs = [one.split(">") for one in words.split()]
        if known := [(old, new) for old, new in pairs if old in sentence]:
            yield kind, sentence.replace(*random.choice(known), 1)
    if digits := list(re.finditer("[0-9]", sentence)):
        at = random.choice(digits).start()
        other = str((int(sentence[at]) + random.randrange(1, 10)) % 10)
        changed = sentence[:at] + other + sentence[at + 1 :]
        yield "digit", changed
        clauses = (one for one in re.finditer("[^，；。：]+", changed) if at in range(*one.span()))
        if (clause := next(clauses, None)) and len(clause[0]) >= SHORTEST:
            yield "clause", clause[0]
    here = [one for one in places if one in sentence]
    others = [one for one in places if one not in sentence]
    if here and others:
        yield "place", sentence.replace(random.choice(here), random.choice(others), 1)


if __name__ == "__main__":
    main()
