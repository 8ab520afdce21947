"""The desk of `serve` over HTTP: its buttons are the verbs, and nobody else's page can press them."""

import html
import http.client
import re
import resource
import signal
import socket
import time
import urllib.parse

import pytest
from conftest import tree
from preview_process import Preview
from test_serve import preview, site, write  # noqa: F401 (fixtures)

DESK = "/_bantin/"


def form_token(served):
    return re.search(r'name="form" value="([0-9a-f]{32})"', served.text(DESK))[1]


def press(served, action, confirm=False, origin=None, **fields):
    """Sends a form as a browser does. Status and text of the answer, without its tags."""
    fields.setdefault("form", form_token(served))
    if confirm:
        fields["confirm"] = "yes"
    host = f"127.0.0.1:{served.port}"
    status, _, body = served.get(
        DESK + action, "POST", urllib.parse.urlencode(fields).encode(),
        Content_Type="application/x-www-form-urlencoded", Origin=f"http://{host}" if origin is None else origin)
    return status, plain(body)


def plain(body):
    return html.unescape(re.sub(r"<[^>]+>", "", body.decode()))


def test_it_tells_what_is_unfinished_and_what_is_wrong(site, preview):
    write(site, "nhap.md", "Còn nháp", front="draft: true\n")
    write(site, "hen.md", "Hẹn giờ", front="").write_text("---\ntitle: Đến năm 2099\ndate: 1/1/2099 07:30\n---\n")
    write(site, "go.md", "Đã thôi", front="withdrawn: Sai\n")
    write(site, "hong.md", "Liên kết hỏng", body="[x](khong-co.md)")
    (site / "content/tin-tuc/to.pdf").write_bytes(b"%PDF-" + bytes(3 * 1024 * 1024))
    write(site, "tep.md", "Có tệp", body="[tải](to.pdf)")
    served = preview()
    status, headers, body = served.get(DESK)
    text = plain(body)
    assert status == 200 and headers["Content-Type"] == "text/html; charset=utf-8"
    assert "Còn nháp" in text and "content/tin-tuc/nhap.md" in text
    assert "07:30 1/1/2099" in text and "Đã thôi" in text
    assert "Cổng thông tin có 1 lỗi" in text and "khong-co.md" in text
    assert "content/tin-tuc/to.pdf3,0 MB" in text
    assert "đọc lại cả cổng thông tin" in text
    # In English, too.
    assert "Drafts" in plain(preview("--lang", "en").get(DESK)[2])


def test_it_finds_headlines_with_and_without_accents(site, preview):
    write(site, "a.md", "Đại hội Công đoàn")
    write(site, "b.md", "Hội thao")
    served = preview()
    for words in ["dai hoi", "Đại hội", "ĐẠI HỘI", "cong doan"]:
        text = plain(served.get(DESK + "?" + urllib.parse.urlencode({"q": words}))[2])
        assert "Đại hội Công đoàn" in text and "Hội thao" not in text, words
    assert b"<script>alert" not in served.get(DESK + "?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")[2]


def test_new_publish_schedule_withdraw(site, preview, bantin):
    served = preview()
    title = 'Hội nghị: "sơ kết"'
    before = tree(site / "content")
    status, text = press(served, "new", title=title, category="tin-tuc")
    source = re.search(r"content/tin-tuc/\d{4}/hoi-nghi-so-ket/index\.md", text)[0]
    assert status == 200 and "Sẽ tạo tệp" in text and tree(site / "content") == before
    status, text = press(served, "new", True, title=title, category="tin-tuc")
    assert status == 200 and "Đã tạo bài nháp" in text and "draft: true" in (site / source).read_text()
    status, text = press(served, "new", True, title=title, category="tin-tuc")
    assert status == 422 and "đã có" in text

    # The question changes nothing, and says what the deed does.
    draft = (site / source).read_text()
    status, text = press(served, "publish", source=source, at="2099-01-02T07:30")
    assert status == 200 and "07:30 2/1/2099" in text and "- draft: true" in text
    assert (site / source).read_text() == draft and not (site / "public").exists()
    status, text = press(served, "publish", True, source=source, at="2099-01-02T07:30")
    assert status == 200 and "Đã hẹn giờ đăng" in text
    assert "date: 2099-01-02 07:30" in (site / source).read_text()
    assert not list((site / "public").rglob("hoi-nghi-so-ket"))
    served.eventually(DESK, "07:30 2/1/2099")

    status, text = press(served, "publish", True, source=source, at="now")
    assert status == 200 and "Đã đăng" in text, text
    (page,) = (site / "public").rglob("hoi-nghi-so-ket/index.html")
    assert "sơ kết" in page.read_text()

    status, text = press(served, "withdraw", source=source, reason="Sai số liệu", notice="yes")
    assert status == 200 and "+   reason: Sai số liệu" in text and "sơ kết" in page.read_text()
    status, text = press(served, "withdraw", True, source=source, reason="Sai số liệu", notice="yes")
    assert status == 200 and "Đã gỡ" in text
    assert "Sai số liệu" in page.read_text() and 'content="noindex"' in page.read_text()
    served.eventually("/" + str(page.parent.relative_to(site / "public")) + "/", ">ĐÃ GỠ<")
    # What it did is what the verbs do: nothing is left for a build.
    run = bantin("build", cwd=site)
    assert run.code == 0 and "Không có tệp nào thay đổi" in run.out


