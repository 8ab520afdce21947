"""`serve` under strain: clients that misbehave, many at once, many saves, and an end at any moment."""

import http.client
import os
import resource
import signal
import socket
import subprocess
import threading
import time

import pytest
from conftest import tree
from preview_process import Preview
from test_desk import press
from test_serve import preview, site, write  # noqa: F401 (fixtures)


def connect(served, request=b""):
    stream = socket.create_connection(("127.0.0.1", served.port), timeout=10)
    stream.sendall(request)
    return stream


def listen(served):
    """A browser that hears of changes."""
    stream = connect(served, b"GET /_bantin/events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
    heard = b""
    while b"retry" not in heard:
        heard += stream.recv(4096)
    return stream


@pytest.mark.parametrize(
    "request_line",
    [
        b"GET /" + b"a" * 1_000_000 + b" HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + b"a" * 1_000_000 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n" + b"X: a\r\n" * 100_000 + b"\r\n",
        b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 99999999999999999999\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"\x00" * 10_000,
        b"POST /_bantin/new HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000000000\r\n\r\nform=",
    ],
    ids=["path", "header", "headers", "length", "version", "tls", "zeros", "body"])
def test_requests_that_are_none(preview, request_line):
    served = preview()
    with connect(served) as stream:
        try:
            stream.sendall(request_line)
            stream.settimeout(2)
            answer = stream.recv(4096)
        except OSError:
            answer = b""
        assert answer == b"" or answer.split(b" ")[1][:1] in (b"4", b"5") or b"HTTP/9.9" in request_line, answer[:200]
    assert served.get("/")[0] == 200
    assert served.stop() == 0


def test_slow_clients_hold_nobody_up(site, preview):
    served = preview()
    slow = [connect(served, b"GET / HTTP/1.1\r\nHost: 127.") for _ in range(200)]
    # These ask for a large file and do not read it.
    (site / "content/tin-tuc/to.bin.pdf").write_bytes(bytes(20_000_000))
    write(site, "tep.md", "Có tệp", body="[tải](to.bin.pdf)")
    served.eventually("/tin-tuc/2026/01/co-tep/", "to.bin.pdf")
    slow += [connect(served, b"GET /tin-tuc/to.bin.pdf HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n") for _ in range(4)]
    start = time.monotonic()
    for _ in range(20):
        assert served.get("/")[0] == 200
    assert time.monotonic() - start < 10
    assert served.stop() == 0
    for stream in slow:
        stream.close()


def test_a_thousand_browsers_listen(site, preview):
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(4096, hard), hard))
    try:
        article = write(site, "moi.md")
        served = preview()
        served.text("/")
        streams = [listen(served) for _ in range(1000)]
        article.write_text(article.read_text() + "\nThêm.\n")
        for stream in streams:
            heard = b""
            while b"data: changed" not in heard:
                heard += stream.recv(4096)
        assert "<p>Thêm.</p>" in served.text("/tin-tuc/2026/01/bai-moi/")
        start = time.monotonic()
        assert served.stop() == 0
        assert time.monotonic() - start < 5
        for stream in streams:
            stream.close()
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))


def test_two_hundred_saves_in_ten_seconds_end_right(site, preview):
    """Several editors save; the preview is looked at all the time and shows at last what was saved last."""
    articles = [write(site, f"bai-{number}.md", f"Bài số {number}") for number in range(5)]
    served = preview()
    served.text("/")
    stop = threading.Event()
    failures = []

    def look():
        while not stop.is_set():
            for path in ["/", "/tin-tuc/", "/tin-tuc/2026/01/bai-so-3/", "/_bantin/"]:
                status = served.get(path)[0]
                if status != 200:
                    failures.append((path, status))

    watcher = threading.Thread(target=look)
    watcher.start()
    start = time.monotonic()
    for turn in range(200):
        article = articles[turn % 5]
        text = f"---\ntitle: Bài số {turn % 5}\ndate: 2026-01-09\ntags: [lần {turn // 20}]\n---\nLần {turn}.\n"
        # As editors write: in place, or whole beside it and renamed.
        if turn % 2:
            article.write_text(text)
        else:
            beside = article.with_name(article.name + ".tmp")
            beside.write_text(text)
            beside.rename(article)
        time.sleep(max(0, start + (turn + 1) * 0.05 - time.monotonic()))
    for number in range(5):
        served.eventually(f"/tin-tuc/2026/01/bai-so-{number}/", f"<p>Lần {195 + number}.</p>")
    stop.set()
    watcher.join()
    # An article is briefly empty while it is written in place: then its page tells the error.
    assert {path for path, _ in failures} <= {"/tin-tuc/2026/01/bai-so-3/"}, failures
    served.eventually("/tin-tuc/", "Bài số 4")
    assert 'data-bantin="errors"' not in served.text("/")
    assert served.get("/the/lan-9/")[0] == 200 and served.get("/the/lan-8/")[0] == 404
    assert served.stop() == 0


