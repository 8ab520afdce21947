"""`init --theme-copy`: the built-in theme as files of the portal."""

import pytest
from conftest import AT, ROOT, tree

THEME = ROOT / "themes/sen"


def pages(bantin, site, out):
    run = bantin("build", "-o", out, "--at", AT, cwd=site)
    assert run.code == 0, run.err
    return tree(out)


@pytest.mark.parametrize("flag", ["--theme-copy", "--chep-giao-dien"])
def test_a_new_portal_gets_the_theme(bantin, tmp_path, flag):
    run = bantin("init", "x", flag, cwd=tmp_path)
    assert (run.code, run.err) == (0, "")
    site = tmp_path / "x"
    assert run.out == (
        f"Đã tạo cổng thông tin trong {site}.\n"
        "Tiếp theo: vào thư mục x, sửa site.yaml, rồi chạy: bantin build\n")
    assert tree(site / "themes/sen") == tree(THEME)
    assert (site / "site.yaml").exists()
    assert bantin("build", cwd=site).code == 0


@pytest.mark.parametrize("language, said", [
    ("vi", "Đã chép giao diện sen vào {site}/themes/sen.\n"
           "Tiếp theo: sửa các tệp trong đó, rồi chạy: bantin build\n"),
    ("en", "Copied theme sen to {site}/themes/sen.\nNext: edit the files there, then run: bantin build\n"),
])
def test_a_portal_that_exists_gets_nothing_but_the_theme(bantin, sample, language, said):
    before = tree(sample)
    run = bantin("init", "--theme-copy", "--lang", language, cwd=sample)
    assert (run.code, run.err) == (0, "")
    assert run.out == said.format(site=sample)
    after = tree(sample)
    assert {name: hash for name, hash in after.items() if not name.startswith("themes/")} == before
    assert tree(sample / "themes/sen") == tree(THEME)


def test_the_copy_makes_the_pages_that_the_built_in_theme_makes(bantin, sample, tmp_path):
    inside = pages(bantin, sample, tmp_path / "inside")
    assert bantin("init", "--theme-copy", cwd=sample).code == 0
    assert pages(bantin, sample, tmp_path / "copied") == inside


def test_a_change_of_the_copy_is_seen(bantin, sample, tmp_path):
    bantin("init", "--theme-copy", cwd=sample)
    footer = sample / "themes/sen/templates/parts/footer.html"
    footer.write_text(footer.read_text() + "<p>Chân trang riêng</p>\n")
    pages(bantin, sample, tmp_path / "out")
    assert "<p>Chân trang riêng</p>" in (tmp_path / "out/index.html").read_text()


@pytest.mark.parametrize("language, said", [
    ("vi", "lỗi: {site}/themes/sen/theme.yaml đã có\n"
           "  cách sửa: dời hoặc đổi tên themes/sen/, rồi chạy lại\n"),
    ("en", "error: {site}/themes/sen/theme.yaml exists already\n"
           "  remedy: move themes/sen/ away or rename it, then run this again\n"),
])
def test_nothing_is_overwritten(bantin, sample, language, said):
    own = sample / "themes/sen/theme.yaml"
    own.parent.mkdir(parents=True)
    own.write_text("title: Của tôi\n")
    before = tree(sample)
    run = bantin("init", "--theme-copy", "--lang", language, cwd=sample)
    assert (run.code, run.out) == (2, "")
    assert run.err == said.format(site=sample)
    assert tree(sample) == before


def test_a_folder_with_a_theme_and_no_portal_is_left_alone(bantin, tmp_path):
    own = tmp_path / "themes/sen/theme.yaml"
    own.parent.mkdir(parents=True)
    own.write_text("title: Của tôi\n")
    run = bantin("init", "--theme-copy", cwd=tmp_path)
    assert run.code == 2
    assert run.err == f"lỗi: {own} đã có\n  cách sửa: chọn một thư mục khác\n"
    assert sorted(tree(tmp_path)) == ["themes/sen/theme.yaml"]
