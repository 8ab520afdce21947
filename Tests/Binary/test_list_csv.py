"""bantin list --csv: a table that spreadsheets open as it is."""

import csv
import io
import os
import subprocess

import newsroom
from newsroom import ADDRESS, write


def rows(run):
    assert run.code == 0, run.err
    return list(csv.reader(io.StringIO(run.out.removeprefix("\ufeff"), newline="")))


def raw(binary, site, *arguments):
    """The bytes of standard output."""
    env = dict(os.environ, BANTIN_LANG="vi")
    return subprocess.run(
        [binary, "list", "--csv", *arguments], cwd=site, env=env, capture_output=True, check=True).stdout


def test_every_byte(binary, tmp_path):
    site = newsroom.make(tmp_path / "site")
    newsroom.draft(site)
    write(site / "content/tin/trich.md", "---\ntitle: Báo cáo \"3 trách nhiệm\", quý I\ndate: 2025-06-18\n"
          "withdrawn: {reason: Sai, page: none}\n---\n")
    write(site / "content/tin/hen.md", "---\ntitle: Hẹn\nid: hen-gio\ndate: 2099-01-01\n---\n")
    assert raw(binary, site).decode() == "\r\n".join([
        "\ufeffTrạng thái,Ngày đăng,Chuyên mục,Tiêu đề,Địa chỉ,Tệp,Mã,Tác giả,Thẻ",
        f"hẹn giờ,2099-01-01 00:00,Tin công đoàn,Hẹn,{ADDRESS}/tin/2099/01/hen/,content/tin/hen.md,hen-gio,,",
        f"đã đăng,2025-06-20 09:00,Tin công đoàn,Bài có ảnh,{ADDRESS}/tin/2025/06/bai-co-anh/,"
        "content/tin/anh/index.md,tin/anh,,",
        f"đã đăng,2025-06-19 08:00,Tin công đoàn,Bài cũ,{ADDRESS}/tin/2025/06/bai-cu/,content/tin/cu.md,"
        "tin/cu,\"Lan, Hùng\",khen thưởng; đại hội",
        "đã gỡ,2025-06-18 00:00,Tin công đoàn,\"Báo cáo \"\"3 trách nhiệm\"\", quý I\",,content/tin/trich.md,"
        "tin/trich,,",
        "nháp,2025-06-01 07:00,Tin công đoàn,Bài mới,,content/tin/moi.md,tin/moi,,",
        ""])


def test_in_english_one_state(bantin, tmp_path):
    site = newsroom.make(tmp_path / "site")
    newsroom.draft(site)
    table = rows(bantin("list", "drafts", "--csv", "--lang", "en", cwd=site))
    assert table == [
        ["State", "Date", "Category", "Title", "URL", "Source", "Id", "Authors", "Tags"],
        ["draft", "2025-06-01 07:00", "Tin công đoàn", "Bài mới", "", "content/tin/moi.md", "tin/moi", "", ""]]


def test_as_many_lines_as_without(bantin, sample):
    plain = bantin("list", cwd=sample).out.splitlines()
    assert len(rows(bantin("list", "--csv", cwd=sample))) == len(plain) + 1


def test_sources_with_errors_are_named(bantin, tmp_path):
    site = newsroom.make(tmp_path / "site")
    write(site / "content/tin/hong.md", "---\ntitel: x\ntitle: Hỏng\ndate: 2025-01-01\n---\n")
    run = bantin("list", "--csv", cwd=site)
    assert run.code == 1
    assert "content/tin/hong.md:2:1: lỗi: không có trường `titel`\n" in run.err