def test_errors_refuse_and_change_nothing(site, preview):
    article = write(site, "nhap.md", "Còn nháp", "[x](khong-co.md)", "draft: true\n")
    served = preview()
    before = article.read_text()
    for confirm in [False, True]:
        status, text = press(served, "publish", confirm, source="content/tin-tuc/nhap.md", at="now")
        assert status == 422 and "khong-co.md" in text and "Chưa có gì thay đổi" in text
    assert article.read_text() == before and not (site / "public").exists()
    status, text = press(served, "publish", True, source="content/tin-tuc/nhap.md", at="ngày mai")
    assert status == 422 and article.read_text() == before
    status, text = press(served, "withdraw", True, source="content/tin-tuc/nhap.md", reason="x")
    assert status == 422, "it was never published"


@pytest.mark.parametrize(
    "source", ["", "content/tin-tuc/khong-co.md", "/etc/passwd", "../../etc/passwd", "site.yaml", "content/trang/gioi-thieu.md"])
def test_only_articles_of_the_site(site, preview, source):
    served = preview()
    before = tree(site)
    assert press(served, "publish", True, source=source, at="now")[0] == 404
    assert press(served, "withdraw", True, source=source, reason="x")[0] == 404
    after = tree(site)
    assert {name: after[name] for name in after if not name.startswith(".bantin")} == {
        name: before[name] for name in before if not name.startswith(".bantin")}


@pytest.mark.parametrize("category", ["../..", "khong-co", "trang", "/tmp"])
def test_new_articles_stay_in_their_category(site, preview, category):
    served = preview()
    status, text = press(served, "new", True, title="Một", category=category)
    assert status == 422 and "không có chuyên mục" in text


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "", "http://127.0.0.1", "https://127.0.0.1:{port}"])
def test_pages_of_others_cannot_press_its_buttons(site, preview, origin):
    write(site, "nhap.md", "Còn nháp", front="draft: true\n")
    served = preview()
    status, text = press(
        served, "publish", True, origin.format(port=served.port), source="content/tin-tuc/nhap.md", at="now")
    assert status == 403 and "trang khác" in text
    assert not (site / "public").exists()


def test_a_form_of_another_run_is_refused(site, preview):
    write(site, "nhap.md", "Còn nháp", front="draft: true\n")
    served = preview()
    for form in ["", "0" * 32, form_token(served)[:-1]]:
        status, text = press(served, "publish", True, form=form, source="content/tin-tuc/nhap.md", at="now")
        assert status == 403 and "lần chạy trước" in text
    assert not (site / "public").exists()
    assert served.get(DESK + "publish")[0] == 404, "nothing is changed by looking"


def test_edits_of_published_articles_are_built(site, preview, bantin):
    article = write(site, "moi.md")
    served = preview()
    status, text = press(served, "build")
    assert status == 200 and not (site / "public").exists()
    status, text = press(served, "build", True)
    page = site / "public/tin-tuc/2026/01/bai-moi/index.html"
    assert status == 200 and "Đã dựng" in text and "<p>Một.</p>" in page.read_text()
    article.write_text(article.read_text().replace("Một.", "Hai."))
    assert press(served, "build", True)[0] == 200 and "<p>Hai.</p>" in page.read_text()
    article.write_text("---\ntitel: x\n---\n")
    status, text = press(served, "build", True)
    assert status == 422 and "titel" in text and "<p>Hai.</p>" in page.read_text()


def test_a_reason_is_needed(site, preview):
    write(site, "moi.md")
    served = preview()
    for confirm in [False, True]:
        status, text = press(served, "withdraw", confirm, source="content/tin-tuc/moi.md", reason=" ")
        assert status == 422 and "lý do" in text and "--reason" not in text


def test_a_site_below_a_path(site, preview):
    settings = (site / "site.yaml").read_text()
    (site / "site.yaml").write_text(re.sub(r"(?m)^(url: *\S+?)/?$", r"\1/congdoan/", settings))
    served = preview()
    status, headers, _ = served.get("/")
    assert (status, headers["Location"]) == (301, "/congdoan/")
    assert served.get("/congdoan/")[0] == 200 and b'href="/congdoan/"' in served.get(DESK)[2]


