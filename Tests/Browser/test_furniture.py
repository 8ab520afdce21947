"""What portals of unions and Youth Unions show, with the very words of such portals. docs/features.md lists the rows."""

import json
import unicodedata
from datetime import datetime

import pytest
from conftest import make_portal
from lxml import etree
from pdf_text import text_of
from playwright.sync_api import expect
from site_under_test import Server, Site

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="100"><rect width="600" height="100"/></svg>'
SLOGANS = [
    "Cán bộ, công chức, viên chức, người lao động đẩy mạnh việc “Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh”!",
    "Nhiệt liệt chào mừng 20 năm ngày tái lập tỉnh Đắk Nông (01/01/2004 – 01/01/2024)!",
]
SETTINGS = f"""
feedback: mailto:banbientap@congdoan.example.vn
print_pages: true
page_size: 10
slogans:
  - {{text: "{SLOGANS[0]}", from: 01/01/2024}}
  - {{text: "{SLOGANS[1]}"}}
  - {{text: "Chào mừng Đại hội!", to: 31/12/2023}}
banners:
  - {{slot: sidebar, image: anh-chung/qc.svg, alt: Cho thuê hội trường, url: /gioi-thieu/, from: 01/01/2024}}
  - {{slot: sidebar, image: anh-chung/qc.svg, alt: Đã hết hạn, to: 31/12/2023}}
  - {{slot: top, image: anh-chung/qc.svg, alt: Chưa đến ngày, from: 01/01/2190}}
links:
  - title: Trung ương
    items: [{{title: Trung ương Đoàn, url: "https://doan.example.vn/"}}]
  - title: Trong tỉnh
    items: [{{title: Cổng thông tin tỉnh, url: "https://tinh.example.vn/"}}, {{title: Tỉnh Đoàn, url: "https://tinhdoan.example.vn/"}}]
theme_settings: {{banner_label: Quảng cáo, capitals: true, older_label: CÁC TIN ĐÃ ĐĂNG, newer_label: TIN MỚI HƠN}}
"""
WEEKDAYS = ["thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật"]
TITLE = 'Phong trào "3 trách nhiệm" & “3 trách nhiệm”'
CAPTION = "Đoàn viên, thanh niên Khối các cơ quan và doanh nghiệp tỉnh tham gia hiến máu nhân đạo"
REPORT = f"""---
title: {TITLE}
date: Thứ Hai, 24/06/2013, 08:10
summary: Xây dựng đội ngũ cán bộ, công chức (CBCC) tận tâm với công việc...
author: Trần Hải
unit: Đoàn Khối
tags: [phong trào]
updated: 25/06/2013
---
::: tieu-de-van-ban
ĐOÀN TNCS HỒ CHÍ MINH
BCH TỈNH BẠC LIÊU
* * *
Số:      -BC/ĐTN
|||
Bạc Liêu, ngày       tháng        năm 2013
--------------
:::

**BÁO CÁO**

**Kết quả 04 năm triển khai thực hiện phong trào “3 trách nhiệm” của Tỉnh Đoàn Bạc Liêu (giai đoạn 2009 – 2013).**

## I/- CÔNG TÁC CHỈ ĐẠO:

1/- Trách nhiệm đối với bản thân:

Thực hiện Hướng dẫn số 06-HD/TĐTN-TCKT ngày 25/7/2018, Công văn số: 691/TWĐTN, ngày 23/5/2013, số: 52 HD/CNĐT, nghị quyết số 10-NQ/ĐUK ngày 19/5/2022.

## II/- KẾT QUẢ THỰC HIỆN:

3.800 đoàn viên, 90.000 lượt người, 04 năm, 02 đợt, 3000 cây, 15.000 đồng.

## III/- ĐÁNH GIÁ CHUNG:

1/- Trách nhiệm đối với bản thân:

## IV/- PHƯƠNG HƯỚNG TRONG NĂM 2013 – 2014:

1) Trong phạm vi ngành, cơ quan, đơn vị: hai việc

2). Ngoài phạm vi ngành

- Thực hiện “trách nhiệm với bản thân”: học
- **Đối với công việc:** làm
  + Đúng giờ

+ Đúng việc

**Đối với tổ chức đoàn các cấp:** như trên

## TĂNG CƯỜNG CÁC HOẠT ĐỘNG

## Xây dựng hình ảnh người CBCC vì dân

![Hai thanh niên áo xanh nằm trên ghế hiến máu](/anh-chung/qc.svg "{CAPTION}")

| Đơn vị | Đoàn viên |
|:-------|----------:|
| Khối Đảng | 1.250 |

để tổ chức đoàn ngày càng vững mạnh./.

::: noi-nhan
- TT Tỉnh Uỷ, UBND tỉnh;
- Lưu VP.
:::

::: chu-ky
TM. BAN THƯỜNG VỤ
PHÓ BÍ THƯ THƯỜNG TRỰC
(Đã ký)
Phạm Thành Phước
:::
"""
NOTED = """---
title: Nhịp cầu Tuyên giáo
date: Thứ Ba, 26/3/2024 16:46'(GMT+7)
author: BÙI HOÀNG TÙNG
author_note: |
  Ủy viên Ban Chấp hành Đảng bộ Khối các cơ quan Trung ương,
  Bí thư Đoàn Khối
---
Đoạn đầu của bài là phần dẫn.

Đoạn hai.
"""
PICTURED = """---
title: Hiệu quả từ thực tế
date: Chủ nhật, ngày 19/6/2022 - 22:02
author: KHÁNH HÒA
photo_by: KHÁNH HÒA
---
Thân bài.
"""
UNIT = """---
title: Của một đơn vị
date: 20/6/2022
unit: ĐTN
---
Thân bài.
"""
SPELLINGS = "hoá hóa, toả tỏa, Uỷ Ủy, lí lý, 3.800\u00a0người"
BYTES = unicodedata.normalize("NFD", f"---\ntitle: Chính tả của tác giả\ndate: 21/6/2022\n---\n{SPELLINGS}\n")
DOCUMENT = "---\nnumber: {}\ntype: {}\nabstract: {}\nissued: {}\nfile: a.pdf\n---\n"
DOCUMENTS = [
    ("06-HD/TĐTN-TCKT", "Hướng dẫn", "Về việc thứ nhất", "25/7/2018"),
    ("691/TWĐTN", "Công văn", "Về việc thứ hai", "23/5/2013"),
    ("10-NQ/ĐUK", "Nghị quyết", "Về việc thứ ba", "19/5/2022"),
    ("52 HD/CNĐT", "Hướng dẫn", "Về việc thứ tư", "1/1/2013"),
]
COUNTS = {"version": 1, "total": 6498589, "articles": {"phong-trao/bao-cao": 152}}
FILES = {
    "content/anh-chung/qc.svg": PICTURE,
    "content/phong-trao/_index.md": "---\ntitle: Báo Cáo\n---\n",
    "content/phong-trao/bao-cao.md": REPORT,
    "content/phong-trao/nhip-cau.md": NOTED,
    "content/phong-trao/hieu-qua.md": PICTURED,
    "content/phong-trao/don-vi.md": UNIT,
    "content/phong-trao/chinh-ta.md": b"\xef\xbb\xbf" + BYTES.replace("\n", "\r\n").encode(),
    "counts.json": json.dumps(COUNTS),
    # Of three days; on each, the order is that of their ids.
    **{f"content/tin-doan/tin-{number:03}.md": f"---\ntitle: Tin {number}\ndate: {1 + number // 41:02}/02/2020\n---\nThân bài.\n"
       for number in range(123)},
}
for number, record in enumerate(DOCUMENTS):
    FILES[f"content/van-ban/v{number}/index.md"] = DOCUMENT.format(*record)
    FILES[f"content/van-ban/v{number}/a.pdf"] = "%PDF-1.4\n"


