"""bantin withdraw: an article goes at once, whatever state other files are in."""

import re
import signal
import subprocess
import time

import pytest

import newsroom
from conftest import tree
from newsroom import ADDRESS, plain, write

PAGE = "tin/2025/06/bai-co-anh/index.html"
FILES = ["tin/anh/phieu.pdf", "tin/anh/rieng/ghi-chep.txt"]
BROKEN = {
    "another article": ("content/tin/hong.md", "---\ntitel: Hỏng\ndate: 2025-01-01\n---\n"),
    "the same article": None,
    "a link": ("content/tin/hong.md", "---\ntitle: Hỏng\ndate: 2025-01-01\n---\n[x](khong-co.md)\n"),
    "an address": ("content/tin/hong.md", "---\ntitle: Bài cũ\ndate: 2025-06-01\n---\n"),
    "a page": ("content/trang/lien-he.md", "---\n"),
    "a setting": ("site.yaml", f"title: Công đoàn\nurl: {ADDRESS}/\ntheme: khong-co\n"),
    "the theme": ("themes/sen/templates/notice.html", "{{ notice.khong_co }}\n"),
    "site.yaml": ("site.yaml", "title: [\n"),
}


@pytest.fixture
def site(tmp_path, bantin):
    """A portal that is out."""
    site = newsroom.make(tmp_path / "site")
    run = bantin("build", cwd=site)
    assert run.code == 0, run.err
    assert all((site / "public" / path).exists() for path in [PAGE, *FILES])
    return site


def test_a_move_before_it_is_told_once(bantin, site):
    """Nothing is recorded of a withdrawn article: a later build must not tell of its move again."""
    path = site / "content/tin/cu.md"
    path.write_text(path.read_text().replace("date:", "slug: khac\ndate:"))
    run = bantin("withdraw", "content/tin/cu.md", "--reason", "Nhầm", cwd=site)
    assert run.code == 0, run.err
    assert "Đổi địa chỉ" not in bantin("build", cwd=site).out
    redirect = (site / "public/tin/2025/06/bai-cu/index.html").read_text()
    assert "/tin/2025/06/khac/" in redirect


def test_a_page_that_is_not_found_is_told(bantin, site):
    """Moved since the last build, and the site cannot be built: nobody knows where its page is."""
    (site / "content/tin/cu.md").rename(site / "content/tin/moi-hon.md")
    text = (site / "content/tin/moi-hon.md").read_text()
    (site / "content/tin/moi-hon.md").write_text(text.replace("date:", "slug: khac\ndate:"))
    write(site / "content/tin/hong.md", "---\n")
    run = bantin("withdraw", "content/tin/moi-hon.md", "--reason", "Nhầm", cwd=site)
    assert ("Chưa thấy trang nào của bài trong public/: nếu tệp vừa đổi tên hay chuyển chỗ, trang cũ vẫn còn cho đến khi "
            "dựng được.\n") in run.out
    (site / "content/tin/hong.md").unlink()
    assert bantin("build", cwd=site).code == 0
    assert not (site / "public/tin/2025/06/bai-cu/index.html").exists()


def clean(bantin, site, tmp_path):
    """What a build into an empty folder gives."""
    out = tmp_path / "clean"
    run = bantin("build", "-o", out, cwd=site)
    assert run.code == 0, run.err
    return tree(out)


def withdrawn_on(site, name="anh/index.md"):
    text = (site / "content/tin" / name).read_text()
    found = re.search(r"withdrawn:\n  reason: (.*)\n  date: (\d{4})-(\d\d)-(\d\d) \d\d:\d\d\n", text)
    assert found, text
    return found[1], f"{found[4]}/{found[3]}/{found[2]}"


