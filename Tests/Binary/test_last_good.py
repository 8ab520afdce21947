"""`build --last-good`: one article with errors does not hold up the others."""

import re
import shutil

import pytest

from conftest import tree

ARTICLE = "tin-tuc/2026/01/mo-tu-sach-dung-chung-o-phong-nghi-giua-ca/index.html"
TITLE = "Mở tủ sách dùng chung ở phòng nghỉ giữa ca"

ERROR = {
    "vi": "content/tin-tuc/tu-sach-dung-chung.md:3:7: lỗi: không có ngày 31/2/2026: tháng này có 28 ngày\n"
          "  3 | date: 31/02/2026\n"
          "    |       ^^^^^^^^^^\n"
          "  cách sửa: viết ngày/tháng/năm, ví dụ `19/06/2024 08:30`\n",
    "en": "content/tin-tuc/tu-sach-dung-chung.md:3:7: error: there is no 31/2/2026: the month has 28 days\n"
          "  3 | date: 31/02/2026\n"
          "    |       ^^^^^^^^^^\n"
          "  remedy: write day/month/year, for example `19/06/2024 08:30`\n",
}


def article(portal):
    return portal / "content/tin-tuc/tu-sach-dung-chung.md"


def break_article(portal, title="Tên mới"):
    lines = article(portal).read_text().split("\n")
    lines[1:3] = [f"title: {title}", "date: 31/02/2026"]
    article(portal).write_text("\n".join(lines))


def shown(portal, path):
    return (portal / "public" / path).read_text()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_an_article_with_errors_stays_and_others_are_published(bantin, portal, language):
    before = (portal / "public" / ARTICLE).read_bytes()
    modified = (portal / "public" / ARTICLE).stat().st_mtime_ns
    break_article(portal)
    (portal / "content/tin-tuc/moi.md").write_text("---\ntitle: Bài mới\ndate: 2026-01-09\n---\nMới.\n")
    refused = bantin("build", cwd=portal, env={"BANTIN_LANG": language})
    assert (refused.code, refused.err, refused.out) == (1, ERROR[language], "")
    assert "Bài mới" not in shown(portal, "index.html")
    for _ in range(2):
        run = bantin("build", "--last-good", cwd=portal, env={"BANTIN_LANG": language})
        assert (run.code, run.err) == (1, ERROR[language])
        words = {"vi": r"Đã dựng 3 bài thành \d+ tệp trong \d+ ms\.\n", "en": r"Built 3 articles into \d+ files in \d+ ms\.\n"}
        assert re.match(words[language], run.out), run.out
        assert (portal / "public" / ARTICLE).read_bytes() == before
        assert (portal / "public" / ARTICLE).stat().st_mtime_ns == modified
        for page in ["index.html", "tin-tuc/index.html", "so-do/index.html"]:
            assert "Tên mới" not in shown(portal, page)
        assert TITLE in shown(portal, "tin-tuc/index.html")
        assert "Bài mới" in shown(portal, "index.html")


def test_mended_it_is_as_if_nothing_had_been(bantin, portal, tmp_path):
    break_article(portal)
    assert bantin("build", "--last-good", cwd=portal).code == 1
    article(portal).write_text(article(portal).read_text().replace("31/02/2026", "2026-01-08 15:30"))
    run = bantin("build", "--last-good", cwd=portal)
    assert run.code == 0
    assert "lỗi" not in run.err
    assert "Tên mới" in shown(portal, "tin-tuc/index.html")
    clean = bantin("build", "-o", tmp_path / "clean", cwd=portal)
    assert clean.code == 0, clean.err
    assert tree(tmp_path / "clean") == tree(portal / "public")


def test_a_new_article_with_errors_is_left_out(bantin, portal):
    before = tree(portal / "public")
    (portal / "content/tin-tuc/hong.md").write_text("---\ntitle: Hỏng\ndate: 2026-01-09\ntitel: x\n---\nHỏng.\n")
    run = bantin("build", "--last-good", cwd=portal)
    assert run.code == 1
    assert run.err == (
        "content/tin-tuc/hong.md:4:1: lỗi: không có trường `titel`\n"
        "  4 | titel: x\n"
        "    | ^^^^^\n"
        "  cách sửa: ý bạn là `title`?\n")
    assert "Không có tệp nào thay đổi.\n" in run.out
    assert tree(portal / "public") == before
    assert "Hỏng" not in (portal / "addresses.csv").read_text()


