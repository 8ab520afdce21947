"""How soon an article of a portal is there on a phone with 4G, as Chromium says: pages.py PUBLIC LOADS.

Prints a table. Other work on the machine makes a load slower, never faster: the least of each number says most.
"""

from __future__ import annotations

import statistics
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent / "Tests" / "Browser"))
import phone  # noqa: E402
from chromium import launched  # noqa: E402
from site_under_test import Server, Site  # noqa: E402

# The one that readers have: the one for tests lays a page out in one piece.
READERS = "/usr/bin/chromium"
TITLES = {"longest": "the longest article", "pictured": "the heaviest picture", "official": "an official text"}


def main(public: Path, loads: int) -> None:
    site = Site(public)
    server = Server(site.root, packs=True)
    print("| page | largest contentful paint | total blocking time | layout shift |", "|---|---:|---:|---:|", sep="\n")
    with launched(READERS) as browser:
        for name, page in phone.pages(site).items():
            seen = [phone.load(browser, server.origin + page.address) for _ in range(loads)]
            print(f"| {TITLES[name]} | {extent([one.paint for one in seen])} | {extent([one.blocked for one in seen])} "
                  f"| {max(one.shifts for one in seen):g} |")
    server.close()


def extent(values: list[float]) -> str:
    return f"{min(values):.0f} to {max(values):.0f} ms, median {statistics.median(values):.0f} ms"


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