def test_the_notice_takes_the_place_of_the_page(bantin, site, tmp_path):
    before = (site / "content/tin/anh/index.md").read_text()
    run = bantin("withdraw", "tin/anh", "--reason", 'Sai  "số liệu":\n#1', cwd=site)
    assert (run.code, run.err) == (0, "")
    reason, day = withdrawn_on(site)
    assert reason == 'Sai "số liệu": #1'
    text = (site / "content/tin/anh/index.md").read_text()
    assert re.sub(r"withdrawn:\n(  .*\n)+", "", text) == before
    notice = (site / "public" / PAGE).read_text()
    assert "Bài có ảnh" not in notice and "noindex" in notice
    assert "Lý do: Sai &quot;số liệu&quot;: #1" in notice and day in notice
    assert not any((site / "public" / path).exists() for path in FILES)
    public = "".join(path.read_text() for path in (site / "public").rglob("*") if path.suffix in (".html", ".xml"))
    assert "Bài có ảnh" not in public
    lines = plain(run.out).splitlines()
    url = f"{ADDRESS}/tin/2025/06/bai-co-anh/"
    assert lines[:2] == ["Đã gỡ “Bài có ảnh”.", f"Trang thông báo: {url}"]
    assert lines[2].startswith("Địa chỉ thay đổi: ")
    assert lines[3] == f"  {url}"
    assert lines[13].startswith("  … và ")
    assert lines[14].startswith("Đã dựng 1 bài thành ")
    assert lines[15:] == ["Không đưa vào danh sách: 1 đã gỡ."]
    assert tree(site / "public") == clean(bantin, site, tmp_path)


def test_twice_is_harmless(bantin, site):
    assert bantin("go", "tin/anh", "--reason", "Sai", cwd=site).code == 0
    source = (site / "content/tin/anh/index.md").read_bytes()
    public = tree(site / "public")
    again = bantin("go", "tin/anh", "--reason", "Khác", "--lang", "en", cwd=site)
    assert (again.code, again.err) == (0, "")
    assert plain(again.out) == (
        "“Bài có ảnh” was withdrawn before; the reason in its file stays.\n"
        f"The notice is at: {ADDRESS}/tin/2025/06/bai-co-anh/\n"
        "No address changed.\n"
        f"Built 1 articles into {len(public) - 1} files in N ms.\n"
        "Not listed: 1 withdrawn.\n")
    assert (site / "content/tin/anh/index.md").read_bytes() == source
    assert tree(site / "public") == public
    vietnamese = bantin("go", "tin/anh", "--reason", "Khác", cwd=site)
    assert vietnamese.out.startswith("“Bài có ảnh” đã gỡ từ trước; lý do trong tệp giữ nguyên.\n")


def test_without_a_notice(bantin, site, tmp_path):
    run = bantin("withdraw", "tin/anh", "--reason", "Sai", "--no-page", "--lang", "en", cwd=site)
    assert (run.code, run.err) == (0, "")
    assert "  page: none\n" in (site / "content/tin/anh/index.md").read_text()
    assert not (site / "public" / PAGE).exists()
    lines = run.out.splitlines()
    assert lines[0] == "Withdrew “Bài có ảnh”."
    assert lines[2] == f"  {ADDRESS}/tin/2025/06/bai-co-anh/ (removed)"
    assert tree(site / "public") == clean(bantin, site, tmp_path)


@pytest.mark.parametrize("leaves_notice", [True, False])
@pytest.mark.parametrize("broken", BROKEN)
def test_at_once_whatever_is_broken(bantin, site, tmp_path, broken, leaves_notice):
    public = tree(site / "public")
    article = site / "content/tin/anh/index.md"
    if BROKEN[broken] is None:
        good = None
        article.write_text(article.read_text().replace("date:", "tags: {a: b}\ndate:"))
    else:
        path, text = BROKEN[broken]
        good = (site / path).read_text() if (site / path).exists() else None
        write(site / path, text)
    flags = [] if leaves_notice else ["--no-page"]
    run = bantin("withdraw", "tin/anh", "--reason", "Sai <b>", *flags, cwd=site)
    assert run.code == 1
    assert "lỗi: " in run.err
    assert run.out == (
        "Đã gỡ “Bài có ảnh”.\n"
        "Cổng thông tin còn lỗi nên chưa dựng được; đã gỡ ngay khỏi public/: 1 trang, 2 tệp.\n"
        "Các danh sách còn tên bài cho đến khi sửa xong lỗi và chạy: bantin build\n")
    reason, day = withdrawn_on(site)
    assert reason == "Sai <b>"

    after = tree(site / "public")
    if leaves_notice:
        notice = (site / "public" / PAGE).read_text()
        assert "Bài có ảnh" not in notice and "Sai &lt;b&gt;" in notice and "noindex" in notice
        assert day in notice and notice.lower().startswith("<!doctype html>")
        assert notice.rstrip().endswith("</html>")
        has_theme = broken not in ("a setting", "the theme", "site.yaml")
        assert ("/assets/" in notice) == has_theme
    others = {path: hash for path, hash in public.items() if path not in [PAGE, *FILES]}
    assert {path: hash for path, hash in after.items() if path != PAGE} == others
    assert (PAGE in after) == leaves_notice

    again = bantin("withdraw", "tin/anh", "--reason", "Sai", *flags, cwd=site)
    assert again.code == 1
    assert tree(site / "public") == after

    # Mended, the next build converges to what a clean one gives.
    if BROKEN[broken] is None:
        article.write_text(article.read_text().replace("tags: {a: b}\n", ""))
    elif good is None:
        (site / path).unlink()
    else:
        (site / path).write_text(good)
    mended = bantin("build", cwd=site)
    assert mended.code == 0, mended.err
    assert tree(site / "public") == clean(bantin, site, tmp_path)