@pytest.fixture(scope="module")
def portal(tmp_path_factory):
    return Site(make_portal(tmp_path_factory.mktemp("furniture") / "portal", SETTINGS, FILES))


@pytest.fixture(scope="module")
def address(portal):
    server = Server(portal.root)
    yield server.origin
    server.close()


@pytest.fixture
def page(browser):
    page = browser.new_page(locale="vi-VN", viewport={"width": 1280, "height": 800})
    yield page
    page.close()


def article(portal, folder, title):
    """The page of the article with this headline."""
    (found,) = (page for path, page in portal.pages.items() if path.startswith(folder + "/") and not path.endswith("/in/index.html")
                and page.tree.xpath('//article[contains(@class, "story")]') and page.tree.xpath("string(//h1)") == title)
    return found


@pytest.fixture(scope="module")
def report(portal):
    return article(portal, "phong-trao", TITLE)


def texts(page, path):
    return [" ".join(element.text_content().split()) for element in page.tree.xpath(path)]


def body(page):
    return page.tree.xpath('//div[@class="body"]')[0]


# The head of a page


@pytest.mark.furniture(1)
def test_today_is_that_of_the_portal_wherever_the_reader_is(browser, address):
    """At 18:30 UTC on Tuesday it is Wednesday in Việt Nam, and noon of Tuesday in America."""
    context = browser.new_context(timezone_id="America/Chicago", locale="en-US")
    page = context.new_page()
    page.clock.set_fixed_time("2024-06-18T18:30:00Z")
    page.goto(address)
    assert page.locator(".topbar .today").text_content() == "Thứ tư, 19/06/2024"
    context.close()


