"""News by date: the calendar of a month, the months of a year, and the form that goes to a day."""

import os
import re
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect
from site_under_test import Server

DAY = re.compile(r"ngay/(\d{4})/(\d\d)/(\d\d)/index\.html")


@pytest.fixture(scope="module")
def days(site):
    """The days with news, in order."""
    return sorted(date(*map(int, found.groups())) for path in site.files if (found := DAY.fullmatch(path)))


@pytest.fixture(scope="module", params=["inline", "js"])
def home(request, server):
    """The front page of the portal, once with all its parts in it, once with parts that a script fetches."""
    if request.param == "inline":
        yield server.origin + "/"
        return
    other = Server(Path(os.environ["BANTIN_JS_SITE"]))
    yield other.origin + "/"
    other.close()


def address(day):
    return f"/ngay/{day:%Y/%m/%d}/"


def ask(page, day, month, year):
    form = page.locator(".by-date")
    form.get_by_label("Ngày").fill(str(day))
    form.get_by_label("Tháng").fill(str(month))
    form.get_by_label("Năm").fill(str(year))
    form.get_by_role("button", name="Xem").click()


@pytest.fixture
def page(browser):
    page = browser.new_page(locale="vi-VN")
    yield page
    page.close()


def test_the_form_goes_to_a_day_with_news(page, home, days):
    page.goto(home)
    ask(page, days[5].day, days[5].month, days[5].year)
    page.wait_for_url(f"**{address(days[5])}")
    assert page.locator(".said-here").count() == 0


NO_NEWS = [date(2026, 10, 20), date(2026, 8, 31), date(2025, 8, 1), date(2019, 1, 1), date(2030, 2, 28)]


@pytest.mark.furniture(32)
@pytest.mark.parametrize("asked", NO_NEWS)
def test_the_form_goes_to_the_nearest_day_and_says_so(page, home, days, asked):
    assert asked not in days
    nearest = min(days, key=lambda day: (abs(day - asked), day))
    page.goto(home)
    ask(page, asked.day, asked.month, asked.year)
    page.wait_for_url(f"**{address(nearest)}*")
    said = page.locator("main [role=status]")
    expect(said).to_be_visible()
    assert said.inner_text() == f"Ngày {asked:%d/%m/%Y} không có tin; đây là ngày gần nhất có tin."


def test_the_form_says_when_there_is_no_such_day(page, home):
    page.goto(home)
    ask(page, 31, 2, 2026)
    expect(page.locator(".by-date [role=status]")).to_have_text("Không có ngày này trong lịch.")
    assert page.url == home


def test_the_form_says_when_it_cannot_ask(page, home):
    page.goto(home)
    page.route("**/ngay/**", lambda route: route.abort())
    ask(page, 20, 10, 2026)
    expect(page.locator(".by-date [role=status]")).to_have_text("Chưa tải được danh sách ngày có tin.")


def test_without_javascript_there_are_links_instead(browser, home):
    page = browser.new_page(java_script_enabled=False)
    page.goto(home)
    assert not any(form.is_visible() for form in page.locator(".by-date").all())
    link = page.locator('.sidebar a[href^="/ngay/"], .sidebar [data-fragment*=archive] a').first
    expect(link).to_be_visible()
    page.close()


@pytest.mark.furniture(32)
def test_calendars_have_every_day_under_its_weekday(site, days):
    months = [page for page in site.kinds["month"] if not page.is_further]
    linked = []
    for page in months:
        year, month = map(int, re.search(r"(\d{4})/(\d\d)", page.path).groups())
        rows = page.tree.xpath('//table[@class="calendar"]/tbody/tr')
        cells = [(column, cell) for row in rows for column, cell in enumerate(row.xpath("td"))]
        numbered = [(column, cell) for column, cell in cells if cell.text_content().strip()]
        for number, (column, cell) in enumerate(numbered, 1):
            assert cell.text_content().strip() == str(number), page
            assert column == date(year, month, number).weekday(), page
            linked += [(date(year, month, number), href) for href in cell.xpath("a/@href")]
        with pytest.raises(ValueError, match="day"):
            date(year, month, len(numbered) + 1)
    assert sorted(linked) == [(day, address(day)) for day in days]


def test_months_of_a_year_lead_to_its_months(site):
    for page in site.kinds["year"]:
        months = page.tree.xpath('//ul[@class="months"]/li')
        assert len(months) == 12
        year = re.search(r"\d{4}", page.path)[0]
        for number, month in enumerate(months, 1):
            links = month.xpath("a/@href")
            path = f"ngay/{year}/{number:02}/"
            assert links == ([f"/{path}"] if f"{path}index.html" in site.files else [])
