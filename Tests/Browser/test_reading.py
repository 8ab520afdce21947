"""Everything readers see in a real browser: narrow and wide, with JavaScript and without."""

import time

import pytest

WIDTHS = [320, 360, 768, 1280]
HEIGHT = 800


@pytest.fixture(params=[True, False], ids=["javascript", "no-javascript"])
def visit(request, browser, server):
    """Opens a page of the site and keeps what goes wrong on the way in `page.complaints`."""
    context = browser.new_context(
        java_script_enabled=request.param, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", base_url=server.origin)

    def open_page(view):
        page = context.new_page()
        page.complaints = []
        page.on("console", lambda message: message.type == "error" and page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("request", lambda sent: is_outside(sent.url, server) and page.complaints.append(f"outside: {sent.url}"))
        page.on("requestfailed", lambda failed: is_download(failed) or page.complaints.append(f"failed: {failed.url}"))
        response = page.goto(view.address, wait_until="load")
        assert response.ok
        return page

    yield open_page
    context.close()


def is_download(failed):
    """A browser that has nothing to show PDF files with breaks off and saves them."""
    return failed.url.endswith(".pdf") and failed.failure == "net::ERR_ABORTED"


def is_outside(url, server):
    """Pages of the browser's own, such as what shows PDF files, are not outside."""
    return not url.startswith((server.origin + "/", "data:", "chrome-extension:"))


def test_page_loads_without_complaint(visit, view):
    assert visit(view).complaints == []


def test_page_never_scrolls_sideways(visit, view):
    page = visit(view)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": HEIGHT})
        widest = page.evaluate("document.documentElement.scrollWidth")
        assert widest <= width, f"{width} px: content is {widest} px wide"


@pytest.mark.furniture(9)
def test_page_says_what_it_is(visit, view):
    page = visit(view)
    assert page.locator("html").get_attribute("lang") == "vi"
    assert page.title().strip()
    assert page.locator("h1").count() == 1
    assert page.locator("h1").inner_text().strip()
    assert page.locator("main").count() == 1


BROKEN = "[...document.images].filter(i => !i.complete || i.naturalWidth === 0).map(i => i.src)"


def test_pictures_are_whole(visit, view):
    page = visit(view)
    for picture in page.locator("img").all():
        picture.scroll_into_view_if_needed()
    deadline = time.monotonic() + 5
    while page.evaluate(BROKEN) and time.monotonic() < deadline:
        page.wait_for_timeout(20)
    assert page.evaluate(BROKEN) == []


# What WCAG 1.4.12 lets readers set.
SPACED = """
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }
"""


def test_page_bears_wider_text(browser, server, view):
    page = browser.new_page(viewport={"width": 320, "height": HEIGHT}, locale="vi-VN")
    page.goto(server.origin + view.address)
    page.add_style_tag(content=SPACED)
    widest = page.evaluate("document.documentElement.scrollWidth")
    page.close()
    assert widest <= 320, f"content is {widest} px wide"


# Marks stacked on capitals (Ấ, Ộ, Ỹ) need lines of at least 1.4 times the letters' size.
TIGHT_LINES = """
  [...document.querySelectorAll("h1, h2, h3, h4, p, li, td, th, a, summary, figcaption")]
    .filter(e => e.textContent.trim() && !e.closest("sup"))
    .filter(e => parseFloat(getComputedStyle(e).lineHeight) < 1.39 * parseFloat(getComputedStyle(e).fontSize))
    .map(e => `${e.tagName}.${e.className}: ${e.textContent.trim().slice(0, 40)}`)
"""


def test_lines_have_room_for_stacked_marks(browser, server, view):
    page = browser.new_page(viewport={"width": 1280, "height": HEIGHT}, locale="vi-VN")
    page.goto(server.origin + view.address)
    tight = page.evaluate(TIGHT_LINES)
    page.close()
    assert tight == []


# How far the ink of the tallest and deepest letters reaches, beside the height of the line that holds it.
INK = """
  [...document.querySelectorAll("h1, h2, h3, .names p, .slogans p, .menu a, .headlines a, summary, button, .footer p")]
    .map(e => {
      const style = getComputedStyle(e);
      const canvas = document.createElement("canvas").getContext("2d");
      canvas.font = style.font;
      const size = canvas.measureText("ẤỘẶỸẨg");
      const ink = size.actualBoundingBoxAscent + size.actualBoundingBoxDescent;
      return [e.tagName + "." + e.className, ink, parseFloat(style.lineHeight)];
    })
    .filter(([, ink, line]) => ink > line)
"""


def test_stacked_marks_are_not_clipped(browser, server, view):
    page = browser.new_page(viewport={"width": 1280, "height": HEIGHT}, locale="vi-VN")
    page.goto(server.origin + view.address)
    assert page.evaluate(INK) == []
    page.close()


def test_colours_of_the_readers_own_leave_nothing_unseen(browser, server):
    """With forced colours, grounds are gone: what is chosen and what can be hit is seen by lines."""
    context = browser.new_context(forced_colors="active", viewport={"width": 1280, "height": HEIGHT})
    page = context.new_page()
    page.goto(server.origin + "/ngay/2025/07/")
    width = "e => getComputedStyle(e).borderTopWidth"
    assert page.locator(".calendar a").first.evaluate(width) == "1px"
    assert page.locator(".by-date button").evaluate(width) == "1px"
    page.goto(server.origin + "/tin-cong-doan/")
    chosen = page.locator('.pager [aria-current="page"]')
    assert chosen.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
    assert "underline" in page.locator("#menu a[aria-current]").first.evaluate("e => getComputedStyle(e).textDecoration")
    context.close()


def test_the_menu_says_where_the_reader_is(browser, server, site):
    page = browser.new_page(viewport={"width": 1280, "height": HEIGHT})
    article = next(page for page in site.kinds["article"] if page.path.startswith("nu-cong/"))
    for address, chosen in [
        ("/", ["Trang chủ"]),
        ("/thong-bao/", ["Thông báo"]),
        (article.address, ["Đời sống", "Nữ công"]),
        ("/so-do/", []),
    ]:
        page.goto(server.origin + address)
        assert [link.text_content() for link in page.locator("#menu a[aria-current]").all()] == chosen
    page.close()
