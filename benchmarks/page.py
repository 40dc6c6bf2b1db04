"""Measure the page that sets a text beside its records: ``python benchmarks/page.py``.

It makes up a text of 60,000 characters and a model of 3,000 records of it, more than a model may
have, and measures how long the page takes beside the check that it follows, how large it is and,
where Chromium and Playwright are installed, how soon it is shown and how evenly it scrolls.

The exit status is 0 if the goals are reached: the page takes no longer than the check, and of the
frames while it scrolls at most one in twenty takes longer than two in a row should.
"""

import random
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from briefing.checks.check import examine
from briefing.checks.passages import lay_out
from briefing.model.reading import inspect_model
from briefing.output.html.proof import render
from briefing.views.proof import make_head, say_claims

CHARACTERS, RECORDS, PARAGRAPHS = 60_000, 3_000, 300
LIMITS = (1.0, 0.05)
"""The page's time to that of the check, and the share of the frames that may be late."""
SECTIONS = ("strategies", "projects", "organisations", "events", "sectors", "terms")
FIELDS = {
    "strategies": "kind: effort",
    "projects": "status: planned",
    "organisations": "kind: other",
    "terms": "gloss: {zh: 释义, en: What it means}",
}
SCROLL = """async () => {
  const deltas = [];
  let last = await new Promise(requestAnimationFrame);
  const end = document.documentElement.scrollHeight;
  for (let at = 0; at < end && deltas.length < 600; at += 120) {
    scrollTo({ top: at, behavior: "instant" });
    const now = await new Promise(requestAnimationFrame);
    deltas.push(now - last);
    last = now;
  }
  return deltas;
}"""


def main() -> int:
    """Print what was measured; return 0 if the goals are reached."""
    with tempfile.TemporaryDirectory() as folder:
        model, text, page = (Path(folder) / name for name in ("m.yaml", "t.txt", "p.html"))
        make_up(model, text)
        started = time.perf_counter()
        inspected = inspect_model(str(model))
        read = time.perf_counter()
        examined = examine(inspected, str(text), notes=True)
        checked = time.perf_counter()
        assert examined.article
        assert examined.context
        proof = lay_out(examined.context, examined.report)
        laid_out = time.perf_counter()
        words = say_claims(examined.article, "both")
        content = "".join(render(proof, words, make_head(examined.article, "both")))
        made = time.perf_counter()
        page.write_text(content, encoding="utf-8")
        ratio = (made - checked) / (checked - started)
        print(f"read {read - started:.2f} s, check {checked - read:.2f} s")
        print(f"lay out {laid_out - checked:.2f} s, write {made - laid_out:.2f} s")
        print(f"page to check {ratio:.2f}, at most {LIMITS[0]}")
        size = len(content.encode())
        print(f"{size / 1e6:.1f} MB, {size / RECORDS:.0f} bytes a record")
        late = scroll(page)
    return int(ratio > LIMITS[0] or (late or 0) > LIMITS[1])


def make_up(model: Path, text: Path) -> None:
    """Write a text of common characters, and a model whose anchors are pieces of it."""
    chance = random.Random(7)
    characters = [chr(one) for one in range(0x4E00, 0x4E00 + 2_000)]
    length = CHARACTERS // PARAGRAPHS
    lines = []
    for _ in range(PARAGRAPHS):
        line = chance.choices(characters, k=length)
        line[24::25] = ["。"] * len(line[24::25])
        lines.append("".join(line))
    text.write_text("\n".join(lines), encoding="utf-8")
    held: dict[str, list[str]] = {name: [] for name in SECTIONS}
    for number in range(RECORDS):
        section = chance.choice(SECTIONS)
        proofs = []
        for _ in range(chance.choice((1, 1, 2))):
            of, at = number % PARAGRAPHS, chance.randrange(length - 20)
            anchor = lines[of][at : at + chance.randint(4, 14)]
            proofs.append(f"{{paragraph: {of + 1}, anchor: {anchor}}}")
        name = anchor if section == "terms" else "".join(chance.choices(characters, k=4))
        coined = "" if section == "terms" else "coined: true, "
        field = f"{FIELDS[section]}, " if section in FIELDS else ""
        held[section].append(
            f"  - {{id: r-{number}, name: {{zh: {name}, en: Record of no great length}}, {coined}"
            f"{field}evidence: [{', '.join(proofs)}]}}\n"
        )
    sections = "".join(f"{name}:\n{''.join(one)}" for name, one in held.items())
    model.write_text(
        "source: {id: long, title: {zh: 长文, en: Long}, publisher: {zh: 报, en: Paper},"
        " published: 2031-05-06}\nsummary: {gist: {zh: 要点, en: Gist}, evidence:"
        f" [{{paragraph: 1, anchor: {lines[0][:5]}}}]}}\n{sections}",
        encoding="utf-8",
    )


def scroll(page: Path) -> float | None:
    """Print how a browser shows the page; return the share of late frames, if there is one."""
    chromium = shutil.which("chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ModuleNotFoundError:
        chromium = None
    if chromium is None:
        print("without Chromium and Playwright nothing is measured in a browser")
        return None
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-gpu"]
        )
        opened: Any = browser.new_page(viewport={"width": 1440, "height": 900})
        started = time.perf_counter()
        opened.goto(page.as_uri())
        opened.evaluate("() => new Promise(requestAnimationFrame)")
        print(f"shown after {time.perf_counter() - started:.2f} s")
        frames: list[float] = opened.evaluate(SCROLL)
        browser.close()
    median, slowest = statistics.median(frames), max(frames)
    in_order = sorted(frames)
    late = sum(one > 2 * 1000 / 60 + 2 for one in frames) / len(frames)
    print(
        f"{len(frames)} frames: median {median:.1f} ms,"
        f" 95th of 100 {in_order[len(frames) * 95 // 100]:.1f} ms, slowest {slowest:.1f} ms"
    )
    print(f"late {late:.3f} of them, at most {LIMITS[1]}")
    return late


if __name__ == "__main__":
    sys.exit(main())
