"""What the disk can do to the counting service: no answered hit is lost, and the total never falls (docs/visits.md)."""

import os
import pathlib
import signal
import sys
import time

import pytest

from disks import PowerDisk, SmallDisk

sys.path.append(str(pathlib.Path(__file__).parents[1] / "Binary"))
from host_process import Host, Load  # noqa: E402

SOAK = bool(os.environ.get("BANTIN_SOAK"))
ARTICLE = "bai"
READERS = 4


@pytest.fixture
def start(program):
    """Starts the service of a portal; whatever still runs at the end is killed."""
    hosts = []

    def start(site, **options):
        hosts.append(Host(program.binary, site, "--trusted-proxy", "127.0.0.1", "--no-build", **options))
        return hosts[-1]

    yield start
    for host in hosts:
        if host.process.poll() is None:
            host.stop(signal.SIGKILL)


def portal(folder):
    """What the service needs of a portal that is published."""
    folder.mkdir()
    (folder / "content").mkdir()
    (folder / "site.yaml").write_text("title: X\nurl: https://congdoan.example.vn/\nvisits: {live: true}\n")
    (folder / "addresses.csv").write_text(f"{ARTICLE},/tin/bai/\n")
    return folder


def test_a_full_disk(start, tmp_path):
    """11: for thirty seconds in the soak. The old totals stay, hits are refused, and it goes on by itself."""
    disk = SmallDisk(tmp_path / "disk")
    try:
        host = start(portal(disk.place / "site"), log=tmp_path / "log")
        assert host.hit(ARTICLE, "203.0.113.5") == (200, {"site": 1, "article": 1})
        disk.leave_bytes(0)
        reader, full = 0, 0
        end = time.monotonic() + (30 if SOAK else 3)
        total = 1
        while time.monotonic() < end:
            reader += 1
            status, answer = host.hit(ARTICLE, f"10.0.{reader >> 8}.{reader & 255}")
            # What there is room for in pages that are there already may still be kept.
            total += status == 200
            full += status == 503
            assert status == 200 or (status, answer) == (503, {"error": "cannot count now"})
            assert host.counts(ARTICLE) == {"site": total, "article": total}
            time.sleep(0.01)
        assert full > reader / 2, (full, reader)
        assert host.ask("GET", "/_bantin/health")[0] == 503
        disk.free()
        assert host.hit(ARTICLE, "203.0.113.6") == (200, {"site": total + 1, "article": total + 1})
        assert host.ask("GET", "/_bantin/health")[0] == 200
        host.stop()
        assert start(disk.place / "site", log=tmp_path / "log").counts(ARTICLE)["site"] == total + 1
    finally:
        disk.close()


@pytest.mark.skipif(not SOAK, reason="power cuts belong to the soak: set BANTIN_SOAK=1")
@pytest.mark.parametrize("number", range(20))
def test_power_cut(start, tmp_path, dice, number):
    """9, of the machine instead of the process: what was answered was on the disk."""
    disk = PowerDisk(tmp_path / "disk")
    try:
        site = portal(disk.place / "site")
        disk.sync()
        # What readers were told before the cuts, and how much there can be at most.
        answered, possible = 0, 0
        for turn in range(3):
            host = start(site, log=tmp_path / "log")
            load = Load(host, ARTICLE, 400_000 * turn)
            time.sleep(0.2 + dice.random())
            with load.lock:
                answered += load.answered
                before = load.answered
                disk.cut(flush_journal=dice.random() < 0.5)
            # The machine goes on for a while, other than one without power: the system may still say of the group of hits that
            # was on its way to the disk that it has arrived, and of none after it.
            time.sleep(0.2)
            refused = load.refused
            host.stop(signal.SIGKILL)
            load.join()
            assert before > 0 and refused > 0 and not load.fell
            assert load.answered <= before + 2 * READERS
            possible += load.answered + READERS
            disk.restart()
        counts = start(site, log=tmp_path / "log").counts(ARTICLE)
        assert answered <= counts["site"] <= possible
        assert answered <= counts["article"] <= possible
    finally:
        disk.close()
