"""How far a long build is: one line on a terminal, and nothing anywhere else."""

import os
import pty
import re
import select
import signal
import subprocess
import time

import pytest

import newsroom
from newsroom import write

LINE = {
    "vi": r"\r\x1b\[KĐang dựng: ([\d.]+)/([\d.]+) tệp",
    "en": r"\r\x1b\[KBuilding: ([\d,]+)/([\d,]+) files",
}


@pytest.fixture
def site(tmp_path):
    site = newsroom.make(tmp_path / "site")
    for number in range(1500):
        write(site / f"content/tin/{number}.md",
              f"---\ntitle: Bài số {number}\ndate: 2025-06-{number % 28 + 1:02}\n---\n" + "Thân bài. " * 50)
    return site


def on_terminal(binary, site, *arguments, hold=0.7, env=None, open_pair=pty.openpty):
    """What standard error shows on a terminal when the machine stands still for a while in the middle of writing.

    However fast the machine is, the build lasts over half a second then.
    """
    ours, theirs = open_pair()
    full = dict(os.environ, BANTIN_LANG="vi", TERM="xterm")
    full.update(env or {})
    process = subprocess.Popen(
        [binary, "build", "--threads", "1", *arguments], cwd=site, env=full, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=theirs)
    os.close(theirs)
    while hold and process.poll() is None and not (site / "public/.bantin-new").exists():
        time.sleep(0.001)
    if hold:
        process.send_signal(signal.SIGSTOP)
        time.sleep(hold)
        process.send_signal(signal.SIGCONT)
    shown = b""
    while select.select([ours], [], [], 60)[0]:
        try:
            piece = os.read(ours, 4096)
        except OSError:  # The other end is closed.
            break
        if not piece:
            break
        shown += piece
    os.close(ours)
    out = process.stdout.read().decode()
    assert process.wait() == 0
    return shown.decode(), out


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_line_that_is_written_over_and_erased(binary, site, language):
    shown, out = on_terminal(binary, site, "--lang", language)
    assert shown.endswith("\r\x1b[K")
    lines = re.findall(LINE[language], shown)
    assert lines, shown
    rest = re.sub(LINE[language], "", shown.removesuffix("\r\x1b[K"))
    assert re.fullmatch(r"(\r\x1b\[K(Đang đọc các bài…|Reading articles…))*", rest)
    done = [int(re.sub(r"\D", "", line[0])) for line in lines]
    totals = {int(re.sub(r"\D", "", line[1])) for line in lines}
    files = sum(1 for path in (site / "public").rglob("*") if path.is_file()) - 1
    assert totals == {files} and files > 1500
    assert done == sorted(done) and 0 <= done[0] and done[-1] <= files
    assert "\x1b" not in out and "\r" not in out


def test_in_the_language_of_the_site(binary, site):
    write(site / "site.yaml", "title: Union\nurl: https://a.example/\nlanguage: en\n")
    shown, _ = on_terminal(binary, site, env={"BANTIN_LANG": "", "LC_ALL": "vi_VN.UTF-8"})
    assert re.search(LINE["en"], shown)


def test_not_for_a_short_build(binary, tmp_path):
    site = newsroom.make(tmp_path / "site")
    assert on_terminal(binary, site, hold=0)[0] == ""


@pytest.mark.parametrize("env", [{"TERM": "dumb"}, {"TERM": ""}])
def test_not_where_lines_cannot_be_written_over(binary, site, env):
    assert on_terminal(binary, site, env=env)[0] == ""


def test_colours_are_another_matter(binary, site):
    assert re.search(LINE["vi"], on_terminal(binary, site, env={"NO_COLOR": "1"})[0])


def test_not_where_there_is_no_terminal(binary, site):
    assert on_terminal(binary, site, open_pair=os.pipe)[0] == ""