def test_at_once_in_english(bantin, site):
    write(site / "content/tin/hong.md", "---\ntitel: Hỏng\n---\n")
    run = bantin("withdraw", "tin/anh", "--reason", "Sai", "--lang", "en", cwd=site)
    assert (run.code, run.out) == (
        1, "Withdrew “Bài có ảnh”.\n"
        "The site has errors and was not built; taken out of public/ at once: pages 1, files 2.\n"
        "Lists show the article until the errors are mended and this is run: bantin build\n")


def test_brought_back_after_all(bantin, site, tmp_path):
    """Files that were taken away without a build come back with the next one."""
    source = (site / "content/tin/anh/index.md").read_text()
    hong = write(site / "content/tin/hong.md", "---\ntitel: Hỏng\n---\n")
    public = tree(site / "public")
    assert bantin("withdraw", "tin/anh", "--reason", "Sai", cwd=site).code == 1
    hong.unlink()
    (site / "content/tin/anh/index.md").write_text(source)
    run = bantin("build", cwd=site)
    assert run.code == 0, run.err
    assert tree(site / "public") == public == clean(bantin, site, tmp_path)


def test_the_last_good_state_does_not_come_back(bantin, site):
    """`--last-good` keeps articles with errors as they were: not one that was withdrawn since."""
    article = site / "content/tin/anh/index.md"
    article.write_text(article.read_text().replace("title:", "titel: x\ntitle:"))
    assert bantin("withdraw", "tin/anh", "--reason", "Sai", cwd=site).code == 1
    run = bantin("build", "--last-good", cwd=site)
    assert run.code == 1
    assert "Lý do: Sai" in (site / "public" / PAGE).read_text()
    assert not any((site / "public" / path).exists() for path in FILES)
    assert "Bài có ảnh" not in (site / "public/index.html").read_text()


def test_files_of_others_stay(bantin, site):
    """What lies in the folder of another article, and what nobody built, is not this article's."""
    write(site / "content/tin/anh/con/index.md", "---\ntitle: Con\ndate: 2025-06-01\n---\n")
    write(site / "content/tin/anh/con/con.pdf", "pdf")
    assert bantin("build", cwd=site).code == 0
    write(site / "public/tin/anh/cua-toi.pdf", "pdf")
    write(site / "content/tin/hong.md", "---\ntitel: Hỏng\n---\n")
    assert bantin("withdraw", "tin/anh", "--reason", "Sai", cwd=site).code == 1
    assert (site / "public/tin/anh/cua-toi.pdf").exists()
    assert (site / "public/tin/anh/con/con.pdf").exists()
    assert not any((site / "public" / path).exists() for path in FILES)


def test_old_addresses_show_the_notice_too(bantin, site):
    """The last build may have put the page elsewhere."""
    article = site / "content/tin/anh/index.md"
    article.write_text(article.read_text().replace("title:", "slug: ten-moi\ntitle:"))
    write(site / "content/tin/hong.md", "---\ntitel: Hỏng\n---\n")
    run = bantin("withdraw", "tin/anh", "--reason", "Sai", cwd=site)
    assert "1 trang, 2 tệp" in run.out
    assert "Lý do: Sai" in (site / "public" / PAGE).read_text()


