"""The slogans: one line that moves, a button that stops it, and all of the text without either."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.timed

# Where the text stands now, in pixels from its start.
PLACE = "new DOMMatrix(getComputedStyle(document.querySelector('.slogans p span')).transform).e"


@pytest.fixture
def slogans(browser, server):
    """Opens a page; keyword arguments are those of a browser context."""
    contexts = []

    def open_page(**settings):
        contexts.append(browser.new_context(locale="vi-VN", **{"viewport": {"width": 768, "height": 800}, **settings}))
        page = contexts[-1].new_page()
        page.goto(server.origin + "/gioi-thieu/")
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.furniture(2)
def test_a_line_too_long_moves_until_the_button_stops_it(slogans):
    page = slogans(reduced_motion="no-preference")
    button = page.get_by_role("button", name="Tạm dừng khẩu hiệu")
    expect(button).to_be_visible()
    page.wait_for_function(f"{PLACE} < 0", timeout=15_000)
    button.click()
    expect(button).to_have_count(0)
    page.wait_for_timeout(300)  # a frame that was begun is drawn to its end
    place = page.evaluate(PLACE)
    page.wait_for_timeout(300)
    assert page.evaluate(PLACE) == place
    page.get_by_role("button", name="Cho khẩu hiệu chạy tiếp").click()
    page.wait_for_function(f"{PLACE} != {place}")


def test_text_that_rests_stays_at_rest_when_the_window_changes(slogans):
    page = slogans(reduced_motion="no-preference")
    page.locator(".slogans .pause").click()
    page.set_viewport_size({"width": 500, "height": 800})
    expect(page.get_by_role("button", name="Cho khẩu hiệu chạy tiếp")).to_be_visible()


def test_a_line_that_is_long_enough_stands_still(slogans):
    page = slogans(reduced_motion="no-preference", viewport={"width": 4000, "height": 800})
    page.add_style_tag(content=".inner { max-width: none !important }")
    page.set_viewport_size({"width": 3900, "height": 800})
    expect(page.locator(".slogans .pause")).to_be_hidden()


@pytest.mark.furniture(2)
@pytest.mark.parametrize("settings", [{"reduced_motion": "reduce"}, {"java_script_enabled": False}], ids=["still", "no-javascript"])
def test_without_motion_all_of_the_text_shows(slogans, settings):
    page = slogans(**settings)
    expect(page.locator(".slogans .pause")).to_be_hidden()
    line = page.locator(".slogans p")
    inside = line.bounding_box()
    text = line.locator("span").bounding_box()
    assert text["x"] + text["width"] <= inside["x"] + inside["width"] + 1
    assert page.evaluate("document.getAnimations().length") == 0


@pytest.mark.furniture(2)
def test_slogans_are_joined_by_a_dash(site):
    text = site.pages["index.html"].tree.xpath('string(//div[@class="slogans"]//p)')
    assert text.count("! - ") == 1
