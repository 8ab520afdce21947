"""What site.yaml and a theme of one's own change: banners, words, palettes."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="100"><rect width="600" height="100"/></svg>'
BANNERS = "banners:\n" + "".join(
    f"  - {{slot: {slot}, image: anh/{slot}.svg, alt: Biểu ngữ {slot}, url: /so-do/}}\n" for slot in ("top", "home", "sidebar"))
FILES = {f"content/anh/{slot}.svg": PICTURE for slot in ("top", "home", "sidebar")}
DOCUMENTED = Path(__file__).parents[2] / "docs/sen.md"


@pytest.fixture
def page(browser):
    page = browser.new_page(locale="vi-VN", viewport={"width": 1280, "height": 800})
    yield page
    page.close()


@pytest.mark.furniture(38)
def test_banners_stand_in_their_slots(page, build):
    home = build(BANNERS, FILES)
    page.goto(home)
    places = {slot: page.get_by_role("link", name=f"Biểu ngữ {slot}") for slot in ("top", "home", "sidebar")}
    for place in places.values():
        expect(place).to_be_visible()
    tops = {slot: place.bounding_box()["y"] for slot, place in places.items()}
    assert tops["top"] < page.locator("main").bounding_box()["y"]
    assert page.locator(".front").bounding_box()["y"] < tops["home"] < page.locator(".blocks").bounding_box()["y"]
    assert page.locator(".sidebar .banner").count() == 1
    page.goto(home + "gioi-thieu/")
    assert sorted(link.get_attribute("alt") for link in page.locator(".banner img").all()) == [
        "Biểu ngữ sidebar", "Biểu ngữ top"]


def test_without_banners_there_are_no_empty_places(page, build):
    page.goto(build(""))
    assert page.locator(".banners").count() == 0


@pytest.mark.furniture(26, 27, 33)
def test_words_are_settings(page, build):
    home = build("feedback: /gioi-thieu/\ntheme_settings: {print_label: In bài, feedback_label: Góp ý, back_label: Trở về}")
    page.goto(home)
    page.locator(".lead-story h2 a").click()
    tools = page.locator(".tools")
    expect(tools.get_by_role("button", name="In bài")).to_be_visible()
    expect(tools.get_by_role("link", name="Góp ý")).to_be_visible()
    expect(tools.get_by_role("link", name="Trở về: Tin tức")).to_be_visible()


def test_the_documented_palette_of_ones_own_works(page, build):
    """The three files as docs/sen.md shows them."""
    shown = re.findall(r"```(\w+)\n(.*?)```", DOCUMENTED.read_text(encoding="utf-8"), re.DOTALL)
    theme, base, style = (next(text for kind, text in shown if kind == wanted and mark in text)
                          for wanted, mark in [("yaml", "parent: sen"), ("jinja", "super"), ("css", "--brand")])
    home = build("theme: rieng", {
        "themes/rieng/theme.yaml": theme,
        "themes/rieng/templates/base.html": base,
        "themes/rieng/assets/css/mau.css": style,
    })
    for address in ["", "tin-tuc/", "gioi-thieu/", "404.html"]:
        page.goto(home + address)
        ground = page.locator(".band").evaluate("e => getComputedStyle(e).backgroundColor")
        assert ground == "rgb(11, 107, 79)", address