def test_a_form_has_an_end(preview):
    served = preview()
    status, _ = press(served, "new", True, title="x" * 200_000, category="tin-tuc")
    assert status == 413
    assert served.get("/")[0] == 200


def test_other_names_of_this_machine_are_refused(preview):
    served = preview()
    assert served.get("/", Host="evil.example")[0] == 403
    assert served.get("/", Host=f"localhost:{served.port}")[0] == 200


def test_all_addresses_of_this_machine_are_its_own(binary, site):
    served = Preview(binary, site, "--listen", "127.0.0.2")
    try:
        assert f"http://127.0.0.2:{served.port}/ " in served.line, "no token"
        connection = http.client.HTTPConnection("127.0.0.2", served.port, timeout=10)
        connection.request("GET", "/")
        assert connection.getresponse().status == 200
        connection.close()
        assert served.stop() == 0
    finally:
        served.process.kill()


def test_the_desk_is_not_framed(preview):
    served = preview()
    assert served.get(DESK)[1]["Content-Security-Policy"] == "frame-ancestors 'none'"
    assert "Content-Security-Policy" not in served.get("/")[1]


def test_a_deed_that_fails_half_way_is_told(site, preview):
    """The article is written before the site is; what follows may still go wrong."""
    article = write(site, "nhap.md", "Còn nháp", front="draft: true\n")
    served = preview()
    (site / "public").write_text("")
    status, text = press(served, "publish", True, source="content/tin-tuc/nhap.md", at="now")
    assert status == 500 and "có thể đã được sửa" in text and "Chưa có gì thay đổi" not in text
    assert "draft" not in article.read_text()
    (site / "public").unlink()
    assert press(served, "build", True)[0] == 200
    assert list((site / "public").rglob("con-nhap/index.html"))


def test_from_other_machines_the_token_is_needed(binary, site):
    served = Preview(binary, site, "--listen", "0.0.0.0")
    try:
        address = re.search(r"http://([\d.]+):(\d+)/\?token=([0-9a-f]{32})", served.line)
        assert address, served.line
        status, _, body = served.get("/")
        assert status == 403 and "địa chỉ có mã" in body.decode()
        assert served.get("/?token=" + "0" * 32)[0] == 403
        assert served.get("/_bantin/events")[0] == 403
        status, headers, _ = served.get("/tin-tuc/?a=1&token=" + address[3])
        assert status == 303 and headers["Location"] == "/tin-tuc/?a=1"
        cookie = headers["Set-Cookie"].split(";")[0]
        assert "HttpOnly" in headers["Set-Cookie"] and "SameSite=Lax" in headers["Set-Cookie"]
        assert served.get("/tin-tuc/", Cookie=cookie)[0] == 200
        assert served.get(DESK, Cookie=cookie, Host="may-chu:8080")[0] == 200
        name = cookie.split("=")[0]
        assert served.get("/", Cookie=name + "=" + "0" * 32)[0] == 403
        # Addresses that editors have saved are good after a restart; the token is not for others to read.
        kept = site / ".bantin/preview-token"
        assert kept.read_text().strip() == address[3] and kept.stat().st_mode & 0o077 == 0
        served.stop()
        served = Preview(binary, site, "--listen", "0.0.0.0")
        assert served.get("/tin-tuc/", Cookie=cookie)[0] == 200
        served.stop()
        kept.write_text("hỏng")
        served = Preview(binary, site, "--listen", "0.0.0.0")
        assert served.get("/tin-tuc/", Cookie=cookie)[0] == 403
    finally:
        served.process.kill()


