"""Hold what our own views say against their models: ``python benchmarks/ownviews.py [FOLDER]``.

Each view is written as Markdown and verified as a memo. What it says is so, and so all its claims
should be borne out; then each date of a table is made another one, and none of these should be. The
models are those of ``tests/memos``, the second article and the shipped one, or those of FOLDER,
each with its text beside it. ``--survivors`` names what went wrong.
"""

import argparse
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from itertools import product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from briefing.model.reading import inspect_model, shipped_model
from briefing.model.text import read_text
from briefing.verifying.claim import BORNE_OUT, Claim
from briefing.verifying.memo import Memo, split_memo
from briefing.verifying.verify import Verifier
from support import SECOND, briefing

MEMOS = Path(__file__).resolve().parent.parent / "tests" / "memos"
VIEWS = ("summary", "figures", "projects", "strategies", "events", "people")
DATED = ("figures", "projects", "events")
MOST_DOUBTED, MOST_PASSED = 0.05, 0.05

_YEAR = re.compile("(?:19|20)([0-9]{2})")
_DAY = re.compile("(?<![0-9])([0-9]{1,2})(?= ?[日月]| [A-Z])")


def list_models(folder: str | None) -> Iterator[tuple[str, str | None]]:
    """Yield models, each with its text or None."""
    if not folder:
        yield shipped_model(), None
        yield SECOND, str(Path(SECOND).with_suffix(".txt"))
    for model in sorted(Path(folder or MEMOS).glob("*.yaml")):
        if (text := model.with_suffix(".txt")).exists():
            yield str(model), str(text)


def write_view(command: str, model: str, lang: str, folder: Path) -> str:
    """Return a view of a model as Markdown, or "" where it has none."""
    page = folder / "view.md"
    page.unlink(missing_ok=True)
    briefing(command, "-a", model, "--lang", lang, "-o", str(page))
    return page.read_text(encoding="utf-8") if page.exists() else ""


def alter(words: str, chance: random.Random) -> str:
    """Return a date as another one, or as it is where it has neither a year nor a day."""
    for found, most in ((_YEAR.search(words), 100), (_DAY.search(words), 12)):
        if found and (most == 12 or chance.random() < 0.7 or not _DAY.search(words)):
            other = (int(found[1]) + chance.choice((1, 2, 3))) % most or 1
            width = 2 if most == 100 else 1
            return f"{words[: found.start(1)]}{other:0{width}}{words[found.end(1) :]}"
    return words


def verify(verifier: Verifier, text: str) -> tuple[Claim, ...]:
    """Return the claims of a Markdown text."""
    return verifier.verify(Memo("view.md", tuple(split_memo(text, ".md")))).claims


def pass_altered(verifier: Verifier, text: str, chance: random.Random) -> Iterator[Claim]:
    """Yield the claims of the dates of tables that were made other ones."""
    lines = text.split("\n")
    altered = set()
    for one in verify(verifier, text):
        line = lines[one.line - 1]
        other = alter(one.text, chance)
        is_alone = line.startswith("|") and line.count(one.text) == 1
        if one.kind == "date" and one.status == BORNE_OUT and other != one.text and is_alone:
            lines[one.line - 1] = line.replace(one.text, other)
            altered.add((one.line, other))
    for one in verify(verifier, "\n".join(lines)):
        if (one.line, one.text) in altered:
            yield one


class Counts:
    """Counts the claims of views, and those that went wrong, by what was done and with what."""

    def __init__(self, chance: random.Random, *, survivors: bool) -> None:
        self.told: Counter[tuple[str, str]] = Counter()
        self.wrong: Counter[tuple[str, str]] = Counter()
        self._chance = chance
        self._survivors = survivors

    def count(self, verifier: Verifier, view: str, where: str, *, dated: bool) -> None:
        """Count the claims of a view as it is, and those of its dates made other ones."""
        for one in verify(verifier, view):
            self._add(("as it is", where), one, wrong=one.status != BORNE_OUT)
        for one in pass_altered(verifier, view, self._chance) if dated else ():
            self._add(("altered", where), one, wrong=one.status == BORNE_OUT)

    def share(self, kind: str) -> float:
        """Return the share of the claims of a kind that went wrong."""
        told, wrong = (
            sum(count for (its, _), count in counts.items() if its == kind)
            for counts in (self.told, self.wrong)
        )
        return wrong / told

    def _add(self, key: tuple[str, str], claim: Claim, *, wrong: bool) -> None:
        self.told[key] += 1
        self.wrong[key] += wrong
        if wrong and self._survivors:
            print(*key, claim.kind, repr(claim.text), claim.status, claim.record, claim.paragraph)


def count_model(counts: Counts, model: str, text: str | None, folder: Path) -> None:
    """Count the claims of all views of a model, without its text and with it."""
    article = inspect_model(model).article
    assert article, f"{model} cannot be read"
    for source in (None, text) if text else (None,):
        where = "model and text" if source else "model alone"
        texts = {article.source.id: read_text(source)} if source else {}
        verifier = Verifier([article], texts)
        for command, lang in product(VIEWS, ("zh", "en")):
            view = write_view(command, model, lang, folder)
            counts.count(verifier, view, where, dated=command in DATED)


def main() -> int:
    """Print the shares, and return 0 if they reach the goals."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", nargs="?")
    asked.add_argument("--survivors", action="store_true")
    given = asked.parse_args()
    counts = Counts(random.Random(5), survivors=given.survivors)
    with tempfile.TemporaryDirectory() as folder:
        for model, text in list_models(given.folder):
            count_model(counts, model, text, Path(folder))
    for key, told in sorted(counts.told.items()):
        what = "borne out" if key[0] == "altered" else "not borne out"
        print(f"{', '.join(key)}: {told} claims, {counts.wrong[key] / told:.1%} {what}")
    is_reached = counts.share("as it is") <= MOST_DOUBTED and counts.share("altered") <= MOST_PASSED
    return 0 if is_reached else 1


if __name__ == "__main__":
    sys.exit(main())
