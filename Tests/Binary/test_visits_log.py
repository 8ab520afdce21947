"""`bantin visits log`: counts from the logs of a web server."""

import gzip
import json
import os
import urllib.error
import urllib.request

import pytest
from host_process import READER, Host
from nginx_process import Nginx

NGINX = """
daemon off;
master_process off;
pid {work}/nginx.pid;
events {{ }}
http {{
    access_log {work}/access.log;
    server {{
        listen 127.0.0.1:{port};
        root {root};
        error_page 404 /404.html;
    }}
}}
"""


def line(clock, target, address="203.0.113.5", agent=READER):
    return f'{address} - - [22/Nov/2025:{clock} +0700] "GET {target} HTTP/1.1" 200 99 "-" "{agent}"\n'


@pytest.fixture
def site(counting_portal):
    return counting_portal


@pytest.fixture
def log(bantin, site):
    """Counts the logs given; the numbers of visits and views that came from them."""
    def count(*files):
        run = bantin("visits", "log", *files, "--lang", "en", cwd=site)
        assert run.code == 0, run.err
        words = run.out.split()
        return int(words[1]), int(words[3])
    return count


def exported(bantin, site):
    return bantin("visits", "export", cwd=site).out


def test_rotated_and_packed_logs_are_counted_once(bantin, site, log, tmp_path):
    urls = [text.split(",/")[1] for text in (site / "addresses.csv").read_text().splitlines() if "/mot," in text]
    one = f"/{urls[0]}"
    access, rotated = tmp_path / "access.log", tmp_path / "access.log.1"
    access.write_text(line("07:00:00", "/") + line("07:01:00", one) + line("07:02:00", one, "203.0.113.6"))
    assert log(access) == (2, 2)
    assert log(access) == (0, 0)
    with access.open("a") as file:
        file.write(line("07:20:00", one))
    access.rename(rotated)
    access.write_text(line("07:25:00", one) + line("07:26:00", one, "203.0.113.7"))
    # The first reader goes on reading across the two files.
    assert log(access, rotated) == (1, 1)
    packed = tmp_path / "access.log.2.gz"
    packed.write_bytes(gzip.compress(rotated.read_bytes()))
    assert log(packed, access) == (0, 0)
    # An older copy that turns up.
    packed.write_bytes(gzip.compress(line("07:00:00", "/").encode() * 2))
    assert log(packed) == (1, 0)
    assert "view,20251122,3,tin-tuc/mot" in exported(bantin, site)
    assert bantin("visits", "bake", cwd=site).code == 0
    counts = json.loads((site / "counts.json").read_text())
    assert (counts["total"], counts["articles"]) == (4, {"tin-tuc/mot": 3})


def test_a_log_that_is_not_whole_counts_nothing(bantin, site, tmp_path):
    good, cut, other = tmp_path / "good.log", tmp_path / "cut.gz", tmp_path / "khac.log"
    good.write_text(line("07:00:00", "/"))
    assert bantin("visits", "log", good, cwd=site).code == 0
    good.write_text(good.read_text() + line("09:00:00", "/"))
    # Random enough that packing leaves something to cut.
    text = "".join(line(f"07:00:{second:02}", f"/?{second * 7919 ** 5}") for second in range(60))
    cut.write_bytes(gzip.compress(text.encode())[:-20])
    other.write_text("ngày,lượt\n")
    before = exported(bantin, site)
    os.mkfifo(tmp_path / "pipe")
    unreadable = [
        (tmp_path, "không phải tệp"), (tmp_path / "pipe", "không phải tệp"), (tmp_path / "nope", "không đọc được")]
    for bad, word in [(cut, "bị hỏng"), (other, "combined"), *unreadable]:
        run = bantin("visits", "log", good, bad, cwd=site)
        assert run.code == 3
        assert word in run.err and bad.name in run.err and "cách sửa" in run.err, run.err
        assert "203.0.113" not in run.err
    assert exported(bantin, site) == before


def test_lines_that_say_nothing_are_told(bantin, site, tmp_path):
    access = tmp_path / "access.log"
    access.write_text(line("07:00:00", "/") + "\x16\x03\n" + line("07:00:01", "/"))
    run = bantin("visits", "log", access, cwd=site)
    assert run.code == 0
    assert f"{access}:2: 1 dòng" in run.err
    # The pages of this portal count by themselves.
    assert "đếm hai lần" in run.err


def test_nothing_of_readers_is_kept(site, log, tmp_path):
    """12."""
    access = tmp_path / "access.log"
    access.write_text(line("07:00:00", "/", "203.0.113.77", "Mozilla/5.0 (X11; Dau hieu rieng)"))
    assert log(access) == (1, 0)
    kept = b"".join(path.read_bytes() for path in site.rglob("*") if path.is_file())
    assert b"visit_day" in kept
    assert b"203.0.113.77" not in kept and b"Dau hieu" not in kept


def test_not_beside_a_host(bantin, binary, site, tmp_path):
    """19."""
    access = tmp_path / "access.log"
    access.write_text(line("07:00:00", "/"))
    host = Host(binary, site, "--no-build")
    try:
        run = bantin("visits", "log", access, cwd=site)
        assert run.code == 3 and "đang đếm" in run.err
    finally:
        host.stop()


def test_what_nginx_writes(site, log, tmp_path):
    nginx = Nginx(NGINX, tmp_path / "nginx", root=site / "public")
    try:
        for path in ["/", "/tin-tuc/", "/rss.xml", "/khong-co/", "/"]:
            request = urllib.request.Request(nginx.origin + path, headers={"User-Agent": READER})
            try:
                urllib.request.urlopen(request, timeout=10).read()
            except urllib.error.HTTPError as error:
                assert (error.code, path) == (404, "/khong-co/")
    finally:
        nginx.close()
    assert (tmp_path / "nginx/access.log").read_text().count("\n") == 5
    assert log(tmp_path / "nginx/access.log") == (1, 0)
