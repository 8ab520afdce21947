"""bantin publish: an article comes out, whole or not at all."""

import datetime
import fcntl
import os
import re
import signal
import subprocess
import time
import unicodedata

import pytest

import newsroom
from conftest import tree
from newsroom import ADDRESS, plain, write

ZONE = datetime.timezone(datetime.timedelta(hours=7))


@pytest.fixture
def site(tmp_path, bantin):
    """A portal that is out."""
    site = newsroom.make(tmp_path / "site")
    run = bantin("build", cwd=site)
    assert run.code == 0, run.err
    return site


def near_now(text, form):
    """The moment in `text`, which must be this one."""
    moment = datetime.datetime.strptime(text, form).replace(tzinfo=ZONE)
    age = datetime.datetime.now(ZONE) - moment
    assert datetime.timedelta(0) <= age < datetime.timedelta(minutes=3), text
    return moment


def fields(file):
    lines = file.read_text().split("---\n")[1].splitlines()
    return dict(line.split(": ", 1) for line in lines if not line.startswith("#"))


# Coming out


def test_a_draft_comes_out(bantin, site):
    file = newsroom.draft(site, "# ghi chú\ndate: 01/06/2025 07:00\ndraft: true\ntags: [khen thưởng]\n")
    run = bantin("publish", "content/tin/moi.md", cwd=site)
    assert (run.code, run.err) == (0, "")
    written = fields(file)
    date = near_now(written["date"], "%d/%m/%Y %H:%M")
    assert file.read_text() == (
        f"---\ntitle: Bài mới\n# ghi chú\ndate: {written['date']}\ntags: [khen thưởng]\n"
        f"id: {date:%Y%m%d}-bai-moi\nslug: bai-moi\n---\nThân bài.\n")
    url = f"{ADDRESS}/tin/{date:%Y/%m}/bai-moi/"
    lines = plain(run.out).splitlines()
    assert lines[:6] == [
        f"Đã đăng “Bài mới”: {date:%H:%M} {date.day}/{date.month}/{date.year}.",
        "Đã ghi vào content/tin/moi.md: date, draft, id, slug.", f"Xem tại: {url}",
        lines[3], f"  {url} (mới)", f"  {ADDRESS}/404.html"]
    count = int(lines[3].removeprefix("Địa chỉ thay đổi: "))
    assert lines[14] == f"  … và {count - 10} địa chỉ khác"
    assert lines[15].startswith("Đã dựng 3 bài thành ") and lines[15].endswith(" tệp trong N ms.")
    due = date + datetime.timedelta(hours=48)
    assert lines[16:] == [f"Lần thay đổi kế tiếp: {due:%H:%M} {due.day}/{due.month}/{due.year}."]
    assert (site / f"public/tin/{date:%Y/%m}/bai-moi/index.html").exists()
    assert f"{date:%Y%m%d}-bai-moi,/tin/{date:%Y/%m}/bai-moi/\n" in (site / "addresses.csv").read_text()


def test_in_english(bantin, site):
    newsroom.draft(site)
    run = bantin("publish", "content/tin/moi.md", "--lang", "en", cwd=site)
    date = near_now(fields(site / "content/tin/moi.md")["date"], "%d/%m/%Y %H:%M")
    url = f"{ADDRESS}/tin/{date:%Y/%m}/bai-moi/"
    lines = plain(run.out).splitlines()
    assert lines[:3] == [
        f"Published “Bài mới”: {date:%H:%M} {date.day}/{date.month}/{date.year}.",
        "Changed in content/tin/moi.md: date, draft, id, slug.", f"Look at: {url}"]
    assert lines[3].startswith("Addresses changed: ")
    assert lines[4] == f"  {url} (new)"
    assert lines[14].startswith("  … and ") and lines[14].endswith(" more")


def test_an_empty_id_is_filled(bantin, site):
    """Without an id the article would be another one in another category."""
    path = newsroom.draft(site, "id:\nslug:\ndate: 01/06/2025 07:00\ndraft: true\n")
    run = bantin("publish", "content/tin/moi", cwd=site)
    assert run.code == 0, run.err
    assert re.search(r"^id: \d{8}-bai-moi$", path.read_text(), re.MULTILINE)


