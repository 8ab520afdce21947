"""Sharing an article: a link that is asked for nothing before it is followed, and a copy of the address."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect


@pytest.fixture
def open_article(browser, server, site):
    contexts = []

    def open_page(script="", **settings):
        contexts.append(browser.new_context(locale="vi-VN", **settings))
        page = contexts[-1].new_page()
        page.add_init_script(script)
        page.goto(server.origin + site.largest("article").address)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.furniture(42)
def test_a_link_tells_facebook_the_address(open_article, site):
    link = open_article().get_by_role("link", name="Facebook").get_attribute("href")
    assert parse_qs(urlsplit(link).query) == {"u": [site.origin + site.largest("article").address]}


@pytest.mark.furniture(42)
def test_a_button_copies_the_address(open_article, site):
    page = open_article(permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Sao chép liên kết").click()
    expect(page.get_by_role("button", name="Đã sao chép")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == site.origin + site.largest("article").address


def test_where_the_system_shares_a_button_hands_the_address_over(open_article, site):
    page = open_article("navigator.share = async what => document.documentElement.dataset.shared = JSON.stringify(what)")
    page.get_by_role("button", name="Zalo, ứng dụng khác").click()
    assert site.largest("article").address in page.locator("html").get_attribute("data-shared")


def test_where_it_does_not_the_button_is_gone(open_article):
    page = open_article("delete Navigator.prototype.share; delete Navigator.prototype.clipboard")
    expect(page.locator(".tools .send")).to_be_hidden()
    expect(page.locator(".tools .copy")).to_be_hidden()
    expect(page.get_by_role("link", name="Facebook")).to_be_visible()
