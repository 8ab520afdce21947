"""A small portal for the verbs of publishing, and what they say without what differs from run to run."""

import re

ADDRESS = "https://congdoan.example.vn"


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def make(site):
    """Two articles that are out, one of them with a folder of its own, and a page."""
    write(site / "site.yaml", f"title: Công đoàn\nurl: {ADDRESS}/\n")
    write(site / "content/tin/_index.md", "---\ntitle: Tin công đoàn\n---\n")
    write(site / "content/tin/cu.md",
          "---\ntitle: Bài cũ\ndate: 2025-06-19 08:00\nauthor: Lan, Hùng\ntags: [khen thưởng, đại hội]\n---\nThân bài.\n")
    folder = site / "content/tin/anh"
    write(folder / "index.md", "---\ntitle: Bài có ảnh\ndate: 20/06/2025 09:00\n---\nXem [phiếu](phieu.pdf).\n")
    write(folder / "phieu.pdf", "pdf")
    write(folder / "rieng/ghi-chep.txt", "txt")
    write(site / "content/trang/lien-he.md", "---\ntitle: Liên hệ\n---\nĐịa chỉ.\n")
    return site


def draft(site, lines="date: 01/06/2025 07:00\ndraft: true\n", name="moi", body="Thân bài.\n"):
    return write(site / f"content/tin/{name}.md", f"---\ntitle: Bài mới\n{lines}---\n{body}")


def plain(text):
    """What was said, with `N` for the milliseconds."""
    return re.sub(r"(trong|in) \d+ ms", r"\1 N ms", text)
