"""Every verb as a user types it, with its output and exit code."""

import re

import pytest
from conftest import AT, ROOT, tree


def test_version(bantin):
    run = bantin("--version")
    assert (run.code, run.err) == (0, "")
    assert re.fullmatch(r"\d+\.\d+\.\d+\n", run.out)


def test_help_in_both_languages(bantin):
    assert "Dựng cổng thông tin vào public/." in bantin("--help").out
    assert "Builds the portal into public/." in bantin("--help", env={"BANTIN_LANG": "en"}).out


@pytest.mark.parametrize("arguments, vietnamese, english", [
    (["publish"], "lỗi: thiếu `<file>`", "Error: Missing expected argument '<file>'"),
    (["build", "--at"], "lỗi: thiếu giá trị cho `--at <time>`", "Error: Missing value for '--at <time>'"),
    (["build", "--threads", "x"], "lỗi: giá trị `x` không dùng được cho `--threads <threads>`",
     "Error: The value 'x' is invalid for '--threads <threads>'"),
    (["list", "xx"],
     "lỗi: giá trị `xx` không dùng được cho `<state>`; hãy chọn: `drafts`, `scheduled`, `expired`, `published` hoặc `withdrawn`",
     "Error: The value 'xx' is invalid for '<state>'. Please provide one of"),
    (["buil"], "lỗi: thừa `buil`", "Error: Unexpected argument 'buil'"),
    (["build", "a", "b"], "lỗi: thừa 2 mục: `a`, `b`", "Error: 2 unexpected arguments: 'a', 'b'"),
    (["build", "--csv=1"], "lỗi: không có tùy chọn `--csv`", "Error: Unknown option '--csv'"),
    (["build", "--verifi"], "lỗi: không có tùy chọn `--verifi`; có phải ý bạn là `--verify`?",
     "Error: Unknown option '--verifi'. Did you mean '--verify'?"),
    (["build", "--verify=1"], "lỗi: tùy chọn `--verify` không nhận giá trị, nhưng có `1`",
     "Error: The option '--verify' does not take any value, but '1' was specified."),
])
def test_wrong_usage_in_both_languages(bantin, arguments, vietnamese, english):
    for language, said, more in [("vi", vietnamese, "Xem thêm: `bantin"), ("en", english, "See 'bantin")]:
        run = bantin(*arguments, env={"BANTIN_LANG": language})
        assert run.code == 2 and run.out == ""
        assert run.err.startswith(said) and more in run.err, run.err


def test_help_pages_have_no_english_words(bantin):
    english = ["OVERVIEW", "USAGE", "OPTIONS", "ARGUMENTS", "SUBCOMMANDS", "Show ", "default:", "values:", "See '"]
    for verb in ["", "init", "new", "publish", "withdraw", "build", "check", "list", "serve", "host", "visits"]:
        text = bantin(*verb.split(), "--help").out
        assert "CÁCH DÙNG: bantin" in text and "In phần trợ giúp này." in text
        assert not [word for word in english if word in text], text


def test_init_and_build_from_the_binary_alone(bantin, tmp_path):
    made = bantin("init", "x", cwd=tmp_path)
    assert made.code == 0, made.err
    built = bantin("build", cwd=tmp_path / "x")
    assert built.code == 0, built.err
    assert re.match(r"Đã dựng \d+ bài thành \d+ tệp trong \d+ ms\.\n", built.out)
    assert (tmp_path / "x/public/index.html").exists()
    again = bantin("build", cwd=tmp_path / "x")
    assert "Không có tệp nào thay đổi." in again.out


def test_init_overwrites_nothing(bantin, tmp_path):
    (tmp_path / "site.yaml").write_text("title: Của tôi\n")
    run = bantin("init", cwd=tmp_path)
    assert run.code == 2
    assert run.err == f"lỗi: {tmp_path}/site.yaml đã có\n  cách sửa: chọn một thư mục khác\n"
    assert (tmp_path / "site.yaml").read_text() == "title: Của tôi\n"


def test_new_makes_a_draft_that_builds(bantin, tmp_path):
    bantin("init", "x", cwd=tmp_path)
    site = tmp_path / "x"
    run = bantin("new", 'Báo cáo: "3 trách nhiệm" #1', "-c", "tin-tuc", cwd=site)
    assert run.code == 0, run.err
    assert re.fullmatch(r"content/tin-tuc/\d{4}/bao-cao-3-trach-nhiem-1/index\.md\n", run.out)
    text = (site / run.out.strip()).read_text()
    assert 'title: Báo cáo: "3 trách nhiệm" #1\n' in text
    assert "draft: true\n" in text
    assert bantin("check", cwd=site).code == 0
    drafts = bantin("list", "drafts", cwd=site)
    assert 'nháp  Báo cáo: "3 trách nhiệm" #1  ' in drafts.out
    again = bantin("new", 'Báo cáo: "3 trách nhiệm" #1', "-c", "tin-tuc", cwd=site)
    assert again.code == 2
    assert "đã có" in again.err


