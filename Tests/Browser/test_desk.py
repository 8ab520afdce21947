"""The desk of `bantin serve` in a browser, and the pictures of docs/preview.md."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from preview_process import Preview

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "docs/pictures"
NEWS = "content/tin-cong-doan/2026"


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    """A copy of the sample portal."""
    for name in ["content", "site.yaml", "addresses.csv"]:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, tmp_path / name)
    return tmp_path


@pytest.fixture
def show(browser: Browser, preview: Preview) -> Iterator[Callable[..., Page]]:
    pages: list[Page] = []

    def show(path: str, width: int = 1100, height: int = 800) -> Page:
        page = browser.new_page(viewport={"width": width, "height": height}, locale="vi-VN")
        pages.append(page)
        page.goto(f"http://127.0.0.1:{preview.port}{path}")
        return page

    yield show
    for page in pages:
        page.close()


def picture(page: Page, name: str) -> None:
    """Nothing sticks out sideways; with BANTIN_WRITE_DOCS=1 the page becomes a picture of the documentation."""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
    if os.environ.get("BANTIN_WRITE_DOCS") == "1":
        PICTURES.mkdir(exist_ok=True)
        page.screenshot(path=PICTURES / name)


def row(page: Page, section: str, title: str):
    return page.locator(f"#{section} tr", has_text=title)


def until(is_so: Callable[[], bool]) -> None:
    for _ in range(250):
        if is_so():
            return
        time.sleep(0.02)
    raise AssertionError("it never came to be")


def ask_to_withdraw(page: Page, words: str, title: str) -> None:
    page.get_by_label("Tìm tiêu đề").fill(words)
    page.get_by_role("button", name="Tìm").click()
    found = row(page, "published", title)
    found.get_by_text("Gỡ bài").first.click()
    found.get_by_label("Lý do").fill("Sai số liệu")
    found.get_by_role("button", name="Gỡ bài").click()


def test_an_editors_day(portal: Path, show: Callable[..., Page]) -> None:
    """From the first word to the withdrawal, without a terminal."""
    page = show("/")
    page.get_by_role("link", name="Bàn làm việc").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bàn làm việc")
    picture(page, "ban-lam-viec.png")

    page.get_by_label("Tiêu đề", exact=True).fill('Hội nghị sơ kết: "Lao động giỏi"')
    page.get_by_label("Chuyên mục").select_option(label="Tin công đoàn")
    page.get_by_role("button", name="Tạo bài nháp").click()
    expect(page.locator("dd code")).to_contain_text("/hoi-nghi-so-ket-lao-dong-gioi/index.md")
    source = portal / page.locator("dd code").inner_text()
    assert not source.exists()
    page.get_by_role("button", name="Tạo bài nháp").click()
    assert "draft: true" in source.read_text()
    source.write_text(source.read_text().replace("summary:", "summary: Đủ chỉ tiêu cả năm.") + "Hội nghị diễn ra sáng nay.\n")
    page.get_by_role("link", name="Xem bài trong bản xem trước").click()
    expect(page.locator("[data-bantin=state]")).to_have_text("NHÁP")
    expect(page.locator("main")).to_contain_text("Hội nghị diễn ra sáng nay.")
    picture(page, "thanh-nhap.png")

    page.get_by_role("link", name="Bàn làm việc").click()
    draft = row(page, "drafts", "Lao động giỏi")
    draft.get_by_text("Hẹn giờ").first.click()
    draft.get_by_label("Đăng lúc").fill("2030-04-30T07:30")
    draft.get_by_role("button", name="Hẹn giờ").click()
    expect(page.locator("pre.changes")).to_contain_text("+ date: 2030-04-30 07:30")
    picture(page, "hoi-truoc-khi-dang.png")
    page.get_by_role("button", name="Hẹn giờ").click()
    expect(page.get_by_role("status")).to_contain_text("07:30 30/4/2030")
    assert not list((portal / "public").rglob("hoi-nghi-so-ket-lao-dong-gioi"))
    page.get_by_role("link", name="Xem bài trong bản xem trước").click()
    expect(page.locator("[data-bantin=state]")).to_have_text("HẸN GIỜ 07:30 30/4/2030")

    page.goto(page.url.split("/tin-cong-doan/")[0] + "/tin-cong-doan/")
    expect(page.get_by_role("main").get_by_text("HẸN GIỜ 07:30 30/4/2030").first).to_be_visible()
    picture(page, "danh-sach.png")

    page.get_by_role("link", name="Bàn làm việc").click()
    row(page, "scheduled", "Lao động giỏi").get_by_role("button", name="Đăng ngay").click()
    page.get_by_role("button", name="Đăng").click()
    expect(page.get_by_role("status")).to_contain_text("Đã đăng")
    (public,) = (portal / "public").rglob("hoi-nghi-so-ket-lao-dong-gioi/index.html")
    page.get_by_role("link", name="Xem bài trong bản xem trước").click()
    expect(page.locator("[data-bantin=state]")).to_have_count(0)

    page.get_by_role("link", name="Bàn làm việc").click()
    ask_to_withdraw(page, "hoi nghi so ket", "Hội nghị sơ kết")
    expect(page.locator("main")).to_contain_text("chỉ còn thông báo gỡ bài")
    page.get_by_role("link", name="Thôi").click()
    assert "withdrawn" not in source.read_text()
    ask_to_withdraw(page, "hoi nghi so ket", "Hội nghị sơ kết")
    page.get_by_role("button", name="Gỡ bài").click()
    expect(page.get_by_role("status")).to_contain_text("Đã gỡ")
    assert "Sai số liệu" in public.read_text()
    assert "Hội nghị diễn ra sáng nay." not in public.read_text()


def test_the_desk_follows_what_is_saved(portal: Path, show: Callable[..., Page]) -> None:
    page = show("/_bantin/")
    article = portal / NEWS / "thu-nghiem.md"
    article.write_text("---\ntitle: Vừa lưu xong\ndate: 2026-01-09\ndraft: true\n---\nMột.\n")
    expect(row(page, "drafts", "Vừa lưu xong")).to_be_visible()
    # Somebody who fills in a form is left alone.
    page.get_by_label("Tiêu đề", exact=True).fill("Đang viết dở")
    article.unlink()
    page.wait_for_timeout(400)
    expect(page.get_by_label("Tiêu đề", exact=True)).to_have_value("Đang viết dở")
    page.reload()
    expect(row(page, "drafts", "Vừa lưu xong")).to_have_count(0)


def test_an_error_shows_on_every_page_and_heals(portal: Path, show: Callable[..., Page]) -> None:
    page = show("/")
    article = portal / NEWS / "thu-nghiem.md"
    article.write_text("---\ntitle: Đại hội\ndate: 31/02/2026\ntitel: Sai\n---\nMột.\n")
    bar = page.locator("[data-bantin=errors]")
    expect(bar).to_be_visible()
    bar.locator("summary").click()
    expect(bar).to_contain_text("không có ngày 31/2/2026")
    expect(bar).to_contain_text("ý bạn là `title`?")
    picture(page, "bao-loi.png")
    article.write_text("---\ntitle: Đại hội\ndate: 28/02/2026\n---\nMột.\n")
    expect(bar).to_have_count(0)


def test_folders_and_names_come_and_go(portal: Path, show: Callable[..., Page]) -> None:
    page = show("/tin-cong-doan/")
    folder = portal / "content/tin-cong-doan/2029/moi"
    folder.mkdir(parents=True)
    (folder / "index.md").write_text("---\ntitle: Thư mục vừa thêm\ndate: 2029-01-09\n---\nMột.\n")
    entry = page.get_by_role("link", name="Thư mục vừa thêm").first
    expect(entry).to_be_visible()
    folder.rename(folder.with_name("doi-ten"))
    text = folder.with_name("doi-ten") / "index.md"
    text.write_text(text.read_text().replace("Thư mục vừa thêm", "Tên đã đổi"))
    expect(page.get_by_role("link", name="Tên đã đổi").first).to_be_visible()
    expect(entry).to_have_count(0)
    shutil.rmtree(folder.parent)
    expect(page.get_by_role("link", name="Tên đã đổi")).to_have_count(0)


def test_on_a_phone(show: Callable[..., Page]) -> None:
    page = show("/_bantin/", 360, 740)
    picture(page, "dien-thoai.png")
    for section in page.locator("section").all():
        assert section.evaluate("e => e.scrollWidth <= e.clientWidth"), section.inner_text()
    for target in page.locator("button:visible, summary:visible, input:visible, select:visible").all():
        box = target.bounding_box()
        assert box is not None and box["height"] >= 24, target.inner_text()


def test_the_desk_is_accessible(show: Callable[..., Page]) -> None:
    """Each field has a name, each section a heading, and the text contrast that readers need in both schemes."""
    page = show("/_bantin/")
    for field in page.locator("input:not([type=hidden]), select").all():
        assert field.evaluate("e => e.labels.length") == 1
    assert page.locator("section").count() == page.locator("section > h2").count()
    assert page.locator("html").get_attribute("lang") == "vi"


def test_template_times(show: Callable[..., Page]) -> None:
    page = show("/_bantin/")
    page.get_by_role("link", name="Đo bây giờ").click()
    expect(page.get_by_role("row", name="sen/base.html")).to_be_visible()


@pytest.mark.parametrize("path", ["/", "/_bantin/"])
def test_nothing_comes_from_elsewhere(browser: Browser, preview: Preview, path: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"http://127.0.0.1:{preview.port}{path}")
    page.wait_for_timeout(200)
    page.close()
    here = f"http://127.0.0.1:{preview.port}/"
    assert asked and all(url.startswith((here, "data:")) for url in asked), asked
