"""`bantin serve` in a browser: what is saved shows by itself."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from preview_process import Preview

PAGE = "/tin-tuc/2026/01/bai-moi/"
LONG = "".join(f"Đoạn {number}.\n\n" for number in range(200))


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    """The portal that `init` makes, with a long article and a style sheet of its own."""
    binary = os.environ["BANTIN"]
    subprocess.run([binary, "init", "x"], cwd=tmp_path, check=True, stdout=subprocess.DEVNULL)
    root = tmp_path / "x"
    save(root, "moi.md", "Bài mới", LONG)
    theme = root / "themes/rieng"
    (theme / "assets/css").mkdir(parents=True)
    (theme / "templates/parts").mkdir(parents=True)
    (theme / "theme.yaml").write_text("title: Riêng\nparent: sen\n")
    (theme / "assets/css/rieng.css").write_text("h1 { color: rgb(1, 2, 3) }\n")
    (theme / "templates/article.html").write_text(
        '{% extends "sen/article.html" %}{% block head %}{{ super() }}'
        '<link rel="stylesheet" href="{{ assets.css_rieng_css }}">{% endblock %}')
    settings = root / "site.yaml"
    kept = [line for line in settings.read_text().splitlines() if not line.startswith("theme:")]
    settings.write_text("\n".join([*kept, "theme: rieng", ""]))
    return root


@pytest.fixture
def show(browser: Browser, preview: Preview) -> Iterator[Callable[[str], Page]]:
    """Opens a page, which gets a mark that a reload takes away."""
    pages: list[Page] = []

    def show(path: str) -> Page:
        page = browser.new_page(viewport={"width": 800, "height": 600})
        pages.append(page)
        with page.expect_response("**/_bantin/events"):
            page.goto(f"http://127.0.0.1:{preview.port}{path}")
        # The script has compared the page with what it asked for once more.
        page.wait_for_load_state("load")
        page.wait_for_timeout(300)
        page.evaluate("window.mark = 1")
        return page

    yield show
    for page in pages:
        page.close()


def save(root: Path, name: str, title: str, body: str, date: str = "2026-01-09") -> None:
    (root / "content/tin-tuc" / name).write_text(f"---\ntitle: {title}\ndate: {date}\n---\n{body}\n")


def is_marked(page: Page) -> bool:
    return page.evaluate("window.mark === 1")


def test_what_is_saved_shows_and_the_place_is_kept(portal: Path, show: Callable[[str], Page]) -> None:
    page = show(PAGE)
    page.evaluate("window.scrollTo(0, 1500)")
    save(portal, "moi.md", "Bài mới", LONG.replace("Đoạn 100.", "Đoạn đã sửa."))
    page.get_by_text("Đoạn đã sửa.").wait_for(state="attached", timeout=5000)
    page.wait_for_function("Math.abs(window.scrollY - 1500) < 2", timeout=5000)


def test_a_page_that_stays_the_same_is_not_loaded_again(
    portal: Path, preview: Preview, show: Callable[[str], Page]
) -> None:
    save(portal, "khac.md", "Bài khác", "Một.", date="2026-01-08")
    page = show(PAGE)
    with page.expect_response(f"**{PAGE}"):
        save(portal, "khac.md", "Bài khác", "Hai.", date="2026-01-08")
    preview.eventually("/tin-tuc/2026/01/bai-khac/", "<p>Hai.</p>")
    page.wait_for_timeout(300)
    assert is_marked(page)


def test_style_sheets_are_exchanged(portal: Path, show: Callable[[str], Page]) -> None:
    page = show(PAGE)
    page.evaluate("window.scrollTo(0, 900)")
    (portal / "themes/rieng/assets/css/rieng.css").write_text("h1 { color: rgb(9, 8, 7) }\n")
    page.wait_for_function("getComputedStyle(document.querySelector('h1')).color === 'rgb(9, 8, 7)'", timeout=5000)
    page.wait_for_function("document.querySelectorAll('link[href*=rieng]').length === 1", timeout=5000)
    assert is_marked(page)
    assert page.evaluate("window.scrollY") == 900
    # The exchange is known: the next change of the text loads the page.
    save(portal, "moi.md", "Bài mới", "Ngắn.")
    page.get_by_text("Ngắn.").wait_for(timeout=5000)
    assert not is_marked(page)


def test_an_error_shows_and_heals(portal: Path, show: Callable[[str], Page]) -> None:
    page = show(PAGE)
    save(portal, "moi.md", "Bài mới", "Một.", date="31/02/2026")
    page.get_by_text("không có ngày 31/2/2026").wait_for(timeout=5000)
    save(portal, "moi.md", "Bài mới", "Lành rồi.")
    page.get_by_text("Lành rồi.").wait_for(timeout=5000)


def test_a_stopped_preview_leaves_the_page(preview: Preview, show: Callable[[str], Page]) -> None:
    page = show(PAGE)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    assert preview.stop() == 0
    page.wait_for_timeout(800)
    assert is_marked(page)
    assert errors == []
