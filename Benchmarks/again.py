"""What a build takes when the site was built before: nothing changed, one new article, one typo, a template, site.yaml.

Hugo and bantin get the same edit in their own copy of the site, in turn, and build into an output that stays, on a
memory file system.
"""

from __future__ import annotations

import argparse
import itertools
import re
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import harness
import prepare
import report
from harness import Case, Ratio

# One date for all new articles, the day before the moment of the builds: they stand first everywhere.
NEW_DATE = "2025-12-31T08:00:00+07:00"


@dataclass
class Site:
    """A copy of a site that is edited, with its output and the command that builds it."""

    name: str
    root: Path
    theme: Path
    settings: Path
    command: list[str]

    @property
    def articles(self) -> list[Path]:
        return sorted(path for path in (self.root / "content").rglob("*.md") if not path.name.startswith("_"))


@dataclass
class Edit:
    """A kind of edit: what it is called, and what does it to one site for the n-th time."""

    name: str
    apply: Callable[[Site, int], None]


def typo(site: Site, turn: int) -> None:
    """Another word at the end of the body of the article in the middle."""
    article = site.articles[len(site.articles) // 2]
    article.write_text(article.read_text(encoding="utf-8").rstrip("\n") + f" chữ{turn}\n", encoding="utf-8")


def new_article(site: Site, turn: int) -> None:
    model = site.articles[0]
    text = model.read_text(encoding="utf-8")
    text = re.sub(r"(?m)^title:.*$", f"title: Bài mới số {turn}", text, count=1)
    text = re.sub(r"(?m)^date:.*$", f"date: {NEW_DATE}", text, count=1)
    text = re.sub(r"(?m)^(slug|id|aliases):.*\n", "", text)
    (model.parent / f"bai-moi-so-{turn}.md").write_text(text, encoding="utf-8")


def template(site: Site, turn: int) -> None:
    site.theme.write_text(site.theme.read_text(encoding="utf-8") + f"<!-- {turn} -->\n", encoding="utf-8")


def settings(site: Site, turn: int) -> None:
    text = site.settings.read_text(encoding="utf-8")
    site.settings.write_text(re.sub(r'(?m)^(title\s*[:=]\s*"?)', rf"\g<1>{turn} ", text, count=1), encoding="utf-8")


EDITS = [
    Edit("nothing changed", lambda site, turn: None),
    Edit("one typo", typo),
    Edit("one new article", new_article),
    Edit("one template changed", template),
    Edit("site.yaml changed", settings),
]


def measure(options: argparse.Namespace, memory: Path) -> str:
    """The table, in Markdown."""
    originals = prepare.Sites.make(options.articles, options.work)
    work = options.work / "again"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    memory = memory / "again"
    shutil.rmtree(memory, ignore_errors=True)
    memory.mkdir(parents=True)
    sites = [hugo(options, originals, work, memory), bantin(options, originals, work, memory, "inline"),
             bantin(options, originals, work, memory, "ssi")]
    # The second build that has to plan a site is the first that learns fingerprints.
    for site, turn in itertools.product(sites, range(2)):
        settings(site, turn)
        prepare.run(*site.command)
    rows = ["| edit | Hugo | bantin, inline | Hugo / bantin | bantin, ssi | Hugo / bantin | peak memory |",
            "|---|---:|---:|---:|---:|---:|---:|"]
    turns = itertools.count(1)
    rows += [row(edit, sites, options.runs, memory, turns) for edit in EDITS]
    floor = every_page(options, sites[0], work, memory)
    cache = sum(path.stat().st_size for path in (work / "inline" / ".bantin").iterdir())
    content = sum(size for _, size in harness.files_under(work / "inline" / "content"))
    shutil.rmtree(memory)
    shutil.rmtree(work)
    return "\n".join([
        f"### Built before, {options.articles:,} articles, output on tmpfs, {options.runs} runs of each in turn", "",
        *rows, "", floor, "", f"`.bantin/` holds {cache / 1e6:.1f} MB, {100 * cache / content:.0f} % of the "
        f"{content / 1e6:.1f} MB of content/."])


def every_page(options: argparse.Namespace, slow: Site, work: Path, memory: Path) -> str:
    """What it takes to write every page again and to do nothing else, beside Hugo with a new article."""
    out, paths = memory / "rewritten", work / "paths.txt"
    shutil.copytree(memory / "inline", out)
    paths.write_text("".join(f"{path}\n" for path, _ in harness.files_under(out)))
    command = [str(prepare.rewrite(options.work)), "--out", str(out), "--list", str(paths), "--threads", str(options.cores)]
    edit = next(edit for edit in EDITS if edit.apply is new_article)
    turns = itertools.count(1_000_000)
    cases = [Case(slow.name, slow.command, before=edit_of(edit, slow, turns)), Case("rewrite", command)]
    results = harness.again(cases, options.runs, memory)
    ratio = Ratio.of(results[slow.name], results["rewrite"])
    return (
        f"The floor of a new article with inline fragments, which changes every page: a C program that looks at each file, reads "
        f"it, writes it beside itself and renames it, and does nothing else, takes {1000 * results['rewrite'].median('wall'):.0f} ms; "
        f"Hugo needs {ratio.median:.1f} times as long ({ratio.low:.1f} to {ratio.high:.1f}).")


def row(edit: Edit, sites: list[Site], runs: int, folder: Path, turns: Iterator[int]) -> str:
    cases = [Case(site.name, site.command, before=edit_of(edit, site, turns)) for site in sites]
    results = harness.again(cases, runs, folder)
    slow, inline, ssi = (results[site.name] for site in sites)
    return (f"| {edit.name} | {report.seconds(slow.median('wall'))} | {1000 * inline.median('wall'):.0f} ms "
            f"| {Ratio.of(slow, inline).median:.1f} | {1000 * ssi.median('wall'):.0f} ms "
            f"| {Ratio.of(slow, ssi).median:.1f} | {max(inline.median('memory'), ssi.median('memory')):.0f} MiB |")


def edit_of(edit: Edit, site: Site, turns: Iterator[int]) -> Callable[[], None]:
    def before() -> None:
        edit.apply(site, next(turns))
        # Nobody saves a file and builds within the step of the clock by which files are stamped.
        time.sleep(0.05)

    return before


def hugo(options: argparse.Namespace, originals: prepare.Sites, work: Path, memory: Path) -> Site:
    root = work / "hugo"
    shutil.copytree(originals.hugo / "content", root / "content")
    shutil.copytree(prepare.HERE / "hugo-site", root / "site")
    own = work / "hugo.toml"
    own.write_text(originals.hugo_settings.read_text().replace(str(originals.hugo / "content"), str(root / "content")))
    command = [str(prepare.hugo(options.work)), "build", "--quiet", "--noBuildLock", "-s", str(root / "site"),
               "--config", f"hugo.toml,{own}", "-d", str(memory / "hugo")]
    [theme] = (root / "site" / "layouts").rglob("baseof.html")
    return Site("Hugo", root, theme, root / "site" / "hugo.toml", command)


def bantin(
    options: argparse.Namespace, originals: prepare.Sites, work: Path, memory: Path, fragments: str
) -> Site:
    root = work / fragments
    shutil.copytree(originals.bantin, root, ignore=shutil.ignore_patterns(".bantin", "public", "addresses.csv"))
    settings = root / "site.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + f"\nfragments: {fragments}\n", encoding="utf-8")
    command = prepare.bantin_command(options.bantin, root, str(memory / fragments))
    [theme] = [path for path in root.glob("themes/*/templates/base.html")]
    return Site(f"bantin {fragments}", root, theme, settings, command)
