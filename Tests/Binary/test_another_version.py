"""A build with another version of the program: what it would write otherwise, it writes."""

import os
import subprocess
import time

import pytest

from conftest import tree


@pytest.fixture
def newer(binary, tmp_path):
    """The same program but for one thing: it writes the quotation mark in HTML in another way."""
    program = tmp_path / "bantin-newer"
    data = binary.read_bytes()
    if b"&quot;" not in data:
        pytest.skip("this build of the program does not hold the text")
    program.write_bytes(data.replace(b"&quot;", b"&#x22;"))
    os.chmod(program, 0o755)
    return program


def test_every_page_is_as_the_newer_version_writes_it(bantin, newer, tmp_path):
    bantin("init", "x", cwd=tmp_path)
    site = tmp_path / "x"
    article = site / "content/tin-tuc/tu-sach-dung-chung.md"
    article.write_text(article.read_text().replace("title: Mở tủ", 'title: Mở "tủ"'))
    for _ in range(3):
        assert bantin("build", cwd=site).code == 0
        time.sleep(0.05)
    assert "&quot;" in (site / "public/index.html").read_text()
    for arguments in [["build"], ["build", "-o", tmp_path / "clean"]]:
        subprocess.run([newer, *arguments], cwd=site, check=True, capture_output=True)
    assert tree(site / "public") == tree(tmp_path / "clean")
