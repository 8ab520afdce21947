"""counts.json: what theme `sen` shows of it, and what a change of it costs."""

import json
import re

import pytest
from conftest import ROOT, tree

ARTICLES = {"tin/mot": "Bài một", "tin/hai": "Bài hai"}


@pytest.fixture
def site(tmp_path):
    site = tmp_path / "site"
    (site / "content/tin").mkdir(parents=True)
    (site / "content/trang").mkdir()
    (site / "site.yaml").write_text("title: Công đoàn\nurl: https://congdoan.example.vn/\n")
    for id, title in ARTICLES.items():
        (site / f"content/{id}.md").write_text(
            f"---\ntitle: {title}\ndate: 2025-06-19\nslug: {id[4:]}\nviews: 100\n---\nThân bài.\n")
    (site / "content/trang/gioi-thieu.md").write_text("---\ntitle: Giới thiệu\n---\nThân trang.\n")
    return site


def count(site, total=6498589, **views):
    ids = {f"tin/{name}": number for name, number in views.items()}
    text = json.dumps({"version": 1, "total": total, "as_of": "2025-07-01T06:00:00+07:00", "articles": ids,
                       "most_read": {"days": 30, "ids": sorted(ids, key=ids.get, reverse=True)}})
    (site / "counts.json").write_text(text)


def setting(site, text):
    with (site / "site.yaml").open("a") as file:
        file.write(text)


def build(bantin, site):
    """The pages that the build wrote or removed."""
    run = bantin("build", "--changes", site / "changes", cwd=site)
    assert run.code == 0, run.err
    return {json.loads(line)["path"] for line in (site / "changes").read_text().splitlines()}


def page(site, path):
    return (site / "public" / path).read_text()


ONE, TWO = "tin/2025/06/mot/index.html", "tin/2025/06/hai/index.html"


def test_without_the_file_nothing_is_shown(bantin, site):
    build(bantin, site)
    text = "".join(path.read_text() for path in (site / "public").rglob("*.html"))
    for word in ["Đã xem", "Đọc nhiều", "SỐ LƯỢT TRUY CẬP", "counter"]:
        assert word not in text


@pytest.mark.furniture(3, 4)
def test_what_is_shown(bantin, site):
    count(site, mot=52, hai=14489)
    build(bantin, site)
    home = page(site, "index.html")
    cells = "".join(f'<span aria-hidden="true">{digit}</span>' for digit in "6498589")
    assert f'<p class="counter"><span class="unseen">6.498.589</span>{cells}</p>' in home
    assert "<h2>SỐ LƯỢT TRUY CẬP</h2>" in home
    most = home[home.index("<h2>Đọc nhiều</h2>"):]
    assert most.index("Bài hai") < most.index("Bài một")
    about = re.search(r'<p class="about">.*?</p>', page(site, TWO), re.S)[0]
    assert '<span class="views">Đã xem: 14.589</span>' in about
    assert "Đã xem: 152<" in page(site, ONE)
    assert "Đã xem" not in page(site, "gioi-thieu/index.html")


@pytest.mark.furniture(4)
def test_words_and_places_are_settings(bantin, site):
    count(site, mot=14489)
    setting(site, "theme_settings: {views_label: Số lượt người xem, views_place: foot, views_grouped: false, "
                  "visits_label: Lượt, most_read_label: Xem nhiều}\n")
    build(bantin, site)
    text = page(site, ONE)
    assert text.index('<div class="body">') < text.index('<span class="views">Số lượt người xem: 14589</span>')
    assert "<h2>Lượt</h2>" in text and "<h2>Xem nhiều</h2>" in text


def test_a_count_changes_what_shows_it(bantin, site):
    setting(site, "fragments: ssi\n")
    count(site, mot=1, hai=1)
    build(bantin, site)
    assert build(bantin, site) == set()
    count(site, total=6498590, mot=1, hai=1)
    assert build(bantin, site) == {"manh/visits.html"}
    count(site, total=6498590, mot=2, hai=1)
    assert build(bantin, site) == {ONE}
    count(site, total=6498590, mot=2, hai=3)
    assert build(bantin, site) == {TWO, "manh/most-read.html"}
    # The same numbers in another form.
    (site / "counts.json").write_text((site / "counts.json").read_text() + "\n")
    assert build(bantin, site) == set()
    assert bantin("build", "--verify", cwd=site).code == 0
    (site / "counts.json").unlink()
    assert ONE in build(bantin, site)
    assert "Đã xem" not in page(site, ONE)


def test_an_error_leaves_the_site_as_it_was(bantin, site):
    count(site, mot=1)
    build(bantin, site)
    before = tree(site / "public")
    (site / "counts.json").write_text('{"version": 1, "total": 5, "article": {}}\n')
    for language, said in [
        ("vi", "counts.json:1:28: lỗi: counts.json không có mục `article`\n"
               '  1 | {"version": 1, "total": 5, "article": {}}\n'
               "    | " + 27 * " " + "^^^^^^^^^\n"
               "  cách sửa: ý bạn là `articles`?\n"),
        ("en", "counts.json:1:28: error: counts.json has no setting `article`\n"
               '  1 | {"version": 1, "total": 5, "article": {}}\n'
               "    | " + 27 * " " + "^^^^^^^^^\n"
               "  remedy: did you mean `articles`?\n"),
    ]:
        run = bantin("build", "--lang", language, cwd=site)
        assert run.code == 1
        assert said in run.err
    assert tree(site / "public") == before


def test_the_example_of_the_documentation(bantin, site):
    text = (ROOT / "docs/counts.md").read_text()
    (site / "counts.json").write_text(re.search(r"```json\n(.*?)```", text, re.S)[1])
    setting(site, re.search(r"```yaml\n(.*?)```", text, re.S)[1])
    build(bantin, site)
    assert "<h2>Lượt truy cập</h2>" in page(site, "index.html")
