"""Official documents: lists by type, issuer and year, the field over all of them, a page for each."""

import json
import re
import unicodedata

import pytest
from pdf_text import text_of
from playwright.sync_api import expect
from site_under_test import DOCUMENT_LISTS

LIST = "/van-ban/"
WORDS = {
    "in_force": "Còn hiệu lực",
    "pending": "Chưa có hiệu lực",
    "replaced": "Đã được thay thế",
    "expired": "Hết hiệu lực",
}
GROUPS = [("Loại văn bản", "Kế hoạch"), ("Cơ quan ban hành", "Công đoàn phường Đồng Mai"), ("Năm ban hành", "2024")]


@pytest.fixture(scope="module")
def index(site):
    """All documents, as the script reads them."""
    return json.loads((site.root / "van-ban/danh-sach.json").read_text(encoding="utf-8"))


@pytest.fixture
def open_page(browser, server):
    """Opens a path; keyword arguments are those of a browser context."""
    contexts = []

    def open_path(path, **settings):
        contexts.append(browser.new_context(locale="vi-VN", **settings))
        page = contexts[-1].new_page()
        page.goto(server.origin + path)
        return page

    yield open_path
    for context in contexts:
        context.close()


def field(page):
    return page.get_by_role("searchbox", name="Tra cứu văn bản")


def found(page):
    return page.locator(".filter .doc-list > li")


def said(page):
    return page.locator(".filter [role=status]")


def plain(text):
    marked = unicodedata.normalize("NFD", text).replace("đ", "d").replace("Đ", "D")
    return re.sub(r"[^a-z0-9]+", " ", re.sub(r"[\u0300-\u036f]", "", marked).lower()).strip()


@pytest.mark.furniture(37)
@pytest.mark.parametrize("typed", ["07/HD-LĐLĐ", "07/hd-ldld", "07 hd", unicodedata.normalize("NFD", "07/HD-LĐLĐ")])
def test_a_number_finds_its_document(open_page, typed):
    page = open_page(LIST)
    field(page).fill(typed)
    expect(found(page)).to_have_count(1)
    expect(found(page).locator(".number")).to_have_text("07/HD-LĐLĐ")
    expect(found(page).get_by_role("link")).to_have_attribute("href", "/van-ban/07-hd-ldld/")
    expect(said(page)).to_have_text("Có 1 văn bản phù hợp.")
    found(page).get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Hướng dẫn số 07/HD-LĐLĐ")


@pytest.mark.furniture(37, 42)
@pytest.mark.parametrize("typed", ["chăm lo Tết", "cham lo tet", "TET CHĂM LO", unicodedata.normalize("NFD", "chăm lo Tết")])
def test_words_of_an_abstract_find_it_with_and_without_accents(open_page, index, typed):
    wanted = [one["number"] for one in index if {"cham", "lo", "tet"} <= set(plain(one["abstract"]).split())]
    assert 0 < len(wanted) < len(index)
    page = open_page(LIST)
    field(page).fill(typed)
    expect(found(page)).to_have_count(len(wanted))
    assert found(page).locator(".number").all_inner_texts() == wanted
    expect(said(page)).to_have_text(f"Có {len(wanted)} văn bản phù hợp.")


def test_type_and_issuer_are_searched_too(open_page, index):
    page = open_page(LIST)
    field(page).fill("thong bao khu cong nghiep")
    expect(found(page).locator(".number")).to_have_text(["22/TB-CĐKCN"])
    field(page).fill("nghị quyết")
    expect(found(page).first).to_be_visible()
    resolution = next(one["number"] for one in index if one["type"] == "Nghị quyết")
    expect(found(page).locator(".number").filter(has_text=resolution)).to_have_count(1)


def test_what_is_not_in_force_says_so(open_page, index):
    page = open_page(LIST)
    for status, words in [("pending", "chưa có hiệu lực"), ("replaced", "đã được thay thế")]:
        one = next(one for one in index if one["status"] == status)
        field(page).fill(one["number"])
        expect(found(page).filter(has_text=one["abstract"]).locator(".count")).to_contain_text(words)