def test_two_of_one_title_on_one_day_are_two(bantin, site):
    for name in ("mot", "hai"):
        path = write(site / f"content/tin/{name}.md", f"---\ntitle: Thư mời họp\nslug: {name}\ndraft: true\n---\nXin mời.\n")
        text = path.read_text().replace("slug: ", "slug: thu-moi-")
        path.write_text(text)
        run = bantin("publish", f"content/tin/{name}", cwd=site)
        assert run.code == 0, run.err
    write(site / "content/thong-bao/_index.md", "---\ntitle: Thông báo\n---\n")
    write(site / "content/thong-bao/mot.md", "---\ntitle: Thư mời họp\nslug: thu-moi-mot\ndraft: true\n---\nXin mời.\n")
    run = bantin("publish", "content/thong-bao/mot", cwd=site)
    assert run.code == 0, run.err
    ids = re.findall(r"^id: (.*)$", "".join(path.read_text() for path in site.glob("content/*/*.md")), re.MULTILINE)
    assert len(ids) == len(set(ids)) == 3
    assert any(id.endswith("-thu-moi-mot-2") for id in ids)


def test_twice_is_harmless(bantin, site):
    file = newsroom.draft(site)
    first = bantin("publish", "content/tin/moi.md", cwd=site)
    assert first.code == 0, first.err
    before = (file.read_bytes(), file.stat().st_mtime_ns, tree(site / "public"))
    again = bantin("dang", "content/tin/moi.md", cwd=site)
    assert (again.code, again.err) == (0, "")
    assert (file.read_bytes(), file.stat().st_mtime_ns, tree(site / "public")) == before
    said = plain(again.out).splitlines()
    date = near_now(fields(file)["date"], "%d/%m/%Y %H:%M")
    assert said[:3] == [
        f"“Bài mới” đã đăng từ trước: {date:%H:%M} {date.day}/{date.month}/{date.year}.",
        f"Xem tại: {ADDRESS}/tin/{date:%Y/%m}/bai-moi/", "Không có địa chỉ nào thay đổi."]
    assert said[3].startswith("Đã dựng 3 bài thành ")
    english = plain(bantin("publish", "content/tin/moi.md", "--lang", "en", cwd=site).out).splitlines()
    assert english[0] == f"“Bài mới” was published before: {date:%H:%M} {date.day}/{date.month}/{date.year}."
    assert english[2] == "No address changed."


def test_what_was_published_by_hand_stays_itself(bantin, site):
    """Its id is the path of its file: another one would be another article to feeds, counters and redirects."""
    addresses = (site / "addresses.csv").read_bytes()
    run = bantin("publish", "content/tin/cu.md", cwd=site)
    assert run.code == 0, run.err
    text = (site / "content/tin/cu.md").read_text()
    assert "date: 2025-06-19 08:00\n" in text and "slug: bai-cu\n---\n" in text and "\nid: " not in text
    assert (site / "addresses.csv").read_bytes() == addresses
    assert plain(run.out).splitlines()[:4] == [
        "Đã đăng “Bài cũ”: 08:00 19/6/2025.", "Đã ghi vào content/tin/cu.md: slug.",
        f"Xem tại: {ADDRESS}/tin/2025/06/bai-cu/", "Không có địa chỉ nào thay đổi."]


def test_a_missing_date_is_this_moment(bantin, site):
    for number, lines in enumerate(["draft: true\n", "date:\n", "ngay:\n", ""]):
        file = newsroom.draft(site, lines, name=f"moi-{number}", body="")
        file.write_text(file.read_text().replace("Bài mới", f"Bài mới {number}"))
        run = bantin("publish", file, cwd=site)
        assert run.code == 0, run.err
        assert run.out.startswith(f"Đã đăng “Bài mới {number}”: ")
        key = "ngay" if "ngay" in lines else "date"
        near_now(fields(file)[key], "%Y-%m-%d %H:%M")


