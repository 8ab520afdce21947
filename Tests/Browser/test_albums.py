"""Photo albums: the library, the pages of albums, the viewer for keyboard, mouse and finger."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from test_accessibility import RULES, first_target

ALBUM = "/anh/hoi-thao-2026/"
NAMES = {"previous": "Ảnh trước", "next": "Ảnh sau", "close": "Đóng"}


@pytest.fixture
def open_album(browser, server):
    """Opens the album; keyword arguments are those of a browser context."""
    contexts = []

    def open_page(path=ALBUM, **settings):
        contexts.append(browser.new_context(locale="vi-VN", **settings))
        page = contexts[-1].new_page()
        page.goto(server.origin + path)
        return page

    yield open_page
    for context in contexts:
        context.close()


def photos(page):
    return page.locator(".photos a")


def viewer(page):
    return page.get_by_role("dialog", name="Xem ảnh")


def button(page, name):
    return viewer(page).get_by_role("button", name=NAMES[name])


def shows(page, number, total=9):
    """The viewer shows this photo, with its text, its caption and its place among the others."""
    photo = photos(page).nth(number - 1)
    picture = viewer(page).locator("img")
    expect(viewer(page).get_by_role("status")).to_have_text(f"Ảnh {number} trên {total}")
    assert picture.evaluate("e => e.src") == photo.evaluate("e => e.href")
    assert picture.get_attribute("alt") == photo.locator("img").get_attribute("alt") != ""
    caption = photo.locator("xpath=ancestor::figure/figcaption")
    expect(viewer(page).locator("figcaption")).to_have_text(caption.inner_text())


def test_a_click_opens_the_viewer(open_album):
    page = open_album()
    expect(viewer(page)).to_have_count(0)
    photos(page).nth(2).click()
    expect(viewer(page)).to_be_visible()
    shows(page, 3)
    assert page.url.endswith(ALBUM)


@pytest.mark.furniture(34)
def test_the_keyboard_walks_through_an_album(open_album):
    page = open_album()
    photos(page).first.focus()
    page.keyboard.press("Enter")
    expect(viewer(page)).to_be_visible()
    shows(page, 1)
    page.keyboard.press("ArrowRight")
    shows(page, 2)
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    shows(page, 9)
    page.keyboard.press("ArrowRight")
    shows(page, 1)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    expect(viewer(page)).to_have_count(0)
    expect(photos(page).nth(1)).to_be_focused()


def test_focus_stays_in_the_viewer(open_album):
    page = open_album()
    photos(page).first.click()
    for _ in range(8):
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement === document.body || !!document.activeElement.closest('dialog')")


def test_buttons_go_on_back_and_close(open_album):
    page = open_album()
    photos(page).nth(4).click()
    button(page, "next").click()
    shows(page, 6)
    button(page, "previous").click()
    button(page, "previous").click()
    shows(page, 4)
    button(page, "close").click()
    expect(viewer(page)).to_have_count(0)
    expect(photos(page).nth(3)).to_be_focused()


def swipe(page, start, end):
    """A finger on the picture, from one part of its width to another."""
    box = viewer(page).locator("img").bounding_box()
    y = box["y"] + box["height"] / 2
    hand = page.context.new_cdp_session(page)
    touch = lambda kind, points: hand.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    places = [box["x"] + box["width"] * (start + (end - start) * step / 10) for step in range(11)]
    touch("touchStart", [{"x": places[0], "y": y}])
    for x in places[1:]:
        touch("touchMove", [{"x": x, "y": y}])
    touch("touchEnd", [])


def test_a_finger_turns_the_photos(open_album):
    page = open_album(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    photos(page).first.tap()
    shows(page, 1)
    swipe(page, 0.8, 0.2)
    shows(page, 2)
    swipe(page, 0.8, 0.2)
    shows(page, 3)
    swipe(page, 0.2, 0.8)
    shows(page, 2)
    swipe(page, 0.5, 0.55)
    shows(page, 2)


def test_a_mouse_that_draws_turns_them_too(open_album):
    page = open_album()
    photos(page).first.click()
    box = viewer(page).locator("img").bounding_box()
    y = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.8, y)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.2, y, steps=5)
    page.mouse.up()
    shows(page, 2)


def test_a_click_with_a_key_opens_the_file_as_ever(open_album):
    page = open_album()
    with page.context.expect_page() as opened:
        photos(page).first.click(modifiers=["ControlOrMeta"])
    assert opened.value.url.endswith(".jpg")
    expect(viewer(page)).to_have_count(0)


@pytest.mark.parametrize("width", [360, 1280])
def test_the_viewer_is_accessible_and_fits(open_album, width):
    page = open_album(viewport={"width": width, "height": 740})
    photos(page).first.click()
    expect(viewer(page).locator("img")).to_be_visible()
    results = Axe().run(page, options=RULES).response
    assert [f"{rule['id']}: {first_target(rule)}" for rule in results["violations"]] == []
    for name in NAMES:
        box = button(page, name).bounding_box()
        assert min(box["width"], box["height"]) >= 24
        assert box["x"] >= 0 and box["x"] + box["width"] <= width and box["y"] + box["height"] <= 740
    box = viewer(page).bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= width and box["height"] <= 740


@pytest.mark.furniture(34)
def test_without_javascript_photos_are_links_to_their_files(open_album, site):
    page = open_album(java_script_enabled=False)
    files = [link.get_attribute("href") for link in photos(page).all()]
    assert len(files) == 9
    assert all(site.file_at(file) for file in files)
    photos(page).first.click()
    page.wait_for_url(f"**{files[0]}")


@pytest.mark.furniture(34)
def test_the_library_lists_albums_with_their_numbers_of_photos(site):
    albums = {}
    for page in site.kinds["albums"]:
        for card in page.tree.xpath('//ul[@class="cards"]/li'):
            (address,) = card.xpath("h2/a/@href")
            albums[address] = (card.xpath("normalize-space(h2)"), int(re.search(r"(\d+) ảnh", card.text_content())[1]))
    assert len(albums) >= 4
    for page in site.kinds["album"]:
        title, count = albums.pop(page.address)
        assert page.tree.xpath("normalize-space(//h1)") == title
        assert len(page.tree.xpath('//ul[@class="photos"]/li')) == count, page
        assert page.tree.xpath('normalize-space(//header//span[@class="count"])') == f"{count} ảnh"
    assert albums == {}


@pytest.mark.furniture(34)
def test_the_front_page_leads_to_the_library(open_album):
    page = open_album("/")
    page.locator(".albums").get_by_role("link", name="Thư viện ảnh").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thư viện ảnh")
