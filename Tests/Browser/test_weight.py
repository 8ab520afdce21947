"""How much a page weighs, how soon its picture comes, and that nothing on it moves while it loads."""

import gzip
from urllib.parse import unquote, urlsplit

import pytest


def files_of(site, page):
    """The page itself, its style sheets and its scripts, as they are sent."""
    links = page.tree.xpath('//link[@rel="stylesheet"]/@href | //script/@src')
    paths = [page.path, *(unquote(urlsplit(link).path).lstrip("/") for link in links)]
    return {path: len(gzip.compress((site.root / path).read_bytes(), 9)) for path in paths}


def test_an_article_is_light(site):
    for page in site.kinds["article"]:
        assert sum(files_of(site, page).values()) < 60_000, page


def test_scripts_are_small(site):
    scripts = [path for path in site.files if path.endswith(".js")]
    assert sum(len(gzip.compress((site.root / path).read_bytes())) for path in scripts) < 10_240


SHIFTS = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(entry => sum += entry.value))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 300);
})"""


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_moves_while_a_page_loads(browser, server, view, width):
    page = browser.new_page(viewport={"width": width, "height": 800}, locale="vi-VN")
    page.goto(server.origin + view.address)
    moved = page.evaluate(SHIFTS)
    page.close()
    assert moved == 0


@pytest.mark.timed
@pytest.mark.parametrize("width", [320, 768, 1280])
@pytest.mark.parametrize("kind", ["home", "article", "category", "month"])
def test_nothing_moves_on_a_slow_phone(browser, server, site, kind, width):
    """A processor so slow that the page is drawn before all of it has been read."""
    page = browser.new_page(viewport={"width": width, "height": 800}, locale="vi-VN")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 8})
    page.goto(server.origin + site.largest(kind).address)
    moved = page.evaluate(SHIFTS)
    page.close()
    assert moved == 0


def test_the_first_picture_comes_first(site):
    """The picture of the lead story, and that of an article above its text."""
    pictures = site.pages["index.html"].tree.xpath('//article[@class="lead-story"]//img')
    assert len(pictures) == 1
    for page in site.kinds["article"]:
        pictures += page.tree.xpath('//figure[@class="lead-image"]/img')
    assert len(pictures) > 5
    for picture in pictures:
        assert picture.get("fetchpriority") == "high"
        assert picture.get("loading") is None
        assert picture.get("width") and picture.get("height")