def test_a_page_comes_out(bantin, site):
    page = write(site / "content/trang/gioi-thieu.md", "---\ntitle: Giới thiệu\ndraft: true\n---\nLời.\n")
    run = bantin("publish", "trang/gioi-thieu", cwd=site)
    assert run.code == 0, run.err
    assert page.read_text() == "---\ntitle: Giới thiệu\n---\nLời.\n"
    assert plain(run.out).splitlines()[:3] == [
        "Đã đăng trang “Giới thiệu”.", "Đã ghi vào content/trang/gioi-thieu.md: draft.",
        f"Xem tại: {ADDRESS}/gioi-thieu/"]
    again = bantin("publish", "trang/gioi-thieu", cwd=site)
    assert again.out.startswith("Trang “Giới thiệu” đã đăng từ trước.\n")
    refused = bantin("publish", "trang/gioi-thieu", "--at", "1/1/2099", cwd=site)
    assert (refused.code, refused.out, refused.err) == (
        2, "", "content/trang/gioi-thieu.md: lỗi: trang cố định không hẹn giờ được\n  cách sửa: bỏ `--at`\n")


def test_an_expired_article_has_a_page(bantin, site):
    newsroom.draft(site, "date: 2025-06-01\nexpires: 2025-07-01\ndraft: true\n")
    run = bantin("publish", "tin/moi", cwd=site)
    assert run.code == 0, run.err
    assert run.out.startswith("“Bài mới” đã hết hạn: có trang, không có trong danh sách.\n")


# Scheduled


@pytest.mark.parametrize("at", [
    "1/1/2099 07:30", "2099-01-01T07:30", "2099-01-01 07:30", "7h30 ngày 1/1/2099", "2099-01-01T00:30:00Z",
    "07:30, ngày 1 tháng 1 năm 2099"])
def test_scheduled(bantin, site, at):
    file = newsroom.draft(site, "date: 9-6-2025 7:00\ndraft: true\n")
    public = tree(site / "public")
    run = bantin("publish", "tin/moi.md", "--at", at, cwd=site)
    assert (run.code, run.err) == (0, "")
    assert file.read_text() == (
        "---\ntitle: Bài mới\ndate: 1-1-2099 7:30\nid: 20990101-bai-moi\nslug: bai-moi\n---\nThân bài.\n")
    assert plain(run.out) == (
        "Đã hẹn giờ đăng “Bài mới”: 07:30 1/1/2099.\n"
        "Đã ghi vào content/tin/moi.md: date, draft, id, slug.\n"
        f"Khi đến giờ, bài ở: {ADDRESS}/tin/2099/01/bai-moi/\n"
        "Không có địa chỉ nào thay đổi.\n"
        f"Đã dựng 2 bài thành {len(public) - 1} tệp trong N ms.\n"
        "Không đưa vào danh sách: 1 hẹn giờ.\n"
        "Lần thay đổi kế tiếp: 07:30 1/1/2099.\n")
    assert tree(site / "public") == public
    again = bantin("publish", "tin/moi.md", "--lang", "en", cwd=site)
    assert plain(again.out) == (
        "“Bài mới” was scheduled before: 07:30 1/1/2099.\n"
        f"When it is due it will be at: {ADDRESS}/tin/2099/01/bai-moi/\n"
        "No address changed.\n"
        f"Built 2 articles into {len(public) - 1} files in N ms.\n"
        "Not listed: 1 scheduled.\n"
        "Next due: 07:30 1/1/2099.\n")


def test_a_draft_with_a_date_to_come_is_scheduled_for_it(bantin, site):
    file = newsroom.draft(site, "date: 30/4/2098 07:30\ndraft: true\n")
    run = bantin("publish", "tin/moi.md", cwd=site)
    assert run.out.startswith("Đã hẹn giờ đăng “Bài mới”: 07:30 30/4/2098.\n")
    assert fields(file)["date"] == "30/4/2098 07:30"


@pytest.mark.parametrize("word", ["now", "bây giờ", "Ngay"])
def test_scheduled_and_out_after_all(bantin, site, word):
    file = newsroom.draft(site, "date: 30/4/2098 07:30\n")
    run = bantin("publish", "tin/moi.md", "--at", word, cwd=site)
    assert run.out.startswith("Đã đăng “Bài mới”: ")
    near_now(fields(file)["date"], "%d/%m/%Y %H:%M")