def test_the_way_to_what_was_saved(site, preview):
    """With --navigate browsers are told where to go; without it they are not."""
    for flags, goal in [(["--navigate"], "/tin-tuc/2026/01/bai-moi/"), ([], None)]:
        article = write(site, "moi.md")
        served = preview(*flags)
        served.text("/")
        with socket.create_connection(("127.0.0.1", served.port), timeout=5) as stream:
            stream.sendall(b"GET /_bantin/events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
            heard = b""
            while b"retry" not in heard:
                heard += stream.recv(4096)
            article.write_text(article.read_text() + "\nThêm.\n")
            while b"data: changed" not in heard:
                heard += stream.recv(4096)
            time.sleep(0.2)
        assert (f"data: changed\ndata: {goal}\n".encode() in heard) == (goal is not None), heard
        served.stop()


def test_lists_have_badges(site, preview):
    write(site, "nhap.md", "Còn nháp", front="draft: true\n")
    write(site, "hen.md").write_text("---\ntitle: Hẹn năm sau\ndate: 1/1/2099 07:30\n---\n")
    served = preview()
    page = served.text("/tin-tuc/")
    assert re.search(r'data-bantin="badge">NHÁP</span> (<[^>]+>)*Còn nháp', page)
    assert re.search(r'data-bantin="badge">HẸN GIỜ 07:30 1/1/2099</span> (<[^>]+>)*Hẹn năm sau', page)
    assert "data-bantin=\"badge\"" not in preview("--no-drafts").text("/tin-tuc/")


def test_what_falls_due_is_told(site, preview):
    """A post that was scheduled a moment ago appears without a change of any file."""
    due = time.time() + 3
    moment = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(due)) + "Z"
    write(site, "hen.md").write_text(f"---\ntitle: Sắp đến giờ\ndate: {moment}\n---\n")
    served = preview("--no-drafts")
    assert "Sắp đến giờ" not in served.text("/tin-tuc/")
    with socket.create_connection(("127.0.0.1", served.port), timeout=10) as stream:
        stream.sendall(b"GET /_bantin/events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        heard = b""
        while b"data: changed" not in heard:
            heard += stream.recv(4096)
    assert time.time() >= due - 1
    assert "Sắp đến giờ" in served.text("/tin-tuc/")


def test_the_browser_is_opened(binary, site, tmp_path):
    """By whatever the desktop has for it; without that, the address is there to be opened by hand."""
    programs, told = tmp_path / "programs", tmp_path / "told"
    programs.mkdir()
    served = Preview(binary, site, "--open", env={"PATH": str(programs)})
    assert served.get("/")[0] == 200
    assert served.stop() == 0
    assert "Không mở được trình duyệt" in served.process.stderr.read()
    opener = programs / "xdg-open"
    opener.write_text(f'#!/bin/sh\necho "$1" > {told}.new && mv {told}.new {told}\n')
    opener.chmod(0o755)
    served = Preview(binary, site, "--open", env={"PATH": f"{programs}:/bin:/usr/bin"})
    for _ in range(250):
        if told.exists():
            break
        time.sleep(0.02)
    assert told.read_text() == f"http://127.0.0.1:{served.port}/\n"
    assert served.stop() == 0


def test_times_of_templates(preview):
    status, _, body = preview().get(DESK + "templates")
    text = plain(body)
    assert status == 200 and "sen/base.html" in text and "sen/parts/item.html" in text


def no_room():
    """As on a full disk: nothing of more than 4 KB can be written."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))


def test_a_full_disk_is_told_and_survived(binary, bantin, site):
    assert bantin("build", cwd=site).code == 0
    write(site, "nhap.md", "Còn nháp", "Đoạn dài.\n\n" * 1000, "draft: true\n")
    served = Preview(binary, site, preexec_fn=no_room)
    try:
        public, source = tree(site / "public"), (site / "content/tin-tuc/nhap.md").read_text()
        status, text = press(served, "publish", True, source="content/tin-tuc/nhap.md", at="now")
        assert status == 500 and "content/tin-tuc/nhap.md" in text, text
        assert tree(site / "public") == public
        assert (site / "content/tin-tuc/nhap.md").read_text() == source
        assert served.get("/")[0] == 200 and served.get(DESK)[0] == 200
        assert served.stop() == 0
    finally:
        served.process.kill()
    # With room again everything goes on.
    served = Preview(binary, site)
    assert press(served, "publish", True, source="content/tin-tuc/nhap.md", at="now")[0] == 200
    assert served.stop() == 0


def test_folders_that_go_are_told(site, preview):
    """Whole trees may go while the preview runs, and come back."""
    served = preview()
    front = served.text("/")
    for name in ["content", "site.yaml"]:
        (site / name).rename(site / "cat")
        served.eventually("/", 'data-bantin="errors"')
        assert served.get(DESK)[0] == 200
        (site / "cat").rename(site / name)
        for _ in range(250):
            if served.text("/") == front:
                break
            time.sleep(0.02)
        assert served.text("/") == front
    own = site / "themes/rieng/templates"
    own.mkdir(parents=True)
    (site / "themes/rieng/theme.yaml").write_text("parent: sen\n")
    settings = (site / "site.yaml").read_text()
    (site / "site.yaml").write_text(re.sub(r"^theme:.*\n", "", settings, flags=re.M) + "\ntheme: rieng\n")
    served.eventually(DESK, "Cổng thông tin không có lỗi")
    (site / "themes").rename(site / "cat")
    served.eventually("/", 'data-bantin="errors"')
    served.eventually(DESK, "rieng")
    (site / "cat").rename(site / "themes")
    served.eventually(DESK, "Cổng thông tin không có lỗi")
    assert served.stop() == 0
