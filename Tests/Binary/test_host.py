"""`bantin host` and `bantin visits`: acceptance tests of counting carry their numbers (docs/visits.md)."""

import json
import os
import resource
import shutil
import signal
import socket
import time
import urllib.request

import pytest
from host_process import ORIGIN, READER, Host, Load
from nginx_process import Nginx

TRUSTING = ("--trusted-proxy", "127.0.0.1", "--no-build")
ZALO = "Mozilla/5.0 (Linux; Android 12; CPH2269; wv) AppleWebKit/537.36 Chrome/124.0 Mobile Safari/537.36 Zalo android/24060112"
FACEBOOK = "Mozilla/5.0 (iPhone; CPU iPhone OS 16_6 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 [FBAN/FBIOS;FBAV/467.0]"
GOOGLE = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"


@pytest.fixture
def site(counting_portal):
    return counting_portal


@pytest.fixture
def host(binary, site):
    """Starts `bantin host` on the portal; each is stopped at the end."""
    hosts = []

    def start(*flags, **options):
        hosts.append(Host(binary, site, *(flags or TRUSTING), **options))
        return hosts[-1]

    yield start
    for one in hosts:
        if one.process.poll() is None:
            one.process.kill()
            one.process.wait()


ONE, TWO = "tin-tuc/mot", "tin-tuc/hai"


def test_hits_bring_the_numbers(host):
    """1, 2, 3."""
    host = host()
    for _ in range(4):
        assert host.hit(ONE, "203.0.113.5") == (200, {"site": 1, "article": 1})
    assert host.hit(TWO, "203.0.113.6") == (200, {"site": 2, "article": 1})
    assert host.hit(ONE, "203.0.113.6") == (200, {"site": 2, "article": 2})
    assert host.hit(ONE, "203.0.113.6", agent=ZALO) == (200, {"site": 3, "article": 3})
    assert host.hit("", "203.0.113.7") == (200, {"site": 4})
    assert host.counts(ONE) == {"site": 4, "article": 3}
    assert host.counts() == {"site": 4}


@pytest.mark.parametrize("agent", [GOOGLE, "facebookexternalhit/1.1", "curl/8.5.0", ""])
def test_programs_see_the_numbers_and_are_not_counted(host, agent):
    """5."""
    assert host().hit(ONE, agent=agent) == (200, {"site": 0, "article": 0})


@pytest.mark.parametrize("agent", [ZALO, FACEBOOK])
def test_browsers_in_apps_are_counted(host, agent):
    """6."""
    assert host().hit(ONE, agent=agent) == (200, {"site": 1, "article": 1})


def test_pages_fetched_ahead_are_not_counted(host):
    """7."""
    host = host()
    assert host.hit(ONE, Sec_Purpose="prefetch;prerender") == (200, {"site": 0, "article": 0})
    assert host.hit(ONE) == (200, {"site": 1, "article": 1})


@pytest.mark.parametrize("name", ["DNT", "Sec_GPC"])
def test_who_asks_for_it_has_no_key(host, name):
    host = host()
    for views in [1, 2]:
        assert host.hit(ONE, **{name: "1"}) == (200, {"site": views, "article": views})
    assert json.loads(host.ask("GET", "/_bantin/health")[2])["sessions"] == 0
    status, _, body = host.ask(
        "POST", "/_bantin/hit", json.dumps({"id": ONE, "nav": False, "new": False}), User_Agent=READER, Origin=ORIGIN,
        **{name: "1"})
    assert (status, json.loads(body)) == (200, {"site": 2, "article": 2})


def test_an_address_is_not_believed_from_just_anybody(host):
    """14."""
    host = host("--no-build")
    for number in range(3):
        assert host.hit(ONE, f"203.0.113.{number}") == (200, {"site": 1, "article": 1})


def test_only_articles_of_the_portal_are_counted(host, site):
    """15."""
    host = host()
    assert host.hit("tin-tuc/bay")[0] == 404
    status, headers, body = host.ask("GET", "/_bantin/counts?id=tin-tuc/bay")
    assert (status, json.loads(body)) == (404, {"error": "unknown id"})
    assert headers["Content-Type"] == "application/json"
    assert host.counts() == {"site": 0}