@pytest.mark.furniture(1)
def test_without_javascript_no_day_is_shown_that_may_be_wrong(portal):
    assert all(page.tree.xpath('string(//p[@class="today"])') == "" for page in portal.pages.values())


@pytest.mark.furniture(2)
def test_slogans_have_their_days(portal):
    assert texts(portal.pages["index.html"], '//div[@class="slogans"]//p') == [" - ".join(SLOGANS)]


@pytest.mark.furniture(3)
def test_visits_are_cells_for_the_eye_and_one_number_for_the_ear(page, address):
    page.goto(address)
    visits = page.locator(".visits")
    expect(visits.get_by_role("heading")).to_have_text("SỐ LƯỢT TRUY CẬP")
    cells = visits.locator(".counter > [aria-hidden=true]")
    assert cells.all_inner_texts() == list("6498589")
    assert len({cell.bounding_box()["y"] for cell in cells.all()}) == 1
    assert "6.498.589" in visits.aria_snapshot()
    assert visits.locator("[aria-live], [role=status]").count() == 0


@pytest.mark.furniture(4)
def test_views_stand_beside_the_date(page, address, report):
    page.goto(address + report.address)
    about = page.locator(".page-head .about")
    expect(about).to_contain_text("Đã xem: 152")
    assert about.locator("time").bounding_box()["y"] == pytest.approx(about.locator(".views").bounding_box()["y"], abs=4)


@pytest.mark.furniture(5)
def test_the_category_leads_to_its_list(portal, report):
    (label,) = report.tree.xpath('//header//a[@class="kicker"]')
    assert (label.text_content(), label.get("href")) == ("Báo Cáo", "/phong-trao/")
    assert "phong-trao/index.html" in portal.files


@pytest.mark.furniture(6)
@pytest.mark.parametrize(("title", "machine", "shown"), [
    (TITLE, "2013-06-24T08:10:00+07:00", "24/06/2013"),
    ("Nhịp cầu Tuyên giáo", "2024-03-26T16:46:00+07:00", "26/03/2024"),
    ("Hiệu quả từ thực tế", "2022-06-19T22:02:00+07:00", "19/06/2022"),
])
def test_dates_are_read_as_they_are_written(portal, title, machine, shown):
    (time,) = article(portal, "phong-trao", title).tree.xpath('//header[@class="page-head"]//time')
    assert time.get("datetime") == machine
    assert shown in time.text_content()
    assert time.text_content().lower().startswith(WEEKDAYS[datetime.fromisoformat(machine).weekday()])