def test_nothing_built_yet(bantin, tmp_path):
    site = newsroom.make(tmp_path / "site")
    write(site / "content/tin/hong.md", "---\ntitel: Hỏng\n---\n")
    run = bantin("withdraw", "tin/anh", "--reason", "Sai", cwd=site)
    assert run.code == 1
    assert run.out == (
        "Đã gỡ “Bài có ảnh”.\n"
        "Các danh sách còn tên bài cho đến khi sửa xong lỗi và chạy: bantin build\n")
    assert not (site / "public").exists()


def test_a_kill_leaves_whole_files_and_the_next_run_does_the_rest(bantin, binary, site):
    hong = write(site / "content/tin/hong.md", "---\ntitel: Hỏng\n---\n")
    source = site / "content/tin/anh/index.md"
    before = (source.read_text(), (site / "public" / PAGE).read_text())
    reference = tree(site / "public")
    for step in range(15):
        source.write_text(before[0])
        process = subprocess.Popen(
            [binary, "withdraw", "tin/anh", "--reason", "Sai"], cwd=site, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        time.sleep(step * 0.008)
        process.send_signal(signal.SIGKILL)
        process.wait()
        text = source.read_text()
        assert text == before[0] or withdrawn_on(site)[0] == "Sai"
        page = (site / "public" / PAGE).read_text()
        assert page == before[1] or "Lý do: Sai" in page and page.rstrip().endswith("</html>")
    assert bantin("withdraw", "tin/anh", "--reason", "Sai", cwd=site).code == 1
    assert "Lý do: Sai" in (site / "public" / PAGE).read_text()
    hong.unlink()
    source.write_text(before[0])
    run = bantin("build", cwd=site)
    assert run.code == 0, run.err
    assert tree(site / "public") == reference


# Refused


@pytest.mark.parametrize("lines", ["date: 2025-01-01\ndraft: true\n", "date: 2099-01-01\n"])
def test_what_nobody_has_seen(bantin, site, lines):
    file = newsroom.draft(site, lines)
    before = (file.read_bytes(), tree(site / "public"))
    run = bantin("withdraw", "tin/moi", "--reason", "Sai", cwd=site)
    assert (run.code, run.out, run.err) == (
        1, "", "content/tin/moi.md: lỗi: bài chưa đăng lần nào nên không có gì để gỡ\n"
        "  cách sửa: để bài không hiện khi đến giờ, thêm `nhap: có`, hoặc xóa tệp\n")
    assert (file.read_bytes(), tree(site / "public")) == before


def test_taken_back_as_a_draft(bantin, site):
    """Readers have its address: they are owed the notice."""
    article = site / "content/tin/anh/index.md"
    article.write_text(article.read_text().replace("title:", "draft: true\ntitle:"))
    run = bantin("withdraw", "tin/anh", "--reason", "Sai", cwd=site)
    assert run.code == 0, run.err
    assert "draft" not in article.read_text()
    assert "Lý do: Sai" in (site / "public" / PAGE).read_text()


def test_a_page(bantin, site):
    run = bantin("withdraw", "trang/lien-he", "--reason", "Sai", cwd=site)
    assert (run.code, run.out, run.err) == (
        1, "", "content/trang/lien-he.md: lỗi: trang cố định không gỡ bằng lệnh này được\n"
        "  cách sửa: thêm `nhap: có` vào tệp, hoặc xóa tệp, rồi chạy: bantin build\n")


def test_a_reason_is_needed(bantin, site):
    before = tree(site)
    assert bantin("withdraw", "tin/anh", cwd=site).code == 2
    run = bantin("withdraw", "tin/anh", "--reason", " ", cwd=site)
    assert (run.code, run.out, run.err) == (
        2, "", "lỗi: `--reason` không được trống\n"
        "  cách sửa: viết như `--reason \"Bài đăng nhầm\"`: lý do hiện trên trang thông báo\n")
    assert {path: hash for path, hash in tree(site).items() if ".bantin/" not in path} == {
        path: hash for path, hash in before.items() if ".bantin/" not in path}
