"""Articles on paper: the text, who wrote it and where it stands; nothing to click."""

import pytest
from pdf_text import text_of
from playwright.sync_api import expect


@pytest.fixture(scope="module")
def printed(browser, server, site):
    page = browser.new_page(locale="vi-VN", color_scheme="dark")
    page.goto(server.origin + site.largest("article").address)
    page.emulate_media(media="print")
    yield page
    page.close()


@pytest.mark.parametrize("place", [".menu", ".topbar", ".sidebar", ".crumbs", ".newer", ".older", ".tools", ".skip", ".slogans"])
def test_paper_leaves_out(printed, place):
    assert printed.locator(place).count() > 0
    expect(printed.locator(place).first).to_be_hidden()


@pytest.mark.parametrize("place", ["h1", ".names .name", ".page-head time", ".story .kicker", ".body", ".byline .author", ".footer address"])
def test_paper_shows(printed, place):
    expect(printed.locator(place).first).to_be_visible()


def test_paper_names_the_address(printed, site):
    expect(printed.locator(".print-address")).to_be_visible()
    assert printed.locator(".print-address").inner_text() == site.origin + site.largest("article").address


@pytest.mark.furniture(26)
def test_a_pdf_holds_all_of_the_article(printed, site):
    article = site.largest("article")
    text = text_of(printed.pdf())
    plain = '(//div[@class="body"]/p[not(*)])'
    for part in ["//h1", '//p[@class="lead"]', f"{plain}[1]", f"{plain}[last()]", '//p[@class="author"]']:
        assert " ".join(article.tree.xpath(f"string({part})").split()) in text, part
    # Long addresses go on in the next line.
    assert site.origin + article.address in text.replace(" ", "")
    for left_out in ["Xem tin theo ngày", "Tin đã đưa", "Mới nhất"]:
        assert left_out not in text


def test_paper_is_black_on_white_whatever_the_screen_is(printed):
    colours = printed.evaluate("[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]")
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]


@pytest.mark.furniture(22, 24)
def test_paper_has_official_blocks_side_by_side(browser, server, site):
    """Even when the screen is too narrow for it."""
    for document in site.with_feature("official header"):
        page = browser.new_page(viewport={"width": 360, "height": 800}, locale="vi-VN")
        page.goto(server.origin + document.address)
        for left, right in [(".official-left", ".official-right"), (".official-foot .recipients", ".official-foot .signature")]:
            above, below = page.locator(left).bounding_box(), page.locator(right).bounding_box()
            assert above["y"] + above["height"] <= below["y"]
            page.emulate_media(media="print")
            above, below = page.locator(left).bounding_box(), page.locator(right).bounding_box()
            assert above["x"] + above["width"] <= below["x"]
            assert above["y"] == below["y"]
            page.emulate_media(media="screen")
        page.close()


@pytest.mark.furniture(26)
def test_a_button_prints(browser, server, site):
    page = browser.new_page(locale="vi-VN")
    page.add_init_script("window.print = () => document.documentElement.dataset.printed = 'yes'")
    page.goto(server.origin + site.largest("article").address)
    page.get_by_role("button", name="Bản in").click()
    assert page.locator("html").get_attribute("data-printed") == "yes"
    page.close()


def test_without_javascript_there_is_no_button_that_does_nothing(browser, server, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server.origin + site.largest("article").address)
    assert [button.inner_text() for button in page.locator("button").all() if button.is_visible()] == []
    context.close()
