"""`fragments: js`: a script fetches what changes with every article; links stand there until then."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import expect
from site_under_test import Server

PAGES = ["/", "/gioi-thieu/", "/tin-cong-doan/", "/so-do/", "/404.html"]
NAMES = ["latest", "archive", "tags", "updated"]


@pytest.fixture(scope="session")
def js_server():
    """The sample portal, built with `fragments: js`."""
    server = Server(Path(os.environ["BANTIN_JS_SITE"]))
    yield server
    server.close()


@pytest.fixture
def open_page(browser):
    """Opens an address; keyword arguments are those of a browser context. Errors on the page fail the test."""
    contexts, errors = [], []

    def open_address(address, block=None, **settings):
        contexts.append(browser.new_context(locale="vi-VN", **settings))
        page = contexts[-1].new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        if block:
            page.route(block, lambda route: route.abort())
        page.goto(address)
        return page

    yield open_address
    for context in contexts:
        context.close()
    assert errors == []


@pytest.mark.parametrize("path", PAGES)
def test_fetched_fragments_make_the_page_that_inline_is(open_page, server, js_server, path):
    fetched, inline = open_page(js_server.origin + path), open_page(server.origin + path)
    expect(fetched.locator("[data-fragment]")).to_have_count(0)
    for part in [".sidebar", ".footer"]:
        assert fetched.locator(part).inner_text() == inline.locator(part).inner_text()
    assert "Thẻ" in fetched.locator(".sidebar").inner_text()


@pytest.mark.parametrize("path", PAGES[1:])
def test_without_javascript_there_are_links(open_page, js_server, path):
    page = open_page(js_server.origin + path, java_script_enabled=False)
    for name in NAMES:
        link = page.locator(f'[data-fragment="/manh/{name}.html"] a')
        expect(link).to_be_visible()
        assert link.get_attribute("href") in ["/", "/so-do/"]
        assert link.inner_text() != ""


def test_what_cannot_be_fetched_stays_a_link(open_page, js_server):
    page = open_page(js_server.origin + "/gioi-thieu/", block="**/manh/tags.html")
    expect(page.locator("[data-fragment]")).to_have_count(1)
    expect(page.locator('[data-fragment="/manh/tags.html"] a')).to_be_visible()
    expect(page.get_by_role("heading", name="Mới nhất")).to_be_visible()


def test_the_script_is_small():
    folder = Path(os.environ["BANTIN_JS_SITE"]) / "assets/js"
    (script,) = folder.glob("fragments.*.js")
    assert script.stat().st_size < 600
