"""A build that is killed: whole files, and the next build converges."""

import shutil
import signal
import time

import pytest

import newspaper
from newspaper import Edition
from program import Program
from trees import PENDING, STAGING, leftovers, tree, wounds

KILLS = 10


class Life:
    """A newspaper that goes through one kind of build again and again."""

    def __init__(self, program, folder, kind):
        self.program = program
        self.site, self.scratch = folder / "site", folder / "clean"
        self.kind = kind
        self.edition = Edition(articles=300)
        newspaper.write(self.site, self.edition)
        program.build(self.site)

    def edit(self):
        """Prepares the next build of this kind."""
        if self.kind == "cold":
            shutil.rmtree(self.site / "public")
        if self.kind in ("cold", "no cache"):
            shutil.rmtree(self.site / ".bantin")
        self.publish(self.edition.next_issue() if self.kind == "next issue" else self.edition.retitled())

    def publish(self, edition):
        self.edition = edition
        newspaper.write(self.site, edition)

    def usual_durations(self):
        """In seconds, at the quickest: of a whole build, and of the part of it that changes public/."""
        durations = []
        for _ in range(3):
            self.edit()
            start = time.monotonic()
            process = self.program.start(self.site)
            self.wait_for_writing(process)
            begun = time.monotonic()
            assert process.communicate()[0] and process.returncode == 0
            durations.append((time.monotonic() - start, time.monotonic() - begun))
        return [min(column) for column in zip(*durations)]

    def wait_for_writing(self, process):
        """Until the first sign that public/ is going to change, or the end."""
        while not self.is_writing() and process.poll() is None:
            time.sleep(0.0002)

    def is_writing(self):
        return any((self.site / "public" / name).exists() for name in (PENDING, STAGING))

    def kill(self, delay, *, once_writing):
        """Starts a build and kills it after `delay` seconds. Returns whether it was still running."""
        process = self.program.start(self.site)
        if once_writing:
            self.wait_for_writing(process)
        time.sleep(delay)
        process.kill()
        process.communicate()
        assert process.returncode in (0, -signal.SIGKILL)
        return process.returncode == -signal.SIGKILL

    def clean(self):
        return self.program.clean(self.site, self.scratch)

    def public(self):
        return tree(self.site / "public")


@pytest.mark.parametrize("kind", ["cold", "no cache", "every page changes", "next issue"])
def test_killed_builds_leave_whole_files_and_converge(program, memory, dice, kind):
    life = Life(program, memory, kind)
    whole, writing = life.usual_durations()
    hits = hits_while_writing = 0
    for kill in range(KILLS):
        before_edit = life.edition
        life.edit()
        before, after = life.public(), life.clean()
        # Every other kill lies anywhere in a build, the rest in its dangerous part.
        once_writing = kill % 2 == 1
        delay = (kill + dice.random()) / KILLS * (writing if once_writing else whole)
        print(f"kill {kill}, {kind}: {delay * 1000:.1f} ms after {'writing began' if once_writing else 'the start'}")
        hits += life.kill(delay, once_writing=once_writing)
        hits_while_writing += life.is_writing()
        assert wounds(life.public(), before, after) == []

        if dice.random() < 0.3:
            life.publish(before_edit)
            after = life.clean()
        program.build(life.site)
        assert leftovers(life.site) == []
        assert life.public() == after
        assert (life.site / "addresses.csv").read_bytes() == (life.scratch / "addresses.csv").read_bytes()
    print(f"{hits} of {KILLS} hit a running build, {hits_while_writing} one that was writing")
    assert hits >= KILLS / 2
    assert hits_while_writing >= 2


def test_killed_while_saving_the_addresses(program, memory):
    """addresses.csv comes before public/: what a kill leaves beside it goes, even when the editor takes all back."""
    if not shutil.which("strace"):
        pytest.skip("needs strace")
    site, edition = memory / "site", Edition(articles=20)
    newspaper.write(site, edition)
    program.build(site)
    newspaper.write(site, edition.next_issue())
    killer = Program(program.binary, ["strace", "-qq", "-f", "-e", "trace=fsync", "-e", "inject=fsync:signal=KILL"])
    assert killer.run(site)[0] in (-signal.SIGKILL, 128 + signal.SIGKILL)
    newspaper.write(site, edition)
    program.build(site)
    assert leftovers(site) == []
    assert tree(site / "public") == program.clean(site, memory / "clean")
