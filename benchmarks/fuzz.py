"""Put spoilt models and hostile source texts through every command: ``python benchmarks/fuzz.py``.

Models, texts and what a run owes its reader are those of the tests, only larger and more. Time and
memory are judged by ratios: what a run costs per KiB, against the median of that command and
format. What goes wrong is kept in a folder outside the tree, which is named, and makes the exit
status 1.
"""

import argparse
import faulthandler
import os
import statistics
import sys
import tempfile
import time
import traceback
import tracemalloc
from collections import Counter, defaultdict
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

import judge
from briefing.model.reading import shipped_model
from briefing.output.formats import FORMATS
from strategies import Case, source_texts, spoilt_models
from support import EXAMPLE, SECOND, SMALLEST, Run, briefing, process

MOST = 50_000
"""The largest size that is drawn."""

RATIO, SMALL = 40, 16
"""A run is bad that costs so many times what is usual per KiB; below so many KiB all are alike."""

CHUNK, HANG = 200, 300
"""Examples a round of hypothesis, which remembers all that it drew; seconds until a run hangs."""

COMPARED, TRACED = 29, 7
"""Of so many runs one is repeated in a process, and one has its memory measured, not its time."""


class Fuzzer:
    """Runs commands on models and texts, counts them, measures them, and keeps what goes wrong."""

    def __init__(self, sample: int, end: float) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="briefing-fuzz-"))
        example = Path(EXAMPLE).with_suffix(".txt")
        (self.folder / example.name).write_bytes(example.read_bytes())
        self.sample, self.end = sample, end
        self.kinds: Counter[str] = Counter()
        self.commands: Counter[str] = Counter()
        self.formats: Counter[str] = Counter()
        self.faults: set[str] = set()
        self.costs: dict[str, list[tuple[float, str, tuple[bytes, bytes]]]] = defaultdict(list)
        self.read = (b"", b"")  # the model and the text that a run reads

    def run(self, *args: str, **environ: str) -> Run:
        """Run a command in this process, and now and then in one of its own too."""
        form = args[args.index("-O") + 1] if "-O" in args else "terminal" if environ else "pipe"
        self.commands[args[0]] += 1
        self.formats[form] += 1
        number = self.commands.total()
        traced = number % TRACED == 0
        faulthandler.dump_traceback_later(HANG, exit=True)
        if traced:
            tracemalloc.start()
        start = time.process_time()
        run = briefing(*args, **environ)
        cost = time.process_time() - start
        if traced:
            cost = tracemalloc.get_traced_memory()[1] / 2**20
            tracemalloc.stop()
        faulthandler.cancel_dump_traceback_later()
        kib = sum(map(len, self.read)) / 1024
        command = f"{args[0]} --fix" if "--unsafe-fixes" in args else args[0]
        what = f"{'MiB' if traced else 's'} for {command} {form}, status {run.status},"
        shown = f"{cost:.3f} {what} of {kib:.0f} KiB"
        shown += f": {' '.join(args)}"
        self.costs[what].append((cost / max(SMALL, kib), shown, self.read))
        again = "--fix" not in args  # which leaves nothing to do for a second one
        if again and number % COMPARED == 0 and self.sample > 0:
            self.sample -= 1
            other = process(*args, **environ)
            if form in ("xlsx", "docx"):  # these hold the time of their making
                other = other._replace(content=run.content)
            assert other == run, "a process of its own does otherwise"
        return run

    def try_one(self, case: Case, text: bytes, questions: list[tuple[str, ...]]) -> None:
        """Put a model and a text through some commands, unless the time is up."""
        if time.process_time() > self.end:
            return
        self.kinds[case.kind] += 1
        model, source = self.folder / "model.yaml", self.folder / "source.txt"
        model.write_bytes(case.content)
        source.write_bytes(text)
        try:
            self.read = (case.content, b"")
            unread = judge.check(self.run, str(model))
            for asked in questions:
                judge.answer(self.run, str(model), asked, unread)
            self.read = (case.content, text)
            judge.check(self.run, str(model), str(source))
            judge.lay_out(self.run, str(model), str(source))
            judge.mend(self.run, str(model), str(source))
            number = self.kinds.total()
            memo = ("text", "json", "html", "github")[number % 4]
            judge.hold_memo(self.run, str(model), str(source), memo)
            self.read = (b"", text)
            form = list(FORMATS)[number % len(FORMATS)]
            judge.list_quantities(self.run, str(source), form)
            judge.draft(self.run, str(source))
        except Exception as error:
            frames = traceback.extract_tb(error.__traceback__)
            places = [f"{Path(one.filename).name}:{one.lineno}" for one in frames]
            fault = " ".join((type(error).__name__, *places[1:]))
            if fault not in self.faults:
                traceback.print_exc(limit=-4)
            self.keep(fault, case.content, text)

    def keep(self, fault: str, model: bytes, text: bytes) -> None:
        """Keep the first example of a fault."""
        if fault not in self.faults:
            self.faults.add(fault)
            file = self.folder / f"fault-{len(self.faults)}.yaml"
            file.write_bytes(model)
            file.with_suffix(".txt").write_bytes(text)
            print(f"FAULT {file}: {fault}", flush=True)

    def judge_costs(self) -> None:
        """Print the runs that cost most, and keep those that cost too much.

        Usual is the median of the command and format, or that of all runs where it is higher.
        """
        found = []
        for measured in ("s for ", "MiB for "):
            groups = [held for what, held in self.costs.items() if what.startswith(measured)]
            least = statistics.median(one[0] for held in groups for one in held)
            for held in groups:
                ratio, shown, read = max(held)
                usual = max(least, statistics.median(one[0] for one in held))
                found.append((ratio / usual, shown, read))
        for number, (ratio, shown, read) in enumerate(sorted(found, reverse=True)):
            if number < 8:
                print(f"{ratio:7.1f} times what is usual per KiB: {shown}")
            if ratio > RATIO:
                self.keep(f"{ratio:.0f} times what is usual per KiB: {shown}", *read)