def test_too_fast(host):
    """16."""
    host = host()
    answers = [host.ask("POST", "/_bantin/hit", '{"id": ""}', User_Agent=READER, Origin=ORIGIN) for _ in range(12)]
    refused = [headers for status, headers, _ in answers if status == 429]
    assert refused
    assert all(headers["Retry-After"] == "1" for headers in refused)
    assert host.counts() == {"site": 1}


@pytest.mark.parametrize("origin", [None, "https://other.example", ORIGIN + ".other.example", "null"])
def test_pages_of_others_count_nothing(host, origin):
    host = host()
    assert host.hit(ONE, origin=origin)[0] == 403
    assert host.counts() == {"site": 0}


@pytest.mark.parametrize(("body", "status"), [
    (b"", 400), (b"[]", 400), (b'{"id": 5}', 400), (b"\xff\xfe", 400), (b'{"id": "' + b"x" * 3000 + b'"}', 413)])
def test_what_is_no_hit_is_refused(host, body, status):
    host = host()
    assert host.ask("POST", "/_bantin/hit", body, User_Agent=READER, Origin=ORIGIN)[0] == status
    assert host.counts() == {"site": 0}


def test_only_post_counts(host):
    host = host()
    for method in ["GET", "HEAD", "PUT"]:
        assert host.ask(method, "/_bantin/hit", User_Agent=READER, Origin=ORIGIN)[0] in (404, 405)
    assert host.counts() == {"site": 0}


def test_health(host):
    status, _, body = host().ask("GET", "/_bantin/health")
    assert (status, json.loads(body)) == (200, {"status": "ok", "waiting": 0, "sessions": 0, "frozen": False})


def test_what_was_counted_is_there_after_a_stop(host):
    first = host()
    first.hit(ONE, "203.0.113.5")
    assert first.stop() == 0
    second = host()
    assert second.counts(ONE) == {"site": 1, "article": 1}
    # The salt is another one: the reader counts once more.
    assert second.hit(ONE, "203.0.113.5") == (200, {"site": 2, "article": 2})


@pytest.mark.parametrize("how", ["kill -9", "SIGTERM"])
def test_no_answered_hit_is_lost(host, how):
    """9; forty times with kill -9, five hundred times in `make soak`."""
    answered = 0
    kills = 500 if os.environ.get("BANTIN_SOAK") else 40
    for number in range(kills if how == "kill -9" else 3):
        server = host()
        before = server.counts(ONE)
        assert before["site"] >= answered
        load = Load(server, ONE, number * 400_000)
        deadline = time.monotonic() + 20
        time.sleep(0.25)
        while load.answered == 0 and time.monotonic() < deadline:
            time.sleep(0.05)
        server.stop(signal.SIGKILL if how == "kill -9" else signal.SIGTERM)
        load.join()
        assert load.answered > 0
        assert not load.fell
        answered += load.answered
    after = host().counts(ONE)
    assert after["site"] >= answered
    assert after["article"] >= answered
    # A hit that was kept and whose answer was cut off counts, too: four readers, at most one each time.
    assert after["site"] <= answered + 4 * kills


def test_a_full_disk(host, site):
    """11: the store may not grow any more, for a while."""
    server = host(*TRUSTING, preexec_fn=lambda: signal.signal(signal.SIGXFSZ, signal.SIG_IGN))
    assert server.hit(ONE, "203.0.113.5") == (200, {"site": 1, "article": 1})
    size = (site / "visits/visits.sqlite-wal").stat().st_size
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
    for number in range(3):
        status, answer = server.hit(TWO, f"203.0.113.{10 + number}")
        assert (status, answer) == (503, {"error": "cannot count now"})
        assert server.counts(ONE) == {"site": 1, "article": 1}
    assert server.ask("GET", "/_bantin/health")[0] == 503
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    # Who could not be counted is counted now.
    assert server.hit(TWO, "203.0.113.10") == (200, {"site": 2, "article": 1})
    assert server.ask("GET", "/_bantin/health")[0] == 200


