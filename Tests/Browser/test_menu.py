"""The main menu, with mouse, finger and keyboard."""

import pytest
from playwright.sync_api import expect

PHONE, DESKTOP = {"width": 360, "height": 800}, {"width": 1280, "height": 800}


@pytest.fixture
def open_home(browser, server):
    """Opens the front page; keyword arguments are those of a browser context."""
    contexts = []

    def open_page(**settings):
        contexts.append(browser.new_context(locale="vi-VN", **settings))
        page = contexts[-1].new_page()
        page.goto(server.origin + "/")
        return page

    yield open_page
    for context in contexts:
        context.close()


def parent(page):
    return page.locator(".menu .parent").first


def test_on_a_phone_a_button_opens_and_closes_the_menu(open_home):
    page = open_home(viewport=PHONE)
    button, link = page.locator(".menu-button"), page.locator("#menu > li > a").first
    expect(link).to_be_hidden()
    button.click()
    expect(link).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    button.click()
    expect(link).to_be_hidden()


@pytest.mark.parametrize("viewport", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_without_javascript_no_link_is_out_of_reach(open_home, viewport):
    page = open_home(viewport=viewport, java_script_enabled=False)
    expect(page.locator(".menu-button")).to_be_hidden()
    expect(page.locator("#menu > li > a").first).to_be_visible()
    parent(page).locator("> a").focus()
    for link in parent(page).locator("li a").all():
        expect(link).to_be_visible()


def test_pointing_opens_a_part(open_home):
    page = open_home(viewport=DESKTOP)
    child = parent(page).locator("li a").first
    expect(child).to_be_hidden()
    parent(page).hover()
    expect(child).to_be_visible()


def test_the_keyboard_opens_a_part_and_escape_closes_it(open_home):
    page = open_home(viewport=DESKTOP)
    button, child = parent(page).locator("button"), parent(page).locator("li a").first
    button.focus()
    page.keyboard.press("Enter")
    expect(child).to_be_visible()
    page.keyboard.press("Tab")
    expect(child).to_be_focused()
    page.keyboard.press("Escape")
    expect(child).to_be_hidden()
    expect(button).to_be_focused()


def test_the_first_stop_of_the_keyboard_leads_past_the_menu(open_home):
    page = open_home(viewport=DESKTOP)
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    assert skip.inner_text() == "Đến nội dung chính"
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
