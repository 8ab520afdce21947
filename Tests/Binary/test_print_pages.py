"""`print_pages: true`: what theme `sen` prints, and that a withdrawn article is printed no more."""

import newsroom
import pytest
from conftest import tree

ARTICLE = "tin/2025/06/bai-cu"


@pytest.fixture
def site(tmp_path):
    site = newsroom.make(tmp_path / "site")
    with (site / "site.yaml").open("a") as file:
        file.write("organization: Liên đoàn Lao động\nprint_pages: true\n")
    return site


def build(bantin, site):
    run = bantin("build", cwd=site)
    assert run.code == 0, run.err
    return site / "public"


def test_without_the_setting_there_is_none(bantin, tmp_path):
    public = build(bantin, newsroom.make(tmp_path / "site"))
    assert not (public / ARTICLE / "in").exists()
    assert "/in/" not in (public / ARTICLE / "index.html").read_text()


@pytest.mark.furniture(26)
def test_an_article(bantin, site):
    public = build(bantin, site)
    text = (public / ARTICLE / "in/index.html").read_text()
    url = f"{newsroom.ADDRESS}/{ARTICLE}/"
    for part in ['<meta name="robots" content="noindex">', f'<link rel="canonical" href="{url}">',
                 "<p class=\"owner\">Liên đoàn Lao động</p>", "<p class=\"name\">Công đoàn</p>", "<h1>Bài cũ</h1>",
                 "<p>Thân bài.</p>", "<b>Lan, Hùng</b>", f'<p>Nguồn: Công đoàn, <a href="{url}">{url}</a></p>',
                 "Ngày đăng: <time datetime=\"2025-06-19T08:00:00+07:00\">"]:
        assert part in text, part
    for part in ["<nav", "<aside", "khen thưởng", "rel=\"tag\""]:
        assert part not in text, part
    link = f'<li><a href="/{ARTICLE}/in/" rel="nofollow">Bản in</a></li>'
    assert link in (public / ARTICLE / "index.html").read_text()


def test_a_standing_page(bantin, site):
    public = build(bantin, site)
    assert "<h1>Liên hệ</h1>" in (public / "lien-he/in/index.html").read_text()
    assert 'href="/lien-he/in/"' in (public / "lien-he/index.html").read_text()


def test_search_engines_are_not_told(bantin, site):
    public = build(bantin, site)
    for name in ["sitemap.xml", "tin-moi.xml", "rss.xml"]:
        assert "/in/" not in (public / name).read_text()


def test_an_edit_changes_both(bantin, site):
    public = build(bantin, site)
    before = tree(public)
    source = site / "content/tin/cu.md"
    source.write_text(source.read_text().replace("Thân bài.", "Thân khác."))
    build(bantin, site)
    changed = {path for path, hash in tree(public).items() if before.get(path) != hash}
    assert {f"{ARTICLE}/index.html", f"{ARTICLE}/in/index.html"} <= changed
    assert bantin("build", "--verify", cwd=site).code == 0


def test_a_withdrawn_article_is_printed_no_more(bantin, site):
    public = build(bantin, site)
    assert bantin("withdraw", "content/tin/cu.md", "--reason", "Nhầm", cwd=site).code == 0
    assert not (public / ARTICLE / "in").exists()


@pytest.mark.parametrize("notice", [[], ["--no-page"]])
def test_nor_when_the_site_cannot_be_built(bantin, site, notice):
    public = build(bantin, site)
    newsroom.write(site / "content/tin/hong.md", "---\ntitel: Hỏng\n---\n")
    run = bantin("withdraw", "content/tin/cu.md", "--reason", "Nhầm", *notice, cwd=site)
    assert run.code == 1
    assert not (public / ARTICLE / "in/index.html").exists()
    assert "đã gỡ ngay khỏi public/: 2 trang" in run.out + run.err


def test_an_article_with_errors_keeps_its_print_version(bantin, site):
    public = build(bantin, site)
    before = (public / ARTICLE / "in/index.html").read_text()
    source = site / "content/tin/cu.md"
    source.write_text(source.read_text().replace("title:", "titel:"))
    assert bantin("build", "--last-good", cwd=site).code == 1
    assert (public / ARTICLE / "in/index.html").read_text() == before