def test_nothing_that_stands_for_a_reader_is_written(host, site):
    """12: while it runs, and after it was stopped."""
    address, agent = "198.51.100.77", "Mozilla/5.0 (Dau Hieu 4711) Chrome/128.0.0.0"
    server = host("--trusted-proxy", "127.0.0.1", log=site.parent / "log")
    assert server.hit(ONE, address, agent=agent)[0] == 200
    assert server.hit("tin-tuc/bay", address, agent=agent)[0] == 404
    server.ask("GET", "/khong-co/", User_Agent=agent, X_Forwarded_For=address)

    def search():
        files = [path for path in site.parent.rglob("*") if path.is_file() and path.suffix != ".md"]
        assert any(path.name == "visits.sqlite" for path in files)
        for path in files:
            content = path.read_bytes()
            for mark in [address, agent, "Dau Hieu", bytes(map(int, address.split("."))), "127.0.0.1"]:
                if path.name == "log" and mark == "127.0.0.1":
                    continue
                assert (mark.encode() if isinstance(mark, str) else mark) not in content, path

    search()
    assert server.stop() == 0
    search()


def test_a_damaged_store_is_not_begun_anew(bantin, host, site):
    """10."""
    host().stop()
    store = site / "visits/visits.sqlite"
    store.write_bytes(b"")
    done = bantin("host", "--listen", "127.0.0.1:0", cwd=site, env={"BANTIN_LANG": "en"})
    assert done.code == 3
    assert "damaged" in done.err and "visits import" in done.err
    assert store.read_bytes() == b""


def test_a_first_start_that_is_interrupted_leaves_nothing(bantin, host, site):
    done = bantin("host", "--listen", "127.0.0.1:0", cwd=site, prefix=("sh", "-c", 'ulimit -f 1; exec "$0" "$@"'))
    assert done.code != 0
    assert not (site / "visits/visits.sqlite").exists()
    assert host().hit(ONE, "203.0.113.5") == (200, {"site": 1, "article": 1})


def test_who_sends_half_a_request_is_not_waited_for(host):
    server = host()
    with socket.create_connection(("127.0.0.1", server.port)) as half:
        half.sendall(b"POST /_bantin/hit HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{")
        assert server.hit(ONE, "203.0.113.5")[0] == 200
        assert server.stop() == 0


def test_one_address_with_many_browsers_is_no_crowd(host, site):
    """One address has fifty times as many requests as one browser."""
    settings = site / "site.yaml"
    settings.write_text(settings.read_text().replace("{live: true}", "{live: true, per_second: 1}"))
    server = host()
    for headers in [{}, {"DNT": "1"}]:
        statuses = [
            server.hit("", "203.0.113.5", agent=f"{READER} X/{number}", **headers)[0] for number in range(500)]
        assert statuses[0] == 200 and 429 in statuses
        time.sleep(1.1)


@pytest.mark.parametrize("address, words", [("192.0.2.9:8090", "không có địa chỉ ấy"), ("nosuch.invalid:8090", "không có địa chỉ ấy")])
def test_an_address_that_is_not_here(bantin, site, address, words):
    done = bantin("host", "--listen", address, "--no-build", cwd=site)
    assert done.code == 3 and words in done.err


def test_a_port_that_is_taken(bantin, host, site, tmp_path):
    port = host().port
    shutil.copytree(site, tmp_path / "y", ignore=shutil.ignore_patterns("visits", ".bantin"))
    done = bantin("host", "--listen", f"127.0.0.1:{port}", "--no-build", cwd=tmp_path / "y")
    assert done.code == 3 and "dừng chương trình đang dùng cổng" in done.err


def test_a_second_process_is_refused(bantin, host, site):
    """19."""
    host()
    done = bantin("host", "--listen", "127.0.0.1:0", cwd=site, env={"BANTIN_LANG": "en"})
    assert done.code == 3
    assert "another process counts into" in done.err
    assert bantin("visits", "baseline", "--total", "5", cwd=site).code == 3
    # Reports are read meanwhile.
    assert bantin("visits", "report", cwd=site).code == 0