def test_not_a_moment(bantin, site):
    file = newsroom.draft(site)
    before = file.read_bytes()
    run = bantin("publish", "tin/moi.md", "--at", "31/2/2099", cwd=site)
    assert (run.code, run.out, run.err) == (
        2, "", "lỗi: `--at 31/2/2099` không phải ngày giờ\n"
        "  cách sửa: viết như `--at 2026-04-30T07:30` hoặc `--at \"30/4/2026 07:30\"`\n")
    assert file.read_bytes() == before


def test_what_readers_have_is_not_scheduled(bantin, site):
    file = site / "content/tin/cu.md"
    before = (file.read_bytes(), tree(site / "public"))
    run = bantin("publish", "tin/cu.md", "--at", "1/1/2099", cwd=site)
    assert (run.code, run.out, run.err) == (
        1, "", "content/tin/cu.md: lỗi: bài đang hiện trên cổng thông tin nên không hẹn giờ được\n"
        "  cách sửa: muốn gỡ thì dùng `bantin go`; muốn rút về thì thêm `nhap: có` rồi chạy lại\n")
    assert (file.read_bytes(), tree(site / "public")) == before


# Refused


def unchanged_after(bantin, site, file, *arguments):
    """Runs `publish` and asserts that neither the file nor public/ changed."""
    before = (file.read_bytes(), file.stat().st_mtime_ns, tree(site / "public"))
    run = bantin("publish", file, *arguments, cwd=site)
    assert (file.read_bytes(), file.stat().st_mtime_ns, tree(site / "public")) == before
    assert not list(site.rglob("*.bantin-tmp"))
    return run


def test_a_picture_without_a_description_stops_it(bantin, site):
    """A build only warns of it; and messages speak of the file as it is, not as it would be."""
    write(site / "content/tin/anh.svg", "<svg/>")
    file = newsroom.draft(site, body="Một.\n\n![](anh.svg)\n")
    run = unchanged_after(bantin, site, file)
    assert (run.code, run.out, run.err) == (
        1, "", "content/tin/moi.md:8:1: lỗi: ảnh `anh.svg` chưa có mô tả\n"
        "  8 | ![](anh.svg)\n"
        "    | ^^\n"
        "  cách sửa: viết điều người xem thấy trong ảnh vào giữa ngoặc vuông: `![mô tả](ảnh.jpg)`\n")


def test_warnings_elsewhere_do_not_stop_it(bantin, site):
    write(site / "content/tin/anh.svg", "<svg/>")
    write(site / "content/tin/khac.md", "---\ntitle: Khác\ndate: 2025-01-01\n---\n![](anh.svg)\n")
    newsroom.draft(site)
    run = bantin("publish", "tin/moi.md", cwd=site)
    assert (run.code, run.err) == (
        0, "content/tin/khac.md:5:1: cảnh báo: ảnh `anh.svg` chưa có mô tả\n"
        "  5 | ![](anh.svg)\n"
        "    | ^^\n"
        "  cách sửa: viết điều người xem thấy trong ảnh vào giữa ngoặc vuông: `![mô tả](ảnh.jpg)`\n")


@pytest.mark.parametrize("name, text, message", [
    ("moi", "---\ntitle: Bài mới\ndate: 2025-01-01\ndraft: true\ntitel: x\n---\n",
     "content/tin/moi.md:5:1: lỗi: không có trường `titel`\n  5 | titel: x\n    | ^^^^^\n"
     "  cách sửa: ý bạn là `title`?\n"),
    ("khac", "---\ntitle: Khác\ndate: 31/2/2025\n---\n", 
     "content/tin/khac.md:3:7: lỗi: không có ngày 31/2/2025: tháng này có 28 ngày\n  3 | date: 31/2/2025\n"
     "    |       ^^^^^^^^^\n  cách sửa: viết ngày/tháng/năm, ví dụ `19/06/2024 08:30`\n"),
    ("khac", "---\ntitle: Khác\ndate: 2025-01-01\n---\n[x](khong-co.md)\n",
     "content/tin/khac.md:5:5: lỗi: liên kết tới `khong-co.md` nhưng không có bài, trang hay tệp này\n"
     "  5 | [x](khong-co.md)\n    |     ^^^^^^^^^^^\n  cách sửa: sửa đường dẫn hoặc bỏ liên kết\n"),
])
def test_errors_stop_it_wherever_they_are(bantin, site, name, text, message):
    file = newsroom.draft(site)
    write(site / f"content/tin/{name}.md", text)
    run = unchanged_after(bantin, site, file)
    assert (run.code, run.out, run.err) == (1, "", message)


