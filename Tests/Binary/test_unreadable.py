"""Sources that the user may not read. Root reads everything, so the program runs as nobody."""

import os
import shutil

import pytest

NOBODY = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")


@pytest.mark.parametrize("path, message", [
    ("content/tin/khoa.md", "content/tin/khoa.md: lỗi: không đọc được tệp: không có quyền đọc\n"),
    ("content/tin", "content/tin: lỗi: không đọc được thư mục: không có quyền đọc\n"),
])
def test_unreadable_sources_are_refused(bantin, tmp_path, path, message):
    if os.geteuid() == 0 and not shutil.which("setpriv"):
        pytest.skip("needs setpriv")
    site = tmp_path / "site"
    (site / "content/tin").mkdir(parents=True)
    (site / "site.yaml").write_text("title: Công đoàn\nurl: https://a.example/\n")
    (site / "content/tin/khoa.md").write_text("---\ntitle: Khóa\ndate: 2025-06-19\n---\nNội dung.\n")
    for folder in [tmp_path, *tmp_path.parents][:3]:
        folder.chmod(0o755)
    (site / path).chmod(0)
    site.chmod(0o777)
    run = bantin("build", "-C", site, "-o", site / "out", prefix=NOBODY if os.geteuid() == 0 else ())
    (site / path).chmod(0o755)
    assert run.code == 1
    assert message + "  cách sửa: cấp quyền đọc cho người chạy bantin\n" in run.out + run.err
    assert not (site / "out").exists()