def test_new_gives_every_draft_an_id_of_its_own(bantin, tmp_path):
    """One title in two categories, and titles that differ at their ends alone."""
    assert bantin("init", "x", cwd=tmp_path).code == 0
    site = tmp_path / "x"
    (site / "content/thong-bao").mkdir()
    (site / "content/thong-bao/_index.md").write_text("---\ntitle: Thông báo\n---\n")
    long = "Hội nghị sơ kết công tác công đoàn sáu tháng đầu năm tại Công ty "
    for title, category in [("Thư mời họp", "tin-tuc"), ("Thư mời họp", "thong-bao"), (long + "A", "tin-tuc"),
                            (long + "B", "tin-tuc")]:
        run = bantin("new", title, "-c", category, cwd=site)
        assert run.code == 0, run.err
    run = bantin("build", cwd=site)
    assert run.code == 0, run.err


def test_prune_names_what_it_removes(bantin, portal):
    (portal / "public/google123.html").write_text("k")
    assert "google123" not in bantin("build", cwd=portal).out
    run = bantin("build", "--prune", cwd=portal)
    assert "Đã xóa 1 tệp không do bantin ghi:\n  google123.html\n" in run.out
    (portal / "public/google123.html").write_text("k")
    run = bantin("build", "--prune", "--lang", "en", cwd=portal)
    assert "Removed these 1 files, which bantin did not write:\n  google123.html\n" in run.out


def test_new_refuses_an_unknown_category_with_a_hint(bantin, tmp_path):
    bantin("init", "x", cwd=tmp_path)
    run = bantin("bai-moi", "Tin", "-c", "tin-tucs", cwd=tmp_path / "x")
    assert run.code == 2
    assert "không có chuyên mục `tin-tucs`: ý bạn là `tin-tuc`?" in run.err


def test_wrong_usage_is_exit_2(bantin, tmp_path):
    assert bantin("buil").code == 2
    assert bantin("build", "--threads", "0").code == 2
    bantin("init", "x", cwd=tmp_path)
    site = tmp_path / "x"
    drafts = bantin("build", "--drafts", cwd=site)
    assert (drafts.code, drafts.err) == (
        2, "lỗi: `--drafts` không được ghi vào public/\n  cách sửa: thêm `-o` với một thư mục khác\n")
    future = bantin("build", "--at", "2099-01-02", cwd=site)
    assert future.code == 2
    assert future.err == (
        "lỗi: `--at 2099-01-02` ở tương lai nên không được ghi vào public/\n"
        "  cách sửa: thêm `-o` với một thư mục khác\n")
    moment = bantin("build", "--at", "31/2/2026", cwd=site)
    assert moment.code == 2
    assert "`--at 31/2/2026` không phải ngày giờ" in moment.err
    assert not (site / "public").exists()


@pytest.mark.parametrize("name", ["public", "./public/", "content/../public", "door"])
def test_public_is_public_by_whatever_name(bantin, tmp_path, name):
    bantin("init", "x", cwd=tmp_path)
    site = tmp_path / "x"
    bantin("build", cwd=site)
    before = tree(site / "public")
    (site / "door").symlink_to("public")
    run = bantin("build", "--drafts", "-o", name, cwd=site)
    assert run.code == 2
    assert "`--drafts` không được ghi vào public/" in run.err
    assert tree(site / "public") == before


def test_no_site_here(bantin, tmp_path):
    run = bantin("build", cwd=tmp_path)
    assert run.code == 1
    assert "site.yaml" in run.err and "bantin init" in run.err
    assert list(tmp_path.iterdir()) == []


def test_output_inside_content_is_refused(bantin, sample):
    before = tree(sample)
    for output in [sample / "content/x", sample, sample.parent]:
        run = bantin("build", "-o", output, "--at", AT, cwd=sample)
        assert run.code == 1
        assert "cách sửa: chọn thư mục khác bằng `-o`" in run.err
    assert {name: hash for name, hash in tree(sample).items() if not name.startswith(".bantin/")} == before


def test_sample_portal_builds_without_a_word(bantin, sample, tmp_path):
    run = bantin("build", "-o", tmp_path / "out", "--at", AT, cwd=sample)
    assert run.code == 0, run.err
    assert run.err.count("lỗi:") == 0


def test_check_writes_nothing(bantin, sample):
    before = tree(sample)
    run = bantin("check", "--at", AT, cwd=sample)
    assert run.code == 0, run.err
    assert tree(sample) == before


def test_list_states(bantin, sample):
    scheduled = bantin("list", "scheduled", "--at", AT, cwd=sample)
    assert scheduled.code == 0, scheduled.err
    assert "07:30 1/1/2099  hẹn giờ  " in scheduled.out
    everything = bantin("list", "--at", AT, cwd=sample).out.splitlines()
    articles = [path for path in (ROOT / "content").rglob("*.md")
                if path.name != "_index.md" and not {"trang", "van-ban", "anh"} & set(path.relative_to(ROOT).parts)]
    assert len(everything) == len(articles)
