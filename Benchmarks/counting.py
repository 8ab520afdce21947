"""How many hits `bantin host` counts in a second, and pages it serves beside nginx: counting.py BANTIN PUBLIC WORK ROUNDS.

Prints tables. wrk makes the load, on the same cores.
"""

from __future__ import annotations

import json
import re
import shutil
import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent / "Tests" / "Binary"))
from host_process import Host  # noqa: E402
from nginx_process import Nginx  # noqa: E402

ARTICLES = 100_000
SESSIONS = 1_000_000
SECONDS = 10
CONNECTIONS = 64
HITS = Path(__file__).with_name("hits.lua")
SETTINGS = """title: A portal
url: https://portal.example/
visits: {live: true, new_per_minute: 10000000}
"""
NGINX = """
user root;
worker_processes 2;
daemon off;
pid {work}/nginx.pid;
error_log {work}/error.log;
events {{}}
http {{
    access_log off;
    include /etc/nginx/mime.types;
    sendfile on;
    server {{
        listen 127.0.0.1:{port};
        root {root};
    }}
}}
"""


@dataclass
class Load:
    """What wrk saw: answers a second, and milliseconds within which half and 99 of 100 came."""

    rate: float
    half: float
    most: float


def load(url: str, *script: str | Path, seconds: int = SECONDS) -> Load:
    command = ["wrk", "-t2", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency"]
    if script:
        command += ["-s", script[0], url, "--", *script[1:]]
    else:
        command.append(url)
    text = subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout
    if "Non-2xx" in text or "Socket errors" in text:
        raise SystemExit(f"not every request was answered: {url}\n{text}")
    return Load(
        float(re.search(r"Requests/sec:\s*([\d.]+)", text)[1]), milliseconds(text, 50), milliseconds(text, 99))


def milliseconds(text: str, percent: int) -> float:
    value, unit = re.search(rf"\b{percent}%\s+([\d.]+)(us|ms|s)\b", text).groups()
    return float(value) * {"us": 0.001, "ms": 1, "s": 1000}[unit]


def site(work: Path) -> Path:
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    (work / "site.yaml").write_text(SETTINGS)
    lines = sorted(f"bai-{number},/tin/bai-{number}/" for number in range(1, ARTICLES + 1))
    (work / "addresses.csv").write_text("".join(line + "\n" for line in lines))
    return work


def health(host: Host) -> dict:
    return json.loads(host.ask("GET", "/_bantin/health")[2])


def memory(host: Host, what: str) -> float:
    status = Path(f"/proc/{host.process.pid}/status").read_text()
    return int(re.search(rf"{what}:\s+(\d+) kB", status)[1]) / 1024


def extent(values: list[float]) -> str:
    return f"{statistics.median(values):,.0f} | {min(values):,.0f} to {max(values):,.0f}"


def main(bantin: Path, public: Path, work: Path, rounds: int) -> None:
    page = max(public.glob("*/*/*/*/index.html"), key=lambda path: -abs(path.stat().st_size - 20_000))
    path = f"/{page.parent.relative_to(public)}/"
    host = Host(bantin, site(work / "site"), "--trusted-proxy", "127.0.0.1", "--no-build", "--public", public)
    nginx = Nginx(NGINX, work / "site" / "nginx", root=public)
    own = f"http://127.0.0.1:{host.port}"
    try:
        before = memory(host, "VmRSS")
        loads = {"hits": [], "bantin host": [], "nginx": []}
        for turn in range(rounds):
            loads["hits"].append(load(own, HITS, turn, ARTICLES))
            loads["bantin host"].append(load(own + path))
            loads["nginx"].append(load(nginx.origin + path))
        turn = rounds
        while (sessions := health(host)["sessions"]) < SESSIONS:
            load(own, HITS, turn, ARTICLES, seconds=max(2, min(60, (SESSIONS - sessions) // 9_000)))
            turn += 1
        counted = json.loads(host.ask("GET", "/_bantin/counts?id=")[2])["site"]
        print("| requests | a second, median | least to most | half within | 99 % within |", "|---|---:|---:|---:|---:|", sep="\n")
        names = {"hits": "hits, each counted and on the disk before its answer",
                 "bantin host": f"a page of {page.stat().st_size / 1000:.1f} KB from `bantin host`",
                 "nginx": "the same page from nginx"}
        for name, values in loads.items():
            print(f"| {names[name]} | {extent([one.rate for one in values])} "
                  f"| {statistics.median(one.half for one in values):.1f} ms | {statistics.median(one.most for one in values):.1f} ms |")
        ratios = [own.rate / other.rate for own, other in zip(loads["bantin host"], loads["nginx"], strict=True)]
        print(f"\nThe page: {statistics.median(ratios):.2f} times nginx's rate ({min(ratios):.2f} to {max(ratios):.2f}). "
              f"Memory of the host: {before:.0f} MiB at the start, {memory(host, 'VmRSS'):.0f} MiB with {sessions:,} live sessions, "
              f"{ARTICLES:,} articles and {counted:,} visits counted; {memory(host, 'VmHWM'):.0f} MiB at most.")
    finally:
        nginx.close()
        host.stop()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))