def test_an_address_that_another_has_stops_it(bantin, site):
    file = newsroom.draft(site, "date: 19/06/2025\nslug: bai-cu\ndraft: true\n")
    run = unchanged_after(bantin, site, file, "--at", "2025-06-19 10:00")
    assert (run.code, run.out, run.err) == (
        1, "", "content/tin/moi.md:4: lỗi: địa chỉ /tin/2025/06/bai-cu/ đã thuộc về content/tin/cu.md\n"
        "  4 | slug: bai-cu\n"
        "  xem thêm content/tin/cu.md:2\n"
        "  cách sửa: đặt `slug` khác cho một trong hai\n")


def test_a_link_to_a_draft_stops_it(bantin, site):
    newsroom.draft(site, name="khac", lines="date: 2025-01-01\ndraft: true\n")
    file = newsroom.draft(site, body="[x](khac.md)\n")
    run = unchanged_after(bantin, site, file)
    assert (run.code, run.out, run.err) == (
        1, "", "content/tin/moi.md:6:5: lỗi: liên kết tới bài nháp content/tin/khac.md\n"
        "  6 | [x](khac.md)\n"
        "    |     ^^^^^^^\n"
        "  cách sửa: bỏ `draft` ở bài kia hoặc bỏ liên kết\n")


def test_a_withdrawn_article_stays_withdrawn(bantin, site):
    file = newsroom.draft(site, "date: 2025-01-01\nwithdrawn: Sai số liệu\n")
    run = unchanged_after(bantin, site, file)
    assert (run.code, run.out, run.err) == (
        1, "", "content/tin/moi.md: lỗi: bài đã gỡ nên không đăng được\n"
        "  cách sửa: muốn đăng lại thì xóa trường `withdrawn` (`go-bai`) khỏi tệp rồi chạy lại\n")
    english = bantin("publish", file, "--lang", "en", cwd=site)
    assert english.err == (
        "content/tin/moi.md: error: the article is withdrawn and cannot be published\n"
        "  remedy: to publish it again, delete the field `withdrawn` and run this again\n")


def test_front_matter_that_cannot_be_edited(bantin, site):
    file = newsroom.draft(site, "x: y\n")
    file.write_text("---\n{title: Bài mới, date: 2025-01-01, draft: true}\n---\n")
    run = unchanged_after(bantin, site, file)
    assert (run.code, run.out, run.err) == (
        1, "", "content/tin/moi.md:2:18: lỗi: không thể sửa `date` mà giữ nguyên các trường khác\n"
        "  2 | {title: Bài mới, date: 2025-01-01, draft: true}\n"
        "    |                  ^^^^\n"
        "  cách sửa: viết mỗi trường trên dòng riêng, như `title: Đại hội công đoàn`, hoặc tự sửa tệp\n")


@pytest.mark.parametrize("name, message", [
    ("content/tin/moii.md",
     "lỗi: không có bài hay trang `content/tin/moii.md`\n  cách sửa: ý bạn là `content/tin/moi.md`?\n"),
    ("content/tin/_index.md", "lỗi: content/tin/_index.md không phải bài viết hay trang\n"
     "  cách sửa: viết đường dẫn của tệp .md, như `bantin list` in ra\n"),
    ("site.yaml", "lỗi: `site.yaml` không nằm trong content/\n"
     "  cách sửa: viết đường dẫn của tệp .md, như `bantin list` in ra\n"),
])
def test_no_such_source_is_wrong_usage(bantin, site, name, message):
    newsroom.draft(site)
    run = bantin("publish", name, cwd=site)
    assert (run.code, run.out, run.err) == (2, "", message)


