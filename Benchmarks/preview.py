"""What an editor waits for: from saving an article to the new bytes of its page over HTTP, beside `hugo server`.

Both servers run at the same time on copies of the same corpus and get the same edits in turn; while one is timed the other
has nothing to do. Hugo runs as it does by default, with fast render, and keeps its pages in memory.
"""

from __future__ import annotations

import argparse
import csv
import http.client
import io
import re
import shutil
import socket
import statistics
import subprocess
import threading
import time
import urllib.parse
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import again
import prepare

# For each save that Hugo is timed for, bantin is timed for as many.
TURNS = 10
# Memory is looked at after as many saves.
FEW, MANY = 10, 1000
PATIENCE = 60


@dataclass
class Server:
    site: again.Site
    process: subprocess.Popen
    port: int
    # Seconds from the start to the first page.
    first: float
    times: dict[str, list[float]] = field(default_factory=dict)
    # The addresses of the article in the middle and of the first new one.
    middle: str = ""
    new: str = ""

    def get(self, path: str) -> bytes:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request("GET", path)
            return connection.getresponse().read()
        finally:
            connection.close()

    def until(self, path: str, wanted: str) -> float:
        """Seconds until the page at `path` has `wanted`."""
        start, wanted_bytes = time.perf_counter(), wanted.encode()
        while time.perf_counter() - start < PATIENCE:
            try:
                if wanted_bytes in self.get(path):
                    return time.perf_counter() - start
            except OSError:
                pass
            time.sleep(0.002)
        raise TimeoutError(f"{self.site.name}: {path} never had {wanted!r}")

    def time(self, what: str, save: Callable[[], None], path: str, wanted: str) -> None:
        save()
        self.times.setdefault(what, []).append(self.until(path, wanted))
        # What the server still does after its answer is not the next save's.
        time.sleep(0.25)

    @property
    def memory(self) -> float:
        """MiB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024


def measure(options: argparse.Namespace, memory: Path) -> str:
    """The table, in Markdown."""
    originals = prepare.Sites.make(options.articles, options.work)
    work, memory = options.work / "preview", memory / "preview"
    for folder in (work, memory):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    sites = again.hugo(options, originals, work, memory), again.bantin(options, originals, work, memory, "inline")
    prepare.run(*sites[1].command)
    with hugo(options, sites[0]) as slow, bantin(options, sites[1]) as fast:
        for turn in range(options.runs):
            for server, saves in ((slow, 1), (fast, TURNS)):
                for save in range(saves):
                    edit_all(options, server, turn * TURNS + save)
        few, many = strain(options, fast)
        rows = table(slow, fast)
        rows.append(f"| memory then | {slow.memory:.0f} MiB | {few:.0f} MiB | {slow.memory / few:.1f} |")
    for folder in (work, memory):
        shutil.rmtree(folder)
    return "\n".join([
        f"### Preview, {options.articles:,} articles: from the save to the new page over HTTP, "
        f"{options.runs} saves for Hugo, {options.runs * TURNS} for bantin", "", *rows, "",
        f"After {FEW} more saves `bantin serve` holds {few:.0f} MiB, after {MANY} {many:.0f} MiB: "
        f"{100 * (many / few - 1):+.0f} %."])


def edit_all(options: argparse.Namespace, server: Server, number: int) -> None:
    """One save of each kind."""
    article = middle(server.site)
    server.middle = server.middle or addresses(options, server.site)[headline(article)]
    word = f"chữ{number}"
    text = article.read_text(encoding="utf-8").rstrip("\n")
    server.time("another word in the body", lambda: article.write_text(f"{text} {word}\n", encoding="utf-8"), server.middle, word)
    lead = f"Tóm tắt số {number} của bài."
    changed = re.sub(r"(?m)^summary:.*$", f"summary: {lead}", article.read_text(encoding="utf-8"), count=1)
    server.time("another lead", lambda: article.write_text(changed, encoding="utf-8"), server.middle, lead)
    if not server.new:
        again.new_article(server.site, 0)
        server.new = addresses(options, server.site)["Bài mới số 0"]
        server.until(server.new, "Bài mới số 0")
    server.time("a new article", lambda: again.new_article(server.site, number + 1),
                server.new.replace("so-0", f"so-{number + 1}"), f"Bài mới số {number + 1}")


def strain(options: argparse.Namespace, server: Server) -> tuple[float, float]:
    """Memory after few and after many saves of texts."""
    article = middle(server.site)
    text, few = article.read_text(encoding="utf-8").rstrip("\n"), 0.0
    for number in range(1, MANY + 1):
        article.write_text(f"{text} lần{number}\n", encoding="utf-8")
        server.until(server.middle, f"lần{number}")
        if number == FEW:
            few = server.memory
    return few, server.memory


def table(slow: Server, fast: Server) -> list[str]:
    def milliseconds(value: float) -> str:
        return f"{1000 * value:,.0f} ms"

    rows = ["| save | hugo server, median | bantin serve, median | 95th percentile | Hugo / bantin |", "|---|---:|---:|---:|---:|"]
    for what, times in fast.times.items():
        theirs, ours = statistics.median(slow.times[what]), statistics.median(times)
        rows.append(f"| {what} | {milliseconds(theirs)} | {milliseconds(ours)} "
                    f"| {milliseconds(statistics.quantiles(times, n=20)[18])} | {theirs / ours:.0f} |")
    rows += ["", "| | hugo server | bantin serve | Hugo / bantin |", "|---|---:|---:|---:|",
             f"| first page, from the start | {milliseconds(slow.first)} | {milliseconds(fast.first)} | {slow.first / fast.first:.0f} |"]
    return rows


def middle(site: again.Site) -> Path:
    """The article in the middle; new ones come before it."""
    old = [article for article in site.articles if not article.name.startswith("bai-moi-so-")]
    return old[len(old) // 2]


def headline(article: Path) -> str:
    return re.search(r'(?m)^title: *"?(.*?)"?$', article.read_text(encoding="utf-8"))[1]


def addresses(options: argparse.Namespace, site: again.Site) -> dict[str, str]:
    """Paths of articles by headline."""
    if site.name == "Hugo":
        command, title, url = hugo_command(site, "list", "published"), "title", "permalink"
    else:
        command = [str(options.bantin), "list", "--csv", "-C", str(site.root), "--at", "2026-01-01", "--lang", "en"]
        title, url = "Title", "URL"
    done = subprocess.run(command, capture_output=True, check=True)
    lines = csv.DictReader(io.StringIO(done.stdout.decode("utf-8-sig")))
    return {line[title]: urllib.parse.urlsplit(line[url]).path for line in lines}


def hugo_command(site: again.Site, *verb: str) -> list[str]:
    """The command that builds `site` with another verb."""
    words = [word for word in site.command if word not in ("build", "--quiet", "--noBuildLock")]
    return [words[0], *verb, *words[1:words.index("-d")]]


@contextmanager
def hugo(options: argparse.Namespace, site: again.Site) -> Iterator[Server]:
    port = free_port()
    command = hugo_command(site, "server", "--port", str(port), "--bind", "127.0.0.1", "--renderToMemory")
    yield from started(site, command, lambda process: port)


@contextmanager
def bantin(options: argparse.Namespace, site: again.Site) -> Iterator[Server]:
    command = [str(options.bantin), "serve", "-C", str(site.root), "--port", "0", "--at", "2026-01-01", "--lang", "en"]
    yield from started(
        site, command, lambda process: int(re.search(r":(\d+)/", process.stdout.readline())[1]))


def started(site: again.Site, command: list[str], port: Callable[[subprocess.Popen], int]) -> Iterator[Server]:
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        server = Server(site, process, port(process), 0)
        if site.name == "Hugo":
            # It says a line for each thing it does; nobody reads them.
            threading.Thread(target=lambda: [None for _ in process.stdout], daemon=True).start()
        server.until("/", "</html>")
        server.first = time.perf_counter() - start
        yield server
    finally:
        process.terminate()
        process.wait(timeout=30)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
