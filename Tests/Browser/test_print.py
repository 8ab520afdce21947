"""Articles on paper: the text, who wrote it and where it stands; nothing to click."""

import pytest
from playwright.sync_api import expect


@pytest.fixture(scope="module")
def printed(browser, server, site):
    page = browser.new_page(locale="vi-VN", color_scheme="dark")
    page.goto(server.origin + site.largest("article").address)
    page.emulate_media(media="print")
    yield page
    page.close()


@pytest.mark.parametrize("place", [".menu", ".topbar", ".sidebar", ".crumbs", ".newer", ".older", ".back", ".skip"])
def test_paper_leaves_out(printed, place):
    assert printed.locator(place).count() > 0
    expect(printed.locator(place).first).to_be_hidden()


@pytest.mark.parametrize("place", ["h1", ".brand .name", ".page-head time", ".body", ".byline .author", ".footer address"])
def test_paper_shows(printed, place):
    expect(printed.locator(place).first).to_be_visible()


def test_paper_names_the_address(printed, site):
    expect(printed.locator(".print-address")).to_be_visible()
    assert printed.locator(".print-address").inner_text() == site.origin + site.largest("article").address


def test_paper_is_black_on_white_whatever_the_screen_is(printed):
    colours = printed.evaluate("[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]")
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
