#!/usr/bin/env python3
"""Measures bantin against Hugo and against the floor; `make bench` calls it. docs/benchmarks.md explains the numbers.

  run.py                                 everything, 10,000 articles, 5 runs of each
  run.py --only build --runs 3           only the cold builds: Hugo, bantin and the floor in turn, outputs on disk
  run.py --only memory                   the same with outputs in a memory file system
  run.py --only sen                      cold builds with theme sen, beside the floor of the same volume, in memory
  run.py --only again                    builds of a site that was built before, after one edit
  run.py --only preview                  from saving an article to its new page over HTTP, beside `hugo server`
  run.py --only growth --sizes 3000,30000
  run.py --only version,sample           short commands, 20 runs of each
  run.py --only pages                    articles of the sample portal on a slow phone
  run.py --only counting                 `bantin host`: hits counted in a second, and pages served beside nginx
"""

from __future__ import annotations

import argparse
import itertools
import os
import subprocess
import sys
import time
from pathlib import Path

import again
import harness
import prepare
import preview
import report
from harness import Case, Ratio, Result

REPOSITORY = Path(__file__).resolve().parent.parent
PARTS = ("build", "memory", "sen", "again", "preview", "growth", "version", "sample", "pages", "counting")
MEMORY = Path("/dev/shm/bantin-benchmarks")
SHORT_RUNS = 20


def main() -> None:
    options = parse_options()
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:options.cores])
    outputs = (options.work / "out", MEMORY)
    for folder in outputs:
        harness.settle(folder)
    text = "\n\n".join([report.machine(versions(options)), *sections(options)])
    print(text)
    if options.record:
        report.record(REPOSITORY / "docs" / "benchmarks.md", text)
    for folder in outputs:
        harness.clean_up(folder)


def parse_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=10_000, help="articles of the cold builds")
    parser.add_argument("--sizes", default="3000,30000", help="two numbers of articles: how the ratio to the floor grows")
    parser.add_argument("--runs", type=int, default=5, help="timed runs of each build")
    parser.add_argument("--only", default=",".join(PARTS), help=f"some of: {', '.join(PARTS)}")
    parser.add_argument("--cores", type=int, default=2, help="cores every program may use")
    parser.add_argument("--bantin", type=Path, default=REPOSITORY / ".build" / "release" / "bantin")
    parser.add_argument("--work", type=Path, default=REPOSITORY / ".bench", help="corpora, tools and outputs (several GB)")
    parser.add_argument("--no-record", dest="record", action="store_false", help="leave docs/benchmarks.md as it is")
    options = parser.parse_args()
    options.only = options.only.split(",")
    if unknown := set(options.only) - set(PARTS):
        parser.error(f"--only: no such part: {', '.join(sorted(unknown))}")
    options.sizes = [int(size) for size in options.sizes.split(",")]
    options.work = options.work.resolve()
    options.bantin = options.bantin.resolve()
    options.has_bantin = options.bantin.exists()
    if not options.has_bantin:
        print(f"no {options.bantin}: bantin is left out (build it: make build)", file=sys.stderr)
    options.work.mkdir(parents=True, exist_ok=True)
    return options


def versions(options: argparse.Namespace) -> list[str]:
    names = [report.first_line("cmark", "--version")]
    if {"build", "memory", "again", "preview"} & set(options.only):
        names.append(report.first_line(prepare.hugo(options.work), "version").split("+")[0])
    if options.has_bantin:
        names.append(report.first_line(options.bantin, "--version"))
    return names


def sections(options: argparse.Namespace) -> list[str]:
    """The text of each part that was asked for, measured one after the other."""
    texts = []
    if "build" in options.only:
        texts.append(cold_builds(options, options.work / "out"))
    if "memory" in options.only:
        texts.append(cold_builds(options, MEMORY))
    if options.has_bantin:
        if "sen" in options.only:
            texts.append(full_theme(options))
        if "again" in options.only:
            texts.append(again.measure(options, MEMORY))
        if "preview" in options.only:
            texts.append(preview.measure(options, MEMORY))
        if "growth" in options.only:
            texts.append(growth(options))
        if "version" in options.only or "sample" in options.only:
            texts.append(short_commands(options))
        if "pages" in options.only:
            texts.append(pages(options))
        if "counting" in options.only:
            texts.append(counting(options))
    return texts


def cold_builds(options: argparse.Namespace, out: Path) -> str:
    sites = prepare.Sites.make(options.articles, options.work)
    hugo = Case("Hugo", prepare.hugo_command(prepare.hugo(options.work), sites, "{OUT}"))
    cases = [hugo, *bantin_and_floor(options, sites)]
    results = harness.measure(cases, options.runs, out)
    return "\n\n".join([
        f"### Cold build, {options.articles:,} articles, output on {harness.file_system(out)}, {options.runs} runs of each in turn",
        report.build_table(results),
        report.ratio_table(ratios(results)),
    ])