@pytest.mark.furniture(7)
def test_capitals_are_a_matter_of_style(page, address, report):
    page.goto(address + report.address)
    heading = page.get_by_role("heading", level=1)
    assert heading.evaluate("e => getComputedStyle(e).textTransform") == "uppercase"
    assert heading.text_content() == TITLE
    assert page.locator('meta[property="og:title"]').get_attribute("content") == TITLE


@pytest.mark.furniture(8)
def test_quotes_in_a_headline_come_through_everywhere(portal, report):
    """Attributes, JSON-LD, feeds and lists, straight and curly."""
    assert report.tree.xpath('//meta[@property="og:title"]/@content') == [TITLE]
    (data,) = (json.loads(text) for text in report.tree.xpath('//script[@type="application/ld+json"]/text()'))
    assert data["headline"] == TITLE
    assert TITLE in texts(portal.pages["phong-trao/index.html"], '//article[@class="item"]//h2')
    feed = etree.parse(portal.root / "phong-trao/rss.xml")
    assert TITLE in [item.findtext("title") for item in feed.iter("item")]


@pytest.mark.furniture(9)
def test_the_title_is_that_of_the_window_and_the_one_first_heading(report):
    assert texts(report, "//title")[0].startswith(TITLE)
    assert texts(report, "//h1") == [TITLE]


# The text


@pytest.mark.furniture(10)
def test_a_lead_of_ones_own_and_one_from_the_first_paragraph(portal, report):
    lead = "Xây dựng đội ngũ cán bộ, công chức (CBCC) tận tâm với công việc..."
    assert texts(report, '//p[@class="lead"]') == [lead]
    listed = texts(portal.pages["phong-trao/index.html"], '//p[@class="summary"]')
    assert lead in listed
    assert "Đoạn đầu của bài là phần dẫn." in listed
    assert article(portal, "phong-trao", "Nhịp cầu Tuyên giáo").tree.xpath('//meta[@property="og:description"]/@content') == [
        "Đoạn đầu của bài là phần dẫn."]


@pytest.mark.furniture(11, 12, 13)
def test_subheads_are_headings_in_their_authors_words(report):
    assert texts(report, '//div[@class="body"]//h2') == [
        "I/- CÔNG TÁC CHỈ ĐẠO:", "II/- KẾT QUẢ THỰC HIỆN:", "III/- ĐÁNH GIÁ CHUNG:", "IV/- PHƯƠNG HƯỚNG TRONG NĂM 2013 – 2014:",
        "TĂNG CƯỜNG CÁC HOẠT ĐỘNG", "Xây dựng hình ảnh người CBCC vì dân"]


@pytest.mark.furniture(13)
def test_numbers_of_a_report_are_never_counted_anew(report):
    assert texts(report, '//div[@class="body"]/p').count("1/- Trách nhiệm đối với bản thân:") == 2


@pytest.mark.furniture(14)
def test_run_in_numbers_stay(report):
    (listed,) = body(report).xpath("ol")
    assert (listed.get("start"), listed.text_content().split()[:2]) == (None, ["Trong", "phạm"])
    assert "2). Ngoài phạm vi ngành" in texts(report, '//div[@class="body"]/p')


@pytest.mark.furniture(15)
def test_typed_bullets_are_lists_and_nothing_is_lost(report):
    lists = body(report).xpath("ul")
    assert [len(one.xpath("li")) for one in lists] == [2, 1]
    assert texts(report, '//div[@class="body"]/ul/li/ul/li') == ["Đúng giờ"]
    assert "Thực hiện “trách nhiệm với bản thân”: học" in texts(report, '//div[@class="body"]/ul/li')


@pytest.mark.furniture(16)
def test_labels_that_run_in_are_bold(report):
    assert [text for text in texts(report, '//div[@class="body"]//strong') if text.startswith("Đối với")] == [
        "Đối với công việc:", "Đối với tổ chức đoàn các cấp:"]


@pytest.mark.furniture(17, 18)
def test_a_caption_is_one_thing_and_what_the_picture_shows_another(report):
    (figure,) = body(report).xpath(".//figure")
    assert figure.xpath("string(figcaption)") == CAPTION
    assert figure.xpath("img/@alt") == ["Hai thanh niên áo xanh nằm trên ghế hiến máu"]