def test_without_a_match_it_says_so(open_page):
    page = open_page(LIST)
    field(page).fill("kinh khí cầu")
    expect(said(page)).to_have_text("Không có văn bản nào phù hợp.")
    expect(found(page)).to_have_count(0)


def test_an_empty_field_shows_no_list(open_page):
    page = open_page(LIST)
    field(page).fill("tet")
    expect(found(page).first).to_be_visible()
    field(page).fill("")
    expect(page.locator(".filter .doc-list")).to_be_hidden()
    expect(said(page)).to_have_text("")


def test_the_list_is_fetched_once_and_only_for_those_who_type(open_page):
    page = open_page(LIST)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if url.endswith(".json")]
    field(page).press_sequentially("tet 2026", delay=10)
    expect(said(page)).to_contain_text("văn bản")
    field(page).press("Enter")
    assert len([url for url in asked if url.endswith(".json")]) == 1
    assert page.url.endswith(LIST)


@pytest.mark.parametrize("answer", ["abort", "missing", "broken"])
def test_what_cannot_be_fetched_is_said_and_asked_for_again(open_page, answer):
    page = open_page(LIST)
    page.route("**/danh-sach.json", {
        "abort": lambda route: route.abort(),
        "missing": lambda route: route.fulfill(status=404),
        "broken": lambda route: route.fulfill(body="<html>"),
    }[answer])
    field(page).fill("tet")
    expect(said(page)).to_have_text("Chưa tải được danh sách văn bản, xin thử lại.")
    expect(found(page)).to_have_count(0)
    page.unroute("**/danh-sach.json")
    field(page).fill("tết")
    expect(found(page).first).to_be_visible()


def test_the_field_works_from_a_list_of_a_type_over_all_documents(open_page):
    page = open_page("/van-ban/loai/ke-hoach/")
    field(page).fill("07/HD")
    expect(found(page).locator(".number")).to_have_text(["07/HD-LĐLĐ"])


@pytest.mark.furniture(37)
def test_without_javascript_lists_lead_to_pages_and_there_is_no_field(open_page, server):
    page = open_page(LIST, java_script_enabled=False)
    expect(page.locator(".filter")).to_be_hidden()
    for group, name in GROUPS:
        page.goto(server.origin + LIST)
        section = page.locator(".doc-lists section", has=page.get_by_role("heading", name=group))
        section.get_by_role("link", name=name).first.click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(name)
        page.locator(".docs th a").first.click()
        expect(page.locator(".facts")).to_be_visible()
        expect(page.locator(".files a[download]").first).to_be_visible()


@pytest.mark.furniture(37)
def test_counts_are_those_of_the_lists(site, index):
    """The number beside each list is what its pages say and hold."""
    links = site.pages["van-ban/index.html"].tree.xpath('//nav[@class="doc-lists"]//a')
    groups = {"loai": 0, "co-quan": 0, "nam": 0}
    for link in links:
        count = int(re.search(r"\(([\d.]+)\)", link.text_content())[1].replace(".", ""))
        folder = link.get("href").strip("/")
        pages = [page for page in site.pages.values() if re.fullmatch(rf"{folder}/(trang/\d+/)?index\.html", page.path)]
        assert sum(len(page.tree.xpath('//table[@class="docs"]/tbody/tr')) for page in pages) == count, folder
        for page in pages:
            assert page.tree.xpath('string(//p[@class="totals"])').startswith(f"Tổng số: {count} |"), page
        if folder == "van-ban":
            assert count == len(index)
        else:
            groups[folder.split("/")[1]] += count
    assert groups == dict.fromkeys(groups, len(index))


def test_every_list_marks_itself_and_names_itself(site):
    for page in (page for kind in DOCUMENT_LISTS for page in site.kinds[kind] if not page.is_further):
        chosen = page.tree.xpath('//nav[@class="doc-lists"]//a[@aria-current="page"]/@href')
        assert chosen == [page.address], page
        assert page.tree.xpath("normalize-space(//h1)") in page.tree.xpath("normalize-space(//title)"), page