def test_thousands_of_events_become_one_update(site, preview):
    """As when another branch is checked out: folders come and go with all that is in them."""
    served = preview()
    served.text("/")
    folder = site / "content/tin-tuc/2026"
    for number in range(3000):
        own = folder / f"bai-{number}"
        own.mkdir(parents=True)
        (own / "index.md").write_text(f"---\ntitle: Bài {number}\ndate: 2026-01-0{number % 9 + 1}\n---\nMột.\n")
    served.eventually("/", "3.00")
    served.eventually("/tin-tuc/2026/01/bai-2999/", "<p>Một.</p>")
    desk = served.text("/_bantin/")
    assert desk.count("<tr><td class=\"date\">") <= 12
    subprocess.run(["rm", "-rf", str(folder)], check=True)
    for _ in range(250):
        if served.get("/tin-tuc/2026/01/bai-2999/")[0] == 404:
            break
        time.sleep(0.02)
    assert served.get("/tin-tuc/2026/01/bai-2999/")[0] == 404
    assert served.stop() == 0


# MARK: The end


def no_strays(process):
    """No process of its group is left."""
    try:
        os.killpg(process.pid, 0)
    except ProcessLookupError:
        return True
    return False


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("moment", ["start", "idle", "listening", "planning", "publishing", "answering"])
def test_it_ends_cleanly_at_any_moment(binary, bantin, site, how, moment):
    for number in range(400):
        write(site, f"bai-{number}.md", f"Bài số {number}", "Đoạn.\n\n" * 50)
    write(site, "nhap.md", "Còn nháp", front="draft: true\n")
    assert bantin("build", cwd=site).code == 0
    before = tree(site)
    if moment == "start":
        process = subprocess.Popen([binary, "serve", "--port", "0"], cwd=site, start_new_session=True,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(0.02)
        process.send_signal(how)
        # Before anything is served there is nothing to end.
        assert process.wait(timeout=10) in (0, -how)
        assert no_strays(process) and tree(site) == before
        return
    served = Preview(binary, site, start_new_session=True)
    served.text("/")
    streams, threads = [], []

    def background(work):
        def run():
            # The end of the preview ends these, too.
            try:
                work()
            except (OSError, http.client.HTTPException, ValueError):
                pass
        threads.append(threading.Thread(target=run))
        threads[-1].start()

    if moment == "listening":
        streams = [listen(served) for _ in range(5)]
    if moment == "planning":
        write(site, "bai-0.md", "Tên khác", "Đoạn.\n\n" * 50)
        background(lambda: served.text("/"))
        time.sleep(0.06)
    if moment == "publishing":
        background(lambda: press(served, "publish", True, source="content/tin-tuc/nhap.md", at="now"))
        time.sleep(0.05)
    if moment == "answering":
        (site / "content/tin-tuc/to.bin.pdf").write_bytes(bytes(20_000_000))
        write(site, "tep.md", "Có tệp", body="[tải](to.bin.pdf)")
        served.eventually("/tin-tuc/2026/01/co-tep/", "to.bin.pdf")
        streams = [connect(served, b"GET /tin-tuc/to.bin.pdf HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")]
    start = time.monotonic()
    assert served.stop(how) == 0
    assert time.monotonic() - start < 5
    assert no_strays(served.process)
    for thread in threads:
        thread.join()
    for stream in streams:
        stream.close()
    if moment == "publishing":
        # Published or not, the site is whole: a build finds what a build from nothing gives.
        assert bantin("build", "--verify", cwd=site).code == 0
    elif moment in ("idle", "listening"):
        assert tree(site) == before
    assert not [name for name in tree(site) if ".bantin-" in name and name.endswith(".tmp")]
