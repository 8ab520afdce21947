"""Same input, same bytes: whatever the threads, the locale, the zone, the folder and the file times."""

import os
import shutil

from conftest import AT, tree


def build(bantin, site, out, *arguments, env=None, cwd=None):
    run = bantin("build", "-C", site, "-o", out, "--at", AT, *arguments, env=env, cwd=cwd)
    assert run.code == 0, run.err
    return tree(out)


def test_output_is_byte_identical(bantin, sample, tmp_path):
    reference = build(bantin, sample, tmp_path / "a", "--threads", "1")
    assert len(reference) > 100
    assert build(bantin, sample, tmp_path / "b", "--threads", "2") == reference
    assert build(bantin, sample, tmp_path / "c", "--threads", "7") == reference
    for number, env in enumerate([
            {"LC_ALL": "C", "TZ": "UTC"}, {"LC_ALL": "vi_VN.UTF-8", "TZ": "Asia/Ho_Chi_Minh"},
            {"LC_ALL": "en_US.UTF-8", "TZ": "America/New_York", "BANTIN_LANG": "en"}]):
        assert build(bantin, sample, tmp_path / f"env{number}", env=env) == reference
    assert build(bantin, "site", tmp_path / "cwd", cwd=tmp_path) == reference


def test_a_copy_with_other_times_gives_the_same(bantin, sample, tmp_path):
    reference = build(bantin, sample, tmp_path / "a")
    copy = tmp_path / "copy"
    shutil.copytree(sample, copy)
    for path in copy.rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    assert build(bantin, copy, tmp_path / "b") == reference


def test_a_second_build_changes_nothing(bantin, sample, tmp_path):
    out = tmp_path / "out"
    build(bantin, sample, out)
    times = {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()}
    build(bantin, sample, out)
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()} == times
