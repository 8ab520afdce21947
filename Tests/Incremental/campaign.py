#!/usr/bin/env python3
"""Random edits on random small sites: after each, an incremental build equals a clean one, byte for byte.

    campaign.py                              300 sequences of 10 edits
    campaign.py --sequences 10000 --seed 7   more of them, others
    campaign.py --seed 7 --sequence 123      one of them again

BANTIN names the binary. A difference ends the campaign: the folder of its sequence stays, and what led to it is
printed with the command that repeats it.
"""

import argparse
import collections
import dataclasses
import multiprocessing
import os
import shutil
import sys
import tempfile
import time
import traceback

import program
import trees
from sequence import Difference, Sequence
from step import KINDS

SEED, SEQUENCES, STEPS = 2024, 300, 10
PROGRESS = 5  # seconds


@dataclasses.dataclass(frozen=True)
class Task:
    """One sequence to be run in a folder of its own below `folder`."""

    seed: str
    number: int
    steps: int
    folder: str
    skipped: frozenset = frozenset()

    @property
    def place(self):
        return os.path.join(self.folder, str(self.number))

    @property
    def command(self):
        skipped = ",".join(map(str, sorted(self.skipped)))
        return (f"BANTIN={program.BINARY} {sys.executable} {os.path.abspath(__file__)} --seed {self.seed}"
                f" --sequence {self.number} --steps {self.steps}" + (f" --without {skipped}" if skipped else ""))


@dataclasses.dataclass
class Result:
    """What became of a task; `difference` is None when all went well."""

    task: Task
    happened: collections.Counter
    changed: collections.Counter
    retouched: int
    added: int
    log: list
    difference: str | None


def run(task):
    """Runs one sequence; its folder stays when there is a difference."""
    trees.remove(task.place)
    sequence = Sequence(task.seed, task.number, task.place)
    difference = None
    try:
        sequence.run(task.steps, task.skipped)
    except Difference as found:
        difference = str(found)
    except Exception:  # the campaign itself is wrong, or the machine: as good a reason to stop
        difference = traceback.format_exc()
    if difference is None:
        trees.remove(task.place)
    return Result(
        task, sequence.happened, sequence.changed, sequence.retouched, sequence.added, sequence.log, difference)


def shortened(result):
    """The same sequence without the steps that are not needed for a difference."""
    folder = os.path.join(result.task.folder, "shorter")
    reached = len(result.log) - 1 + len(result.task.skipped)  # the first entry of the log is no step
    best = dataclasses.replace(result, task=dataclasses.replace(result.task, steps=reached, folder=folder))
    for step in 2 * list(reversed(range(1, reached))):  # what one step needs, another may have replaced
        if step in best.task.skipped:
            continue
        shorter = run(dataclasses.replace(best.task, skipped=best.task.skipped | {step}))
        if shorter.difference is not None:
            best = shorter
    trees.remove(folder)
    return best


def report(result):
    """What there is to know of a difference; a copy of it lies in the folder."""
    short = shortened(result)
    words = "\n".join([
        f"seed {result.task.seed}, sequence {result.task.number}: an incremental build is not like a clean one.",
        f"Folder: {result.task.place}", "Steps:", *short.log, "", short.difference, "", f"Again: {short.task.command}"])
    trees.write(os.path.join(result.task.place, "report.txt"), words.encode())
    return words


def default_processes():
    """Three for two cores: half of the sequences rest before each build, and a core should not rest with them."""
    cores = os.cpu_count() or 1
    return cores + (cores + 1) // 2


class Campaign:
    """Runs sequences `first` to `first + count - 1` of `seed`; stops at the first difference."""

    def __init__(self, seed, count, steps=STEPS, processes=None, first=0, skipped=frozenset()):
        memory = "/dev/shm" if os.path.isdir("/dev/shm") else None
        self.folder = tempfile.mkdtemp(prefix="bantin-incremental-", dir=memory)
        self.tasks = [Task(str(seed), number, steps, self.folder, skipped) for number in range(first, first + count)]
        self.processes = min(processes or default_processes(), count)
        self.happened, self.changed = collections.Counter(), collections.Counter()
        self.retouched, self.added = 0, 0

    def run(self, say=print):
        """What is to be said of the first difference, or None. `say` takes lines of progress."""
        say(f"seed {self.tasks[0].seed}: {len(self.tasks)} sequences of {self.tasks[0].steps} edits"
            f" on {self.processes} processes in {self.folder}")
        start = last = time.monotonic()
        with multiprocessing.Pool(self.processes) as pool:
            for count, result in enumerate(pool.imap_unordered(run, self.tasks), 1):
                self.happened.update(result.happened)
                self.changed.update(result.changed)
                self.retouched += result.retouched
                self.added += result.added
                if result.difference is not None:
                    pool.terminate()
                    pool.join()
                    self.remove_all_but(result)
                    return report(result)
                if time.monotonic() - last > PROGRESS:
                    last = time.monotonic()
                    say(f"  {count} of {len(self.tasks)} in {last - start:.0f} s")
        trees.remove(self.folder)
        say(f"no difference in {len(self.tasks)} sequences, {sum(self.happened.values())} edits,"
            f" {self.retouched} builds that only put texts into pages, {self.added} that only added articles,"
            f" {time.monotonic() - start:.1f} s")
        return None

    def remove_all_but(self, result):
        """Clears away what the stopped processes left; a build of theirs may still be writing."""
        for name in os.listdir(self.folder):
            if name != str(result.task.number):
                shutil.rmtree(os.path.join(self.folder, name), ignore_errors=True)

    def table(self):
        """How often each kind of edit happened, and how often one that happened alone changed the output."""
        return "\n".join(f"{self.happened[kind.name]:6} {self.changed[kind.name]:6}  {kind.name}" for kind in KINDS)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", default=str(SEED))
    parser.add_argument("--sequences", type=int, default=SEQUENCES, help="how many")
    parser.add_argument("--first", type=int, default=0, help="the number of the first one")
    parser.add_argument("--sequence", type=int, help="this one alone")
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument("--without", default="", help="steps to leave out: 2,5")
    parser.add_argument("--processes", type=int)
    parser.add_argument("--table", action="store_true", help="print how often each kind of edit happened")
    options = parser.parse_args()
    first, count = (options.first, options.sequences) if options.sequence is None else (options.sequence, 1)
    skipped = frozenset(int(step) for step in options.without.split(",") if step)
    campaign = Campaign(options.seed, count, options.steps, options.processes, first, skipped)
    difference = campaign.run(lambda line: print(line, flush=True))
    if options.table:
        print(campaign.table())
    if difference:
        sys.exit(difference)


if __name__ == "__main__":
    main()
