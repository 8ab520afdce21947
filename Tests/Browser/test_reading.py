"""Every kind of page in a real browser: narrow and wide, with JavaScript and without."""

import pytest

WIDTHS = [320, 360, 768, 1280]
HEIGHT = 800


@pytest.fixture(params=[True, False], ids=["javascript", "no-javascript"])
def visit(request, browser, server, site):
    """Opens the largest page of a kind and keeps what goes wrong on the way in `page.complaints`."""
    context = browser.new_context(
        java_script_enabled=request.param, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", base_url=server.origin)

    def open_page(kind):
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda message: message.type == "error" and page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("request", lambda sent: is_outside(sent.url, server) and page.complaints.append(f"outside: {sent.url}"))
        page.on("requestfailed", lambda failed: page.complaints.append(f"failed: {failed.url}"))
        response = page.goto(site.largest(kind).address, wait_until="load")
        assert response.ok
        return page

    yield open_page
    context.close()


def is_outside(url, server):
    return not url.startswith((server.origin + "/", "data:"))


def test_page_loads_without_complaint(visit, kind):
    page = visit(kind)
    page.wait_for_timeout(100)
    assert page.complaints == []


def test_page_never_scrolls_sideways(visit, kind):
    page = visit(kind)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        widest = page.evaluate("document.documentElement.scrollWidth")
        assert widest <= width, f"{width} px: content is {widest} px wide"


def test_page_says_what_it_is(visit, kind):
    page = visit(kind)
    assert page.locator("html").get_attribute("lang") == "vi"
    assert page.title().strip()
    assert page.locator("h1").count() == 1
    assert page.locator("h1").inner_text().strip()
    assert page.locator("main").count() == 1


def test_pictures_are_whole(visit, kind):
    page = visit(kind)
    for picture in page.locator("img").all():
        picture.scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    broken = page.evaluate("[...document.images].filter(i => !i.complete || i.naturalWidth === 0).map(i => i.src)")
    assert broken == []
