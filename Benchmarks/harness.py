"""Times commands in turn (A B C A B C ...), each run into a fresh output folder.

Wall time is taken from a monotonic clock; user and system time and peak memory come from wait4.
Three traps are avoided:

* ext4 does not reuse inodes freed in the last minutes and scans past them, which makes a build after an
  `rm -rf` up to 1.5 times slower. Outputs are therefore kept until the end, and `settle` waits before the
  first run when the last clean-up was recent.
* A run that meets a page cache full of the previous run's output waits for its write-back. Each output is
  synced and dropped from the cache before the next run.
* On a memory file system neither happens, but memory that a virtual machine touches for the first time is
  slow: there each output is removed at once, so that the untimed round warms the memory for the others.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

# For 60 s ext4 never reuses a freed inode; for 300 s not while its table block is still to be written.
SETTLE_SECONDS = 310


@dataclass
class Case:
    """A command to time. `{OUT}` in an argument becomes the run's own output folder."""

    name: str
    command: list[str]
    before: Callable[[], None] | None = None


@dataclass
class Run:
    """What one run cost: seconds, and peak memory in MiB."""

    wall: float
    user: float
    system: float
    memory: float

    @property
    def cpu(self) -> float:
        return self.user + self.system


@dataclass
class Result:
    """All timed runs of one case, in the order they were made, and the size of its output."""

    name: str
    runs: list[Run] = field(default_factory=list)
    files: int = 0
    bytes: int = 0

    def median(self, what: str) -> float:
        return statistics.median(getattr(run, what) for run in self.runs)

    def extent(self, what: str) -> tuple[float, float]:
        values = [getattr(run, what) for run in self.runs]
        return min(values), max(values)


@dataclass
class Ratio:
    """A cost relative to another one's: the median and extremes of the ratios of runs made next to each other."""

    median: float
    low: float
    high: float

    @staticmethod
    def of(numerator: Result, denominator: Result, what: str = "wall") -> Ratio:
        pairs = zip(numerator.runs, denominator.runs, strict=True)
        ratios = sorted(getattr(a, what) / getattr(b, what) for a, b in pairs)
        return Ratio(statistics.median(ratios), ratios[0], ratios[-1])


def measure(cases: list[Case], runs: int, folder: Path, warm: int = 1, timeout: float = 1800) -> dict[str, Result]:
    """Runs every case `warm` times untimed and `runs` times timed, in turn, with outputs under `folder`.

    A command that fails ends the program with its last lines of output.
    """
    folder = folder / str(time.time_ns())
    folder.mkdir(parents=True)
    results = {case.name: Result(case.name) for case in cases}
    for turn in range(-warm, runs):
        for case in cases:
            out = folder / f"{case.name.replace(' ', '-')}-{turn + warm}"
            run = _run_once(case, out, timeout)
            result = results[case.name]
            if turn < 0:
                result.files, result.bytes = tree_size(out)
            else:
                result.runs.append(run)
            _put_away(out)
            print(f"  {case.name:<12} {'warm-up' if turn < 0 else turn + 1:>7}: {run.wall:7.3f} s", file=sys.stderr)
    return results


def again(cases: list[Case], runs: int, folder: Path, warm: int = 1, timeout: float = 1800) -> dict[str, Result]:
    """Runs every case `warm` times untimed and `runs` times timed, in turn; outputs are the commands' own and stay."""
    results = {case.name: Result(case.name) for case in cases}
    for turn in range(-warm, runs):
        for case in cases:
            run = _run_once(case, folder / case.name.replace(" ", "-"), timeout)
            if turn >= 0:
                results[case.name].runs.append(run)
            print(f"  {case.name:<14} {'warm-up' if turn < 0 else turn + 1:>7}: {run.wall:7.3f} s", file=sys.stderr)
    return results


def _run_once(case: Case, out: Path, timeout: float) -> Run:
    if case.before:
        case.before()
    os.sync()
    log = out.with_suffix(".log")
    with log.open("wb") as sink:
        started = time.monotonic()
        process = subprocess.Popen(
            [argument.replace("{OUT}", str(out)) for argument in case.command],
            stdin=subprocess.DEVNULL, stdout=sink, stderr=sink, start_new_session=True)
        timer = threading.Timer(timeout, process.kill)
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - started
    timer.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        tail = log.read_text(errors="replace")[-2000:]
        sys.exit(f"{case.name}: exit code {process.returncode}\n{tail}")
    return Run(wall, usage.ru_utime, usage.ru_stime, usage.ru_maxrss / 1024)


def files_under(folder: Path) -> list[tuple[str, int]]:
    """Paths relative to `folder`, sorted, with their sizes in bytes."""
    found = []
    for parent, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(parent, name)
            found.append((os.path.relpath(path, folder), os.stat(path).st_size))
    return sorted(found)


def tree_size(folder: Path) -> tuple[int, int]:
    """Number of files and bytes in them."""
    sizes = [size for _, size in files_under(folder)]
    return len(sizes), sum(sizes)


def _put_away(folder: Path) -> None:
    if file_system(folder.parent) == "tmpfs":
        shutil.rmtree(folder, ignore_errors=True)
        return
    os.sync()
    for path, _ in files_under(folder):
        descriptor = os.open(folder / path, os.O_RDONLY)
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        os.close(descriptor)


def file_system(path: Path) -> str:
    """The type of the file system that holds `path`, as in /proc/mounts: ext4, tmpfs, ..."""
    fields = (line.split() for line in Path("/proc/mounts").read_text().splitlines())
    mounts = {Path(field[1]): field[2] for field in fields}
    return next(mounts[place] for place in (path.resolve(), *path.resolve().parents) if place in mounts)


def clean_up(folder: Path) -> None:
    """Removes the outputs and notes when, so that the next `settle` knows how long to wait."""
    if not folder.exists():
        return
    shutil.rmtree(folder)
    os.sync()
    if file_system(folder.parent) != "tmpfs":
        _stamp(folder).touch()


def settle(folder: Path) -> None:
    """Removes what an interrupted measurement left, then waits until freed inodes no longer slow the disk."""
    clean_up(folder)
    stamp = _stamp(folder)
    if not stamp.exists():
        return
    left = stamp.stat().st_mtime + SETTLE_SECONDS - time.time()
    if left > 0:
        print(f"waiting {left:.0f} s for the file system to settle after the last clean-up", file=sys.stderr)
        time.sleep(left)


def _stamp(folder: Path) -> Path:
    return folder.with_suffix(".cleaned")
