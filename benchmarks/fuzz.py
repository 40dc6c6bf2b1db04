"""Fuzz ``briefing`` with broken models and hostile source texts: ``python benchmarks/fuzz.py``.

Every broken model goes through ``check``, ``summary`` and ``figures``, in worker processes that
call the tool's entry; a sample goes through real processes too, to prove that these do the same.
The hostile source texts go through ``check --source`` and ``quantities``, each in a process of its
own. Exit status: 0 nothing found, 1 something. ``--replay SEED`` runs one model again and keeps it.
"""

import argparse
import hashlib
import multiprocessing as mp
import os
import resource
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from multiprocessing.connection import Connection, wait
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from fuzzing.judge import KIB, SECONDS, SHOWN, commands, inside, judge, timed
from fuzzing.models import KINDS, make
from fuzzing.sources import hostile, process

from briefing.model.load import shipped

BATCH = 100
"""So many cases a worker; a fresh one knows the peak of few cases, and keeps nothing."""

PATIENCE = 60.0
"""Seconds by the clock after which a worker that says nothing hangs in what no signal stops."""

EXAMPLE = str(Path(__file__).resolve().parent.parent / "tests" / "example.txt")


class Result(NamedTuple):
    """What came of one model; ``kib`` is the worker's peak so far."""

    seed: str
    kind: str
    faults: list[str]
    readable: bool
    clean: bool
    slowest: float
    kib: int


