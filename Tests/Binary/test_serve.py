"""`serve` over HTTP, as a browser asks."""

import http.client
import os
import signal
import socket
import subprocess
import time
import unicodedata
import urllib.parse

import pytest
from conftest import tree


class Preview:
    def __init__(self, binary, site, *flags):
        environment = {**os.environ, "BANTIN_LANG": "vi"}
        self.process = subprocess.Popen(
            [binary, "serve", "--port", "0", *flags], cwd=site, env=environment, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.line = self.process.stdout.readline()
        self.port = int(self.line.split("127.0.0.1:")[1].split("/")[0])

    def get(self, path, method="GET", **headers):
        """Status, headers and body; the path goes out as it is given."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        response = connection.getresponse()
        body = response.read()
        connection.close()
        return response.status, response.headers, body

    def text(self, path):
        return self.get(path)[2].decode()

    def eventually(self, path, wanted):
        """Waits at most five seconds until a page shows `wanted`."""
        for _ in range(250):
            if wanted in self.text(path):
                return
            time.sleep(0.02)
        raise AssertionError(f"{path} never showed {wanted!r}")

    def stop(self, how=signal.SIGTERM):
        self.process.send_signal(how)
        return self.process.wait(timeout=10)


@pytest.fixture
def site(bantin, tmp_path):
    assert bantin("init", "x", cwd=tmp_path).code == 0
    return tmp_path / "x"


@pytest.fixture
def preview(binary, site):
    made = []

    def start(*flags):
        made.append(Preview(binary, site, *flags))
        return made[-1]

    yield start
    for one in made:
        if one.process.poll() is None:
            one.process.kill()


def write(site, name, title="Bài mới", body="Một.", front=""):
    path = site / "content/tin-tuc" / name
    path.write_text(f"---\ntitle: {title}\ndate: 2026-01-09\n{front}---\n{body}\n")
    return path


@pytest.mark.parametrize("flags", [[], ["--poll"]])
def test_what_is_saved_is_shown(site, preview, flags):
    page = "/tin-tuc/2026/01/bai-moi/"
    article = write(site, "moi.md")
    served = preview(*flags)
    assert "<p>Một.</p>" in served.text(page)
    article.write_text(article.read_text().replace("Một.", "Hai."))
    served.eventually(page, "<p>Hai.</p>")
    write(site, "khac.md", "Bài khác")
    served.eventually("/tin-tuc/", "Bài khác")
    (site / "content/tin-tuc/khac.md").unlink()
    for _ in range(250):
        if "Bài khác" not in served.text("/tin-tuc/"):
            break
        time.sleep(0.02)
    assert "Bài khác" not in served.text("/tin-tuc/")
    assert served.get("/tin-tuc/2026/01/bai-khac/")[0] == 404


def test_errors_are_shown_until_they_are_mended(site, preview):
    article = write(site, "moi.md")
    served = preview()
    assert served.get("/")[0] == 200
    good = article.read_text()
    article.write_text(good.replace("2026-01-09", "31/02/2026"))
    served.eventually("/", "không có ngày 31/2/2026")
    assert served.get("/")[0] == 500
    article.write_text(good)
    served.eventually("/", "Bài mới")
    assert served.get("/")[0] == 200


def test_nothing_is_written(bantin, site, preview):
    bantin("build", cwd=site)
    before = tree(site)
    served = preview()
    served.text("/")
    served.text("/tin-tuc/")
    assert served.stop() == 0
    assert tree(site) == before


def test_drafts_are_shown_unless_they_are_not_wanted(site, preview):
    write(site, "nhap.md", "Bài nháp", front="draft: true\n")
    assert "Bài nháp" in preview().text("/tin-tuc/")
    assert "Bài nháp" not in preview("--no-drafts").text("/tin-tuc/")


def test_a_port_that_is_taken_makes_way_for_the_next(site, preview):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        served = preview("--port", str(port))
        assert port < served.port < port + 20
        assert served.get("/")[0] == 200


def test_what_has_not_changed_is_not_sent_again(preview):
    served = preview()
    status, headers, body = served.get("/")
    assert (status, headers["Cache-Control"]) == (200, "no-store")
    assert served.get("/", If_None_Match=headers["ETag"])[::2] == (304, b"")
    assert served.get("/", If_None_Match='"khac"')[::2] == (200, body)


def test_parts_of_files(site, preview):
    (site / "content/tin-tuc/am-thanh.mp3").write_bytes(bytes(range(256)))
    write(site, "moi.md", body="[Nghe](am-thanh.mp3)")
    served = preview()
    served.text("/")
    file = "/tin-tuc/am-thanh.mp3"
    status, headers, body = served.get(file, Range="bytes=10-19")
    assert (status, headers["Content-Range"], body) == (206, "bytes 10-19/256", bytes(range(10, 20)))
    assert headers["Content-Type"] == "audio/mpeg"
    assert served.get(file, Range="bytes=-6")[2] == bytes(range(250, 256))
    status, headers, body = served.get(file, Range="bytes=256-")
    assert (status, headers["Content-Range"], body) == (416, "bytes */256", b"")
    assert served.get(file, Range="bytes=0-1", If_Range='"cu"')[0] == 200


@pytest.mark.parametrize("path", [
    "/../site.yaml", "/..%2fsite.yaml", "/%2e%2e/site.yaml", "/%252e%252e/site.yaml", "/tin-tuc/..%5c..%5csite.yaml",
    "/site.yaml%00.html", "/content/tin-tuc/_index.md", "//etc/passwd", "/.bantin/lock"])
def test_nothing_but_the_site_is_served(preview, path):
    status, _, body = preview().get(path)
    assert status == 404
    assert b"title:" not in body and b"root:" not in body


def test_names_with_accents_in_either_form(site, preview):
    (site / "content/tin-tuc/Đại hội.pdf").write_bytes(b"%PDF-1.4")
    served = preview()
    served.text("/")
    for form in ["NFC", "NFD"]:
        path = "/tin-tuc/" + urllib.parse.quote(unicodedata.normalize(form, "Đại hội.pdf"))
        status, headers, body = served.get(path)
        assert (status, headers["Content-Type"], body) == (200, "application/pdf", b"%PDF-1.4")


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_when_it_is_asked_to(site, preview, how):
    served = preview()
    served.text("/")
    assert served.stop(how) == 0
    assert served.process.stderr.read() == ""


def test_content_may_go_and_come_back(site, preview):
    served = preview()
    assert served.get("/")[0] == 200
    (site / "content").rename(site / "cat")
    served.eventually("/", "Cổng thông tin có lỗi")
    assert served.get("/")[0] == 500
    (site / "cat").rename(site / "content")
    for _ in range(250):
        if served.get("/")[0] == 200:
            break
        time.sleep(0.02)
    assert served.get("/")[0] == 200
