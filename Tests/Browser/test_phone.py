"""What an article costs a phone with 4G. How long it takes is measured by `make bench`, not tested."""

import phone
import pytest
from site_under_test import Server

pytestmark = pytest.mark.timed

PHOTOS = (".jpg", ".jpeg", ".png", ".webp", ".avif")


@pytest.fixture(scope="module", params=["longest", "pictured", "official"])
def load(request, browser, site):
    server = Server(site.root, packs=True)
    yield phone.load(browser, server.origin + phone.pages(site)[request.param].address)
    server.close()


def test_nothing_moves(load):
    assert load.paint > 0
    assert load.shifts == 0


def test_little_is_sent(load):
    texts = {path: size for path, size in load.sizes.items() if not path.endswith(PHOTOS)}
    assert len(texts) >= 3
    assert sum(texts.values()) <= 60_000, texts
    assert sum(size for path, size in texts.items() if path.endswith(".js")) <= 10_000, texts