def main() -> int:
    """Run what is asked for, and tell what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=20_000, help="broken models")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--sample", type=int, default=200, help="models for real processes too")
    parser.add_argument("--no-sources", action="store_true", help="leave the source texts out")
    parser.add_argument("--replay", metavar="SEED", help="one model again, as 1:4711")
    arguments = parser.parse_args()
    text = Path(shipped()).read_text(encoding="utf-8")
    with TemporaryDirectory() as folder:
        if arguments.replay:
            return replay(arguments.replay, text)
        print(f"data/article.yaml: SHA-256 {hashlib.sha256(text.encode()).hexdigest()}")
        found = 0
        if arguments.cases:
            found += models(text, folder, arguments.cases, arguments.seed, arguments.jobs)
        if arguments.sample:
            found += sample(text, folder, arguments.sample, arguments.seed)
        if not arguments.no_sources:
            found += sources(folder, arguments.jobs)
    print(f"\n{found} failures" if found else "\nno failures")
    return int(found > 0)


def settings(seed: str) -> tuple[str, str | None]:
    """How the result of a case is shown, and the source text that it is checked with."""
    number = int(seed.rpartition(":")[2])
    return list(SHOWN)[number % len(SHOWN)], EXAMPLE if number % 7 == 0 else None


def try_case(seed: str, text: str, file: str) -> Result:
    """Make the model of a seed, and judge what the tool does with it."""
    case = make(seed, text)
    Path(file).write_bytes(case.content)
    shown, source = settings(seed)
    before = _peak()
    verdict = judge(file, timed, shown, source)
    kib = _peak()
    memory = [f"{kib // 1024} MiB"] if kib > KIB >= before else []
    faults = verdict.faults + memory
    return Result(seed, case.kind, faults, verdict.readable, verdict.clean, verdict.slowest, kib)


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def replay(seed: str, text: str) -> int:
    """One case again; its model stays beside, to be looked at."""
    file = f"replay-{seed.replace(':', '-')}.yaml"
    result = try_case(seed, text, file)
    print(f"{file}: {result.kind}, {result.slowest:.2f} s, {result.kib // 1024} MiB")
    print(*result.faults or ["nothing wrong"], sep="\n")
    return int(bool(result.faults))


def _work(connection: Connection, seeds: list[str], text: str, file: str) -> None:
    for seed in seeds:
        connection.send(try_case(seed, text, file))
    connection.close()


class _Worker(NamedTuple):
    process: mp.process.BaseProcess
    seeds: Iterator[str]
    heard: float


def results(text: str, folder: str, cases: int, seed: int, jobs: int) -> Iterator[Result]:
    """The results of all cases as they come, from one fresh worker a batch."""
    context = mp.get_context("fork")
    batches = [
        [f"{seed}:{number}" for number in range(start, min(start + BATCH, cases))]
        for start in range(0, cases, BATCH)
    ]
    running: dict[Connection, _Worker] = {}
    while batches or running:
        while batches and len(running) < jobs:
            seeds = batches.pop(0)
            receiver, sender = context.Pipe(duplex=False)
            file = os.path.join(folder, f"{seeds[0].replace(':', '-')}.yaml")
            process = context.Process(target=_work, args=(sender, seeds, text, file))
            process.start()
            sender.close()
            running[receiver] = _Worker(process, iter(seeds), time.monotonic())
        ready = wait(list(running), timeout=1)
        for receiver in [one for one in running if one in ready]:
            worker = running.pop(receiver)
            try:
                result = receiver.recv()
            except EOFError:
                worker.process.join()
                for lost in worker.seeds:
                    fault = f"the worker ended with {worker.process.exitcode}"
                    yield Result(lost, "lost", [fault], False, False, 0, 0)
                continue
            next(worker.seeds)
            running[receiver] = worker._replace(heard=time.monotonic())
            yield result
        for receiver, worker in list(running.items()):
            if time.monotonic() - worker.heard > PATIENCE:
                worker.process.kill()
                running[receiver] = worker._replace(heard=float("inf"))


def models(text: str, folder: str, cases: int, seed: int, jobs: int) -> int:
    """Fuzz with broken models; print the counts and every failure."""
    start = time.monotonic()
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    mutators: Counter[str] = Counter()
    slowest = largest = Result("", "", [], True, True, 0.0, 0)
    for result in results(text, folder, cases, seed, jobs):
        count = kinds[result.kind.partition(":")[0]]
        count["cases"] += 1
        count["read"] += result.readable
        count["clean"] += result.clean
        count["failed"] += bool(result.faults)
        mutators[result.kind] += bool(result.faults)
        slowest = max(slowest, result, key=lambda one: one.slowest)
        largest = max(largest, result, key=lambda one: one.kib)
        for fault in result.faults:
            print(f"FAILED --replay {result.seed} ({result.kind}): {fault}", flush=True)
    print(f"\n{'models':10} {'cases':>7} {'read':>7} {'clean':>7} {'failed':>7}")
    total: Counter[str] = Counter()
    for name in filter(kinds.__contains__, (*KINDS, "lost")):
        total += kinds[name]
        _row(name, kinds[name])
    _row("all", total)
    for name, failed in mutators.most_common():
        if failed:
            print(f"  failed: {failed:5}  {name}")
    print(f"slowest command: {slowest.slowest:.2f} s, {slowest.seed} ({slowest.kind})")
    print(f"peak memory: {largest.kib // 1024} MiB, {largest.seed} ({largest.kind})")
    print(f"{time.monotonic() - start:.0f} s by the clock, {jobs} jobs")
    return total["failed"]


def _row(name: str, count: Counter[str]) -> None:
    numbers = " ".join(f"{count[key]:7}" for key in ("cases", "read", "clean", "failed"))
    print(f"{name:10} {numbers}")


def sample(text: str, folder: str, cases: int, seed: int) -> int:
    """Hold what a worker does against what a process does: they must not differ in a byte."""
    failed = kib = 0
    seconds = 0.0
    file = os.path.join(folder, "sample.yaml")
    for number in range(cases):
        case = make(f"{seed}:{number}", text)
        Path(file).write_bytes(case.content)
        shown, source = settings(case.seed)
        for command in commands(file, shown, source).values():
            ours = inside(*command, **SHOWN[shown])
            theirs, peak = process(*command, **SHOWN[shown])
            if ours[:3] != theirs[:3]:
                failed += 1
                print(f"FAILED --replay {case.seed}: {command[0]} differs in a process")
            seconds, kib = max(seconds, theirs.seconds), max(kib, peak)
    print(f"\n{3 * cases} runs in processes of their own, {failed} not as in a worker")
    print(f"slowest: {seconds:.2f} s of processor time; peak memory: {kib // 1024} MiB")
    return failed


def sources(folder: str, jobs: int) -> int:
    """Put the hostile source texts through the tool; print the slowest and every failure."""
    failed = 0
    runs = []
    with ThreadPoolExecutor(jobs) as pool:
        for name, done in pool.map(lambda text: (text.name, text.runs(folder)), hostile()):
            runs += [(run.seconds, run.kib, f"{run.command} of {name}") for run in done]
            for run in done:
                for fault in run.faults:
                    print(f"FAILED {run.command} of {name}: {fault}", flush=True)
            failed += sum(bool(run.faults) for run in done)
    print(f"\n{len(runs)} runs over hostile source texts, {failed} failed; the slowest:")
    for seconds, kib, name in sorted(runs, reverse=True)[:8]:
        print(f"  {seconds:5.2f} s {kib // 1024:4} MiB  {name}")
    kib, name = max((kib, name) for _, kib, name in runs)
    print(f"peak memory: {kib // 1024} MiB, {name} (goals: {SECONDS:g} s, {KIB // 1024} MiB)")
    return failed


if __name__ == "__main__":
    sys.exit(main())