def test_an_article_whose_page_is_gone_is_left_out(bantin, portal):
    break_article(portal)
    (portal / "public" / ARTICLE).unlink()
    run = bantin("build", "--last-good", cwd=portal)
    assert run.code == 1
    assert ERROR["vi"] in run.err
    assert not (portal / "public" / ARTICLE).exists()
    assert TITLE not in shown(portal, "tin-tuc/index.html")
    assert ARTICLE.removesuffix("index.html") not in shown(portal, "index.html")


def test_into_another_folder_there_is_no_page_to_keep(bantin, portal):
    break_article(portal)
    run = bantin("build", "--last-good", "-o", "out", cwd=portal)
    assert run.code == 1
    assert not (portal / "out" / ARTICLE).exists()
    assert (portal / "out/index.html").exists()


@pytest.mark.parametrize("path, text, words", [
    ("site.yaml", "title: A\nurl: https://a.example.vn/\ntitel: x\n", "site.yaml:3:1: lỗi: "),
    ("themes/sen/templates/home.html", "{{ artcle.title }}", "themes/sen/templates/home.html:1:4: lỗi: "),
    ("content/trang/hong.md", "---\ntitel: x\n---\n", "content/trang/hong.md:"),
    ("content/tin-tuc/_index.md", "---\ntitel: x\n---\n", "content/tin-tuc/_index.md:2:1: lỗi: "),
])
def test_other_errors_hold_up_everything(bantin, portal, path, text, words):
    before = tree(portal / "public")
    target = portal / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text)
    run = bantin("build", "--last-good", cwd=portal)
    assert run.code == 1
    assert words in run.err
    assert run.out == ""
    assert tree(portal / "public") == before


def test_broken_links_hold_up_nothing(bantin, portal):
    (portal / "content/tin-tuc/moi.md").write_text(
        "---\ntitle: Bài mới\ndate: 2026-01-09\n---\n[Không có](khong-co.md)\n")
    assert bantin("build", cwd=portal).code == 1
    run = bantin("build", "--last-good", cwd=portal)
    assert run.code == 1
    assert "content/tin-tuc/moi.md:5:12: lỗi: " in run.err
    assert "Bài mới" in shown(portal, "index.html")


def test_a_link_to_an_article_that_was_left_out_holds_up_nothing(bantin, portal):
    (portal / "content/tin-tuc/hong.md").write_text("---\ntitle: Hỏng\n---\n")
    (portal / "content/tin-tuc/moi.md").write_text(
        "---\ntitle: Bài mới\ndate: 2026-01-09\n---\n[Hỏng](hong.md)\n")
    run = bantin("build", "--last-good", cwd=portal)
    assert run.code == 1
    assert "content/tin-tuc/hong.md:" in run.err
    assert "Bài mới" in shown(portal, "index.html")


def test_without_errors_it_changes_nothing(bantin, portal):
    run = bantin("build", "--last-good", cwd=portal)
    assert (run.code, run.err) == (0, "")
    assert "Không có tệp nào thay đổi.\n" in run.out


def test_without_a_cache_the_page_stays(bantin, portal):
    """Lost, or that of an older version: nobody knows what the article was, but readers have its page."""
    text = article(portal).read_text().replace("title:", "id: tu-sach\ntitle:")
    article(portal).write_text(text)
    assert bantin("build", cwd=portal).code == 0
    before = (portal / "public" / ARTICLE).read_bytes()
    article(portal).write_text(text.replace("title:", "tieude:"))
    for _ in range(2):
        shutil.rmtree(portal / ".bantin")
        for _ in range(2):
            run = bantin("build", "--last-good", cwd=portal)
            assert run.code == 1
            assert (portal / "public" / ARTICLE).read_bytes() == before
            assert TITLE not in shown(portal, "tin-tuc/index.html")
    article(portal).write_text(text)
    mended = bantin("build", "--verify", cwd=portal)
    assert mended.code == 0, mended.err
    assert TITLE in shown(portal, "tin-tuc/index.html")