@pytest.mark.furniture(18)
def test_a_text_that_repeats_its_caption_is_a_warning(build, capfd):
    build("", {"content/tin-tuc/a.svg": PICTURE, "content/tin-tuc/x.md": "---\ntitle: X\ndate: 1/1/2024\n---\n![Như nhau](a.svg \"Như nhau\")\n"})
    assert "content/tin-tuc/x.md:5:" in capfd.readouterr().err


@pytest.mark.furniture(19)
def test_who_wrote_it_stands_at_the_right(page, address, portal, report):
    assert texts(report, '//p[@class="author"]') == ["Trần Hải - Đoàn Khối"]
    assert texts(article(portal, "phong-trao", "Hiệu quả từ thực tế"), '//p[@class="author"]') == ["Bài và ảnh: KHÁNH HÒA"]
    assert texts(article(portal, "phong-trao", "Của một đơn vị"), '//p[@class="author"]') == ["ĐTN"]
    page.goto(address + report.address)
    assert page.locator(".byline .author").evaluate("e => getComputedStyle(e).textAlign") == "right"


@pytest.mark.furniture(20)
def test_what_an_author_is_keeps_its_lines(portal):
    (note,) = article(portal, "phong-trao", "Nhịp cầu Tuyên giáo").tree.xpath('//p[@class="author-note"]')
    assert [line.strip() for line in note.itertext()] == [
        "Ủy viên Ban Chấp hành Đảng bộ Khối các cơ quan Trung ương,", "Bí thư Đoàn Khối"]
    assert len(note.xpath("br")) == 1


@pytest.mark.furniture(21, 40)
def test_numbers_and_the_end_mark_are_as_typed(report):
    assert "3.800 đoàn viên, 90.000 lượt người, 04 năm, 02 đợt, 3000 cây, 15.000 đồng." in texts(report, '//div[@class="body"]/p')
    assert "để tổ chức đoàn ngày càng vững mạnh./." in texts(report, '//div[@class="body"]/p')


@pytest.mark.furniture(22, 23)
def test_the_header_of_an_official_text_keeps_its_blanks(page, address, report):
    left, right = ([p.text_content() for p in report.tree.xpath(f'//div[@class="official-{side}"]/p')] for side in ("left", "right"))
    assert left == ["ĐOÀN TNCS HỒ CHÍ MINH", "BCH TỈNH BẠC LIÊU", "* * *", "Số:      -BC/ĐTN"]
    assert right == ["Bạc Liêu, ngày       tháng        năm 2013", "--------------"]
    page.goto(address + report.address)
    line = page.locator(".official-left p").last
    assert line.inner_text() == "Số:      -BC/ĐTN"


@pytest.mark.furniture(23)
def test_its_name_and_abstract_stand_in_the_middle(page, address, report):
    page.goto(address + report.address)
    for text in ["BÁO CÁO", "Kết quả 04 năm"]:
        line = page.locator(".body > p", has_text=text).first
        assert line.evaluate("e => getComputedStyle(e).textAlign") == "center", text


@pytest.mark.furniture(24)
def test_recipients_and_signature_are_a_foot(report):
    (foot,) = report.tree.xpath('//div[@class="official-foot"]')
    assert " ".join(foot.xpath('div[@class="recipients"]')[0].text_content().split()) == "Nơi nhận: TT Tỉnh Uỷ, UBND tỉnh; Lưu VP."
    assert [p.text_content() for p in foot.xpath('div[@class="signature"]/p')] == [
        "TM. BAN THƯỜNG VỤ", "PHÓ BÍ THƯ THƯỜNG TRỰC", "(Đã ký)", "Phạm Thành Phước"]


@pytest.mark.furniture(25)
def test_a_table_names_its_columns_and_scrolls_by_itself(report):
    (table,) = body(report).xpath('.//div[contains(@class, "table")][@tabindex="0"]/table')
    assert [(th.get("scope"), th.text_content()) for th in table.xpath("thead//th")] == [("col", "Đơn vị"), ("col", "Đoàn viên")]


