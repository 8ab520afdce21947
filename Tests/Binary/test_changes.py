"""bantin build --changes: what changed, for programs; and addresses.csv beside it."""

import json
import os
import stat
import subprocess

import pytest

import newsroom
from conftest import tree
from newsroom import plain, write


def changes(text):
    return [json.loads(line) for line in text.splitlines()]


def test_every_file_of_the_first_build(bantin, tmp_path):
    site = newsroom.make(tmp_path / "site")
    run = bantin("build", "--changes", "thay-doi.jsonl", cwd=site)
    assert run.code == 0, run.err
    assert run.out.startswith("Đã dựng 2 bài thành ")
    text = (site / "thay-doi.jsonl").read_text()
    assert text.endswith("}\n")
    made = changes(text)
    public = {path for path in tree(site / "public") if not path.startswith(".")}
    assert [change["path"] for change in made] == sorted(public, key=str.encode)
    for change in made:
        assert list(change) == ["change", "url", "path", "size"]
        assert change["change"] == "added"
        assert change["size"] == (site / "public" / change["path"]).stat().st_size
        assert change["url"] == "/" + change["path"].removesuffix("index.html")
    home = next(line for line in text.splitlines() if '"path":"index.html"' in line)
    size = (site / "public/index.html").stat().st_size
    assert home == f'{{"change":"added","url":"/","path":"index.html","size":{size}}}'


def test_added_changed_and_removed(bantin, tmp_path):
    site = newsroom.make(tmp_path / "site")
    assert bantin("build", cwd=site).code == 0
    before = tree(site / "public")
    newsroom.draft(site, "date: 2025-06-21\n")
    (site / "content/tin/cu.md").unlink()
    (site / "addresses.csv").write_text("")
    out = site / "thay-doi.jsonl"
    run = bantin("build", "--changes", out, cwd=site)
    assert run.code == 0, run.err
    after = tree(site / "public")
    expected = {}
    for path in before.keys() | after.keys():
        if path.startswith("."):
            continue
        if path not in before:
            expected[path] = "added"
        elif path not in after:
            expected[path] = "removed"
        elif before[path] != after[path]:
            expected[path] = "changed"
    made = changes(out.read_text())
    assert {change["path"]: change["change"] for change in made} == expected
    assert {"added", "changed", "removed"} == set(expected.values())
    assert {change["size"] for change in made if change["change"] == "removed"} == {0}
    assert [change["path"] for change in made] == sorted(expected, key=str.encode)


def test_nothing_changed_is_an_empty_file(bantin, tmp_path):
    site = newsroom.make(tmp_path / "site")
    assert bantin("build", "--changes", "a.jsonl", cwd=site).code == 0
    assert bantin("build", "--changes", "a.jsonl", cwd=site).code == 0
    assert (site / "a.jsonl").read_text() == ""


def test_standard_output_holds_nothing_else(bantin, tmp_path):
    site = newsroom.make(tmp_path / "site")
    run = bantin("build", "--changes", "-", cwd=site)
    assert run.code == 0
    assert len(changes(run.out)) == len(tree(site / "public")) - 1
    assert plain(run.err).startswith("Đã dựng 2 bài thành ")


def test_urls_have_the_sites_base_and_are_encoded(bantin, tmp_path):
    site = newsroom.make(tmp_path / "site")
    write(site / "site.yaml", "title: Công đoàn\nurl: https://a.example/cong-doan/\n")
    write(site / "content/tin/ảnh 1.txt", "txt")
    run = bantin("build", "--changes", "-", cwd=site)
    urls = {change["path"]: change["url"] for change in changes(run.out)}
    assert urls["index.html"] == "/cong-doan/"
    assert urls["tin/ảnh 1.txt"] == "/cong-doan/tin/%E1%BA%A3nh%201.txt"
    assert urls["tin/2025/06/bai-cu/index.html"] == "/cong-doan/tin/2025/06/bai-cu/"


def test_with_errors_the_last_list_stays(bantin, tmp_path):
    site = newsroom.make(tmp_path / "site")
    (site / "a.jsonl").write_text("cũ\n")
    write(site / "content/tin/hong.md", "---\n")
    assert bantin("build", "--changes", "a.jsonl", cwd=site).code == 1
    assert (site / "a.jsonl").read_text() == "cũ\n"


def test_a_list_that_cannot_be_written(bantin, tmp_path):
    site = newsroom.make(tmp_path / "site")
    write(site / "tep", "")
    run = bantin("build", "--changes", "tep/a.jsonl", cwd=site)
    assert run.code == 3
    assert f"{site}/tep" in run.err


