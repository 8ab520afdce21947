"""Tables in Markdown, and their place in docs/benchmarks.md."""

from __future__ import annotations

import os
import platform
import subprocess
from datetime import date
from pathlib import Path

from harness import Ratio, Result

BEGIN = "<!-- measured: begin -->"
END = "<!-- measured: end -->"


def build_table(results: dict[str, Result]) -> str:
    rows = ["| program | wall, median | wall, least to most | processor time | peak memory | output |",
            "|---|---:|---:|---:|---:|---:|"]
    for result in results.values():
        low, high = result.extent("wall")
        rows.append(
            f"| {result.name} | {seconds(result.median('wall'))} | {seconds(low)} to {seconds(high)} "
            f"| {seconds(result.median('cpu'))} | {result.median('memory'):.0f} MiB "
            f"| {result.files:,} files, {result.bytes / 1e6:.0f} MB |")
    return "\n".join(rows)


def ratio_table(pairs: list[tuple[str, Ratio]]) -> str:
    rows = ["| ratio of neighbouring runs | median | least to most |", "|---|---:|---:|"]
    rows += [f"| {name} | {ratio.median:.2f} | {ratio.low:.2f} to {ratio.high:.2f} |" for name, ratio in pairs]
    return "\n".join(rows)


def short_table(results: dict[str, Result]) -> str:
    rows = ["| command | wall, median | least to most | peak memory |", "|---|---:|---:|---:|"]
    for result in results.values():
        low, high = (1000 * value for value in result.extent("wall"))
        rows.append(f"| {result.name} | {1000 * result.median('wall'):.1f} ms | {low:.1f} to {high:.1f} ms "
                    f"| {result.median('memory'):.0f} MiB |")
    return "\n".join(rows)


def seconds(value: float) -> str:
    return f"{value:.2f} s"


def machine(versions: list[str]) -> str:
    """One line on where and with what the numbers were taken."""
    return (f"Measured on {date.today().isoformat()}: {_processor()}, {len(os.sched_getaffinity(0))} cores, "
            f"{_memory_gib():.0f} GiB, Linux {platform.release()}; {'; '.join(versions)}.")


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.machine()


def _memory_gib() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30


def first_line(*command: str | Path) -> str:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[0]


def record(document: Path, text: str) -> None:
    """Replaces what stands between the two markers of `document`."""
    old = document.read_text(encoding="utf-8")
    head, rest = old.split(BEGIN, 1)
    _, tail = rest.split(END, 1)
    document.write_text(f"{head}{BEGIN}\n{text}\n{END}{tail}", encoding="utf-8")
