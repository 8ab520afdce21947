"""`serve` over HTTP, as a browser asks."""

import http.client
import signal
import socket
import time
import unicodedata
import urllib.parse

import pytest
from conftest import tree
from preview_process import Preview


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
    """The site stays as it last was, and every page tells of the error."""
    page = "/tin-tuc/2026/01/bai-moi/"
    article = write(site, "moi.md")
    served = preview()
    assert served.get("/")[0] == 200 and 'data-bantin="errors"' not in served.text("/")
    good = article.read_text()
    article.write_text(good.replace("2026-01-09", "31/02/2026").replace("Bài mới", "Tên khác"))
    served.eventually("/", "không có ngày 31/2/2026")
    status, _, home = served.get("/")
    assert status == 200
    assert "Cổng thông tin có 1 lỗi" in home.decode() and "Bài mới" in home.decode() and "Tên khác" not in home.decode()
    status, _, shown = served.get(page)
    assert status == 500
    assert "không có ngày 31/2/2026" in shown.decode() and "Bài mới" not in shown.decode()
    # Others go on.
    write(site, "khac.md", "Bài khác")
    served.eventually("/tin-tuc/", "Bài khác")
    article.write_text(good)
    served.eventually(page, "<p>Một.</p>")
    assert 'data-bantin="errors"' not in served.text("/")


def test_an_article_that_never_was_good_is_left_out(site, preview):
    write(site, "moi.md", "Bài mới").write_text("---\ntitle: Bài mới\ndate: 31/02/2026\n---\n")
    served = preview()
    home = served.text("/")
    assert "không có ngày 31/2/2026" in home and home.count("Bài mới") == home.count("title: Bài mới")


@pytest.mark.parametrize("file, text", [
    ("site.yaml", "title: [\n"), ("themes/sen/templates/home.html", "{{ page.titel }}")])
def test_wrong_settings_and_templates_leave_the_site_as_it_was(site, preview, file, text):
    served = preview()
    before = served.text("/")
    path = site / file
    old = path.read_text() if path.exists() else None
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    served.eventually("/", 'data-bantin="errors"')
    assert f"{file}:" in served.text("/")
    if old is None:
        path.unlink()
    else:
        path.write_text(old)
    for _ in range(250):
        if 'data-bantin="errors"' not in served.text("/"):
            break
        time.sleep(0.02)
    assert served.text("/") == before


def test_without_a_good_site_the_errors_are_the_page(site, preview):
    (site / "site.yaml").write_text("title: [\n")
    status, _, page = preview().get("/")
    assert status == 500
    assert "site.yaml:" in page.decode()


def test_nothing_is_written(bantin, site, preview):
    bantin("build", cwd=site)
    before = tree(site)
    served = preview()
    served.text("/")
    served.text("/tin-tuc/")
    assert served.stop() == 0
    assert tree(site) == before


def test_drafts_and_what_is_scheduled_are_shown_unless_they_are_not_wanted(site, preview):
    write(site, "nhap.md", "Bài nháp", front="draft: true\n")
    (site / "content/tin-tuc/hen.md").write_text("---\ntitle: Bài hẹn\ndate: 2099-01-01\n---\nMột.\n")
    (site / "content/tin-tuc/hen-nhap.md").write_text(
        "---\ntitle: Bài nháp sẽ hẹn\ndate: 2099-01-01\ndraft: true\n---\nMột.\n")
    shown, public = preview(), preview("--no-drafts")
    for words in ["Bài nháp<", "Bài hẹn<", "Bài nháp sẽ hẹn<"]:
        assert words in shown.text("/tin-tuc/")
        assert words not in public.text("/tin-tuc/")
    assert "<strong>HẸN GIỜ 00:00 1/1/2099</strong>" in shown.text("/tin-tuc/2099/01/bai-hen/")
    assert "<strong>NHÁP</strong>" in shown.text("/tin-tuc/2099/01/bai-nhap-se-hen/")
    assert 'data-bantin="state"' not in shown.text("/tin-tuc/")
    write(site, "cu.md", "Bài cũ", front="expires: 2026-01-10\n")
    shown.eventually("/tin-tuc/2026/01/bai-cu/", "<strong>HẾT HẠN</strong>")


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
    served.eventually("/", "không có thư mục `content/`")
    (site / "cat").rename(site / "content")
    for _ in range(250):
        if "lỗi" not in served.text("/"):
            break
        time.sleep(0.02)
    status, _, home = served.get("/")
    assert status == 200 and "lỗi" not in home.decode()


class Events:
    """A browser that listens."""

    def __init__(self, served):
        self.connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=5)
        self.connection.request("GET", "/_bantin/events")
        self.response = self.connection.getresponse()
        assert self.response.headers["Content-Type"] == "text/event-stream"
        assert self.next() == "retry: 500"

    def next(self):
        """The next event; empty at the end."""
        lines = []
        while True:
            line = self.response.readline().decode().rstrip("\n")
            if not line:
                return "\n".join(lines)
            lines.append(line)


def test_browsers_hear_of_changes(site, preview):
    article = write(site, "moi.md")
    served = preview()
    listening = [Events(served) for _ in range(100)]
    started = time.monotonic()
    article.write_text(article.read_text().replace("Một.", "Hai."))
    assert {events.next() for events in listening} == {"data: changed"}
    # Whoever asks now gets the new page.
    assert "<p>Hai.</p>" in served.text("/tin-tuc/2026/01/bai-moi/")
    assert time.monotonic() - started < 5
    (site / "content/tin-tuc/.moi.md.swp").write_text("x")
    (site / "ghi-chu.txt").write_text("x")
    article.write_text(article.read_text().replace("Hai.", "Ba."))
    assert {events.next() for events in listening} == {"data: changed"}


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_browsers_that_listen_do_not_hold_it_up(preview, how):
    served = preview()
    listening = [Events(served) for _ in range(20)]
    started = time.monotonic()
    assert served.stop(how) == 0
    assert time.monotonic() - started < 3
    assert listening[0].next() == ""


def test_pages_have_the_script_and_builds_do_not(bantin, site, preview):
    served = preview()
    script = "/_bantin/reload.js"
    for path in ["/", "/tin-tuc/", "/khong-co/"]:
        assert served.text(path).count(script) == 1
    assert script not in served.text("/rss.xml")
    status, headers, body = served.get(script)
    assert (status, headers["Content-Type"]) == (200, "text/javascript; charset=utf-8")
    assert b"EventSource" in body
    bantin("build", cwd=site)
    assert not any(script in page.read_text() for page in (site / "public").rglob("*.html"))