def test_no_site_here(bantin, tmp_path):
    run = bantin("publish", "x.md", cwd=tmp_path)
    assert (run.code, run.out) == (1, "")
    assert "site.yaml" in run.err and "bantin init" in run.err
    assert list(tmp_path.iterdir()) == []


# Files


@pytest.mark.parametrize("where, name", [
    (".", "content/tin/đại hội.md"), ("content/tin", "đại hội.md"), ("content", "tin/đại hội"),
    ("..", "site/content/tin/đại hội.md"), ("content/trang", "../tin/đại hội.md")])
@pytest.mark.parametrize("typed", ["NFC", "NFD"])
@pytest.mark.parametrize("disk", ["NFC", "NFD"])
def test_however_the_file_is_named(bantin, site, where, name, typed, disk):
    file = newsroom.draft(site, name=unicodedata.normalize(disk, "đại hội"))
    run = bantin("publish", unicodedata.normalize(typed, name), "-C", site, cwd=(site / where).resolve())
    assert run.code == 0, run.err
    assert "slug: bai-moi\n" in file.read_text()
    assert "Đã ghi vào content/tin/đại hội.md: date, draft, id, slug.\n" in run.out


def test_a_folder_stands_for_its_article(bantin, site):
    file = write(site / "content/tin/rieng/index.md", "---\ntitle: Riêng\ndraft: true\n---\n")
    run = bantin("publish", "content/tin/rieng/", cwd=site)
    assert run.code == 0, run.err
    assert "draft" not in file.read_text()


def test_every_other_byte_stays(bantin, site):
    file = site / "content/tin/moi.md"
    before = (b"\xef\xbb\xbf---\r\n# l\xe1\xbb\x9di\r\ntitle:   \"B\xc3\xa0i m\xe1\xbb\x9bi\"  # ghi\r\n"
              b"nhap: c\xc3\xb3\r\ntags: [a]\r\n---\r\n\r\nTha\xcc\x82n.\r\n\r\n")
    file.write_bytes(before)
    run = bantin("publish", file, "--at", "2025-03-04 05:06", cwd=site)
    assert run.code == 0, run.err
    assert file.read_bytes() == before.replace(b"nhap: c\xc3\xb3\r\n", b"").replace(
        b"---\r\n\r\nTha", b"date: 2025-03-04 05:06\r\nid: 20250304-bai-moi\r\nslug: bai-moi\r\n---\r\n\r\nTha")


def test_a_kill_leaves_the_draft_or_the_published_article(bantin, binary, site):
    """At any moment; and the next run does what is left to do."""
    file = newsroom.draft(site)
    before = file.read_text()
    arguments = [binary, "publish", "tin/moi.md", "--at", "2025-06-19 07:00"]
    after = before.replace("01/06/2025 07:00", "19/06/2025 07:00").replace("draft: true\n", "").replace(
        "---\nThân", "id: 20250619-bai-moi\nslug: bai-moi\n---\nThân")
    for step in range(20):
        file.write_text(before)
        process = subprocess.Popen(arguments, cwd=site, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(step * 0.006)
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert file.read_text() in (before, after)
    run = bantin("publish", "tin/moi.md", "--at", "2025-06-19 07:00", cwd=site)
    assert run.code == 0, run.err
    assert file.read_text() == after
    assert (site / "public/tin/2025/06/bai-moi/index.html").exists()
    assert sorted(os.listdir(site / "content/tin")) == ["_index.md", "anh", "cu.md", "moi.md"]


@pytest.mark.parametrize("language, said", [
    ("vi", "Đang chờ `bantin serve` (4321) xong…\n"), ("en", "Waiting for `bantin serve` (4321) to finish…\n")])
@pytest.mark.parametrize("verb", ["publish", "build"])
def test_it_waits_and_says_for_whom(binary, site, verb, language, said):
    with open(site / ".bantin/lock", "r+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        lock.write(f"4321\n{int(time.time())}\nbantin serve\n")
        lock.flush()
        arguments = ["tin/cu"] if verb == "publish" else []
        process = subprocess.Popen(
            [binary, verb, *arguments, "--lang", language], cwd=site, text=True,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        time.sleep(0.5)
        assert process.poll() is None
    out, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (0, said)
    assert out