def test_without_a_cache_a_page_of_two_ids_stays(bantin, portal):
    """An article that was given another id has its address twice in addresses.csv; both files may have errors now."""
    text = article(portal).read_text()
    for name in ("mot", "hai"):
        article(portal).write_text(text.replace("title:", f"id: {name}\ntitle:"))
        assert bantin("build", cwd=portal).code == 0
    before = (portal / "public" / ARTICLE).read_bytes()
    article(portal).write_text(text.replace("title:", "id: mot\ntieude:"))
    (portal / "content/tin-tuc/hai.md").write_text(text.replace("title:", "id: hai\ntieude:"))
    shutil.rmtree(portal / ".bantin")
    run = bantin("build", "--last-good", cwd=portal)
    assert run.code == 1, run.err
    assert (portal / "public" / ARTICLE).read_bytes() == before


@pytest.mark.parametrize("lines", ["draft: true\n", "withdrawn: {reason: Nhầm}\n"])
def test_without_a_cache_what_shall_not_be_read_goes(bantin, portal, lines):
    text = article(portal).read_text().replace("title:", "id: tu-sach\ntitle:")
    article(portal).write_text(text)
    assert bantin("build", cwd=portal).code == 0
    article(portal).write_text(text.replace("title:", lines + "tieude:"))
    shutil.rmtree(portal / ".bantin")
    assert bantin("build", "--last-good", cwd=portal).code == 1
    assert not (portal / "public" / ARTICLE).exists()


def test_a_page_that_shows_the_text_of_the_article_stays_too(bantin, portal):
    """The text of before is nowhere to be had: neither its source nor the cache holds it."""
    home = portal / "themes/ban-tin/templates/home.html"
    home.parent.mkdir(parents=True)
    home.write_text("{% for a in site.latest %}<h2>{{ a.title }}</h2>{{ a.body }}{% endfor %}")
    (portal / "themes/ban-tin/theme.yaml").write_text("title: Bản tin\nparent: sen\n")
    settings = portal / "site.yaml"
    settings.write_text(re.sub(r"(?m)^theme:.*\n", "", settings.read_text()) + "\ntheme: ban-tin\n")
    for _ in range(2):
        assert bantin("build", cwd=portal).code == 0
    before = shown(portal, "index.html")
    break_article(portal)
    (portal / "content/tin-tuc/moi.md").write_text("---\ntitle: Bài mới\ndate: 2026-01-09\n---\nMới.\n")
    for _ in range(2):
        run = bantin("build", "--last-good", cwd=portal)
        assert (run.code, run.err) == (1, ERROR["vi"])
        assert shown(portal, "index.html") == before
        assert "Bài mới" in shown(portal, "tin-tuc/index.html")
    article(portal).write_text(article(portal).read_text().replace("31/02/2026", "2026-01-08 15:30"))
    mended = bantin("build", "--verify", cwd=portal)
    assert mended.code == 0, mended.out + mended.err
    assert "Bài mới" in shown(portal, "index.html") and "Tên mới" in shown(portal, "index.html")


def test_what_a_failed_build_has_read_was_never_good(bantin, portal):
    """A build that fails for something else remembers nothing: the article stays as readers have it."""
    before = (portal / "public" / ARTICLE).read_bytes()
    good = article(portal).read_text()
    article(portal).write_text(re.sub(r"(?m)^title:.*$", "title: Tên chưa đăng", good))
    (portal / "content/tin-tuc/moi.md").write_text("---\ntitle: Bài mới\ndate: 2026-01-09\n---\n[x](khong-co.md)\n")
    assert bantin("build", cwd=portal).code == 1
    (portal / "content/tin-tuc/moi.md").unlink()
    break_article(portal)
    run = bantin("build", "--last-good", cwd=portal)
    assert run.code == 1
    assert (portal / "public" / ARTICLE).read_bytes() == before
    assert TITLE in shown(portal, "tin-tuc/index.html") and "Tên chưa đăng" not in shown(portal, "tin-tuc/index.html")