def main() -> int:
    """Run what is asked for, and tell what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--examples", type=int, default=2_000)
    parser.add_argument(
        "--minutes", type=float, default=60.0, help="stop after so many, of the processor"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sample", type=int, default=100, help="runs repeated in processes")
    asked = parser.parse_args()
    for name in ("BRIEFING_ARTICLE", "BRIEFING_LANG", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LANG"):
        os.environ.pop(name, None)
    fuzzer = Fuzzer(asked.sample, time.process_time() + 60 * asked.minutes)
    texts = [
        Path(file).read_text(encoding="utf-8") for file in (*2 * [EXAMPLE], SECOND, shipped_model())
    ]
    known = [
        Path(file).with_suffix(".txt").read_text(encoding="utf-8") for file in (EXAMPLE, SECOND)
    ]
    drawn = (
        spoilt_models(MOST, SMALLEST, *texts),
        source_texts(MOST, *known),
        st.lists(judge.questions(*FORMATS), min_size=4, max_size=8),
    )
    for start in range(0, asked.examples, CHUNK):
        options = settings(
            max_examples=min(CHUNK, asked.examples - start),
            database=None,
            derandomize=False,
            deadline=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        if time.process_time() < fuzzer.end:
            seed(asked.seed * 1_000_003 + start)(options(given(*drawn)(fuzzer.try_one)))()
    for counts in (fuzzer.kinds, fuzzer.commands, fuzzer.formats):
        print(
            f"{counts.total():7} in all",
            *(f"{counts[name]:7} {name}" for name in sorted(counts)),
            sep="\n",
        )
    print(f"{asked.sample - fuzzer.sample} runs were repeated in processes of their own")
    fuzzer.judge_costs()
    print(f"{len(fuzzer.faults)} faults; the folder is {fuzzer.folder}")
    return int(bool(fuzzer.faults))


if __name__ == "__main__":
    sys.exit(main())
