"""Small sites take little memory, whatever is in them: officers' machines are old."""

import os
import subprocess
import time

from conftest import AT

MOST = 100  # MiB; the sample portal takes a third of it


def peak(binary, *arguments, cwd):
    """Runs the program, which must succeed, and gives the most memory that it took, in MiB."""
    process = subprocess.Popen([str(binary), *arguments], cwd=cwd, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return usage.ru_maxrss / 1024


def test_a_portal_with_albums_and_documents(binary, sample):
    """Some objects of templates pack two numbers into one: nothing may be as large as they are."""
    article = next(path for path in sorted((sample / "content").glob("*/2026/*.md")) if path.name != "_index.md")
    text = article.read_text()
    for turn in range(3):
        article.write_text(text.replace("\ntitle: ", f"\ntitle: Lần {turn} ", 1))
        time.sleep(0.05)
        assert peak(binary, "build", "--at", AT, cwd=sample) < MOST