def test_older_counts_are_shown_and_stay_with_the_article(bantin, host, site):
    """17."""
    assert bantin("visits", "baseline", "--total", "6498589", "--article", f"{ONE}=14589", cwd=site).code == 0
    server = host()
    assert server.hit(ONE) == (200, {"site": 6498590, "article": 14590})
    server.stop()
    source = site / "content/tin-tuc/mot.md"
    source.write_text(source.read_text().replace("date:", "slug: ten-moi\ndate:"))
    assert bantin("build", cwd=site).code == 0
    assert host().counts(ONE) == {"site": 6498590, "article": 14590}
    assert bantin("visits", "baseline", "--article", "bay=1", cwd=site).code == 2


def test_counts_move(bantin, host, site, tmp_path):
    """20."""
    server = host()
    server.hit(ONE, "203.0.113.5")
    server.hit(TWO, "203.0.113.5")
    server.stop()
    bantin("visits", "baseline", "--total", "100", "--article", f"{TWO}=7", cwd=site)
    exported = bantin("visits", "export", cwd=site)
    (tmp_path / "counts.txt").write_text(exported.out)
    (site / "visits").rename(tmp_path / "old")
    assert bantin("visits", "import", tmp_path / "counts.txt", cwd=site).code == 0
    assert bantin("visits", "export", cwd=site).out == exported.out
    assert host().counts(TWO) == {"site": 101, "article": 8}


@pytest.mark.parametrize("text, words", [
    ("visit,20261122,5,\nview,20261122,x,a\nend,,2,\n", "bad.txt:3"),
    ("visit,20261122,100000000001,\nend,,1,\n", "bad.txt:2"),
    ("visit,20261122,-1,\nend,,1,\n", "bad.txt:2"),
    ("visit,20261122,5,\nview,20261122,1,tin-tuc/m", "thiếu phần cuối"),
    ("visit,20261122,5,\nend,,2,\n", "thiếu phần cuối"),
    ("", "thiếu phần cuối"),
])
def test_what_was_not_exported_is_not_imported(bantin, site, tmp_path, text, words):
    (tmp_path / "bad.txt").write_text("bantin-visits 1\n" + text)
    done = bantin("visits", "import", tmp_path / "bad.txt", cwd=site)
    assert done.code == 3
    assert words in done.err
    assert not (site / "visits").exists()


def test_numbers_that_nobody_has_are_refused(bantin, site):
    for flags in [("--total", "100000000001"), ("--total", "-1"), ("--article", f"{ONE}=100000000001")]:
        assert bantin("visits", "baseline", *flags, cwd=site).code == 2, flags


def test_counts_are_not_imported_over_others(bantin, site, tmp_path):
    assert bantin("visits", "baseline", "--total", "500", cwd=site).code == 0
    (tmp_path / "counts.txt").write_text("bantin-visits 1\nvisit,20261122,5,\nend,,1,\n")
    done = bantin("visits", "import", tmp_path / "counts.txt", cwd=site)
    assert done.code == 3 and "đã có số liệu" in done.err
    assert "baseline,,500," in bantin("visits", "export", cwd=site).out


def test_a_backup_that_does_not_arrive_is_an_error(bantin, host, site):
    host().stop()
    done = bantin("visits", "export", cwd=site, prefix=("sh", "-c", 'exec "$0" "$@" > /dev/full'))
    assert done.code == 3 and "đĩa đầy" in done.err


def test_reports(bantin, host, site):
    server = host()
    for number in range(3):
        server.hit(ONE, f"203.0.113.{number}")
    server.hit(TWO, "203.0.113.1")
    server.stop()
    today = time.strftime("%Y-%m-%d", time.gmtime(time.time() + 7 * 3600))
    assert bantin("visits", "report", cwd=site).out == f"{today}  3  4\nTổng  3  4\n"
    assert bantin("visits", "report", "--csv", cwd=site).out.startswith("\ufeffNgày,Lượt truy cập,Lượt xem bài\n")
    assert bantin("visits", "report", "--from", "1/1/2020", "--to", "2/1/2020", cwd=site).out == "Tổng  0  0\n"
    assert bantin("visits", "top", cwd=site).out == "3  Bài mot\n1  Bài hai\n"
    assert bantin("visits", "top", "--count", "1", cwd=site).out == "3  Bài mot\n"
    assert bantin("visits", "report", "--from", "hôm kia", cwd=site).code == 2


