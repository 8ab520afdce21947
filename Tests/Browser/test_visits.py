"""Pages that ask `bantin host`: the number goes up by one, once; nothing moves; without the service they are whole."""

import gzip
import os
import re
import socket
import sys
from pathlib import Path

import pytest
from conftest import make_portal
from playwright.sync_api import expect

sys.path.append(str(Path(__file__).parents[1] / "Binary"))
from host_process import READER, Host  # noqa: E402

ARTICLE = "---\ntitle: Bài một\ndate: 2026-01-02\nviews: {views}\n---\n\nChữ.\n"


@pytest.fixture
def start(tmp_path):
    """Makes a portal whose pages count, serves it with `bantin host`; gives the host and its address."""
    hosts = []

    def start_host(settings="", files=None, views=0):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            origin = f"127.0.0.1:{free.getsockname()[1]}"
        live = f'visits: {{live: true, origins: ["http://{origin}"]}}\n{settings}'
        public = make_portal(tmp_path / "x", live, {"content/tin-tuc/mot.md": ARTICLE.format(views=views), **(files or {})})
        hosts.append(Host(os.environ["BANTIN"], public.parent, "--no-build", listen=origin, log=tmp_path / "log"))
        return hosts[-1], f"http://{origin}"

    yield start_host
    for host in hosts:
        if host.process.poll() is None:
            host.stop()


@pytest.fixture
def reader(browser):
    """Opens windows of one reader."""
    contexts = []

    def window(**settings):
        contexts.append(browser.new_context(**{"user_agent": READER, "locale": "vi-VN", **settings}))
        return contexts[-1].new_page()

    yield window
    for context in contexts:
        context.close()


MOT = "/tin-tuc/2026/01/bai-mot/"
WATCH = """
  window.moved = 0;
  new PerformanceObserver(list => list.getEntries().forEach(entry => moved += entry.value))
    .observe({ type: "layout-shift", buffered: true });
"""


def opened(page, address):
    """Opens a page and waits until the counting service has answered; gives its answer."""
    with page.expect_response(lambda answer: "/_bantin/" in answer.url) as answer:
        page.goto(address)
    return answer.value


def test_the_number_goes_up_by_one_once(start, reader):
    host, origin = start()
    page = reader()
    page.add_init_script(WATCH)
    assert opened(page, origin + MOT).json() == {"site": 1, "article": 1}
    expect(page.locator(".views")).to_have_text("Đã xem: 1")
    expect(page.locator(".visits .counter > span:not(.unseen)")).to_have_text(["1"])
    assert page.evaluate("moved") == 0
    for _ in range(2):
        with page.expect_response(lambda answer: "/_bantin/" in answer.url) as answer:
            page.reload()
        assert answer.value.json() == {"site": 1, "article": 1}
    opened(page, origin + "/")
    page.go_back()
    assert host.counts("tin-tuc/mot") == {"site": 1, "article": 1}
    # Another reader.
    other = reader(user_agent=READER.replace("128", "129"))
    assert opened(other, origin + MOT).json() == {"site": 2, "article": 2}
    expect(other.locator(".views")).to_have_text("Đã xem: 2")


def test_older_counts_are_added_and_written_in_groups(start, reader):
    host, origin = start(views=14588)
    page = reader()
    opened(page, origin + MOT)
    expect(page.locator(".views")).to_have_text("Đã xem: 14.589")


def test_baked_numbers_stand_there_and_are_made_new(start, reader):
    counts = '{"version": 1, "total": 6498588, "articles": {"tin-tuc/mot": 151}}'
    host, origin = start(files={"counts.json": counts})
    page = reader()
    page.route("**/_bantin/hit", lambda route: route.fulfill(json={"site": 6498589, "article": 152}))
    page.add_init_script(WATCH)
    opened(page, origin + MOT)
    expect(page.locator(".views")).to_have_text("Đã xem: 152")
    expect(page.locator(".visits .unseen")).to_have_text("6.498.589")
    expect(page.locator(".visits .counter > span:not(.unseen)")).to_have_text(list("6498589"))
    assert page.evaluate("moved") == 0


@pytest.mark.parametrize("away", ["refused", "failing"])
def test_without_the_service_nothing_is_wrong(start, reader, away):
    host, origin = start()
    page = reader()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.route("**/_bantin/**", lambda route: route.abort() if away == "refused" else route.fulfill(status=503, body="{}"))
    page.goto(origin + MOT)
    page.wait_for_timeout(200)
    assert errors == []
    expect(page.locator(".views")).to_be_hidden()
    expect(page.locator(".visits")).to_be_hidden()
    assert page.locator("h1").inner_text() == "Bài một"


def test_without_javascript_pages_are_whole(start, reader):
    """18 of docs/visits.md."""
    host, origin = start()
    page = reader(java_script_enabled=False)
    page.goto(origin + MOT)
    assert page.locator("h1").inner_text() == "Bài một"
    expect(page.locator(".views")).to_be_hidden()
    expect(page.locator(".visits")).to_be_hidden()
    assert not re.search(r"Đã xem: 0", page.locator("body").inner_text())
    assert host.counts() == {"site": 0}


def test_editors_are_left_out(start, reader):
    host, origin = start()
    page = reader()
    assert opened(page, origin + MOT + "#khong-dem").json() == {"site": 0, "article": 0}
    assert opened(page, origin + "/").json() == {"site": 0}
    page.goto("about:blank")
    assert opened(page, origin + MOT + "#dem").json() == {"site": 1, "article": 1}


def test_a_page_in_a_frame_is_not_counted(start, reader):
    host, origin = start()
    page = reader()
    page.route("**/khung/", lambda route: route.fulfill(content_type="text/html", body=f'<iframe src="{origin}{MOT}"></iframe>'))
    page.goto(origin + "/khung/")
    page.frame_locator("iframe").locator("h1").wait_for()
    page.wait_for_timeout(200)
    assert host.counts() == {"site": 0}


def test_a_page_that_is_not_there_is_not_counted(start, reader):
    host, origin = start()
    page = reader()
    assert page.goto(origin + "/khong-co/").status == 404
    page.wait_for_timeout(200)
    assert host.counts() == {"site": 0}


def test_fragments_that_come_later_get_the_number(start, reader):
    host, origin = start(settings="fragments: js")
    page = reader()
    opened(page, origin + MOT)
    expect(page.locator(".visits .counter > span:not(.unseen)")).to_have_text(["1"])


def test_the_script_is_small():
    script = Path(__file__).parents[2] / "themes/sen/assets/js/visits.js"
    assert len(gzip.compress(script.read_bytes(), 9)) <= 1_200