@pytest.mark.furniture(39)
def test_known_numbers_in_articles_lead_to_their_documents(site, index):
    numbers = {one["url"]: one["number"] for one in index}
    citing = 0
    for page in site.kinds["article"]:
        links = [link for link in page.tree.xpath('//div[@class="body"]//a') if link.get("href") in numbers]
        citing += bool(links)
        for link in links:
            assert link.text_content() == numbers[link.get("href")], page
    assert citing > 5


def test_a_click_on_a_cited_number_opens_the_document(open_page, site):
    link = '//div[@class="body"]//a[@href="/van-ban/07-hd-ldld/"]'
    article = next(page for page in site.kinds["article"] if page.tree.xpath(link))
    page = open_page(article.address)
    page.locator(".body").get_by_role("link", name="07/HD-LĐLĐ").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Hướng dẫn số 07/HD-LĐLĐ")


def test_a_file_is_downloaded_by_its_link(open_page, site):
    page = open_page("/van-ban/05-kh-ldld/")
    with page.expect_download() as download:
        page.locator(".files").get_by_role("link", name="05-kh-ldld.pdf").click()
    (file,) = site.root.glob("van-ban/**/05-kh-ldld.pdf")
    assert download.value.path().read_bytes() == file.read_bytes()
    expect(page.locator(".files .count")).to_have_text(re.compile(r"\(PDF, [\d,.]+ [KM]B\)"))


@pytest.mark.parametrize("scripts", [True, False], ids=["javascript", "no-javascript"])
def test_a_pdf_is_shown_to_those_who_open_it(open_page, scripts):
    page = open_page("/van-ban/05-kh-ldld/", java_script_enabled=scripts)
    frame = page.locator(".pdf iframe")
    expect(frame).to_be_hidden()
    page.locator(".pdf summary").click()
    expect(frame).to_be_visible()
    assert frame.get_attribute("src").endswith("/05-kh-ldld.pdf")
    assert frame.get_attribute("title") == "Kế hoạch 05/KH-LĐLĐ, tệp 05-kh-ldld.pdf"
    assert frame.bounding_box()["height"] > 300


def test_status_is_said_in_words(site, index):
    assert {one["status"] for one in index} >= {"in_force", "pending", "replaced"}
    for one in index:
        page = site.pages[one["url"].strip("/") + "/index.html"]
        assert page.tree.xpath('string(//dd/span[starts-with(@class, "status")])') == WORDS[one["status"]], page
    listed = {}
    for page in site.kinds["documents"]:
        for row in page.tree.xpath('//table[@class="docs"]/tbody/tr'):
            listed[row.xpath("th/a/@href")[0]] = row.xpath('string(td[@class="force"])')
    assert listed == {one["url"]: WORDS[one["status"]] for one in index}


def test_the_one_that_replaces_and_the_replaced_lead_to_one_another(site, index):
    for one in index:
        if one["status"] != "replaced":
            continue
        old = site.pages[one["url"].strip("/") + "/index.html"]
        (newer,) = old.tree.xpath('//dt[contains(., "thay thế bởi")]/following-sibling::dd[1]/a/@href')
        back = site.pages[newer.strip("/") + "/index.html"].tree.xpath('//dt[.="Thay thế"]/following-sibling::dd[1]/a/@href')
        assert one["url"] in back


@pytest.mark.furniture(23)
def test_a_document_on_paper(open_page, site):
    """What it is, what it is about and where it stands; nothing to click."""
    page = open_page("/van-ban/07-hd-ldld/")
    page.emulate_media(media="print")
    text = text_of(page.pdf())
    abstract = "Tổ chức đối thoại tại nơi làm việc và theo dõi kiến nghị của người lao động"
    for part in ["07/HD-LĐLĐ", abstract, "16/03/2026", "Đỗ Nhật Quân", f"{site.origin}/van-ban/07-hd-ldld/"]:
        assert part in text, part
    for place in [".menu", ".sidebar", ".crumbs", ".back", ".pdf", ".skip"]:
        assert page.locator(place).count() > 0
        expect(page.locator(place).first).to_be_hidden()