def full_theme(options: argparse.Namespace) -> str:
    """The corpus as a portal looks that names no theme: five times the markup of the theme that is compared with Hugo."""
    sites = prepare.with_full_theme(prepare.Sites.make(options.articles, options.work))
    results = harness.measure(bantin_and_floor(options, sites), options.runs, MEMORY)
    return "\n\n".join([
        f"### Cold build with theme sen, {options.articles:,} articles, output on {harness.file_system(MEMORY)}, "
        f"{options.runs} runs of each in turn",
        report.build_table(results),
        report.ratio_table(ratios(results)),
    ])


def bantin_and_floor(options: argparse.Namespace, sites: prepare.Sites) -> list[Case]:
    """The floor copies the volume of bantin's output, or of Hugo's where there is no bantin."""
    scrap = options.work / "out" / f"reference-{time.time_ns()}"
    reference, trash = scrap / "public", scrap / "trash"
    trash.mkdir(parents=True)
    if options.has_bantin:
        prepare.forget(sites.bantin, trash)
        prepare.run(*prepare.bantin_command(options.bantin, sites.bantin, str(reference)))
    else:
        prepare.run(*prepare.hugo_command(prepare.hugo(options.work), sites, str(reference)))
    floor = prepare.floor_command(prepare.floor(options.work), sites, reference, "{OUT}", options.cores)
    cases = [Case("floor", floor)]
    if options.has_bantin:
        command = prepare.bantin_command(options.bantin, sites.bantin, "{OUT}")
        cases.insert(0, Case("bantin", command, before=lambda: prepare.forget(sites.bantin, trash)))
    return cases


def ratios(results: dict[str, Result]) -> list[tuple[str, Ratio]]:
    """Every program against every one after it, in the order they ran in."""
    return [(f"{slow.name} / {fast.name}", Ratio.of(slow, fast))
            for slow, fast in itertools.combinations(results.values(), 2)]


def growth(options: argparse.Namespace) -> str:
    """Whether the cost of an article stays the same when there are more of them; on a memory file system, which is steady."""
    rows = ["| articles | bantin | floor | bantin / floor | bantin's peak memory |", "|---:|---:|---:|---:|---:|"]
    medians = []
    for articles in options.sizes:
        sites = prepare.Sites.make(articles, options.work)
        results = harness.measure(bantin_and_floor(options, sites), options.runs, MEMORY)
        bantin, floor = results["bantin"], results["floor"]
        ratio = Ratio.of(bantin, floor)
        medians.append(ratio.median)
        rows.append(f"| {articles:,} | {report.seconds(bantin.median('wall'))} | {report.seconds(floor.median('wall'))} "
                    f"| {ratio.median:.2f} | {bantin.median('memory'):.0f} MiB |")
    return "\n".join(["### Growth", "", *rows, "",
                      f"The ratio at {options.sizes[-1]:,} articles is {medians[-1] / medians[0]:.2f} times "
                      f"the one at {options.sizes[0]:,}."])


def short_commands(options: argparse.Namespace) -> str:
    cases = []
    if "version" in options.only:
        cases.append(Case("bantin --version", [str(options.bantin), "--version"]))
    if "sample" in options.only:
        cases.append(sample_portal(options))
    results = harness.measure(cases, SHORT_RUNS, options.work / "out")
    return "\n\n".join([f"### Short commands, {SHORT_RUNS} runs of each", report.short_table(results)])


def sample_portal(options: argparse.Namespace) -> Case:
    """A cold build of the repository's own portal, made in a copy."""
    portal = prepare.sample_portal(REPOSITORY, options.work)
    trash = options.work / "out" / "trash-sample"
    trash.mkdir(parents=True, exist_ok=True)
    command = prepare.bantin_command(options.bantin, portal, "{OUT}")
    return Case("bantin build, sample portal", command,
                before=lambda: prepare.forget(portal, trash))


def pages(options: argparse.Namespace) -> str:
    """Articles of the repository's own portal as a reader's phone gets them."""
    loads = 2 * options.runs
    table = tests_python("pages.py", built_sample(options), loads)
    return f"### Articles on a phone with 4G, {loads} loads of each\n\n{table}"


def counting(options: argparse.Namespace) -> str:
    """The counting service under the load of a program that runs on the same cores."""
    work = options.work / "counting"
    table = tests_python("counting.py", options.bantin, built_sample(options), work, options.runs)
    return f"### Counting, 64 connections, {options.runs} times 10 s of each in turn\n\n{table}"


def built_sample(options: argparse.Namespace) -> Path:
    """public/ of the repository's own portal."""
    public = options.work / "out" / "sample"
    prepare.run(*prepare.bantin_command(options.bantin, prepare.sample_portal(REPOSITORY, options.work), str(public)))
    return public


def tests_python(script: str, *arguments: object) -> str:
    """What a script prints that needs the packages of the tests."""
    command = [REPOSITORY / ".venv" / "bin" / "python", REPOSITORY / "Benchmarks" / script, *map(str, arguments)]
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()


if __name__ == "__main__":
    main()