@pytest.mark.parametrize("name", ["addresses.csv", "site.yaml", "counts.json", "content/tin/cu.md", "content/moi", "../site/site.yaml"])
def test_no_source_is_written_over(bantin, tmp_path, name):
    site = newsroom.make(tmp_path / "site")
    assert bantin("build", cwd=site).code == 0
    newsroom.draft(site, "date: 2025-06-21\n")
    before = tree(site)
    run = bantin("build", "--changes", name, cwd=site)
    assert (run.code, run.out) == (2, "")
    assert run.err == f"lỗi: `--changes {name}` là nguồn của cổng thông tin\n  cách sửa: nêu tên một tệp khác\n"
    assert tree(site) == before


def test_a_folder_is_no_list(bantin, tmp_path):
    """Asked before the build: afterwards nobody could tell what has changed."""
    site = newsroom.make(tmp_path / "site")
    run = bantin("build", "--changes", "content", "--lang", "en", cwd=site)
    assert (run.code, run.out) == (2, "")
    assert run.err == "error: `--changes content` is a folder\n  remedy: name another file\n"
    assert not (site / "public").exists()


def test_a_link_stays_a_link(bantin, tmp_path):
    site = newsroom.make(tmp_path / "site")
    (site / "a.jsonl").symlink_to(write(tmp_path / "b.jsonl", "cũ\n"))
    assert bantin("build", "--changes", "a.jsonl", cwd=site).code == 0
    assert (site / "a.jsonl").is_symlink()
    assert changes((tmp_path / "b.jsonl").read_text()) != []


def test_a_pipe_is_written_into(binary, tmp_path):
    site = newsroom.make(tmp_path / "site")
    os.mkfifo(site / "ong")
    process = subprocess.Popen([binary, "build", "--changes", "ong"], cwd=site, stdout=subprocess.PIPE)
    text = (site / "ong").read_text()
    assert process.wait(60) == 0
    process.stdout.close()
    assert len(changes(text)) == len(tree(site / "public")) - 1
    assert stat.S_ISFIFO((site / "ong").stat().st_mode)


# addresses.csv


def test_a_lost_book_of_addresses_is_told(bantin, tmp_path):
    """Without it old addresses lead nowhere; it is a source that has to be brought back."""
    words = "Không thấy addresses.csv nên địa chỉ cũ không còn dẫn tới bài: nếu bị mất, chép lại từ bản sao lưu rồi dựng lại.\n"
    site = newsroom.make(tmp_path / "site")
    assert words not in bantin("build", cwd=site).out  # Nothing was ever built.
    (site / "addresses.csv").unlink()
    assert words in bantin("build", cwd=site).out
    assert words not in bantin("build", cwd=site).out
    (site / "addresses.csv").unlink()
    run = bantin("build", "--lang", "en", cwd=site)
    assert ("There was no addresses.csv, so old addresses lead nowhere: if it was lost, bring it back from a backup and "
            "build again.\n") in run.out
    (site / "addresses.csv").unlink()
    assert words not in bantin("build", "-o", tmp_path / "out", cwd=site).out


def test_a_move_leaves_a_redirect(bantin, tmp_path):
    """Renamed file, other category, other slug: readers of the old address get to the new one."""
    site = newsroom.make(tmp_path / "site")
    newsroom.draft(site)
    assert bantin("publish", "tin/moi", "--at", "2025-06-21 08:00", cwd=site).code == 0
    assert "20250621-bai-moi,/tin/2025/06/bai-moi/\n" in (site / "addresses.csv").read_text()

    # A new title leaves the address alone once the article is out.
    file = site / "content/tin/moi.md"
    file.write_text(file.read_text().replace("Bài mới", "Tên khác"))
    run = bantin("build", cwd=site)
    assert "Đổi địa chỉ" not in run.out
    assert "Tên khác" in (site / "public/tin/2025/06/bai-moi/index.html").read_text()

    write(site / "content/thong-bao/ten-tep-khac.md", file.read_text())
    file.unlink()
    run = bantin("build", cwd=site)
    assert run.code == 0, run.err
    assert "Đổi địa chỉ: /tin/2025/06/bai-moi/ → /thong-bao/2025/06/bai-moi/\n" in run.out
    redirect = (site / "public/tin/2025/06/bai-moi/index.html").read_text()
    assert "/thong-bao/2025/06/bai-moi/" in redirect and "noindex" in redirect
    assert "Tên khác" in (site / "public/thong-bao/2025/06/bai-moi/index.html").read_text()
    lines = (site / "addresses.csv").read_text().splitlines()
    assert lines == sorted(lines, key=str.encode)
    assert "20250621-bai-moi,/thong-bao/2025/06/bai-moi/" in lines
