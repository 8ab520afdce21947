"""What the machine does wrong: exit 3, whole files, and the next build converges."""

import contextlib
import os
import pathlib
import re
import shutil
import subprocess

import pytest

import newsroom
from conftest import AT, tree

needs_root = pytest.mark.skipif(os.geteuid() != 0, reason="needs root: mounts and chroot")


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 1 MB that goes away with the test."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk], capture_output=True)
    if mounted.returncode != 0:
        pytest.skip("this machine does not allow mounts")
    yield disk
    subprocess.run(["umount", "-l", disk], check=True)


def whole(folder, reference):
    """Every page that is there is whole: one of the reference, byte for byte."""
    return all(reference.get(name) == hash for name, hash in tree(folder).items() if not name.startswith(".bantin"))


@needs_root
def test_disk_full_in_the_middle(bantin, sample, tmp_path, small_disk):
    bantin("build", "-o", tmp_path / "reference", "--at", AT, cwd=sample)
    reference = tree(tmp_path / "reference")
    full = bantin("build", "-o", small_disk / "out", "--at", AT, cwd=sample)
    assert full.code == 3, full.err
    assert "đĩa đầy" in full.err or "đầy" in full.err
    assert whole(small_disk / "out", reference)
    subprocess.run(["mount", "-o", "remount,size=64m", small_disk], check=True)
    again = bantin("build", "-o", small_disk / "out", "--at", AT, cwd=sample)
    assert again.code == 0, again.err
    assert tree(small_disk / "out") == reference


@needs_root
def test_disk_full_while_an_article_is_published_and_withdrawn(bantin, tmp_path, small_disk):
    """Its file has been changed when the disk runs full: that is told, and the same command does the rest."""
    site = newsroom.make(tmp_path / "site")
    file = newsroom.draft(site)
    (small_disk / "out").mkdir()
    (site / "public").symlink_to(small_disk / "out")
    assert bantin("build", cwd=site).code == 0
    for command, told in [(("publish",), "id: "), (("withdraw", "--reason", "Đăng nhầm"), "withdrawn:")]:
        filler = small_disk / "filler"
        with filler.open("wb", buffering=0) as rest, contextlib.suppress(OSError):
            while True:
                rest.write(b"x" * 512)
        full = bantin(*command, "content/tin/moi.md", cwd=site)
        assert full.code == 3 and "đĩa đầy" in full.err, full.err
        assert "`content/tin/moi.md` đã được ghi rồi" in full.err and told in file.read_text()
        written = file.read_text()
        filler.unlink()
        again = bantin(*command, "content/tin/moi.md", cwd=site)
        assert (again.code, again.err) == (0, "") and file.read_text() == written
        assert bantin("build", "--verify", cwd=site).code == 0


@pytest.mark.parametrize("arguments", [("list",), ("list", "--csv"), ("build", "--next-due")], ids=" ".join)
def test_what_does_not_arrive_is_an_error(bantin, tmp_path, arguments):
    site = newsroom.make(tmp_path / "site")
    newsroom.draft(site, "date: 30/4/2099 07:30\n")
    lost = bantin(*arguments, cwd=site, prefix=("sh", "-c", 'exec "$0" "$@" > /dev/full'))
    assert lost.code == 3 and "đĩa đầy" in lost.err
    seen = bantin(*arguments, cwd=site, prefix=("bash", "-o", "pipefail", "-c", '"$0" "$@" | true'))
    assert (seen.code, seen.err) == (0, "")


@needs_root
def test_output_not_writable(bantin, sample, small_disk):
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    run = bantin("build", "-o", small_disk / "out", "--at", AT, cwd=sample)
    assert run.code == 3
    assert str(small_disk / "out") in run.err


def test_too_many_open_files(bantin, sample, tmp_path):
    out = tmp_path / "out"
    run = bantin("build", "-o", out, "--at", AT, cwd=sample, prefix=["prlimit", "--nofile=6"])
    assert run.code in (1, 3), run.err
    assert "tệp" in run.err
    again = bantin("build", "-o", out, "--at", AT, cwd=sample)
    assert again.code == 0, again.err
    bantin("build", "-o", tmp_path / "reference", "--at", AT, cwd=sample)
    assert tree(out) == tree(tmp_path / "reference")


def test_killed_builds_leave_whole_files_and_converge(bantin, binary, sample, tmp_path):
    bantin("build", "-o", tmp_path / "reference", "--at", AT, cwd=sample)
    reference = tree(tmp_path / "reference")
    out = tmp_path / "out"
    for delay in range(1, 11):
        process = subprocess.Popen(
            [binary, "build", "-o", out, "--at", AT], cwd=sample, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(timeout=delay * 0.008)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if out.exists():
            pages = {n: h for n, h in tree(out).items() if ".bantin" not in n}
            assert all(reference[name] == hash for name, hash in pages.items())
    final = bantin("build", "-o", out, "--at", AT, cwd=sample)
    assert final.code == 0, final.err
    assert tree(out) == reference


@pytest.fixture
def empty_root(tmp_path):
    """A root with nothing in it but the kernel's /proc, where Swift finds a program's arguments."""
    root = tmp_path / "root"
    for folder in ["portal", "proc"]:
        (root / folder).mkdir(parents=True)
    if subprocess.run(["mount", "-t", "proc", "proc", root / "proc"], capture_output=True).returncode != 0:
        pytest.skip("this machine does not allow mounts")
    yield root
    subprocess.run(["umount", "-l", root / "proc"], check=True)


@needs_root
def test_the_binary_runs_in_an_empty_root(binary, empty_root):
    """libc and what the C++ runtime needs are all it asks for."""
    root = empty_root
    shutil.copy(binary, root / "bantin")
    listed = subprocess.run(["ldd", binary], capture_output=True, text=True, check=True).stdout
    libraries = re.findall(r"(?:=> )?(/\S+) \(0x", listed)
    names = {pathlib.Path(library).name.split(".so")[0] for library in libraries}
    assert names <= {"libc", "libm", "libstdc++", "libgcc_s", "ld-linux-x86-64", "ld-linux-aarch64"}, names
    for library in libraries:
        target = root / library.lstrip("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(library, target)
    for arguments in (["--version"], ["init", "/portal/x"], ["build", "-C", "/portal/x"]):
        done = subprocess.run([shutil.which("chroot"), root, "/bantin", *arguments], capture_output=True, text=True, env={})
        assert done.returncode == 0, (arguments, done.stdout, done.stderr)
    assert (root / "portal/x/public/index.html").exists()
