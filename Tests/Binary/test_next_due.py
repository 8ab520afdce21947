"""bantin build --next-due: one line for timers, and nothing is built."""

import datetime
import os
import subprocess
import time

import pytest

import newsroom
from conftest import ROOT, tree
from newsroom import write


@pytest.fixture
def site(tmp_path):
    return newsroom.make(tmp_path / "site")


def due(bantin, site, *arguments):
    before = tree(site)
    run = bantin("build", "--next-due", *arguments, cwd=site)
    assert (run.code, run.err) == (0, "")
    assert tree(site) == before
    return run.out


def test_nothing_is_due(bantin, site):
    assert due(bantin, site) == ""


def test_the_next_moment(bantin, site):
    newsroom.draft(site, "date: 30/4/2099 07:30\n")
    newsroom.draft(site, "date: 1/5/2099\n", name="sau")
    assert due(bantin, site) == "2099-04-30T07:30:00+07:00\n"
    assert due(bantin, site, "--lang", "en") == "2099-04-30T07:30:00+07:00\n"
    assert due(bantin, site, "--at", "30/4/2099 07:30") == "2099-05-01T00:00:00+07:00\n"


def test_in_the_sites_zone(bantin, site):
    write(site / "site.yaml", "title: Công đoàn\nurl: https://a.example/\nzone: UTC\n")
    newsroom.draft(site, "date: 2099-04-30T07:30:00+07:00\n")
    assert due(bantin, site) == "2099-04-30T00:30:00+00:00\n"


@pytest.mark.parametrize("lines, expected", [
    ("date: 2025-01-01\nexpires: 2/9/2099\n", "2099-09-02T00:00:00+07:00\n"),
    ("date: 2025-01-01\npin_until: 15/5/2099\n", "2099-05-15T00:00:00+07:00\n"),
    ("date: 2099-01-01\ndraft: true\n", ""),
    ("date: 2099-01-01\nwithdrawn: Sai\n", ""),
])
def test_whatever_changes_something(bantin, site, lines, expected):
    newsroom.draft(site, lines)
    assert due(bantin, site) == expected


def test_the_same_as_a_build_says(bantin, site):
    newsroom.draft(site, "date: 30/4/2099 07:30\n")
    run = bantin("build", cwd=site)
    assert run.out.endswith("Không đưa vào danh sách: 1 hẹn giờ.\nLần thay đổi kế tiếp: 07:30 30/4/2099.\n")


def test_with_errors_it_tells_what_it_knows(bantin, site):
    newsroom.draft(site, "date: 30/4/2099 07:30\n")
    write(site / "content/tin/hong.md", "---\ntitle: Hỏng\ndate: hôm qua\n---\n")
    run = bantin("build", "--next-due", cwd=site)
    assert (run.code, run.out) == (1, "2099-04-30T07:30:00+07:00\n")
    assert run.err.startswith("content/tin/hong.md:3:7: lỗi: ")


def test_not_a_moment(bantin, site):
    run = bantin("build", "--next-due", "--at", "hôm qua", cwd=site)
    assert (run.code, run.out) == (2, "")
    assert "lỗi: `--at hôm qua` không phải ngày giờ\n" in run.err


@pytest.fixture(params=["publishing.md", "publishing.vi.md"])
def timer(request, binary, site, tmp_path):
    """Runs the script of the documentation once, as a timer does."""
    text = (ROOT / "docs" / request.param).read_text()
    script = text.split("```sh\n")[1].split("```")[0].replace("/srv/cong-thong-tin", str(site))
    path = write(tmp_path / "bin/bantin-due", script)
    (tmp_path / "bin/bantin").symlink_to(binary)
    env = dict(os.environ, PATH=f"{tmp_path}/bin:{os.environ['PATH']}", BANTIN_LANG="vi")
    return lambda: subprocess.run(["sh", path], env=env, capture_output=True, text=True)


def test_the_script_of_the_documentation(site, timer):
    """It builds what has come due since it built last, and nothing else."""

    def due(code=0):
        done = timer()
        assert (done.returncode, done.stderr != "") == (code, code != 0)
        return done.stdout

    assert due().startswith("Đã dựng 2 bài thành ")  # Never built: everything has come due.
    assert due() == ""
    newsroom.draft(site, f"date: {moment(seconds=4)}\n", name="sap-toi")
    assert due() == ""
    time.sleep(5)
    write(site / "content/tin/cu.md", "---\ntitel: Hỏng\n---\n")
    assert due(code=1).startswith("Đã dựng 3 bài thành ")
    assert (site / "public/tin/2025/06/bai-cu/index.html").exists()
    assert due() == ""


def test_the_script_tries_again_what_could_not_be_built(site, timer):
    """What no article can be blamed for alone stops the build: what is due then comes out as soon as that is mended."""
    assert timer().returncode == 0
    newsroom.draft(site, f"date: {moment(seconds=2)}\nslug: dung-gio\n", name="sap-toi")
    clash = newsroom.draft(site, "date: 2025-01-02\nslug: trung\n", name="mot")
    newsroom.draft(site, "date: 2025-01-03\nslug: trung\n", name="hai")
    time.sleep(3)
    for _ in range(2):
        done = timer()
        assert (done.returncode, done.stdout) == (1, "")
    clash.unlink()
    assert timer().stdout.startswith("Đã dựng ")
    assert [path for path in (site / "public").rglob("index.html") if path.parent.name == "dung-gio"]
    assert timer().stdout == ""


def moment(seconds):
    """So many seconds from now, to the second."""
    zone = datetime.timezone(datetime.timedelta(hours=7))
    return (datetime.datetime.now(zone) + datetime.timedelta(seconds=seconds)).strftime("%Y-%m-%d %H:%M:%S")