def test_nothing_was_counted_yet(bantin, site):
    done = bantin("visits", "report", cwd=site, env={"BANTIN_LANG": "en"})
    assert done.code == 3
    assert "nothing was counted yet" in done.err


def test_baked_counts_are_an_input_of_the_build(bantin, host, site):
    server = host()
    for number in range(3):
        server.hit(TWO, f"203.0.113.{number}")
    server.hit(ONE, "203.0.113.1")
    assert bantin("visits", "bake", "--days", "7", cwd=site).code == 0
    counts = json.loads((site / "counts.json").read_text())
    assert counts["total"] == 3
    assert counts["articles"] == {ONE: 1, TWO: 3}
    assert counts["most_read"] == {"days": 7, "ids": [TWO, ONE]}
    done = bantin("build", "--verify", cwd=site)
    assert done.code == 0, done.err
    page = next((site / "public").rglob("bai-hai/index.html")).read_text()
    assert "<span data-views>3</span>" in page


def test_serves_the_portal(host, site):
    server = host()
    status, headers, body = server.ask("GET", "/")
    assert (status, headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert body == (site / "public/index.html").read_bytes()
    style = next((site / "public/assets/css").glob("sen.*.css"))
    status, headers, body = server.ask("GET", "/assets/css/" + style.name)
    assert (status, body) == (200, style.read_bytes())
    assert "immutable" in headers["Cache-Control"]
    assert server.ask("GET", "/tin-tuc")[1]["Location"] == "/tin-tuc/"
    status, _, body = server.ask("GET", "/khong-co/")
    assert (status, body) == (404, (site / "public/404.html").read_bytes())
    for path in ["/.bantin-files", "/../site.yaml", "/%2e%2e/site.yaml", "/..%2fsite.yaml"]:
        assert server.ask("GET", path)[0] in (400, 404), path


def test_names_with_a_dot_are_nobodys(host, site):
    (site / "public/.well-known").mkdir()
    (site / "public/.well-known/security.txt").write_text("x")
    server = host()
    assert server.ask("GET", "/.well-known/security.txt")[0] == 200
    hidden = ["/%2ebantin-files", "/%2Ebantin-files", "/tin-tuc/%2e%2e/.bantin-files", "/index.html%00.js", "/tin-tuc/%00"]
    for path in hidden:
        assert server.ask("GET", path)[0] == 404, path


@pytest.mark.parametrize("asked, part", [
    ("bytes=0-", slice(0, None)), ("bytes=5-9", slice(5, 10)), ("bytes=-5", slice(-5, None)), ("bytes=0-0", slice(0, 1)),
    ("bytes=7-99999999999999999999", slice(7, None)), ("bytes=0-9223372036854775807", slice(0, None)),
])
@pytest.mark.parametrize("size", [1_000, 300_000])
def test_parts_of_files(host, site, size, asked, part):
    content = bytes(number % 251 for number in range(size))
    (site / "public/phim.mp4").write_bytes(content)
    server = host()
    status, headers, body = server.ask("GET", "/phim.mp4", Range=asked)
    assert (status, body) == (206, content[part])
    start, end, _ = part.indices(size)
    assert headers["Content-Range"] == f"bytes {start}-{end - 1}/{size}"
    assert headers["Content-Length"] == str(len(body))
    status, headers, body = server.ask("HEAD", "/phim.mp4", Range=asked)
    assert (status, body, headers["Content-Length"]) == (206, b"", str(end - start))


def test_parts_that_are_not_there(host, site):
    (site / "public/trong.txt").write_bytes(b"")
    server = host()
    for path, asked in [("/trong.txt", "bytes=0-0"), ("/trong.txt", "bytes=0-"), ("/", "bytes=9223372036854775807-")]:
        status, headers, _ = server.ask("GET", path, Range=asked)
        assert status == 416 and headers["Content-Range"].startswith("bytes */"), (path, asked)
    # What is not understood is not obeyed.
    for asked in ["bytes=a-b", "bytes=9-5", "lines=1-2", "bytes=0-1,5-6"]:
        assert server.ask("GET", "/", Range=asked)[0] == 200, asked
    assert server.ask("GET", "/", Range="bytes=0-4", If_Range='"other"')[0] == 200


def test_what_the_browser_has_is_not_sent(host):
    server = host()
    headers = server.ask("GET", "/")[1]
    tag, modified = headers["ETag"], headers["Last-Modified"]
    assert modified.endswith(" GMT")
    for condition in [{"If_None_Match": tag}, {"If_None_Match": f'"a", W/{tag}'}, {"If_Modified_Since": modified}]:
        assert server.ask("GET", "/", **condition)[::2] == (304, b""), condition
    for condition in [{"If_None_Match": '"a"'}, {"If_Modified_Since": "Thu, 01 Jan 1970 00:00:00 GMT"}]:
        assert server.ask("GET", "/", **condition)[0] == 200, condition


def test_heads_have_no_body(host):
    """What came behind the head would be taken for the next answer."""
    server = host()
    for path in ["/", "/khong-co/", "/_bantin/counts", "/tin-tuc"]:
        with socket.create_connection(("127.0.0.1", server.port), timeout=10) as client:
            client.sendall(
                f"HEAD {path} HTTP/1.1\r\nHost: x\r\n\r\n"
                "GET /_bantin/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
            answers = b"".join(iter(lambda: client.recv(65_536), b""))
        head, _, rest = answers.partition(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 ") and rest.startswith(b"HTTP/1.1 200 OK"), (path, answers[:600])


def test_old_addresses_with_a_query(bantin, binary, host, site):
    source = site / "content/tin-tuc/mot.md"
    source.write_text(source.read_text().replace("date:", 'aliases: ["/tin.aspx?id=5"]\ndate:'))
    assert bantin("build", cwd=site).code == 0
    status, headers, _ = host().ask("GET", "/tin.aspx?id=5")
    assert status == 301
    assert headers["Location"].endswith("/bai-mot/")


def test_what_falls_due_appears(host, site):
    server = host("--trusted-proxy", "127.0.0.1")
    soon = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(time.time() + 3))
    source = site / "content/tin-tuc/hen.md"
    source.write_text(f"---\ntitle: Bài hẹn giờ\ndate: {soon}\n---\n\nChữ.\n")
    (site / "public/.bantin-files").touch()
    page = site / "public" / "tin-tuc"
    deadline = time.monotonic() + 20
    while not list(page.rglob("bai-hen-gio/index.html")):
        assert time.monotonic() < deadline, (site.parent / "host.log").read_text()
        time.sleep(0.1)
    assert server.hit("tin-tuc/hen") == (200, {"site": 1, "article": 1})


NGINX = """
daemon off;
master_process off;
pid {work}/nginx.pid;
error_log {work}/error.log;
events {{}}
http {{
    access_log off;
    include /etc/nginx/mime.types;
    client_body_temp_path {work}/body;
    proxy_temp_path {work}/proxy;
    fastcgi_temp_path {work}/fastcgi;
    uwsgi_temp_path {work}/uwsgi;
    scgi_temp_path {work}/scgi;
    server {{
        listen 127.0.0.1:{port};
        root {root};
        error_page 404 /404.html;
        location /_bantin/ {{
            proxy_pass http://127.0.0.1:{host};
            proxy_set_header X-Forwarded-For $remote_addr;
        }}
    }}
}}
"""


def test_behind_nginx(host, site, tmp_path):
    """nginx serves the pages, the host counts alone."""
    server = host()
    nginx = Nginx(NGINX, tmp_path / "nginx", root=site / "public", host=server.port)
    try:
        assert nginx.get("/")[1].encode() == (site / "public/index.html").read_bytes()
        request = urllib.request.Request(
            nginx.origin + "/_bantin/hit", json.dumps({"id": ONE}).encode(),
            # What the reader says of the address is replaced by nginx.
            {"User-Agent": READER, "Origin": ORIGIN, "X-Forwarded-For": "203.0.113.99"})
        for _ in range(2):
            with urllib.request.urlopen(request, timeout=10) as answer:
                assert json.loads(answer.read()) == {"site": 1, "article": 1}
    finally:
        nginx.close()