@pytest.mark.furniture(39)
def test_numbers_of_documents_become_links(report):
    links = {link.text_content(): link.get("href") for link in body(report).xpath(".//a")}
    assert links == {
        "06-HD/TĐTN-TCKT": "/van-ban/06-hd-tdtn-tckt/",
        "691/TWĐTN": "/van-ban/691-twdtn/",
        "52 HD/CNĐT": "/van-ban/52-hd-cndt/",
        "10-NQ/ĐUK": "/van-ban/10-nq-duk/",
    }


@pytest.mark.furniture(41)
def test_bytes_are_one_way_and_spelling_is_the_authors(portal):
    page = article(portal, "phong-trao", "Chính tả của tác giả")
    data = page.file.read_bytes()
    text = data.decode("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert not text.startswith("\ufeff")
    assert "\r" not in text
    assert body(page).text_content().strip() == SPELLINGS


# After the text


@pytest.mark.furniture(26)
def test_a_print_version_holds_the_text_alone(page, address, portal, report):
    page.goto(address + report.address)
    page.get_by_role("link", name="Bản in").first.click()
    page.wait_for_url("**/in/")
    assert page.get_by_role("navigation").count() == 0
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(page.locator(".official-header")).to_be_visible()
    assert "Kết quả 04 năm triển khai thực hiện phong trào “3 trách nhiệm” của Tỉnh Đoàn Bạc Liêu" in text_of(page.pdf())


@pytest.mark.furniture(27)
def test_back_is_a_link_to_the_category(report):
    (back,) = report.tree.xpath('//p[@class="back"]/a')
    assert (back.text_content(), back.get("href")) == ("Quay lại: Báo Cáo", "/phong-trao/")


@pytest.mark.furniture(28, 29)
def test_newer_and_older_news_of_the_category(portal):
    """In the order of the list, which is the same on every page; where there is none, no heading."""
    listed = [link for number in range(1, 14) for link in portal.pages[list_page(number)].tree.xpath('//article[@class="item"]//h2/a/@href')]
    for place in (0, 1, 60, 121, 122):
        page = portal.pages[listed[place].strip("/") + "/index.html"]
        newer = page.tree.xpath('//section[@class="newer"]//li/a/@href')
        older = page.tree.xpath('//section[@class="older"]//li/a/@href')
        assert sorted(newer, key=listed.index) == listed[max(0, place - len(newer)):place]
        assert older == listed[place + 1:place + 1 + len(older)]
        assert bool(newer) == (place > 0)
        assert bool(older) == (place < 122)
        assert texts(page, '//section[@class="newer"]/h2') == ["TIN MỚI HƠN"] * bool(newer)
        assert texts(page, '//section[@class="older"]/h2') == ["CÁC TIN ĐÃ ĐĂNG"] * bool(older)


@pytest.mark.furniture(30)
def test_more_leads_to_the_page_with_the_next_older_one(portal):
    listed = {link: number for number in range(1, 14) for link in portal.pages[list_page(number)].tree.xpath('//article[@class="item"]//h2/a/@href')}
    order = list(listed)
    more = 0
    for place, link in enumerate(order):
        page = portal.pages[link.strip("/") + "/index.html"]
        shown = page.tree.xpath('//section[@class="older"]//li/a/@href')
        target = page.tree.xpath('//section[@class="older"]/p[@class="more"]/a')
        rest = order[place + 1 + len(shown):]
        assert bool(target) == bool(rest), page
        if target:
            more += 1
            assert target[0].text_content() == "Xem tiếp"
            assert target[0].get("href").strip("/") + "/index.html" == list_page(listed[rest[0]]), page
    assert more > 100


def list_page(number):
    return "tin-doan/index.html" if number == 1 else f"tin-doan/trang/{number}/index.html"


@pytest.mark.furniture(31)
def test_totals_of_thirteen_pages(portal):
    for number in range(1, 14):
        page = portal.pages[list_page(number)]
        assert texts(page, '//p[@class="totals"]') == [f"Tổng số: 123 | Trang: {number} trên tổng số 13 trang"]
        assert len(page.tree.xpath('//article[@class="item"]')) == (3 if number == 13 else 10)
    assert list_page(14) not in portal.files


@pytest.mark.furniture(32)
def test_news_by_date_has_pages_for_day_month_and_year(portal):
    listed = {"ngay/2020": "Tin năm 2020", "ngay/2020/02": "Tin tháng 2/2020"}
    for path, heading in listed.items():
        assert texts(portal.pages[f"{path}/index.html"], "//h1") == [heading]
    assert texts(portal.pages["ngay/2020/02/03/index.html"], '//p[@class="totals"]') == ["Tổng số: 41 | Trang: 1 trên tổng số 5 trang"]
    assert "Xem tin theo ngày" in texts(portal.pages["index.html"], '//section[@class="archive"]/h2')


# Beside the text


@pytest.mark.furniture(33)
def test_feedback_goes_where_the_portal_wants_it(report):
    links = [link.get("href") for link in report.tree.xpath('//a[.="Phản hồi"]')]
    assert links == ["mailto:banbientap@congdoan.example.vn"] * 2


@pytest.mark.furniture(35)
def test_websites_are_links_in_groups(portal):
    home = portal.pages["index.html"]
    (websites,) = home.tree.xpath('//section[@class="websites"]')
    assert websites.xpath("string(h2)") == "Liên kết website"
    assert [heading.text_content() for heading in websites.xpath("h3")] == ["Trung ương", "Trong tỉnh"]
    assert [len(group.xpath("li/a")) for group in websites.xpath("ul")] == [1, 2]
    assert home.tree.xpath("//select") == []


@pytest.mark.furniture(36)
def test_the_newest_stand_beside_other_pages(portal, report):
    (latest,) = (section for section in report.tree.xpath('//aside[@class="sidebar"]/section') if section.xpath("string(h2)") == "Mới nhất")
    machine = latest.xpath(".//time/@datetime")
    assert machine == sorted(machine, reverse=True)
    assert len(machine) == 7 + 3


@pytest.mark.furniture(37)
def test_documents_are_new_or_guiding_or_looked_up(portal):
    home = portal.pages["index.html"]
    blocks = {section.xpath("string(h2)"): section for section in home.tree.xpath('//section[@class="paper"]')}
    assert list(blocks) == ["Văn bản mới", "Văn bản hướng dẫn"]
    numbers = {name: block.xpath('.//span[@class="number"]/text()') for name, block in blocks.items()}
    assert numbers == {
        "Văn bản mới": ["10-NQ/ĐUK", "06-HD/TĐTN-TCKT", "691/TWĐTN", "52 HD/CNĐT"],
        "Văn bản hướng dẫn": ["06-HD/TĐTN-TCKT", "52 HD/CNĐT"],
    }
    assert blocks["Văn bản mới"].xpath('p[@class="more"]/a[.="Tra cứu văn bản"]/@href') == ["/van-ban/"]


@pytest.mark.furniture(38)
def test_banners_have_a_label_and_days(portal, report):
    (beside,) = report.tree.xpath('//aside[@class="sidebar"]/section[@class="banners"]')
    assert beside.xpath("string(p[1])") == "Quảng cáo"
    assert report.tree.xpath('//p[@class="banner"]//img/@alt') == ["Cho thuê hội trường"]


@pytest.mark.furniture(42)
def test_what_the_older_portals_do_not_have(portal, report):
    """Tags, links for sharing, feeds, a field over documents, a path to the page, the day of the last change."""
    assert texts(report, '//ul[@class="tags"]/li')[:1] == ["phong trào"]
    assert "Facebook" in texts(report, '//ul[@class="share"]//a')
    assert report.tree.xpath('//link[@type="application/rss+xml"]/@href') == ["/rss.xml"]
    assert portal.pages["van-ban/index.html"].tree.xpath('//form[@role="search"]//input[@type="search"]')
    assert texts(report, '//nav[@class="crumbs"]//li') == ["Trang chủ", "Báo Cáo"]
    assert texts(report, '//p[@class="updated"]')[0].startswith("Cập nhật: 25/06/2013")
