"""A disk that is full: exit 3, a message that helps, whole files; with room again, the next build converges."""

import dataclasses
import fnmatch
import math
import re

import pytest

import newspaper
from disks import SmallDisk
from newspaper import Edition
from trees import PENDING, leftovers, pages, tree, wounds

MESSAGE = re.compile(
    r"lỗi: không (?:ghi được|tạo được thư mục|đưa được) `(?P<path>[^`]+)`(?: vào vị trí)?: đĩa đầy\n"
    r"  cách sửa: giải phóng chỗ trên đĩa rồi dựng lại; các tệp đã ghi đều nguyên vẹn\n\Z")
PAGE = 4096


@dataclasses.dataclass(frozen=True)
class Scenario:
    name: str
    # What is on the full disk: the whole site (`.`), one folder of it, or the folder that `-o` names.
    disk: str
    # What changes; None when nothing is published yet.
    edit: str | None
    # For how much of what the build adds there is room.
    room: float
    # The file that the message names, as a pattern.
    stops_at: str
    of: str = "bytes"


SCENARIOS = [
    Scenario("no room at all", ".", None, 0, "*/site/addresses.csv"),
    Scenario("room for the shortest page alone", "out", None, 0, "*/out/*"),
    Scenario("a first build that stops early", "out", None, 0.2, "*/out/*/index.html"),
    Scenario("a first build that stops late, public/ a disk of its own", "public", None, 0.9, "*/public/*/index.html"),
    Scenario("every page changes, no room for one", "public", "retitled", 0, "*/public/.bantin-pending"),
    Scenario("every page grows, room for half of that", ".", "retitled", 0.5, "*/public/*/index.html"),
    # Not the whole site: .bantin/ is written beside, and would take the room for the one page more or less that tells
    # whether addresses.csv or a page is the first to find none.
    Scenario("new articles, room for half of them", "public", "next_issue", 0.5, "*/public/*/index.html"),
    Scenario("no name left in the middle of a first build", "out", None, 0.5, "*/out/*", "names"),
    Scenario("no name left among new articles", ".", "next_issue", 0.3, "*/public/*", "names"),
    Scenario("only .bantin/ is full", ".bantin", "retitled", 0, "*/.bantin/*"),
]


@pytest.fixture
def small_disk(tmp_path):
    """Mounts a small disk on a folder; it goes away with the test."""
    disks = []

    def make(folder):
        disks.append(SmallDisk(folder))
        return disks[-1]

    yield make
    for disk in disks:
        disk.close()


class Site:
    """A newspaper on a disk that is full when its next build comes."""

    def __init__(self, program, scenario, folder, small_disk):
        self.program = program
        self.folder = folder / "site"
        self.place = folder / scenario.disk if scenario.disk == "out" else self.folder / scenario.disk
        self.disk = small_disk(self.place)
        self.public = self.place if scenario.disk == "out" else self.folder / "public"
        self.arguments = ["-o", self.place] if scenario.disk == "out" else []
        edition = Edition(articles=150)
        newspaper.write(self.folder, edition)
        if scenario.edit:
            self.program.build(self.folder)
            newspaper.write(self.folder, getattr(edition, scenario.edit)())

    def run(self):
        return self.program.run(self.folder, *self.arguments)

    def tree(self):
        return tree(self.public)


def needs(before, after, folders, measure):
    """How much more `measure` finds in the folder of the tree `after` than in that of `before`."""
    old, new = folders
    return sum(measure(new / path) for path in after) - sum(measure(old / path) for path in before)


def bytes_on_disk(path):
    return math.ceil(path.stat().st_size / PAGE) * PAGE if path.is_file() else 0


def one_name(path):
    return 1


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_a_full_disk(program, tmp_path, small_disk, scenario):
    site = Site(program, scenario, tmp_path, small_disk)
    before, after = site.tree(), program.clean(site.folder, tmp_path / "clean")
    measure = bytes_on_disk if scenario.of == "bytes" else one_name
    need = needs(before, after, (site.public, tmp_path / "clean/public"), measure)
    leave = site.disk.leave_bytes if scenario.of == "bytes" else site.disk.leave_names
    leave(int(need * scenario.room))

    for attempt in range(2):
        code, output = site.run()
        now = site.tree()
        done = sum(now.get(path) == digest for path, digest in pages(after).items())
        print(f"{scenario.name}: {done} of {len(pages(after))} pages are new; {output}")
        assert code == 3
        message = MESSAGE.search(output)
        assert message and message["path"].startswith(str(site.place)), output
        if attempt == 0:
            assert fnmatch.fnmatchcase(message["path"], scenario.stops_at)
        assert wounds(now, before, after) == []
        assert set(leftovers(site.folder) + leftovers(site.public)) <= {PENDING, f"public/{PENDING}"}

    site.disk.free()
    code, output = site.run()
    assert code == 0, output
    assert leftovers(site.folder) + leftovers(site.public) == []
    assert site.tree() == after
