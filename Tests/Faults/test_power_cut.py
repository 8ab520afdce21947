"""A power cut: what the list of files promises is on the disk, and the next build converges. A soak test.

A build over a standing site waits for the disk before its new list counts. A first build does not: when its list is
lost with the power, the next build says which files it no longer knows, and `--prune` removes them.
"""

import os
import time

import pytest

import newspaper
from disks import PowerDisk
from newspaper import Edition
from program import Program
from trees import LIST, leftovers, pages, tree

pytestmark = pytest.mark.skipif(
    not os.environ.get("BANTIN_SOAK"), reason="power cuts belong to the soak: set BANTIN_SOAK=1")

ROUNDS = 20
# What is built when the power goes; None is the first build.
EDITS = [None, "next_issue", "retitled", "next_issue"]


@pytest.fixture
def disk(tmp_path):
    disk = PowerDisk(tmp_path / "disk")
    yield disk
    disk.close()


class Site:
    """A newspaper in a folder of a disk whose power is going to be cut: published, unless `edit` is None."""

    def __init__(self, program, folder, edit):
        self.program = program
        self.folder = folder
        self.edit = edit
        self.save(Edition(articles=150))
        if edit:
            program.build(folder)

    def save(self, edition):
        """The editor saves the sources: they are on the disk then, whatever else is not."""
        self.edition = edition
        newspaper.write(self.folder, edition)
        for path in [self.folder / "site.yaml", *(self.folder / "content").rglob("*.md")]:
            file = os.open(path, os.O_RDONLY)
            os.fsync(file)
            os.close(file)

    def change(self):
        if self.edit:
            self.save(getattr(self.edition, self.edit)())

    def public(self):
        return tree(self.folder / "public")


def usual_duration(program, folder, edit):
    """In seconds, of a build like the one whose power is cut."""
    site = Site(program, folder, edit)
    site.change()
    return program.duration(folder)


def broken_promises(now, before, after, *, is_synced, is_complete):
    """What is not as the list of files in the tree `now` says, after a build over the tree `before`.

    A list that nobody has synced yet promises nothing, nor does the old one while a build is at work.
    """
    if now.get(LIST) == after[LIST]:
        return [f"not whole: {path}" for path, digest in pages(after).items() if now.get(path) != digest]
    if (is_synced or is_complete) and now.get(LIST) != before[LIST]:
        return [f"not whole: {LIST}"]
    if not is_complete:
        return []
    return [
        f"not whole: {path}" for path, digest in pages(now).items()
        if digest not in (before.get(path), after.get(path))]


@pytest.mark.parametrize("number", range(ROUNDS))
def test_power_cut(program, disk, tmp_path, dice, number):
    edit = EDITS[number % len(EDITS)]
    program = Program(program.binary, disk.prefix)
    duration = usual_duration(program, disk.place / "rehearsal", edit)
    site = Site(program, disk.place / "site", edit)
    is_synced = dice.random() < 0.5
    if is_synced:
        disk.sync()
    published = site.edition
    site.change()
    before, after = site.public(), program.clean(site.folder, tmp_path / "clean")

    process = program.start(site.folder)
    if number % 5 == 4:
        process.wait(timeout=60)
        time.sleep(dice.random() * 0.05)
    else:
        time.sleep(dice.random() * duration)
    flush = dice.random() < 0.5
    disk.cut(flush_journal=flush)
    process.communicate(timeout=60)
    is_complete = process.returncode == 0
    print(f"round {number}: {edit}, synced before: {is_synced}, complete: {is_complete}, journal flushed: {flush}")
    disk.restart()
    if edit:
        now = site.public()
        assert broken_promises(now, before, after, is_synced=is_synced, is_complete=is_complete) == []

    if edit and dice.random() < 0.5:
        site.save(published)
        after = program.clean(site.folder, tmp_path / "clean")
    output = program.build(site.folder)
    assert leftovers(site.folder) == []
    if not is_synced:
        unknown = [path for path in pages(site.public()) if path not in after]
        assert not unknown or f"Không rõ ai ghi {len(unknown)} tệp sau nên giữ nguyên; `--prune` để xóa:" in output
        program.build(site.folder, "--prune")
    assert site.public() == after
